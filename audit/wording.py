"""What a note to the audit says: which rules it allows, how far, and why."""

import re
from collections.abc import Collection
from enum import StrEnum

from audit.notes import LONGEST, Note
from audit.written import nearest

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


class Unclear(Exception):
    """What is wrong with a note, in words for its writer."""


def understood(note: Note, known: Collection[str]) -> tuple[list[str], Reach, str]:
    """The rules a note allows, how far, and why. Raises ``Unclear``."""
    if not note.closed:
        raise Unclear("this note is not closed; end it with --> (or with ] if it began with [)")
    if len(note.says) > LONGEST:
        raise Unclear(
            f"this note is longer than {LONGEST:,} characters; is it closed where it ends?"
        )
    says = " ".join(note.says.split())
    opening = _OPENS.match(says)
    name, colon, verb = opening.group("name", "colon", "verb") if opening else ("", "", "")
    if opening is None or name.lower() != "audit" or not colon:
        raise Unclear(f"“{_short(says)}” is no allowance as it stands; {HOW}")
    if verb.lower() != "allow":
        meant = nearest(verb.lower(), ("allow",))
        raise Unclear(f"“{verb}” is nothing that a note can ask for{meant}; {HOW}")
    rest = says[opening.end() :]
    because = _BECAUSE.search(rest)
    wanted = rest[: because.start()] if because else rest
    reach, wanted = _reach(wanted.rstrip())
    rules = [rule for rule in _BETWEEN.split(wanted.strip()) if rule]
    if not rules:
        raise Unclear(f"this allowance names no rule; {HOW}")
    if because is None and rules[0].lower() in known:
        raise Unclear(f"“{_short(says)}” gives no reason; end it with: because REASON")
    for rule in rules:
        if rule.lower() not in known:
            raise Unclear(f"there is no rule “{_short(rule)}”{nearest(rule.lower(), known)}")
    reason = because["reason"] if because else ""
    if not any(map(str.isalnum, reason)):
        raise Unclear(f"“{_short(says)}” gives no reason after because")
    return list(dict.fromkeys(rule.lower() for rule in rules)), reach, reason


def _reach(wanted: str) -> tuple[Reach, str]:
    """How far an allowance reaches, and what is left of its words."""
    found = _REACH.search(f" {wanted}")
    if found is None:
        return Reach.PARAGRAPH, wanted
    part = (found["part"] or Reach.SENTENCE).lower()
    if part not in _PARTS:
        parts = "here, in this paragraph, in this file"
        raise Unclear(f"“{found[0].strip()}” is no part of an article; say {parts}")
    return _PARTS[part], f" {wanted}"[: found.start()]


def _short(says: str) -> str:
    return says if len(says) <= 80 else f"{says[:79]}…"
