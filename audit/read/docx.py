"""A Word document to its prose: paragraph by paragraph, deletions, notes and tables left out.

A line of the text is a paragraph of the body, empty ones and those of tables counted, and a
column is a character in it, so that a finding leads to its place in the editor.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from audit.read.markup import Block, Reading, Run, assemble, leads_away

# Units: bytes. What a part may unpack to; the text of a long book is a tenth of it.
LARGEST_PART = 4_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Inside these nothing is read: what was deleted or moved away, other paragraphs, fields' codes.
_LEFT_OUT = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText", "pPr", "rPr")
)
_QUOTATION = re.compile(r"(?:intense|block)?quot(?:e|ation)s?|blocktext", re.IGNORECASE)


class NotWord(Exception):
    """The file is no Word document that can be read; the message says why."""


def read(data: bytes) -> Reading:
    """The prose of a ``.docx`` file. Raises ``NotWord``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            body = _part(file, "word/document.xml")
            relations = "word/_rels/document.xml.rels"
            links = _links(_part(file, relations)) if relations in file.namelist() else {}
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, ValueError, NotImplementedError):
        raise NotWord("this is not a Word document, or a damaged one") from None
    except (RuntimeError, zlib.error):
        raise NotWord("this Word document is damaged, or locked with a password") from None
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph, outside in _paragraphs(body):
        pieces = list(_pieces(paragraph, links, False))
        if pieces and not outside:
            blocks.append(_block(paragraph, pieces, at))
        texts.append("".join(text for text, _ in pieces))
        at += len(texts[-1]) + 1
    return assemble("\n".join(texts), blocks)


def _part(file: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """One part as XML, never unpacked beyond what a document needs."""
    with file.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise NotWord(f"this is too large (over {LARGEST_PART:,} bytes of text and style)")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise NotWord("this is not a Word document: it declares entities of its own")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise NotWord("this Word document is damaged: its text is not XML") from None


def _links(relations: ElementTree.Element) -> dict[str, bool]:
    """Whether each relation leads to an address outside."""
    return {
        relation.get("Id", ""): leads_away(relation.get("Target"))
        for relation in relations
        if relation.get("TargetMode") == "External"
    }


def _paragraphs(body: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, bool]]:
    """Every paragraph in order, and whether it stands outside the prose: in a table, a box."""
    stack = [(body, False)]
    while stack:
        element, outside = stack.pop()
        if element.tag == f"{_W}p":
            yield element, outside
        outside = outside or element.tag in (f"{_W}tbl", f"{_W}txbxContent")
        stack += [(child, outside) for child in reversed(element)]


def _pieces(
    element: ElementTree.Element, links: dict[str, bool], link: bool
) -> Iterator[tuple[str, bool]]:
    """The text in a paragraph, each piece with whether it is a link."""
    stack = [(element, link)]
    while stack:
        found, linked = stack.pop()
        if found.tag in _LEFT_OUT or (found.tag == f"{_W}p" and found is not element):
            continue
        if found.tag == f"{_W}t":
            yield (found.text or "").replace("\n", " "), linked
        elif found.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " ", linked
        elif found.tag == f"{_W}noBreakHyphen":
            yield "-", linked
        if found.tag == f"{_W}hyperlink":
            linked = linked or links.get(found.get(_ID, ""), False)
        stack += [(child, linked) for child in reversed(found)]


def _block(paragraph: ElementTree.Element, pieces: list[tuple[str, bool]], at: int) -> Block:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    block = Block(item=item, quote=int(bool(_QUOTATION.fullmatch(name))))
    for text, link in pieces:
        if text:
            block.runs.append(Run(at, at + len(text), None, link))
            at += len(text)
    return block
