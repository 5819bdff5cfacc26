"""Term lists: read from TSV, matched token by token, longest term first."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from audit.document import Token
from audit.resources import lexicon_path


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a term of one or more words, its category, and where it comes from.

    ``rest`` holds the list's further columns by name.
    """

    term: str
    category: str
    source: str
    rest: dict[str, str] = field(default_factory=dict, compare=False)


class Lexicon:
    """A list of terms, looked up by their first word.

    A term written in capitals of its own (``AP``) is matched as written, any other
    in lower case. A term that begins with ``=`` is matched by lemma, so ``=sow
    doubt`` finds *sowed doubt*.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self.by_term = {entry.term: entry for entry in entries}
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for entry in entries:
            words = tuple(entry.term.removeprefix("=").split())
            self._by_first[words[0]].append((words, entry))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

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
        i, end = first, len(tokens) if last is None else last
        by_first = self._by_first
        while i < end:
            token = tokens[i]
            found = None
            for key in {token.norm, token.lemma, token.text}:
                if key in by_first:
                    found = self._longest(tokens, i, end, by_first[key], found)
            if found:
                length, entry = found
                yield i, i + length, entry
                i += length
            else:
                i += 1

    @staticmethod
    def _longest(
        tokens: Sequence[Token],
        i: int,
        end: int,
        candidates: list[tuple[tuple[str, ...], Entry]],
        best: tuple[int, Entry] | None,
    ) -> tuple[int, Entry] | None:
        """The longest candidate that stands at token ``i``, or ``best``."""
        for words, entry in candidates:
            n = len(words)
            if (best and n <= best[0]) or i + n > end:
                continue
            if entry.term[0] == "=":
                same = all(
                    word in (token.lemma, token.norm)
                    for word, token in zip(words, tokens[i : i + n], strict=True)
                )
            elif entry.term.islower() or not entry.term.isascii():
                same = all(
                    word == token.norm for word, token in zip(words, tokens[i : i + n], strict=True)
                )
            else:
                same = all(
                    word in (token.text, token.norm)
                    for word, token in zip(words, tokens[i : i + n], strict=True)
                )
            if same:
                best = n, entry
        return best


@cache
def load(name: str) -> Lexicon:
    """Read ``seeds/lexicons/<name>.tsv``. Raises ``FileNotFoundError`` if there is none.

    Columns: ``term``, ``category``, ``source`` (where the row comes from), then any.
    """
    text = lexicon_path(name).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    entries = []
    for row in rows:
        term, category, source = row.pop("term"), row.pop("category"), row.pop("source")
        entries.append(Entry(term, category, source, row))
    return Lexicon(entries)
