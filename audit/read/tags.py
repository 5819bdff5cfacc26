"""HTML to tags and stretches of text with their places, in one pass over any input.

Not the standard library's parser: up to Python 3.11 that takes minutes for some broken pages
of 100 kB, and this takes no longer for them than for others.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Inside these nothing is a tag but their own end.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""
    [\s/]*+ (?P<name> [^\s=>/][^\s=>/]*+ )
    (?: \s*+ = \s*+ (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^\s>]++) ) )?
    | [\s/=]++
    """,
    re.VERBOSE,
)


class Tag(NamedTuple):
    """A start tag (``opens``) or an end tag, from ``start`` to ``end`` in the file."""

    name: str
    opens: bool
    attributes: dict[str, str]
    start: int
    end: int


class Text(NamedTuple):
    """Characters between tags, references such as ``&amp;`` still in them."""

    start: int
    end: int


class Comment(NamedTuple):
    """A comment with its marks."""

    start: int
    end: int


def scan(source: str) -> Iterator[Tag | Text | Comment]:
    """Everything in the file from left to right. What is not closed runs to its end."""
    at, size, looked = 0, len(source), 0
    while at < size:
        less = source.find("<", looked)
        if less < 0:
            yield Text(at, size)
            return
        found = _markup(source, less)
        if found is None:
            looked = less + 1  # A lone sign is text.
            continue
        if at < less:
            yield Text(at, less)
        at = found.end
        if isinstance(found, Tag):
            yield found
            if found.opens and found.name in RAW:
                at = _raw_end(source, found)
        elif source.startswith("<!--", found.start):
            yield found
        looked = at


def _markup(source: str, start: int) -> Tag | Comment | None:
    """What begins at this ``<``, ``None`` if nothing does."""
    following = source[start + 1 : start + 2]
    if following in ("!", "?"):
        comment = source.startswith("<!--", start)
        return Comment(start, _past(source, "-->" if comment else ">", start + 2))
    if following == "/":
        name = _NAME.match(source, start + 2)
        if name is None:
            return None
        return Tag(name[0].lower(), False, {}, start, _past(source, ">", name.end()))
    name = _NAME.match(source, start + 1)
    if name is None:
        return None
    attributes: dict[str, str] = {}
    at = name.end()
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
        if match["name"]:
            value = match["double"] or match["single"] or match["bare"] or ""
            attributes.setdefault(match["name"].lower(), value)
    return Tag(name[0].lower(), True, attributes, start, _past(source, ">", at))


def _past(source: str, mark: str, start: int) -> int:
    """The place after the next mark, or the end of the file."""
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _raw_end(source: str, tag: Tag) -> int:
    """Where the end tag of an element without tags inside begins."""
    end = re.compile(rf"</{tag.name}\b", re.IGNORECASE).search(source, tag.end)
    return end.start() if end else len(source)
