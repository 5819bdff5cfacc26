"""Candidates whose cue is a verb, or an adjective behind a copula.

A candidate is a cue with one frame: what follows it (that-clause, bare clause, quotation,
to-infinitive, object, preposition …) or what it follows (a quotation or clause with the cue
after it or inside it). Which candidates are attributions is decided later, by how often
words like these were one (``weigh``); where content ends is decided by ``ends``.
"""

from collections.abc import Iterator

from audit.annotate.complements import Complement
from audit.annotate.noun_phrases import clause_at, noun_phrase, verb_at
from audit.annotate.postposed import postposed
from audit.annotate.relays import anonymously, in_passing, quoted_as_saying, unanswered
from audit.annotate.scene import Candidate, Passage
from audit.annotate.syntax import NOUN
from audit.annotate.verb_cue import VerbCue, read_cue

# No content of one sentence is longer, in tokens; only unpunctuated text would have one.
_LONGEST = 120
# *The deal appears to be dead*: whose judgement, nobody says.
_RAISING = frozenset("appear seem".split())
# Frames in which a passive is said of its subject, which is content then.
_WITH_SUBJECT = frozenset({"to", "np", "pp:as"})
_TELLING = frozenset("tell speak talk".split())


def verb_candidates(passage: Passage) -> Iterator[Candidate]:
    """All of one sentence, in the order of their cues."""
    scene = passage.scene
    for group in passage.syntax.groups:
        if scene.is_speech(group.head) or passage.tokens[group.head].norm == "according":
            continue
        cue = read_cue(passage, group)
        if cue is not None:
            yield from _readings(cue)


def _readings(cue: VerbCue) -> Iterator[Candidate]:
    """Every frame that one cue may stand in."""
    passive = cue.group.passive
    for complement in cue.complements():
        if not (passive and complement.frame == "pp:by"):
            yield from _preposed(cue, complement)
    if cue.lemma in _TELLING and not passive:
        yield from anonymously(cue)
    if passive and cue.lemma == "quote":
        yield from quoted_as_saying(cue)
    yield from in_passing(cue)
    yield from unanswered(cue)
    yield from postposed(cue)
    if passive:
        yield from _passive_subject(cue)
    elif cue.group.finite:
        yield from _relative_object(cue)


def _preposed(cue: VerbCue, complement: Complement) -> Iterator[Candidate]:
    """The cue stands before its content."""
    frame, start, cue_end, addressee = complement
    scene = cue.passage.scene
    made = cue.candidate(frame, start=start, stop=min(cue.passage.stop, start + _LONGEST))
    made.addressee = addressee
    quotation = scene.quotation_from(start)
    if frame == "quote-next" and quotation is not None:
        made.cue = cue.group.first, cue_end
        made.quote(quotation)
        yield made
        return
    if start >= made.stop:
        return
    raising = cue.lemma in _RAISING
    if (raising and frame == "to") or (cue.group.passive and frame in _WITH_SUBJECT):
        made.fixed = _subject(cue)
        if raising:
            made.frame, made.source, made.source_head = "raise-to", None, -1
    made.cue = cue.group.first, cue_end
    made.quoted = quotation is not None
    if quotation is not None and quotation[1] > made.stop:
        made.quote(quotation)
    yield made


def _subject(cue: VerbCue) -> list[tuple[int, int]]:
    """The grammatical subject as a part of the content; empty where there is none."""
    chunk = cue.syntax.subjects.get(cue.group.head)
    return [] if chunk is None else [noun_phrase(cue.syntax, chunk, cue.group.first)]


def _passive_subject(cue: VerbCue) -> Iterator[Candidate]:
    """*The plan was rejected (by the board)*: the subject is what was said of."""
    subject = _subject(cue)
    if subject:
        yield cue.candidate("subj", fixed=subject)


def _relative_object(cue: VerbCue) -> Iterator[Candidate]:
    """*the deal that she rejected*, *The proposal, which critics say is unworkable*."""
    syntax, tokens = cue.syntax, cue.passage.tokens
    first, end, subject = syntax.chunk_before(cue.group.first)
    pronoun = first - 1
    if first == end or tokens[subject].tag in ("WDT", "WP") or pronoun < syntax.first:
        return
    clause = cue.end < syntax.last and _gapped(cue)
    if tokens[pronoun].tag in ("WDT", "WP"):
        if clause:
            noun = syntax.chunk_before(pronoun - (tokens[pronoun - 1].norm == ","))
            fixed = [part for part in (noun[:2], (pronoun, first)) if part[0] < part[1]]
            stop = _relative_stop(cue, pronoun)
            yield cue.candidate("rel-clause", fixed=fixed, start=cue.end, stop=stop)
        else:
            yield cue.candidate("rel-who", fixed=[(pronoun, first)])
    elif tokens[pronoun].tag in NOUN and tokens[subject].tag in ("PRP", "NNP"):
        noun = syntax.chunk_before(first)
        if noun[0] < noun[1]:
            made = cue.candidate("rel", fixed=[noun[:2]])
            if clause:
                made.frame, made.start, made.stop = "rel-clause", cue.end, cue.passage.stop
            yield made


def _relative_stop(cue: VerbCue, pronoun: int) -> int:
    """*The plan, which critics say is unworkable, passed*: the comma before the main verb."""
    tokens, stop = cue.passage.tokens, cue.passage.stop
    if tokens[pronoun - 1].norm == ",":
        for i in range(cue.end + 1, stop - 1):
            if tokens[i].norm == "," and tokens[i + 1].tag.startswith(("VB", "MD")):
                return i
    return stop


def _gapped(cue: VerbCue) -> bool:
    """A clause with a gap follows: *that he said was safe*, *which she says he broke*."""
    syntax, i = cue.syntax, cue.end
    if verb_at(syntax, i):
        return True
    participle = cue.passage.tokens[i].tag == "VBN"
    return participle or clause_at(syntax, i)
