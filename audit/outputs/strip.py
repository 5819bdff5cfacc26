"""The whole article as a strip: one mark a sentence, drawn by how it is attributed."""

from collections import Counter
from typing import NamedTuple

from audit.annotate.model import Attribution, Form, SourceKind
from audit.outputs.facts import without
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
    """One sentence of the strip; ``classes`` are its state, and whether a paragraph begins."""

    sentence: int
    state: str
    classes: str
    label: str


class Strip(NamedTuple):
    """The marks, and how many sentences are in each state."""

    marks: tuple[Mark, ...]
    counts: tuple[tuple[str, str, int], ...]


def strip(report: Report) -> Strip:
    """The strip of one report; empty for a text of no sentences."""
    article, paragraph = report.article, -1
    unsourced = {claim.sentence for claim in without(article, article.claims)}
    marks = []
    for i, sentence in enumerate(report.document.sentences):
        state = "unsourced" if i in unsourced else _attributed(i, report)
        classes = state if sentence.paragraph == paragraph else f"{state} first"
        marks.append(Mark(i + 1, state, classes, f"Sentence {i + 1}: {STATES[state]}"))
        paragraph = sentence.paragraph
    found = Counter([mark.state for mark in marks])
    counts = tuple((state, meaning, found[state]) for state, meaning in STATES.items())
    return Strip(tuple(marks), counts)


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
