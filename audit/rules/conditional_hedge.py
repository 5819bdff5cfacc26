"""The article draws conclusions from something it leaves unconfirmed.

Why
    If so, if true and if confirmed carry an unproven report into the next sentence as
    though it were firm ground. Either it was checked, or a named source stands for it.

Flagged
    The rumour is that the plant will close. [[If so]], 900 jobs will go.
    [[If true]], the report would end the talks.

Not flagged
    Is the lock open? If so, close it.
    If confirmed by the Senate, Ortiz would be the first woman in the post.
    “If true, it is a scandal,” Ruiz said.

Source
    BBC Editorial Guidelines 3.3; Reuters Handbook of Journalism, "Rumours".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges

FAMILY = "hedging"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    for hedge in hedges(article, "conditional-hedge"):
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” builds on what is not established.",
            "Is it so? Confirm it, name who says so, or leave this out.",
            (hedge.evidence,),
        )
