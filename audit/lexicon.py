"""Term lists: read from TSV, matched token by token, longest term first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from audit.document import Document, Token
from audit.resources import lexicon_path


class Entry(NamedTuple):
    """One row: a term of one or more words, its category, and where it comes from.

    ``rest`` holds the list's further columns by name.
    A tuple and not a dataclass because the lists have thousands of rows.
    """

    term: str
    category: str
    source: str
    rest: dict[str, str]


# A term's words behind its first, and how many words it has in all.
Candidate = tuple[tuple[str, ...], int, Entry]


class Lexicon:
    """A list of terms, looked up by their first word.

    A term written in capitals of its own (``AP``) is matched as written, any other
    in lower case. A term that begins with ``=`` is matched by lemma, so ``=sow
    doubt`` finds *sowed doubt*.
    """

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        self.name = name
        self.entries = tuple(entries)

    @cached_property
    def by_term(self) -> dict[str, Entry]:
        return {entry.term: entry for entry in self.entries}

    def __contains__(self, term: str) -> bool:
        return term in self.by_term

    def category(self, term: str) -> str | None:
        """The category of a term, ``None`` if it is not listed."""
        entry = self.by_term.get(term)
        return entry.category if entry else None

    def matches(
        self, tokens: Sequence[Token], first: int = 0, last: int | None = None
    ) -> Iterator[tuple[int, int, Entry]]:
        """Non-overlapping matches as ``(first, last, entry)``, half-open in tokens."""
        end = len(tokens) if last is None else last
        return self._among(tokens, range(first, end), end)

    def within(self, document: Document, first: int, last: int) -> Iterator[tuple[int, int, Entry]]:
        """The same in a document, whose words are looked up once for all calls."""
        starts = document.openings.get(self)
        if starts is None:
            places = document.places
            found = {i for word in places.keys() & self._first_words for i in places[word]}
            starts = document.openings[self] = sorted(found)
        at = bisect_left(starts, first)
        if at == len(starts) or starts[at] >= last:
            return iter(())
        return self._among(document.tokens, starts[at : bisect_left(starts, last, at)], last)

    def _among(
        self, tokens: Sequence[Token], places: Iterable[int], end: int
    ) -> Iterator[tuple[int, int, Entry]]:
        """The matches that begin at these places, and do not pass the end."""
        by_text, by_norm, by_lemma = self._by_first
        done = -1
        for i in places:
            if i < done:
                continue
            _, _, text, norm, _, lemma = tokens[i]
            best, length = None, 0
            if text != norm and text in by_text:
                best, length = _longest(tokens, i, end, by_text[text], best, length)
            if norm in by_norm:
                best, length = _longest(tokens, i, end, by_norm[norm], best, length)
            if lemma != norm and lemma in by_lemma:
                best, length = _longest(tokens, i, end, by_lemma[lemma], best, length)
            if best:
                done = i + length
                yield i, done, best

    @cached_property
    def _by_first(self) -> tuple[dict[str, list[Candidate]], ...]:
        """The terms whose first word is a token's text, its norm, its lemma; longest first."""
        by_text: dict[str, list[Candidate]] = defaultdict(list)
        by_norm: dict[str, list[Candidate]] = defaultdict(list)
        by_lemma: dict[str, list[Candidate]] = defaultdict(list)
        for entry in self.entries:
            term = entry.term
            first, *rest = term.removeprefix("=").split()
            candidate = tuple(rest), len(rest) + 1, entry
            by_norm[first].append(candidate)
            if term[0] == "=":
                by_lemma[first].append(candidate)
            elif _as_written(term):
                by_text[first].append(candidate)
        for table in (by_text, by_norm, by_lemma):
            for candidates in table.values():
                candidates.sort(key=lambda candidate: -candidate[1])
        return dict(by_text), dict(by_norm), dict(by_lemma)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(word for table in self._by_first for word in table)


def _as_written(term: str) -> bool:
    return term != term.lower()


def _longest(
    tokens: Sequence[Token],
    i: int,
    end: int,
    candidates: list[Candidate],
    best: Entry | None,
    length: int,
) -> tuple[Entry | None, int]:
    """The longest of the candidates that stands at token ``i``, or what is as long already."""
    # Most fail at their second word, so that one is looked at before anything is called.
    following = tokens[i + 1][2:] if i + 1 < end else ()
    for rest, n, entry in candidates:
        if n <= length:
            break
        if not rest or (
            rest[0] in following and i + n <= end and _follow(tokens, i + 1, rest, entry.term)
        ):
            return entry, n
    return best, length


def _follow(tokens: Sequence[Token], at: int, words: tuple[str, ...], term: str) -> bool:
    """The words of the term are those of the tokens from ``at`` on."""
    lemmas, written = term[0] == "=", _as_written(term)
    for word in words:
        token = tokens[at]
        if word != token.norm and not (
            (lemmas and word == token.lemma) or (written and word == token.text)
        ):
            return False
        at += 1
    return True


@cache
def load(name: str) -> Lexicon:
    """Read ``seeds/lexicons/<name>.tsv``. Raises ``FileNotFoundError`` if there is none.

    Columns: ``term``, ``category``, ``source`` (where the row comes from), then any.
    Raises ``ValueError`` where a row has more or fewer.
    """
    head, *lines = lexicon_path(name).read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    if columns[:3] != ["term", "category", "source"]:
        raise ValueError(f"{name}.tsv does not begin with the columns term, category, source")
    further, width = columns[3:], len(columns)
    entries = []
    for line in lines:
        cells = line.split("\t")
        if len(cells) != width:
            raise ValueError(f"{name}.tsv: {len(cells)} columns and not {width}: {line}")
        term, category, source = cells[:3]
        entries.append(Entry(term, category, source, dict(zip(further, cells[3:], strict=True))))
    return Lexicon(name, entries)
