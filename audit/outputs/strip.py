"""The whole article as a strip: one mark a sentence, drawn by how it is attributed."""

from typing import NamedTuple

from audit.annotate.model import Attribution, Claim, Form, SourceKind
from audit.report import Report

# From the best to the worst, with what a reader is told each means. Marks differ in height
# and in how they are filled, so the strip can be read without its colours.
STATES = {
    "quoted": "in the words of a source a reader could find",
    "told": "told after a source a reader could find",
    "vague": "from a source a reader could not find",
    "unsourced": "a claim with no source",
    "plain": "nothing that needs a source",
}
_TOPS = {"quoted": 0, "told": 8, "vague": 16, "unsourced": 0, "plain": 27}
HEIGHT = 30
STEP = 10
BAR = 7
# How many marks stand in a row, and how far rows are apart.
ROW = 110
LINE = 38

_FOUND = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.NAMED_ROLE,
        SourceKind.INSTITUTION,
        SourceKind.MEDIA_OUTLET,
        SourceKind.DOCUMENT,
    }
)


class Mark(NamedTuple):
    """One sentence of the strip; ``path`` is its rectangle as SVG draws one, in pixels."""

    sentence: int
    state: str
    label: str
    path: str


class Strip(NamedTuple):
    """The marks, the size of the drawing, and how many sentences are in each state."""

    marks: tuple[Mark, ...]
    width: int
    height: int
    counts: tuple[tuple[str, str, int], ...]


def strip(report: Report) -> Strip:
    """The strip of one report; empty for a text of no sentences."""
    unsourced: set[int] = {
        claim.sentence for claim in report.article.claims if _unsourced(claim, report)
    }
    marks = []
    for i, _ in enumerate(report.document.sentences):
        state = "unsourced" if i in unsourced else _attributed(i, report)
        marks.append(Mark(i + 1, state, f"Sentence {i + 1}: {STATES[state]}", _path(i, state)))
    counts = tuple(
        (state, meaning, sum(mark.state == state for mark in marks))
        for state, meaning in STATES.items()
    )
    rows = (len(marks) + ROW - 1) // ROW
    width = max(min(len(marks), ROW), 1) * STEP
    return Strip(tuple(marks), width, max(rows - 1, 0) * LINE + HEIGHT, counts)


def _path(i: int, state: str) -> str:
    """The rectangle of the sentence with this index: higher for what is better shown."""
    row, column = divmod(i, ROW)
    top = _TOPS[state]
    return f"M{column * STEP + 1} {row * LINE + top + 1}h{BAR}v{HEIGHT - top - 2}h-{BAR}z"


def _unsourced(claim: Claim, report: Report) -> bool:
    return claim.needs_source and claim.attribution not in report.article.by_id


def _attributed(sentence: int, report: Report) -> str:
    """The best that the statements touching a sentence can show."""
    states = {
        _state(attribution, report)
        for attribution in report.article.attributions_in(sentence)
        if attribution.trusted
    }
    return next((state for state in STATES if state in states), "plain")


def _state(attribution: Attribution, report: Report) -> str:
    speaker = report.article.speaker_of.get(attribution.id)
    kind = attribution.source.known_as.kind
    if not (speaker.identified if speaker else kind in _FOUND):
        return "vague"
    return "quoted" if attribution.form in (Form.DIRECT, Form.MIXED) else "told"
