"""Where paragraphs begin and end: a line each, or several where a text is wrapped by hand."""

import re
from itertools import pairwise

from audit.document import Span

# Mail and wire copy is broken at 60 to 80 columns, seldom beyond 100.
WIDEST = 110
NARROWEST = 40

# White space to Python, or a mark that shows nothing (byte order mark, zero-width space).
_MARGIN = " \t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u180e\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
_MARGIN += "".join(map(chr, range(0x2000, 0x200B)))
_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]]*$")
_NEW_ITEM = re.compile(r"[•⁃‣·*–—-]\s|\(?\d{1,3}[.)]\s|>")


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs without the white space around them; none for a text of white space.

    A line that is not blank is a paragraph. Where the lines of a text were broken by hand at
    one width and blank lines stand between its paragraphs, a paragraph is several lines.

    >>> find_paragraphs("One.\\r\\n\\r\\nTwo.")
    [Span(start=0, end=4), Span(start=8, end=12)]
    """
    lines = _lines(text)
    width = _wrapped_at(text, lines)
    if width is None:
        return lines
    joined: list[Span] = []
    for line in lines:
        if joined and _runs_on(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _lines(text: str) -> list[Span]:
    """Every line that is not blank, without its margins."""
    spans = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip(_MARGIN))
        end = match.end() - (len(line) - len(line.rstrip(_MARGIN)))
        if start < end:
            spans.append(Span(start, end))
    return spans


def _wrapped_at(text: str, lines: list[Span]) -> int | None:
    """The column at which the text was wrapped by hand, ``None`` if it was not.

    In a wrapped text most lines that another follows at once are nearly full, and few of
    them end a sentence. A list of headlines or a poem fails the one test or the other.
    """
    followed = [
        line
        for line, following in pairwise(lines)
        if len(_BREAK.findall(text, line.end, following.start)) == 1
    ]
    if not followed:
        return None
    lengths = sorted(line.end - line.start for line in followed)
    width = lengths[-1]
    widest = max(line.end - line.start for line in lines)
    if not NARROWEST <= width <= WIDEST or widest > width + 20:
        return None
    full = sum(length > width * 0.75 for length in lengths)
    stopped = sum(bool(_ENDS_SENTENCE.search(text[line.start : line.end])) for line in followed)
    if full < 0.7 * len(lengths) or stopped > 0.4 * len(lengths):
        return None
    return width


def _runs_on(text: str, before: Span, line: Span, width: int) -> bool:
    """The line carries on the one before: its first word would not have fitted there."""
    if len(_BREAK.findall(text, before.end, line.start)) != 1:
        return False
    start = 1 + max(text.rfind(mark, before.start, before.end) for mark in "\r\n")
    start = max(start, before.start)
    if _NEW_ITEM.match(text, line.start) and _ENDS_SENTENCE.search(text[start : before.end]):
        return False
    first_word = len(text[line.start : line.end].split(maxsplit=1)[0])
    return before.end - start + 1 + first_word > width - 4 or text[line.start].islower()
