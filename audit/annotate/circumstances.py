"""Where, when and to whom something was said, and why a source is not named."""

import re
from dataclasses import dataclass

from audit.annotate.scene import Candidate, Range
from audit.annotate.syntax import FINITE
from audit.document import Document, Span
from audit.lexicon import load

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
_BEFORE_VENUE = frozenset("in at on during before via from through by with".split())
# A venue begins no further behind its preposition, in tokens.
_VENUE_REACH = 7
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. aug. sept. oct. nov. dec.".split()
)
_ANONYMOUS = re.compile(
    r"""(?:on\s+(?:the\s+)?condition\s+of\s+anonymity | anonymously
        | (?:asked|requested|declined|refused|wanted|wished|preferred|chose)\s+
          (?:not\s+)?to\s+(?:be|remain)\s+
          (?:named|identified|quoted|anonymous|unnamed)
        | (?:asked|requested)\s+anonymity | without\s+being\s+named
        | (?:not|n['’]t)\s+(?:been\s+)?(?:authori[sz]ed|allowed|permitted)\s+to\s+
          (?:speak|talk|discuss|comment|brief)
        | whose\s+name\s+(?:is|was|has)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = ("anonym", "name", "identif", "quoted", "authori", "allowed", "permitted")
_REASON = re.compile(
    r"""(?:because|for\s+fear|out\s+of\s+fear|fearing|citing|since|due\s+to|in\s+order\s+to|given\s+the
        |to\s+(?:discuss|describe|protect|avoid|talk)|as\s+(?:they|he|she)\s+(?:was|were)
        |(?:not|n['’]t)\s+(?:been\s+)?(?:authori[sz]ed|allowed|permitted)\s+to)\b[^.;]*""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Spans of the words around a cue that belong to neither source, cue nor content."""

    venue: Span | None = None
    date: Span | None = None
    addressee: Span | None = None
    anonymity_reason: Span | None = None


def find_circumstances(document: Document, candidate: Candidate) -> Circumstances:
    """What stands beside the cue: before the source, and between cue and content."""
    addressee = document.span_of(*candidate.addressee) if candidate.addressee else None
    venue = date = None
    for first, last in _margins(document, candidate):
        venue = venue or _venue(document, first, last)
        date = date or _date(document, first, last)
    return Circumstances(venue, date, addressee, _anonymity(document, candidate))


def _margins(document: Document, candidate: Candidate) -> list[Range]:
    """The ranges of the sentence that belong to neither source, cue nor content."""
    sentence = document.sentences[candidate.sentence]
    taken = [candidate.cue, *candidate.fixed]
    if candidate.source:
        taken.append(candidate.source)
    if 0 <= candidate.start < candidate.end:
        taken.append((candidate.start, candidate.end))
    ranges, at = [], sentence.first
    for first, last in sorted(taken):
        if at < first <= sentence.last:
            ranges.append((at, first))
        at = max(at, last)
    if at < sentence.last:
        ranges.append((at, sentence.last))
    # A document as source carries its own place and date: "the June 2 filing with the SEC".
    if candidate.source and candidate.kind == "frame":
        ranges.append(candidate.source)
    return ranges


def _venue(document: Document, first: int, last: int) -> Span | None:
    """*in a statement*, *at a news conference in Lagos*, *on Twitter*."""
    tokens = document.tokens
    for i in range(first, last):
        if tokens[i].tag not in ("IN", "TO") or tokens[i].norm not in _BEFORE_VENUE:
            continue
        for j in range(i + 1, min(i + _VENUE_REACH, last)):
            words = _venue_words(document, j, last)
            if words:
                return document.span_of(i, min(j + words, last))
            if tokens[j].tag in FINITE or tokens[j].norm in (",", ";"):
                break
    return None


def _venue_words(document: Document, i: int, last: int) -> int:
    """How many words of a listed venue stand at token ``i``, 0 where none does."""
    venues, token = load("venues").by_term, document.tokens[i]
    following = document.tokens[i + 1] if i + 1 < last else None
    if following is not None and f"{token.lemma} {following.lemma}" in venues:
        return 2
    written = f"{token.norm} {following.norm if following else ''}"
    return 1 if token.lemma in venues or written in venues else 0


def _date(document: Document, first: int, last: int) -> Span | None:
    """A day or date that a reader could look up: *on Friday*, *June 2*, *Monday evening*."""
    tokens = document.tokens
    for i in range(first, last):
        norm = tokens[i].norm
        if norm in _DAYS and tokens[i].tag in ("NNP", "NN", "RB", "NNPS"):
            start = i - 1 if i > first and tokens[i - 1].norm == "on" else i
            return document.span_of(start, i + 1)
        if norm in _MONTHS and tokens[i].text[:1].isupper():
            near = [j for j in (i - 1, i + 1) if first <= j < last and tokens[j].tag == "CD"]
            if near:
                return document.span_of(min(i, *near), max(i, *near) + 1)
        if tokens[i].tag == "CD" and len(norm) == 4 and norm[:2] in ("19", "20") and norm.isdigit():
            return document.span_of(i, i + 1)
    return None


def _anonymity(document: Document, candidate: Candidate) -> Span | None:
    """The reason why the source is not named, where the sentence gives one."""
    sentence = document.sentences[candidate.sentence]
    words = document.prose[sentence.start : sentence.end].lower()
    # Asked of every statement; one of these is in all that the long expression looks for.
    if not any(sign in words for sign in _SIGNS):
        return None
    asked = _ANONYMOUS.search(document.prose, sentence.start, sentence.end)
    if asked is None:
        return None
    reason = _REASON.search(document.prose, asked.start(), sentence.end)
    if reason is None or reason.end() <= reason.start():
        return None
    end = reason.end()
    # *… because she fears dismissal said it was unsafe*: the cue is no part of the reason.
    cue = document.tokens[candidate.cue[0]].start
    if reason.start() < cue < end:
        end = reason.start() + len(document.prose[reason.start() : cue].rstrip(" ,"))
    return Span(reason.start(), end) if reason.start() < end else None
