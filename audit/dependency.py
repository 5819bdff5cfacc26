"""Which word depends on which, and as what: subject, object, clause, apposition.

A transition parser (arc-hybrid: Kuhlmann, Gómez-Rodríguez and Satta 2011) that reads
a sentence once from left to right and decides at each step, by averaged perceptron,
to shift a word or to attach one. As in the tagger, the weights that a feature gives to all
classes are packed into one long integer, so that adding two features is one addition.

Features that share their key are summed once and kept as one number (``FAMILIES``):
a step looks up thirty-odd numbers for some fifty features. The relations are those of
Universal Dependencies with the finer ones merged (``seeds/models/train_dependency.py``).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from struct import Struct
from typing import Any

from audit.lemmas import lemma
from audit.resources import load_model

# A class's score takes 16 bits; the training script checks that no sum can leave them.
BITS = 16
_BIAS = 1 << 15
# Words and sums seen only once would otherwise pile up in a long-running process.
_MOST_KEPT = 50_000
_MOST_SUMS = 600_000

SHIFT = "S"

# What decides a step. 0, 1, 2 are the words on top of the stack, b, c, d the next ones to
# read; of each, w is the word, t the tag, l and r the relations of its dependents on the
# left and right, k and j the farthest of these; n and m are the ways from 0 to b and from 1 to 0.
# A family is keyed by the parts named first. Of these it knows sums for each further
# part: a feature is the further part with each of the combinations listed. Those under
# "" need no further part and are added to the sums of the part after it.
FAMILIES: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "top": (
        "w0 t0",
        {
            "": ("w0", "t0", "w0 t0"),
            "tb": ("w0", "w0 t0", "t0"),
            "l0": ("t0", "w0"),
            "r0": ("t0", "w0"),
            "wb": ("w0",),
            "t1": ("w0", "w0 t0"),
            "n": ("w0", "t0"),
            "kb": ("w0",),
            "j0": ("t0",),
        },
    ),
    "below": (
        "w1 t1",
        {
            "": ("w1", "t1", "w1 t1"),
            "t0": ("w1", "w1 t1", "t1"),
            "w0": ("w1",),
            "l1": ("t1", "w1"),
            "r1": ("t1", "w1"),
            "k0": ("w1", "t1"),
            "l0": ("w1",),
            "tb": ("w1", "t1"),
            "m": ("w1", "t1"),
        },
    ),
    "next": ("wb tb", {"t0": ("wb", "wb tb"), "lb": ("wb", "tb")}),
    "ahead": ("wb tb", {"": ("wb", "tb", "wb tb"), "tc": ("wb", "tb")}),
    "second": ("wc tc", {"": ("wc", "tc", "wc tc"), "td": ("wc", "tc")}),
    "third": ("wd td", {"": ("wd", "td"), "tb": ("td",)}),
    "top and next": (
        "t0 tb",
        {
            "n": ("t0 tb",),
            "kb": ("t0 tb",),
            "lb": ("t0 tb",),
            "l0": ("t0 tb",),
            "r0": ("t0 tb",),
            "j0": ("t0 tb",),
            "tc": ("t0 tb",),
        },
    ),
    "below and top": (
        "t1 t0",
        {
            "t2": ("t1 t0",),
            "tb": ("t1 t0",),
            "r1": ("t1 t0",),
            "l1": ("t1 t0",),
            "l0": ("t1 t0",),
            "k0": ("t1 t0", "t0"),
            "j1": ("t1 t0",),
            "m": ("t1 t0",),
        },
    ),
}


# The beginning of a feature to its ends, and the weights of each: text until first needed.
Known = Callable[[str], dict[str, Any]]


class Sums(dict[str, Any]):
    """Values of the further part to the sum of their features' weights."""

    __slots__ = ("always", "groups", "made")

    def __init__(self, always: Any, groups: list[dict[str, Any]], made: list[int]) -> None:
        super().__init__()
        self.always = always
        self.groups = groups
        self.made = made

    def __missing__(self, further: str) -> Any:
        value = self.always
        for group in self.groups:
            weights = group.get(further)
            if weights is not None:
                if type(weights) is str:
                    weights = group[further] = pack(weights)
                value += weights
        self.made[0] += 1
        self[further] = value
        return value


