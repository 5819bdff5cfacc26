"""A Word document packed anew with comments, every other part as it was."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import IO
from xml.sax.saxutils import quoteattr

from audit.read.package import (
    DAMAGE,
    TYPES,
    NotWord,
    Package,
    damaged,
    opened,
    plain,
    relations_of,
    tree,
)
from audit.read.wordxml import RELATIONS, WORD, encoding_of

# Units: bytes. What all parts may unpack to: ten megabytes of pictures, drawings and fonts.
LARGEST = 200_000_000
_AT_ONCE = 1 << 20
# The earliest that a zip can say, so that the same draft gives the same bytes.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT = re.compile(r"<(([^\s/>:?!]+:)?[^\s/>:?!]+)[^>]*?(/?)>", re.DOTALL)


def with_comments(package: Package, edition: int, text: bytes, comments: Iterable[str]) -> bytes:
    """The document with another text part, and with these comments beside those it has.

    ``edition`` is the place in ``wordxml.WORD`` of the vocabulary. Raises ``NotWord``.
    """
    w = f'xmlns:w="{WORD[edition]}"'
    related = package.related("comments")
    name = related or _free(package, posixpath.dirname(package.main))
    changed = {package.main: text}
    if package.has(name):
        # What ``w:`` stands for there is not ours to say, so that each of ours says it.
        ours = (comment.replace("<w:comment ", f"<w:comment {w} ", 1) for comment in comments)
        changed[name] = _added(package.read(name), "".join(ours))
    else:
        root = f"<w:comments {w}>{''.join(comments)}</w:comments>"
        changed[name] = (_DECLARATION + root).encode()
    if related is None:
        changed |= _related(package, name, RELATIONS[edition])
    changed |= _typed(package, name)
    return _packed(package, changed)


def _free(package: Package, folder: str) -> str:
    """A name that no part has."""
    n, name = 1, posixpath.join(folder, "comments.xml")
    while package.has(name):
        n += 1
        name = posixpath.join(folder, f"comments{n}.xml")
    return name


def _related(package: Package, name: str, vocabulary: str) -> dict[str, bytes]:
    """The list of what the text refers to, with the comments in it."""
    part = relations_of(package.main)
    known = {relation.id for relation in package.relations(package.main)}
    n = len(known) + 1
    while f"rId{n}" in known:
        n += 1
    target = quoteattr(posixpath.relpath(name, posixpath.dirname(package.main) or "."))
    entry = f'Relationship Id="rId{n}" Type="{vocabulary}/comments" Target={target}'
    if package.has(part):
        return {part: _added(package.read(part), f"<\0{entry}/>")}
    root = f'<Relationships xmlns="{_PACKAGE}/relationships"><{entry}/></Relationships>'
    return {part: (_DECLARATION + root).encode()}


def _typed(package: Package, name: str) -> dict[str, bytes]:
    """The list of what each part is, with the comments in it."""
    data = package.read(TYPES)
    if any(found.get("PartName", "").lower() == f"/{name}".lower() for found in tree(data)):
        return {}
    entry = f'<\0Override PartName={quoteattr(f"/{name}")} ContentType="{_KIND}"/>'
    return {TYPES: _added(data, entry)}


def _added(data: bytes, content: str) -> bytes:
    """A part with more at the end of its root; ``\\0`` in it is the root's own prefix."""
    tree(data)
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeError:
        text = ""
    root = _ROOT.search(text)
    if root is None:
        raise damaged("its text is not XML")
    content = content.replace("\0", root[2] or "")
    if root[3]:
        text = f"{text[: root.end() - 2]}>{content}</{root[1]}>{text[root.end() :]}"
    else:
        end = text.rfind(f"</{root[1]}")
        text = text[:end] + content + text[end:]
    added = text.encode(encoding)
    tree(added)
    return added


def _packed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The zip with its entries in their order, changed parts in place and new ones last."""
    waiting = {name.lower(): (name, data) for name, data in changed.items()}
    packed = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(package.data)) as before,
            zipfile.ZipFile(packed, "w") as after,
        ):
            after.comment = before.comment
            left = LARGEST
            for entry in package.entries:
                _, data = waiting.pop(plain(entry.filename), ("", None))
                with after.open(_like(entry), "w") as to:
                    if data is None:
                        left = _copied(opened(before, entry), to, left)
                    else:
                        to.write(data)
            for name, data in waiting.values():
                after.writestr(_entry(name), data)
    except DAMAGE:
        raise damaged() from None
    return packed.getvalue()


def _copied(part: IO[bytes], to: IO[bytes], left: int) -> int:
    """How many bytes may still be unpacked after this part. Raises ``NotWord``."""
    while some := part.read(_AT_ONCE):
        left -= len(some)
        if left < 0:
            raise NotWord(f"this unpacks to over {LARGEST:,} bytes; save its pictures smaller")
        to.write(some)
    return left


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry of the same name, date and way of packing."""
    new = _entry(entry.filename, entry.date_time)
    new.compress_type = entry.compress_type
    new.external_attr, new.create_system = entry.external_attr, entry.create_system
    return new


def _entry(name: str, date: tuple[int, int, int, int, int, int] = _NO_DATE) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
