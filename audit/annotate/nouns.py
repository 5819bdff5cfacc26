"""Candidates whose cue is a noun of saying: *her claim that*, *made a promise to*."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from audit.annotate.complements import Complement, complements
from audit.annotate.noun_phrases import noun_phrase
from audit.annotate.scene import Candidate, Passage, Range
from audit.annotate.syntax import FINITE, NOUN, Syntax, VerbGroup, opens_clause

# Verbs that lend a noun of saying their subject: who makes a claim claims.
_SUPPORT = frozenset(
    "make have express give issue release offer voice raise hold share draw spark prompt get take "
    "reach deliver repeat renew reiterate publish file lodge send post face win reject announce "
    "receive provoke bring deny present lead show feel stand come".split()
)
# *The plan drew criticism*: the subject is what was said of.
_DRAWS = frozenset("draw spark prompt provoke face receive win trigger".split())
# What may stand between determiner and noun.
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "CD", "RB", "VBG"})
# Between a verb and its object stand none of these, and no more tokens than that.
_BARRIER = NOUN | {"IN", "TO", "CC", "PRP"}
_MARKS = frozenset({",", ";", ":"})
_OBJECT_REACH = 6
# A support verb this near is part of the cue.
_CUE_REACH = 5
# Complements of verbs that a noun does not have.
_VERBS_ONLY = frozenset("np np-to ing".split())
# A clause without *that* follows *there are claims* and *made a claim*, and no other noun.
_BARE_AFTER = frozenset("there sup sup0".split())


@dataclass(slots=True)
class NounCue:
    """A noun of saying at token ``i``, its phrase beginning at ``first``.

    ``how`` its source is known: ``poss``, ``by``, as subject of a support verb (``sup``; ``sup0``
    where that has none) or of another (``obj``); ``there`` where *there is* says that nobody
    is named. ``after`` is the first token behind noun and source.
    """

    passage: Passage
    i: int
    first: int
    cue: Range
    after: int
    verb: VerbGroup | None = None
    source: Range | None = None
    source_head: int = -1
    how: str = ""

    def candidate(self, frame: str, *, start: int = -1, stop: int = -1) -> Candidate:
        return Candidate(
            sentence=self.passage.index,
            head=self.i,
            cue=self.cue,
            lemma=self.passage.tokens[self.i].lemma,
            kind="noun",
            frame=frame,
            start=start,
            stop=stop,
            source=self.source,
            source_head=self.source_head,
            relation=self.how,
        )


def noun_candidates(passage: Passage, i: int) -> Iterator[Candidate]:
    """The candidates whose cue is the noun at token ``i``."""
    noun = _read_noun(passage, i)
    if _is_that(noun):
        start = noun.after + 1
        if start < passage.stop:
            made = noun.candidate("n-is", start=start, stop=passage.stop)
            made.cue = noun.cue[0], start
            yield made
        return
    given = False
    for complement in complements(passage, noun.after, passage.tokens[i].lemma):
        for made in _complemented(noun, complement):
            given = given or complement.frame != "quote-next"
            yield made
    if not given:
        yield from _drew(noun)


def _read_noun(passage: Passage, i: int) -> NounCue:
    """The noun with whoever is named beside it: before, behind, or as subject."""
    tokens, first = passage.tokens, i
    while first > passage.first and tokens[first - 1].tag in _MODIFIERS:
        first -= 1
    noun = NounCue(passage, i, first, (first, i + 1), i + 1)
    _read_possessor(noun)
    if noun.source is None:
        _read_author(noun)
    if noun.source is None:
        _read_verb(noun)
    return noun


def _read_possessor(noun: NounCue) -> None:
    """*her claim*, *the mayor's claim*; a determiner belongs to the cue."""
    passage, first = noun.passage, noun.first
    if first == passage.first:
        return
    tag = passage.tokens[first - 1].tag
    if tag == "PRP$":
        noun.source, noun.source_head, noun.how = (first - 1, first), first - 1, "poss"
    elif tag == "POS":
        start, end, head = passage.syntax.chunk_before(first - 1)
        if start < end:
            noun.source, noun.source_head, noun.how = (start, end), head, "poss"
    elif tag == "DT":
        noun.first -= 1
        noun.cue = noun.first, noun.i + 1


