"""Learn the weights of ``audit.annotate.claim_checkable``; writes ``checkable.json.gz``.

usage: python seeds/models/train_checkable.py CORPUS.jsonl

Each line of the corpus has ``text`` and ``claim`` (1: holds a verifiable fact). Logistic
regression with small steps, few passes and weights pulled towards zero, the sentences in
an order drawn from a fixed seed: the same corpus gives the same file. Of the corpus only
weights of words, tags and short tag sequences are kept.
"""

import gzip
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path

from audit.annotate.claim_checkable import features
from audit.annotate.claim_clauses import clauses
from audit.document import Document
from audit.parse import parse

PASSES, STEP, PULL, LEAST = 8, 0.05, 0.003, 3
# Weights are kept as whole numbers, this many to one.
SCALE = 1000
# People call more sentences a claim than not when in doubt; so do we.
LEAN = 0.15
TARGET = Path(__file__).with_name("checkable.json.gz")


def sentence_features(document: Document) -> set[str]:
    """The features of all sentences of a text together."""
    found: set[str] = set()
    for index, sentence in enumerate(document.sentences):
        inside = clauses(document, index, sentence)
        found.update(features(document.tokens, sentence.first, sentence.last, inside))
    return found


def train(rows: list[tuple[set[str], int]]) -> dict[str, float]:
    """Weight by feature; the constant stands under the empty name."""
    counts = Counter(name for names, _ in rows for name in names)
    kept = [([n for n in sorted(names) if counts[n] >= LEAST], gold) for names, gold in rows]
    weights = {name: 0.0 for names, _ in kept for name in names}
    constant = 0.0
    order = list(range(len(kept)))
    shuffle = random.Random(0).shuffle
    for turn in range(PASSES):
        shuffle(order)
        step = STEP / (1 + turn)
        for i in order:
            names, gold = kept[i]
            total = constant + sum(weights[name] for name in names)
            error = gold - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            constant += step * error * 0.1
            for name in names:
                weights[name] += step * (error * 0.3 - PULL * 30 * weights[name])
    return {"": constant + LEAN, **weights}


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    rows = [(sentence_features(parse(line["text"])), int(line["claim"])) for line in lines]
    weights = {name: round(value * SCALE) for name, value in train(rows).items()}
    kept = {name: value for name, value in sorted(weights.items()) if value or not name}
    model = {"provenance": {"corpus": Path(path).name, "sentences": len(rows)}, "weights": kept}
    packed = gzip.compress(json.dumps(model, ensure_ascii=False).encode(), mtime=0)
    TARGET.write_bytes(packed)


if __name__ == "__main__":
    main(sys.argv[1])
