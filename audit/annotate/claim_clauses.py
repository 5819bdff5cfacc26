"""Sentences cut into finite clauses: who does what, from words and tags alone.

No parse is needed: a clause is a finite verb group, the noun phrase before it and what
follows up to the next clause. The cut is rough at the edges and right about the verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.document import Document, Sentence, Span, Token

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX", "DT", "VBG"})
_ADVERB = frozenset({"RB", "RBR", "RBS"})
_BE = frozenset({"be", "get"})
SUBORDINATORS = frozenset(
    [
        "if",
        "when",
        "while",
        "because",
        "although",
        "though",
        "after",
        "before",
        "until",
        "unless",
        "whereas",
        "since",
        "whether",
        "once",
        "as",
        "that",
        "lest",
        "where",
        "why",
        "how",
        "than",
    ]
)
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_STOPS = frozenset({";", ":", "—", "–", "--", "(", "[", "…", "..."})
_OPENING = frozenset('"“‘(')
_ASIDES = frozenset({"including", "such", "among"})
# Past forms that a tagger takes for nouns.
_PAST = frozenset(
    [
        "rose",
        "fell",
        "cost",
        "cut",
        "hit",
        "put",
        "led",
        "saw",
        "felt",
        "grew",
        "drew",
        "lost",
        "left",
        "met",
        "set",
    ]
)
# The longest aside between subject and verb: *The Kremlin, however, condemned*.
_ASIDE = 14


@dataclass(frozen=True, slots=True)
class Clause:
    """One finite clause. All fields are tokens of the document; ``-1`` where there is none.

    ``subject`` is the head of the subject, ``group`` the first word of the verb group,
    ``head`` the verb that carries the meaning, ``after`` the first token behind it.
    ``marker`` is the word that makes the clause subordinate, ``""`` for a main clause.
    """

    sentence: int
    first: int
    last: int
    subject: int
    group: int
    head: int
    after: int
    marker: str = ""
    modal: str = ""
    tense: str = "present"
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False

    @property
    def main(self) -> bool:
        return not self.marker

    def span(self, document: Document) -> Span:
        """The clause from its subject to its end."""
        return document.span_of(self.first, self.last)

    def predicate(self, document: Document) -> Span:
        """The clause without its subject."""
        return document.span_of(self.group, self.last)


@dataclass(frozen=True, slots=True)
class _Group:
    first: int
    head: int
    after: int
    modal: str
    tense: str
    passive: bool
    perfect: bool
    progressive: bool
    negated: bool


def clauses(document: Document, index: int, sentence: Sentence) -> list[Clause]:
    """The finite clauses of a sentence, in reading order."""
    tokens = document.tokens
    start = max(sentence.first, sentence.body)
    groups = list(_groups(tokens, start, sentence.last))
    found: list[Clause] = []
    left = start
    for i, group in enumerate(groups):
        first, subject, marker = _left(tokens, left, group.first, start)
        if subject < 0 and found and not marker:
            subject = found[-1].subject
            marker = found[-1].marker
        end = groups[i + 1].first if i + 1 < len(groups) else sentence.last
        found.append(
            Clause(
                index, first, end, subject, group.first, group.head, group.after, marker,
                group.modal, group.tense, group.passive, group.perfect, group.progressive,
                group.negated,
            )
        )  # fmt: skip
        left = group.after
    return [
        _closed(tokens, clause, found[i + 1 :], sentence.last) for i, clause in enumerate(found)
    ]


def _groups(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[_Group]:
    tags = [token.tag for token in tokens[first:last]]
    mistaken = -1 if not FINITE.isdisjoint(tags) else _past_for_participle(tokens, first, last)
    i = first
    while i < last:
        if tokens[i].tag in FINITE:
            group = _group(tokens, i, last)
            yield group
            i = group.after
        elif i == mistaken:
            tense = "present" if tokens[i].tag == "VB" else "past"
            yield _Group(i, i, i + 1, "", tense, False, False, False, False)
            i += 1
        else:
            i += 1


def _past_for_participle(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """In *The ruling sent shockwaves* the only verb is taken for a participle; -1 if none is."""
    for i in range(first + 1, last - 1):
        before = tokens[i - 2 if tokens[i - 1].norm == '"' and i - 2 >= first else i - 1]
        known = tokens[i].norm in _PAST and tokens[i + 1].tag != "VB"
        if known and (before.tag in NOUN or i == first + 1):
            return i
        if before.tag not in NOUN or before.tag in ("DT", "CD"):
            continue
        if tokens[i].tag == "VB" and before.tag == "NNS":
            return i
        if tokens[i].tag == "VBN" and tokens[i + 1].norm not in ("by", ","):
            return i
    return -1


def _group(tokens: tuple[Token, ...], i: int, last: int) -> _Group:
    """The verb group that begins at a finite verb."""
    opening = tokens[i]
    modal = opening.norm if opening.tag == "MD" else ""
    tense = "past" if opening.tag == "VBD" else "present"
    head, passive, perfect, progressive, negated = i, False, False, False, False
    at = i + 1
    while at < last:
        token = tokens[at]
        if token.tag in _ADVERB or token.norm in ("not", "n't"):
            negated = negated or token.norm in ("not", "n't", "never")
            at += 1
            continue
        lemma = tokens[head].lemma
        if token.tag == "VB" and (tokens[head].tag == "MD" or lemma == "do"):
            pass
        elif token.tag in ("VBN", "VBD") and lemma in ("have", "'ve"):
            perfect = True
        elif token.tag in ("VBN", "VBD") and lemma in _BE:
            passive = True
        elif token.tag == "VBG" and lemma == "be":
            progressive = True
        else:
            break
        head = at
        at += 1
    return _Group(
        i, head, head + 1, modal, tense, passive, perfect,
        progressive, negated,
    )  # fmt: skip


def _left(tokens: tuple[Token, ...], floor: int, group: int, start: int) -> tuple[int, int, str]:
    """Where the clause begins, the head of its subject, and what subordinates it."""
    i = group - 1
    while i >= floor and tokens[i].tag in _ADVERB:
        i -= 1
    if i >= floor and tokens[i].norm in (",", "-", "–", "—", ")"):
        opened = _aside(tokens, floor, i)
        if opened < floor:
            return group, -1, ""
        i = opened - 1
    if i >= floor and tokens[i].tag in RELATIVES:
        return _relative(tokens, floor, i, group)
    first = i
    while first >= floor and not _stops(tokens, first, floor):
        first -= 1
    marker = ""
    if first >= floor:
        word = tokens[first]
        if word.norm in SUBORDINATORS or word.tag in RELATIVES:
            marker = word.norm
    first += 1
    while first < group and (tokens[first].tag in _ADVERB or tokens[first].tag == "CC"):
        first += 1
    subject = _head(tokens, first, i + 1)
    if subject < 0:
        return group, -1, marker
    return first, subject, marker


def _relative(tokens: tuple[Token, ...], floor: int, i: int, group: int) -> tuple[int, int, str]:
    subject = _head(tokens, max(floor, i - 8), i)
    return group, subject, tokens[i].norm


def _aside(tokens: tuple[Token, ...], floor: int, closing: int) -> int:
    """The token that opens an aside closed at ``closing``; before ``floor`` if none."""
    mark = {")": "("}.get(tokens[closing].norm, tokens[closing].norm)
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
    if token.norm in _STOPS or token.norm in ('"', "'"):
        return True
    if token.norm == ",":
        return not _in_list(tokens, i, floor)
    if token.tag in RELATIVES:
        return True
    if token.norm in SUBORDINATORS and token.tag in ("IN", "WRB", "RB"):
        return not (token.norm == "as" and tokens[i - 1].norm == "such") and token.norm != "than"
    if token.tag == "CC":
        # *he left and she stayed*: two clauses; *dogs and cats*: one phrase.
        joined = tokens[i - 1].tag in NOUN or tokens[i - 1].tag.startswith("JJ")
        return i == floor or not joined or tokens[i + 1].tag == "PRP"
    return False


def _in_list(tokens: tuple[Token, ...], i: int, floor: int) -> bool:
    """The comma stands inside a name or a list (*the UK, France, are*; *Tucson, Arizona*)."""
    if i <= floor or i + 1 >= len(tokens):
        return False
    both = tokens[i - 1].tag in ("NNP", "NNPS") and tokens[i + 1].tag in ("NNP", "NNPS", "VBG")
    return both and tokens[floor].tag not in ("IN", "TO") and tokens[i + 1].norm != "i"


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The head of the noun phrase that begins here: its last noun before a preposition."""
    head = -1
    for i in range(first, last):
        tag = tokens[i].tag
        if tag in NOUN:
            if i + 1 < last and tokens[i + 1].tag == "HYPH":
                continue
            if head >= 0 and tag in ("DT", "VBG"):
                continue
            head = i
        elif tag in ("IN", "TO", ",", "VBN", "WDT") and head >= 0:
            # *a number of towns*: the number is not what acts.
            if tokens[i].norm == "of" and tokens[head].norm in _MEASURES:
                continue
            break
    return head


