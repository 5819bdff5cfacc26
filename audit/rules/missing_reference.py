"""A document is cited that the reader cannot find.

Why
    “In an article” and “a new study” promise something that can be looked up. Without a
    title, an author, a date or a link, the promise is empty.

Flagged
    [[In an article]], Al Jazeera reported that the army had crossed the river.
    [[A new study]] found that the vaccine halved admissions.

Not flagged
    A 2023 report by the National Audit Office says the scheme wasted 80 million pounds.
    In a report published on May 4, the court said the fund was empty.

Source
    SPJ Code of Ethics (2014): provide access to source material when it is relevant.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.annotate.names import NAME_TAGS
from audit.document import Span, Token
from audit.finding import Mark, Severity
from audit.rules._who import once, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_WRITTEN = frozenset(
    {
        "article", "report", "study", "paper", "survey", "poll", "book", "editorial", "op-ed",
        "essay", "column", "analysis", "blog", "memo", "document", "letter", "audit",
        "assessment", "dossier", "documentary"
    }
)  # fmt: skip
_VAGUE = frozenset({"a", "an", "one", "another", "some"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in once(told(article, SourceKind.DOCUMENT)):
        tokens = tokens_of(article, attribution.source)
        if tokens[0].norm in _VAGUE and _written(tokens) and not _findable(article, attribution):
            yield _mark(article, attribution.source.spans[0], attribution)
    for attribution in article.trusted:
        if attribution.level:
            continue
        span = _in_some_article(article, attribution)
        if span is not None:
            yield _mark(article, span, attribution)


def _mark(article: Article, span: Span, attribution: Attribution) -> Mark:
    return Mark(
        span,
        f"“{article.document.quote(span)}” gives the reader nothing to look up.",
        "Which one? Give title, date and link.",
        (attribution.id,),
    )


def _written(tokens: tuple[Token, ...]) -> bool:
    return any(token.lemma in _WRITTEN for token in tokens)


def _findable(article: Article, attribution: Attribution) -> bool:
    """A name, a number, a date or a link goes with the document."""
    tokens = tokens_of(article, attribution.source)
    sentence = article.document.sentences[attribution.sentence].span
    linked = any(link.overlaps(sentence) for link in article.document.links)
    named = any(t.tag in NAME_TAGS or t.tag == "CD" or t.text in '"“' for t in tokens)
    return named or linked or attribution.date is not None


def _in_some_article(article: Article, attribution: Attribution) -> Span | None:
    """The words *in an article* that go with the cue, where nothing tells which."""
    document = article.document
    sentence = document.sentences[attribution.sentence]
    if any(link.overlaps(sentence.span) for link in document.links) or attribution.date:
        return None
    tokens = document.words(sentence)
    for i, token in enumerate(tokens[:-2]):
        if token.norm not in {"in", "citing"} or tokens[i + 1].norm not in _VAGUE:
            continue
        span = _phrase(tokens, i)
        inside = any(content.overlaps(span) for content in attribution.content.spans) if span else 1
        if span and not inside:
            return span
    return None


def _phrase(tokens: tuple[Token, ...], i: int) -> Span | None:
    """*in an article* with its adjectives, if nothing more is told about the article."""
    for j in range(i + 2, min(i + 6, len(tokens))):
        if tokens[j].lemma in _WRITTEN and tokens[j].tag == "NN":
            rest = tokens[j + 1 : j + 2]
            plain = not rest or rest[0].text == "," or rest[0].tag.startswith(("VB", "NNP", "PRP"))
            told = rest and rest[0].tag in {"NN", "VBN", "IN", "POS"}
            return Span(tokens[i].start, tokens[j].end) if plain and not told else None
        if tokens[j].tag not in {"JJ", "NN", "JJS", "VBG"}:
            return None
    return None
