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
    In an article: what a document, a leak or a firm discloses, and what people reveal about
    themselves; *it is fair to point out*; what stands inside somebody else's words, in a
    column or in a transcript.

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
    is_done,
    is_excerpt,
    is_nested,
    is_of_self,
    is_report,
    is_verb,
    shape,
    with_stance,
    word,
    words_of,
)
from audit.rules._language import posted
from audit.rules._who import heard

FAMILY = "verbs"
SEVERITY = Severity.NOTE

# To show is an act where people do it, and literal where a record or a count does: only a
# document that argues (a memo, a study) is vouched for by it.
_SHOWS = frozenset(
    {"show", "demonstrate", "illustrate", "prove", "establish", "underscore", "underline",
     "highlight", "reveal", "confirm"}
)  # fmt: skip
_SAYS_TOO = frozenset({"reveal", "confirm"})
# To confirm is the office of those who are asked: it vouches only where nobody knows who does.
_CONFIRMS = frozenset({"confirm", "verify", "corroborate", "authenticate"})
_UNKNOWN = frozenset(
    {
        SourceKind.UNNAMED_OFFICIAL, SourceKind.BARE_UNNAMED, SourceKind.VAGUE_COLLECTIVE,
        SourceKind.VAGUE_REPORTS,
    }
)  # fmt: skip
# Sources that speak, so that what they reveal was said.
_SPEAKERS = _UNKNOWN | {
    SourceKind.NAMED_PERSON, SourceKind.NAMED_ROLE, SourceKind.INSTITUTION, SourceKind.METONYMY,
    SourceKind.MEDIA_OUTLET,
}  # fmt: skip
_USUAL = frozenset({"note", "show", "highlight"})
# Verbs that vouch for a bare object too: noted the delay.
_THINGS = frozenset({"note", "point out", "confirm", "verify", "corroborate", "debunk", "refute"})
# In an article, the verbs by which people vouch for what may be disputed: for a statement,
# or against one.
_DISPUTED = frozenset({"point out", "reveal"})
_REFUTED = frozenset({"refute", "debunk", "disprove"})
_NOBODY = frozenset(
    {SourceKind.BARE_UNNAMED, SourceKind.VAGUE_COLLECTIVE, SourceKind.VAGUE_REPORTS}
)
# Who says what they reveal, and does not lay it open.
_PEOPLE = frozenset(
    {
        SourceKind.NAMED_PERSON, SourceKind.NAMED_ROLE, SourceKind.METONYMY,
        SourceKind.PRONOUN, SourceKind.UNNAMED_DESCRIBED,
    }
)  # fmt: skip
_READ = frozenset({SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT})


def find(article: Article) -> Iterator[Mark]:
    found = [
        attribution
        for attribution in with_stance(article, Stance.ENDORSE)
        if is_verb(article, attribution)
        and is_done(article, attribution)
        and _vouches(article, attribution)
        and (is_excerpt(article) or _is_disputed(article, attribution))
    ]
    if not found or not is_report(article):
        return
    for attribution in found:
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
    kind = attribution.source.known_as.kind
    if lemma in _CONFIRMS and kind not in _UNKNOWN:
        return False
    if lemma in _USUAL and heard(article) and kind is not SourceKind.PRONOUN:
        return False  # in a report these are as plain as "said"
    said = lemma in _SAYS_TOO and kind in _SPEAKERS
    if lemma in _SHOWS and not said and not _argues(article, attribution):
        return False
    if article.document.tokens[attribution.cue.head - 1].norm == "worth":
        return False  # it is worth noting
    if is_clause(attribution) and shape(attribution) != "wh":
        return True
    return lemma in _THINGS and shape(attribution) == "np"


def _is_disputed(article: Article, attribution: Attribution) -> bool:
    """In an article, somebody vouches for a statement that others may doubt."""
    if is_nested(article, attribution):
        return False
    if posted(article, word(article, attribution)):
        return False
    lemma, kind = attribution.cue.lemma, attribution.source.known_as.kind
    if kind in _READ:
        return False  # a paper has checked, or can be read
    if lemma in _REFUTED:
        return True
    if not is_clause(attribution):
        return False
    if lemma == "reveal":
        return kind in _PEOPLE and not is_of_self(article, attribution)
    return lemma in _DISPUTED or (lemma in _CONFIRMS and kind in _NOBODY)


def _argues(article: Article, attribution: Attribution) -> bool:
    """The source is a document, and no mere record: a memo, a study, no film and no count."""
    if attribution.source.known_as.kind is not SourceKind.DOCUMENT:
        return False
    tokens = words_of(article, attribution.source)
    return not any(token.lemma in guard("record") for token in tokens)
