"""Whether a word of time or amount is as vague here as it looks.

A guard is given tokens, a half-open range of them and the bounds of their sentence; it
returns the token where the vague expression ends, or ``None`` where something pins it down.
"""

from collections.abc import Callable, Sequence

from audit.document import Token

Guard = Callable[[Sequence[Token], int, int, int, int], int | None]

_UNITS = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "generation"}
)
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
)
# No sentence reaches further, in tokens; only unpunctuated text would.
_FAR = 250
_VAGUE_NUMBERS = frozenset({"few", "several", "some", "many", "couple"})


def _pinned_before(tokens: Sequence[Token], i: int, first: int) -> bool:
    """A measured time stands before: *two days later*, *a year earlier*."""
    return i > first and (tokens[i - 1].lemma in _UNITS or tokens[i - 1].norm in ("sooner", "no"))


def _compared(tokens: Sequence[Token], i: int, j: int, last: int) -> int | None:
    """The shared part of *earlier* and *later*."""
    after = tokens[j] if j < last else None
    if after is None:
        return j
    if after.norm in ("than", "or", "-", ":") or after.norm in _DAYS or after.tag == "CD":
        return None
    if after.tag.startswith("NN") or (after.tag == "JJ" and tokens[i].tag == "JJR"):
        return None
    if after.norm == "that":
        return None
    if after.norm == "on" and j + 1 < last and tokens[j + 1].tag in ("NNP", "DT", "CD"):
        return None
    if after.norm == "in" and j + 1 < last and tokens[j + 1].tag in ("NNP", "CD"):
        return None
    if after.norm == "this" and j + 1 < last and tokens[j + 1].lemma in _UNITS:
        return j + 2
    return j


def earlier(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*Earlier*, *earlier this year*: not *an earlier version*, *a week earlier*."""
    if _pinned_before(tokens, i, first):
        return None
    if i > first and tokens[i - 1].tag in ("DT", "PRP$", "POS", "JJ", "IN", "RB", "TO"):
        return None
    return _compared(tokens, i, j, last)


def later(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*Later*, *later this year*: not *two days later*, *later that day*, *no later than*."""
    return earlier(tokens, i, j, first, last)


def soon(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*soon*: not *as soon as*, *too soon*, *soon after the vote*."""
    before = tokens[i - 1].norm if i > first else ""
    after = tokens[j].norm if j < last else ""
    if before in ("as", "too", "so", "how", "this", "that", "sometime") or after in ("as", "after"):
        return None
    return j if after != "-" else None


def shortly(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*shortly*: not *shortly before noon*."""
    after = tokens[j].norm if j < last else ""
    return None if after in ("after", "before", "following", "past") else j


def bare_plural(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*years ago*: not *two years ago*."""
    if i > first and (tokens[i - 1].tag == "CD" or tokens[i - 1].norm in ("-", "dozen", "hundred")):
        return None
    return j


def past(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*in the past*: not *in the past two weeks*, *in the past tense*."""
    return None if j < last and tokens[j].tag in ("CD", "NN", "NNS", "JJ") else j


def numerous(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*numerous complaints* in an account of what happened, not a plain description."""
    sentence = tokens[max(first, i - _FAR) : min(last, i + _FAR)]
    return j if any(token.tag == "VBD" for token in sentence) else None


# *several others*, *several boxes of*: what stands about and does not count.
_NOT_COUNTED = frozenset(
    {"hundred", "thousand", "million", "dozen", "times", "more", "others", "other", "of"}
)


def several(tokens: Sequence[Token], i: int, j: int, first: int, last: int) -> int | None:
    """*several towns*: not *several hundred*, *several weeks*, *several times*."""
    if j >= last or tokens[j].lemma in _UNITS or tokens[j].tag == "CD":
        return None
    if tokens[j].norm in _NOT_COUNTED:
        return None
    return j


_AROUND = frozenset({"in", "over", "during", "for", "within", "through", "throughout"})
_WHICH = frozenset({"recent", "coming", "past", "last", "next", "the", "many", "few", "several"})


def stretch(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """*in recent days*, *over the next few weeks*, *for years*: a stretch nobody measured."""
    if tokens[i].norm not in _AROUND:
        return None
    j = i + 1
    while j < last and tokens[j].norm in _WHICH:
        j += 1
    if j >= last or tokens[j].lemma not in _UNITS or tokens[j].tag != "NNS":
        return None
    if j + 1 < last and tokens[j + 1].norm in ("ahead", "past"):
        return j + 2
    if j + 2 < last and tokens[j + 1].norm == "to" and tokens[j + 2].norm == "come":
        return j + 3
    # *for the days* that follow something has its measure there.
    return j + 1 if tokens[j - 1].norm != "the" else None


def amount(tokens: Sequence[Token], i: int, first: int, last: int, share: bool) -> int | None:
    """Where *a number of*, *a growing share of* begins; *the number of* is no amount.

    ``i`` is the noun; a share is vague only with an adjective: *a large share*.
    """
    if i + 1 >= last or tokens[i + 1].norm != "of":
        return None
    if i + 2 < last and (tokens[i + 2].lemma in _UNITS or tokens[i + 2].norm in ("times", "ways")):
        return None
    k = i - 1
    while k >= first and tokens[k].tag in ("JJ", "VBG", "VBN", "JJR", "RB"):
        k -= 1
    described = k < i - 1
    article = tokens[k].norm if k >= first else ""
    if article in ("a", "an", "any"):
        return k if described or not share else None
    if article == "the":
        return None
    plain = all(token.tag == "JJ" for token in tokens[k + 1 : i])
    return k + 1 if described and plain and tokens[i].tag == "NNS" else None


GUARDS: dict[str, Guard] = {
    "bare plural": bare_plural,
    "earlier": earlier,
    "later": later,
    "numerous": numerous,
    "past": past,
    "several": several,
    "shortly": shortly,
    "soon": soon,
}
