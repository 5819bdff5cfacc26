"""Words that say what somebody else believes, charges, calls for or is against.

*accused of bigotry*, *fears of a catastrophe*, *calls the plan a scam*, *calls for revenge*:
nothing need be said aloud in them, and still the judgement is not the writer's.
"""

from functools import cache

from audit.document import Document, Span, Token
from audit.lexicon import Entry, load

# How far behind such a word its object may reach, in tokens.
_REACH = 16
# The most words of who says so in passing.
_ASIDE = 6
_STOPS = frozenset({";", ":", "—", "–", "--", "?", "!", '"', "(", ")"})
# These turn the sentence to something of the writer's own, or to a circumstance.
_TURNING = frozenset(
    {"but", "while", "whereas", "although", "though", "because", "since", "after", "who", "which"}
    | {"by", "during", "until", "when", "where", "amid", "despite", "before", "if"}
)
# Behind a comma these open a clause or a remark of the writer's own.
_OPENERS = frozenset({"DT", "WDT", "WP", "WRB", "PRP", "IN", "VBG", "VBN", "RB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SELF = frozenset({"i", "we"})
# A noun is followed by what it is of: *fears that*, *accusations of*, *calls for*.
_LINKS = frozenset({"as", "of", "that", "for", "about", "over", "against", "to", "by", "from"})
# *accused of being a liar*: but *denounced the thugs* is the writer's name for them.
_CHARGING = frozenset({"of", "as", "for", "being"})
_WORD_CLASS = {"v": ("VB",), "n": ("NN",), "a": ("JJ", "IN", "VB", "NN")}


def held(document: Document, span: Span, category: str) -> bool:
    """The span stands in what a word of view, charge or stand has for its object.

    Names for people (``name-calling``) stay the writer's where they only meet somebody's
    anger: who *opposes the thugs* does not call them so.
    """
    tokens = document.tokens
    start = document.sentence_at(span.start).first
    first, _ = document.token_range(span)
    for i in range(first - 1, max(start, first - _REACH) - 1, -1):
        if _breaks(tokens, i, first):
            return False
        if any(_governs(kind, tokens, i, first, category) for kind in _kinds(tokens, i)):
            return not _own(tokens, i, start)
    return False


def _own(tokens: tuple[Token, ...], i: int, start: int) -> bool:
    """*I think*, *I still fear*: the view is the writer's."""
    return i > start and (
        tokens[i - 1].norm in _SELF
        or (tokens[i - 1].tag in ("RB", "MD") and i - 2 >= start and tokens[i - 2].norm in _SELF)
    )


def _kinds(tokens: tuple[Token, ...], i: int) -> tuple[str, ...]:
    """``clause``, ``object``, ``name``, ``as``, ``stand``: how the word takes its object."""
    entry = _rows().get(tokens[i].lemma) or _rows().get(tokens[i].norm)
    if entry is None:
        return ()
    if not any(tokens[i].tag.startswith(_WORD_CLASS[pos]) for pos in entry.rest["pos"].split()):
        return ()
    if tokens[i].tag.startswith("NN") and tokens[i + 1].norm not in _LINKS:
        return ()
    return tuple(entry.category.split())


@cache
def _rows() -> dict[str, Entry]:
    return load("holding_words").by_term


def _governs(kind: str, tokens: tuple[Token, ...], i: int, first: int, category: str) -> bool:
    """What stands between the word at ``i`` and the term is what such a word may have there."""
    between = tokens[i + 1 : first]
    if kind == "clause":
        return True
    if any(token.tag in _FINITE for token in between):
        return False
    if kind == "as":
        return any(token.norm == "as" for token in between)
    if kind == "object" and category == "name-calling":
        return any(token.norm in _CHARGING for token in between)
    if kind == "stand":
        calls = tokens[i].lemma != "call" or (bool(between) and between[0].norm == "for")
        return calls and category not in ("name-calling", "partisan label")
    return True


def _breaks(tokens: tuple[Token, ...], i: int, first: int) -> bool:
    """A clause ends at token ``i``, or turns: what stands before it does not govern the term."""
    token = tokens[i]
    if token.norm in _STOPS or token.norm in _TURNING:
        return True
    if token.norm not in (",", "and", "or") or i + 1 >= first:
        return False
    after = tokens[i + 1]
    if token.norm == ",":
        return after.tag in _OPENERS
    return after.tag == "PRP" or after.tag in _FINITE


def told_aside(document: Document, span: Span) -> bool:
    """Somebody says the sentence in passing: *…, historians say, echo the appeals of …*."""
    sentence = document.sentence_at(span.start)
    tokens = document.tokens
    for i in range(sentence.first + 2, sentence.last - 1):
        if tokens[i].lemma != "say" or tokens[i].tag not in _FINITE or tokens[i + 1].norm != ",":
            continue
        before = tokens[max(sentence.first, i - _ASIDE) : i]
        if any(token.norm == "," for token in before) and before[-1].norm not in _SELF:
            return True
    return False
