"""Where an agentless form of the lexicon stands in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from audit.document import Token
from audit.lexicon import Entry, load
from audit.rules._cues import guard

# Adverbs that may stand inside a form, and that make a weak form a strong one.
WIDELY = frozenset({"widely", "generally", "commonly", "broadly", "universally", "popularly"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_KEPT = frozenset({"not", "n't", "never", "no", "there", "so", "up", "out", "to", "be"})
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBG", "VBN", "DT", "CC", "HYPH", ",", "IN"})
_NOT_MODIFIERS = frozenset({"no", "in", "on", "at", "for", "with", "by", "to", "from", "that"})
_NOUNS = frozenset({"NN", "NNS"})
_OBJECTS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS"})
_OPENERS = frozenset({"that", "whether", "how", "why", "who", "what"})
# A clause ends here; an agent named after this belongs to something else.
_BREAKS = frozenset({";", ":", "—", "–", "--"})
_BETTER = frozenset({"better", "best", "accurately", "properly", "rightly"})
# How far before a form its modal may stand, in tokens.
_NEAR = 4
# How far after a form its agent may be named, in tokens.
_REACH = 14


class Form(NamedTuple):
    """A form found: half-open tokens of the sentence, its row, and whether "widely" is in it."""

    first: int
    last: int
    entry: Entry
    widely: bool

    @property
    def strong(self) -> bool:
        return self.widely or self.entry.rest.get("weight") == "strong"


@dataclass(slots=True)
class _Node:
    """One word of the forms: what may follow it, and the row that ends with it."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    entry: Entry | None = None


@cache
def _forms() -> dict[str, _Node]:
    """All forms but adverbs, by their first word. A word is matched by lemma or as written."""
    root = _Node()
    for entry in load("agentless_forms").entries:
        if entry.category == "adverb":
            continue
        node = root
        for word in entry.term.removeprefix("=").split():
            node = node.after.setdefault(word, _Node())
        node.entry = entry
    return root.after


def agentless_forms(words: Sequence[Token]) -> Iterator[Form]:
    """The forms in the words of one sentence, left to right, the longest at each place.

    Adverbs inside a form are passed over, and adjectives in *there are growing fears*.
    """
    forms = _forms()
    end = 0
    for i, token in enumerate(words):
        node = forms.get(token.lemma) or forms.get(token.norm)
        if node is None or i < end:
            continue
        found = _longest(words, i + 1, node)
        if found is None and token.norm == "there":
            found = _existential(words, i)
        if found:
            end, entry = found
            yield Form(i, end, entry, any(word.norm in WIDELY for word in words[i:end]))


def _longest(words: Sequence[Token], i: int, node: _Node) -> tuple[int, Entry] | None:
    """Where the longest form that goes on from ``node`` at word ``i`` ends, and its row."""
    best = (i, node.entry) if node.entry else None
    while i < len(words):
        token = words[i]
        i += 1
        following = node.after.get(token.lemma) or node.after.get(token.norm)
        if following is None:
            if token.tag in _ADVERBS and token.norm not in _KEPT:
                continue
            break
        node = following
        if node.entry:
            best = i, node.entry
    return best


def _existential(words: Sequence[Token], i: int) -> tuple[int, Entry] | None:
    """*There are growing fears*: the noun after any adjectives."""
    j = i + 1
    while j < len(words) and (words[j].lemma in ("be", "have") or words[j].tag in _ADVERBS):
        j += 1
    if j == i + 1:
        return None
    while j < len(words) and words[j].tag in _MODIFIERS and words[j].norm not in _NOT_MODIFIERS:
        j += 1
    if j >= len(words) or words[j].tag not in _NOUNS:
        return None
    entry = load("agentless_forms").by_term.get(f"=there be {words[j].lemma}")
    return (j + 1, entry) if entry else None


def is_passive(words: Sequence[Token], form: Form) -> bool:
    """The verb of a passive form is a participle: *is believed*, not *is believing*."""
    last = form.last
    if words[form.first].norm == "'s" and last < len(words) and words[last].tag in _OBJECTS:
        return False  # he's blamed them: has, not is
    verbs = [t for t in words[form.first : last] if t.tag.startswith(("VB", "JJ"))]
    meaning = [t for t in verbs if t.lemma not in ("be", "have", "do")]
    return bool(meaning) and meaning[0].tag in _PARTICIPLES


def is_possible(words: Sequence[Token], form: Form) -> bool:
    """*could be described as*, *is better described as*: what one may call it, not who does."""
    before = words[max(0, form.first - _NEAR) : form.first]
    if any(token.norm in _BETTER for token in words[form.first : form.last]):
        return True
    return words[form.first].norm == "be" and any(token.tag == "MD" for token in before)


def introduces(words: Sequence[Token], form: Form) -> bool:
    """A statement follows *it is believed*, or surrounds it between commas."""
    if form.last >= len(words):
        return form.first > 0 and words[form.first - 1].norm == ","
    following = words[form.last]
    if following.norm in (",", "."):
        return form.first > 0 and words[form.first - 1].norm in (",", "as")
    return following.norm in _OPENERS or following.tag in _OBJECTS | {"EX", "JJ", "CD"}


def has_agent(words: Sequence[Token], last: int) -> bool:
    """Somebody is named after the form: *was described as reckless by the judge*."""
    for i in range(last, min(len(words) - 1, last + _REACH)):
        token = words[i]
        if token.norm in _BREAKS:
            return False
        if token.norm in ("by", "from", "among") and _is_somebody(words, i + 1):
            return True
    return False


def _is_somebody(words: Sequence[Token], first: int) -> bool:
    for token in words[first : first + 6]:
        if token.tag == "VBG" or token.tag == "CD" or token.norm in guard("time"):
            return False
        if token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            return True
    return False
