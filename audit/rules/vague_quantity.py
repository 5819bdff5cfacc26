"""An amount is given that nobody counted.

Why
    A number of, several and a handful sound like a count and are none. Whoever knew enough
    to write it can usually say how many, and who counted.

Flagged
    [[A number of]] towns have been shelled.
    [[A significant number of]] troops are stationed there.

Not flagged
    Three towns have been shelled.
    The strike lasted several weeks.
    “I called numerous times,” Osei said.

Source
    AP Stylebook, "numerals"; Wikipedia Manual of Style, "Unsupported attributions".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Expression
from audit.finding import Mark, Severity
from audit.rules._hedging import vague
from audit.rules._language import own_words
from audit.rules._who import heard

FAMILY = "precision"
SEVERITY = Severity.WARNING

# How far behind the amount its examples begin, in tokens.
_NEAR = 6


def find(article: Article) -> Iterator[Mark]:
    for expression in vague(article, "quantity"):
        # In somebody's statement the vagueness is that source's, and so is the count.
        if own_words(article, expression.span) and not _is_custom(article, expression):
            yield Mark(
                expression.span,
                f"“{article.document.quote(expression.span)}” gives no number.",
                "How many, and who counted? Give the figure and its source.",
                (expression.evidence,),
            )


def _is_custom(article: Article, expression: Expression) -> bool:
    """*several*, *a handful of* in a report, and what the sentence goes on to name."""
    document = article.document
    _, last = document.token_range(expression.span)
    after = {token.norm for token in document.tokens[last : last + _NEAR]}
    if after & {"including", "among"}:
        return True
    return heard(article) and not expression.evidence.startswith("number ")
