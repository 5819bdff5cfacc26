"""What follows a cue: a clause, a quotation, an infinitive, an object, a preposition."""

from collections.abc import Iterator
from typing import NamedTuple

from audit.annotate.noun_phrases import DAYS, chain, clause_at, verb_at
from audit.annotate.scene import Passage, Range
from audit.document import Token

# Verbs whose first object hears it and does not make it.
HEARERS = frozenset(
    "tell ask remind inform assure warn advise notify convince persuade promise teach show "
    "caution instruct reassure brief text email message quiz press question pressure".split()
)
# Phrases looked at before a content is given up, and tokens of an insertion.
_PHRASES, _INSERTION = 14, 16
_MARKS = frozenset({",", ":", "—", "–", "--", "-"})
_STOPS = frozenset({".", "?", "!", ";", "…"})
_BRACKETS = frozenset({"-LRB-", "-RRB-"})
_QUESTIONS = frozenset("who whom what why how whether if".split())
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "IN"})
# Questions that the object of a verb of telling is followed by.
_ASKED = frozenset("whether if how why what".split())
# Prepositions of where, when and how: what was said may stand behind them.
_ADJUNCT = frozenset(
    "in on at during after before from through via by to with over of for since following last "
    "next this earlier late".split()
)
_ADVERBS = frozenset({"RB", "RBR", "RP", "JJR"})
# What an insertion behind a subject begins with.
_INSERTED = frozenset({"VBG", "VBN", "WDT", "WP", "IN"})
# Prepositions of what somebody is told, asked or accused of.
_MATTER = frozenset("about of on for to over with against from into".split())
_ANSWERS = frozenset("yes no so".split())
_OBJECTS = frozenset("him them me us".split())
# Tagged as nouns more often than not: *declined to comment*.
_BARE_INFINITIVES = frozenset("comment answer respond elaborate speculate".split())


class Complement(NamedTuple):
    """A frame, where its content starts, where the cue ends, and who is told."""

    frame: str
    start: int
    cue_end: int
    addressee: Range | None


def complements(passage: Passage, i: int, lemma: str) -> Iterator[Complement]:
    """What may follow a cue whose last token is ``i - 1``, the nearest first."""
    return _Reader(passage, i, lemma).read()