_MEASURES = frozenset(
    [
        "number",
        "lot",
        "group",
        "majority",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "scores",
        "handful",
        "series",
        "couple",
        "one",
        "two",
        "three",
        "many",
        "most",
        "some",
        "several",
        "all",
        "none",
        "each",
        "few",
        "members",
    ]
)


def _closed(tokens: tuple[Token, ...], clause: Clause, later: list[Clause], last: int) -> Clause:
    """The clause with its right edge: before the next main clause, trailing marks off."""
    end = last
    for other in later:
        if other.first <= clause.head:
            continue
        if clause.marker and other.first >= clause.after:
            end = other.first
            break
        if other.main and other.first != other.group:
            end = other.first
            break
        if other.main and other.first == other.group and _coordinate(tokens, other.first):
            end = other.first
            break
        if (
            other.marker in ("as", "while", "although", "though")
            and tokens[other.first - 2].norm != ","
        ):
            end = other.first - 1
            break
    while end - 1 > clause.head and _trailing(tokens[end - 1]):
        end -= 1
    return Clause(
        clause.sentence, clause.first, end, clause.subject, clause.group, clause.head, clause.after,
        clause.marker, clause.modal, clause.tense, clause.passive, clause.perfect,
        clause.progressive, clause.negated,
    )  # fmt: skip


def _coordinate(tokens: tuple[Token, ...], first: int) -> bool:
    return tokens[first - 1].tag == "CC"


def _trailing(token: Token) -> bool:
    return token.tag in (",", ".", ":", "CC", "''", "``", "-RRB-") or token.norm in (
        ",", ".", ";", ":", "!", "?", "—", "–", "--", '"', ")", "that", "and", "but",
    ) or token.norm in SUBORDINATORS  # fmt: skip
