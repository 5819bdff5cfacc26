"""Where an agentless form of the lexicon stands in a sentence."""

from collections.abc import Iterator, Sequence
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


def agentless_forms(words: Sequence[Token]) -> Iterator[Form]:
    """The forms in the words of one sentence, left to right. Adverbs inside one are passed over."""
    kept = [i for i, t in enumerate(words) if t.tag not in _ADVERBS or t.norm in _KEPT]
    plain = [words[i] for i in kept]
    for first, last, entry in load("agentless_forms").matches(plain):
        if entry.category == "adverb":
            continue
        start, end = kept[first], kept[last - 1] + 1
        widely = any(words[i].norm in WIDELY for i in range(start, end))
        yield Form(start, end, entry, widely)
    yield from _existential(words)


def _existential(words: Sequence[Token]) -> Iterator[Form]:
    """*There are growing fears*: the noun after any adjectives."""
    rows = load("agentless_forms").by_term
    for i, token in enumerate(words[:-2]):
        if token.norm != "there" or words[i + 1].lemma not in ("be", "have"):
            continue
        j = i + 1
        while j < len(words) and (words[j].lemma in ("be", "have") or words[j].tag in _ADVERBS):
            j += 1
        while j < len(words) and words[j].tag in _MODIFIERS and words[j].norm not in _NOT_MODIFIERS:
            j += 1
        if j == i + 2 or j >= len(words) or words[j].tag not in _NOUNS:
            continue  # with no adjective the lexicon has found it already
        entry = rows.get(f"=there be {words[j].lemma}")
        if entry:
            yield Form(i, j + 1, entry, False)


def is_passive(words: Sequence[Token], form: Form) -> bool:
    """The verb of a passive form is a participle: *is believed*, not *is believing*."""
    last = form.last
    if words[form.first].norm == "'s" and last < len(words) and words[last].tag in _OBJECTS:
        return False  # he's blamed them: has, not is
    verbs = [t for t in words[form.first : last] if t.tag.startswith(("VB", "JJ"))]
    meaning = [t for t in verbs if t.lemma not in ("be", "have", "do")]
    return bool(meaning) and meaning[0].tag in _PARTICIPLES


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
