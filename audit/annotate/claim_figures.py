"""Figures that someone must have counted or measured: rates, money, tolls."""

from collections.abc import Iterator

from audit.document import Token

_RATE = frozenset({"percent", "%", "percentage", "pc"})
_MONEY = frozenset(
    {"$", "£", "€", "us$", "dollar", "dollars", "euro", "euros", "pound", "pounds", "rupees", "yen"}
)
_SCALE = frozenset({"million", "billion", "trillion", "thousand", "hundred", "m", "bn", "tn", "k"})
_FRACTIONS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifth", "tenth"})
# *one in five children*, *two in three voters*
_SHARES = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
# What is counted, and not merely numbered.
_COUNTED = frozenset(
    {"acre", "arrest", "barrel", "building", "business", "case", "casualty", "child", "civilian"}
    | {"death", "drone", "employee", "family", "hectare", "home", "house", "household", "infection"}
    | {"injury", "job", "man", "migrant", "missile", "patient", "people", "person", "refugee"}
    | {"resident", "school", "soldier", "student", "ton", "tonne", "town", "troop", "vehicle"}
    | {"victim", "village", "voter", "woman", "worker"}
)
# Counts below this can be seen and counted by whoever was there.
SMALLEST_COUNT = 10
# In tokens; a table without its lines is no number.
_LONGEST = 20


def figures(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of the figures between two tokens."""
    i = first
    while i < last:
        token = tokens[i]
        end = 0
        if token.tag == "CD" or token.norm == "a" or token.norm in _MONEY:
            end = _figure(tokens, i, last)
        if end:
            yield i, end
        i = max(i + 1, end)


def _figure(tokens: tuple[Token, ...], i: int, last: int) -> int:
    """Where the figure that begins at ``i`` ends, 0 if none does."""
    token = tokens[i]
    if token.norm == "a":
        divided = i + 1 < last and tokens[i + 1].norm in _FRACTIONS
        return i + 2 if divided and tokens[i - 1].norm in ("by", "of") else 0
    if token.tag != "CD":
        end = _number(tokens, i + 1, last)
        return end if end > i + 2 else 0
    if token.norm in _SHARES and _is_share(tokens, i, last):
        return i + 3
    if not (token.norm[0].isdigit() or token.norm in _SCALE):
        return 0
    end = _number(tokens, i, last)
    if end < last and tokens[end].norm in _RATE:
        # *the bottom 90 percent* are people, *100 percent* is a manner of speaking.
        return 0 if tokens[i - 1].norm in ("top", "bottom") or token.norm == "100" else end + 1
    if end < last and tokens[end].norm in _MONEY and end > i + 1:
        return end + 1
    return _count(tokens, i, end, last)


def _is_share(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """*two in three voters*, and not *one in 2016*."""
    if i + 3 >= last or tokens[i + 1].norm != "in" or tokens[i + 2].tag != "CD":
        return False
    return tokens[i + 2].norm.isalpha() and tokens[i + 3].tag in ("NN", "NNS", "JJ")


def _number(tokens: tuple[Token, ...], i: int, last: int) -> int:
    """Where the digits and words of one number end."""
    last = min(last, i + _LONGEST)
    while i < last and (tokens[i].tag == "CD" or tokens[i].norm in _SCALE):
        i += 1
    return i


def _count(tokens: tuple[Token, ...], i: int, end: int, last: int) -> int:
    """*300 jobs*, *300 new jobs*: where the noun ends, 0 if nothing is counted."""
    if not _large(tokens[i], tokens[end - 1]):
        return 0
    for noun in (end, end + 1):
        if noun >= last or tokens[noun].tag not in ("NN", "NNS"):
            continue
        if tokens[noun].lemma in _COUNTED and (noun == end or tokens[end].tag[:2] in ("JJ", "NN")):
            return noun + 1
    return 0


def _large(number: Token, scale: Token) -> bool:
    digits = number.norm.replace(",", "")
    return scale.norm in _SCALE or (digits.isdigit() and int(digits) >= SMALLEST_COUNT)