class _Reader:
    """Reads on from a cue, phrase by phrase, until what was said has begun.

    What is stepped over shows in the frame: ``+x`` is an adjunct, ``+a`` an addressee. ``a-``
    is what an object is asked to do or told about: *urged them to stay*, *accused her of lying*.
    """

    def __init__(self, passage: Passage, i: int, lemma: str) -> None:
        self.scene, self.syntax = passage.scene, passage.syntax
        self.tokens, self.last = passage.tokens, passage.last
        self.lemma = lemma
        self.at = self.cue_end = i
        self.suffix = ""
        self.addressee: Range | None = None

    def read(self) -> Iterator[Complement]:
        """All readings; where nothing was stepped over there are no more."""
        for step in range(_PHRASES):
            at = self.at
            if at >= self.last:
                return
            yield from self._here(self.tokens[at], step == 0)
            if self.at == at:
                return

    def _here(self, token: Token, nearest: bool) -> Iterator[Complement]:
        """The reading of the phrase that begins here, or a step over it."""
        scene, norm, tag = self.scene, token.norm, token.tag
        if self.at in scene.opens:
            yield self._found("quote", self.at)
        elif self.at in scene.names:
            self.at = scene.names[self.at]
        elif norm in _MARKS:
            yield from self._behind_mark(norm)
        elif norm in _STOPS or tag in _BRACKETS:
            return
        elif frame := self._clause(norm, tag, nearest):
            yield self._found(frame, self.at)
        elif tag in ("IN", "TO") and norm != "whether":
            yield from self._preposition(norm, nearest)
        elif tag in _ADVERBS:
            self.at += 1
            if tag == "RP":
                self.cue_end = self.at
        elif tag == "UH" or norm in _ANSWERS:
            yield Complement("np", self.at, self.cue_end, self.addressee)
        else:
            yield from self._noun_phrase(norm)

    def _found(self, frame: str, start: int) -> Complement:
        return Complement(frame + self.suffix, start, self.cue_end, self.addressee)

    def _step_over(self, end: int) -> None:
        """Leave an adjunct behind."""
        self.at = end
        self.suffix = self.suffix or "+x"

    def _behind_mark(self, mark: str) -> Iterator[Complement]:
        start = self.at + 1
        more, quoted = start < self.last, start in self.scene.opens
        if more and quoted:
            yield self._found("quote", start)
        elif mark == ":" and quoted:
            yield Complement("quote-next", start, self.cue_end, self.addressee)
        elif mark == ":" and more:
            yield self._found("colon", start)
        elif mark == "," and more and self.tokens[start].norm == "that":
            yield self._found("that", start)
        elif mark == ",":
            yield from self._behind_insertion()

    def _behind_insertion(self) -> Iterator[Complement]:
        """*said, citing the report, that …*: the clause goes on after a closing comma."""
        suffix = self.suffix or "+x"
        for i in range(self.at + 2, min(self.at + _INSERTION, self.last - 1)):
            if self.tokens[i].norm != ",":
                continue
            if self.tokens[i + 1].norm == "that":
                yield Complement("that" + suffix, i + 1, self.cue_end, None)
                return
            if i + 1 in self.scene.opens:
                yield Complement("quote" + suffix, i + 1, self.cue_end, None)
                return

    def _clause(self, norm: str, tag: str, nearest: bool) -> str:
        """The frame of a clause, infinitive or participle that begins here."""
        after = self.at + 1
        if norm == "that" and (tag in ("IN", "WDT") or clause_at(self.syntax, after)):
            return "that"
        if norm in _QUESTIONS and tag in _QUESTION_TAGS:
            return "wh"
        if norm == "to" and after < self.last:
            following = self.tokens[after]
            if following.tag in ("VB", "RB") or following.norm in _BARE_INFINITIVES:
                return "to"
        return "ing" if nearest and tag == "VBG" else ""

    def _preposition(self, norm: str, nearest: bool) -> Iterator[Complement]:
        after = self.at + 1
        if nearest or (not self.suffix and self.cue_end == self.at):
            yield Complement(f"pp:{norm}", after, after, self.addressee)
        if norm in _ADJUNCT:
            first, end, _ = self.syntax.chunk(after)
            if first < end:
                self._step_over(chain(self.syntax, end))

    def _noun_phrase(self, norm: str) -> Iterator[Complement]:
        """A day is stepped over; a subject opens a clause; an object is one, or hears it."""
        first, end, head = self.syntax.chunk(self.at)
        if first == end:
            return
        name = self.tokens[head].norm
        dated = norm in DAYS or name in DAYS
        if dated and not (end < self.last and self.tokens[end].tag == "POS"):
            self._step_over(end + (end < self.last and self.tokens[end].tag == "CD"))
            return
        end = chain(self.syntax, end)
        is_object = self.tokens[head].tag == "PRP" and name in _OBJECTS
        if not is_object and self._verb_behind(end):
            yield self._found("bare", self.at)
            if self.lemma not in HEARERS:
                return
        if not self.suffix:
            yield from self._object(end)

    def _verb_behind(self, end: int) -> bool:
        """The verb of a clause whose subject ends at ``end``.

        It may stand behind an opening mark (*said the mayor "has lost"*) or an insertion
        (*said the ferries, built in 1990, are unsafe*).
        """
        if verb_at(self.syntax, end):
            return True
        if end in self.scene.opens:
            return verb_at(self.syntax, end + 1)
        if end >= self.last or self.tokens[end].norm != ",":
            return False
        for i in range(end + 2, min(end + _INSERTION, self.last - 1)):
            if self.tokens[i].norm == ",":
                return self.tokens[end + 1].tag in _INSERTED and verb_at(self.syntax, i + 1)
        return False

    def _object(self, end: int) -> Iterator[Complement]:
        """An object up to ``end``: what is said, or who is told what follows it."""
        behind = self._past_time(end)
        marker = self._marker(min(behind, self.last))
        frame = "np-to" if marker == "to" else "np"
        yield Complement(frame, self.at, self.cue_end, None)
        hearer = self.at, end
        if marker == "to":
            yield Complement("a-to", behind, self.cue_end, hearer)
        elif end < self.last and self.tokens[end].norm in _MATTER:
            matter = f"a-pp:{self.tokens[end].norm}"
            yield Complement(matter, end + 1, self.cue_end, hearer)
        if frame == "np" and (marker or self.lemma in HEARERS):
            self.addressee = self.at, end
            self.at, self.suffix = end, "+a"

    def _past_time(self, end: int) -> int:
        """*asked the council in January to stay*: the day does not part what belongs together."""
        if end + 1 >= self.last or self.tokens[end].tag != "IN":
            return end
        first, behind, head = self.syntax.chunk(end + 1)
        if first < behind and self.tokens[head].norm in DAYS and self._marker(behind) == "to":
            return behind
        return end

    def _marker(self, i: int) -> str:
        """What begins behind an object: quotation, clause, question, infinitive or nothing."""
        if i >= self.last:
            return ""
        token, opens = self.tokens[i], self.scene.opens
        if i in opens or (token.norm in (",", ":") and i + 1 in opens):
            return "quote"
        if token.norm == "that" and token.tag in ("IN", "DT") and clause_at(self.syntax, i + 1):
            return "that"
        if token.norm in _ASKED:
            return "wh"
        if token.tag == "TO" and i + 1 < self.last and self.tokens[i + 1].tag in ("VB", "RB"):
            return "to"
        return ""
