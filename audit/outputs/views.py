"""The values that the page is made of: what its template may name, and nothing else.

Tuples, because a long article has tens of thousands of them.
"""

from typing import NamedTuple

from audit.outputs.scale import Scale
from audit.outputs.segments import Segment
from audit.outputs.steps import Component
from audit.outputs.strip import Strip
from audit.report import Listed, Report, Suppressed


class Note(NamedTuple):
    """A finding as the page shows it.

    ``id`` is ``f1`` for the first in reading order, ``sign`` a symbol and that number;
    ``message`` is the finding's own with
    a long quotation cut short, for the words stand beside it; ``statements`` are the ids of
    those it rests on, ``evidence`` the other things; ``others`` are findings of its group.
    """

    finding: Listed
    id: str
    severity: str
    sign: str
    quote: str
    message: str
    sentence: int
    statements: str
    evidence: str
    others: int


class Statement(NamedTuple):
    """An attribution as the page shows it.

    ``speaker`` is the number of its source in the list of them, 0 if it is in none.
    ``about`` says what it is, in words. ``named`` is the name that a pronoun stands for, with
    the sentence it stands in.
    """

    id: str
    who: str
    speaker: int
    named: str
    named_in: int
    cue: str
    form: str
    about: str
    score: str
    components: tuple[Component, ...]
    caps: tuple[str, ...]
    trusted: bool


class SentenceView(NamedTuple):
    """One sentence with what belongs beside it. ``after`` is the text up to the next one."""

    id: str
    label: str
    segments: tuple[Segment, ...]
    after: str
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]


class Paragraph(NamedTuple):
    """The sentences of a paragraph, and its text before the first."""

    before: str
    sentences: tuple[SentenceView, ...]


class SourceRow(NamedTuple):
    """One source: how often it speaks, in how many words quoted or retold, in which verbs.

    Units of ``quoted_bar`` and ``told_bar``: hundredths of what the busiest source says.
    """

    number: int
    name: str
    kind: str
    identified: bool
    statements: int
    quoted_words: int
    told_words: int
    quoted_bar: int
    told_bar: int
    forms: str
    verbs: str


class Part(NamedTuple):
    """One part of the article's score: how much of it is reached, and its points."""

    letter: str
    name: str
    percent: float
    points: float
    weight: int


class Choice(NamedTuple):
    """Something to filter by, and how much of it there is."""

    value: str
    name: str
    times: int


class Page(NamedTuple):
    """Everything the template shows of one report. ``prefix`` keeps ids on a page apart."""

    report: Report
    prefix: str
    name: str
    summary: str
    score: str
    band: str
    meaning: str
    scale: Scale | None
    profile: tuple[Part, ...]
    calls: tuple[Note, ...]
    sources: tuple[SourceRow, ...]
    strip: Strip
    paragraphs: tuple[Paragraph, ...]
    counts: tuple[tuple[str, str, int], ...]
    rules: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    allowed: tuple[Suppressed, ...]
    readability: tuple[tuple[str, float], ...]
