"""Quotations whose straight marks are unpaired or damaged.

*doesn"t*, *"?said Ruiz*, a mark opened anew in each paragraph of a long statement: pairs
fail there. Which way the last mark before a word faces still tells that somebody is quoted.
"""

import re

from audit.annotate.model import Article
from audit.document import Span

# How far back such a mark may stand, in characters.
_REACH = 600
# Not the mark in *doesn"t*.
_MARK = re.compile(r"""(?<![^\W\d_])(?:"|'')|(?:"|'')(?![^\W\d_])""")
_DASH = '"?'  # behind a blank, a dash was lost


def torn(article: Article, span: Span) -> bool:
    """The last straight mark before the span, in its paragraph, opens a quotation."""
    document = article.document
    text = document.prose
    paragraph = document.paragraphs[document.sentence_at(span.start).paragraph]
    start = max(paragraph.start, span.start - _REACH)
    marks = [mark for mark in _MARK.finditer(text, start, span.start) if _is_mark(text, mark)]
    return bool(marks) and _opens(text, marks[-1])


def _is_mark(text: str, mark: re.Match[str]) -> bool:
    i = mark.start()
    return not (text.startswith(_DASH, i) and text[i - 1 : i].isspace())


def _opens(text: str, mark: re.Match[str]) -> bool:
    """A blank or a bracket stands before the mark, or nothing does, and a word behind it."""
    i, j = mark.span()
    before, after = text[max(0, i - 1) : i], text[j : j + 1]
    return (not before or before.isspace() or before in "([-–—:\ufffd") and not after.isspace()
