"""Who and what a text has mentioned so far: the candidates a pronoun may stand for."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from audit.annotate import names as proper
from audit.annotate.model import Quotation, QuotationUse, Source, SourceKind
from audit.annotate.names import Person
from audit.annotate.people import People
from audit.annotate.sources import base_phrase, classify
from audit.document import Document, Span

_PERSONAL = {"he": "m", "his": "m", "him": "m", "himself": "m",
             "she": "f", "her": "f", "hers": "f", "herself": "f"}  # fmt: skip
BODIES = frozenset(
    {SourceKind.INSTITUTION, SourceKind.METONYMY, SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT}
)
CROWDS = frozenset(
    {SourceKind.VAGUE_COLLECTIVE, SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED}
)
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name someone or something, half-open in tokens.

    ``subject``: a verb follows directly; ``spoke``: it is the source of an attribution.
    """

    first: int
    last: int
    sentence: int
    kind: SourceKind
    person: Person | None = None
    subject: bool = False
    quoted: bool = False
    spoke: bool = False
    plural: bool = False


class Referents:
    """The mentions of one document, by sentence, read once."""

    def __init__(
        self, document: Document, quotations: tuple[Quotation, ...], people: People
    ) -> None:
        self.document = document
        self.people = people
        self._speech = sorted(
            (q.span for q in quotations if q.depth == 0 and q.use is QuotationUse.SPEECH),
            key=lambda span: span.start,
        )
        self._bodies: dict[int, tuple[Mention, ...]] = {}

    def quoted(self, token: int) -> bool:
        """The token stands inside somebody's quoted speech."""
        at = self.document.tokens[token].start
        return any(span.start <= at < span.end for span in self._near(at))

    def _near(self, at: int) -> list[Span]:
        from bisect import bisect_right

        i = bisect_right(self._starts, at)
        return self._speech[max(0, i - 2) : i]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._speech]

    @cached_property
    def persons(self) -> dict[int, tuple[Mention, ...]]:
        """Mentions of named persons, by sentence. A first look at genders is taken here."""
        found: dict[int, list[Mention]] = {}
        for start in sorted(self.people.at):
            person = self.people.at[start]
            first, last = self._extent(person, start)
            sentence = self.document.sentence_index(self.document.tokens[start].start)
            mention = Mention(
                first,
                last,
                sentence,
                SourceKind.NAMED_PERSON,
                person,
                self._is_subject(last),
                self.quoted(start),
            )
            found.setdefault(sentence, []).append(mention)
        settled = {sentence: tuple(self._paired(some)) for sentence, some in found.items()}
        self._guess_genders(settled)
        return settled

    def _paired(self, some: list[Mention]) -> list[Mention]:
        """Names joined by *and* share the verb that follows the last of them."""
        for i in range(len(some) - 1, 0, -1):
            between = self.document.tokens[some[i - 1].last : some[i].first]
            if some[i].subject and len(between) == 1 and between[0].norm in {"and", "or"}:
                some[i - 1] = replace(some[i - 1], subject=True)
        return some

    def _extent(self, person: Person, start: int) -> tuple[int, int]:
        for first, last in person.mentions:
            if first <= start < last:
                return first, last
        return start, start + 1

    def _is_subject(self, last: int) -> bool:
        """A verb follows, perhaps after an adverb or a closing comma."""
        tokens = self.document.tokens
        for token in tokens[last : last + 3]:
            if token.tag[:2] in {"VB", "MD"} and token.tag not in {"VBN", "VBG"}:
                return True
            if token.tag != "RB" and token.text != ",":
                return False
        return False

    def _guess_genders(self, mentions: dict[int, tuple[Mention, ...]]) -> None:
        """Pronouns vote where only one person has been named in the sentence."""
        votes: dict[int, Counter[str]] = {}
        tokens = self.document.tokens
        for number, some in mentions.items():
            named = {id(mention.person) for mention in some}
            if len(named) != 1 or some[0].person is None or some[0].person.gender:
                continue
            sentence = self.document.sentences[number]
            for token in tokens[some[0].last : sentence.last]:
                gender = _PERSONAL.get(token.norm)
                if gender:
                    votes.setdefault(id(some[0].person), Counter())[gender] += 1
        for person in self.people.everyone:
            cast = votes.get(id(person))
            if cast and not person.gender:
                (gender, most), *rest = cast.most_common()
                if not rest or most > 2 * rest[0][1]:
                    person.gender = gender

    def bodies(self, sentence: int) -> tuple[Mention, ...]:
        """Institutions, outlets and places of a sentence, and the groups that open it."""
        if sentence not in self._bodies:
            self._bodies[sentence] = tuple(self._find_bodies(sentence))
        return self._bodies[sentence]

    def _find_bodies(self, number: int) -> list[Mention]:
        document = self.document
        tokens = document.tokens
        sentence = document.sentences[number]
        found = []
        i = sentence.first
        while i < sentence.last:
            opens = tokens[i].tag in {"DT", "PRP$", "NNP", "NNPS", "NNS", "JJ", "CD"}
            if not opens or tokens[i].text[0] in "\"“”'-":
                i += 1
                continue
            end = base_phrase(tokens, i, sentence.last)
            if tokens[end - 1].tag[:2] != "NN":
                i = max(end, i + 1)
                continue
            kind = classify(document, i, end, end - 1, self.people)
            plural = tokens[end - 1].tag in _PLURAL
            if kind in BODIES or (kind in CROWDS and plural):
                end = self._with_of(end, sentence.last)
                subject = i == sentence.first or self._is_subject(end)
                found.append(
                    Mention(i, end, number, kind, None, subject, self.quoted(i), False, plural)
                )
            i = max(end, i + 1)
        return found

    def _with_of(self, end: int, last: int) -> int:
        """The end of a name with its field: the Ministry *of Health*."""
        tokens = self.document.tokens
        if end + 1 >= last or tokens[end].norm not in {"of", "for"}:
            return end
        first = end + 2 if tokens[end + 1].norm == "the" and end + 2 < last else end + 1
        return proper.run_from(tokens, first, last) if proper.capitalised(tokens, first) else end

    def source(self, mention: Mention) -> Source:
        """The mention as a source of its own."""
        last = mention.last
        tokens = self.document.tokens
        while last > mention.first + 1 and tokens[last - 1].tag in {"POS", ",", ":"}:
            last -= 1
        span = self.document.span_of(mention.first, last)
        return Source((span,), self.document.excerpt(span), mention.kind, last - 1)


def called_after(document: Document, people: People, first: int, last: int) -> Person | None:
    """The person whom the source ``tokens[first:last]`` names."""
    for i in range(first, last):
        person = people.at.get(i)
        if person is not None:
            return person
    tokens = document.tokens
    runs = [i for i in range(first, last) if proper.capitalised(tokens, i)]
    return people.called(tokens, runs[0], runs[-1] + 1) if runs else None
