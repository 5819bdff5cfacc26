"""The values that the page is made of: what its templates may name, and nothing else.

Tuples, because a long article has tens of thousands of them; the templates take them apart.
"""

from typing import NamedTuple

from audit.outputs.facts import Fact
from audit.outputs.markup import Html
from audit.outputs.scale import Scale
from audit.outputs.segments import Segment
from audit.outputs.steps import Explained
from audit.outputs.strip import Strip
from audit.report import Suppressed


class Note(NamedTuple):
    """A finding as the page shows it, its texts as HTML writes them.

    ``id`` is where it is on the page, ``number`` its place in reading order; ``message`` is
    the finding's own with a long quotation cut short, for the words stand beside it;
    ``rests`` says what it rests on, ``statements`` are the ids of those among that;
    ``sentence`` is an index.
    """

    id: str
    severity: str
    number: str
    question: Html
    rule: Html
    message: Html
    code: Html
    rests: Html
    statements: str
    sentence: int
    priority: int


class Call(NamedTuple):
    """A finding worth a phone call; ``others`` are further ones about the same words.

    ``id``, ``severity`` and ``number`` are its note's.
    """

    id: str
    severity: str
    number: str
    question: str
    quote: str
    others: int


class Telling(NamedTuple):
    """Who says something and how, as HTML writes it.

    ``named`` is the name that a pronoun stands for, ``about`` says what the statement is.
    """

    who: Html
    named: Html
    cue: Html
    form: Html
    about: Html


class Statement(NamedTuple):
    """An attribution as the page shows it.

    ``speaker`` is the number of its source in the list of them, 0 if it is in none;
    ``named_in`` the place on the page and the number of the sentence with its name.
    ``score`` is also the width of its bar, ``explained`` what it is made of.
    """

    id: str
    telling: Telling
    speaker: str
    named_in: tuple[str, int]
    score: str
    explained: Explained
    faint: str


class Block(NamedTuple):
    """A statement with the findings that rest on it; or no statement, and all the others."""

    statement: tuple[Statement, ...]
    notes: tuple[Note, ...]


class Beside(NamedTuple):
    """What stands beside one sentence."""

    sentence: str
    label: str
    blocks: tuple[Block, ...]


class SentenceView(NamedTuple):
    """One sentence. ``after`` is the text up to the next one."""

    id: str
    segments: tuple[Segment, ...]
    after: str


class Paragraph(NamedTuple):
    """The sentences of a paragraph, its text before the first, and what stands beside it."""

    before: str
    sentences: tuple[SentenceView, ...]
    beside: tuple[Beside, ...]


class SourceRow(NamedTuple):
    """One source: how often it speaks, in how many words quoted or retold, in which verbs.

    ``identified`` is ``yes`` or ``no``: whether a reader could find it.
    Units of ``quoted_bar`` and ``told_bar``: hundredths of what the busiest source says.
    """

    number: int
    name: Html
    kind: str
    identified: str
    statements: int
    quoted_words: int
    told_words: int
    quoted_bar: int
    told_bar: int
    forms: str
    verbs: Html


class Part(NamedTuple):
    """One part of the article's score: how much of it is reached in hundredths, its points."""

    letter: str
    name: str
    percent: str
    points: str
    weight: int


class Choice(NamedTuple):
    """Something to filter by, and the same with how much of it there is."""

    value: Html
    label: Html


class Page(NamedTuple):
    """Everything the templates show of one report. ``prefix`` keeps ids on a page apart."""

    prefix: str
    audited: bool
    skipped: tuple[tuple[str, str], ...]
    folder: str
    name: str
    size: str
    score: str
    band: str
    meaning: str
    scale: Scale | None
    facts: tuple[Fact, ...]
    profile: tuple[Part, ...]
    calls: tuple[Call, ...]
    sources: tuple[SourceRow, ...]
    strip: Strip
    paragraphs: tuple[Paragraph, ...]
    counts: tuple[tuple[str, str, int], ...]
    statements: int
    rules: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    allowed: tuple[Suppressed, ...]
    readability: tuple[tuple[str, float], ...]
