"""A sentence without end in portions that can be read; every other sentence as it is.

No writer's sentence is so long. It is a list, a table or machine text without full stops, and
what looks ahead to a sentence's end would look through all of it again and again.
"""

import re
from collections.abc import Iterator

# Units: characters, words and marks. The longest of 19,630 sentences of news had 901 characters.
LONGEST = 1200
MOST = 250
_MANY = re.compile(rf"(?:\s*+(?:\w++|[^\w\s])){{{MOST}}}")
_REST_OF_WORD = re.compile(r"\w*+")
_SPACE = re.compile(r"\s*+")
_MARKS = ("; ", ": ", ", ")


def portions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open spans without white space around them that cover the sentence.

    It is divided behind a mark if one is there, else at white space, and never in a word.

    >>> list(portions("He left.", 0, 8))
    [(0, 8)]
    """
    while (limit := _limit(text, start, end)) < end:
        stop = min(_cut(text, start, limit), end)
        yield start, start + len(text[start:stop].rstrip())
        skipped = _SPACE.match(text, stop, end)
        start = skipped.end() if skipped else stop
    if start < end:
        yield start, end


def _limit(text: str, start: int, end: int) -> int:
    """How far a portion may reach."""
    if end - start <= MOST:
        return end
    many = _MANY.match(text, start, end)
    return min(many.end() if many else end, start + LONGEST, end)


def _cut(text: str, start: int, limit: int) -> int:
    """Where the portion ends, in the second half of what it may hold if that can be."""
    half = start + (limit - start) // 2
    mark = max(text.rfind(mark, half, limit) for mark in _MARKS)
    if mark >= 0:
        return mark + 1
    back = range(limit, half, -1)
    space = next((i for i in back if text[i - 1].isspace()), 0)
    between = space or next((i for i in back if not _is_word(text[i - 1 : i + 1])), 0)
    rest = _REST_OF_WORD.match(text, limit)
    return between or (rest.end() if rest else limit)


def _is_word(pair: str) -> bool:
    """Both characters belong to one word."""
    return all(char.isalnum() or char == "_" for char in pair)
