"""How many syllables an English word has: a rule, and a table of words it gets wrong."""

import csv
import re
from functools import cache, lru_cache

from audit.resources import folder

_VOWELS = re.compile(r"[aeiouy]+")
# Whose *'s* has no vowel of its own; *boss's* keeps it.
_POSSESSIVE = re.compile(r"(?<![sxz])(?<!ch|sh|ge|ce|se)['’]s$")
# Letters that look like a syllable and are none.
_SILENT = re.compile(
    r"""
    (?<=[^aeiouyl])e$ | (?<=[aeiouylr]l)e$                          # make, while
    | (?<=[^aeioutdyl])ed$ | (?<=[aeiouylr]l)ed$                    # passed, filed
    | (?<=[^aeiouycgsxzhl])es$ | (?<=[aeiouylr]l)es$ | (?<=[^tscg]h)es$
    | (?<=[aeiouyrs][^aeiouyl])e(?=(?:ly|ty|ful|fully|less|ness|ments?)$)   # lately, safety
    | (?<=[aeiouy]l)e(?=(?:ly|less|ness|ments?)$)
    | (?<=^som)e | (?<=^wher)e | (?<=^ther)e(?=f) | (?<=^tim)e(?=[^ds]) | (?<=^lif)e(?=[^ds])
    """,
    re.VERBOSE,
)
# Letters that look like one syllable and are two.
_APART = re.compile(
    r"""
    (?<![ctgsl])i(?=a) | (?<=[tc])i(?=at)                           # media, associate
    | (?<=[rdvb])i(?=o) | i(?=um|us)(?<![ctg]i)                     # period, radius
    | i(?=et(?:y|ies|s|ly)?$) | (?<=[sl])i(?=en[ct])               # society, science
    | (?<=[rs])i(?=er) | (?<=[^aeiouygq])u(?=a|ous|ent)             # carrier, annual
    | [aeiouy](?=ing) | (?<=cr)e(?=a) | (?<=id)e(?=a) | ^re(?=act|ali|ass|el|en|op)
    | (?<=[^aeioutd])(?=n't$) | (?<=[^aeioutd])(?=n’t$)             # doesn't
    | (?<=[ai])s(?=ms?$) | [ao](?=y(?:a|o|er))                       # racism, loyal
    """,
    re.VERBOSE,
)


@cache
def _exceptions() -> dict[str, int]:
    lines = (folder("seeds") / "syllables.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["word"]: int(row["syllables"]) for row in rows}


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Syllables of one word in lower case, at least 1; digits count as none."""
    known = _exceptions().get(word)
    return known if known is not None else by_rule(word)


def by_rule(word: str) -> int:
    """The rule alone; at least 1."""
    word = _POSSESSIVE.sub("", word)
    count = len(_VOWELS.findall(word))
    count -= len(_SILENT.findall(word))
    count += len(_APART.findall(word))
    return max(count, 1)
