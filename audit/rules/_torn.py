"""Quotations whose straight marks were damaged on the way into a file.

*doesn"t*, *"?said Ruiz* and a mark without its fellow leave a paragraph's quotations
unpaired. Which way the marks about a word face still tells that somebody is quoted there.
"""

import re

from audit.annotate.model import Article
from audit.document import Span

# How far off such a mark may stand, in characters.
_REACH = 600
_MARK = re.compile(r'(?<![^\W\d_])"|"(?![^\W\d_])')  # not the mark in *doesn"t*
_TORN = re.compile(r'(?<=[^\W\d_])"(?=[^\W\d_])|"[?\ufffd]')
_DASH = '"?'  # between blanks, or behind one, a dash was lost


def torn(article: Article, span: Span) -> bool:
    """The paragraph's marks are damaged, and the nearest two close around the span."""
    document = article.document
    paragraph = document.paragraphs[document.sentence_at(span.start).paragraph]
    start = max(paragraph.start, span.start - _REACH)
    end = min(paragraph.end, span.end + _REACH)
    text = document.prose
    before = [m.start() for m in _MARK.finditer(text, start, span.start) if _is_mark(text, m)]
    after = [m.start() for m in _MARK.finditer(text, span.end, end) if _is_mark(text, m)]
    if not before or not after or not _is_damaged(text[paragraph.start : paragraph.end]):
        return False
    return _opens(text, before[-1]) and not _opens(text, after[0])


def _is_damaged(paragraph: str) -> bool:
    return paragraph.count('"') % 2 == 1 or _TORN.search(paragraph) is not None


def _is_mark(text: str, match: re.Match[str]) -> bool:
    i = match.start()
    return not (text.startswith(_DASH, i) and text[i - 1 : i].isspace())


def _opens(text: str, i: int) -> bool:
    """A blank or a bracket stands before the mark, or nothing does."""
    return i == 0 or text[i - 1].isspace() or text[i - 1] in "([-–—:\ufffd"
