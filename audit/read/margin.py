"""Notes to the audit in the margin of a Word document: comments on the words they speak for.

A comment says what a note in a text says, *audit: allow RULE because …*. It stands where
the words stand that it is fastened to. Comments by ``audit`` itself are findings, not notes.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import accumulate
from xml.etree import ElementTree

from audit.notes import Note, is_note
from audit.read.markup import Reading

US = "audit"
# Units: bytes. As for the text itself, no part is unpacked beyond what a document needs.
LARGEST_PART = 4_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = frozenset(f"{_W}{name}" for name in ("tab", "br", "cr"))
# Inside these stands nothing that the text has.
_LEFT_OUT = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText", "pPr", "rPr")
)
_MARKS = frozenset(
    f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)

# Behind the last character of any paragraph.
_END = LARGEST_PART

# Of each comment where its words begin and end: paragraph and character, from 0.
_Places = dict[str, list[tuple[int, int]]]


def read(data: bytes, reading: Reading) -> tuple[Note, ...]:
    """The notes among the comments of a ``.docx`` file that could be read as ``reading``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            if "word/comments.xml" not in file.namelist():
                return ()
            said = dict(_comments(_part(file, "word/comments.xml")))
            if not said:
                return ()
            body = _part(file, "word/document.xml")
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError, ValueError):
        return ()  # The text was read; a damaged comment is no reason to refuse it.
    return tuple(sorted(_notes(said, body, reading), key=lambda note: note.origin))


def _part(file: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with file.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError(name)
    return ElementTree.fromstring(data)


def _comments(part: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The comments that are meant for the audit, by id."""
    for comment in part.iter(f"{_W}comment"):
        paragraphs = comment.iter(f"{_W}p")
        says = " ".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in paragraphs)
        if comment.get(f"{_W}author") != US and is_note(says):
            yield comment.get(f"{_W}id", ""), says


def _notes(said: Mapping[str, str], body: ElementTree.Element, reading: Reading) -> Iterator[Note]:
    lines = reading.layout.original.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    places, outside = _places(body)
    for comment, says in said.items():
        found = sorted(places.get(comment, ()))
        origins = [min(starts[p] + at, starts[p + 1] - 1) for p, at in found if p < len(lines)]
        if not origins or found[0][0] in outside:
            nowhere = len(reading.text) + 1
            yield Note(says, nowhere, nowhere, origins[0] if origins else 0, margin=True)
            continue
        start = reading.layout.shown_at(origins[0])
        end = max(reading.layout.shown_at(origins[-1]), start + 1)
        yield Note(says, start, end, origins[0], margin=True)


def _places(body: ElementTree.Element) -> tuple[_Places, frozenset[int]]:
    """Where each comment's words stand, and the paragraphs of tables and boxes."""
    places, outside, number = _Places(), set[int](), -1
    stack = [(body, False, False)]
    while stack:
        element, inside, apart = stack.pop()
        if element.tag == f"{_W}p":
            number += 1
            inside = True
            if apart:
                outside.add(number)
            for comment, at in _marks(element):
                places.setdefault(comment, []).append((number, at))
        elif element.tag in _MARKS and not inside:  # It begins or ends between paragraphs.
            begins = element.tag == f"{_W}commentRangeStart"
            place = (number + 1, 0) if begins else (max(number, 0), _END)
            places.setdefault(element.get(f"{_W}id", ""), []).append(place)
        apart = apart or element.tag in (f"{_W}tbl", f"{_W}txbxContent")
        stack += [(child, inside, apart) for child in reversed(element)]
    return places, frozenset(outside)


def _marks(paragraph: ElementTree.Element) -> Iterator[tuple[str, int]]:
    """The comments that begin, end or stand in a paragraph, with the characters before."""
    at, stack = 0, [paragraph]
    while stack:
        found = stack.pop()
        if found.tag in _LEFT_OUT or (found.tag == f"{_W}p" and found is not paragraph):
            continue
        if found.tag == f"{_W}t":
            at += len(found.text or "")
        elif found.tag in _SPACES or found.tag == f"{_W}noBreakHyphen":
            at += 1
        elif found.tag in _MARKS:
            yield found.get(f"{_W}id", ""), at
        stack += reversed(found)
