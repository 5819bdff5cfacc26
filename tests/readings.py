"""Attributions written into their own text, so that a case shows every span.

``direct: [“The bridge is safe,”] {Ana Ruiz} <told> reporters.``: before the colon the form,
then a polarity that is not positive and a level that is not 0; in the text braces around the
source, angles around the cue, brackets around each piece of the content.
"""

import re

from audit.annotate import annotate
from audit.annotate.model import TRUSTED, Attribution, Polarity
from audit.document import Span
from audit.parse import parse

_MARKS = re.compile(r"[{}<>\[\]]")


def unmarked(line: str) -> str:
    """The text of a reading, without what stands before it and without its marks."""
    return _MARKS.sub("", line.partition(": ")[2])


def readings(text: str) -> list[str]:
    """Every attribution that counts, or only might have been said, as the cases write it."""
    return [
        written(text, attribution)
        for attribution in annotate(parse(text)).attributions
        if attribution.confidence >= TRUSTED or attribution.polarity is Polarity.HYPOTHETICAL
    ]


def written(text: str, attribution: Attribution) -> str:
    """One attribution as the cases write it."""
    head = [attribution.form.value]
    if attribution.polarity is not Polarity.POSITIVE:
        head.append(attribution.polarity.value)
    if attribution.level:
        head.append(str(attribution.level))
    # At one place closing marks come before opening ones.
    marks = sorted(
        mark
        for spans, opening, closing in (
            (attribution.source.spans, "{", "}"),
            (attribution.cue.spans, "<", ">"),
            (attribution.content.spans, "[", "]"),
        )
        for span in spans
        for mark in _around(span, opening, closing)
    )
    pieces, at = [], 0
    for place, _, mark in marks:
        pieces += [text[at:place], mark]
        at = place
    return f"{' '.join(head)}: {''.join(pieces)}{text[at:]}"


def _around(span: Span, opening: str, closing: str) -> tuple[tuple[int, int, str], ...]:
    return (span.start, 1, opening), (span.end, 0, closing)
