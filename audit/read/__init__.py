"""Files to text: bytes read whole, decoded strictly, nothing changed."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.document import Document

# What a folder walk takes up. Other files are read when they are named.
SUFFIXES = frozenset({".txt", ".text"})
STDIN = "-"


class Unreadable(Exception):
    """A file that cannot be audited; the message is one line, names it and says what to do."""


def read_file(path: str) -> "Document":
    """Read and parse one file; ``-`` is standard input. Raises ``Unreadable``."""
    from audit.parse import parse

    return parse(read_text(path), path)


def read_text(path: str) -> str:
    """The text exactly as it is in the file, line ends and byte order mark included."""
    return decode(_bytes(path), path)


def decode(data: bytes, name: str) -> str:
    """The bytes as UTF-8; nothing is guessed. Raises ``Unreadable``."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(f"{name}: UTF-16 text; save it as UTF-8 and try again")
    if b"\0" in data[:8192]:
        raise Unreadable(f"{name}: a binary file; give the article as plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"{name}: not UTF-8 (line {line}, byte {error.start}); save it as UTF-8 and try again"
        ) from None


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise Unreadable(f"{path}: a folder; name the articles in it") from None
    except PermissionError:
        raise Unreadable(f"{path}: not permitted; check who may read it") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(f"{path}: cannot be read ({reason.lower()})") from None
