"""An article's text cut into pieces at the edge of everything that is marked in it."""

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from audit.outputs.markup import Html, escaped
from audit.report import Report

# Shapes beside colours, so that severity is legible without either alone.
SYMBOLS = {"error": "■", "warning": "▲", "note": "○"}


class Layer(NamedTuple):
    """One marked stretch: ``classes`` are what it is, and whose (``a3``, ``f12``, ``n3``).

    ``n3`` is the name that the pronoun of statement ``a3`` stands for. Tuples, here and
    below, because a long article has tens of thousands.
    """

    start: int
    end: int
    classes: str


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


def layers(report: Report) -> Iterator[Layer]:
    """Everything marked in the article; its findings are numbered in reading order."""
    for attribution in report.article.attributions:
        faint = "" if attribution.trusted else " faint"
        source, id_ = attribution.source, attribution.id
        for kind, spans in (
            ("source", source.spans),
            ("cue", attribution.cue.spans),
            ("content", attribution.content.spans),
        ):
            for span in spans:
                yield Layer(span.start, span.end, f"{kind}{faint} {id_}")
        if source.resolves_to:
            for span in source.resolves_to.spans:
                yield Layer(span.start, span.end, f"name n{id_[1:]}")
    for number, finding in enumerate(report.findings, start=1):
        span, severity = finding.span, finding.severity.value
        yield Layer(span.start, span.end, f"finding {severity} f{number}")


def cut(report: Report, prefix: str = "") -> Iterator[tuple[Segment, ...]]:
    """The pieces of each sentence, in order: one sweep over all edges from end to end."""
    document = report.document
    text, ends = document.text, _references(report, prefix)
    waiting = sorted(layers(report), key=itemgetter(0))
    edges = {edge for layer in waiting for edge in layer[:2]}
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


def _references(report: Report, prefix: str) -> dict[int, tuple[Reference, ...]]:
    """The findings by the character that they end before."""
    ends: dict[int, tuple[Reference, ...]] = {}
    for number, finding in enumerate(report.findings, start=1):
        end = finding.span.end
        reference = Reference(f"{prefix}f{number}", finding.severity.value, f"{number}")
        ends[end] = (*ends.get(end, ()), reference)
    return ends
