"""Hedges and vague expressions, as the rules on them look at them."""

from collections.abc import Iterator

from audit.annotate.model import Article, Expression, Hedge, Holder


def hedges(article: Article, category: str) -> Iterator[Hedge]:
    """The writer's own hedges of one category, in reading order.

    One inside somebody's words, quoted or not, tells what that person was sure of.
    """
    for hedge in article.hedges:
        if hedge.category == category and hedge.holder is Holder.WRITER:
            yield hedge


def vague(article: Article, what: str) -> Iterator[Expression]:
    """Vague times or quantities outside quotation that a finding may point at."""
    for expression in article.expressions:
        if expression.what == what and expression.evidence and not article.quoted(expression.span):
            yield expression
