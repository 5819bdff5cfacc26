"""Sentences cut into finite clauses: who does what, from words and tags alone.

No parse is needed: a clause is a finite verb group, the noun phrase before it and what
follows up to the next clause. The cut is rough at the edges and right about the verb.
"""

from typing import NamedTuple

from audit.annotate.claim_verb_groups import ADVERB, NOUN, VerbGroup, verb_groups
from audit.document import Document, Sentence, Span, Token

SUBORDINATORS = frozenset(
    {"after", "although", "as", "because", "before", "how", "if", "lest", "once", "since", "than"}
    | {"that", "though", "unless", "until", "when", "where", "whereas", "whether", "while", "why"}
)
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_TAILS = frozenset({"as", "while", "although", "though"})
_STOPS = frozenset({";", ":", "—", "–", "--", "(", "[", "…", "...", "'"})
_TRAILING = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "--", '"', ")", "and", "but"})
# The longest aside between subject and verb: *The Kremlin, however, condemned*.
_ASIDE = 14
# The longest quoted name, in tokens with one mark.
_SHORT = 4
# No clause is longer, in tokens, nor has so many after it in one sentence; only
# unpunctuated text would have them.
_LONGEST = 250
_MOST = 60
_ASIDES = frozenset({"including", "such", "among"})
# *a number of towns*: the number is not what acts.
_MEASURES = frozenset(
    {"all", "couple", "dozens", "each", "few", "group", "handful", "hundreds", "lot", "majority"}
    | {"many", "members", "millions", "most", "none", "number", "one", "scores", "series"}
    | {"several", "some", "thousands", "three", "two"}
)


class Clause(NamedTuple):
    """One finite clause. All numbers are tokens of the document; ``-1`` where there is none.

    ``subject`` is the head of the subject, ``group``, ``head`` and ``after`` are those of the
    verb group. ``marker`` is the word that makes it subordinate, ``""`` for a main clause.
    """

    sentence: int
    first: int
    last: int
    subject: int
    marker: str
    verb: VerbGroup

    @property
    def main(self) -> bool:
        return not self.marker

    @property
    def group(self) -> int:
        return self.verb.group

    @property
    def head(self) -> int:
        return self.verb.head

    @property
    def after(self) -> int:
        return self.verb.after

    @property
    def modal(self) -> str:
        return self.verb.modal

    @property
    def tense(self) -> str:
        return self.verb.tense

    @property
    def passive(self) -> bool:
        return self.verb.passive

    @property
    def perfect(self) -> bool:
        return self.verb.perfect

    @property
    def progressive(self) -> bool:
        return self.verb.progressive

    @property
    def negated(self) -> bool:
        return self.verb.negated

    def span(self, document: Document) -> Span:
        """The clause from its subject to its end."""
        return document.span_of(self.first, self.last)


def clauses(document: Document, index: int, sentence: Sentence) -> list[Clause]:
    """The finite clauses of a sentence, in reading order."""
    tokens = document.tokens
    left = max(sentence.first, sentence.body)
    groups = list(verb_groups(tokens, left, sentence.last))
    found: list[Clause] = []
    for group in groups:
        first, subject, marker = _left(tokens, left, group.group)
        if found and first == left and tokens[group.group - 1].tag == "CC":
            # *dropped the box and ran*: the box is what was dropped.
            first, subject = group.group, -1
        if subject < 0 and found and not marker:
            # *fell and broke*: the subject of the verb before.
            subject, marker = found[-1].subject, found[-1].marker
        found.append(Clause(index, first, sentence.last, subject, marker, group))
        left = group.after
    return [
        clause._replace(
            last=_end(
                tokens,
                clause,
                found[i + 1 : i + 1 + _MOST],
                min(sentence.last, clause.after + _LONGEST),
            )
        )
        for i, clause in enumerate(found)
    ]


def _left(tokens: tuple[Token, ...], floor: int, group: int) -> tuple[int, int, str]:
    """Where the clause begins, the head of its subject, and what subordinates it."""
    i = group - 1
    while i >= floor and tokens[i].tag in ADVERB:
        i -= 1
    if i >= floor and tokens[i].norm in (",", "-", "–", "—", ")"):
        i = _aside(tokens, floor, i) - 1
        if i < floor - 1:
            return group, -1, ""
    if i >= floor and tokens[i].tag in RELATIVES:
        return group, _head(tokens, max(floor, i - 8), i), tokens[i].norm
    first = i
    while first >= floor and not _stops(tokens, first, floor):
        first -= 1
    marker = ""
    if first >= floor and (tokens[first].norm in SUBORDINATORS or tokens[first].tag in RELATIVES):
        marker = tokens[first].norm
        if marker == "since" and tokens[first + 1].norm == "then":
            marker = ""  # *Since then …* says when
    first += 1
    while first < group and (tokens[first].tag in ADVERB or tokens[first].tag == "CC"):
        first += 1
    subject = _head(tokens, first, i + 1)
    return (first, subject, marker) if subject >= 0 else (group, -1, marker)


