"""The Word document itself, with what was found in it as comments in the margin."""

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape

from audit.document import Document
from audit.outputs.docx_marks import Range, marked
from audit.outputs.docx_package import with_comments
from audit.read.docx import body_of
from audit.read.margin import US
from audit.read.package import NotWord, Package, unpack
from audit.read.styles import attribute
from audit.read.wordml import Body
from audit.report import Listed, Report

INITIALS = "a"
# Every report says so; here the first comment does.
MEASURES = "audit measures how sourcing is shown, not whether an article is true."
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Comment(NamedTuple):
    """What is said beside the characters from ``start`` to ``end`` of the file's text.

    ``lines`` are paragraphs, each with the format it is set in: ``b`` bold, ``i`` italic.
    """

    start: int
    end: int
    lines: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return "\n".join(line for line, _ in self.lines)


def commented(data: bytes, report: Report) -> bytes:
    """The document as it was read, a comment for each group of findings put in.

    Nothing else is changed. A comment of ours that is there already is not made again.
    Raises ``audit.read.package.NotWord`` where the document cannot take comments.
    """
    package = unpack(data)
    body = body_of(package)
    if body.text != report.document.original:
        raise NotWord("this changed while it was audited; try again")
    there = _there(package)
    known = _known(body, there)
    comments = [c for c in comments_of(report) if (c.start, c.text) not in known]
    if not comments:
        return data
    ids = there.keys() | body.comments.keys()
    taken = {int(id_) for id_ in ids if id_.isdecimal() and len(id_) < 20}
    free = (n for n in count() if n not in taken)
    ranges = [Range(next(free), comment.start, comment.end) for comment in comments]
    text = marked(body, ranges)
    closing = () if known else (MEASURES,)
    written = [
        _written(range_.id, comment, closing if range_ is ranges[0] else ())
        for range_, comment in zip(ranges, comments, strict=True)
    ]
    result = with_comments(package, body.edition, text, written)
    _check(result, body, {str(range_.id) for range_ in ranges})
    return result


def comments_of(report: Report) -> list[Comment]:
    """One comment for each group, in reading order; what matters most in it comes first."""
    groups: dict[str, list[Listed]] = {}
    for finding in report.ranked:
        groups.setdefault(finding.group, []).append(finding)
    comments = [_comment(report.document, group) for group in groups.values()]
    return sorted(comments, key=lambda comment: comment[:2])


def _comment(document: Document, group: Sequence[Listed]) -> Comment:
    lines = [
        (_NOT_XML.sub("\ufffd", line), format_)
        for found in group
        for line, format_ in (
            (found.message, ""),
            (found.question, "b"),
            (f"{found.severity} · {found.rule}", "i"),
        )
    ]
    span, layout = group[0].span, document.layout
    start = layout.before(span.start) if layout else span.start
    end = layout.after(span.end) if layout else span.end
    return Comment(start, max(end, start + 1), tuple(lines))


def _written(id_: int, comment: Comment, closing: Sequence[str]) -> str:
    """A comment as its part has it."""
    paragraphs = "".join(
        f"<w:p><w:r>{f'<w:rPr><w:{format_}/></w:rPr>' if format_ else ''}"
        f'<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line, format_ in (*comment.lines, *((line, "") for line in closing))
    )
    head = f'w:id="{id_}" w:author="{US}" w:initials="{INITIALS}"'
    return f"<w:comment {head}>{paragraphs}</w:comment>"


def _there(package: Package) -> dict[str, tuple[str, str]]:
    """The comments of a document by id: who says what."""
    part = package.related("comments")
    root = package.xml(part) if part and package.has(part) else ()
    there = {}
    for comment in root:
        lines = ("".join(p.itertext()) for p in comment.iterfind("{*}p"))
        said = "\n".join(line for line in lines if line != MEASURES)
        there[attribute(comment, "id")] = attribute(comment, "author"), said
    return there


def _known(body: Body, there: Mapping[str, tuple[str, str]]) -> set[tuple[int, str]]:
    """Our own comments among these: where each begins, and what it says."""
    starts = body.starts()
    first = {id_: marks[0] for id_, marks in body.comments.items()}
    places = {id_: starts[p] + at for id_, (p, at) in first.items() if p < len(starts)}
    return {(places.get(id_, -1), said) for id_, (by, said) in there.items() if by == US}


def _check(data: bytes, before: Body, ids: set[str]) -> None:
    """The new document says what the old one said, and has its comments. Raises ``NotWord``."""
    package = unpack(data)
    after = body_of(package)
    if after.text != before.text or not ids <= after.comments.keys() & _there(package).keys():
        raise NotWord("this document takes no comments; save it in Word once more and try again")
