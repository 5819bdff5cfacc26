"""An article's text cut into pieces at the edge of everything that is marked in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from audit.document import Span
from audit.report import Listed, Report

# Shapes beside colours, so that severity is legible without either alone.
SYMBOLS = {"error": "■", "warning": "▲", "note": "○"}


class Layer(NamedTuple):
    """One marked stretch: what it is, whose (``a3``, ``f12``, ``n3``), and in words.

    ``n3`` is the name that the pronoun of statement ``a3`` stands for. Tuples, here and
    below, because a long article has tens of thousands.
    """

    span: Span
    kind: str
    key: str
    label: str = ""


class Reference(NamedTuple):
    """The small sign that leads from a finding's words to the finding."""

    id: str
    severity: str
    sign: str
    label: str


class Segment(NamedTuple):
    """A piece of text over which the marks do not change.

    ``classes`` are kinds of marks and ``keys`` whose they are, for the style and the
    script; ``title`` says of a source or cue what it is. ``references`` are the findings
    that end here.
    """

    text: str
    classes: str = ""
    keys: str = ""
    title: str = ""
    references: tuple[Reference, ...] = ()


def layers(report: Report, numbers: dict[Listed, int]) -> Iterator[Layer]:
    """Everything marked in the article."""
    for attribution in report.article.attributions:
        faint = "" if attribution.trusted else " faint"
        source, id_ = attribution.source, attribution.id
        name = " ".join(source.known_as.text.split()) or "nobody named"
        for span in source.spans:
            yield Layer(span, f"source{faint}", id_, f"source: {name}")
        for span in attribution.cue.spans:
            yield Layer(span, f"cue{faint}", id_, f"reporting words of: {name}")
        for span in attribution.content.spans:
            yield Layer(span, f"content{faint}", id_)
        if source.resolves_to:
            for span in source.resolves_to.spans:
                yield Layer(span, "name", f"n{id_[1:]}")
    for finding, number in numbers.items():
        yield Layer(finding.span, f"finding {finding.severity.value}", f"f{number}")


class Cutter:
    """Cuts stretches of one report's text, each layer looked at only where it lies."""

    def __init__(self, report: Report, numbers: dict[Listed, int]) -> None:
        self._text = report.document.prose
        self._by_sentence: dict[int, list[Layer]] = defaultdict(list)
        self._ends: dict[int, list[Reference]] = defaultdict(list)
        document = report.document
        for layer in layers(report, numbers):
            first = document.sentence_index(layer.span.start)
            last = document.sentence_index(layer.span.end - 1)
            for sentence in range(first, last + 1):
                self._by_sentence[sentence].append(layer)
        for finding, number in numbers.items():
            severity = finding.severity.value
            sign, label = f"{SYMBOLS[severity]}{number}", f"finding {number}, {severity}"
            reference = Reference(f"f{number}", severity, sign, label)
            self._ends[finding.span.end].append(reference)

    def cut(self, span: Span, sentence: int) -> Iterator[Segment]:
        """The pieces of a stretch that lies in, or after, one sentence."""
        if sentence not in self._by_sentence:
            yield Segment(self._text[span.start : span.end])
            return
        opening: dict[int, list[Layer]] = defaultdict(list)
        closing: dict[int, list[Layer]] = defaultdict(list)
        for layer in self._by_sentence[sentence]:
            start, end = max(layer.span.start, span.start), min(layer.span.end, span.end)
            if start < end:
                opening[start].append(layer)
                closing[end].append(layer)
        over: dict[Layer, None] = {}
        for start, end in pairwise(sorted({span.start, span.end, *opening, *closing})):
            for layer in closing.get(start, ()):
                over.pop(layer, None)
            over.update(dict.fromkeys(opening.get(start, ())))
            yield self._segment(start, end, over)

    def _segment(self, start: int, end: int, over: Collection[Layer]) -> Segment:
        references = tuple(self._ends.get(end, ()))
        if not over:
            return Segment(self._text[start:end], references=references)
        if len(over) == 1:
            (layer,) = over
            return Segment(self._text[start:end], layer.kind, layer.key, layer.label, references)
        return Segment(
            self._text[start:end],
            _joined(word for layer in over for word in layer.kind.split()),
            _joined(layer.key for layer in over),
            "; ".join(dict.fromkeys(layer.label for layer in over if layer.label)),
            references,
        )


def _joined(words: Iterable[str]) -> str:
    """Each word once, in order of first use."""
    return " ".join(dict.fromkeys(words))
