"""An article's text cut into pieces at the edge of everything that is marked in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from audit.document import Span
from audit.report import Listed, Report

# Shapes beside colours, so that severity is legible without either alone.
SYMBOLS = {"error": "■", "warning": "▲", "note": "○"}


@dataclass(frozen=True, slots=True)
class Layer:
    """One marked stretch: what it is, whose (``a3`` or ``f12``), and in words."""

    span: Span
    kind: str
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The small sign that leads from a finding's words to the finding."""

    number: int
    severity: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text over which the marks do not change.

    ``classes`` are kinds of marks and ``keys`` whose they are, for the style and the
    script; ``title`` says both in words. ``references`` are the findings that end here.
    """

    text: str
    classes: str = ""
    keys: str = ""
    title: str = ""
    references: tuple[Reference, ...] = ()


def layers(report: Report, numbers: dict[Listed, int]) -> list[Layer]:
    """Everything marked in the article."""
    found = []
    for attribution in report.article.attributions:
        faint = "" if attribution.trusted else " faint"
        who = attribution.source.known_as.text or "nobody named"
        for name, spans in (
            ("source", attribution.source.spans),
            ("cue", attribution.cue.spans),
            ("content", attribution.content.spans),
        ):
            label = f"{name} of a statement by {who}"
            found += [Layer(span, name + faint, attribution.id, label) for span in spans]
    for finding, number in numbers.items():
        severity = finding.severity.value
        key, label = f"f{number}", f"{severity}: {finding.rule}"
        found.append(Layer(finding.span, f"finding {severity}", key, label))
    return found


class Cutter:
    """Cuts stretches of one report's text, each layer looked at only where it lies."""

    def __init__(self, report: Report, numbers: dict[Listed, int]) -> None:
        self._text = report.document.text
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
            reference = Reference(number, severity, SYMBOLS[severity])
            self._ends[finding.span.end].append(reference)

    def cut(self, span: Span, sentence: int) -> Iterator[Segment]:
        """The pieces of a stretch that lies in, or after, one sentence."""
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

    def _segment(self, start: int, end: int, over: Iterable[Layer]) -> Segment:
        return Segment(
            self._text[start:end],
            _joined(word for layer in over for word in layer.kind.split()),
            _joined(layer.key for layer in over),
            "; ".join(dict.fromkeys(layer.label for layer in over)),
            tuple(self._ends.get(end, ())),
        )


def _joined(words: Iterable[str]) -> str:
    """Each word once, in order of first use."""
    return " ".join(dict.fromkeys(words))
