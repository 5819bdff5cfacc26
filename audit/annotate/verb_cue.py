"""A verb read as a cue: its lemma, the end of its group, who says it, in what clause."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit.annotate.complements import Complement, complements
from audit.annotate.noun_phrases import DAYS, noun_phrase
from audit.annotate.scene import Candidate, Passage, Range
from audit.annotate.syntax import FINITE, NOUN, Syntax, VerbGroup

_COPULA = frozenset("be seem appear feel remain become sound look".split())
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_ADJECTIVES = frozenset({"JJ", "VBN", "JJR"})
_CLAUSE_OPENERS = frozenset({"IN", "WRB", "CC", "TO", "WDT", "WP"})
_MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", '"', "''"})
# How far behind a passive its *by* may stand, in tokens.
_AGENT_REACH = 12


@dataclass(slots=True)
class VerbCue:
    """A verb group that may attribute something.

    ``end`` is where the words of the cue end; ``kind`` is ``verb``, or ``adj`` for *is
    certain*, whose head is the adjective. ``relation`` is the clause it stands in.
    """

    passage: Passage
    group: VerbGroup
    lemma: str
    end: int
    kind: str
    source: Range | None
    source_head: int
    relation: str

    @property
    def syntax(self) -> Syntax:
        return self.passage.syntax

    def complements(self) -> Iterator[Complement]:
        """What follows the cue."""
        return complements(self.passage, self.end, self.lemma)

    def candidate(
        self, frame: str, *, start: int = -1, stop: int = -1, fixed: list[Range] | None = None
    ) -> Candidate:
        """A candidate with this cue; the frame says whether it is passive, or an adjective."""
        group = self.group
        if group.passive:
            frame = "p-" + frame
        elif self.kind == "adj":
            frame = "j-" + frame
        return Candidate(
            sentence=self.passage.index,
            head=group.head,
            cue=(group.first, self.end),
            lemma=self.lemma,
            kind=self.kind,
            frame=frame,
            start=start,
            stop=stop,
            fixed=fixed or [],
            source=self.source,
            source_head=self.source_head,
            group=group,
            relation=self.relation,
        )


def read_cue(passage: Passage, group: VerbGroup) -> VerbCue | None:
    """The group as a cue; ``None`` for *be* itself and for an imperative."""
    tokens, syntax = passage.tokens, passage.syntax
    lemma, kind = tokens[group.head].lemma, "verb"
    if group.last > group.head + 1:
        lemma = f"{lemma} {tokens[group.head + 1].norm}"
    if lemma in _COPULA:
        adjective = _predicate(syntax, group.last)
        if adjective is not None:
            if adjective + 1 < syntax.last and tokens[adjective + 1].tag in NOUN:
                return None
            lemma, kind = tokens[adjective].norm, "adj"
            syntax.subjects.setdefault(adjective, syntax.subjects.get(group.head))
            group = replace(group, last=adjective + 1, head=adjective, passive=False)
        elif lemma == "be":
            return None
    source, head = _source(syntax, group)
    if source is None and group.first == syntax.first and tokens[group.first].tag == "VB":
        return None  # *Tell us what you think*: the reader is asked, nobody says.
    relation = _relation(syntax, group)
    return VerbCue(passage, group, lemma, group.last, kind, source, head, relation)


def _predicate(syntax: Syntax, i: int) -> int | None:
    """The adjective behind a copula, perhaps after adverbs."""
    tokens = syntax.tokens
    while i < syntax.last and tokens[i].tag in _ADVERBS:
        i += 1
    return i if i < syntax.last and tokens[i].tag in _ADJECTIVES else None


def _source(syntax: Syntax, group: VerbGroup) -> tuple[Range | None, int]:
    """The noun phrase that does the saying, as a range and its head token."""
    if group.passive:
        return _agent(syntax, group)
    chunk = syntax.subjects.get(group.head)
    if chunk is None or syntax.tokens[chunk[2]].tag == "EX":
        return None, -1
    return noun_phrase(syntax, chunk, group.first), chunk[2]


def _agent(syntax: Syntax, group: VerbGroup) -> tuple[Range | None, int]:
    """Who stands behind the *by* of a passive, as a range and its head token."""
    tokens = syntax.tokens
    for i in range(group.last, min(group.last + _AGENT_REACH, syntax.last)):
        token = tokens[i]
        if token.norm == "by":
            first, last, head = syntax.chunk(i + 1)
            if first < last and tokens[head].tag != "CD" and tokens[head].norm not in DAYS:
                return (first, last), head
        if token.norm in (",", ";", ":") or token.tag in FINITE:
            break
    return None, -1


def _relation(syntax: Syntax, group: VerbGroup) -> str:
    """What kind of clause the verb stands in, as far as the words before it tell."""
    tokens = syntax.tokens
    chunk = syntax.subjects.get(group.head)
    start = group.first
    if chunk is not None and chunk[1] == group.first:
        if tokens[chunk[2]].tag in ("WDT", "WP"):
            return "relative"
        start = chunk[0]
    if start <= syntax.first:
        return "opens"
    token = tokens[start - 1]
    if token.tag in _CLAUSE_OPENERS or token.norm in _MARKS:
        return f"after {token.norm}"
    return f"after {token.tag[:2]}"
