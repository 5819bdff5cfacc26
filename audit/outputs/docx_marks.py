"""Marks of comments, put between the bytes of the text part of a Word document.

Where a comment begins or ends inside a run, the run is divided in two of the same format.
No byte that was there goes or moves.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from audit.read.wordml import Body, Element, Stretch
from audit.read.wordxml import WORD

_TAG = re.compile(rb"""<([^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*>""")
# What may stand around runs and hold marks. At its edges they stand better outside.
_AROUND = frozenset("hyperlink ins moveTo smartTag customXml dir bdo".split())
_SPACE = b"xml:space"
_PRESERVED = b' xml:space="preserve"'


class Range(NamedTuple):
    """What a comment is about: characters of ``Body.text``, the end not included."""

    id: int
    start: int
    end: int


@dataclass(slots=True)
class _Cut:
    """A place between two bytes, the run that has to be divided there, and what is put in.

    ``text`` is the stretch that is divided as well, at ``k`` characters from its start.
    """

    run: Element | None = None
    text: Stretch | None = None
    k: int = 0
    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def marked(body: Body, ranges: Sequence[Range]) -> bytes:
    """The text part with the marks of every range, in the encoding it had.

    Each range begins and ends with a character that stands in a paragraph.
    """
    stretches, starts = _flat(body)
    cuts: dict[int, _Cut] = {}
    for id_, start, end in ranges:
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_right(starts, end - 1) - 1, 0)
        begins, cut = _place(stretches[first], start - starts[first], ends=False)
        cuts.setdefault(begins, cut).starts.append(id_)
        stops, cut = _place(stretches[last], end - starts[last], ends=True)
        if stops <= begins:
            # A box stands in the file before the rest of the paragraph that it is read after.
            stops, cut = _place(stretches[first], len(stretches[first].text), ends=True)
        cuts.setdefault(stops, cut).ends.append(id_)
    pieces, done = [], 0
    for at, put in sorted(_put(body, cuts)):
        pieces += [body.data[done:at], put]
        done = at
    return b"".join([*pieces, body.data[done:]]).decode("utf-8").encode(body.encoding)


def _flat(body: Body) -> tuple[list[Stretch], list[int]]:
    """All stretches, and where in the whole text each begins."""
    stretches: list[Stretch] = []
    starts: list[int] = []
    for start, paragraph in zip(body.starts(), body.paragraphs, strict=True):
        stretches += paragraph.stretches
        starts += (start + stretch.at for stretch in paragraph.stretches)
    return stretches, starts


def _place(stretch: Stretch, k: int, ends: bool) -> tuple[int, _Cut]:
    """Where in the file a comment begins, or ends, before character ``k`` of a stretch.

    That is around the whole of what cannot be divided.
    """
    edge = "last" if ends else "first"
    outer, child = stretch.anchor, stretch.child
    if outer.name == "r" and child is not None:
        if 0 < k < len(stretch.text) and stretch.chunks:
            return _byte(stretch, k), _Cut(outer, stretch, k)
        if child is not getattr(outer, edge):
            return (child.end if ends else child.start), _Cut(outer)
    while outer.parent and outer.parent.name in _AROUND and getattr(outer.parent, edge) is outer:
        outer = outer.parent
    return (outer.end if ends else outer.start), _Cut()


def _byte(stretch: Stretch, k: int) -> int:
    """The byte at which character ``k`` of a text begins."""
    for at, text in stretch.chunks:
        if k < len(text):
            return at + len(text[:k].encode("utf-8"))
        k -= len(text)
    raise IndexError(k)


def _put(body: Body, cuts: dict[int, _Cut]) -> Iterator[tuple[int, bytes]]:
    """What is put in and where: at a cut the end of a run, the marks, the run's beginning."""
    data, divided = body.data, _divided(cuts)
    for at, cut in cuts.items():
        before = after = b""
        if cut.run is not None:
            tag = _tag(data, cut.run)
            format_ = cut.run.properties
            before, after = _end(tag), tag + (data[format_.start : format_.end] if format_ else b"")
        if cut.text is not None and cut.text.child is not None:
            tag = _tag(data, cut.text.child)
            before, after = _end(tag) + before, after + _text(tag, cut.text, cut.k, divided)
        yield at, before + _marks(body, cut) + after
    for stretch, places in divided.items():
        if stretch.child is not None and stretch.text[places[0] - 1].isspace():
            tag = _tag(data, stretch.child)
            if _SPACE not in tag:
                yield stretch.child.start + len(tag) - 1, _PRESERVED


def _divided(cuts: dict[int, _Cut]) -> dict[Stretch, list[int]]:
    """The texts that are divided, with the places in each."""
    divided: dict[Stretch, list[int]] = {}
    for _, cut in sorted(cuts.items(), key=lambda pair: pair[0]):
        if cut.text is not None:
            divided.setdefault(cut.text, []).append(cut.k)
    return divided


def _text(tag: bytes, stretch: Stretch, k: int, divided: dict[Stretch, list[int]]) -> bytes:
    """The tag of the part of a text that begins at ``k``, with its outer spaces kept."""
    if _SPACE in tag:
        return tag
    places = [*divided[stretch], len(stretch.text)]
    end = places[places.index(k) + 1]
    inner = stretch.text[k] + (stretch.text[end - 1] if end < len(stretch.text) else "")
    spaced = _PRESERVED if inner != "".join(inner.split()) else b""
    return b"<" + _name(tag) + spaced + b">"


def _marks(body: Body, cut: _Cut) -> bytes:
    """Comments that end here, each with its sign, before those that begin."""
    w = f"{body.prefix}:" if body.prefix else "w:"
    space = "" if body.prefix else f' xmlns:w="{WORD[body.edition]}"'
    marks = [
        f'<{w}commentRangeEnd{space} {w}id="{id_}"/>'
        f'<{w}r{space}><{w}commentReference {w}id="{id_}"/></{w}r>'
        for id_ in cut.ends
    ]
    marks += [f'<{w}commentRangeStart{space} {w}id="{id_}"/>' for id_ in cut.starts]
    return "".join(marks).encode("utf-8")


def _tag(data: bytes, element: Element) -> bytes:
    """The tag that opens an element, as it is written."""
    match = _TAG.match(data, element.start)
    assert match, "an element begins with its tag"
    return match[0]


def _name(tag: bytes) -> bytes:
    match = _TAG.match(tag)
    assert match, "a tag has a name"
    return match[1]


def _end(tag: bytes) -> bytes:
    return b"</" + _name(tag) + b">"
