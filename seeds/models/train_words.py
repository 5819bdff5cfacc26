"""Count the words that are written small in running text; write ``words.json.gz``.

usage: python seeds/models/train_words.py TREEBANK_DIR

A row is a lower-case word that the treebanks of ``train_tagger.py`` write small, away from
the beginning of a sentence, at least four times in five. What is not in the list and has a
capital is likely a name. The same data give the same file byte for byte.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

SMALL = 0.8


def main(folder: Path) -> None:
    small: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for name in ("ewt_train.jsonl", "gum_open_train.jsonl"):
        for row in (folder / name).read_text("utf-8").splitlines():
            for form, *_ in json.loads(row)["tokens"][1:]:
                if form.isalpha() and not (form.isupper() and len(form) > 1):
                    seen[form.lower()] += 1
                    small[form] += form.islower()
    words = sorted(word for word in small if word.islower() and small[word] >= SMALL * seen[word])
    text = json.dumps({"words": words}, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (Path(__file__).parent / "words.json.gz").write_bytes(packed)
    print(len(words), "words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