def _aside(tokens: tuple[Token, ...], floor: int, closing: int) -> int:
    """The token that opens an aside closed at ``closing``; before ``floor`` if none."""
    mark = "(" if tokens[closing].norm == ")" else tokens[closing].norm
    nearest = floor - 1
    for i in range(closing - 1, max(floor, closing - _ASIDE) - 1, -1):
        # *In Paris, France, he spoke*: an aside has a noun before it.
        if tokens[i].norm != mark or i == floor or tokens[i - 1].tag not in NOUN:
            continue
        if tokens[i + 1].norm in _ASIDES or tokens[i + 1].tag in RELATIVES:
            return i
        nearest = max(nearest, i)
    return nearest


def _stops(tokens: tuple[Token, ...], i: int, floor: int) -> bool:
    """A noun phrase and its prepositional phrases do not reach over this token."""
    token = tokens[i]
    if token.norm in _STOPS or token.tag in RELATIVES:
        return True
    if token.norm == '"':
        return not _in_name(tokens, i, floor)
    if token.norm == ",":
        return not _in_list(tokens, i, floor)
    if token.norm in SUBORDINATORS and token.tag in ("IN", "WRB", "RB"):
        return not (token.norm == "as" and tokens[i - 1].norm == "such") and token.norm != "than"
    if token.tag == "CC":
        # *he left and she stayed*: two clauses; *dogs and cats*: one phrase.
        joined = tokens[i - 1].tag in NOUN or tokens[i - 1].tag.startswith("JJ")
        return i == floor or not joined or tokens[i + 1].tag == "PRP"
    return False


def _in_name(tokens: tuple[Token, ...], i: int, floor: int) -> bool:
    """The mark belongs to a few quoted words inside a noun phrase: *The "reform" cut*."""
    near = tokens[max(floor, i - _SHORT) : i + _SHORT + 1]
    return sum(token.norm == '"' for token in near) == 2


def _in_list(tokens: tuple[Token, ...], i: int, floor: int) -> bool:
    """The comma stands inside a name or a list (*the UK, France, are*; *Tucson, Arizona*)."""
    if i <= floor or i + 1 >= len(tokens):
        return False
    both = tokens[i - 1].tag in ("NNP", "NNPS") and tokens[i + 1].tag in ("NNP", "NNPS", "VBG")
    return both and tokens[floor].tag not in ("IN", "TO")


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The head of the noun phrase that begins here: its last noun before a preposition."""
    head = -1
    for i in range(first, last):
        tag = tokens[i].tag
        if tag in NOUN:
            compound = i + 1 < last and tokens[i + 1].tag == "HYPH"
            if not compound and (head < 0 or tag not in ("DT", "VBG")):
                head = i
        elif tag in ("IN", "TO", ",", "VBN", "WDT") and head >= 0:
            measured = tokens[i].norm == "of" and tokens[head].norm in _MEASURES
            if not measured:
                break
    if head < 0 and first < last and tokens[last - 1].tag.startswith("JJ"):
        return last - 1  # *Unemployment*, taken for an adjective
    return head


def _end(tokens: tuple[Token, ...], clause: Clause, later: list[Clause], last: int) -> int:
    """The clause's right edge: before the next main clause, trailing marks off."""
    end = last
    for other in later:
        if other.first <= clause.head:
            continue
        own_subject = other.first != other.group
        if (clause.marker and other.first >= clause.after) or (
            other.main and (own_subject or tokens[other.first - 1].tag == "CC")
        ):
            end = other.first
            break
        if other.marker in _TAILS and tokens[other.first - 2].norm != ",":
            end = other.first - 1
            break
    while end - 1 > clause.head and _trails(tokens[end - 1]):
        end -= 1
    return end


def _trails(token: Token) -> bool:
    return token.norm in _TRAILING or token.norm in SUBORDINATORS or token.tag in ("CC", ".")
