"""Finite verb groups: a verb with its auxiliaries, what they say of time and voice."""

from collections.abc import Iterator
from typing import NamedTuple

from audit.document import Token

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX", "DT", "VBG"})
ADVERB = frozenset({"RB", "RBR", "RBS"})
_BE = frozenset({"be", "get"})
_NOT = frozenset({"not", "n't", "never"})
# Forms that a tagger takes for nouns.
_PAST = frozenset(
    {"cost", "cut", "drew", "felt", "fell", "grew", "hit", "led", "left", "lost", "met", "put"}
    | {"rose", "saw", "set"}
)
_PRESENT = frozenset(
    {"aims", "backs", "control", "controls", "fear", "fears", "hope", "hopes", "plans", "wants"}
)


class VerbGroup(NamedTuple):
    """Tokens of the document: ``group`` the first word, ``head`` the verb that carries the
    meaning, ``after`` the first token behind it."""

    group: int
    head: int
    after: int
    modal: str = ""
    tense: str = "present"
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False


def verb_groups(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[VerbGroup]:
    """The finite verb groups between two tokens of one sentence, in reading order."""
    finite = any(token.tag in FINITE for token in tokens[first:last])
    mistaken = -1 if finite else _mistagged(tokens, first, last)
    i = first
    while i < last:
        if tokens[i].tag in FINITE:
            group = _group(tokens, i, last)
            yield group
            i = group.after
        else:
            if i == mistaken:
                tense = "past" if tokens[i].tag == "VBN" or tokens[i].norm in _PAST else "present"
                yield VerbGroup(i, i, i + 1, "", tense)
            i += 1


def _mistagged(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The only verb of a sentence, taken for something else: *The ruling sent shockwaves*."""
    for i in range(first + 1, last - 1):
        quoted = tokens[i - 1].norm == '"' and i - 2 >= first
        before = tokens[i - 2 if quoted else i - 1]
        noun = before.tag in NOUN and before.tag not in ("DT", "CD")
        if (
            tokens[i].norm in _PAST | _PRESENT
            and tokens[i + 1].tag != "VB"
            and (noun or i == first + 1)
        ):
            return i
        if noun and tokens[i].tag == "VBN" and tokens[i + 1].norm not in ("by", ","):
            return i
        if tokens[i].tag == "VB" and before.tag == "NNS":
            return i
    return -1


def _group(tokens: tuple[Token, ...], i: int, last: int) -> VerbGroup:
    """The verb group that begins at a finite verb."""
    opening = tokens[i]
    head, passive, perfect, progressive, negated = i, False, False, False, False
    for at in range(i + 1, last):
        token = tokens[at]
        if token.tag in ADVERB or token.norm in _NOT:
            negated = negated or token.norm in _NOT
            continue
        lemma = tokens[head].lemma
        participle = token.tag in ("VBN", "VBD")
        if participle and lemma in ("have", "'ve"):
            perfect = True
        elif participle and lemma in _BE:
            passive = True
        elif token.tag == "VBG" and lemma == "be":
            progressive = True
        elif token.tag != "VB" or not (tokens[head].tag == "MD" or lemma == "do"):
            break
        head = at
    return VerbGroup(
        i,
        head,
        head + 1,
        opening.norm if opening.tag == "MD" else "",
        "past" if opening.tag == "VBD" else "present",
        passive,
        perfect,
        progressive,
        negated,
    )
