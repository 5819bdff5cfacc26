"""What the editor asked not to hear, and whether the request can be read and does anything."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from audit.document import Document
from audit.finding import Finding
from audit.notes import Note
from audit.settings import nearest

HOW = "write: audit: allow RULE because REASON"

# audit: allow RULE[, RULE…] [in this file] because REASON
_OPENS = re.compile(r"\s*(?P<name>[^\W\d_]+)\s*(?P<colon>:?)\s*(?P<verb>[^\W_]*)\s*", re.IGNORECASE)
_BECAUSE = re.compile(r"\bbecause\b[\s:,]*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)
_REACH = re.compile(
    r"\s+(?:(?P<here>here) | (?:in|for)\s+(?:this|the)\s+(?P<part>[^\W\d_]+))\s*$",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+", re.IGNORECASE)


class Reach(StrEnum):
    """How much of the article an allowance speaks for."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    FILE = "file"


_PARTS = {**{reach.value: reach for reach in Reach}, "article": Reach.FILE}


@dataclass(frozen=True, slots=True)
class Allowance:
    """A written permission for one rule, the note it comes from, and what it speaks for.

    ``places`` are indices of the document's sentences or paragraphs, 0 for a whole file.
    """

    rule: str
    reason: str
    reach: Reach
    note: Note
    places: tuple[int, ...]

    @property
    def idle_because(self) -> str:
        """What a report says of an allowance that allowed nothing."""
        where = f"in this {self.reach}" if self.places else "where it stands"
        return f"nothing {where} needs “allow {self.rule} because {self.reason}”; take it out"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A note that allows nothing because it cannot be read as it stands, and why."""

    note: Note
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that notes in an article ask for, in reading order."""

    allowances: tuple[Allowance, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


class _Unclear(Exception):
    """What is wrong with a note, in words for its writer."""


def read(document: Document, known: Collection[str]) -> Asked:
    """What the notes of an article allow; ``known`` are the names of rules."""
    allowances: list[Allowance] = []
    mistakes: list[Mistake] = []
    places = _Places(document)
    for note in document.notes:
        try:
            rules, reach, reason = _understood(note, known)
        except _Unclear as error:
            mistakes.append(Mistake(note, str(error)))
            continue
        where = places.of(note, reach)
        allowances += (Allowance(rule, reason, reach, note, where) for rule in rules)
    return Asked(tuple(allowances), tuple(mistakes))


def apply(
    document: Document, findings: Sequence[Finding], allowances: Iterable[Allowance]
) -> tuple[list[Finding], list[tuple[Finding, Allowance]], list[Allowance]]:
    """Findings that stay, findings taken out with their allowance, allowances that are idle."""
    allowances = tuple(allowances)
    by_place: dict[tuple[str, Reach, int], Allowance] = {}
    for allowance in allowances:
        for place in allowance.places:
            by_place.setdefault((allowance.rule, allowance.reach, place), allowance)
    kept: list[Finding] = []
    taken: list[tuple[Finding, Allowance]] = []
    for finding in findings:
        keys = _keys(document, finding) if by_place else ()
        found = next((by_place[key] for key in keys if key in by_place), None)
        if found:
            taken.append((finding, found))
        else:
            kept.append(finding)
    used = {allowance for _, allowance in taken}
    return kept, taken, [allowance for allowance in allowances if allowance not in used]


def _keys(document: Document, finding: Finding) -> Iterator[tuple[str, Reach, int]]:
    """The places an allowance for a finding may speak for, the nearest first."""
    sentence = document.sentence_index(finding.span.start)
    yield finding.rule, Reach.SENTENCE, sentence
    yield finding.rule, Reach.PARAGRAPH, document.sentences[sentence].paragraph
    yield finding.rule, Reach.FILE, 0


def _understood(note: Note, known: Collection[str]) -> tuple[list[str], Reach, str]:
    """The rules a note allows, how far, and why. Raises ``_Unclear``."""
    if not note.closed:
        raise _Unclear("this note is not closed; end it with --> (or with ] if it began with [)")
    opening = _OPENS.match(note.says)
    name, colon, verb = opening.group("name", "colon", "verb") if opening else ("", "", "")
    if opening is None or name.lower() != "audit" or not colon:
        raise _Unclear(f"“{_short(note.says)}” is no allowance as it stands; {HOW}")
    if verb.lower() != "allow":
        meant = nearest(verb.lower(), ("allow",))
        raise _Unclear(f"“{verb}” is nothing that a note can ask for{meant}; {HOW}")
    rest = note.says[opening.end() :]
    because = _BECAUSE.search(rest)
    wanted = rest[: because.start()] if because else rest
    reach, wanted = _reach(wanted.rstrip())
    rules = [rule for rule in _BETWEEN.split(wanted.strip()) if rule]
    if not rules:
        raise _Unclear(f"this allowance names no rule; {HOW}")
    if because is None and rules[0].lower() in known:
        raise _Unclear(f"“{_short(note.says)}” gives no reason; end it with: because REASON")
    for rule in rules:
        if rule.lower() not in known:
            raise _Unclear(f"there is no rule “{_short(rule)}”{nearest(rule.lower(), known)}")
    reason = " ".join(because["reason"].split()) if because else ""
    if not any(map(str.isalnum, reason)):
        raise _Unclear(f"“{_short(note.says)}” gives no reason after because")
    return list(dict.fromkeys(rule.lower() for rule in rules)), reach, reason


def _reach(wanted: str) -> tuple[Reach, str]:
    """How far an allowance reaches, and what is left of its words."""
    found = _REACH.search(f" {wanted}")
    if found is None:
        return Reach.PARAGRAPH, wanted
    part = (found["part"] or Reach.SENTENCE).lower()
    if part not in _PARTS:
        parts = "here, in this paragraph, in this file"
        raise _Unclear(f"“{found[0].strip()}” is no part of an article; say {parts}")
    return _PARTS[part], f" {wanted}"[: found.start()]


def _short(says: str) -> str:
    line = " ".join(says.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


class _Places:
    """Finds the paragraphs and sentences that a note speaks for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]
        self._starts = [sentence.start for sentence in document.sentences]
        self._around = _groups(document)

    def of(self, note: Note, reach: Reach) -> tuple[int, ...]:
        if reach is Reach.FILE:
            return (0,)
        first, last = self._paragraph(note)
        if first is None or last is None:
            return ()
        if reach is Reach.PARAGRAPH:
            return tuple(range(first, last + 1))
        return self._sentences(note, first)

    def _paragraph(self, note: Note) -> tuple[int | None, int | None]:
        """The first and the last paragraph; no note but a margin comment has several."""
        paragraphs = self._document.paragraphs
        before = bisect_right(self._paragraphs, note.start) - 1
        if before >= 0 and note.start <= paragraphs[before].end:
            last = max(bisect_right(self._paragraphs, note.end - 1) - 1, before)
            return before, last if note.margin else before
        if not note.in_text:
            return None, None
        return (self._nearer(note, before),) * 2

    def _nearer(self, note: Note, before: int) -> int | None:
        """The paragraph below a note, unless the one above stands nearer; lines decide."""
        text, paragraphs = self._document.text, self._document.paragraphs
        start, end = self._around[note.start]
        above = text.count("\n", paragraphs[before].end, start) if before >= 0 else None
        if before + 1 == len(paragraphs):
            return before if above is not None and above < 2 else None
        below = text.count("\n", end, paragraphs[before + 1].start)
        return before if above is not None and above < min(below, 2) else before + 1

    def _sentences(self, note: Note, paragraph: int) -> tuple[int, ...]:
        """The sentences a note stands in, else the next one, at a paragraph's end the last."""
        sentences, starts = self._document.sentences, self._starts
        at = bisect_right(starts, note.start) - 1
        if at >= 0 and note.start < sentences[at].end:
            last = bisect_right(starts, note.end - 1) - 1 if note.margin else at
            return tuple(range(at, max(last, at) + 1))
        if at + 1 < len(sentences) and sentences[at + 1].paragraph == paragraph:
            return (at + 1,)
        return (at,) if at >= 0 and sentences[at].paragraph == paragraph else ()


def _groups(document: Document) -> dict[int, tuple[int, int]]:
    """Where the stack of notes begins and ends that a note in the text is a part of."""
    text, stacks = document.text, list[list[Note]]()
    for note in document.notes:
        if not note.in_text:
            continue
        between = text[stacks[-1][-1].end : note.start] if stacks else "x"
        if between.strip() or between.count("\n") > 1:
            stacks.append([])
        stacks[-1].append(note)
    return {note.start: (stack[0].start, stack[-1].end) for stack in stacks for note in stack}
