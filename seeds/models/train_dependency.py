"""Train the dependency parser and write ``dependency.json.gz`` beside this script.

usage: python seeds/models/train_dependency.py TREEBANK_DIR [--rounds N] [--sentences N]
       [--out FILE]

TREEBANK_DIR holds the treebanks of ``train_tagger.py``, with dev sets beside them
(``ewt_dev.jsonl``, ``gum_open_dev.jsonl``) to measure on. Most of a round's sentences carry the
tags of a tagger that has not seen them (the data are cut into folds for that), the
others the tagger's own, so that the parser learns which tags to mistrust.

The learner is the averaged perceptron (Collins 2002) with a dynamic oracle for the
arc-hybrid system (Goldberg and Nivre 2013): it follows its own mistakes and learns the
best step from there. The same data give the same file byte for byte: the shuffle is
seeded, rows are sorted, and the archive carries no time stamp. It depends on
``audit/lemmas.py`` and on ``lemmas.json.gz`` and ``tagger.json.gz``: train those first.
"""

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import Any

from nltk.tag.perceptron import PerceptronTagger

from audit import dependency, tagger
from audit.dependency import SEPARATOR, SHIFT, Machine, Parser, bundle
from audit.lemmas import lemma
from audit.tokens import STRAIGHTEN

SEED = 20261122
ROUNDS = 9
# Sentences of one document stand together: folds are cut in blocks.
FOLDS, BLOCK = 4, 50
# Words, features and classes seen less often are not learnt.
RAREST_WORD, RAREST_FEATURE, RAREST_CLASS = 4, 8, 40
# How often the parser follows its own choice rather than the right one.
EXPLORE = 0.9
# Weights are kept as integers, this many steps to one.
SCALE = 2
# Steps fewer than this decide little and are most of the file.
SMALLEST = 4

# Universal Dependencies' relations as the parser names them; what is not here is "other".
RELATIONS = {
    "nsubj:outer": "nsubj", "iobj": "obj", "obl:unmarked": "obl", "obl:agent": "obl",
    "advcl:relcl": "advcl", "cc:preconj": "cc", "aux:pass": "aux", "cop": "aux",
    "det:predet": "det", "flat": "compound", "compound:prt": "prt", "nmod:unmarked": "nmod",
    "nmod:desc": "nmod",
}  # fmt: skip
KEPT = frozenset(
    ("nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj",
     "cc", "mark", "aux", "case", "det", "amod", "compound", "nmod", "nmod:poss", "appos",
     "parataxis", "punct", "advmod", "nummod", "expl", "prt", "root")
)  # fmt: skip


@dataclass
class Gold:
    """A sentence of the treebank; the head of the root is the place past the end."""

    forms: list[str]
    norms: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]
    # Tags of a tagger that has seen the sentence, and of one that has not.
    seen: list[str]
    unseen: list[str]

    def __post_init__(self) -> None:
        n = len(self.norms)
        self.farthest = [-1] * (n + 1)
        self.before: list[list[int]] = [[] for _ in range(n + 1)]
        for place, head in enumerate(self.heads):
            self.farthest[head] = place
            if place < head:
                self.before[head].append(place)


def read(path: Path) -> list[Gold]:
    tag = tagger.load().tag
    found = []
    for row in path.read_text("utf-8").splitlines():
        tokens = json.loads(row)["tokens"]
        forms = [token[0].translate(STRAIGHTEN) for token in tokens]
        heads = [(token[4] or len(tokens) + 1) - 1 for token in tokens]
        names = [RELATIONS.get(token[5], token[5]) for token in tokens]
        relations = [name if name in KEPT else "other" for name in names]
        gold = [token[3] for token in tokens]
        norms = [form.lower() for form in forms]
        guessed = tag(forms)
        found.append(Gold(forms, norms, gold, heads, relations, guessed, guessed))
    return found