class _Pieces(dict[str, int]):
    """``"class weight"`` as an integer in the class's field."""

    def __missing__(self, piece: str) -> int:
        label, weight = piece.split(" ")
        packed = self[piece] = int(weight) << (BITS * int(label))
        return packed


_piece = _Pieces().__getitem__


def pack(row: str) -> int:
    """``"class weight,class weight"`` as one integer."""
    return sum(map(_piece, row.split(",")))


class Rows(dict[str, dict[str, Any]]):
    """The model's rows by the beginning of their feature, taken apart when first asked for.

    They lie together by family and first word, because a file of few long texts is
    read three times as fast as one of many short ones.
    """

    def __init__(self, text: dict[str, str]) -> None:
        super().__init__()
        self._text = dict(text)

    def __missing__(self, beginning: str) -> dict[str, Any]:
        name, first, *_ = beginning.split(" ", 2)
        text = self._text.pop(f"{name[0]} {first}", "")
        for group in text.split(END_OF_GROUP) if text else ():
            rest, rows = group.split(SEPARATOR, 1)
            number, blank, others = rest.partition(" ")
            parts = rows.split(SEPARATOR)
            ends = dict(zip(parts[::2], parts[1::2], strict=True))
            self[f"{name[0]}{number} {first}{blank}{others}"] = ends
        return self.setdefault(beginning, _NONE)


def bundle(rows: dict[str, str]) -> dict[str, str]:
    """Rows by beginning as ``Rows`` takes them apart."""
    bundles: dict[str, list[str]] = {}
    for beginning, ends in rows.items():
        name, first, *others = beginning.split(" ", 2)
        group = SEPARATOR.join([" ".join([name[1:], *others]), ends])
        bundles.setdefault(f"{name[0]} {first}", []).append(group)
    return {key: END_OF_GROUP.join(groups) for key, groups in bundles.items()}


# Of a character that no word holds and JSON need not escape.
SEPARATOR, END_OF_GROUP = "\x7f", " \x7f "
_NONE: dict[str, Any] = {}


# Names of features, each with the places of its parts in the family's key.
_Shape = list[tuple[str, list[int]]]


class Family(dict[str, tuple[Sums, ...]]):
    """Values of the first parts, with blanks between, to the sums for each further part."""

    def __init__(self, name: str, known: Known, zero: Any, made: list[int]) -> None:
        super().__init__()
        first, further = FAMILIES[name]
        letter = chr(65 + list(FAMILIES).index(name))
        places = {part: place for place, part in enumerate(first.split())}
        self._shapes = [
            [
                (f"{letter}{number}{chr(97 + i)}", [places[part] for part in combination.split()])
                for i, combination in enumerate(combinations)
            ]
            for number, combinations in enumerate(further.values())
        ]
        self._always = self._shapes.pop(0) if "" in further else []
        self._known = known
        self._zero = zero
        self._made = made

    def __missing__(self, first: str) -> tuple[Sums, ...]:
        parts = first.split(" ")
        always = self._zero
        if self._always:
            always = Sums(always, self._groups(self._always, parts), self._made)[""]
        made = []
        for shape in self._shapes:
            made.append(Sums(always, self._groups(shape, parts), self._made))
            always = self._zero
        self[first] = tuple(made)
        return self[first]

    def _groups(self, shape: _Shape, parts: list[str]) -> list[dict[str, Any]]:
        names = (" ".join([name, *[parts[place] for place in places]]) for name, places in shape)
        return [group for group in map(self._known, names) if group is not _NONE]


class Pairs(dict[str, dict[str, tuple[Sums, ...]]]):
    """A family keyed by two tags: the first to the second to the sums."""

    def __init__(self, family: Family) -> None:
        super().__init__()
        self._family = family

    def __missing__(self, first: str) -> "_Half":
        half = self[first] = _Half(first, self._family)
        return half


