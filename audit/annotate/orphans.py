"""Quotations that no cue claims: somebody's words, nobody named beside them.

Of full quotations that no attribution covers, people gave three in five a source, found
somewhere further off; so each is listed, without source and cue, and nothing rests on it.
"""

from bisect import bisect_left
from dataclasses import replace

from audit.annotate.model import Attribution, Content, Cue, Form, Quotation, QuotationUse, Source
from audit.document import Document, Span

# How often people gave such a quotation a source (PolNeAR train: 59 of 103).
CONFIDENCE = 0.57
# A quotation of fewer words is a name, a motto or a gesture.
_FEWEST = 4


def with_orphans(
    document: Document, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The attributions with one more for each orphan, numbered anew in reading order."""
    covered = sorted(span for a in attributions for span in a.content.spans)
    ends = _running_ends(covered)
    orphans = [
        _orphan(document, quotation)
        for quotation in quotations
        if quotation.depth == 0
        and quotation.use is QuotationUse.SPEECH
        and not _touched(covered, ends, quotation.span)
        and _words(document, quotation.span) >= _FEWEST
    ]
    if not orphans:
        return attributions
    together = sorted([*attributions, *orphans], key=_place)
    names = {a.id: f"a{number}" for number, a in enumerate(together, start=1) if a.id}
    return tuple(
        replace(a, id=f"a{number}", parent=None if a.parent is None else names[a.parent])
        for number, a in enumerate(together, start=1)
    )


def _orphan(document: Document, quotation: Quotation) -> Attribution:
    span = quotation.span
    return Attribution(
        id="",
        sentence=document.sentence_index(span.start),
        source=Source(),
        cue=Cue((), "", ""),
        content=Content((span,), document.quote(span)),
        form=Form.DIRECT,
        confidence=CONFIDENCE,
        frame="orphan",
    )


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = attribution.cue.spans or attribution.content.spans
    return spans[0].start, spans[0].end


def _running_ends(spans: list[Span]) -> list[int]:
    """The furthest end among the spans up to each."""
    ends: list[int] = []
    for span in spans:
        ends.append(max(span.end, ends[-1] if ends else 0))
    return ends


def _touched(spans: list[Span], ends: list[int], span: Span) -> bool:
    """Some span shares a character with this one."""
    before = bisect_left(spans, Span(span.end, span.end + 1))
    return before > 0 and ends[before - 1] > span.start


def _words(document: Document, span: Span) -> int:
    first, last = document.token_range(span)
    return sum(document.tokens[i].norm[0].isalnum() for i in range(first, last))
