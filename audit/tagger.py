"""Parts of speech by averaged perceptron, many classes in one integer.

The features and the answer are those of ``nltk.tag.perceptron.PerceptronTagger``
(a test compares the two); only the arithmetic differs. The weights that a feature
gives to all tags are packed side by side into one long integer, 32 bits a tag, so
that adding two features' weights is one addition.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from struct import Struct

from audit.resources import load_model

_BITS = 32
# Added to every field at the end, so that no negative sum borrows from its neighbour.
_BIAS = 1 << 30
# Words seen only once would otherwise pile up in a long-running process.
_MOST_KEPT = 200_000


class PackedWeights(dict[str, int]):
    """Feature value to packed weights, unpacked from text when first asked for.

    Text is ``"class weight class weight"``; a value without weights packs to 0.
    """

    def __init__(self, text: dict[str, str]) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, value: str) -> int:
        row = self._text.get(value, "").split()
        packed = sum(
            int(weight) << (_BITS * int(label))
            for label, weight in zip(row[::2], row[1::2], strict=True)
        )
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[value] = packed
        return packed


class Tagger:
    """Assigns one Penn Treebank tag to each word of a sentence."""

    def __init__(
        self, tags: Sequence[str], known: dict[str, str], weights: dict[str, dict[str, str]]
    ):
        self.tags = tuple(tags)
        self.known = known
        self.weights = weights
        self._width = 4 * len(self.tags)
        self._unpack = Struct(f"<{len(self.tags)}I").unpack
        self._base = sum(_BIAS << (_BITS * i) for i in range(len(self.tags)))
        self._word: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._after: dict[str, int] = {}
        self._tag_pair: dict[tuple[str, str], int] = {}
        packed = {name: PackedWeights(rows) for name, rows in weights.items()}
        self._table = packed
        self._base += packed["bias"][""]

    def tag(self, words: Iterable[str]) -> list[str]:
        """One tag a word. Words have straight quotes; no words give no tags."""
        words = list(words)
        table, known, tags = self._table, self.known, self.tags
        own, before, after, pairs = self._word, self._before, self._after, self._tag_pair
        second_before, second_after = table["i-2 word"], table["i+2 word"]
        with_word = table["i-1 tag+i word"]
        unpack, width, base = self._unpack, self._width, self._base
        context = ["-START-", "-START2-", *map(normalize, words), "-END-", "-END2-"]
        previous, previous2 = "-START-", "-START2-"
        found = []
        for i, word in enumerate(words):
            tag = known.get(word)
            if not tag:
                norm = context[i + 2]
                packed = own.get(word)
                if packed is None:
                    packed = self._own(word, norm)
                left, right = context[i + 1], context[i + 3]
                first = before.get(left)
                if first is None:
                    first = self._neighbour(before, "i-1", left)
                second = after.get(right)
                if second is None:
                    second = self._neighbour(after, "i+1", right)
                pair = pairs.get((previous, previous2))
                if pair is None:
                    pair = self._pair(previous, previous2)
                total = (
                    base + packed + first + second + pair
                    + with_word[f"{previous} {norm}"]
                    + second_before[context[i]]
                    + second_after[context[i + 4]]
                )  # fmt: skip
                scores = unpack(total.to_bytes(width, "little"))
                tag = tags[scores.index(max(scores))]
            found.append(tag)
            previous2 = previous
            previous = tag
        return found

    def _own(self, word: str, norm: str) -> int:
        table = self._table
        packed = table["i suffix"][word[-3:]] + table["i pref1"][word[:1]] + table["i word"][norm]
        return _keep(self._word, word, packed)

    def _neighbour(self, kept: dict[str, int], place: str, norm: str) -> int:
        packed = self._table[f"{place} word"][norm] + self._table[f"{place} suffix"][norm[-3:]]
        return _keep(kept, norm, packed)

    def _pair(self, previous: str, previous2: str) -> int:
        table = self._table
        packed = (
            table["i-1 tag"][previous]
            + table["i-2 tag"][previous2]
            + table["i tag+i-2 tag"][f"{previous} {previous2}"]
        )
        self._tag_pair[previous, previous2] = packed
        return packed


def _keep(kept: dict[str, int], key: str, packed: int) -> int:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = packed
    return packed


def normalize(word: str) -> str:
    """The word as the tagger's tables know it: lower case, numbers by their shape."""
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word[:1].isdigit():
        return "!YEAR" if len(word) == 4 and word.isdigit() else "!DIGITS"
    return word.lower()


@cache
def load() -> Tagger:
    """The tagger with the parameters of ``seeds/models/tagger.json.gz``."""
    model = load_model("tagger")
    return Tagger(model["tags"], model["known"], model["weights"])
