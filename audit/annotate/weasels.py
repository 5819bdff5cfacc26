"""Weasel phrases: words that lend a statement to people, or to a number, that is not given.

Found as constructions over classes of words (a quantifier and a crowd, a passive of
opinion), not as fixed sentences; the classes are the categories of the lexicon ``weasels``.
"""

from collections.abc import Callable, Iterator

from audit.annotate.word_classes import words
from audit.document import Document, Token
from audit.lexicon import load

Tokens = tuple[Token, ...]
# Where the phrase ends, ``None`` if it is none.
Reader = Callable[[Tokens, int, int, int], int | None]

_SOURCE = "Wikipedia Manual of Style: unsupported attributions"
_PUFFERY = "Wikipedia Manual of Style: puffery"
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = _NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", ",", "CC", "RB"}
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
# A noun phrase is read no further than this, so that no sentence costs more than its length.
_REACH = 5


def find_weasels(document: Document, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Weasel phrases of one sentence, as half-open token ranges with their evidence."""
    tokens = document.tokens
    for i, j, entry in load("weasels").within(document, first, last):
        if "phrase" in entry.category.split():
            guard = _GUARDS.get(entry.rest["guard"])
            end = guard(tokens, j, first, last) if guard else j
            if end:
                yield i, end, f"{entry.term} ({entry.source})"
    for i in range(first, last):
        token = tokens[i]
        if token.norm in _OPENERS:
            end = _OPENERS[token.norm](tokens, i, first, last)
            if end:
                yield i, end, f"{token.norm} … ({_SOURCE})"
        elif token.lemma == "be":
            end = _passive(tokens, i, last)
            if end:
                yield i, end, f"{tokens[end - 1].norm} by nobody ({_SOURCE})"
        if token.norm in ("most", "best", "finest", "greatest"):
            end = _highest(tokens, i, first, last)
            if end:
                yield i, end, f"{token.norm} … ({_PUFFERY})"


def _class(name: str) -> frozenset[str]:
    return words("weasels", name)


def _crowd(tokens: Tokens, i: int, first: int, last: int) -> int | None:
    """*some critics*, *many believe*, *many of the towns*: how many, and who?"""
    before = tokens[i - 1].norm if i > first else ""
    if before in ("as", "so", "how", "too", "not", "n't", "great", "good", "the", "these", "those"):
        return None
    j = i + 1
    if j < last and tokens[j].norm == "of":
        return None if j + 1 < last and tokens[j + 1].norm in ("it", "that", "this") else j + 1
    return _opinion(tokens, i, last) or _counted(tokens, i, last)


def _opinion(tokens: Tokens, i: int, last: int) -> int | None:
    """*some say*, *others have argued*: a verb with nobody before it."""
    j = i + 1
    while j < last and (tokens[j].norm in _class("helper") or tokens[j].tag == "RB"):
        j += 1
    if j < last and tokens[j].tag in ("VBP", "VBN", "VB", "VBD"):
        plain = j == i + 1 or tokens[i].norm != "most"
        return j + 1 if plain or tokens[j].lemma in _class("opinion") else None
    return None


def _counted(tokens: Tokens, i: int, last: int) -> int | None:
    """*some towns*, *many other languages*: where the noun ends."""
    j = i + 1
    while j < last and j - i < _REACH and tokens[j].tag in _MODIFIERS:
        head = tokens[j].tag in _NOUNS and (
            j + 1 >= last or tokens[j + 1].tag not in _NOUNS | {"HYPH", "POS"}
        )
        if head:
            return None if tokens[j].norm in _class("uncounted") else j + 1
        j += 1
    return None


def _most(tokens: Tokens, i: int, first: int, last: int) -> int | None:
    """*most experts*, *most believe*: a majority of people nobody asked."""
    j = i + 1
    while j < last and j - i < _REACH and tokens[j].tag in ("JJ", "NN", "NNP", "HYPH"):
        j += 1
    if j < last and tokens[j].norm in _class("crowd"):
        return j + 1
    return _opinion(tokens, i, last)


def _certain(tokens: Tokens, i: int, first: int, last: int) -> int | None:
    """*certain officials*: which ones is known and not said."""
    if tokens[i].tag != "JJ" or (i > first and tokens[i - 1].norm in ("a", "be", "is", "for")):
        return None
    end = _counted(tokens, i, last)
    return end if end and tokens[end - 1].tag in ("NNS", "NNPS") else None


def _others(tokens: Tokens, i: int, first: int, last: int) -> int | None:
    """*others have argued*: not *the others*, *two others*."""
    if i > first and tokens[i - 1].tag in ("DT", "CD", "JJ"):
        return None
    return _opinion(tokens, i, last)


_OPENERS: dict[str, Reader] = {
    "certain": _certain,
    "many": _crowd,
    "most": _most,
    "others": _others,
    "some": _crowd,
}


def _highest(tokens: Tokens, i: int, first: int, last: int) -> int | None:
    """*its most famous*, *best known*: a rank that nobody awarded."""
    if i + 1 >= last:
        return None
    after = tokens[i + 1].norm
    known = i + 2 < last and after == "-" and tokens[i + 2].norm == "known"
    if tokens[i].norm in ("best", "most") and (after == "known" or known):
        return i + 3 if known else i + 2
    owned = i > first and tokens[i - 1].tag in ("POS", "PRP$")
    if tokens[i].norm == "most":
        if after in _class("rank") or (owned and tokens[i + 1].tag == "JJ"):
            return i + 2
        return None
    return i + 1 if owned and tokens[i].norm != "best" else None


def _passive(tokens: Tokens, i: int, last: int) -> int | None:
    """*is widely regarded as*, *has been said to*: an opinion held by nobody."""
    j = i + 1
    while j < last and tokens[j].tag in _ADVERBS:
        j += 1
    if j >= last or tokens[j].tag not in ("VBN", "VBD", "JJ"):
        return None
    word = tokens[j].norm
    after = tokens[j + 1].norm if j + 1 < last else ""
    if word in _class("held") or (word in _class("held-to") and after in ("to", "that")):
        return j + 1
    return j + 1 if word in _class("held-as") and after in ("as", "by", "among") else None


def _superlative(tokens: Tokens, j: int, first: int, last: int) -> int | None:
    """*one of the most influential*, *one of the finest*."""
    if j < last and tokens[j].tag in ("RBS", "JJS"):
        return j + 2 if tokens[j].norm in ("most", "best", "least") and j + 1 < last else j + 1
    return None


def _existential(tokens: Tokens, j: int, first: int, last: int) -> int | None:
    """*there is a growing sense*: an opinion that is simply there."""
    k = j
    while k < last and k - j < _REACH and tokens[k].tag in ("DT", "JJ", "RB", "VBG", "JJR"):
        if tokens[k].norm == "no":
            return None
        k += 1
    return k + 1 if k < last and tokens[k].lemma in _class("opinion-noun") else None


def _unnamed(tokens: Tokens, j: int, first: int, last: int) -> int | None:
    """*by many*, *to some*: a quantifier with nobody after it."""
    if j >= last or tokens[j].norm not in ("some", "many", "most"):
        return None
    if j + 1 < last and tokens[j + 1].tag not in (",", ".", "IN", "TO", "VBG", "CC", ":"):
        return None
    return None if j + 1 < last and tokens[j + 1].norm == "of" else j + 1


def _widely(tokens: Tokens, j: int, first: int, last: int) -> int | None:
    """*widely admired*: by whom?"""
    return j + 1 if j < last and tokens[j].tag in ("VBN", "VBD", "JJ") else None


_GUARDS: dict[str, Reader] = {
    "by unnamed": _unnamed,
    "existential opinion": _existential,
    "superlative": _superlative,
    "widely held": _widely,
}
