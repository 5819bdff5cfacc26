"""Short forms of names met before: a surname, an office, *the ministry*, an acronym."""

from functools import cached_property

from audit.annotate import names as proper
from audit.annotate.antecedents import Discourse
from audit.annotate.model import Source, SourceKind
from audit.annotate.people import People
from audit.annotate.referents import BODIES, Mention, Referents
from audit.annotate.sources import base_phrase
from audit.document import Document

# Nouns that may take up any body of their sort, whatever its name says.
_GENERIC = frozenset(
    {
        "company", "firm", "group", "organisation", "organization", "agency", "body", "outlet",
        "newspaper", "paper", "broadcaster", "network", "institution", "charity", "carmaker",
        "automaker", "retailer", "manufacturer", "bank", "airline", "operator", "statement",
        "report", "study"
    }
)  # fmt: skip
_SMALL = frozenset({"the", "of", "for", "and", "&", "on", "in", "de", "la", "a", "'s", "-"})


class ShortForms:
    """Finds the fuller form that a short one takes up."""

    def __init__(
        self, document: Document, people: People, referents: Referents, discourse: Discourse
    ) -> None:
        self.document = document
        self.people = people
        self.referents = referents
        self.discourse = discourse

    def stands_for(self, mention: Mention) -> Source | None:
        """The fuller form, or ``None`` where the mention is its own."""
        if mention.kind is SourceKind.NAMED_PERSON:
            return self._person(mention)
        if mention.kind is SourceKind.NAMED_ROLE:
            return self._office(mention)
        if mention.kind in BODIES:
            return self._acronym(mention) or self._body(mention)
        return None

    def _person(self, mention: Mention) -> Source | None:
        """The mention of the same person that gives the whole name."""
        if mention.person is None:
            return None
        tokens = self.document.tokens
        here = {t.norm for t in tokens[mention.first : mention.last]}
        full = self.discourse.fullest(mention)
        first, last = self.document.token_range(full.spans[0])
        if first < mention.last and mention.first < last:
            return None
        name = set(mention.person.name)
        adds = name - here or (mention.person.roles and not here & mention.person.roles)
        return full if adds else None

    def _office(self, mention: Mention) -> Source | None:
        """The person last named under the office that *the president* takes up."""
        tokens = self.document.tokens
        end = base_phrase(tokens, mention.first, mention.last)
        if tokens[mention.first].norm not in {"the", "that", "this"}:
            return None
        role = tokens[end - 1].lemma
        extra = {
            t.norm
            for t in tokens[mention.first + 1 : end - 1]
            if t.tag in {"NNP", "JJ", "NN"} and t.norm not in {"former", "then", "new"}
        }
        best: tuple[int, int] | None = None
        whose = None
        for person in self.people.everyone:
            if role not in person.roles:
                continue
            words = {t.norm for first, last in person.mentions for t in tokens[first:last]}
            if extra and not extra & words:
                continue
            before = [m for m in person.mentions if m[1] <= mention.first]
            if before and (best is None or before[-1] > best):
                best, whose = before[-1], person
        if whose is None or best is None:
            return None
        found = Mention(best[0], best[1], mention.sentence, SourceKind.NAMED_PERSON, whose)
        return self.discourse.fullest(found)

    def _acronym(self, mention: Mention) -> Source | None:
        """The name whose bracketed short form this is: the Organisation for … (OSCE)."""
        tokens = self.document.tokens
        word = tokens[mention.last - 1].text
        if len(word) < 2 or not word.isupper():
            return None
        for i in self._brackets:
            if i >= mention.first:
                break
            if tokens[i + 1].text == word and i + 2 < len(tokens) and tokens[i + 2].text == ")":
                first = i
                while first > 0 and self._of_name(first - 1):
                    first -= 1
                while first < i and not tokens[first].text[0].isupper():
                    first += 1
                if first < i:
                    found = Mention(first, i, mention.sentence, mention.kind)
                    return self.referents.source(found)
        return None

    def _of_name(self, i: int) -> bool:
        token = self.document.tokens[i]
        return proper.capitalised(self.document.tokens, i) or token.norm in _SMALL

    @cached_property
    def _brackets(self) -> list[int]:
        return [
            i
            for i, token in enumerate(self.document.tokens[:-2])
            if token.text == "(" and self.document.tokens[i + 1].text.isupper()
        ]

    def _body(self, mention: Mention) -> Source | None:
        """The body last named that *the ministry* or *the company* takes up."""
        tokens = self.document.tokens
        end = base_phrase(tokens, mention.first, mention.last)
        phrase = tokens[mention.first : end]
        plain = end - mention.first == 2 and not phrase[-1].text[0].isupper()
        if not plain or phrase[0].norm not in {"the", "this", "that"}:
            return None
        noun = phrase[-1].lemma
        fallback = None
        for number in range(mention.sentence, max(-1, mention.sentence - 8), -1):
            for other in reversed(self.referents.bodies(number)):
                if other.last > mention.first or not _is_named(self.referents, other):
                    continue
                words = {t.lemma for t in tokens[other.first : other.last]}
                if noun in words:
                    return self.referents.source(other)
                same = other.kind is mention.kind
                if fallback is None and noun in _GENERIC and same and other.subject:
                    fallback = self.referents.source(other)
        return fallback


def _is_named(referents: Referents, mention: Mention) -> bool:
    tokens = referents.document.tokens
    return any(proper.capitalised(tokens, i) for i in range(mention.first, mention.last))
