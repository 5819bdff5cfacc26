"""An article's text cut into pieces at the edge of everything that is marked in it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from audit.document import Span
from audit.report import Report

# Shapes beside colours, so that severity is legible without either alone.
SYMBOLS = {"error": "■", "warning": "▲", "note": "○"}


class Layer(NamedTuple):
    """One marked stretch: what it is, and whose (``a3``, ``f12``, ``n3``).

    ``n3`` is the name that the pronoun of statement ``a3`` stands for. Tuples, here and
    below, because a long article has tens of thousands.
    """

    start: int
    end: int
    kind: str
    key: str


class Reference(NamedTuple):
    """The number that leads from a finding's words to the finding."""

    id: str
    severity: str
    number: int


class Segment(NamedTuple):
    """A piece of text over which the marks do not change.

    ``classes`` are kinds of marks and the keys of their owners, for the style and the
    script. ``references`` are the findings that end here.
    """

    text: str
    classes: str = ""
    references: tuple[Reference, ...] = ()


def layers(report: Report) -> Iterator[Layer]:
    """Everything marked in the article; its findings are numbered in reading order."""
    for attribution in report.article.attributions:
        faint = "" if attribution.trusted else " faint"
        source, id_ = attribution.source, attribution.id
        for kind, spans in (
            (f"source{faint}", source.spans),
            (f"cue{faint}", attribution.cue.spans),
            (f"content{faint}", attribution.content.spans),
        ):
            for span in spans:
                yield Layer(span.start, span.end, kind, id_)
        if source.resolves_to:
            for span in source.resolves_to.spans:
                yield Layer(span.start, span.end, "name", f"n{id_[1:]}")
    for number, finding in enumerate(report.findings, start=1):
        span = finding.span
        yield Layer(span.start, span.end, f"finding {finding.severity.value}", f"f{number}")


class Cutter:
    """Cuts stretches of one report's text, each layer looked at only where it lies."""

    def __init__(self, report: Report, prefix: str = "") -> None:
        self._text = report.document.text
        self._by_sentence: dict[int, list[Layer]] = defaultdict(list)
        self._ends: dict[int, tuple[Reference, ...]] = {}
        document = report.document
        for layer in layers(report):
            first = document.sentence_index(layer.start)
            last = first
            if layer.end > document.sentences[first].end:
                last = document.sentence_index(layer.end - 1)
            for sentence in range(first, last + 1):
                self._by_sentence[sentence].append(layer)
        for number, finding in enumerate(report.findings, start=1):
            end = finding.span.end
            reference = Reference(f"{prefix}f{number}", finding.severity.value, number)
            self._ends[end] = (*self._ends.get(end, ()), reference)

    def cut(self, span: Span, sentence: int) -> Iterator[Segment]:
        """The pieces of a stretch that lies in, or after, one sentence."""
        there = self._by_sentence.get(sentence)
        if not there:
            yield Segment(self._text[span.start : span.end])
            return
        there.sort(key=attrgetter("start"))
        edges = {span.start, span.end}
        edges.update([layer.start for layer in there if span.start < layer.start < span.end])
        edges.update([layer.end for layer in there if span.start < layer.end < span.end])
        over: list[Layer] = []
        coming = 0
        for start, end in pairwise(sorted(edges)):
            while coming < len(there) and there[coming].start <= start:
                over.append(there[coming])
                coming += 1
            over = [layer for layer in over if layer.end > start]
            yield self._segment(start, end, over)

    def _segment(self, start: int, end: int, over: Sequence[Layer]) -> Segment:
        text, references = self._text[start:end], self._ends.get(end, ())
        if not over:
            return Segment(text, references=references)
        if len(over) == 1:
            return Segment(text, f"{over[0].kind} {over[0].key}", references)
        kinds = " ".join([layer.kind for layer in over]).split()
        keys = [layer.key for layer in over]
        return Segment(text, " ".join(dict.fromkeys(kinds + keys)), references)
