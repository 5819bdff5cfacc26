"""Where sentences end: what Punkt finds in a paragraph, mended for the ways of news.

Punkt (Kiss and Strunk 2006) knows abbreviations. What is added here: quotation marks and
who speaks after them, initials, ellipses, abbreviations that end a sentence after all,
numbered items, notes in brackets, a full stop with no space after it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from audit.lexicon import load

# A mark that may end a sentence, with everything that belongs to it: closing marks, notes
# in brackets, smileys. Then white space, or a capital that has lost its space.
_CANDIDATE = re.compile(
    r"""
      (?P<mark> \.(?:[ ]\.){2,} | [.!?…]+ ) (?: [ ](?:[!?]+|\.{3,}|…)(?=\s|$) )*
      (?P<close> ["'”’»)\]]* ) (?: [.!?…]+["'”’»)\]]* )?
      (?: \s?\[(?:\d{1,3}|\.{3}|…|note[ ]\d+|citation[ ]needed)\]\.? | \s[:;]-?[()DPp](?=\s|$) )*
      (?P<gap> \s+ | $ | (?=[A-Z][a-z]) )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"(?P<open>[\"“‘'«(\[–—-]*)(?P<word>[^\W_]+(?:['’][^\W_]+)?)?")
_NOT_WORD = re.compile(r"[\"“”‘()\[\]–—/]")
_INITIAL = re.compile(r"[^\W\d_]")
_ACRONYM = re.compile(r"(?:[A-Za-z]{1,3}\.)+[A-Za-z]{1,3}")
_QUOTE = frozenset("\"'”’»")
_CONTRACTION = re.compile(r"n['’]t$|['’].*$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_INSIDE_NAME = {"al", "and", "bin", "da", "de", "del", "der", "di", "el", "la", "of", "the", "van"}
# What may follow the verb in “Go!” Mr. Lee shouted on Friday. Anything else begins the
# verb's own content: “Go!” Mr. Lee said he was tired.
_AFTER_VERB = re.compile(
    r"""\s*(?:$|[.,;:–—] | (?:in|at|on|to|of|from|with|as|when|while|after|before|during|about|over
    |into|by|and|but|again|later|back|out|then|through|yesterday|today|sarcastically|\w+day)\b)""",
    re.VERBOSE,
)
_ITEM = re.compile(
    r"(?:[•⁃‣·*-]\s*)?(?P<label>\d{1,3}(?:\.\d{1,2})*|[A-Za-z])(?P<mark>[.)]{1,2})\s"
)
_CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Chapter|Part)\s+[\d.]+")
# “in chapter 2.”: a number after one of these words is no item of a list.
_TAKES_NUMBER = re.compile(
    r"\b(?:at|by|of|in|on|to|from|and|or|for|the|than|with|chapters?|sections?|numbers?|figures?"
    r"|tables?|pages?|articles?|parts?|rules?|steps?|\d+)\s*$",
    re.IGNORECASE,
)
# What stands apart in mail and on pages without a full stop: the time of a forwarded message,
# a rule of stars or dashes, the words above a signature.
_APART = re.compile(
    r"""
      (?: \b\d{1,2}/\d{1,2}/\d{2,4}\s\d{1,2}:\d{2}(?::\d{2})?\s[AP]M
        | (?<!\S)(?:\*{3,}|={3,}|_{3,})
        | (?:(?:Best|Kind|Kindest|Warm)\s)?(?:Regards|regards|Sincerely|Respectfully),
      ) \s+ (?=[A-Z"“(])
    """,
    re.VERBOSE,
)
# Words in brackets that belong to the sentence before them: (Smith 55). or (1950) and
_BRACKETED = re.compile(r"\([^()]{1,80}\)(?:[.,;:]|\s+[a-z])")
_ADDRESS = re.compile(r"https?:|www\.")
_SUBJECTS = {"i", "he", "she", "it", "we", "they", "you", "there", "this", "these", "those"}
# Titles that the hasty write small; of the others, a small *rep* or *col* is a word.
_NAMES = {"title", "state", "month", "weekday", "address"}
_SMALL_TITLES = {"mr", "mrs", "ms", "dr", "prof", "st"}
_BEFORE_TIME = {"at", "around", "by", "about", "before", "after", "until", "since", "from"}
# Ends of web addresses, which a missing space can look like.
_DOMAINS = {"com", "org", "net", "gov", "edu", "co", "uk", "us", "io", "js", "ly", "tv", "info"}


def divide(text: str, breaks: Iterable[int]) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of one paragraph, without the white space around them.

    ``breaks`` is where Punkt ends a sentence. A paragraph of white space gives none.
    """
    found = set(breaks)
    ends = []
    start = _skip_space(text, 0)
    items = sorted({*_items(text), *(match.end() for match in _APART.finditer(text))}, reverse=True)
    for match in _CANDIDATE.finditer(text):
        while items and items[-1] <= match.start():
            start = items.pop()
            ends.append(start)
        stop = match.start("close") if _opens_quote(text, match) else match.start("gap")
        said = any(place in found for place in range(match.start(), stop + 1))
        if _ends(text, match, start, said):
            start = stop if not match["gap"] else match.end()
            ends.append(stop)
    ends.extend(reversed(items))
    spans = []
    start = _skip_space(text, 0)
    for end in (*ends, len(text)):
        if text[start:end].strip():
            spans.append((start, start + len(text[start:end].rstrip())))
            start = _skip_space(text, end)
    return spans


def _skip_space(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _items(text: str) -> Iterator[int]:
    """Where the second and later items of a list begin, when they share one paragraph."""
    first = _ITEM.match(text)
    if not first or "." in first["label"] or first["label"].isupper():
        return
    label, mark = first["label"], re.escape(first["mark"])
    place = first.end()
    while True:
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        item = re.compile(rf"(?<!\S)(?:[•⁃‣·*-]\s*)?{re.escape(label)}{mark}\s")
        following = item.search(text, place)
        if not following or _TAKES_NUMBER.search(text[place : following.start()][-30:]):
            return
        yield following.start()
        place = following.end()


def _ends(text: str, match: re.Match[str], start: int, said: bool) -> bool:
    """A new sentence begins after the candidate. ``said`` is Punkt's opinion."""
    following = _NEXT.match(text, match.end())
    if match.end() == len(text) or not following:
        return False
    mark, close, opening = match["mark"], match["close"], following["open"]
    word = following["word"] or ""
    if not word and (text[match.end()] in ")]},;:.!?…" or _only_closes(text, match.end())):
        return False
    if not match["gap"]:
        return _lacks_space(text, match, word)
    if opening[:1] in ("–", "—") or _BRACKETED.match(text, match.end()):
        return False
    quoted = not _QUOTE.isdisjoint(close)
    if word.islower() and not _ADDRESS.match(text, match.end()):
        return said and not close and _begins_small(text, match, start, word)
    if opening[:1] == "(" and word[:1].isdigit():
        return False
    if "!" in mark or "?" in mark:
        return not (quoted and _speaks(text, match.end()))
    if (len(mark) > 1 and mark != "..") or mark == "…":
        if quoted:
            return not _speaks(text, match.end())
        return bool(word) and _CONTRACTION.sub("", word) != "I"
    return _ends_at_stop(text, match, start, word, said)


def _opens_quote(text: str, match: re.Match[str]) -> bool:
    """``said."It`` with no space: every quotation before has been closed, so this one opens."""
    if match["gap"] or match["close"] != '"':
        return False
    return text.count('"', 0, match.end("mark")) % 2 == 0


def _only_closes(text: str, place: int) -> bool:
    """What follows is a quotation mark that closes: the end, or a mark comes after it."""
    return text[place] in _QUOTE and (place + 1 == len(text) or text[place + 1] in ".,;:)]")


def _lacks_space(text: str, match: re.Match[str], word: str) -> bool:
    """``end.Then``: two plain words, not a web address or a name such as *Node.js*."""
    before = _word_before(text, match.start())
    mail = "@" in text[match.end() : match.end() + 60].split()[0]
    return (
        before.isalpha()
        and before[-2:].islower()
        and len(before) > 1
        and not (mail or word.lower() in _DOMAINS)
    )


def _word_before(text: str, place: int) -> str:
    """What stands right before a mark, back to white space, a bracket or a dash."""
    piece = text[max(0, place - 60) : place]
    if not piece or piece[-1].isspace():
        return ""
    return _NOT_WORD.split(piece.rsplit(None, 1)[-1])[-1]


def _begins_small(text: str, match: re.Match[str], start: int, word: str) -> bool:
    """A sentence that should have had a capital: *We left. they stayed.*"""
    if text[start].islower():
        return True
    before = _word_before(text, match.start())
    return before.islower() and len(before) > 2 and word in _SUBJECTS


def _speaks(text: str, place: int) -> bool:
    """After a quotation comes who said it, and nothing of what else they said."""
    for word in list(_WORD.finditer(text, place, place + 80))[:5]:
        plain = word.group()
        if _words().get(plain) == "quote-verb" and word.start() > place:
            return bool(_AFTER_VERB.match(text, word.end()))
        if plain.islower() and plain not in _INSIDE_NAME:
            return False
    return False


def _ends_at_stop(text: str, match: re.Match[str], start: int, word: str, said: bool) -> bool:
    """The same for a single full stop, after which a capital, a number or a mark follows."""
    before = _word_before(text, match.start())
    item = _ITEM.match(text, start)
    opens = _words().get(_CONTRACTION.sub("", word.lower())) == "opener"
    kind = _abbreviations().get(before.lower())
    if word[:1].isdigit() and (kind in ("number", "month", "before") or _INITIAL.fullmatch(before)):
        return False
    if (item and item.end() > match.start()) or _CAPTION.fullmatch(text, start, match.start()):
        return False
    if kind == "number":
        kind = None
    if kind in _NAMES and before[:1].islower() and before not in _SMALL_TITLES:
        return True
    if kind == "list":
        return bool(word)
    if kind == "time":
        carries_on = _words().get(word.lower()) == "clock"
        return not carries_on and not _opens_with_time(text[start : match.start()])
    if kind in ("title", "before"):
        return False
    if kind or _INITIAL.fullmatch(before) or _ACRONYM.fullmatch(before):
        return opens
    return said


def _opens_with_time(piece: str) -> bool:
    """*At 5 a.m.* opens a sentence and cannot end it."""
    words = piece.split()
    return len(words) <= 5 and words[0].lower() in _BEFORE_TIME


@cache
def _abbreviations() -> dict[str, str]:
    return {entry.term: entry.category for entry in load("abbreviations").entries}


@cache
def _words() -> dict[str, str]:
    return {entry.term: entry.category for entry in load("sentence_words").entries}
