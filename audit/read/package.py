"""A Word document as the package that it is: a zip of parts, each read with care."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import IO, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

# Units: bytes. What a part may unpack to; the text of a long book is a tenth of it.
LARGEST_PART = 4_000_000
# A long document with a picture on every page has a few hundred.
MOST_PARTS = 10_000
TYPES = "[Content_Types].xml"
_USUAL = "word/document.xml"
# Older Word files and locked ones are no zip but a file system of Microsoft's own.
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
)
_AGAIN = "open it in Word, save it again and try again"


class NotWord(Exception):
    """The file is no Word document that can be read; the message says why and what to do."""


class Relation(NamedTuple):
    """What a part refers to: an address where ``outside``, else the name of another part."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Package:
    """The parts of a Word document by name. Names differ in more than case."""

    data: bytes
    entries: tuple[zipfile.ZipInfo, ...]

    def has(self, name: str) -> bool:
        return name.lower() in self._by_name

    def read(self, name: str) -> bytes:
        """One part, never unpacked beyond what a document needs. Raises ``NotWord``."""
        entry = self._by_name.get(name.lower())
        if entry is None:
            reason = f"this is not a Word document, or a damaged one: it has no {name}"
            raise NotWord(f"{reason}; {_AGAIN}")
        data = b""
        # What it says of its size, then what is there: either may be the lie.
        if entry.file_size <= LARGEST_PART:
            try:
                with zipfile.ZipFile(io.BytesIO(self.data)) as file:
                    data = opened(file, entry).read(LARGEST_PART + 1)
            except DAMAGE:
                raise damaged() from None
        if max(entry.file_size, len(data)) > LARGEST_PART:
            size = f"over {LARGEST_PART:,} bytes of text and style"
            raise NotWord(f"this is too large ({size}); give one article a file")
        return data

    def xml(self, name: str) -> ElementTree.Element:
        """One part as a tree. Raises ``NotWord``."""
        return tree(self.read(name))

    def optional(self, name: str | None) -> ElementTree.Element | None:
        """The same of a part without which the text can be read as well."""
        try:
            return self.xml(name) if name else None
        except NotWord:
            return None

    @cached_property
    def main(self) -> str:
        """The name of the part with the text; the package's own relations say it."""
        known = (r.target for r in self.relations("") if r.kind == "officeDocument")
        return next(known, _USUAL)

    def related(self, kind: str) -> str | None:
        """The part that serves the text as ``kind``: ``styles``, ``comments``, ``footnotes``."""
        known = (r.target for r in self.relations(self.main) if r.kind == kind and not r.outside)
        return next(known, None)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part refers to; ``""`` is the package as a whole."""
        root = self.optional(relations_of(name))
        return () if root is None else tuple(_relations(root, posixpath.dirname(name)))

    @cached_property
    def _by_name(self) -> dict[str, zipfile.ZipInfo]:
        return {plain(entry.filename): entry for entry in self.entries}


def unpack(data: bytes) -> Package:
    """The package in a ``.docx`` file. Raises ``NotWord``."""
    if data.startswith(_COMPOUND):
        if _LOCKED in data:
            raise NotWord("this Word document is locked; save it without a password")
        raise NotWord("this is an older Word document (.doc); save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = tuple(file.infolist())
    except DAMAGE:
        reason = "this is not a Word document, or a damaged one; save it as .docx again"
        raise NotWord(reason) from None
    if len(entries) > MOST_PARTS:
        raise NotWord(f"this is not a Word document: it has over {MOST_PARTS:,} parts")
    return Package(data, entries)


def opened(file: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    """One entry of a zip, if Word could open it as well. Raises ``NotWord`` and ``DAMAGE``."""
    if entry.flag_bits & 1:
        raise NotWord("this Word document is locked; save it without a password")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotWord(f"this Word document is packed in a way Word does not know; {_AGAIN}")
    return file.open(entry)


def relations_of(name: str) -> str:
    """The part that lists what another refers to.

    >>> relations_of("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def tree(data: bytes) -> ElementTree.Element:
    """XML as a tree; what declares anything of its own is refused. Raises ``NotWord``."""
    parser = ElementTree.XMLParser(target=_Plain())
    try:
        parser.feed(data)
        root = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError):
        raise damaged("its text is not XML") from None
    assert isinstance(root, ElementTree.Element)
    return root


def damaged(how: str = "") -> NotWord:
    """What is said of a package in which something is broken."""
    return NotWord(f"this Word document is damaged{f': {how}' if how else ''}; {_AGAIN}")


def declares() -> NotWord:
    """What is said of a part that could hold entities."""
    return NotWord(f"this is not a Word document: it declares entities of its own; {_AGAIN}")


class _Plain(ElementTree.TreeBuilder):
    def doctype(self, *_: object) -> None:
        raise declares()


def _relations(root: ElementTree.Element, folder: str) -> Iterator[Relation]:
    for found in root:
        target = found.get("Target", "").strip()
        outside = found.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = found.get("Type", "").rpartition("/")[2]
        yield Relation(found.get("Id", ""), kind, target, outside)


def plain(name: str) -> str:
    """A part's name as relations have it; some programs write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()
