"""Hedges and vague expressions, as the rules on them look at them."""

from collections.abc import Iterator

from audit.annotate.model import Article, Expression, Hedge
from audit.rules._language import own_words


def hedges(article: Article, category: str) -> Iterator[Hedge]:
    """The writer's own hedges of one category, in reading order.

    One inside somebody's words, quoted or not, tells what that person was sure of.
    """
    for hedge in article.hedges:
        if hedge.category == category and own_words(article, hedge.span):
            yield hedge


def vague(article: Article, what: str) -> Iterator[Expression]:
    """Vague times or quantities outside quotation that a finding may point at."""
    for expression in article.expressions:
        if expression.what == what and expression.evidence and not article.quoted(expression.span):
            yield expression
