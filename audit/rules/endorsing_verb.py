"""The verb of saying vouches for what was said.

Why
    *Pointed out*, *noted* and *revealed* can only be used of what is true. With them the
    writer signs what a source said, often without having checked it.

Flagged
    Kim [[pointed out]] that the audit was late.

Not flagged
    The noted historian Ida Krol read from her book.
    CCTV footage shows the van mounting the kerb.
    Police confirmed that two men had been arrested.

Source
    AP Stylebook, "said"; Hooper 1975, "On assertive predicates"; Thompson & Ye 1991.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, SourceKind, Stance
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._cues import (
    evidence,
    guard,
    is_clause,
    is_verb,
    shape,
    with_stance,
    word,
    words_of,
)

FAMILY = "verbs"
SEVERITY = Severity.NOTE

# What records, measures or counts does show something: there the verb is meant literally.
_SHOWS = frozenset({"show", "reveal", "demonstrate", "illustrate", "prove", "establish", "confirm"})
# To confirm is the office of those who are asked: it vouches only where nobody knows who does.
_CONFIRMS = frozenset({"confirm", "verify", "corroborate", "authenticate"})
_UNKNOWN = frozenset(
    {
        SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED, SourceKind.BARE_UNNAMED,
        SourceKind.VAGUE_COLLECTIVE, SourceKind.VAGUE_REPORTS,
    }
)  # fmt: skip
# Verbs that vouch for a bare object too: noted the delay.
_THINGS = frozenset({"note", "point out", "confirm", "verify", "corroborate", "debunk", "refute"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in with_stance(article, Stance.ENDORSE):
        if not is_verb(article, attribution) or not _vouches(article, attribution):
            continue
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” vouches for what the source says.",
            "Has this been checked? If not, “said” leaves it to the source.",
            evidence(attribution),
        )


def _vouches(article: Article, attribution: Attribution) -> bool:
    lemma = attribution.cue.lemma
    row = load("reporting_verbs").by_term.get(lemma)
    if row and row.rest["form"] == Form.ATTRIBUTED_THOUGHT:
        return False  # to know is not to say
    if lemma in _CONFIRMS and attribution.source.known_as.kind not in _UNKNOWN:
        return False
    if lemma in _SHOWS and _is_record(article, attribution):
        return False
    if is_clause(attribution) and shape(attribution) != "wh":
        return True
    return lemma in _THINGS and shape(attribution) == "np"


def _is_record(article: Article, attribution: Attribution) -> bool:
    tokens = words_of(article, attribution.source)
    return any(token.lemma in guard("record") for token in tokens)
