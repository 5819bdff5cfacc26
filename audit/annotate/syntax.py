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
# Words that stand for the people they count.
QUANTIFIERS = frozenset("many some most few several others all both none each another".split())

Chunk = tuple[int, int, int]


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
            if tokens[i].tag == "WDT" or (tokens[i].norm == "that" and tokens[i].tag == "IN"):
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
        return self._verb_groups()

    # ---- verbs

    def _verb_groups(self) -> list[VerbGroup]:
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
        if end < last and tokens[end].tag == "RP":
            end += 1
        names = {tokens[j].lemma for j in seen[:-1]}
        norms = {tokens[j].norm for j in range(start, end)}
        token = tokens[head]
        passive = token.tag in ("VBN", "VBD") and bool(names & {"be", "get"}) and len(seen) > 1
        # *policies championed by the party*: a participle behind its noun.
        before = tokens[start - 1] if start > self.first else None
        if token.tag == "VBN" and len(seen) == 1 and before is not None and end < last:
            passive = before.tag in NOUN and tokens[end].norm == "by"
        return VerbGroup(
            first=start,
            last=end,
            head=head,
            passive=passive,
            negated=bool(norms & {"not", "n't", "never"}),
            modal=any(tokens[j].tag == "MD" for j in seen),
            finite=tokens[seen[0]].tag in FINITE,
            infinitive=tokens[start].tag == "TO",
            perfect="have" in names,
        )

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

    # ---- nouns

    def chunk(self, i: int) -> tuple[int, int, int]:
        """The noun phrase that begins at ``i``: first, last (exclusive), head; empty if none."""
        tokens, last = self.tokens, self.last
        if i < last and tokens[i].tag in PRONOUN:
            return i, i + 1, i
        if i + 1 < last and tokens[i].norm in ("both", "either", "neither") and tokens[i].tag == "CC":
            first, end, head = self.chunk(i + 1)
            return (i, end, head) if first < end else (i, i, -1)
        j, head = i, -1
        while j < last:
            tag = tokens[j].tag
            if tag in NOUN or tag == "CD":
                head = j
            elif tag in ("VBN", "VBG") and head < 0 and j > i and self._noun_follows(j):
                pass
            elif (tag == "DT" and head >= 0) or tag not in _INSIDE_NP or (tag == "PRP$" and head >= 0):
                break
            j += 1
        while j > i and head >= 0 and j - 1 > head:
            j -= 1
        if head < 0:
            if i < last and (tokens[i].tag == "DT" or tokens[i].norm in QUANTIFIERS):
                return i, i + 1, i
            return i, i, -1
        return i, head + 1, head

    def _noun_follows(self, j: int) -> bool:
        return j + 1 < self.last and self.tokens[j + 1].tag in (NOUN | {"JJ", "HYPH"})

    def chunk_before(self, i: int) -> tuple[int, int, int]:
        """The noun phrase that ends right before ``i``; empty if there is none."""
        tokens = self.tokens
        j = i - 1
        if j < self.first:
            return i, i, -1
        if tokens[j].tag in PRONOUN or tokens[j].tag in ("WDT", "DT") or tokens[j].norm in QUANTIFIERS:
            return j, i, j
        if tokens[j].tag not in NOUN and tokens[j].tag != "CD":
            return i, i, -1
        head = j
        while j - 1 >= self.first:
            tag = tokens[j - 1].tag
            if tag in ("DT", "PRP$") :
                j -= 1
                break
            if tag in _INSIDE_NP or (tag in ("VBN", "VBG") and tokens[j].tag in NOUN | {"JJ"} and j - 1 > self.first and tokens[j - 2].tag in ("DT", "PRP$", "JJ")):
                j -= 1
            else:
                break
        return j, i, head
