"""The values that the page is made of: what its template may name, and nothing else."""

from dataclasses import dataclass

from audit.outputs.segments import Segment
from audit.outputs.strip import Strip
from audit.report import Listed, Report


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page shows it. ``others`` are those of the same group."""

    finding: Listed
    number: int
    symbol: str
    quote: str
    sentence: int
    others: int


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution as the page shows it."""

    id: str
    who: str
    kind: str
    cue: str
    form: str
    score: float
    components: tuple[tuple[str, float], ...]
    caps: tuple[str, ...]
    trusted: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence with what belongs beside it. ``after`` is the text up to the next one."""

    number: int
    segments: tuple[Segment, ...]
    after: str
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of a paragraph, and its text before the first."""

    before: str
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with how often and in which form it speaks."""

    name: str
    kind: str
    identified: bool
    statements: int
    forms: str
    quoted_words: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the article's score: how much of it is reached, and its points."""

    letter: str
    name: str
    percent: float
    points: float
    weight: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template shows of one report. ``prefix`` keeps ids on a page apart."""

    report: Report
    prefix: str
    name: str
    summary: str
    meaning: str
    profile: tuple[Part, ...]
    calls: tuple[Note, ...]
    sources: tuple[SourceRow, ...]
    strip: Strip
    paragraphs: tuple[Paragraph, ...]
    counts: tuple[tuple[str, str, int], ...]
    readability: tuple[tuple[str, float], ...]
