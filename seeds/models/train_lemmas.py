"""Count the words whose dictionary form the spelling rules miss; write ``lemmas.json.gz``.

usage: python seeds/models/train_lemmas.py TREEBANK_DIR

A row is a word form, the first two letters of its tag, and its lemma: facts about
words, taken from the same treebanks as the tagger (see ``train_tagger.py``).
The same data give the same file byte for byte.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from audit import lemmas

INFLECTED = {"VBD", "VBN", "VBG", "VBZ", "NNS", "NNPS", "JJR", "JJS", "RBR", "RBS"}
INFLECTED |= {"VBP", "VB", "MD"}


def main(folder: Path) -> None:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt_train.jsonl", "gum_open_train.jsonl"):
        for row in (folder / name).read_text("utf-8").splitlines():
            for form, lemma, _, tag, *_ in json.loads(row)["tokens"]:
                if tag in INFLECTED and form.replace("’", "'").replace("'", "").isalpha():
                    counts[form.lower().replace("’", "'"), tag][lemma.lower()] += 1
    lemmas._exceptions = dict  # type: ignore[assignment]  # the rules alone
    lemmas.lemma.cache_clear()
    exceptions = {}
    for (form, tag), seen in sorted(counts.items()):
        best = min(seen, key=lambda lemma: (-seen[lemma], lemma))
        if lemmas.lemma(form, tag) != best:
            exceptions[f"{form} {tag[:2]}"] = best
    text = json.dumps(exceptions, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (Path(__file__).parent / "lemmas.json.gz").write_bytes(packed)
    print(len(exceptions), "exceptions of", len(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
