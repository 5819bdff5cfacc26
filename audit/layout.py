"""Where the characters of a text stand in the file it was taken out of."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of the text from ``start`` on that comes from one place in the file.

    ``size`` is how many characters of the file it stands for from ``origin`` on. They are
    the same characters where ``verbatim``; else the stretch is one character that was
    written in another way (``&amp;``), or was put in, and then ``size`` is 0.
    A tuple and not a dataclass because a page has thousands.
    """

    start: int
    origin: int
    size: int
    verbatim: bool


@dataclass(frozen=True)
class Layout:
    """The file's own text, and the pieces of it that the audited text is made of, in order.

    ``runs`` are where the runs of a Word document begin in it; nothing else has any.

    Units: Unicode code points, counted from 0.
    """

    original: str
    pieces: tuple[Piece, ...]
    runs: tuple[int, ...] = ()

    def before(self, offset: int) -> int:
        """Where in the file the character at ``offset`` begins."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]
        if not piece.verbatim:
            return piece.origin
        return piece.origin + min(max(offset - piece.start, 0), piece.size)

    def after(self, offset: int) -> int:
        """Where in the file the character before ``offset`` ends."""
        if not self.pieces or offset <= 0:
            return 0
        piece = self.pieces[max(bisect_right(self._starts, offset - 1) - 1, 0)]
        if not piece.verbatim:
            return piece.origin + piece.size
        return piece.origin + min(max(offset - piece.start, 0), piece.size)

    def shown_at(self, origin: int) -> int:
        """Where in the text a character of the file stands, or the next one that is there."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(bisect_right(self._origins, origin) - 1, 0)]
        if not piece.verbatim:
            return piece.start
        return piece.start + min(max(origin - piece.origin, 0), piece.size)

    @cached_property
    def _origins(self) -> list[int]:
        return [piece.origin for piece in self.pieces]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]


class Builder:
    """A text put together from pieces of a file, which remembers where each came from."""

    def __init__(self, original: str) -> None:
        self.length = 0
        self._original = original
        self._parts: list[str] = []
        self._pieces: list[Piece] = []

    def copy(self, start: int, end: int) -> None:
        """The file's characters from ``start`` to ``end``, as they are."""
        if start < end:
            self._pieces.append(Piece(self.length, start, end - start, True))
            self._add(self._original[start:end])

    def put(self, text: str, origin: int, size: int = 0) -> None:
        """Text in place of ``size`` characters of the file, or put in before one."""
        if text:
            self._pieces.append(Piece(self.length, origin, size, False))
            self._add(text)

    def done(self) -> tuple[str, Layout]:
        return "".join(self._parts), Layout(self._original, tuple(self._pieces))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
