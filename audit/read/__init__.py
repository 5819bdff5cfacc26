"""Files to text: bytes read whole, decoded strictly, nothing changed."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.document import Document

# What a folder walk takes up. Other files are read when they are named.
SUFFIXES = frozenset({".txt", ".text"})
STDIN = "-"


class Unreadable(Exception):
    """A file that cannot be audited: its name, and on one line why and what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def read_file(path: str) -> "Document":
    """Read and parse one file; ``-`` is standard input. Raises ``Unreadable``."""
    from audit.parse import parse

    return parse(read_text(path), shown(path))


def read_text(path: str) -> str:
    """The text exactly as it is in the file, line ends and byte order mark included."""
    return decode(_bytes(path), shown(path))


def shown(path: str) -> str:
    """A path as it can be printed: what is not UTF-8 or breaks the line is replaced."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def decode(data: bytes, name: str) -> str:
    """The bytes as UTF-8; nothing is guessed. Raises ``Unreadable``."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(name, "this is UTF-16 text; save it as UTF-8 and try again")
    if b"\0" in data[:8192]:
        raise Unreadable(name, "this is a binary file; give the article as plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            name, f"this is not UTF-8 text (see line {line}); save it as UTF-8 and try again"
        ) from None


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
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