class _Half(dict[str, tuple[Sums, ...]]):
    def __init__(self, first: str, family: Family) -> None:
        super().__init__()
        self._first = first
        self._family = family

    def __missing__(self, second: str) -> tuple[Sums, ...]:
        sums = self[second] = self._family[f"{self._first} {second}"]
        return sums


class _Grown(dict[tuple[str, str], str]):
    """Relations of a word's dependents with one more: a set, written as text."""

    def __missing__(self, key: tuple[str, str]) -> str:
        relations, new = key
        grown = ",".join(sorted({*relations.split(","), new} - {""}))
        self[key] = grown
        return grown


class _Ways(dict[int, str]):
    """How far and over what: words, commas, quotation marks, other marks between two words."""

    def __missing__(self, way: int) -> str:
        words, commas, quotes, others = (way >> shift & 0xFFFF for shift in (0, 16, 32, 48))
        far = str(words) if words < 5 else "5" if words < 8 else "8" if words < 12 else "c"
        kept = f"{far}{min(commas, 2)}{'q' if quotes % 2 else ''}{'o' if others else ''}"
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[way] = kept
        return kept


_STEP = {",": 1 << 16 | 1, '"': 1 << 32 | 1, "''": 1 << 32 | 1, "``": 1 << 32 | 1}
_STEP |= dict.fromkeys((";", ":", "-", "--", "–", "—", "(", ")"), 1 << 48 | 1)

_GROWN = _Grown()
_WAYS = _Ways()

# Scores, stack and place of the next word to the class chosen.
Decide = Callable[[Any, list[int], int], int]


