"""What a pronoun stands for. Undecided is an answer: a wrong name is worse than none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from audit.annotate.model import Source, SourceKind
from audit.annotate.referents import BODIES, CROWDS, Mention, Referents
from audit.annotate.sources import base_phrase, classify
from audit.annotate.syntax import QUANTIFIERS
from audit.document import Span

SINGULAR = {"he": "m", "him": "m", "she": "f", "her": "f"}
THINGS = frozenset({"it", "itself"})
PLURAL = frozenset({"they", "them"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
FIRST = frozenset({"i", "we", "us", "me"})

# How much each thing weighs when two candidates are compared; found by reading, not fitted.
_BY_DISTANCE = (1.0, 0.8, 0.45, 0.25)
_SPOKE = 0.6
_SUBJECT = 0.35
_QUOTED = -0.7
_GENDER = 0.3
# At Reyes's hearing, she …: named in the pronoun's own sentence, outside what it says.
_OPENING = 0.6
# Two candidates closer than this cannot be told apart.
_MARGIN = 0.12

_HUMANS = frozenset({SourceKind.NAMED_ROLE, SourceKind.UNNAMED_DESCRIBED})
_ONE = _HUMANS | {SourceKind.UNNAMED_OFFICIAL, SourceKind.BARE_UNNAMED}


class Discourse:
    """Who has spoken so far, in reading order, beside who has been named."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents
        self.spoken: list[tuple[Mention, Source]] = []
        self._content: tuple[Span, ...] = ()

    def said(self, mention: Mention, source: Source) -> None:
        """Remember a source that stands for itself or has been resolved."""
        self.spoken.append((replace(mention, spoke=True), source))

    def antecedent(
        self, token: int, sentence: int, content: tuple[Span, ...] = ()
    ) -> Source | None:
        """What the pronoun at ``token`` stands for; ``None`` where it cannot be told.

        ``content`` is what the pronoun says: whom it speaks about there is not who speaks.
        """
        self._content = content
        word = self.referents.document.tokens[token].norm
        if word in RELATIVE:
            return self._before(token, sentence)
        if self.referents.quoted(token) or word in FIRST:
            return None
        if word in SINGULAR:
            return self._best(token, sentence, self._persons(token, sentence), SINGULAR[word])
        if word in THINGS:
            return self._best(token, sentence, self._things(token, sentence), "")
        if word in PLURAL:
            return self._best(token, sentence, self._groups(token, sentence), "")
        return None

    def _persons(self, token: int, sentence: int) -> Iterator[tuple[Mention, Source]]:
        """Named persons and single people without a name, nearby and before."""
        for mention, source in self._speakers(sentence, _ONE | {SourceKind.NAMED_PERSON}):
            if not mention.plural and source.text.lower() not in QUANTIFIERS:
                yield mention, source
        for number in range(max(0, sentence - len(_BY_DISTANCE) + 1), sentence + 1):
            for mention in self.referents.persons.get(number, ()):
                if mention.last <= token:
                    yield mention, self.fullest(mention)

    def _things(self, token: int, sentence: int) -> Iterator[tuple[Mention, Source]]:
        for mention, source in self._speakers(sentence, BODIES):
            if not mention.plural:
                yield mention, source
        yield from self._named(token, sentence, plural=False)

    def _groups(self, token: int, sentence: int) -> Iterator[tuple[Mention, Source]]:
        yield from self._speakers(sentence, (BODIES | CROWDS) - {SourceKind.DOCUMENT})
        yield from self._named(token, sentence, plural=True)

    def _named(self, token: int, sentence: int, plural: bool) -> Iterator[tuple[Mention, Source]]:
        """Bodies and groups that the last sentences name."""
        for number in range(max(0, sentence - 3), sentence + 1):
            for mention in self.referents.bodies(number):
                fits = mention.subject or (not plural and mention.kind is SourceKind.INSTITUTION)
                if plural and mention.kind in {SourceKind.METONYMY, SourceKind.DOCUMENT}:
                    # A capital that has not spoken is an *it*: Kiev has gained, *they* seek.
                    continue
                if mention.last <= token and fits and (plural or not mention.plural):
                    yield mention, self.referents.source(mention)

    def _speakers(
        self, sentence: int, kinds: Iterable[SourceKind]
    ) -> Iterator[tuple[Mention, Source]]:
        for mention, source in reversed(self.spoken):
            if sentence - mention.sentence >= len(_BY_DISTANCE):
                break
            if source.kind in kinds:
                yield mention, source

    def _best(
        self, token: int, sentence: int, candidates: Iterable[tuple[Mention, Source]], gender: str
    ) -> Source | None:
        """The candidate that weighs most, if it weighs clearly more than the next."""
        weights: dict[object, tuple[float, Source]] = {}
        for mention, source in candidates:
            weight = self._weight(mention, token, sentence, gender)
            if weight is None:
                continue
            key = id(mention.person) if mention.person else source.text.lower()
            if key not in weights or weights[key][0] < weight:
                weights[key] = weight, source
        ranked = sorted(weights.values(), key=lambda pair: -pair[0])
        if not ranked or ranked[0][0] < 0.3:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        return ranked[0][1]

    def _weight(self, mention: Mention, token: int, sentence: int, gender: str) -> float | None:
        distance = sentence - mention.sentence
        if mention.first >= token or not 0 <= distance < len(_BY_DISTANCE):
            return None
        known = mention.person.gender if mention.person else self._gender_of(mention)
        if gender and known and known != gender:
            return None
        # Among equals the one named last wins by a little.
        weight = _BY_DISTANCE[distance] - 0.002 * min(token - mention.last, 60)
        weight += _SPOKE * mention.spoke + _SUBJECT * mention.subject
        if not distance and not mention.spoke:
            start = self.referents.document.tokens[mention.first].start
            about = any(start in span for span in self._content)
            weight += -_OPENING if about else _OPENING
        weight += _QUOTED * mention.quoted + _GENDER * bool(gender and known)
        return weight

    def _gender_of(self, mention: Mention) -> str:
        from audit.annotate.names import gendered

        tokens = self.referents.document.tokens[mention.first : mention.last]
        return next((gendered()[t.norm] for t in tokens if t.norm in gendered()), "")

    def fullest(self, mention: Mention) -> Source:
        """The mention of the same person that tells most; the given one for no person."""
        person = mention.person
        if person is None:
            return self.referents.source(mention)
        tokens = self.referents.document.tokens
        first, last = max(
            person.mentions,
            key=lambda m: (
                sum(t.norm in person.name for t in tokens[m[0] : m[1]]),
                m[1] - m[0],
                -m[0],
            ),
        )
        return self.referents.source(replace(mention, first=first, last=last))

    def _before(self, token: int, sentence: int) -> Source | None:
        """The noun phrase right before a relative pronoun."""
        document = self.referents.document
        tokens = document.tokens
        end = token - 1 if tokens[token - 1].text in {",", "—", "–"} else token
        begin = document.sentences[sentence].first
        for mention in self.referents.persons.get(sentence, ()):
            if mention.first < end <= mention.last + 1 and end > mention.first:
                return self.referents.source(replace(mention, last=min(mention.last, end)))
        first = _phrase_start(tokens, begin, end)
        if first >= end:
            return None
        kind = classify(document, first, end, -1, self.referents.people)
        stop = base_phrase(tokens, first, end)
        span = document.span_of(first, end)
        return Source((span,), document.excerpt(span), kind, stop - 1)


def _phrase_start(tokens: tuple, begin: int, end: int) -> int:  # type: ignore[type-arg]
    """Where the noun phrase that ends at ``end`` begins, with one *of*-phrase inside it."""
    inside = {"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH"}
    i = end
    while i > begin:
        token = tokens[i - 1]
        joins = token.norm in {"of", "for", "at", "&"} and i - 2 >= begin
        if token.tag not in inside and not (joins and tokens[i - 2].tag in inside):
            break
        i -= 1
    return i
