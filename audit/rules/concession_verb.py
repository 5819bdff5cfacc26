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
    Some parents admitted defeat.
    In an article: what is owned to before police or a court, or is a deed of one's own
    (admitted paying him, admitted that he had paid); what stands inside somebody else's
    words; a column's verbs.

Source
    AP Stylebook, "admit, admitted": may give the erroneous connotation of wrongdoing.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Stance
from audit.finding import Mark, Severity
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
)
from audit.rules._language import posted
from audit.rules._legal import names_a_charge

FAMILY = "verbs"
SEVERITY = Severity.WARNING

# Verbs whose bare object is what is conceded: admitted the mistake.
# To acknowledge a fact is no confession.
_MILD = frozenset({"acknowledge"})
_THINGS = frozenset({"admit", "concede"})
# Who was beaten admits this, and no fault.
_BEATEN = frozenset({"defeat", "loss"})
_REACH = 4
_GUILT = frozenset({"plea", "plead", "guilty"})


def find(article: Article) -> Iterator[Mark]:
    found = [a for a in with_stance(article, Stance.CONCEDE) if _is_told(article, a)]
    if not found or not is_report(article):
        return
    for attribution in found:
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” makes the statement a confession.",
            "Was it an admission, or was it said? If said, write “said”.",
            evidence(attribution),
        )


def _is_told(article: Article, attribution: Attribution) -> bool:
    """The writer tells it as a confession, and not as a deed that was one."""
    if not is_verb(article, attribution) or not _concedes(article, attribution):
        return False
    if not is_done(article, attribution) or posted(article, word(article, attribution)):
        return False
    if is_excerpt(article):
        return True
    return not is_nested(article, attribution) and not _is_owned_to(article, attribution)


def _is_owned_to(article: Article, attribution: Attribution) -> bool:
    """*Admitted paying him*, or whatever is admitted where somebody is charged."""
    tokens = article.document.tokens
    after = tokens[min(attribution.cue.head + 1, len(tokens) - 1)]
    if after.tag == "VBG" or shape(attribution) == "ing" or is_of_self(article, attribution):
        return True
    sentence = article.document.sentences[attribution.sentence]
    before = article.document.sentences[max(attribution.sentence - 1, 0)]
    if any(token.lemma in _GUILT for token in tokens[before.first : sentence.last]):
        return True
    return names_a_charge(article, sentence)


def _concedes(article: Article, attribution: Attribution) -> bool:
    if _is_plea(article, attribution) or attribution.cue.lemma in _MILD:
        return False
    if _is_beaten(article, attribution):
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


def _is_beaten(article: Article, attribution: Attribution) -> bool:
    """*Admitted defeat*; in an article also *conceded the race*, in whatever words."""
    if attribution.cue.lemma == "concede" and not is_excerpt(article):
        return not is_clause(attribution) or _is_won(article, attribution)
    if shape(attribution) != "np":
        return False
    place = attribution.cue.head
    after = article.document.tokens[place + 1 : place + 3]
    return any(token.lemma in _BEATEN for token in after)


def _is_won(article: Article, attribution: Attribution) -> bool:
    """*The victory, which she conceded at eight*."""
    place = attribution.cue.head
    before = article.document.tokens[max(0, place - _REACH) : place]
    return any(token.norm == "which" for token in before)


def _is_act(article: Article, attribution: Attribution) -> bool:
    """What is admitted to is an act of one's own: *admitted to having taken it*."""
    if not attribution.content.spans:
        return False
    first, _ = article.document.token_range(attribution.content.spans[0])
    return article.document.tokens[first].tag == "VBG"
