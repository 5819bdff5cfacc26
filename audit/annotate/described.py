"""A description taken apart: its head, its number, what it tells of the source."""

from functools import cache, cached_property

from audit.annotate import names as proper
from audit.document import Document
from audit.lexicon import load

_DEFINITE = frozenset(
    {
        "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"
    }
)  # fmt: skip
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "each", "every", "no"})
PLURAL = frozenset({"NNS", "NNPS"})
_ALWAYS_PLURAL = frozenset(
    {
        "police", "people", "staff", "media", "couple", "duo", "trio", "pair", "twins"
    }
)  # fmt: skip


@cache
def _signs() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Phrases that tell what an unnamed source knows, ranks, or asked for."""
    return tuple((tuple(e.term.split()), e.category) for e in load("unnamed_signs").entries)


def signs(words: list[str]) -> frozenset[str]:
    """What a description says of an unnamed source: ``direct``, ``familiar``, ``senior`` …

    >>> sorted(signs("a person with direct knowledge of the talks".split()))
    ['direct']
    """
    first = _first_words()
    found = set()
    for i, word in enumerate(words):
        for phrase, category in first.get(word, ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                found.add(category)
    return frozenset(found)


@cache
def _first_words() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, category in _signs():
        table.setdefault(phrase[0], []).append((phrase, category))
    return table


class Phrase:
    """A description taken apart: its head, its number, what stands before and after."""

    def __init__(self, document: Document, first: int, end: int, last: int) -> None:
        tokens = document.tokens
        self.tokens = tokens[first:end]
        self.after = tokens[end:last]
        self.head = tokens[end - 1]
        self.words = [token.norm for token in tokens[first:last]]
        self.lemma = self.head.lemma
        # A capital may hide the plural from the tagger: Labor *Ministers*.
        self.singular = self.lemma.removesuffix("s")
        self.plural = self.head.tag in PLURAL or self.head.norm in _ALWAYS_PLURAL
        opening = tokens[first].norm
        self.possessed = any(t.tag in {"POS", "PRP$"} for t in self.tokens[:-1])
        self.definite = opening in _DEFINITE or self.possessed
        self.indefinite = not self.definite and opening in _INDEFINITE
        self.counted = any(t.tag == "CD" for t in self.tokens[:-1])
        self.modified = len(self.tokens) > 1 + (opening in _DEFINITE | _INDEFINITE)
        self.signs = signs(self.words)

    def category(self, terms: dict[str, str]) -> str | None:
        """The category of the longest term that ends at the head."""
        for ending in self._endings:
            found = terms.get(ending)
            if found:
                return found
        return None

    @cached_property
    def _endings(self) -> list[str]:
        """The last four words, three and so on, each with every form of the head."""
        words = [t.norm for t in self.tokens[-4:-1]]
        forms = tuple(dict.fromkeys((self.head.norm, self.lemma, self.singular)))
        return [" ".join((*words[i:], form)) for i in range(len(words) + 1) for form in forms]

    def named_after(self) -> bool:
        """A proper name follows: a study *in The Lancet*."""
        return any(t.tag in proper.NAME_TAGS or t.tag == "CD" for t in self.after)

    def named_before(self) -> bool:
        return any(t.tag in proper.NAME_TAGS for t in self.tokens[:-1])

    @property
    def described(self) -> bool:
        """The reader learns what the source knows or why it keeps its name."""
        return bool(self.signs & {"direct", "familiar", "anonymity"})
