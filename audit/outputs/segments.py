"""An article's text cut into pieces at the edge of everything that is marked in it."""

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from audit.outputs.markup import Html, escaped
from audit.report import Report

# Shapes beside colours, so that severity is legible without either alone.
SYMBOLS = {"error": "■", "warning": "▲", "note": "○"}


# One marked stretch: where it starts and ends, and as classes what it is and whose (``a3``,
# ``f12``; ``n3`` is the name that the pronoun of statement ``a3`` stands for). Tuples, here and
# below, because a long article has tens of thousands.
Layer = tuple[int, int, str]


class Reference(NamedTuple):
    """The number that leads from a finding's words to the finding at ``id``."""

    id: str
    severity: str
    number: str


class Segment(NamedTuple):
    """A piece of text over which the marks do not change, as HTML writes it.

    ``classes`` are those of all layers over it, ``references`` the findings that end here.
    """

    text: Html
    classes: str = ""
    references: tuple[Reference, ...] = ()


def _statements(report: Report) -> Iterator[Layer]:
    """Every source, cue and content, and the names that pronouns stand for."""
    for attribution in report.article.attributions:
        faint = "" if attribution.trusted else " faint"
        source, id_ = attribution.source, attribution.id
        for kind, spans in (
            ("source", source.spans),
            ("cue", attribution.cue.spans),
            ("content", attribution.content.spans),
        ):
            for span in spans:
                yield span.start, span.end, f"{kind}{faint} {id_}"
        if source.resolves_to:
            for span in source.resolves_to.spans:
                yield span.start, span.end, f"name n{id_[1:]}"


def cut(report: Report, prefix: str = "") -> Iterator[tuple[Segment, ...]]:
    """The pieces of each sentence, in order: one sweep over all edges from end to end."""
    document = report.document
    text = document.prose
    waiting = list(_statements(report))
    ends: dict[int, tuple[Reference, ...]] = {}
    for number, finding in enumerate(report.findings, start=1):
        span, severity, key = finding.span, finding.severity, f"f{number}"
        waiting.append((span.start, span.end, f"finding {severity} {key}"))
        reference = Reference(prefix + key, severity, key[1:])
        ends[span.end] = (*ends.get(span.end, ()), reference)
    waiting.sort(key=itemgetter(0))
    edges = {edge for start, end, _ in waiting for edge in (start, end)}
    edges.update([edge for s in document.sentences for edge in (s.span.start, s.span.end)])
    order = sorted(edges)
    texts = escaped([text[start:end] for start, end in pairwise(order)])
    at = coming = 0
    over: list[Layer] = []
    for sentence in document.sentences:
        span, pieces = sentence.span, []
        while order[at] < span.start:
            at += 1
        while order[at] < span.end:
            start, end = order[at], order[at + 1]
            while coming < len(waiting) and waiting[coming][0] <= start:
                over.append(waiting[coming])
                coming += 1
            over = [layer for layer in over if layer[1] > start]
            classes = " ".join([layer[2] for layer in over])
            pieces.append(Segment(texts[at], classes, ends.get(end, ())))
            at += 1
        yield tuple(pieces)