class Machine:
    """The transition system: walks a sentence and asks ``decide`` at each fork."""

    def __init__(self, classes: Sequence[str], words: Iterable[str], known: Known, zero: Any):
        self.classes = tuple(classes)
        # One object a word: equal keys are then the same, and compared faster.
        self.words = {word: word for word in words}
        self._arcs = [(name[0], name[1:]) for name in classes]
        self._zero = zero
        # How many sums there are now, counted by those who make them.
        self._made = [0]
        self._families = [Family(name, known, zero, self._made) for name in FAMILIES]
        self._top_next, self._below_top = map(Pairs, self._families[-2:])
        self._seen: dict[tuple[str, str], tuple[str, str]] = {}

    def word(self, norm: str, tag: str) -> tuple[str, str]:
        """What the tables know a word as: its lemma, or ``?``, and its tag."""
        if len(self._seen) >= _MOST_KEPT:
            self._seen.clear()
        found = self.words.get(lemma(norm, tag), "?")
        kept = self._seen[norm, tag] = f"{found} {tag}", found
        return kept

    def _forget(self) -> None:
        self._made[0] = 0
        self._top_next.clear()
        self._below_top.clear()
        for family in self._families:
            family.clear()

    def walk(
        self, norms: Sequence[str], tags: Sequence[str], decide: Decide
    ) -> tuple[list[int], list[str]]:
        """Heads and relations, as ``decide`` would have them."""
        if self._made[0] > _MOST_SUMS:
            self._forget()
        of_top, of_below, of_next, of_ahead, of_second, of_third = self._families[:6]
        top_next, below_top = self._top_next, self._below_top
        seen, arcs, zero, grown, ways = self._seen, self._arcs, self._zero, _GROWN, _WAYS
        length = len(norms)
        known = [seen.get(pair) or self.word(*pair) for pair in zip(norms, tags, strict=True)]
        p = [both for both, _ in known]
        w = [word for _, word in known]
        # Places past the end read as END, place -1 as START.
        p += ["END END", "END END", "END END", "START START"]
        w += ["END", "END", "END", "START"]
        t = [*tags, "END", "END", "END", "START"]
        left, right, edge, last = ([""] * (length + 4) for _ in range(4))
        walked = []
        way = 0
        for norm in norms:
            walked.append(way)
            way += _STEP.get(norm, 1)
        walked.append(way)
        heads, relations = [-1] * length, ["root"] * length
        stack = [-1, -1, -1]
        s2 = s1 = s0 = -1
        b = 0
        buffer = zero
        e0, e1 = of_next["END END"]
        while b < length or s1 >= 0:
            if s0 < 0:
                kind, relation = SHIFT, ""
            else:
                w0, t0, t1, tb = w[s0], t[s0], t[s1], t[b]
                l0, r0, l1, r1, lb = left[s0], right[s0], left[s1], right[s1], left[b]
                k0, kb, j0 = edge[s0], edge[b], last[s0]
                n = ways[walked[b] - walked[s0]]
                m = ways[walked[s0] - walked[s1]] if s1 >= 0 else ""
                a0, a1, a2, a3, a4, a5, a6, a7 = of_top[p[s0]]
                b0, b1, b2, b3, b4, b5, b6, b7 = of_below[p[s1]]
                c0, c1, c2, c3, c4, c5, c6 = top_next[t0][tb]
                d0, d1, d2, d3, d4, d5, d6, d7 = below_top[t1][t0]
                total = (
                    buffer + e0[t0] + e1[lb]
                    + a0[tb] + a1[l0] + a2[r0] + a3[w[b]] + a4[t1] + a5[n] + a6[kb] + a7[j0]
                    + b0[t0] + b1[w0] + b2[l1] + b3[r1] + b4[k0] + b5[l0] + b6[tb] + b7[m]
                    + c0[n] + c1[kb] + c2[lb] + c3[l0] + c4[r0] + c5[j0] + c6[t[b + 1]]
                    + d0[t[s2]] + d1[tb] + d2[r1] + d3[l1] + d4[l0] + d5[k0] + d6[last[s1]] + d7[m]
                )  # fmt: skip
                kind, relation = arcs[decide(total, stack, b)]
            if kind == SHIFT:
                stack.append(b)
                s2, s1, s0 = s1, s0, b
                b += 1
                pb = p[b]
                e0, e1 = of_next[pb]
                buffer = (
                    of_ahead[pb][0][t[b + 1]]
                    + of_second[p[b + 1]][0][t[b + 2]]
                    + of_third[p[b + 2]][0][t[b]]
                )
                continue
            relations[s0] = relation
            if kind == "L":
                heads[s0] = b
                left[b] = grown[left[b], relation]
                edge[b] = w[s0]
            else:
                heads[s0] = s1
                right[s1] = grown[right[s1], relation]
                last[s1] = w[s0]
            stack.pop()
            s0, s1, s2 = s1, s2, stack[-3]
        return heads, relations


class Parser(Machine):
    """Finds the head of each word of a sentence, and its relation to it."""

    def __init__(self, classes: Sequence[str], words: Iterable[str], rows: dict[str, str]):
        super().__init__(classes, words, Rows(rows).__getitem__, 0)
        self._base = sum(_BIAS << (BITS * i) for i in range(len(classes)))
        self._width = BITS // 8 * len(classes)
        self._unpack = Struct(f"<{len(classes)}H").unpack
        # Classes stand in this order: right arcs, shift, left arcs.
        self._shift = self.classes.index(SHIFT)

    def parse(self, norms: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
        """The place of each word's head (-1 for the root) and the relation to it.

        ``norms`` are straightened and in lower case, ``tags`` the tagger's. The heads
        are a tree with one root; an empty sentence gives two empty lists.
        """
        base, width, unpack, shift = self._base, self._width, self._unpack, self._shift
        n = len(norms)

        def best(total: int, stack: list[int], b: int) -> int:
            scores = unpack((total + base).to_bytes(width, "little"))
            if len(stack) == 4:
                rest = scores[shift:]
                return shift + rest.index(max(rest))
            if b == n:
                scores = scores[:shift]
            return scores.index(max(scores))

        return self.walk(norms, tags, best)


@cache
def load() -> Parser:
    """The parser with the parameters of ``seeds/models/dependency.json.gz``."""
    model = load_model("dependency")
    return Parser(model["classes"], model["words"], model["rows"])
