"""Proper names: where they stand, and whether they name a person, a body, an outlet or a place.

No list of people's names is used: lists favour the parts of the world they were made in.
What counts is shape (capitals, titles, initials, particles), the company a name keeps (a role
before it, an age or a role after it) and what the rest of the article calls it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from audit.annotate.name_kinds import (
    demonym as demonym,
)
from audit.annotate.name_kinds import (
    judge as judge,
)
from audit.annotate.name_kinds import (
    kind_of_listed as kind_of_listed,
)
from audit.annotate.name_kinds import (
    listed as listed,
)
from audit.annotate.name_lists import (
    bodies as bodies,
)
from audit.annotate.name_lists import (
    common_words as common_words,
)
from audit.annotate.name_lists import (
    crowds as crowds,
)
from audit.annotate.name_lists import (
    gendered as gendered,
)
from audit.annotate.name_lists import (
    outlets as outlets,
)
from audit.annotate.name_lists import (
    people_too as people_too,
)
from audit.annotate.name_lists import (
    places as places,
)
from audit.annotate.name_lists import (
    roles as roles,
)
from audit.annotate.name_lists import (
    states as states,
)
from audit.annotate.name_lists import (
    titles as titles,
)
from audit.document import Document, Token

# Lower-case words inside a name: Juan de la Cruz, Muammar al-Gaddafi, Osama bin Laden.
PARTICLES = frozenset(
    {
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den",
        "ter", "bin", "ibn", "bint", "binti", "al", "el", "ul", "ur", "ud", "ash",
        "ben", "la", "le", "y", "abu", "ould", "bte", "anak", "a/l", "a/p"
    }
)  # fmt: skip
DATES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december", "christmas", "easter", "ramadan", "eid"
    }
)  # fmt: skip
_NOT_NAMES = frozenset(
    {
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our",
        "my", "your", "i", "we", "he", "she", "they", "it", "but", "and", "or", "in", "on", "at",
        "for", "to", "of", "by", "from", "with", "as", "if", "so", "yet", "while", "when", "what",
        "who", "why", "how", "where", "after", "before", "since", "according", "asked",
        "speaking", "however", "meanwhile", "earlier", "later", "there", "here", "not", "no",
        "yes", "also", "then", "now", "both", "some", "many", "most", "several", "other",
        "another", "one", "two", "three", "such", "each", "every", "although", "though",
        "because", "yesterday", "today", "tonight", "tomorrow", "last", "next", "former"
    }
)  # fmt: skip
# Peoples: Chileans, Eritreans.
PEOPLE = re.compile(r".{3,}[aeilcrtnm]ans")
NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Person:
    """Somebody the article names: every form of the name, the roles given, the gender guessed.

    ``mentions`` are half-open token ranges with title and role; ``gender`` is ``m``, ``f`` or
    empty, from titles, role nouns and the text's own pronouns.
    """

    name: tuple[str, ...]
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Proper:
    """A run of capitalised words, half-open in tokens; ``name`` is its part after any title."""

    first: int
    last: int
    name: int


def capitalised(tokens: Sequence[Token], i: int) -> bool:
    """The token looks like part of a proper name."""
    token = tokens[i]
    if not token.text[0].isupper() or token.norm in _NOT_NAMES:
        return False
    if token.norm in DATES:
        return token.norm in _NAMES_TOO and _beside_name(tokens, i)
    if token.tag in NAME_TAGS or not _opens(tokens, i):
        return True
    if token.norm == "will":
        return i + 2 < len(tokens) and tokens[i + 2].tag in {"VBD", "VBZ", "NNP", ","}
    return token.tag in _MAY_OPEN and i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()


# Months and days that people are called, when another name word stands beside them.
_NAMES_TOO = frozenset({"april", "may", "june", "august"})
# How the tagger may tag the first word of a name that opens a sentence.
_MAY_OPEN = frozenset({"NN", "NNS", "JJ", "VB", "VBP", "FW"})


def _beside_name(tokens: Sequence[Token], i: int) -> bool:
    """The word before is a name or title, or the word after is a name and no number."""
    if i and tokens[i - 1].tag in NAME_TAGS and tokens[i - 1].text[0].isupper():
        return tokens[i - 1].norm not in DATES
    return i + 1 < len(tokens) and tokens[i + 1].tag in NAME_TAGS


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """A capital is expected here: the start of a sentence or quotation."""
    return i == 0 or tokens[i - 1].text in {".", "!", "?", ":", '"', "“", "‘", "''", "``", "'"}


def run_from(tokens: Sequence[Token], i: int, end: int) -> int:
    """Where the run of name words that begins at ``i`` ends.

    Hyphens and particles belong to it when a capital follows them.
    """
    j = i + 1
    while j < end:
        if capitalised(tokens, j) or (tokens[j].text == "&" and j + 1 < end):
            j += 1
            continue
        k = j
        while k < end and k - j < 4 and (tokens[k].norm in PARTICLES or tokens[k].text == "-"):
            k += 1
        if _syllable(tokens, i, j, end):
            j += 2
            continue
        glued = k > j and k < end and tokens[k].text[0].isupper()
        if not glued or (tokens[j].text != "-" and tokens[j].norm not in PARTICLES):
            break
        j = k + 1
    return j


def _syllable(tokens: Sequence[Token], first: int, hyphen: int, end: int) -> bool:
    """A small-letter syllable of an East Asian name: Kim Dae-*ki*, Anthea Pang Po-*kam*."""
    if hyphen - first < 2 or hyphen + 1 >= end or tokens[hyphen].text != "-":
        return False
    after = tokens[hyphen + 1]
    glued = tokens[hyphen - 1].end == tokens[hyphen].start and tokens[hyphen].end == after.start
    if not glued or len(after.text) > 6 or after.norm in _COMPOUNDS or not after.text.isalpha():
        return False
    noun = hyphen + 2 < end and tokens[hyphen + 2].tag in {"NN", "NNS", "JJ"}
    return not noun and after.tag not in {"VBN", "VBG", "VBD"}


_COMPOUNDS = frozenset(
    {
        "led", "based", "born", "backed", "made", "held", "wide", "style", "era", "run", "funded",
        "like", "old", "wing", "and", "in", "up", "to", "on", "off", "elect", "time", "day",
        "year", "week", "month", "bound", "area", "side"
    }
)  # fmt: skip


def runs(document: Document) -> Iterator[Proper]:
    """Every run of name words in the document, in order."""
    tokens = document.tokens
    for sentence in document.sentences:
        i = sentence.first
        while i < sentence.last:
            if not tokens[i].text[0].isupper() or not capitalised(tokens, i):
                i += 1
                continue
            last = run_from(tokens, i, sentence.last)
            yield Proper(i, last, after_titles(tokens, i, last))
            i = last


def closing_run(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the run of name words that ends at ``last`` begins; ``last`` if there is none."""
    i = first
    while i < last:
        if not capitalised(tokens, i):
            i += 1
            continue
        end = run_from(tokens, i, last)
        if end == last:
            return i
        i = end
    return last


def after_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token after the last title or role word of a run; ``first`` where it has none."""
    known = titles()
    for i in range(last - 1, first - 1, -1):
        if (tokens[i].norm in known or _is_plural_role(tokens[i])) and not (
            i == last - 1 and last - first > 1 and i > first and tokens[i].norm not in roles()
        ):
            return i + 1
    return first


def is_role(token: Token) -> bool:
    """A word for what somebody is or does; the tagger may take *minister* for a comparative."""
    return token.norm in roles() or token.lemma in roles()


def _is_plural_role(token: Token) -> bool:
    return token.norm.endswith("s") and token.norm[:-1] in roles() and token.tag[:2] == "NN"
