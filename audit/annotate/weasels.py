"""Weasel phrases: words that lend a statement to people who are not named.

Found as constructions over classes of words (a quantifier and a crowd, a passive of
opinion), not as fixed sentences; the classes are the categories of the lexicon ``weasels``.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from audit.document import Token
from audit.lexicon import Lexicon, load

_QUANTIFIERS = frozenset({"some", "many", "most", "certain", "several", "others", "few"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_MODIFIERS = ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "NNP", "NN", ",", "CC")
_HELPERS = frozenset("have has had would may might could can will do did even also".split())
_OPINION_NOUNS = frozenset(
    "perception feeling sense belief speculation theory consensus claim rumor rumour suggestion "
    "fear concern doubt debate controversy evidence suspicion possibility indication sign "
    "question worry hope criticism legend tradition opinion view allegation report".split()
)


def find_weasels(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Weasel phrases of one sentence, as half-open token ranges with their evidence."""
    for i, j, entry in load("weasels").matches(tokens, first, last):
        if entry.category != "phrase":
            continue
        guard = _GUARDS.get(entry.rest["guard"])
        end = guard(tokens, j, last) if guard else j
        if end:
            yield i, end, f"{entry.term} ({entry.source})"
    for i in range(first, last):
        token = tokens[i]
        if token.norm in _QUANTIFIERS:
            end = _crowd(tokens, i, last)
            if end:
                yield (
                    i,
                    end,
                    f"{token.norm} … (Wikipedia Manual of Style: unsupported attributions)",
                )
        elif token.lemma == "be":
            end = _passive(tokens, i, last)
            if end:
                yield i, end, "passive of opinion (Wikipedia Manual of Style)"


@cache
def _class(category: str) -> frozenset[str]:
    lexicon: Lexicon = load("weasels")
    return frozenset(entry.term for entry in lexicon.entries if entry.category == category)


def _crowd(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """*some critics*, *many believe*, *others have argued*: where the phrase ends."""
    quantifier = tokens[i].norm
    j = i + 1
    while j < last and (tokens[j].norm in _HELPERS or tokens[j].tag == "RB"):
        j += 1
    if quantifier in ("some", "many", "most", "others") and j < last:
        if tokens[j].lemma in _class("opinion") and tokens[j].tag in ("VBP", "VBN", "VB", "VBD"):
            return j + 1
    if quantifier in ("others",):
        return None
    j = i + 1
    while j < last and tokens[j].tag in _MODIFIERS and j - i < 4:
        if tokens[j].norm in _class("crowd"):
            return j + 1
        j += 1
    return j + 1 if j < last and tokens[j].norm in _class("crowd") else None


def _passive(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """*is widely regarded as*, *has been said to*: where the participle ends."""
    j = i + 1
    while j < last and tokens[j].tag in ("RB", "RBS", "RBR"):
        j += 1
    if j >= last or tokens[j].norm not in _class("participle"):
        return None
    if tokens[j].tag not in ("VBN", "VBD", "JJ"):
        return None
    return j + 1 if _held_by_nobody(tokens, i, j, last) else None


def _held_by_nobody(tokens: Sequence[Token], i: int, j: int, last: int) -> bool:
    word = tokens[j].norm
    after = tokens[j + 1].norm if j + 1 < last else ""
    if word in ("said", "known", "expected", "supposed", "reported", "estimated"):
        return after == "to" and word in ("said", "reported", "rumored", "rumoured")
    return True


def _superlative(tokens: Sequence[Token], j: int, last: int) -> int | None:
    """*one of the most influential*, *one of the finest*."""
    if j < last and tokens[j].tag in ("RBS", "JJS"):
        return j + 2 if tokens[j].norm in ("most", "best", "least") and j + 1 < last else j + 1
    return None


def _aftermath(tokens: Sequence[Token], j: int, last: int) -> int | None:
    return j


def _existential(tokens: Sequence[Token], j: int, last: int) -> int | None:
    """*there is a growing sense*: an opinion that is simply there."""
    k = j
    while k < last and k - j < 4 and tokens[k].tag in ("DT", "JJ", "RB", "VBG", "JJR"):
        k += 1
    return k + 1 if k < last and tokens[k].lemma in _OPINION_NOUNS else None


def _unnamed(tokens: Sequence[Token], j: int, last: int) -> int | None:
    """*by many*, *to some*: a quantifier with nobody after it."""
    if j >= last or tokens[j].norm not in ("some", "many", "most", "others"):
        return None
    if j + 1 == last or tokens[j + 1].tag in (",", ".", "IN", "TO", "VBG", "CC", ":"):
        if j + 1 < last and tokens[j + 1].norm == "of":
            return None
        return j + 1
    return None


_GUARDS = {
    "aftermath": _aftermath,
    "by unnamed": _unnamed,
    "existential opinion": _existential,
    "superlative": _superlative,
}
