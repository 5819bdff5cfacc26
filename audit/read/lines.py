"""The lines of a text in Markdown that its parser is not to see: front matter, footnotes."""

import re
from collections.abc import Sequence

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_FENCE = {"---": ("---", "..."), "+++": ("+++",)}
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def divide(source: str) -> list[tuple[int, int]]:
    """Where each line begins and where the next one does."""
    return [match.span() for match in _LINE.finditer(source)]


def front_matter(source: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """The lines of a head for programs, if the file opens with one."""
    first = source[slice(*lines[0])].strip("\ufeff \t\r\n")
    for i, (start, end) in enumerate(lines[1:], start=1):
        if first not in _FENCE:
            break
        if source[start:end].rstrip() in _FENCE[first]:
            return set(range(i + 1))
    return set()


def footnotes(source: str, lines: Sequence[tuple[int, int]], hidden: set[int]) -> set[str]:
    """Hide the lines of footnotes; the names of those that lead to an address."""
    linked: set[str] = set()
    name, blank = "", False
    for i, (start, end) in enumerate(lines):
        if i in hidden:
            continue
        line = source[start:end]
        opening = _NOTE.match(line)
        if opening:
            name = opening[1]
        elif not line.strip():
            blank = True
            continue
        elif name and blank and not line.startswith(("    ", "\t")):
            name = ""
        if name:
            hidden.add(i)
            if _ADDRESS.search(line):
                linked.add(name)
        blank = False
    return linked
