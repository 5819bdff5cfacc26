"""What the text part of a Word document holds, each thing with its bytes in the file.

So a document can be given back with marks put between its bytes and nothing else changed.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate


class Where(IntEnum):
    """What a paragraph stands in."""

    BODY = 0
    TABLE = 1
    BOX = 2


@dataclass(slots=True, eq=False)
class Element:
    """An element in a paragraph, from its first byte to behind its last.

    ``first`` and ``last`` are its children at the ends, ``properties`` not counted.
    ``hidden``: a run that its writer has hidden.
    """

    name: str
    start: int
    parent: "Element | None"
    end: int = -1
    first: "Element | None" = None
    last: "Element | None" = None
    properties: "Element | None" = None
    hidden: bool = False


@dataclass(slots=True, eq=False)
class Stretch:
    """Some text of a paragraph that stands together in the file.

    ``at`` counts characters from the paragraph's start. ``anchor`` is the outermost run, or
    other thing that is not to be taken apart, with the text in it; ``child`` is what of that
    run holds the text. Where that is nothing but text, ``chunks`` are the bytes at which its
    parts begin. ``cited``: a note with an address hangs on its last word.
    """

    at: int
    text: str
    link: bool
    anchor: Element
    child: Element | None
    chunks: list[tuple[int, str]]
    cited: bool = False


@dataclass(slots=True, eq=False)
class Paragraph:
    """One ``w:p`` of the document, the one of that number, counted from 0.

    ``runs`` are where its runs begin, in characters from its start. ``listed`` is whether it
    is an item of a list, ``None`` where its style decides. ``joined``: it goes on in the
    next, because its end was deleted or it is a large initial.
    """

    number: int
    where: Where
    stretches: list[Stretch] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    length: int = 0
    style: str = ""
    listed: bool | None = None
    joined: bool = False


@dataclass(slots=True)
class Body:
    """The text part in UTF-8, and its paragraphs in the order in which they begin.

    ``prefix`` and ``edition`` are what Word's names begin with, and the place of their
    vocabulary in ``wordxml.WORD``. ``comments`` are the ids of comments, each with the places
    where its marks stand: the number of the paragraph, and the character in it.
    """

    data: bytes
    encoding: str
    prefix: str = ""
    edition: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    comments: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """A line for each paragraph, with everything in it that is not deleted."""
        return "\n".join("".join(s.text for s in p.stretches) for p in self.paragraphs)

    def starts(self) -> list[int]:
        """Where in ``text`` each paragraph begins."""
        sizes = (paragraph.length + 1 for paragraph in self.paragraphs)
        return list(accumulate(sizes, initial=0))[:-1]
