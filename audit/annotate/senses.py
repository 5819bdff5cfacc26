"""Verbs of saying in senses that are not saying: *slammed into the barrier*."""

from audit.document import Document, Token
from audit.lexicon import load

_SKIPPED = frozenset(
    {"RB", "RBR", "JJ", "JJR", "JJS", "VBN", "CD", "DT", "PDT", "PRP$", "VBG", "HYPH"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# How far from its verb the head of an object may stand, in tokens.
_REACH = 7


def not_speech(document: Document, head: int) -> bool:
    """``non_speech_senses`` lists the verb at token ``head`` with what stands around it."""
    tokens = document.tokens
    last = document.sentence_at(tokens[head].start).last
    senses = load("non_speech_senses").by_term
    lemma = tokens[head].lemma
    following = tokens[head + 1].norm if head + 1 < last else ""
    passive = senses.get(f"be {lemma}")
    if passive and _is_passive(tokens, head) and following in passive.rest["words"].split(","):
        return True
    phrasal = senses.get(f"{lemma} {following}")
    if phrasal and phrasal.category in ("preposition", "particle"):
        words = phrasal.rest["words"].split(",")
        return words == ["*"] or object_head(tokens, head + 2, last) in words
    plain = senses.get(lemma)
    if plain is None:
        return False
    words = plain.rest["words"].split(",")
    if plain.category == "object":
        return object_head(tokens, head + 1, last) in words
    return plain.category == "subject" and head > 0 and tokens[head - 1].lemma in words


def object_head(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The lemma of the last noun of the phrase that begins at ``first``, empty if none does."""
    found = ""
    for i in range(first, min(last, first + _REACH)):
        if tokens[i].tag in _NOUNS:
            found = tokens[i].lemma
        elif tokens[i].tag == "POS":
            continue
        elif found or tokens[i].tag not in _SKIPPED:
            break
    return found


def _is_passive(tokens: tuple[Token, ...], head: int) -> bool:
    i = head - 1
    while i >= 0 and tokens[i].tag in ("RB", "RBR"):
        i -= 1
    return i >= 0 and tokens[i].lemma == "be"
