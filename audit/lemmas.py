"""Dictionary forms of inflected words: exceptions, then rules of English spelling.

The exceptions (*said*, *told*, *men*, and words the rules get wrong) are counted from
the treebanks by ``seeds/models/train_lemmas.py``. Where spelling leaves a choice (*ced-ed*,
*cede-d*), verbs that are known decide: those of the treebanks, of ``verbs.tsv`` and of
``reporting_verbs.tsv``.
"""

import re
from functools import cache

from audit.lexicon import load
from audit.resources import load_model

_VERB = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s"}
_BARE = {"VB", "VBP"}
_NOUN = {"NNS": "s", "NNPS": "s"}
_DEGREE = {"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}

# A bare stem that lost its silent e: hop(e), danc(e), argu(e), generat(e).
_WANTS_E = re.compile(
    r"(?:[^aeiou][aeiou](?:[cgsvzu]|th)|[^aeiou]u|[clns]c|[rdln]g|[lrn]v|[lnr]s|"
    r"[bcdfgkptz]l|[aeiou]{2}[cvz]|[^aeiou][aiu]t|[^aeiou]i[dklmnpr]|[^aeiou]a[dklmnpr]|"
    r"[^aeiou]o[kdpsv]|quir|[^aeiou]u[dklmnrt]|[aeiou]rr?s|ceiv|iev|eas|ais|ous|aus|ok|ag|gn)$"
)
_PREFIX = re.compile(r"(?:re|mis|over|under|out|un|dis|pre|fore|de|counter)(?=\w{3})-?")
_DOUBLED_ANY = re.compile(r"([bcdfgklmnprstvz])\1$|ck$")
_DOUBLED = re.compile(r"([bdgklmnprtv])\1$")


@cache
def lemma(norm: str, tag: str) -> str:
    """The dictionary form of a lower-case word under a Penn tag.

    >>> lemma("claimed", "VBD"), lemma("ministries", "NNS"), lemma("planning", "VBG")
    ('claim', 'ministry', 'plan')
    """
    if tag in _BARE and norm in _verbs():
        return norm
    if tag in _VERB and norm in _past():
        return _past()[norm]
    exception = _exceptions().get(f"{norm} {tag[:2]}")
    if exception:
        return exception
    ending = _VERB.get(tag) or _NOUN.get(tag) or _DEGREE.get(tag)
    if ending is None or not norm.endswith(ending) or len(norm) <= len(ending) + 1:
        return norm
    if ending == "s":
        return _plain_s(norm)
    stem = norm[: -len(ending)]
    guess = _stem(stem, ending)
    return guess if tag not in _VERB or guess in _verbs() else _known(stem) or guess


def is_verb(norm: str) -> bool:
    """The bare form of a verb that is known."""
    return norm in _verbs()


def _known(stem: str) -> str | None:
    """The known verb that a bare stem belongs to, as it is or after a prefix."""
    single = stem[:-1] if _DOUBLED_ANY.search(stem) else stem
    for written in (stem + "e", stem, single):
        if written in _verbs():
            return written
    prefix = _PREFIX.match(stem)
    rest = _known(stem[prefix.end() :]) if prefix else None
    return stem[: prefix.end()] + rest if prefix and rest else None


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
    exceptions: dict[str, str] = load_model("lemmas")["exceptions"]
    return exceptions


@cache
def _verbs() -> frozenset[str]:
    """Bare forms of verbs."""
    listed = {entry.rest["lemma"] for entry in load("verbs").entries}
    reporting = {entry.term for entry in load("reporting_verbs").entries if " " not in entry.term}
    return frozenset(listed | reporting | set(load_model("lemmas")["verbs"]))


@cache
def _past() -> dict[str, str]:
    """Irregular past forms and their verbs."""
    entries = load("verbs").entries
    return {entry.term: entry.rest["lemma"] for entry in entries if entry.category == "past"}
