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

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import vague
from audit.rules._language import own_words

FAMILY = "precision"
SEVERITY = Severity.WARNING


def find(article: Article) -> Iterator[Mark]:
    for expression in vague(article, "quantity"):
        # In somebody's statement the vagueness is that source's, and so is the count.
        if own_words(article, expression.span):
            yield Mark(
                expression.span,
                f"“{article.document.quote(expression.span)}” gives no number.",
                "How many, and who counted? Give the figure and its source.",
                (expression.evidence,),
            )
