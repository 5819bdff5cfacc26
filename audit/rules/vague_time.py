"""A time is given that no calendar shows.

Why
    Recently, earlier and in the coming days cannot be checked and grow false as the article
    ages. A date can be.

Flagged
    [[In recent days]], towns on the river were shelled.
    [[Earlier this year]] the plant was sold.

Not flagged
    The plant was sold on Friday.
    Two days later the army left.
    “It will be over soon,” Ruiz said.

Source
    AP Stylebook, "time element".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import vague

FAMILY = "precision"
SEVERITY = Severity.NOTE


def find(article: Article) -> Iterator[Mark]:
    for expression in vague(article, "time"):
        yield Mark(
            expression.span,
            f"“{article.document.quote(expression.span)}” gives no date.",
            "When exactly? Give the day, the month or the year.",
            (expression.evidence,),
        )
