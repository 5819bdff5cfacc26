"""The cases of a house rule: what it flags and what it leaves alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audit.document import Span

_MARKS = re.compile(r"\[\[|\]\](?!\])")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the spans that its rule has to flag in it, none where it has to pass.

    ``place`` is the file and line it is written at.
    """

    text: str
    spans: tuple[Span, ...]
    place: str

    @property
    def kind(self) -> str:
        return "flag" if self.spans else "pass"


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its double brackets, and where they were; ``[[[sic]]]`` marks ``[sic]``.

    Raises ``ValueError`` for a bracket without its other half, or with nothing inside.
    """
    text, spans = "", []
    pieces = _MARKS.split(marked)
    signs = _MARKS.findall(marked)
    if signs != ["[[", "]]"] * (len(signs) // 2):
        raise ValueError("the double brackets do not come in pairs")
    for i, piece in enumerate(pieces):
        if i % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    return text, tuple(spans)


def mark(text: str, spans: Iterable[Span]) -> str:
    """The text with double brackets around the spans."""
    signs = sorted(
        (place, order, sign)
        for span in spans
        for place, order, sign in ((span.end, 0, "]]"), (span.start, 1, "[["))
    )
    pieces, at = [], 0
    for place, _, sign in signs:
        pieces += [text[at:place], sign]
        at = place
    return "".join((*pieces, text[at:]))


def lines(text: str) -> Iterator[str]:
    """The lines of a text for a manual: none of them empty."""
    yield from (line.strip() for line in text.splitlines() if line.strip())
