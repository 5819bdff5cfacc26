"""What stands in quotation marks, and what the marks are for.

Marks are read paragraph by paragraph, so that one odd mark never costs more than its
paragraph. Apostrophes, feet and inches, decades (’90s) and clipped words (’em) are
not quotation marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit.annotate.model import Quotation, QuotationUse
from audit.document import Document, Role, Span

_MARKS = re.compile(r"''|``|‘‘|’’|[\"“”„‟«»‘’'‛]")
_OPENERS = {
    "“": "double",
    "„": "double",
    "‟": "double",
    "«": "double",
    "``": "double",
    "‘‘": "double",
}
_CLOSERS = {"”": "double", "»": "double"}
# A curly mark inside straight ones opens a quotation within the quotation.
_SHAPE = {"“": "curly", "”": "curly", "„": "curly", "‟": "curly", "«": "angle", "»": "angle"}
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")

_CLIPPED = re.compile(
    r"['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|bout\b|round\b)", re.IGNORECASE
)
# A single closing mark, with punctuation before it, and with any letter.
_STRICT_CLOSE = re.compile(r"[.,!?…]['’](?!\w)")
_ANY_CLOSE = re.compile(r"[\w.,!?…)%]['’](?!\w)")

# Words that a naming or a mention follows: the word "genocide", the term "hate crime".
_MENTION = re.compile(
    r"\b(?:words?|terms?|phrases?|letters?|slogans?|hashtags?|names?|labels?|label(?:l?ed)|"
    r"nicknamed|dubbed|titled|entitled|known\s+as|stands?\s+for|means?|meaning|reads?)\s*$",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:book|memoir|novel|film|movie|documentary|series|show|programme|program|song|album|"
    r"single|play|musical|essay|article|column|podcast|episode|paper|poem|titled|entitled|"
    r"called|on|of|in|to|from|and|NBC['’]s|CNN['’]s|CBS['’]s|ABC['’]s|\w+['’]s)\s*,?\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and as at but by for from in into is it nor of on or the to up vs with".split()
)


@dataclass(slots=True)
class _Open:
    """An opening mark whose end has not been met."""

    start: int
    mark: str
    family: str


@dataclass(frozen=True, slots=True)
class _Rest:
    """The rest of a paragraph, from a mark on."""

    text: str
    start: int
    end: int

    def has(self, closing: re.Pattern[str]) -> bool:
        """A closing mark follows the first."""
        return closing.search(self.text, self.start + 1, self.end) is not None


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Every quotation in reading order, outer before inner."""
    found: list[Quotation] = []
    carried = False
    for i, paragraph in enumerate(document.paragraphs):
        following = document.paragraphs[i + 1].start if i + 1 < len(document.paragraphs) else None
        opens_next = following is not None and document.prose[following] in "\"“'‘«"
        piece = sorted(
            _in_paragraph(document, paragraph, opens_next),
            key=lambda quotation: (quotation.span.start, -quotation.span.end),
        )
        if carried and piece and piece[0].span.start == paragraph.start:
            previous = max(index for index, q in enumerate(found) if q.depth == 0 and not q.closed)
            piece[0] = replace(piece[0], continues=previous, use=QuotationUse.SPEECH)
        found.extend(piece)
        top = [q for q in piece if q.depth == 0]
        carried = bool(top) and not top[-1].closed
    return tuple(found)


def _in_paragraph(document: Document, paragraph: Span, opens_next: bool) -> Iterator[Quotation]:
    text = document.prose
    stack: list[_Open] = []
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        family = "single" if mark in "‘’'‛" else "double"
        opened = next((o for o in reversed(stack) if o.family == family), None)
        role = _role(mark, before, after, opened, _Rest(text, start, paragraph.end))
        if role == "open":
            if (
                opened is not None
                and family == "double"
                and _SHAPE.get(opened.mark) == _SHAPE.get(mark)
            ):
                # A second opening mark of the same kind: the first was never closed.
                yield _unclosed(document, opened, start, len(stack) - 1, to_sentence=True)
                stack.clear()
            stack.append(_Open(start, mark, family))
        elif role == "close" and opened is not None:
            opened = next(
                (o for o in reversed(stack) if _SHAPE.get(o.mark) == _SHAPE.get(mark)), opened
            )
            depth = stack.index(opened)
            del stack[depth:]
            if end - opened.start > len(opened.mark) + len(mark):
                span = Span(opened.start, end)
                use = _use(document, span, len(opened.mark), len(mark))
                yield Quotation(span, opened.mark, True, depth, use)
    if stack and stack[0].family == "double":
        whole = opens_next or stack[0].start == paragraph.start
        yield _unclosed(document, stack[0], paragraph.end, 0, to_sentence=not whole)


