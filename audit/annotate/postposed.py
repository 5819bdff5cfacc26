"""A cue that stands after its content or inside it: *The bridge, she said, is safe.*"""

from collections.abc import Iterator
from typing import NamedTuple

from audit.annotate.complements import HEARERS, complements
from audit.annotate.noun_phrases import DAYS, noun_phrase
from audit.annotate.scene import Candidate, Passage, Range
from audit.annotate.syntax import FINITE, NOUN, PRONOUN
from audit.annotate.verb_cue import VerbCue

# Number words that stand for people: *said one of the advisers*.
_ONES = frozenset("one two three another some others many".split())
_BEFORE_SUBJECT = frozenset({",", "—", "–", "--", "-"})
# Before a quotation that stands alone; in running words it is a part of the clause.
_BEFORE_WHOLE = frozenset({",", ":", ".", "?", "!"})
# Behind the comma after a cue, what adds to the cue and is not content.
_ADDITIONS = frozenset({"VBG", "CC", "WDT", "WP", "WRB"})
# How far behind a cue its quotation may go on, in tokens.
_REACH = 14
# Tokens of an adjunct between a cue and the comma after which its content goes on.
_ADJUNCT = 6
# What follows one of these is always who hears it.
_TELLING = frozenset("tell remind inform assure advise notify convince persuade".split())
_CLOSERS = frozenset({";", ":", ".", "that", '"'})


class _Before(NamedTuple):
    """Content before a cue. ``alone``: a quotation that is no part of a clause."""

    part: Range
    quoted: bool
    alone: bool


def postposed(cue: VerbCue) -> Iterator[Candidate]:
    """The candidate whose content stands before the cue; the rest of it may stand behind."""
    group, passage = cue.group, cue.passage
    if not _may_follow(cue):
        return
    if group.first == passage.first:
        yield from _verb_first(cue)
        return
    inverted = _inverted_source(cue)
    subject = group.first if inverted else _subject_start(cue)
    before = None if subject is None else _content_before(passage, subject - 1)
    if subject is None or before is None:
        return
    frame = "post-q" if before.quoted else "post"
    made = cue.candidate("inv" + frame if inverted else frame, fixed=[before.part])
    made.quoted = before.quoted
    after = cue.end
    if inverted:
        made.source, made.source_head = inverted
        after = inverted[0][1]
    else:
        _name_subject(cue, subject, made)
        _name_hearer(cue, made)
    if before.alone:
        _second_quotation(passage, after, made)
    else:
        _second_half(passage, _past_adjunct(passage, after), made)
    yield made


def _may_follow(cue: VerbCue) -> bool:
    """Its form is one that stands behind a content: finite, or right behind a closing mark."""
    group, tag = cue.group, cue.passage.tokens[cue.group.head].tag
    if group.infinitive:
        return False
    before = group.first - 1
    # *…, say some Democrats*: tagged as if it were an infinitive.
    closed = tag == "VB" and (
        before in cue.passage.scene.closes
        or (before > cue.passage.first and cue.passage.tokens[before].norm == ",")
    )
    return group.finite or closed or tag == "VBN"


def _verb_first(cue: VerbCue) -> Iterator[Candidate]:
    """*Said Calder: "We will rebuild it."*"""
    passage = cue.passage
    first, end, head = cue.syntax.chunk(cue.end)
    if first == end or passage.tokens[cue.end].tag == "PRP":
        return
    for frame, start, _, _ in complements(passage, end, ""):
        if frame in ("quote", "colon"):
            made = cue.candidate("inv-" + frame, start=start, stop=passage.stop)
            made.source, made.source_head = (first, end), head
            made.quoted = frame == "quote"
            yield made
        break


