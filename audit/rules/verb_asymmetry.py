"""One side *claims*, the other *says*.

Why
    Verbs that doubt or colour on one side of a story and neutral ones on the other take
    sides without saying so. Flagged where each side speaks at least three times.

Flagged
    The union said the offer was low.
    The union said talks had failed.
    The union said a strike was near.
    Management [[claimed]] it was generous.
    Management insisted that talks went on.
    Management claimed that nobody wanted a strike.

Not flagged
    The union said the offer was low.
    The union said talks had failed.
    The union said a strike was near.
    Management said it was generous.
    Management said that talks went on.
    Management claimed that nobody wanted a strike.

Source
    Compiled for this product; cf. BBC News Style Guide, "claim", and Caldas-Coulthard (1994).
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, Polarity, SourceKind, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import is_report

FAMILY = "article"
SEVERITY = Severity.NOTE

_COLOURED = frozenset({Stance.DOUBT, Stance.EMOTIVE})
_SIDES = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.NAMED_ROLE,
        SourceKind.INSTITUTION,
        SourceKind.METONYMY,
        SourceKind.UNNAMED_OFFICIAL,
    }
)
_VERBS = 3
# A side is treated as neutral below the one share and as doubted from the other.
_NEUTRAL_SHARE = 0.2
_COLOURED_SHARE = 0.6
_UNSAID = frozenset({Form.NO_COMMENT, Form.AGENTLESS, Form.ATTRIBUTED_THOUGHT})


def find(article: Article) -> Iterator[Mark]:
    # A column's verbs are its writer's argument.
    if is_report(article):
        yield from _uneven(article)


def _uneven(article: Article) -> Iterator[Mark]:
    sides = [said for said in _sides(article) if len(said) >= _VERBS]
    neutral = [said for said in sides if _share(said) <= _NEUTRAL_SHARE]
    if not neutral:
        return
    for said in sides:
        if _share(said) < _COLOURED_SHARE:
            continue
        first = next(a for a in said if a.cue.stance in _COLOURED)
        span = article.document.tokens[first.cue.head].span
        yield Mark(
            span,
            f"“{article.document.quote(span)}” and the like are kept for "
            f"“{first.source.text}”; others “{neutral[0][0].cue.text}”.",
            "Would the same verb do for both sides?",
            tuple(a.id for a in said if a.cue.stance in _COLOURED),
        )


def _sides(article: Article) -> list[list[Attribution]]:
    """What each speaker says, in order."""
    sides = []
    for speaker in article.speakers:
        if speaker.kind in _SIDES:
            said = [article.by_id[id_] for id_ in speaker.attributions]
            sides.append([a for a in said if _counts(article, a)])
    return sides


def _counts(article: Article, attribution: Attribution) -> bool:
    if not attribution.trusted or attribution.level or attribution.cue.head < 0:
        return False
    if attribution.form in _UNSAID or attribution.polarity is not Polarity.POSITIVE:
        return False
    return article.document.tokens[attribution.cue.head].tag.startswith("VB")


def _share(said: list[Attribution]) -> float:
    return sum(a.cue.stance in _COLOURED for a in said) / len(said)
