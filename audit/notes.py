"""Notes to the audit in an article: where they stand. What they say is for ``suppress``.

In text a note is a comment as in HTML, or stands in square brackets:

    <!-- audit: allow RULE because … -->
    [audit: allow RULE because …]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# Units: characters. No reason is longer, and what is not closed must not swallow the article.
LONGEST = 2000
# How alike two words are when one may be the other mistyped.
_ALIKE = 0.7
_OPENING = re.compile(r"<!--|\[(?=\s*audit\s*:|\s*audit\s+allow\b)", re.IGNORECASE)
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)")
_BREAK = re.compile(r"\r\n|\r|\n")
_TO_US = re.compile(r"\s*audit\s*:", re.IGNORECASE)
_WORDS = re.compile(r"\s*([^\W\d_]+)\W{1,4}([^\W\d_]+)\b")
_SHORT = re.compile(r"\s*allow\s+\S+\s.*?\bbecause\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Note:
    """One note. ``says`` is its text without the marks around it.

    It takes up the text from ``start`` up to ``end``; a note that was left out of the text
    stands at ``start`` and takes up nothing. Of a margin comment, which is never part of
    the text (``margin``), these are the words it is fastened to. ``origin`` is where it
    begins in the file, ``closed`` whether its closing mark is there.
    """

    says: str
    start: int
    end: int
    origin: int
    closed: bool = True
    margin: bool = False

    @property
    def in_text(self) -> bool:
        """It is itself a part of the text as read."""
        return not self.margin and self.start < self.end


def is_note(comment: str) -> bool:
    """A comment is meant for the audit, even if it is mistyped.

    >>> is_note(" Audit: alow vague-time "), is_note("audti allow x"), is_note(" audit trail ")
    (True, True, False)
    """
    if _TO_US.match(comment) or _SHORT.match(comment[:LONGEST]):
        return True
    words = _WORDS.match(comment)
    return words is not None and _alike(words[1], "audit") and _alike(words[2], "allow")


def _alike(word: str, meant: str) -> bool:
    if abs(len(word) - len(meant)) > 2:
        return False
    return SequenceMatcher(None, word.lower(), meant).ratio() >= _ALIKE


def find_notes(text: str) -> tuple[Note, ...]:
    """The notes in plain text, in reading order."""
    if "<!--" not in text and "[" not in text:
        return ()
    return tuple(_notes(text))


def _notes(text: str) -> Iterator[Note]:
    at = 0
    while opening := _OPENING.search(text, at):
        at = start = opening.end()
        closing = "-->" if opening[0] == "<!--" else "]"
        stop = text.find(closing, start, start + LONGEST)
        blank = _BLANK.search(text, start, start + LONGEST)
        if stop >= 0 and (blank is None or stop < blank.start()):
            if closing == "]" or is_note(text[start:stop]):
                at = stop + len(closing)
                yield Note(text[start:stop], opening.start(), at, opening.start())
        elif closing == "]" or is_note(text[start : start + LONGEST]):
            line = _BREAK.search(text, start, start + LONGEST)
            at = line.start() if line else min(len(text), start + LONGEST)
            yield Note(text[start:at], opening.start(), at, opening.start(), closed=False)


def blanked(text: str, notes: Iterable[Note]) -> str:
    """The text with spaces in place of its notes, as long as before.

    A note on a line of its own takes the line's end along, so that it leaves no empty line.
    """
    parts, at, alone = list[str](), 0, True
    for note in notes:
        if not note.in_text:
            continue
        line = max(text.rfind(mark, at, note.start) for mark in "\r\n") + 1
        # Only other notes stand before it in its line.
        alone = (alone or line > 0) and not text[max(line, at) : note.start].strip()
        ending = _BREAK.match(text, note.end) if alone else None
        end = ending.end() if ending else note.end
        parts += [text[at : note.start], " " * (end - note.start)]
        at = end
    return "".join([*parts, text[at:]])
