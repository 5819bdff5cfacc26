"""The text under audit and its parts, all addressed by character span."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from audit.layout import Layout
from audit.notes import Note, blanked


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range of characters, ``start`` up to but not including ``end``.

    Units: Unicode code points into ``Document.text``, counted from 0.
    Raises ``ValueError`` unless ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: "Span") -> bool:
        """Every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """The two share a character."""
        return self.start < other.end and other.start < self.end


class Token(NamedTuple):
    """One word or punctuation mark.

    ``text`` is as written, ``norm`` lower case with straight quotes, ``tag`` a Penn
    Treebank part of speech, ``lemma`` the dictionary form in lower case.
    A tuple and not a dataclass because a long article has tens of thousands.
    """

    start: int
    end: int
    text: str
    norm: str
    tag: str
    lemma: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Role(StrEnum):
    """What a stretch of the page is for; only ``TEXT`` is reported prose."""

    TEXT = "text"
    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    CORRECTION = "correction"
    LIST_ITEM = "list_item"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its characters, its tokens, where it stands.

    ``first`` and ``last`` are a half-open range into ``Document.tokens``;
    ``paragraph`` is an index into ``Document.paragraphs``.
    ``body`` is the token where prose starts: after a dateline or bullet.
    """

    span: Span
    first: int
    last: int
    paragraph: int
    role: Role = Role.TEXT
    body: int = -1

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True)
class Document:
    """One article, exactly as read. ``text`` is never edited after this point.

    ``links`` are the stretches of ``text`` that are hyperlinks in the file. ``layout`` says
    where ``text`` stands in the file, ``None`` if it is the file from end to end. ``notes``
    are addressed to the audit: no token, sentence or paragraph begins in one.
    """

    name: str
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    links: tuple[Span, ...] = ()
    layout: Layout | None = None
    notes: tuple[Note, ...] = ()

    @cached_property
    def prose(self) -> str:
        """The text with spaces in place of notes to the audit, as long as ``text``."""
        return blanked(self.text, self.notes)

    def excerpt(self, span: Span) -> str:
        """The characters of the span, exactly."""
        return self.text[span.start : span.end]

    def quote(self, span: Span) -> str:
        """The excerpt on one line and without notes, for use inside a message."""
        return " ".join(self.prose[span.start : span.end].split())

    def sentence_index(self, offset: int) -> int:
        """Which sentence a character lies in, or follows; 0 before the first.

        Raises ``IndexError`` for a document of no sentences.
        """
        if not self.sentences:
            raise IndexError("a document without sentences")
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that a character lies in, or follows."""
        return self.sentences[self.sentence_index(offset)]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def token_range(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that begin inside the span."""
        starts = self._token_starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def span_of(self, first: int, last: int) -> Span:
        """The characters of a half-open, non-empty range of tokens."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character in the file, both counted from 1.

        A line ends at ``\\n``; the ``\\r`` before it is the line's last character. In a file
        of no ``\\n`` it ends at ``\\r``. A byte order mark has no column, as in an editor.
        """
        return self.file_position(self.layout.before(offset) if self.layout else offset)

    def end_position(self, offset: int) -> tuple[int, int]:
        """Line and column of the place where the character before ``offset`` ends."""
        return self.file_position(self.layout.after(offset) if self.layout else offset)

    def run(self, offset: int) -> int | None:
        """Which run of its paragraph a character stands in, from 1; only Word has runs."""
        if self.layout is None or not self.layout.runs:
            return None
        at, runs = self.layout.before(offset), self.layout.runs
        line = at - self.position(offset)[1] + 1
        return bisect_right(runs, at) - bisect_left(runs, line) or None

    def line_before(self, position: tuple[int, int]) -> str:
        """What stands before a position in its line of the file."""
        line, column = position
        start = self._line_starts[line - 1]
        return self.original[start : start + column - 1]

    def as_written(self, span: Span) -> str:
        """What stands in the file from the first character of the span to its last."""
        if self.layout is None:
            return self.excerpt(span)
        return self.original[self.layout.before(span.start) : self.layout.after(span.end)]

    @property
    def original(self) -> str:
        """The text of the file, markup and all."""
        return self.layout.original if self.layout else self.text

    def file_position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the file itself, both counted from 1."""
        line = max(bisect_right(self._line_starts, offset), 1)
        return line, max(offset - self._line_starts[line - 1], 0) + 1

    @cached_property
    def word_count(self) -> int:
        """How many tokens are words or numbers."""
        return len([token for token in self.tokens if token.norm[0].isalnum()])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where a word stands, as its tokens' ``text``, ``norm`` or ``lemma``."""
        places: dict[str, list[int]] = defaultdict(list)
        for i, (_, _, text, norm, _, lemma) in enumerate(self.tokens):
            places[norm].append(i)
            if lemma != norm:
                places[lemma].append(i)
            if text != norm and text != lemma:
                places[text].append(i)
        return dict(places)

    @cached_property
    def openings(self) -> dict[object, list[int]]:
        """Where terms of a list may begin, by the list; ``Lexicon`` fills it."""
        return {}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _line_starts(self) -> list[int]:
        original = self.original
        end = "\n" if "\n" in original else "\r"
        first = int(original.startswith("\ufeff"))
        return [first, *(i + 1 for i, char in enumerate(original) if char == end)]


def characters(spans: Iterable[Span]) -> int:
    """How many characters lie in the spans, which do not overlap."""
    return sum(span.end - span.start for span in spans)
