"""What the reader of a statement can go by: artefact, venue, date and link."""

from itertools import pairwise

from audit.annotate import names as proper
from audit.annotate.model import Article, Attribution, Source, SourceKind
from audit.annotate.sources import base_phrase
from audit.document import Span, Token
from audit.lexicon import load


def verified(article: Article, attribution: Attribution, known: str) -> list[str]:
    """Which of artefact, venue, date and link the reader can go by."""
    marks = []
    linked = any(
        link.overlaps(span) for link in article.document.links for span in attribution.spans
    )
    if linked or known == "document":
        marks.append("artefact")
    heard = attribution.addressee or _hearer(article, attribution)
    venue = _tells_venue(article, attribution) or _is_venue(article, heard)
    if venue or (known == "document" and _names_place(article, attribution)):
        marks.append("venue")
    dated = attribution.date is not None
    if dated or (known == "document" and _is_dated(article, attribution)):
        marks.append("date")
    if linked:
        marks.append("link")
    return marks


def _tells_venue(article: Article, attribution: Attribution) -> bool:
    """Where it was said; an outlet's *in an article* says no more than that it is an outlet."""
    if attribution.venue is None:
        return False
    outlet = attribution.source.known_as.kind is SourceKind.MEDIA_OUTLET
    first, last = article.document.token_range(attribution.venue)
    named = any(proper.capitalised(article.document.tokens, i) for i in range(first, last))
    return named or not outlet


def _hearer(article: Article, attribution: Attribution) -> Span | None:
    """The word after *told*, or the one after *the*: told the BBC, told parliament."""
    tokens, i = article.document.tokens, attribution.cue.head + 1
    if attribution.cue.lemma != "tell" or not 0 < i < len(tokens) - 1:
        return None
    return tokens[i + 1].span if tokens[i].norm == "the" else tokens[i].span


def _is_venue(article: Article, addressee: Span | None) -> bool:
    """Told to somebody who can be asked: an outlet, a court, a parliament."""
    if addressee is None:
        return False
    first, last = article.document.token_range(addressee)
    tokens = article.document.tokens
    return any(
        proper.capitalised(tokens, i) or tokens[i].norm in proper.bodies()
        for i in range(first, last)
    )


def _source_tokens(article: Article, attribution: Attribution) -> tuple[Token, ...]:
    first, last = article.document.token_range(attribution.source.known_as.spans[0])
    return article.document.tokens[first:last]


def _names_place(article: Article, attribution: Attribution) -> bool:
    """The document says where it was made public: *filed in federal court in Tucson*."""
    tokens = _source_tokens(article, attribution)
    return any(
        token.norm in {"in", "with", "by", "at", "from"} and following.text[0].isupper()
        for token, following in pairwise(tokens)
    ) or any(token.norm == "court" for token in tokens)


def _is_dated(article: Article, attribution: Attribution) -> bool:
    tokens = _source_tokens(article, attribution)
    months = {"january", "february", "march", "april", "may", "june", "july", "august",
              "september", "october", "november", "december"}  # fmt: skip
    year = any(t.tag == "CD" and len(t.text) == 4 and t.text.isdigit() for t in tokens)
    return year or any(t.norm in proper.DATES | months and t.text[0].isupper() for t in tokens)


def document_is_identified(article: Article, source: Source) -> bool:
    """The document could be looked up: it has an issuer, a date or number, or is *the* one."""
    document = article.document
    first, last = document.token_range(source.spans[0])
    tokens = document.tokens[first:last]
    if any(t.tag in {"NNP", "NNPS", "CD"} and t.text[0] not in '"“' for t in tokens):
        return True
    end = base_phrase(document.tokens, first, last)
    kinds = load("documents")
    primary = any(kinds.category(t.norm) == "primary" for t in document.tokens[first:end])
    return primary and (tokens[0].norm in {"the", "this", "its"} or end - first > 1)
