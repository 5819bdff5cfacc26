"""How hard the article is to read, by the usual formulas.

textstat judges the words: their syllables and whether they are on the Dale–Chall list.
It is the only module that imports textstat. Its own syllable counts need a download, so
its dictionary is replaced by ours (``audit.syllables``); its sentence counter drops short
sentences and splits *Dr.*, so sentences are ours, and the formulas are computed here from
the counts. On text that both divide alike the results are textstat's, which a test checks.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from audit.document import Document
from audit.syllables import syllables
from audit.tokens import STRAIGHTEN


class _Word(NamedTuple):
    """What one chunk between spaces counts for. ``words`` is 0 where it holds no letter."""

    words: int
    characters: int
    syllables: int
    polysyllables: int
    difficult: int
    unlisted: int


def measure(document: Document) -> dict[str, float]:
    """Readability by name, to two decimals; empty for a document of no words.

    Units: ``flesch_reading_ease`` from 0 (hard) to 100 (easy), beyond in rare cases; the
    others US school grades, but ``words_per_sentence`` words.
    """
    word = _words()
    total = [0] * len(_Word._fields)
    sentences = 0
    for sentence in document.sentences:
        found = [word(chunk) for chunk in document.prose[sentence.start : sentence.end].split()]
        if any(w.words for w in found):
            sentences += 1
            total = [
                a + sum(column) for a, column in zip(total, zip(*found, strict=True), strict=True)
            ]
    if not sentences:
        return {}
    return {name: round(value, 2) for name, value in _formulas(_Word(*total), sentences)}


def _formulas(total: _Word, sentences: int) -> Iterator[tuple[str, float]]:
    """Sources: Flesch 1948; Kincaid et al. 1975; Gunning 1952; McLaughlin 1969; Smith and
    Senter 1967; Dale and Chall 1948, all as textstat computes them.
    """
    length = total.words / sentences
    syllables = total.syllables / total.words
    hard, unlisted = 100 * total.difficult / total.words, 100 * total.unlisted / total.words
    yield "words_per_sentence", length
    yield "flesch_reading_ease", 206.835 - 1.015 * length - 84.6 * syllables
    yield "flesch_kincaid_grade", 0.39 * length + 11.8 * syllables - 15.59
    yield "gunning_fog", 0.4 * (length + hard)
    yield "smog_index", 1.043 * (30 * total.polysyllables / sentences) ** 0.5 + 3.1291
    yield (
        "automated_readability_index",
        4.71 * total.characters / total.words + 0.5 * length - 21.43,
    )
    yield (
        "dale_chall_readability_score",
        0.1579 * unlisted + 0.0496 * length + (3.6365 if unlisted > 5 else 0),
    )


@cache
def _words() -> Callable[[str], _Word]:
    """What each chunk counts for; a chunk is looked into once and then remembered."""
    textstat = load_textstat()

    @lru_cache(maxsize=1 << 16)
    def word(chunk: str) -> _Word:
        plain = "".join(filter(_kept, chunk.translate(STRAIGHTEN))).lower()
        if not any(map(str.isalnum, plain)):
            return _Word(0, len(chunk), 0, 0, 0, 0)
        count = syllables(plain)
        unlisted = bool(textstat.is_difficult_word(plain, 0))
        many = count >= 3
        return _Word(1, len(chunk), count, many, many and unlisted, unlisted)

    return word


def _kept(char: str) -> bool:
    return char.isalnum() or char == "'"


class _Dictionary(Mapping[str, list[list[str]]]):
    """Our syllable counts in the form of NLTK's cmudict: a phone with a digit is a syllable."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["AH0"] * syllables(word)]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def load_textstat() -> Any:
    """textstat with our syllables in the one place where it would ask for a download."""
    import textstat

    seam = import_module("textstat.backend.counts._count_syllables")
    seam.get_cmudict = lambda lang: _Dictionary()  # type: ignore[attr-defined]
    return textstat