def _inverted_source(cue: VerbCue) -> tuple[Range, int] | None:
    """Who stands behind the verb in *"…," said Ana Ruiz*, with its head."""
    tokens, syntax = cue.passage.tokens, cue.syntax
    before = cue.group.first - 1
    closed = before in cue.passage.scene.closes
    if tokens[cue.group.head].lemma in (_TELLING if closed else HEARERS):
        return None
    if tokens[before].norm != "," and not closed:
        return None
    chunk = first, end, head = syntax.chunk(cue.end)
    if first == end:
        return None
    if tokens[head].tag in NOUN or tokens[head].tag in PRONOUN or tokens[head].norm in _ONES:
        return noun_phrase(syntax, chunk, 0), head
    return None


def _subject_start(cue: VerbCue) -> int | None:
    """Where the subject begins, if a comma, dash or closing mark stands before it."""
    passage, syntax, first = cue.passage, cue.syntax, cue.group.first
    places = []
    subject = syntax.subjects.get(cue.group.head)
    if subject is not None and passage.tokens[subject[2]].tag not in ("WDT", "WP"):
        places.append(noun_phrase(syntax, subject, first)[0])
    start, end, _ = syntax.chunk_before(first)
    if start < end:
        places.append(start)
    for place in places:
        if place > passage.first and (
            passage.tokens[place - 1].norm in _BEFORE_SUBJECT or place - 1 in passage.scene.closes
        ):
            return place
    return None


def _content_before(passage: Passage, i: int) -> _Before | None:
    """The content that ends at token ``i``, or right before it where ``i`` is a mark."""
    scene, tokens, first = passage.scene, passage.tokens, passage.body
    quotation, end = scene.quotation_until(i), i + 1
    if quotation is None:
        end = i
        if i > passage.first:
            quotation = scene.quotation_until(i - 1)
    joined = tokens[first].tag == "CC"
    if quotation is None:
        if end <= first:
            return None
        return _Before((first + (joined and first + 1 < end), end), False, False)
    # After a comma or at the start a quotation stands alone; in running words it is
    # a part of the clause: *The plan is "a mess," she said.*
    start = quotation[0]
    capital = start + 1 < len(tokens) and tokens[start + 1].text[0].isupper()
    alone = first >= start or (capital and tokens[start - 1].norm in _BEFORE_WHOLE)
    return _Before((start if alone else min(first + joined, start), end), True, alone)


def _name_subject(cue: VerbCue, start: int, made: Candidate) -> None:
    """Let the phrase between content and cue be the source."""
    if made.source is None or made.source[0] != start:
        first, end, head = cue.syntax.chunk(start)
        if first < end:
            made.source, made.source_head = (first, min(end, cue.group.first)), head


def _name_hearer(cue: VerbCue, made: Candidate) -> None:
    """*"…," she told reporters*."""
    tokens = cue.passage.tokens
    if tokens[cue.group.head].lemma in HEARERS:
        first, end, head = cue.syntax.chunk(cue.end)
        if first < end and tokens[head].norm not in DAYS:
            made.addressee = first, end


def _second_quotation(passage: Passage, i: int, made: Candidate) -> None:
    """*"Enough," she said on Friday, "is enough."*"""
    tokens = passage.tokens
    for j in range(i, min(i + _REACH, passage.stop)):
        quotation = passage.scene.quotation_from(j)
        if quotation is not None:
            made.fixed.append(quotation)
            made.frame += "-q"
            return
        if tokens[j].norm == ";" and j == i:
            continue
        if tokens[j].norm in (";", ":") or tokens[j].tag in FINITE:
            return


def _past_adjunct(passage: Passage, i: int) -> int:
    """*said on Friday,*: the comma behind a short adjunct of the cue."""
    tokens = passage.tokens
    for j in range(i, min(i + _ADJUNCT, passage.stop)):
        if tokens[j].norm == ",":
            return j
        if tokens[j].tag in FINITE or tokens[j].norm in _CLOSERS:
            break
    return i


def _second_half(passage: Passage, comma: int, made: Candidate) -> None:
    """*The bridge, she said, is safe.*"""
    tokens, start = passage.tokens, comma + 1
    if start >= passage.stop or tokens[comma].norm != ",":
        return
    if tokens[start].tag in _ADDITIONS and tokens[start].norm != "that":
        return
    made.start, made.stop = start, passage.stop
    made.frame += "-mid"