def _read_author(noun: NounCue) -> None:
    """*a report by the auditors*, *a letter from the ministry*."""
    passage, i = noun.passage, noun.after
    if i < passage.last and passage.tokens[i].norm in ("by", "from"):
        start, end, head = passage.syntax.chunk(i + 1)
        if start < end:
            noun.source, noun.source_head, noun.how = (start, end), head, "by"
            noun.after = end


def _read_verb(noun: NounCue) -> None:
    """The verb whose object the noun is, and its subject; or *there is*."""
    passage, i, first = noun.passage, noun.i, noun.first
    syntax, tokens = passage.syntax, passage.tokens
    verb = noun.verb = _verb_before(syntax, i)
    if verb is None:
        is_there = first - 2 >= passage.first and tokens[first - 1].lemma == "be"
        if is_there and tokens[first - 2].norm == "there":
            noun.cue, noun.how = (first - 2, i + 1), "there"
        return
    subject = syntax.subjects.get(verb.head)
    support = tokens[verb.head].lemma in _SUPPORT
    if subject is not None and tokens[subject[2]].tag != "EX":
        noun.source, noun.source_head = noun_phrase(syntax, subject, verb.first), subject[2]
        noun.how = "sup" if support else "obj"
        if support and i - verb.head <= _CUE_REACH:
            noun.cue = verb.first, i + 1
    elif support:
        noun.cue, noun.how = (verb.first, i + 1), "sup0"


def _verb_before(syntax: Syntax, noun: int) -> VerbGroup | None:
    """The verb whose object the noun is: the nearest, nothing but its phrase between."""
    tokens = syntax.tokens
    place = bisect_right(syntax.groups, noun, key=lambda group: group.last)
    if not place:
        return None
    group = syntax.groups[place - 1]
    between = range(group.last, noun)
    if len(between) > _OBJECT_REACH or group.passive:
        return None
    barred = any(tokens[k].tag in _BARRIER or tokens[k].norm in _MARKS for k in between)
    return None if barred else group


def _is_that(noun: NounCue) -> bool:
    """*The claim is that …*"""
    passage, i = noun.passage, noun.after
    tokens = passage.tokens
    return i + 1 < passage.last and tokens[i].lemma == "be" and tokens[i + 1].norm == "that"


def _complemented(noun: NounCue, complement: Complement) -> Iterator[Candidate]:
    """The candidate with what follows the noun, if nouns are followed by such."""
    passage = noun.passage
    frame, start, cue_end, _ = complement
    quotation = passage.scene.quotation_from(start)
    if frame == "quote-next" and quotation is not None:
        made = noun.candidate("n-quote-next")
        made.quote(quotation)
        yield made
        return
    if frame in _VERBS_ONLY or frame.startswith("a-") or "+x" in frame or start >= passage.stop:
        return
    if frame == "bare" and noun.how not in _BARE_AFTER:
        return
    made = noun.candidate(f"n-{frame}", start=start, stop=passage.stop)
    if frame == "that" and noun.verb is None and noun.how != "there":
        made.stop = _main_verb(passage, start)
    if noun.after == noun.i + 1:
        made.cue = noun.cue[0], max(cue_end, noun.cue[1])
    made.quoted = quotation is not None
    if quotation is not None and quotation[1] > passage.stop:
        made.quote(quotation)
    yield made


def _main_verb(passage: Passage, start: int) -> int:
    """*The claim that crime fell is false*: the second verb belongs to the noun."""
    tokens, waits = passage.tokens, True
    for i in range(start + 1, passage.stop):
        if tokens[i].tag in FINITE and passage.scene.inside[i] < 0:
            if not waits and tokens[i - 1].tag != "CC" and tokens[i - 1].norm != ",":
                return i
            waits = False
        elif opens_clause(tokens[i]):
            waits = True
    return passage.stop


def _drew(noun: NounCue) -> Iterator[Candidate]:
    """*The plan drew criticism*: nobody is named, the subject is what was said of."""
    verb, passage = noun.verb, noun.passage
    if verb is None or noun.how not in ("sup", "sup0"):
        return
    if noun.how == "sup" and passage.tokens[verb.head].lemma not in _DRAWS:
        return
    subject = passage.syntax.subjects.get(verb.head)
    if subject is not None:
        made = noun.candidate("n-drew")
        made.cue, made.source, made.source_head = (noun.i, noun.i + 1), None, -1
        made.fixed = [noun_phrase(passage.syntax, subject, verb.first)]
        yield made
