"""The line a finding stands in, cut to a terminal's width, with a mark under its words."""

from typing import NamedTuple
from unicodedata import category, east_asian_width

from audit.document import Document, Span

# Units: characters. How much of a line is shown, and how much of that before the words.
WIDTH = 96
BEFORE = 32
CUT = "…"


class Excerpt(NamedTuple):
    """A line, and the line of carets that goes under it."""

    line: str
    mark: str


def excerpt(document: Document, span: Span) -> Excerpt:
    """The words of a span in their line; of a span over several lines, the first of them."""
    text = document.text
    # Only so far is looked, because some files are one line from end to end.
    start = text.rfind("\n", max(span.start - BEFORE, 0), span.start) + 1
    before = ""
    if not start:
        start = max(span.start - BEFORE, 0)
        before = CUT if start else ""
    stop = start + WIDTH
    end = text.find("\n", span.start, stop)
    after = ""
    if end < 0:
        end = min(stop, len(text))
        after = CUT if end < len(text) and text[end] != "\n" else ""
    line = before + shown(text[start:end].rstrip("\r")) + after
    indent = width(before + shown(text[start : span.start]))
    marked = width(shown(text[span.start : min(span.end, end)]).rstrip()) or 1
    return Excerpt(line, " " * indent + "^" * marked)


def shown(text: str) -> str:
    """Characters that each stand on the line, one for one: no control reaches a terminal."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"
        for char in text
    )


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("abc"), width("日本"), width("e\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if category(char) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1
