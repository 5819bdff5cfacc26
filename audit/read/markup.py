"""Blocks of a page to one text: a paragraph each, white space as a browser shows it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from audit.document import Span
from audit.layout import Builder, Layout
from audit.notes import Note

_SPACE = re.compile(r"[ \t\n\r\f]+")
# An address a reader can follow out of the page.
_AWAY = re.compile(r"(?!#|(?:mailto|javascript|tel|data|sms):)\S", re.IGNORECASE)
_MARKS = "“\"'‘«"


class Reading(NamedTuple):
    """What there is to audit in a file: the text, its links, and where it all stands.

    ``notes`` are left out of the text. One that belongs to no paragraph stands behind it all.
    """

    text: str
    links: tuple[Span, ...]
    layout: Layout
    notes: tuple[Note, ...] = ()


class Run(NamedTuple):
    """A stretch of the file from ``start`` to ``end``, shown as ``text``; ``None``: as it is.

    ``link`` is whether it is, or has behind it, an address a reader can follow; ``note``
    whether it is a comment for the audit, which is not shown.
    """

    start: int
    end: int
    text: str | None = None
    link: bool = False
    note: bool = False


@dataclass(slots=True)
class Block:
    """A paragraph, heading or item. ``quote`` numbers the block quotation it is in, 0 for none."""

    runs: list[Run] = field(default_factory=list)
    quote: int = 0
    item: bool = False


def leads_away(address: str | None) -> bool:
    """A link to somewhere else, and not to a place on the page or a mail program."""
    return bool(address and _AWAY.match(address.strip()))


def assemble(original: str, blocks: Iterable[Block], loose: Iterable[Run] = ()) -> Reading:
    """One text of all blocks that say something, with an empty line between them.

    A block quotation is somebody's words, so it is put in quotation marks as running text
    would have it: one before each of its paragraphs, one after the last. A block of nothing
    but notes speaks for the next one; ``loose`` notes speak for none.
    """
    builder, links, notes = Builder(original), list[Span](), list[Note]()
    kept, waiting = list[Block](), dict[int, list[Run]]()
    for block in blocks:
        if _shown(original, block):
            kept.append(block)
        else:
            waiting.setdefault(len(kept), []).extend(run for run in block.runs if run.note)
    for i, block in enumerate(kept):
        shown = [run for run in block.runs if not run.note]
        first, last = shown[0], shown[-1]
        if builder.length:
            builder.put("\n\n", first.start)
        if block.item:
            builder.put("• ", first.start)
        marked = block.quote and not _shown(original, block).startswith(tuple(_MARKS))
        if marked:
            builder.put("“", first.start)
        notes += (_note(original, run, builder.length) for run in waiting.get(i, ()))
        notes += _add(builder, original, block.runs, links)
        following = kept[i + 1].quote if i + 1 < len(kept) else 0
        if marked and following != block.quote:
            builder.put("”", last.end)
    text, layout = builder.done()
    behind = [*waiting.get(len(kept), ()), *loose]
    notes += (_note(original, run, len(text) + 1) for run in behind)
    return Reading(text, tuple(links), layout, tuple(sorted(notes, key=lambda n: n.origin)))


def comment(original: str, start: int, end: int) -> tuple[str, bool]:
    """What a comment says between its marks, and whether it is closed."""
    closed = end - start >= 7 and original.endswith("-->", start, end)
    return original[start + 4 : end - 3 if closed else end], closed


def _note(original: str, run: Run, at: int) -> Note:
    says, closed = comment(original, run.start, run.end)
    return Note(says, at, at, run.start, closed)


def _shown(original: str, block: Block) -> str:
    """Its text, roughly: enough to see how it begins, and whether it is empty."""
    runs = (run for run in block.runs if not run.note)
    parts = (original[r.start : r.end] if r.text is None else r.text for r in runs)
    return "".join(parts).strip()


def _add(builder: Builder, original: str, runs: Sequence[Run], links: list[Span]) -> Iterator[Note]:
    """The runs with each stretch of white space as one space, none at either end."""
    space: tuple[int, int] | None = None
    begun = False
    for run in runs:
        if run.note:
            yield _note(original, run, builder.length)
            continue
        opened = -1
        for start, end, shown in _words(original, run):
            if shown is not None and shown.isspace():
                space = space or (start, end)
                continue
            if space and begun:
                builder.put(" ", *(space[0], space[1] - space[0]))
            space, begun = None, True
            if opened < 0:
                opened = builder.length
            if shown is None:
                builder.copy(start, end)
            else:
                builder.put(shown, start, end - start)
        if run.link and 0 <= opened < builder.length:
            _join(links, Span(opened, builder.length))


def _words(original: str, run: Run) -> Iterable[tuple[int, int, str | None]]:
    """The run as words, ``None`` for those that are as in the file, and spaces."""
    if run.text is not None:
        yield run.start, run.end, run.text
        return
    at = run.start
    for match in _SPACE.finditer(original, run.start, run.end):
        if at < match.start():
            yield at, match.start(), None
        yield match.start(), match.end(), " "
        at = match.end()
    if at < run.end:
        yield at, run.end, None


def _join(links: list[Span], link: Span) -> None:
    """Runs of one link are one link."""
    if links and links[-1].end + 1 >= link.start:
        link = Span(links.pop().start, link.end)
    links.append(link)
