"""Articles in which people marked who said what, as PolNeAR keeps them.

A folder holds ``text/NAME.txt`` and ``attributions/NAME_WHO.ann``, brat stand-off files: a
row ``T3<tab>Cue 107 114<tab>…`` is a stretch of text, ``E1<tab>Source:T1 Cue:T3 Content:T4``
an attribution made of some. Where several people read one article, the first by name counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.document import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The stretches of one attribution; a part that is absent has none."""

    source: Spans
    cue: Spans
    content: Spans
    frame: str = ""

    @property
    def first(self) -> int:
        """Where it begins in the text."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Marked:
    """An article, and the attributions with a content that a person marked in it."""

    name: str
    text: str
    attributions: tuple[Parts, ...]


def read_folder(folder: Path) -> Iterator[Marked]:
    """The marked articles in order of name.

    Raises ``FileNotFoundError`` if the folder does not hold ``text`` and ``attributions``.
    """
    for part in ("text", "attributions"):
        if not (folder / part).is_dir():
            raise FileNotFoundError(f"{folder} holds no folder {part}")
    for path in sorted((folder / "text").glob("*.txt")):
        readings = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        if readings:
            found = tuple(parts for parts in read_marks(readings[0]) if parts.content)
            yield Marked(path.stem, path.read_bytes().decode("utf-8"), found)


def read_marks(path: Path) -> Iterator[Parts]:
    """The attributions of one stand-off file, in its order."""
    # Not splitlines(): a marked text may hold characters that it takes for line ends.
    lines = path.read_bytes().decode("utf-8").split("\n")
    rows = [line.rstrip("\r").split("\t") for line in lines]
    spans = {row[0]: tuple(_spans(row[1])) for row in rows if len(row) > 1 and row[0][:1] == "T"}
    for row in rows:
        if len(row) > 1 and row[0].startswith("E"):
            roles: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
            for pair in row[1].split():
                role, _, name = pair.partition(":")
                # A second source of one attribution is called Source2.
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles:
                    roles[role] += spans[name]
            yield Parts(roles["source"], roles["cue"], roles["content"])


def _spans(cell: str) -> Iterator[Span]:
    """``Content 115 290;301 340`` as spans; marks of no width are left out."""
    for place in cell.partition(" ")[2].split(";"):
        start, end = (int(number) for number in place.split())
        if start < end:
            yield Span(start, end)
