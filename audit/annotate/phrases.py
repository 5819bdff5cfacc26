"""Noun phrases: where the head ends, and where one apposition follows another."""

from audit.annotate import names as proper
from audit.document import Token

# Tags of words that may stand inside one noun phrase, before its head.
INSIDE = frozenset(
    {
        "DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH",
        "VBN", "VBG", "RB", "FW", "NFP", "AFX"
    }
)  # fmt: skip
# Adjectives that follow their noun.
_BEHIND = frozenset(
    {
        "close", "familiar", "aware", "near", "present", "opposed", "loyal", "privy",
        "responsible"
    }
)  # fmt: skip
_WHEN = proper.DATES - {"april", "may", "june", "august"} | {"yesterday", "today", "tonight"}
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW"})
_MARKS = frozenset({",", "(", ")", "[", "]", "–", "—", "--"})


def base_phrase(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Where the phrase's head ends: before a preposition, a relative or a conjunction."""
    i = first
    seen_noun = False
    while i < last:
        token = tokens[i]
        if token.text in _MARKS or (i > first and token.norm in _WHEN):
            break
        name = proper.capitalised(tokens, i) or token.norm in proper.PARTICLES
        # What opens the phrase belongs to it, whatever the tagger makes of it.
        behind = seen_noun and _behind(tokens, i, last)
        inside = name or i == first or (token.tag in INSIDE and not behind) or token.text == "/"
        if not inside and token.text != "&" and not _joins(tokens, first, i, last):
            break
        seen_noun = seen_noun or token.tag in _NOUNS
        i += 1
    while i > first + 1 and tokens[i - 1].tag in {"POS", "RB", "HYPH", "DT"}:
        i -= 1
    return max(i, first + 1)


def _behind(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """A participle, adverb or adjective behind the noun: people *briefed* on it, *close* to it.

    Before another noun it stands inside the phrase: a city *nursing* home.
    """
    if tokens[i].norm in _BEHIND:
        return True
    inside = i + 1 < last and tokens[i + 1].tag in {"NN", "NNS"}
    return tokens[i].tag in {"VBN", "VBG", "RB"} and not inside


def _joins(tokens: tuple[Token, ...], first: int, i: int, last: int) -> bool:
    """*and* inside one phrase: small and large firms, founder and director Bo Lund."""
    if tokens[i].norm not in {"and", "or"} or i + 2 >= last or i == first:
        return False
    if all(token.tag[:2] in {"JJ", "DT", "CD"} for token in tokens[first:i]):
        return True
    one_role = tokens[i - 1].norm in proper.roles() and tokens[i + 1].tag not in {"DT", "PRP$"}
    if one_role or not tokens[i + 1].text[0].isupper():
        return one_role
    end = proper.run_from(tokens, i + 1, last)
    title = proper.after_titles(tokens, i + 1, end)
    return i + 2 < title < end and tokens[i - 1].norm not in proper.titles()


def appositions(tokens: tuple[Token, ...], first: int, last: int) -> list[tuple[int, int]]:
    """The phrase and its appositions, divided at commas, dashes and brackets."""
    parts = []
    start = first
    for i in range(first, last + 1):
        if i == last or (tokens[i].text in _MARKS and not _hyphen(tokens, i, last)):
            if start < i:
                parts.append((start, i))
            start = i + 1
    return parts[:4]


def _hyphen(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    glued = i + 1 < last and tokens[i].end == tokens[i + 1].start
    return tokens[i].text == "-" or (tokens[i].text in "–—" and glued)
