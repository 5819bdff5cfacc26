"""Who a source stands for, and everyone who speaks."""

from dataclasses import replace

from audit.annotate.antecedents import FIRST, Discourse
from audit.annotate.known_sources import HouseSources
from audit.annotate.model import Attribution, Quotation, Source, SourceKind, Speaker
from audit.annotate.people import People
from audit.annotate.referents import Mention, Referents, called_after
from audit.annotate.short_forms import ShortForms
from audit.annotate.sources import classify
from audit.annotate.speakers import gather
from audit.document import Document

# An outlet that *has learned* something hides from whom: it speaks as the author.
_HIDING = frozenset({"learn", "understand", "obtain", "confirm"})
_BODY_VERBS = frozenset({"respond", "reply", "answer", "return"})


def resolve(
    document: Document,
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
    sources: HouseSources,
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...]]:
    """Give every source its kind and, where it is short, whom it stands for.

    ``sources`` are the names that a house explains. Returns the attributions in their order
    and a speaker for each source found.
    """
    if not attributions:
        return attributions, ()
    people = People(document, sources)
    referents = Referents(document, quotations, people)
    reader = _Reader(document, people, referents)
    places = sorted(range(len(attributions)), key=lambda i: _place(attributions[i]))
    resolved: dict[str, Attribution] = {}
    for i in places:
        attribution = attributions[i]
        parent = resolved.get(attribution.parent or "")
        source = reader.read(attribution, parent)
        resolved[attribution.id] = replace(attribution, source=source)
    done = tuple(resolved[attribution.id] for attribution in attributions)
    return done, gather(document, quotations, people, done)


def _place(attribution: Attribution) -> tuple[int, int]:
    """Reading order, outer attributions before those inside them."""
    spans = attribution.source.spans or attribution.cue.spans or attribution.content.spans
    return attribution.level, spans[0].start if spans else 0


class _Reader:
    """Reads sources in order, remembering who has spoken."""

    def __init__(self, document: Document, people: People, referents: Referents) -> None:
        self.document = document
        self.people = people
        self.referents = referents
        self.discourse = Discourse(referents)
        self.short = ShortForms(document, people, referents, self.discourse)

    def read(self, attribution: Attribution, parent: Attribution | None) -> Source:
        """The attribution's source with its kind and whom it stands for."""
        source = attribution.source
        if not source.spans:
            return source
        first, last = self._range(source)
        if source.kind is SourceKind.AUTHOR or first >= last:
            return source
        kind = classify(self.document, first, last, source.head, self.people)
        kind = self._corrected(attribution, kind, first, last)
        if kind is SourceKind.PRONOUN:
            return self._pronoun(attribution, parent, first)
        whole = replace(source, kind=kind)
        person = None
        if kind is SourceKind.NAMED_PERSON:
            person = called_after(self.document, self.people, first, last)
        mention = self._mention(whole, first, last, person)
        antecedent = self.short.stands_for(mention)
        if antecedent is not None:
            whole = replace(whole, resolves_to=antecedent)
        self.discourse.said(mention, antecedent or whole)
        return whole

    def _range(self, source: Source) -> tuple[int, int]:
        first, last = self.document.token_range(source.spans[0])
        for span in source.spans[1:]:
            last = max(last, self.document.token_range(span)[1])
        return first, last

    def _mention(self, source: Source, first: int, last: int, person: object) -> Mention:
        tokens = self.document.tokens
        plural = tokens[source.head].tag in {"NNS", "NNPS"} if source.head >= 0 else False
        sentence = self.document.sentence_index(tokens[first].start)
        quoted = self.referents.quoted(first)
        return Mention(first, last, sentence, source.kind, person, True, quoted, True, plural)  # type: ignore[arg-type]

    def _corrected(
        self, attribution: Attribution, kind: SourceKind, first: int, last: int
    ) -> SourceKind:
        """What the cue tells of a source that its own words do not, and the house does not."""
        if self.people.sources.kind(self.document.tokens, first, last):
            return kind
        lemma = attribution.cue.lemma.split()[-1] if attribution.cue.lemma else ""
        if kind is SourceKind.MEDIA_OUTLET and lemma in {"learn", "understand"}:
            return SourceKind.AUTHOR
        known = self.people.knows(self.document.tokens, first, last)
        lone = last - first == 1 and kind is SourceKind.NAMED_PERSON and not known
        if lone and lemma in _BODY_VERBS:
            return SourceKind.INSTITUTION
        return kind

    def _pronoun(self, attribution: Attribution, parent: Attribution | None, first: int) -> Source:
        """The pronoun with its antecedent; in the same sentence it takes the antecedent's kind."""
        source = attribution.source
        token = self.document.tokens[first]
        if token.norm in FIRST:
            if parent is not None and self.referents.quoted(first):
                return replace(source, kind=SourceKind.PRONOUN, resolves_to=parent.source.known_as)
            inside = self.referents.quoted(first)
            return replace(source, kind=SourceKind.PRONOUN if inside else SourceKind.AUTHOR)
        sentence = self.document.sentence_index(token.start)
        antecedent = self.discourse.antecedent(first, sentence, attribution.content.spans)
        if antecedent is not None:
            person = None
            if antecedent.spans:
                span = antecedent.spans[0]
                begin, end = self.document.token_range(span)
                person = called_after(self.document, self.people, begin, end)
                if antecedent.kind is not SourceKind.NAMED_PERSON:
                    person = None
            mention = self._mention(replace(antecedent, head=-1), first, first + 1, person)
            self.discourse.said(mention, antecedent)
        return replace(source, kind=SourceKind.PRONOUN, resolves_to=antecedent)
