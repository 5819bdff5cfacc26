"""Reads a pattern over words as it is written in a house's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from audit.house.pattern import Pattern, Step, Ways, WordTest
from audit.tokens import divided
from audit.written import Written, joined

# Tags of the Penn Treebank as the tagger gives them, and words for several of them.
TAGS = frozenset(
    """CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM
    TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB""".split()
)
CLASSES = {
    "adjective": frozenset({"JJ", "JJR", "JJS"}),
    "adverb": frozenset({"RB", "RBR", "RBS"}),
    "determiner": frozenset({"DT", "PDT", "PRP$"}),
    "modal": frozenset({"MD"}),
    "name": frozenset({"NNP", "NNPS"}),
    "noun": frozenset({"NN", "NNS"}),
    "number": frozenset({"CD"}),
    "preposition": frozenset({"IN", "TO"}),
    "pronoun": frozenset({"PRP", "WP"}),
    "verb": frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}),
}
_TESTS = ("word", "lemma", "tag", "not-word", "not-lemma", "not-tag")
_KEYS = (*_TESTS, "any", "gap", "optional", "times", "mark")

# What bounds a pattern: a gap, a repetition, the longest match in words, the steps in all.
WIDEST, MOST, LONGEST, STEPS = 20, 10, 100, 2_000


@dataclass(frozen=True, slots=True)
class _Element:
    """One member of the list: phrases of which one has to stand here, so many times."""

    phrases: tuple[tuple[WordTest, ...], ...]
    least: int = 1
    most: int = 1
    mark: bool = False
    gap: bool = False

    @property
    def asks(self) -> bool:
        return any(test.asks for phrase in self.phrases for test in phrase)

    @property
    def needed(self) -> frozenset[str]:
        """Words of which one stands wherever this element does; none if it may do without."""
        opening = [phrase[0].anchors for phrase in self.phrases]
        return frozenset().union(*opening) if self.least and all(opening) else frozenset()

    @property
    def longest(self) -> int:
        return self.most * max(map(len, self.phrases))

    @property
    def size(self) -> int:
        return self.most * sum(map(len, self.phrases))

    def before(self, after: Ways, marked: bool) -> Ways:
        """The ways through this element to what comes after; a gap is kept as short as it can."""
        ways = after
        for copy in range(self.most):
            entry = tuple(self._chain(phrase, ways, marked) for phrase in self.phrases)
            if copy >= self.most - self.least:
                ways = entry
            else:
                ways = (*after, *entry) if self.gap else (*entry, *after)
        return ways

    def _chain(self, phrase: tuple[WordTest, ...], ways: Ways, marked: bool) -> Step:
        step = None
        for test in reversed(phrase):
            flagged = self.mark if marked else test.asks
            step = Step(test, ways, flagged)
            ways = (step,)
        assert step is not None, "a phrase has a word"
        return step


def read_pattern(written: Written, table: str, value: Any) -> Pattern:
    """The pattern under the key ``pattern``. Raises ``BadConfig``."""
    members = [value] if isinstance(value, str) else value
    if not isinstance(members, list) or not members:
        raise written.wrong(table, "pattern", "not a list of words and tests of words")
    reader = _Reader(written, joined(table, "pattern"))
    elements = [reader.element(member) for member in members]
    if not any(element.asks and element.least for element in elements):
        raise written.wrong(table, "pattern", "says of no word what it is: it would match anywhere")
    if sum(e.longest for e in elements) > LONGEST or sum(e.size for e in elements) > STEPS:
        raise written.wrong(table, "pattern", f"too large: a match has at most {LONGEST} words")
    marked = any(element.mark for element in elements)
    ways: Ways = (None,)
    for element in reversed(elements):
        ways = element.before(ways, marked)
    needed = tuple(element.needed for element in elements if element.needed)
    return Pattern(ways, needed)


class _Reader:
    """Reads the members of one pattern."""

    def __init__(self, written: Written, table: str) -> None:
        self._written = written
        self._table = table

    def element(self, member: Any) -> _Element:
        if isinstance(member, str):
            return _Element((self._phrase("pattern", member),))
        if not isinstance(member, dict):
            raise self._wrong("pattern", f"{member!r} is neither a word nor a test of one")
        for key in member:
            self._written.known(self._table, key, _KEYS)
        if "gap" in member:
            return self._gap(member)
        least, most = self._times(member)
        return _Element(self._phrases(member), least, most, self._flag(member, "mark"))

    def _gap(self, member: Mapping[str, Any]) -> _Element:
        widest = member["gap"]
        if len(member) > 1:
            raise self._wrong("gap", "stands alone: {gap = 3} is up to three words of any kind")
        if not _is_count(widest) or not 1 <= widest <= WIDEST:
            raise self._wrong("gap", f"not a whole number from 1 to {WIDEST}")
        return _Element(((WordTest(),),), 0, widest, gap=True)

    def _times(self, member: Mapping[str, Any]) -> tuple[int, int]:
        """How often at least and at most."""
        if self._flag(member, "optional"):
            if "times" in member:
                raise self._wrong("optional", "stands without times: times = [0, 2] says both")
            return 0, 1
        times = member.get("times", 1)
        least, most = times if isinstance(times, list) and len(times) == 2 else (times, times)
        if not (_is_count(least) and _is_count(most) and 0 <= least <= most and 1 <= most <= MOST):
            raise self._wrong("times", f"not a number from 1 to {MOST}, or two: [least, most]")
        return least, most

    def _flag(self, member: Mapping[str, Any], key: str) -> bool:
        value = member.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "not true or false")
        return value

    def _phrases(self, member: Mapping[str, Any]) -> tuple[tuple[WordTest, ...], ...]:
        tests = [key for key in member if key in _TESTS]
        if "any" in member:
            if tests:
                raise self._wrong("any", f"stands without {tests[0]}: it lists phrases")
            phrases = self._written.texts(member, self._table, "any", "a phrase")
            if not phrases:
                raise self._wrong("any", "an empty list")
            return tuple(self._phrase("any", phrase) for phrase in phrases)
        if not tests:
            raise self._wrong("pattern", f"a test needs one of {', '.join(_TESTS)}, any or gap")
        words = {
            key: self._words(member, key) for key in ("word", "not-word", "lemma", "not-lemma")
        }
        return (
            (
                WordTest(
                    words["word"],
                    frozenset(word.lower() for word in words["lemma"]),
                    self._tags(member, "tag"),
                    words["not-word"],
                    frozenset(word.lower() for word in words["not-lemma"]),
                    self._tags(member, "not-tag"),
                ),
            ),
        )

    def _words(self, member: Mapping[str, Any], key: str) -> frozenset[str]:
        """Single words, as the text is divided into them."""
        if key not in member:
            return frozenset()
        found = set()
        for text in self._written.texts(member, self._table, key, "a word"):
            words = divided(text)
            if len(words) != 1:
                read = " ".join(words)
                way = "write one" if key.startswith("not-") else "for several there is any"
                raise self._wrong(key, f"{text!r} is {len(words)} words ({read}); {way}")
            found.add(words[0])
        if not found:
            raise self._wrong(key, "an empty list")
        return frozenset(found)

    def _tags(self, member: Mapping[str, Any], key: str) -> frozenset[str]:
        tags: set[str] = set()
        for name in self._written.texts(member, self._table, key, "a tag"):
            if name not in CLASSES and name not in TAGS:
                self._written.chosen(self._table, key, name, (*CLASSES, *sorted(TAGS)))
            tags |= CLASSES.get(name, {name})
        return frozenset(tags)

    def _phrase(self, key: str, text: str) -> tuple[WordTest, ...]:
        """Words one after the other; with ``=`` before them, in any of their forms."""
        words = divided(text.removeprefix("="))
        if not words:
            raise self._wrong(key, f"{text!r} holds no word")
        if text.startswith("="):
            return tuple(WordTest(lemmas=frozenset({word.lower()})) for word in words)
        return tuple(WordTest(words=frozenset({word})) for word in words)

    def _wrong(self, key: str, what: str) -> Exception:
        return self._written.wrong(self._table, key, what)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
