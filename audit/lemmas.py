"""Dictionary forms of inflected words: rules of English spelling, then exceptions.

The exceptions (*said*, *told*, *men*, and words the rules get wrong) are counted from
the treebanks by ``seeds/models/train_lemmas.py``.
"""

import re
from functools import cache

from audit.resources import load_model

_VERB = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s"}
_NOUN = {"NNS": "s", "NNPS": "s"}
_DEGREE = {"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}

# A bare stem that lost its silent e: hop(e), danc(e), argu(e), generat(e).
_WANTS_E = re.compile(
    r"(?:[^aeiou][aeiou](?:[cgsvzu]|th)|[^aeiou]u|[clns]c|[rdln]g|[lrn]v|[lnr]s|"
    r"[bcdfgkptz]l|[aeiou]{2}[cvz]|[^aeiou][aiu]t|[^aeiou]i[dklmnpr]|[^aeiou]a[dklmnpr]|"
    r"[^aeiou]o[kdpsv]|quir|[^aeiou]u[dklmnrt]|[aeiou]rr?s|ceiv|iev|eas|ais|ous|aus|ok|ag|gn)$"
)
_DOUBLED = re.compile(r"([bdgklmnprtv])\1$")


@cache
def lemma(norm: str, tag: str) -> str:
    """The dictionary form of a lower-case word under a Penn tag.

    >>> lemma("claimed", "VBD"), lemma("ministries", "NNS"), lemma("planning", "VBG")
    ('claim', 'ministry', 'plan')
    """
    exception = _exceptions().get(f"{norm} {tag[:2]}")
    if exception:
        return exception
    ending = _VERB.get(tag) or _NOUN.get(tag) or _DEGREE.get(tag)
    if ending is None or not norm.endswith(ending) or len(norm) <= len(ending) + 1:
        return norm
    return _plain_s(norm) if ending == "s" else _stem(norm[: -len(ending)], ending)


def _plain_s(norm: str) -> str:
    if norm.endswith("ies") and len(norm) > 4:
        return norm[:-3] + "y"
    if norm.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return norm[:-2]
    return norm[:-1] if not norm.endswith(("ss", "us", "is")) else norm


def _stem(stem: str, ending: str) -> str:
    if ending != "ing" and stem.endswith("i"):
        return stem[:-1] + "y"
    if _DOUBLED.search(stem) and not stem.endswith(("ll", "ss", "tt")):
        return stem[:-1]
    return stem + "e" if _WANTS_E.search(stem) else stem


@cache
def _exceptions() -> dict[str, str]:
    exceptions: dict[str, str] = load_model("lemmas")
    return exceptions
