"""The verb of saying makes a statement a confession.

Why
    *Admitted* and *conceded* say that something is true, that it is to the speaker’s
    discredit, and that it had to be dragged out. Often it was only said.

Flagged
    The mayor [[admitted]] that the figures were late.
    Her office [[conceded]] the road had not been inspected.

Not flagged
    She was admitted to hospital on Friday.
    Dunn admitted two counts of theft.
    United conceded a late goal.

Source
    AP Stylebook, "admit, admitted": may give the erroneous connotation of wrongdoing.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import evidence, guard, is_clause, is_verb, shape, with_stance, word

FAMILY = "verbs"
SEVERITY = Severity.WARNING

# Verbs whose bare object is what is conceded: admitted the mistake.
# To acknowledge a fact is no confession.
_MILD = frozenset({"acknowledge"})
_THINGS = frozenset({"admit", "concede"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in with_stance(article, Stance.CONCEDE):
        if not is_verb(article, attribution) or not _concedes(article, attribution):
            continue
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” makes the statement a confession.",
            "Was it an admission, or was it said? If said, write “said”.",
            evidence(attribution),
        )


def _concedes(article: Article, attribution: Attribution) -> bool:
    if _is_plea(article, attribution) or attribution.cue.lemma in _MILD:
        return False
    if is_clause(attribution):
        return True
    frame = shape(attribution)
    if frame.startswith("pp:"):
        return attribution.cue.lemma.endswith(" to") and _is_act(article, attribution)
    return frame == "to" or attribution.cue.lemma in _THINGS


def _is_plea(article: Article, attribution: Attribution) -> bool:
    """*Admitted two counts of theft*: before a court it is the law's own word."""
    if not attribution.content.spans or shape(attribution) in ("that", "quote", "wh"):
        return False
    first, last = article.document.token_range(attribution.content.spans[0])
    return any(
        t.lemma in guard("plea") for t in article.document.tokens[first : min(last, first + 5)]
    )


def _is_act(article: Article, attribution: Attribution) -> bool:
    """What is admitted to is an act of one's own: *admitted to having taken it*."""
    if not attribution.content.spans:
        return False
    first, _ = article.document.token_range(attribution.content.spans[0])
    return article.document.tokens[first].tag == "VBG"
