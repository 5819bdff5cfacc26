"""Train the part-of-speech tagger and write ``tagger.json.gz`` beside this script.

usage: python seeds/models/train_tagger.py TREEBANK_DIR

TREEBANK_DIR holds ``ewt_train.jsonl`` and ``gum_open_train.jsonl``: one sentence a
line, ``tokens`` a list of ``[form, lemma, upos, xpos, head, relation, space_after]``
(Universal Dependencies, English Web Treebank and the open genres of GUM).

The learner is NLTK's averaged perceptron (Collins 2002), five rounds. The same
data give the same file byte for byte: the shuffle is seeded, rows are sorted, and
the archive carries no time stamp.
"""

import gzip
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

from nltk.tag.perceptron import PerceptronTagger

SEED = 20261122
ROUNDS = 5
# Averaged weights smaller than this decide almost nothing and are most of the file.
SMALLEST = 1.0
# Weights are kept as integers, this many steps to one.
SCALE = 10


def sentences(folder: Path) -> list[list[tuple[str, str]]]:
    """Every training sentence as ``(form, tag)`` pairs, curly quotes made straight."""
    found = []
    for name in ("ewt_train.jsonl", "gum_open_train.jsonl"):
        with open(folder / name, encoding="utf-8") as rows:
            for row in rows:
                tokens = json.loads(row)["tokens"]
                found.append([(straighten(token[0]), token[3]) for token in tokens])
    return found


def straighten(form: str) -> str:
    return form.translate(str.maketrans("‘’“”", "''\"\""))


def table(tagger: PerceptronTagger, tags: list[str]) -> dict[str, dict[str, str]]:
    """Weights by feature template, then value: ``"tag weight tag weight"``."""
    index = {tag: i for i, tag in enumerate(tags)}
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for feature, weights in sorted(tagger.model.weights.items()):
        kept = [
            f"{index[tag]} {round(weight * SCALE)}"
            for tag, weight in sorted(weights.items())
            if abs(weight) >= SMALLEST
        ]
        if kept:
            template, value = split(feature)
            groups[template][value] = " ".join(kept)
    return dict(groups)


def split(feature: str) -> tuple[str, str]:
    """NLTK's feature string cut into its template and its value."""
    for template in TEMPLATES:
        if feature == template or feature.startswith(template + " "):
            return template, feature[len(template) + 1 :]
    raise ValueError(f"unknown feature: {feature}")


# Longest first where one is the beginning of another.
TEMPLATES = (
    "bias",
    "i suffix",
    "i pref1",
    "i-1 tag+i word",
    "i-1 tag",
    "i-2 tag",
    "i tag+i-2 tag",
    "i word",
    "i-1 word",
    "i-1 suffix",
    "i-2 word",
    "i+1 word",
    "i+1 suffix",
    "i+2 word",
)


def main(folder: Path) -> None:
    random.seed(SEED)
    tagger = PerceptronTagger(load=False)
    tagger.train(sentences(folder), nr_iter=ROUNDS)
    # NLTK breaks ties by the larger label, so the larger label comes first here.
    tags = sorted(tagger.model.classes, reverse=True)
    model = {
        "scale": SCALE,
        "tags": tags,
        "known": dict(sorted(tagger.tagdict.items())),
        "weights": table(tagger, tags),
    }
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (Path(__file__).parent / "tagger.json.gz").write_bytes(packed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
