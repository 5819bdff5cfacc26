"""How far attributions found agree with attributions marked by people.

Everything is counted in words, so punctuation never decides a figure. Two contents match
where they share at least half of the words they have together (``RELATION``) or nearly all
(``STRICT``); each is matched once, the best pairs first.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from audit.document import Span
from tests.benchmarks.marked import Parts

RELATION, STRICT = 0.5, 0.95
ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")

Words = frozenset[int]
Pair = tuple[int, int]


class Text:
    """The words of a text, each known by its number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [match.start() for match in _WORD.finditer(text)]
        self._ends = [match.end() for match in _WORD.finditer(text)]

    def words(self, spans: Iterable[Span]) -> Words:
        """The words that share a character with the spans."""
        return frozenset(
            i
            for span in spans
            for i in range(
                bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
            )
        )

    def letters(self, spans: Iterable[Span]) -> Words:
        """The offsets of the spans' characters, white space apart."""
        return frozenset(
            i for span in spans for i in range(span.start, span.end) if not self.text[i].isspace()
        )

    def form(self, parts: Parts) -> str:
        """``direct``, ``mixed`` or ``indirect``, by the quotation marks in the content."""
        body = " ".join(self.text[span.start : span.end] for span in parts.content).strip()
        if not any(mark in body for mark in '"“”'):
            return "indirect"
        return "direct" if body[:1] in "\"“”'‘" and body[-1:] in "\"“”'’" else "mixed"


def overlap(one: Words, other: Words) -> float:
    """Jaccard index; 1 for two that are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def match(marked: Sequence[Words], found: Sequence[Words], least: float) -> list[Pair]:
    """Pairs of numbers, of one marked and one found, that overlap by at least ``least``."""
    pairs = [
        (-overlap(ours, theirs), i, j)
        for i, theirs in enumerate(marked)
        for j, ours in enumerate(found)
        if ours & theirs
    ]
    taken_marked: set[int] = set()
    taken_found: set[int] = set()
    chosen = []
    for minus, i, j in sorted(pairs):
        if -minus >= least and i not in taken_marked and j not in taken_found:
            taken_marked.add(i)
            taken_found.add(j)
            chosen.append((i, j))
    return chosen


@dataclass(slots=True)
class Rate:
    """Right among those found, and among those marked."""

    right_found: int = 0
    found: int = 0
    right_marked: int = 0
    marked: int = 0

    def add(self, right: int, found: int, marked: int) -> None:
        """Count things that are right or wrong on both sides alike."""
        self.right_found += right
        self.right_marked += right
        self.found += found
        self.marked += marked

    def figures(self) -> dict[str, float]:
        """Precision, recall and their harmonic mean, to the fourth digit."""
        p = self.right_found / self.found if self.found else 0.0
        r = self.right_marked / self.marked if self.marked else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4)}


@dataclass(slots=True)
class Comparison:
    """The counts over many articles."""

    articles: int = 0
    rates: dict[str, Rate] = field(default_factory=dict)
    forms: Counter[tuple[str, bool]] = field(default_factory=Counter)
    frames: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, text: str, marked: Sequence[Parts], found: Sequence[Parts]) -> list[Pair]:
        """Compare one article, and say which matched which."""
        words = Text(text)
        found_contents = [words.words(parts.content) for parts in found]
        marked_contents = [words.words(parts.content) for parts in marked]
        pairs = match(marked_contents, found_contents, RELATION)
        strict = match(marked_contents, found_contents, STRICT)
        same_source = [
            overlap(words.words(marked[i].source), words.words(found[j].source)) >= RELATION
            for i, j in pairs
        ]
        self.articles += 1
        for name, right in (
            ("relation", len(pairs)),
            ("strict", len(strict)),
            ("triple", sum(same_source)),
        ):
            self._rate(name).add(right, len(found), len(marked))
        self._add_words(words, marked, found)
        self._add_cues(words, marked, found)
        matched_marked, matched_found = {i for i, _ in pairs}, {j for _, j in pairs}
        self.forms.update((words.form(p), i in matched_marked) for i, p in enumerate(marked))
        self.frames.update((p.frame, j in matched_found) for j, p in enumerate(found))
        return pairs

    def _rate(self, name: str) -> Rate:
        return self.rates.setdefault(name, Rate())

    def _add_words(self, words: Text, marked: Sequence[Parts], found: Sequence[Parts]) -> None:
        """Words of each role, whichever attribution they belong to."""
        for role in ROLES:
            theirs = words.words(span for parts in marked for span in getattr(parts, role))
            ours = words.words(span for parts in found for span in getattr(parts, role))
            self._rate(f"{role}_tokens").add(len(ours & theirs), len(ours), len(theirs))

    def _add_cues(self, words: Text, marked: Sequence[Parts], found: Sequence[Parts]) -> None:
        """Cues that share a character with one of the other side."""
        theirs = [words.letters(parts.cue) for parts in marked if parts.cue]
        ours = [words.letters(parts.cue) for parts in found if parts.cue]
        all_theirs, all_ours = frozenset().union(*theirs), frozenset().union(*ours)
        rate = self._rate("cue")
        rate.right_found += sum(not cue.isdisjoint(all_theirs) for cue in ours)
        rate.found += len(ours)
        rate.right_marked += sum(not cue.isdisjoint(all_ours) for cue in theirs)
        rate.marked += len(theirs)

    def figures(self) -> dict[str, Any]:
        """Every figure under the name it has on the page."""
        relation = self._rate("relation")
        names = (*(f"{role}_tokens" for role in ROLES), "cue", "relation", "strict", "triple")
        return {
            "articles": self.articles,
            "gold_attributions": relation.marked,
            "predicted_attributions": relation.found,
            **{name: self._rate(name).figures() for name in names},
            "recall_by_form": {
                form: round(right / every, 4) for form, right, every in shares(self.forms)
            },
            "by_frame": {
                frame: {
                    "found": every,
                    "p": round(right / every, 4),
                    "r": round(right / relation.marked, 4) if relation.marked else 0.0,
                }
                for frame, right, every in sorted(
                    shares(self.frames), key=lambda row: (-row[2], row[0])
                )
            },
        }


def shares(counts: Counter[tuple[str, bool]]) -> list[tuple[str, int, int]]:
    """Each name, in order, with how many were right and how many there were."""
    return [
        (name, counts[name, True], counts[name, True] + counts[name, False])
        for name in sorted({name for name, _ in counts})
    ]
