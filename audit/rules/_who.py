"""Sources as the rules on sourcing look at them."""

from collections.abc import Iterator

from audit.annotate.descriptions import signs
from audit.annotate.model import Article, Attribution, Form, Source, SourceKind
from audit.annotate.names import roles
from audit.document import Role, Span, Token

_PROSE = frozenset({Role.TEXT, Role.HEADLINE, Role.LIST_ITEM})
NAMED = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.NAMED_ROLE,
        SourceKind.INSTITUTION,
        SourceKind.METONYMY,
    }
)


def told(article: Article, *kinds: SourceKind) -> Iterator[Attribution]:
    """What sources of these kinds say in the writer's own words, one level deep.

    A source inside a quotation is the speaker's choice; one inside another's report, the
    reporter's.
    """
    for attribution in article.trusted:
        if attribution.source.kind not in kinds or attribution.level:
            continue
        if not attribution.source.spans or article.quoted(attribution.source.spans[0]):
            continue
        if article.document.sentences[attribution.sentence].role in _PROSE:
            yield attribution


def once(attributions: Iterator[Attribution]) -> Iterator[Attribution]:
    """The first attribution of each source; a second finding would tell nothing new."""
    seen = set()
    for attribution in attributions:
        name = " ".join(attribution.source.text.lower().split())
        if name not in seen:
            seen.add(name)
            yield attribution


def tokens_of(article: Article, source: Source) -> tuple[Token, ...]:
    """The words of a source."""
    first, last = article.document.token_range(source.spans[0])
    return article.document.tokens[first:last]


def around(article: Article, attribution: Attribution) -> tuple[Token, ...]:
    """The words of the sentence that are not attributed: source, cue and what goes with them."""
    document = article.document
    content = attribution.content.spans
    return tuple(
        token
        for token in document.words(document.sentences[attribution.sentence])
        if not any(token.start in span for span in content)
    )


def told_of(article: Article, attribution: Attribution) -> frozenset[str]:
    """What the sentence says of an unnamed source: ``direct``, ``familiar``, ``anonymity`` …"""
    return signs([token.norm for token in around(article, attribution)])


def role_of(article: Article, source: Source) -> str | None:
    """The category of the role noun that heads a source, from ``roles``."""
    if source.head < 0:
        return None
    token = article.document.tokens[source.head]
    return roles().get(token.lemma) or roles().get(token.norm)


def source_and_cue(attribution: Attribution) -> Span:
    """From the source to the cue, whichever comes first."""
    spans = (*attribution.source.spans, *attribution.cue.spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def quoted_aloud(attribution: Attribution) -> bool:
    """Some of the words are given in quotation marks."""
    return attribution.form in {Form.DIRECT, Form.MIXED}
