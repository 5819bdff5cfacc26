"""A pattern over the words of a sentence: what a house rule without Python is made of.

A pattern is a chain of steps, and a step is a test on one word together with the steps that
may follow. What failed once at a word is not tried there again, so that the time grows with
the length of the text and the size of the pattern, and no pattern can run away.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from audit.document import Document, Span, Token

# After so many words of one sentence what failed before them is forgotten: it takes room.
_FORGET = 500


@dataclass(frozen=True, slots=True)
class WordTest:
    """What one word has to be, and must not be; an empty set asks nothing.

    A word is compared in small letters, unless it is written with a capital of its own.
    """

    words: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    no_words: frozenset[str] = frozenset()
    no_lemmas: frozenset[str] = frozenset()
    no_tags: frozenset[str] = frozenset()

    def holds(self, token: Token) -> bool:
        return (
            (not self.words or token.norm in self.words or token.text in self.words)
            and (not self.lemmas or token.lemma in self.lemmas)
            and (not self.tags or token.tag in self.tags)
            and token.norm not in self.no_words
            and token.text not in self.no_words
            and token.lemma not in self.no_lemmas
            and token.tag not in self.no_tags
        )

    @property
    def asks(self) -> bool:
        """It says what the word is; one that only says what it is not is about what stands near."""
        return bool(self.words or self.lemmas or self.tags)

    @property
    def anchors(self) -> frozenset[str]:
        """Words of which one has to stand in the text; none if any word may do."""
        return self.words or self.lemmas


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One word to test, and where to go on; ``None`` among the ways on is the end.

    ``flagged``: a finding spans this word. Ways are tried in order.
    """

    test: WordTest
    on: tuple["Step | None", ...]
    flagged: bool


Ways = tuple[Step | None, ...]


@dataclass(frozen=True)
class Pattern:
    """The ways in, and what spares a walk: words without which there is no match.

    Of each set in ``needed`` one word has to stand somewhere in a match, of ``anchors`` one
    where it begins; ``None`` if any word may.
    """

    ways: Ways
    needed: tuple[frozenset[str], ...] = ()
    anchors: frozenset[str] | None = field(init=False)

    def __post_init__(self) -> None:
        every = [way.test.anchors if way else frozenset() for way in self.ways]
        object.__setattr__(self, "anchors", frozenset().union(*every) if all(every) else None)

    def matches(self, document: Document, first: int, last: int) -> Iterator[Span]:
        """What is to be flagged in ``tokens[first:last]``, from left to right, without overlap."""
        if not all(_stand(document, words, first, last) for words in self.needed):
            return
        walk, done = _Walk(document.tokens, first, last), first
        for start in self._starts(document, first, last):
            if start < done:
                continue
            flagged = walk.through(self.ways, start)
            if flagged:
                yield document.span_of(flagged[-1], flagged[0] + 1)
                done = flagged[0] + 1

    def _starts(self, document: Document, first: int, last: int) -> Iterable[int]:
        """Where a match may begin."""
        if self.anchors is None:
            return range(first, last)
        return sorted(set(_stand(document, self.anchors, first, last)))


def _stand(document: Document, words: Iterable[str], first: int, last: int) -> list[int]:
    """Where one of the words stands in ``tokens[first:last]``."""
    found: list[int] = []
    for word in words:
        places = document.places.get(word)
        if places:
            found += places[bisect_left(places, first) : bisect_left(places, last)]
    return found


class _Walk:
    """One pattern's walk through one stretch of words."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int) -> None:
        self._tokens = tokens
        self._first, self._last = first, last
        self._failed: set[tuple[int, int]] = set()
        self._since = first

    def through(self, ways: Ways, start: int) -> list[int] | None:
        """The flagged words of a match that begins at ``start``, the last of them first."""
        if start - self._since > _FORGET:
            self._failed.clear()
            self._since = start
        return self._on(ways, start)

    def _on(self, ways: Ways, at: int) -> list[int] | None:
        for step in ways:
            if step is None:
                return []
            if (id(step), at) in self._failed:
                continue
            flagged = self._take(step, at)
            if flagged is not None:
                return flagged
            self._failed.add((id(step), at))
        return None

    def _take(self, step: Step, at: int) -> list[int] | None:
        if at < self._last and step.test.holds(self._tokens[at]):
            flagged = self._on(step.on, at + 1)
            if flagged is not None:
                if step.flagged:
                    flagged.append(at)
                return flagged
        # What a word near by must not be is no hindrance where there is no word.
        if not step.test.asks and at in (self._first, self._last):
            return self._on(step.on, at)
        return None
