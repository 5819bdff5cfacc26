"""Candidates whose cue is no verb: nouns of saying, phrases, adverbs, layout."""

from collections.abc import Iterable, Iterator
from functools import cache

from audit.annotate.according import ACCORDING, according
from audit.annotate.layout import colon, signature
from audit.annotate.noun_phrases import clause_at, phrase_stop
from audit.annotate.nouns import noun_candidates
from audit.annotate.scene import Candidate, Passage, sentence_stop
from audit.annotate.syntax import NAME
from audit.lexicon import load

# Nouns that take up what the sentence before said.
_ANAPHORIC = frozenset("figure number estimate total count toll information detail datum".split())
_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–"})
_NOUNS = frozenset({"NN", "NNS"})
_PEOPLE = NAME | {"NNS", "PRP"}


def frame_candidates(passage: Passage) -> Iterator[Candidate]:
    """All of one sentence, in the order of their cues."""
    yield from signature(passage)
    scene = passage.scene
    for i in range(passage.first, passage.last):
        if scene.inside[i] < 0 or not scene.is_speech(i):
            yield from _frames_at(passage, i)


def _frames_at(passage: Passage, i: int) -> Iterable[Candidate]:
    """The candidates whose cue begins at token ``i``, or is the noun there."""
    _, _, _, norm, tag, lemma = passage.tokens[i]
    if tag in _NOUNS:
        if lemma in load("reporting_nouns").by_term:
            return noun_candidates(passage, i)
        if lemma in _ANAPHORIC:
            return _came_from(passage, i)
    if norm in ACCORDING:
        return according(passage, i)
    if norm in _adverbs():
        return _adverb(passage, i)
    if norm in ("for", "to") and i == passage.first and tag in ("IN", "TO"):
        return _perspective(passage, i)
    if norm == "citing":
        return _citing(passage, i)
    return colon(passage, i) if norm == ":" else ()


@cache
def _adverbs() -> frozenset[str]:
    """*reportedly*, *allegedly*."""
    entries = load("agentless_forms").entries
    return frozenset(e.term for e in entries if e.category == "adverb" and " " not in e.term)


def _adverb(passage: Passage, i: int) -> Iterator[Candidate]:
    """*reportedly*: the whole clause, without the adverb, is what nobody says."""
    tokens, first, last = passage.tokens, i, i + 1
    while first > passage.body and tokens[first - 1].norm not in _CLAUSE_MARKS:
        first -= 1
    while last < passage.stop and tokens[last].norm not in _CLAUSE_MARKS:
        last += 1
    parts = [part for part in ((first, i), (i + 1, last)) if part[0] < part[1]]
    if parts:
        cue, lemma = (i, i + 1), tokens[i].norm
        yield Candidate(passage.index, i, cue, lemma, "frame", "adverb", fixed=parts)


def _perspective(passage: Passage, i: int) -> Iterator[Candidate]:
    """*To Marchetti, the deal was a surrender.*"""
    tokens, syntax, stop = passage.tokens, passage.syntax, passage.stop
    first, end, head = syntax.chunk(i + 1)
    if first == end or end >= stop or tokens[head].tag not in _PEOPLE:
        return
    if tokens[end].norm == "," and clause_at(syntax, end + 1):
        made = Candidate(passage.index, i, (i, i + 1), tokens[i].norm, "frame", "frame-for")
        made.start, made.stop = end + 1, stop
        made.source, made.source_head = (first, end), head
        yield made


def _came_from(passage: Passage, i: int) -> Iterator[Candidate]:
    """*The figure came from the governor's office*: the source of the sentence before."""
    tokens, syntax, scene = passage.tokens, passage.syntax, passage.scene
    if passage.index == 0 or i + 3 >= passage.last or i > passage.first + 1:
        return
    if tokens[i + 1].lemma != "come" or tokens[i + 2].norm != "from":
        return
    first, end, head = syntax.chunk(i + 3)
    before = scene.document.sentences[passage.index - 1]
    if first == end or before.paragraph != passage.sentence.paragraph:
        return
    made = Candidate(passage.index, i + 1, (i + 1, i + 3), "come from", "frame", "came-from")
    made.source = first, phrase_stop(syntax, end, syntax.last, commas=False)
    made.source_head = head
    made.fixed = [(before.first, sentence_stop(scene, before))]
    yield made


def _citing(passage: Passage, i: int) -> Iterator[Candidate]:
    """*Interfax, citing the ministry, put the toll at 14*: the ministry is the source too."""
    syntax, stop = passage.syntax, passage.stop
    first, end, head = syntax.chunk(i + 1)
    if first == end:
        return
    last = phrase_stop(syntax, end, syntax.last, commas=False)
    if last + 1 < stop and passage.tokens[last].norm == ",":
        made = Candidate(passage.index, i, (i, i + 1), "cite", "frame", "frame-citing")
        made.start, made.stop = last + 1, stop
        made.source, made.source_head = (first, last), head
        yield made