def tag_unseen(sentences: list[Gold]) -> None:
    """Fill in the tags that a tagger trained on the other folds gives."""
    for fold in range(FOLDS):
        random.seed(SEED + fold)
        learner = PerceptronTagger(load=False)
        others = [s for i, s in enumerate(sentences) if i // BLOCK % FOLDS != fold]
        learner.train([list(zip(s.forms, s.tags, strict=True)) for s in others], nr_iter=3)
        for i, sentence in enumerate(sentences):
            if i // BLOCK % FOLDS == fold:
                sentence.unseen = [pair[1] for pair in learner.tag(sentence.forms)]


def costs(gold: Gold, stack: list[int], b: int) -> dict[str, int]:
    """Right arcs that can no longer be made after each possible step, by kind of step."""
    s0, s1, n = stack[-1], stack[-2], len(gold.norms)
    head = gold.heads[s0]
    waiting = gold.farthest[s0] >= b
    found = {}
    if s1 >= 0:
        found["R"] = waiting + (head >= b)
    if b < n:
        above = gold.heads[b]
        lost = above < b and above != s0 and above in stack
        found[SHIFT] = lost + sum(d in stack for d in gold.before[b])
        found["L"] = waiting + (head > b) + (s1 >= 0 and head == s1)
    return found


def count_classes(sentences: list[Gold]) -> list[str]:
    """Right arcs, shift, left arcs: the order ``Parser`` expects."""
    counts = Counter(
        ("L" if place < head else "R") + relation
        for s in sentences
        for place, (head, relation) in enumerate(zip(s.heads, s.relations, strict=True))
        if head < len(s.heads)
    )
    often = {name for name, count in counts.items() if count >= RAREST_CLASS}
    often |= {"Lother", "Rother"}
    right = sorted(name for name in often if name[0] == "R")
    left = sorted(name for name in often if name[0] == "L")
    return [*right, SHIFT, *left]


class Numbered(dict[str, tuple[int, ...]]):
    """Gives every feature of one beginning its number when first asked for."""

    def __init__(self, beginning: str, ids: dict[str, int]) -> None:
        super().__init__()
        self._beginning = beginning
        self._ids = ids

    def get(self, end: str, default: Any = None) -> Any:
        return (self._ids.setdefault(f"{self._beginning} {end}", len(self._ids)),)


class Learner:
    """Weights of an averaged perceptron, and the walks that change them."""

    def __init__(self, classes: list[str], words: list[str], sentences: list[Gold]):
        self.classes = classes
        self.words = words
        self.index = {name: i for i, name in enumerate(classes)}
        self.shift = self.index[SHIFT]
        size = len(classes)
        self.unpack = Struct(f"<{size}I").unpack
        self.width = 4 * size
        self.base = sum(1 << 30 << (32 * i) for i in range(size))
        self.ids: dict[str, int] = {}
        self.random = random.Random(SEED)
        self.step = 0
        kept = self._count(sentences)
        self.ids = {feature: i for i, feature in enumerate(kept)}
        self.groups: dict[str, dict[str, Any]] = defaultdict(dict)
        for feature, i in self.ids.items():
            beginning, _, end = feature.rpartition(" ")
            self.groups[beginning][end] = (i,)
        self.weights = [0] * len(kept)
        # Sum of step number times change: the average is the weight less this by steps.
        self.changes = [0] * len(kept)
        self.machine = Machine(classes, words, self._known, ())

    def _known(self, beginning: str) -> dict[str, Any]:
        return self.groups[beginning]

    def _number(self, beginning: str) -> dict[str, Any]:
        return Numbered(beginning, self.ids)

    def _count(self, sentences: list[Gold]) -> list[str]:
        """Features that stand often enough on the right way through the sentences."""
        machine = Machine(self.classes, self.words, self._number, ())
        counts: Counter[int] = Counter()
        for s in sentences:

            def decide(features: tuple[int, ...], stack: list[int], b: int, s: Gold = s) -> int:
                counts.update(features)
                right, _ = self._right(s, stack, b)
                return right[-1]

            machine.walk(s.norms, s.unseen, decide)
        return [f for f, i in self.ids.items() if counts[i] >= RAREST_FEATURE]

    def _right(self, s: Gold, stack: list[int], b: int) -> tuple[list[int], dict[str, int]]:
        """Classes that lose the fewest right arcs; the kinds of step allowed."""
        found = costs(s, stack, b)
        least = min(found.values())
        right = []
        for kind, cost in found.items():
            if cost == least:
                name = kind if kind == SHIFT else kind + s.relations[stack[-1]]
                place = self.index.get(name)
                right.append(self.index[kind + "other"] if place is None else place)
        return right, found

    def learn(self, s: Gold, tags: list[str], explore: float) -> int:
        """Walk one sentence; the number of wrong steps."""
        weights, changes = self.weights, self.changes
        unpack, width, base, shift = self.unpack, self.width, self.base, self.shift
        wrong = 0

        def decide(features: tuple[int, ...], stack: list[int], b: int) -> int:
            nonlocal wrong
            total = base
            for i in features:
                total += weights[i]
            scores = unpack(total.to_bytes(width, "little"))
            right, allowed = self._right(s, stack, b)
            low = 0 if "R" in allowed else shift
            high = len(scores) if SHIFT in allowed else shift
            part = scores[low:high]
            best = low + part.index(max(part))
            self.step += 1
            if best in right:
                return best
            wrong += 1
            wanted = max(right, key=scores.__getitem__)
            change = (1 << 32 * wanted) - (1 << 32 * best)
            later = ((1 << 64 * wanted) - (1 << 64 * best)) * self.step
            for i in features:
                weights[i] += change
                changes[i] += later
            return best if self.random.random() < explore else wanted

        self.machine.walk(s.norms, tags, decide)
        return wrong

    def averages(self) -> dict[str, list[float]]:
        size = len(self.classes)
        wide = Struct(f"<{size}Q").unpack
        half = 1 << 62
        wide_base = sum(half << (64 * i) for i in range(size))
        found = {}
        for feature, i in self.ids.items():
            if not self.changes[i] and not self.weights[i]:
                continue
            last = self.unpack((self.weights[i] + self.base).to_bytes(self.width, "little"))
            lost = wide((self.changes[i] + wide_base).to_bytes(2 * self.width, "little"))
            found[feature] = [
                (a - (1 << 30)) - (c - half) / self.step for a, c in zip(last, lost, strict=True)
            ]
        return found


def model(learner: Learner) -> dict[str, Any]:
    """What ``Parser`` needs, as JSON."""
    rows: dict[str, list[str]] = defaultdict(list)
    largest: Counter[str] = Counter()
    for feature, averages in sorted(learner.averages().items()):
        scaled = [round(average * SCALE) for average in averages]
        kept = [f"{i} {weight}" for i, weight in enumerate(scaled) if abs(weight) >= SMALLEST]
        if kept:
            beginning, _, end = feature.rpartition(" ")
            rows[beginning].append(f"{end}{SEPARATOR}{','.join(kept)}")
            name = feature.split(" ")[0]
            largest[name] = max(largest[name], *map(abs, scaled))
    if sum(largest.values()) >= 1 << (dependency.BITS - 1):
        raise ValueError(f"scores may leave their {dependency.BITS} bits: lower SCALE")
    return {
        "classes": learner.classes,
        "words": learner.words,
        "rows": bundle({beginning: SEPARATOR.join(ends) for beginning, ends in rows.items()}),
    }


def measure(parser: Parser, sentences: list[Gold]) -> str:
    """Attachment scores and F1 of some relations, tags being the tagger's."""
    heads = labelled = words = 0
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    start = time.perf_counter()
    parsed = [parser.parse(s.norms, s.seen) for s in sentences]
    took = time.perf_counter() - start
    for s, (found, relations) in zip(sentences, parsed, strict=True):
        for head, relation, gold, name in zip(found, relations, s.heads, s.relations, strict=True):
            gold = -1 if gold == len(s.heads) else gold
            words += 1
            heads += head == gold
            given[relation] += 1
            wanted[name] += 1
            if head == gold and relation == name:
                labelled += 1
                right[name] += 1
    names = ("nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "conj", "appos", "acl:relcl", "acl",
             "advcl", "parataxis", "obl", "nmod", "root", "punct")  # fmt: skip
    each = " ".join(f"{x} {200 * right[x] / max(1, given[x] + wanted[x]):.0f}" for x in names)
    return (
        f"UAS {100 * heads / words:.2f} LAS {100 * labelled / words:.2f} "
        f"{words / took:.0f} tokens/s | {each}"
    )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--sentences", type=int, default=None)
    options.add_argument("--out", type=Path, default=Path(__file__).parent / "dependency.json.gz")
    asked = options.parse_args()
    # While learning, tables are never emptied.
    dependency._MOST_KEPT = dependency._MOST_SUMS = 1 << 40

    sentences = []
    for name in ("ewt_train.jsonl", "gum_open_train.jsonl"):
        sentences += read(asked.folder / name)[: asked.sentences]
    tag_unseen(sentences)
    dev = {name: read(asked.folder / f"{name}_dev.jsonl") for name in ("ewt", "gum_open")}
    counts = Counter(
        lemma(norm, tag) for s in sentences for norm, tag in zip(s.norms, s.unseen, strict=True)
    )
    words = sorted(w for w, n in counts.items() if n >= RAREST_WORD and w.split() == [w])
    learner = Learner(count_classes(sentences), words, sentences)
    print(
        len(words),
        "words",
        len(learner.ids),
        "features",
        len(learner.classes),
        "classes",
        flush=True,
    )
    order = list(sentences)
    shuffle = random.Random(SEED)
    for number in range(1, asked.rounds + 1):
        start = time.perf_counter()
        shuffle.shuffle(order)
        wrong = 0
        for i, s in enumerate(order):
            tags = s.seen if (i + number) % 4 == 0 else s.unseen
            wrong += learner.learn(s, tags, EXPLORE if number > 1 else 0.0)
        print(f"round {number}: {wrong} wrong, {time.perf_counter() - start:.0f} s", flush=True)
        if number == asked.rounds:
            made = model(learner)
            text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
            packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
            asked.out.write_bytes(packed)
            print(len(made["rows"]), "rows", len(text), "characters", len(packed), "bytes")
            parser = Parser(made["classes"], made["words"], made["rows"])
            for name, held in dev.items():
                print(f"  {name}: {measure(parser, held)}", flush=True)


if __name__ == "__main__":
    main()
