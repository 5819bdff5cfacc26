"""Files to text: bytes read whole, decoded strictly, nothing changed.

Of Markdown, HTML and Word documents the prose is taken out, and keeps its places in the file.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from audit.read.encoding import NotText, decode

if TYPE_CHECKING:
    from audit.document import Document
    from audit.read.markup import Reading

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
WORD = frozenset({".docx"})
# What a folder walk takes up. Other files are read, as plain text, when they are named.
SUFFIXES = frozenset({".txt", ".text"}) | MARKDOWN | HTML | WORD
# Text to a computer and no article, or an article that is no text.
_OTHERS = frozenset(
    """
    .csv .doc .docm .dotm .dotx .epub .json .jsonl .odt .pages .pdf .ps .rtf .tex .toml .tsv .xml
    .yaml .yml
    """.split()
)
STDIN = "-"

# No article is longer than a short book. Units: bytes of a file, characters of markup and of
# prose. With these the worst that a file can hold is read and audited in half a minute.
LARGEST_FILE = 10_000_000
LARGEST_PAGE = 3_000_000
LARGEST_MARKDOWN = 500_000
LARGEST_TEXT = 400_000


class Unreadable(Exception):
    """A file that cannot be audited: its name, and on one line why and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def read_file(path: str) -> "Document":
    """Read and parse one file; ``-`` is standard input. Raises ``Unreadable``."""
    from audit.parse import parse

    name, suffix = shown(path), Path(path).suffix.lower()
    if path != STDIN and suffix in _OTHERS and not os.path.isdir(path):
        reason = f"audit reads no {suffix} files; give the article as text, Markdown, HTML or .docx"
        raise Unreadable(name, reason)
    if path == STDIN or suffix not in MARKDOWN | HTML | WORD:
        return parse(_not_too_long(read_text(path), name), name)
    if suffix in WORD:
        reading = _of_word(path, name)
    else:
        text = _decoded(read_bytes(path), name, page=suffix in HTML)
        _not_too_long(text, name, LARGEST_PAGE if suffix in HTML else LARGEST_MARKDOWN)
        reading = _without_markup(text, suffix)
    _not_too_long(reading.text, name)
    parsed = parse(reading.text, name, reading.links, reading.notes)
    return replace(parsed, layout=reading.layout)


def _of_word(path: str, name: str) -> "Reading":
    from audit.read import docx

    try:
        return docx.read(read_bytes(path))
    except docx.NotWord as error:
        raise Unreadable(name, str(error)) from None


def _without_markup(text: str, suffix: str) -> "Reading":
    if suffix in HTML:
        from audit.read import html

        return html.read(text)
    from audit.read import markdown

    return markdown.read(text)


def _not_too_long(text: str, name: str, most: int = LARGEST_TEXT) -> str:
    if len(text) > most:
        size = f"{len(text):,} characters, and more than {most:,} are no article"
        raise Unreadable(name, f"this is too long ({size}); give one article a file")
    return text


def read_text(path: str) -> str:
    """The text exactly as it is in the file, line ends and byte order mark included."""
    return _decoded(read_bytes(path), shown(path))


def _decoded(data: bytes, name: str, page: bool = False) -> str:
    try:
        return decode(data, page)
    except NotText as error:
        raise Unreadable(name, str(error)) from None


def shown(path: str) -> str:
    """A path as it can be printed: what is not UTF-8 or breaks the line is replaced."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def read_bytes(path: str) -> bytes:
    """A whole file, and never more than an article can need. Raises ``Unreadable``."""
    if path == STDIN:
        return _bounded(sys.stdin.buffer, path)
    try:
        with open(path, "rb") as file:
            return _bounded(file, path)
    except FileNotFoundError:
        reason = "there is no such file; check the name"
    except IsADirectoryError:
        kinds = " or ".join(sorted(SUFFIXES))
        reason = f"there is no article in this folder; articles are files that end in {kinds}"
    except PermissionError:
        reason = "this file may not be read; check its permissions"
    except (OSError, ValueError) as error:
        reason = f"this file cannot be read ({' '.join(str(error).split())})"
    raise Unreadable(shown(path), reason)


def _bounded(file: BinaryIO, path: str) -> bytes:
    """The whole file, and never more of it than an article can need."""
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        reason = f"this is too large (over {LARGEST_FILE:,} bytes); give one article a file"
        raise Unreadable(shown(path), reason)
    return data