def _unclosed(
    document: Document, opened: _Open, limit: int, depth: int, *, to_sentence: bool
) -> Quotation:
    """From an opening mark to the limit, or to the end of its sentence if that is nearer."""
    end = limit
    if to_sentence:
        end = min(limit, document.sentence_at(opened.start).end)
    while end > opened.start + 1 and document.prose[end - 1].isspace():
        end -= 1
    return Quotation(
        Span(opened.start, max(end, opened.start + 1)), opened.mark, False, max(depth, 0)
    )


def _role(
    mark: str,
    before: str,
    after: str,
    opened: _Open | None,
    rest: _Rest,
) -> str:
    """``open``, ``close`` or ``none`` for one mark."""
    if mark in _OPENERS and not _is_turned(mark, before, after, opened):
        return "open"
    if mark in _CLOSERS and not _is_turned(mark, before, after, opened):
        return "close"
    if mark == "’’":
        return "none" if opened is None else "close"
    if mark in "“”":
        return "close" if mark == "“" else "open"
    if mark in ("'", "’", "‘", "‛"):
        return _single(mark, before, after, opened, rest)
    free_before = before.isspace() or before in "([{—–-/…“‘'"
    free_after = after.isspace() or after in ".,;:!?)]}—–-/…”’'"
    if opened is not None:
        return "open" if free_before and not free_after and opened.mark != mark else "close"
    if before.isdigit() and not after.isalpha():
        return "none"  # inches
    return "open" if not after.isspace() else "none"


def _is_turned(mark: str, before: str, after: str, opened: _Open | None) -> bool:
    """A curly mark that faces the wrong way: *“The bridge is safe,“ she said*."""
    if mark == "“":
        return (
            opened is not None and opened.mark == "“" and after.isspace() and not before.isspace()
        )
    return mark == "”" and opened is None and before.isspace() and after.isalnum()


def _single(
    mark: str,
    before: str,
    after: str,
    opened: _Open | None,
    rest: _Rest,
) -> str:
    """The same for a mark that may be an apostrophe."""
    if before.isalnum() and after.isalnum():
        return "none"
    if _CLIPPED.match(rest.text, rest.start):
        return "none"
    if opened is not None and not before.isspace() and not after.isalnum():
        possessive = before in "sS" and after.isspace() and mark != "‘"
        if possessive and rest.has(_STRICT_CLOSE):
            return "none"
        return "close"
    opens = mark in "‘'‛" and (before.isspace() or before in '([—–-"“') and not after.isspace()
    if opens and opened is None and rest.has(_ANY_CLOSE):
        return "open"
    return "none"


def _use(document: Document, span: Span, opening: int, closing: int) -> QuotationUse:
    """What the marks are for, as far as the quotation and its neighbours tell."""
    text = document.prose
    inner = text[span.start + opening : span.end - closing]
    words = _WORD.findall(inner)
    left = text[max(0, span.start - 40) : span.start]
    right = text[span.end : span.end + 30]
    if not words:
        return QuotationUse.MENTION
    mark = inner.rstrip()[-1:]
    # In a headline every word may be written large.
    large = _title_case(words) and document.sentence_at(span.start).role is not Role.HEADLINE
    is_title = mark in ".," and large and _WORK.search(left)
    if mark in ".!?," and (len(words) > 2 or inner[:1].isupper()) and not is_title:
        return QuotationUse.SPEECH
    if len(words) <= 2 and _is_nickname(left, inner, right):
        return QuotationUse.NICKNAME
    if len(words) <= 4 and _MENTION.search(left):
        return QuotationUse.MENTION
    if large and (_WORK.search(left) or len(words) > 1):
        return QuotationUse.TITLE
    return QuotationUse.SPEECH if len(words) > 7 else QuotationUse.FRAGMENT


def _is_nickname(left: str, inner: str, right: str) -> bool:
    name_before = re.search(r"\b[A-Z]\w+\s*$", left)
    name_after = re.match(r"\s*[A-Z]\w+", right)
    return bool(name_before and name_after and inner[:1].isupper())


def _title_case(words: list[str]) -> bool:
    """Every word but small ones begins with a capital, and there is one that is not small."""
    large = [word for word in words if word.lower() not in _SMALL]
    return (
        bool(large)
        and words[0][:1].isupper()
        and all(w[:1].isupper() or w[:1].isdigit() for w in large)
    )
