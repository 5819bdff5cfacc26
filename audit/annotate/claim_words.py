"""A clause as the searches for grounds see it: who acts, which class of verb, which terms."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.annotate.claim_clauses import Clause
from audit.annotate.model import ClaimKind
from audit.document import Document, Token
from audit.lexicon import Entry, Lexicon, load

Tokens = tuple[Token, ...]
Found = tuple[int, int, Entry]

# Who can want, fear or plan something.
ANIMATE = frozenset({"executive", "office", "people", "faction", "force", "name", "they"})
FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_PERSONAL = frozenset({"he", "she", "they", "who"})
_ENDS_COMPLEMENT = frozenset({"IN", "TO", "WDT", "WP", "VBD", "VBZ", "VBP", "MD", ",", ":", "''"})
# *is in tatters*, *is of no use*: the preposition opens the complement.
_OPENS_COMPLEMENT = frozenset({"of", "as", "in"})
# How far behind the verb the word that makes the claim may stand.
_REACH = 7
_LONGEST_TERM = 8


@dataclass(frozen=True, slots=True)
class Ground:
    """What makes a clause disputable: a name, a kind, its words, where the word list has it."""

    name: str
    kind: ClaimKind
    first: int
    last: int
    evidence: str


class TermIndex:
    """The terms of the lists in a text, each list looked through once and when asked for."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self._places = document.places
        self._found: dict[str, tuple[list[int], list[Found]]] = {}

    def between(self, name: str, first: int, last: int) -> Iterator[Found]:
        """The terms that lie between two tokens, in reading order."""
        if name not in self._found:
            found = list(_occurrences(self.tokens, self._places, name))
            self._found[name] = [i for i, _, _ in found], found
        starts, found = self._found[name]
        for at in range(bisect_left(starts, first), len(found)):
            if found[at][0] >= last:
                return
            if found[at][1] <= last:
                yield found[at]


def _occurrences(tokens: Tokens, places: dict[str, list[int]], name: str) -> Iterator[Found]:
    """Every term of a list in a text, the longest at each place."""
    listed, openings = terms(name), _openings(name)
    done = 0
    for i in sorted({i for word in openings.keys() & places.keys() for i in places[word]}):
        token = tokens[i]
        second = openings.get(token.lemma) or openings.get(token.norm)
        if second is None or i < done:
            continue
        # *to* opens a hundred terms; the word behind it says whether to look at them.
        if "" not in second and i + 1 < len(tokens):
            following = tokens[i + 1]
            if following.lemma not in second and following.norm not in second:
                continue
        for found in listed.matches(tokens, i, min(i + _LONGEST_TERM, len(tokens))):
            if found[0] == i:
                yield found
                done = found[1]
            break


@cache
def _openings(name: str) -> dict[str, set[str]]:
    """The second words of a list's terms by their first; ``""`` where a term is one word."""
    found: dict[str, set[str]] = {}
    for row in terms(name).entries:
        first, _, rest = row.term.removeprefix("=").partition(" ")
        found.setdefault(first, set()).add(rest.partition(" ")[0])
    return found


class Reading:
    """One clause with the classes of its subject and verb, looked up once."""

    def __init__(self, index: TermIndex, clause: Clause) -> None:
        self.index = index
        self.tokens = tokens = index.tokens
        self.clause = clause
        self.head = tokens[clause.head]
        row = terms("claim_verbs").by_term.get("=" + self.head.lemma)
        self.verb = row.category if row else ""
        self.verb_row = row
        self.who = subject_class(tokens, clause)

    @property
    def animate(self) -> bool:
        return self.who in ANIMATE

    @property
    def possible(self) -> bool:
        """*could*, *may*: the writer says so much."""
        return self.clause.modal in _POSSIBLE

    @property
    def existential(self) -> bool:
        """*there is*"""
        return self.tokens[self.clause.subject].tag == "EX"

    @property
    def next(self) -> str:
        """The word behind the verb, ``""`` at the end of the clause."""
        at = self.clause.after
        return self.tokens[at].norm if at < self.clause.last else ""

    @property
    def next_tag(self) -> str:
        at = self.clause.after
        return self.tokens[at].tag if at < self.clause.last else ""

    def predicate(self, name: str, kind: ClaimKind, last: int, evidence: Entry | str) -> Ground:
        """A ground that begins with the verb group."""
        return self.words(name, kind, self.clause.group, last, evidence)

    def verb_only(self, name: str, kind: ClaimKind) -> Ground:
        """A ground that is the verb group alone."""
        return self.predicate(name, kind, self.clause.after, self.verb_row or self.head.lemma)

    def words(
        self, name: str, kind: ClaimKind, first: int, last: int, evidence: Entry | str
    ) -> Ground:
        """A ground on any words of the clause."""
        if isinstance(evidence, Entry):
            evidence = f"{evidence.term.removeprefix('=')} ({evidence.source})"
        return Ground(name, kind, first, min(last, self.clause.last), evidence)

    def find(self, name: str, wanted: frozenset[str], first: int, reach: int = 0) -> Found | None:
        """The first term of these categories from a token on, at most ``reach`` tokens."""
        last = min(self.clause.last, first + reach) if reach else self.clause.last
        for found in self.index.between(name, first, last):
            if found[2].category in wanted:
                return found
        return None

    def complement(self, wanted: frozenset[str]) -> Found | None:
        """A term of these categories as head of the phrase right behind the verb."""
        tokens, first = self.tokens, self.clause.after
        last = min(self.clause.last, first + _REACH)
        for i in range(first, last):
            opens = i == first and tokens[i].norm in _OPENS_COMPLEMENT
            if tokens[i].tag in _ENDS_COMPLEMENT and not opens:
                last = i
                break
        for i, j, row in self.index.between("evaluation_terms", first, last):
            # *a credibility interval* is no credibility; *no disaster* is none.
            noun_follows = j < len(tokens) and tokens[j].tag in ("NN", "NNS")
            compound = row.category != "opinion" and noun_follows
            if row.category in wanted and not compound and tokens[i - 1].norm != "no":
                return i, j, row
        return None


@cache
def terms(name: str) -> Lexicon:
    """A term list by name."""
    return load(name)


def entry(tokens: Tokens, i: int, name: str) -> Entry | None:
    """The row of a one-word term at token ``i``."""
    by_term = terms(name).by_term
    return by_term.get("=" + tokens[i].lemma) or by_term.get(tokens[i].text)


def subject_class(tokens: Tokens, clause: Clause) -> str:
    """What acts: a class of the noun list, ``name``, ``they``, ``it``, ``thing`` or ``""``."""
    if clause.subject < 0:
        return ""
    token = tokens[clause.subject]
    if token.norm in _PERSONAL:
        return "they"
    if token.tag in ("PRP", "DT", "EX", "WDT"):
        return "it"
    if clause.subject > 0:
        pair = f"{tokens[clause.subject - 1].text} {token.text}"
        row = terms("claim_nouns").by_term.get(pair)
        if row:
            return row.category
    row = entry(tokens, clause.subject, "claim_nouns")
    if row:
        return row.category
    return "name" if token.tag in ("NNP", "NNPS") else "thing"
