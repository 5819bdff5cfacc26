"""A number or a sweeping word is made round.

Why
    About 300 can be a count that was rounded or a guess from the kerb. The exact figure, or
    who estimates it, tells which. In a whole article a round figure is custom, and only an
    estimate without its estimator is shown.

Flagged
    [[About]] 300 people marched through the town.
    [[Roughly]] 40 shops closed.

Not flagged
    The book is about 100 people who marched.
    Missiles hit targets up to 190 miles away.
    Police said that about 300 people marched.

Source
    Hyland 2005, Metadiscourse; AP Stylebook, "numerals".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import answered, hedges
from audit.rules._who import heard, in_report

FAMILY = "hedging"
SEVERITY = Severity.NOTE


def find(article: Article) -> Iterator[Mark]:
    report, voiced = in_report(article), heard(article)
    for hedge in hedges(article, "approximation"):
        # In a report a round figure is custom; an estimate is still somebody's.
        estimate = hedge.evidence.startswith("an estimated")
        if (report or voiced) and not estimate:
            continue
        if report and answered(article, hedge.span):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” makes the figure round.",
            "What is the exact figure, or who estimates it?",
            (hedge.evidence,),
        )
