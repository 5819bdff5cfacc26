"""A Word document to its prose: paragraph by paragraph, deletions, notes and tables left out.

A line of the text is a paragraph of the document, empty ones and those of tables and boxes
counted, and a column is a character in it, so that a finding leads to its place in the editor.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from audit.read import margin
from audit.read.markup import Block, Reading, Run, assemble, leads_away
from audit.read.package import NotWord, Package, unpack
from audit.read.styles import Styles, attribute
from audit.read.wordml import Body, Paragraph, Stretch, Where
from audit.read.wordwalk import walk

__all__ = ["NotWord", "body_of", "read"]

# Units: characters. With less than this in its paragraphs an article stands somewhere else.
LEAST = 200
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)


def read(data: bytes) -> Reading:
    """The prose of a ``.docx`` file. Raises ``NotWord``."""
    package = unpack(data)
    body = body_of(package)
    styles = Styles(package.optional(package.related("styles")))
    starts = body.starts()
    read_in = _read_in(body.paragraphs)
    reading = assemble(body.text, _blocks(body, starts, styles, read_in))
    runs = tuple(
        start + at
        for start, paragraph in zip(starts, body.paragraphs, strict=True)
        for at in paragraph.runs
    )
    notes = margin.read(package, body, read_in, reading)
    return reading._replace(layout=replace(reading.layout, runs=runs), notes=notes)


def body_of(package: Package) -> Body:
    """The text part, walked. Raises ``NotWord``."""
    links = {
        relation.id: leads_away(relation.target)
        for relation in package.relations(package.main)
        if relation.outside
    }
    cited = [(kind, id_) for kind in ("footnotes", "endnotes") for id_ in _cited(package, kind)]
    return walk(package.read(package.main), links, frozenset(cited))


def _cited(package: Package, kind: str) -> Iterator[str]:
    """The notes in which an address stands."""
    part = package.related(kind)
    root = package.optional(part)
    if part is None or root is None:
        return
    links = {relation.id for relation in package.relations(part) if relation.outside}
    for note in root:
        words = "".join(note.itertext())
        if _ADDRESS.search(words) or links & {v for e in note.iter() for v in e.attrib.values()}:
            yield attribute(note, "id")


def _blocks(
    body: Body, starts: Sequence[int], styles: Styles, read_in: Collection[Where]
) -> Iterator[Block]:
    """What the document says, a block for each paragraph as it stands once changes are accepted."""
    block = None
    for start, paragraph in zip(starts, body.paragraphs, strict=True):
        empty = block is None and not paragraph.stretches
        if empty or paragraph.where not in read_in:
            continue
        first, *others = _parts(paragraph.stretches)
        if block is None:
            style = paragraph.style
            listed = styles.lists(style) if paragraph.listed is None else paragraph.listed
            block = Block([], int(styles.quotes(style)), listed)
        block.runs += _runs(first, start)
        for part in others:
            yield block
            block = Block(list(_runs(part, start)), block.quote)
        if not paragraph.joined:
            yield block
            block = None
    if block is not None:
        yield block


def _read_in(paragraphs: Iterable[Paragraph]) -> set[Where]:
    """Where prose stands: in tables or boxes only if the layout has put the article there."""
    said = Counter[Where]()
    for paragraph in paragraphs:
        said[paragraph.where] += sum(len(s.text.strip()) for s in paragraph.stretches)
    read = {Where.BODY}
    for other in (Where.TABLE, Where.BOX):
        so_far = sum(said[where] for where in read)
        if so_far < LEAST and 3 * so_far < said[other]:
            read.add(other)
    return read


def _parts(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """A paragraph divided at its empty lines, without what its writer has hidden."""
    parts: list[list[Stretch]] = [[]]
    breaks = 0
    for stretch in stretches:
        if stretch.anchor.hidden:
            continue
        if stretch.child is not None and stretch.child.name in ("br", "cr"):
            breaks += 1
        elif not stretch.text.isspace():
            if breaks > 1:
                parts.append([])
            breaks = 0
        parts[-1].append(stretch)
    return parts


def _runs(stretches: Iterable[Stretch], start: int) -> Iterator[Run]:
    """The stretches where they stand in the file, links and cited words marked."""
    for stretch in stretches:
        first = start + stretch.at
        end = first + len(stretch.text)
        if stretch.cited and not stretch.link:
            word = first + stretch.text.rstrip().rfind(" ") + 1
            if word > first:
                yield Run(first, word)
            yield Run(word, end, None, True)
        else:
            yield Run(first, end, None, stretch.link)
