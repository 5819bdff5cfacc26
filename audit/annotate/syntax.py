"""Noun phrases and verb groups of a sentence, addressed by token.

There is no parse: phrases are runs of tags, and which phrase is the subject of which verb
is decided by a small learned ranking (``subjects``). A full dependency parse was tried:
it gained a hundredth of relation F1 for four times the running time.
"""

from dataclasses import dataclass
from functools import cached_property

from audit.document import Document, Sentence, Token

NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAME = frozenset({"NNP", "NNPS"})
PRONOUN = frozenset({"PRP", "WP", "EX"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_INSIDE_NP = NOUN | {
    "DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "HYPH", "$", "RBS", "AFX", "#",
}  # fmt: skip
_DETERMINERS = frozenset({"DT", "PRP$"})
_EITHER = frozenset("both either neither".split())
_AFTER_PARTICIPLE = NOUN | {"JJ", "HYPH"}
_MODIFIED = NOUN | {"JJ"}
_BEFORE_PARTICIPLE = frozenset({"DT", "PRP$", "JJ"})
# Words that stand for the people they count.
QUANTIFIERS = frozenset("many some most few several others all both none each another".split())

_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_OPENING = frozenset("that if whether because although though while unless since until".split())
_NEGATIONS = frozenset("not n't never".split())
_PARTICIPLES = frozenset({"VBN", "VBG"})

Chunk = tuple[int, int, int]


def opens_clause(token: Token) -> bool:
    """A clause begins here that needs a finite verb of its own."""
    return token.tag in _RELATIVE or token.norm in _OPENING


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries, adverbs and particle: tokens ``first`` to ``last``.

    ``head`` is the verb that carries the meaning; ``last`` is exclusive.
    """

    first: int
    last: int
    head: int
    passive: bool = False
    negated: bool = False
    modal: bool = False
    finite: bool = False
    infinitive: bool = False
    perfect: bool = False


class Syntax:
    """One sentence; all indices are tokens of the document.

    A chunk is a noun phrase without what follows its noun: ``(first, last, head)``,
    ``last`` exclusive.
    """

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = document.tokens
        self.first, self.last = sentence.first, sentence.last
        # The subject of each verb group, by its head: filled from left to right.
        self.subjects: dict[int, Chunk | None] = {}

    @cached_property
    def chunks(self) -> list[Chunk]:
        """Every noun chunk, from left to right."""
        found = []
        i = self.first
        tokens = self.tokens
        while i < self.last:
            if tokens[i].tag == "WDT":
                found.append((i, i + 1, i))
                i += 1
                continue
            first, end, head = self.chunk(i)
            if first < end:
                found.append((first, end, head))
                i = end
            else:
                i += 1
        return found

    @cached_property
    def chunk_ends(self) -> list[int]:
        return [chunk[1] for chunk in self.chunks]

    @cached_property
    def groups(self) -> list[VerbGroup]:
        """Every verb group, from left to right."""
        groups = []
        tokens, i, last = self.tokens, self.first, self.last
        while i < last:
            tag = tokens[i].tag
            if tag == "MD" or tag.startswith("VB") or (tag == "TO" and self._opens_infinitive(i)):
                group = self._group(i)
                if group:
                    groups.append(group)
                    i = group.last
                    continue
            i += 1
        return groups

    def _opens_infinitive(self, i: int) -> bool:
        j = i + 1
        while j < self.last and self.tokens[j].tag == "RB":
            j += 1
        return j < self.last and self.tokens[j].tag == "VB"

    def _group(self, start: int) -> VerbGroup | None:
        """The group that begins here: auxiliaries and adverbs up to a main verb."""
        tokens, last = self.tokens, self.last
        i = head = start
        seen: list[int] = []
        while i < last:
            token = tokens[i]
            tag = token.tag
            if tag == "MD" or tag.startswith("VB"):
                if seen and not self._continues(seen[-1], i):
                    break
                seen.append(i)
                head = i
            elif (tag == "TO" and i == start) or (tag in ("RB", "RBR") and self._adverb_inside(i)):
                pass
            else:
                break
            i += 1
        if not seen:
            return None
        end = head + 1
        out_of = end + 1 < last and tokens[end + 1].norm == "of"
        if end < last and tokens[end].tag == "RP" and not out_of:
            end += 1
        norms = {token.norm for token in tokens[start:end]}
        return VerbGroup(
            first=start,
            last=end,
            head=head,
            passive=self._is_passive(start, seen, end),
            negated=not norms.isdisjoint(_NEGATIONS) or self._never(start),
            modal=any(tokens[j].tag == "MD" for j in seen),
            finite=tokens[seen[0]].tag in FINITE,
            infinitive=tokens[start].tag == "TO",
            perfect=any(tokens[j].lemma == "have" for j in seen[:-1]),
        )

    def _never(self, start: int) -> bool:
        return start > self.first and self.tokens[start - 1].norm == "never"

    def _is_passive(self, start: int, verbs: list[int], end: int) -> bool:
        """*was rejected*, *got fired*, *policies championed by the party*."""
        tokens = self.tokens
        *auxiliaries, head = verbs
        tag = tokens[head].tag
        if auxiliaries:
            helped = any(tokens[j].lemma in ("be", "get") for j in auxiliaries)
            return helped and tag in ("VBN", "VBD")
        if tag != "VBN" or start == self.first or end >= self.last:
            return False
        # A participle behind its noun.
        return tokens[start - 1].tag in NOUN and tokens[end].norm == "by"

    def _continues(self, previous: int, i: int) -> bool:
        """The verb at ``i`` belongs to the group of an auxiliary at ``previous``."""
        before, verb = self.tokens[previous], self.tokens[i]
        if before.tag == "MD":
            return verb.tag in ("VB", "VBP", "VBD", "VBN")
        if before.lemma == "have":
            return verb.tag in ("VBN", "VBD")
        if before.lemma in ("be", "get"):
            return verb.tag in ("VBN", "VBG", "VBD")
        if before.lemma == "do":
            return verb.tag in ("VB", "VBP")
        return False

    def _adverb_inside(self, i: int) -> bool:
        """An adverb between auxiliary and verb, or right before the verb."""
        j = i + 1
        while j < self.last and self.tokens[j].tag in ("RB", "RBR"):
            j += 1
        return j < self.last and (self.tokens[j].tag.startswith("VB")) and j - i <= 3

    def chunk(self, i: int) -> Chunk:
        """The noun phrase that begins at ``i``: first, last (exclusive), head; empty if none."""
        tokens, last = self.tokens, self.last
        if i < last and tokens[i].tag in PRONOUN:
            return i, i + 1, i
        if i + 1 < last and tokens[i].norm in _EITHER and tokens[i].tag == "CC":
            first, end, head = self.chunk(i + 1)
            return (i, end, head) if first < end else (i, i, -1)
        head = -1
        for j in range(i, last):
            tag = tokens[j].tag
            if tag in NOUN or tag == "CD":
                head = j
            elif tag in _PARTICIPLES and head < 0 and j > i and self._noun_follows(j):
                continue
            elif tag not in _INSIDE_NP or (head >= 0 and tag in _DETERMINERS):
                break
        if head >= 0:
            return i, head + 1, head
        if i < last and (tokens[i].tag == "DT" or tokens[i].norm in QUANTIFIERS):
            return i, i + 1, i
        return i, i, -1

    def _noun_follows(self, j: int) -> bool:
        return j + 1 < self.last and self.tokens[j + 1].tag in _AFTER_PARTICIPLE

    def chunk_before(self, i: int) -> Chunk:
        """The noun phrase that ends right before ``i``; empty if there is none."""
        tokens, head = self.tokens, i - 1
        if head < self.first:
            return i, i, -1
        tag = tokens[head].tag
        if tag in PRONOUN or tag in ("WDT", "DT") or tokens[head].norm in QUANTIFIERS:
            return head, i, head
        if tag not in NOUN and tag != "CD":
            return i, i, -1
        first = head
        while first > self.first:
            tag = tokens[first - 1].tag
            if tag in _DETERMINERS:
                first -= 1
                break
            if tag not in _INSIDE_NP and not (tag in _PARTICIPLES and self._modifies(first - 1)):
                break
            first -= 1
        return first, i, head

    def _modifies(self, participle: int) -> bool:
        """It stands between a determiner or adjective and what it modifies."""
        tokens = self.tokens
        return (
            participle > self.first
            and tokens[participle + 1].tag in _MODIFIED
            and tokens[participle - 1].tag in _BEFORE_PARTICIPLE
        )
