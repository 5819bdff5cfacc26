"""Figures that someone must have counted or measured: rates, money, tolls."""

from collections.abc import Iterator

from audit.document import Token

_RATE = frozenset({"percent", "%", "percentage", "pc"})
_MONEY = frozenset(
    {"$", "£", "€", "us$", "dollars", "pounds", "euros", "dollar", "pound", "euro", "yen", "rupees"}
)
_SCALE = frozenset({"million", "billion", "trillion", "thousand", "hundred", "m", "bn", "tn", "k"})
_FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "thirds", "quarters", "tenth"})
_COUNTED = frozenset(
    ["job", "home", "house", "people", "person", "worker", "death", "case", "patient", "migrant", "refugee", "voter", "victim", "soldier", "troop", "civilian", "child", "resident", "student", "employee", "building", "casualty", "injury", "arrest", "infection", "family", "vehicle", "missile", "drone", "hectare", "acre", "woman", "man", "town", "village", "ton", "tonne", "barrel", "household", "school", "business"]
)
# Counts below this can be seen and counted by whoever was there.
SMALLEST_COUNT = 10


def figures(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of the figures between two tokens."""
    i = first
    while i < last:
        found = _figure(tokens, i, last)
        if found:
            yield i, found
            i = found
        else:
            i += 1


def _figure(tokens: tuple[Token, ...], i: int, last: int) -> int | None:
    """Where the figure that begins at ``i`` ends."""
    token = tokens[i]
    if token.norm in _MONEY and i + 1 < last and tokens[i + 1].tag == "CD":
        end = i + 2
        while end < last and tokens[end].norm in _SCALE:
            end += 1
        return end if end > i + 2 else None
    if (
        token.norm == "a"
        and i + 1 < last
        and tokens[i + 1].norm in _FRACTIONS
        and tokens[i - 1].norm in ("by", "of")
    ):
        return i + 2
    if token.tag != "CD" or not (token.norm[0].isdigit() or token.norm in _SCALE):
        return None
    end = i + 1
    while end < last and (tokens[end].norm in _SCALE or tokens[end].tag == "CD"):
        end += 1
    if end < last and tokens[end].norm in _RATE:
        return end + 1
    if end < last and tokens[end].norm in _MONEY and end > i + 1:
        return end + 1
    for j in (end, end + 1):
        if (
            j < last
            and tokens[j].lemma in _COUNTED
            and tokens[j].tag in ("NN", "NNS")
            and _large(token, tokens[end - 1])
        ):
            if j == end or tokens[end].tag in ("JJ", "NN", "NNP"):
                return j + 1
    return None


def _large(number: Token, scale: Token) -> bool:
    digits = number.norm.replace(",", "")
    return scale.norm in _SCALE or (digits.isdigit() and int(digits) >= SMALLEST_COUNT)
