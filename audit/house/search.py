"""What a house rule looks for in an article, and what it says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.annotate.model import Article, Attribution, Holder
from audit.document import Role, Span
from audit.finding import Mark
from audit.house.attributions import AttributionTest
from audit.house.pattern import Pattern

# The parts of an attribution that a rule may flag.
PARTS = ("source", "cue", "content")
HOLDERS = tuple(Holder)
PLACES = tuple(Role)
# Stretches of the page that report nothing.
_SILENT = frozenset({Role.BYLINE, Role.CORRECTION, Role.BOILERPLATE})
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Search:
    """Words, attributions, or words in a part of an attribution.

    ``holders`` is whose words may be flagged, ``places`` on what part of the page. ``once``:
    only the first find of an article counts.
    """

    name: str
    message: str
    question: str
    pattern: Pattern | None
    attribution: AttributionTest | None
    part: str
    holders: frozenset[str]
    places: frozenset[str]
    once: bool

    @staticmethod
    def usual_holders(attribution: AttributionTest | None, part: str) -> frozenset[str]:
        """Quoted words are not the writer's, unless a rule is about what somebody said."""
        said = attribution is not None and part == "content"
        return frozenset(HOLDERS if said else (Holder.WRITER, Holder.ATTRIBUTED))

    @staticmethod
    def usual_places() -> frozenset[str]:
        return frozenset(Role) - _SILENT

    def find(self, article: Article) -> Iterator[Mark]:
        for span, attribution in self._found(article):
            if article.holder(span) not in self.holders:
                continue
            told = {"text": article.document.quote(span)}
            if attribution:
                told["source"] = " ".join(attribution.source.text.split()) or "nobody"
                told["cue"] = " ".join(attribution.cue.text.split())
                told["content"] = " ".join(attribution.content.text.split())
            evidence = attribution.id if attribution else self.name
            yield Mark(span, _filled(self.message, told), _filled(self.question, told), (evidence,))
            if self.once:
                return

    def _found(self, article: Article) -> Iterator[tuple[Span, Attribution | None]]:
        if self.attribution is None:
            for sentence in article.document.sentences:
                if sentence.role in self.places and self.pattern:
                    for span in self.pattern.matches(
                        article.document, sentence.first, sentence.last
                    ):
                        yield span, None
            return
        for attribution in article.trusted:
            here = article.document.sentences[attribution.sentence]
            if here.role in self.places and self.attribution.holds(attribution):
                for span in self._in_part(article, attribution):
                    yield span, attribution

    def _in_part(self, article: Article, attribution: Attribution) -> Iterator[Span]:
        """The part of an attribution, or the words in it that the pattern matches."""
        parts = {
            "source": attribution.source.spans or attribution.cue.spans,
            "cue": attribution.cue.spans,
            "content": attribution.content.spans,
        }[self.part]
        if self.pattern is None:
            yield from parts[:1]
            return
        document = article.document
        for part in parts:
            first, last = document.token_range(part)
            opens, closes = (document.sentence_index(at) for at in (part.start, part.end - 1))
            for sentence in document.sentences[opens : closes + 1]:
                yield from self.pattern.matches(
                    document, max(first, sentence.first), min(last, sentence.last)
                )


def _filled(text: str, told: dict[str, str]) -> str:
    """The text with what it says in braces put in; nothing else in it is a command."""
    return _SLOT.sub(lambda match: told.get(match[1], match[0]), text)
