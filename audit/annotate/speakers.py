"""Everyone who speaks in an article, with all that each one says."""

from dataclasses import dataclass, field

from audit.annotate import names as proper
from audit.annotate.model import (
    Attribution,
    Form,
    Quotation,
    QuotationUse,
    Source,
    SourceKind,
    Speaker,
)
from audit.annotate.names import Person
from audit.annotate.people import People
from audit.annotate.phrases import appositions
from audit.annotate.referents import called_after
from audit.annotate.sources import base_phrase
from audit.document import Document, Span, Token

_ALOUD = frozenset({Form.DIRECT, Form.MIXED})
_UNSAID = frozenset({SourceKind.IMPLICIT, SourceKind.AUTHOR})


@dataclass(slots=True)
class _Voice:
    """One speaker while the article is read."""

    source: Source
    person: Person | None
    ids: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    words: int = 0


def gather(
    document: Document,
    quotations: tuple[Quotation, ...],
    people: People,
    attributions: tuple[Attribution, ...],
) -> tuple[Speaker, ...]:
    """One speaker for each person, body or description, in order of first appearance."""
    voices: dict[object, _Voice] = {}
    speech = [q.span for q in quotations if q.depth == 0 and q.use is not QuotationUse.SCARE]
    for attribution in attributions:
        source = attribution.source
        if source.kind in _UNSAID or not source.spans or not attribution.trusted:
            continue
        if source.kind is SourceKind.PRONOUN and source.resolves_to is None:
            continue
        known = source.known_as
        person = _person(document, people, known)
        house = _told_by_house(document, people, known)
        key: object = house or (id(person) if person else (known.kind, _plain(known.text)))
        voice = voices.setdefault(key, _Voice(known, person))
        longer = len(known.text) > len(voice.source.text) and known.kind is voice.source.kind
        if longer or (house and _rank(known.kind) < _rank(voice.source.kind)):
            voice.source = known
        voice.ids.append(attribution.id)
        voice.forms += [known.text, *([] if source.kind is SourceKind.PRONOUN else [source.text])]
        if attribution.form in _ALOUD:
            voice.words += _quoted_words(document, attribution, speech)
    return tuple(_speaker(document, voice) for voice in voices.values())


def _person(document: Document, people: People, source: Source) -> Person | None:
    if source.kind is not SourceKind.NAMED_PERSON:
        return None
    first, last = document.token_range(source.spans[0])
    return called_after(document, people, first, last)


def _told_by_house(document: Document, people: People, source: Source) -> str | None:
    """Whose voice it is, where the house says that a name stands for another."""
    parts = appositions(document.tokens, *document.token_range(source.spans[0]))
    return people.sources.voice(document.tokens, *parts[0]) if parts else None


def _rank(kind: SourceKind) -> int:
    """From the most to the least identified, as the kinds are listed."""
    return list(SourceKind).index(kind)


def _plain(text: str) -> str:
    """The text by which two mentions of a body are the same."""
    words = text.lower().split()
    return " ".join(words[1:] if words and words[0] in {"the", "a", "an"} else words)


def _speaker(document: Document, voice: _Voice) -> Speaker:
    forms = list(dict.fromkeys(" ".join(form.split()) for form in voice.forms))
    roles = voice.person.roles if voice.person else set()
    if voice.person:
        tokens = document.tokens
        for first, last in voice.person.mentions:
            if any(t.lemma in roles for t in tokens[first:last]):
                told = " ".join(document.excerpt(document.span_of(first, last)).split())
                forms = [*forms, told] if told not in forms else forms
    name = " ".join(voice.source.text.split())
    return Speaker(
        name=name,
        kind=voice.source.kind,
        attributions=tuple(voice.ids),
        identified=_identified(document, voice),
        quoted_words=voice.words,
        aliases=tuple(form for form in forms if form != name),
    )


def _identified(document: Document, voice: _Voice) -> bool:
    """A reader could find this source: a name with a role, or a body with a name of its own."""
    source = voice.source
    first, last = document.token_range(source.spans[0])
    tokens = document.tokens[first:last]
    if source.kind is SourceKind.NAMED_PERSON:
        described = bool(voice.person and voice.person.roles)
        return described or any(_tells_role(token) for token in tokens)
    if source.kind is SourceKind.INSTITUTION:
        end = base_phrase(document.tokens, first, last)
        own = [i for i in range(first, end) if not _owner(document, i, end)]
        return any(proper.capitalised(document.tokens, i) for i in own)
    return False


def _tells_role(token: Token) -> bool:
    return token.lemma in proper.roles() and token.norm not in {"mr", "mrs", "ms"}


def _owner(document: Document, i: int, end: int) -> bool:
    """The word belongs to a possessor: *Putin*'s office."""
    return any(token.tag == "POS" for token in document.tokens[i + 1 : end])


def _quoted_words(document: Document, attribution: Attribution, speech: list[Span]) -> int:
    """Words of the content inside quotation marks."""
    count = 0
    for span in attribution.content.spans:
        first, last = document.token_range(span)
        if attribution.form is Form.DIRECT:
            inside = [span]
        else:
            inside = [quote for quote in speech if quote.overlaps(span)]
        for token in document.tokens[first:last]:
            if token.text[0].isalnum() and any(token.start in quote for quote in inside):
                count += 1
    return count
