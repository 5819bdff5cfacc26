"""Count the words whose dictionary form the spelling rules miss; write ``lemmas.json.gz``.

usage: python seeds/models/train_lemmas.py TREEBANK_DIR

``exceptions``: a row is a word form, the first two letters of its tag, and its lemma: facts about
words, taken from the same treebanks as the tagger (see ``train_tagger.py``).
``verbs``: the bare form of every verb seen as such, or in two other forms.
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
    bare = {form for form, tag in counts if tag in {"VB", "VBP"}}
    seen_as: Counter[str] = Counter()
    for (_, tag), by_lemma in counts.items():
        if tag[0] == "V":
            seen_as.update(by_lemma.keys())
    verbs = {verb for verb, n in seen_as.items() if verb.isalpha() and len(verb) > 1}
    verbs = {verb for verb in verbs if verb in bare or seen_as[verb] > 1}
    # The rules with the verbs they may know, and no exceptions.
    lemmas._exceptions = dict  # type: ignore[assignment]
    listed = lemmas._verbs()
    lemmas._verbs = lambda: listed | verbs  # type: ignore[assignment]
    lemmas.lemma.cache_clear()
    exceptions = {}
    for (form, tag), seen in sorted(counts.items()):
        best = min(seen, key=lambda lemma: (-seen[lemma], lemma))
        if lemmas.lemma(form, tag) != best:
            exceptions[f"{form} {tag[:2]}"] = best
    model = {"exceptions": exceptions, "verbs": sorted(verbs)}
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (Path(__file__).parent / "lemmas.json.gz").write_bytes(packed)
    print(len(exceptions), "exceptions of", len(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
