"""A word turns the volume up without adding a fact.

Why
    Extremely and utterly ask to be believed. The size of a thing is shown by a figure or a
    comparison, which readers can check. Common ones (strongly, growing) are let stand below
    the headline of an article in which somebody named is heard, or of eighty words and more.

Flagged
    The council [[strongly]] condemned the plan.
    There are [[growing]] fears that the virus will spread.

Not flagged
    The river is growing.
    The council condemned the plan.
    “It was extremely cold,” Ruiz said.
    Ana Ruiz strongly opposed the plan. “It is a waste,” she said.

Source
    Quirk et al. 1985 §8.104; Wikipedia Manual of Style, "Puffery".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._language import terms
from audit.rules._mild import weighing

FAMILY = "language"
SEVERITY = Severity.NOTE


def find(article: Article) -> Iterator[Mark]:
    weighs = weighing(article)
    for span, entry in terms(article, "intensifiers"):
        if not weighs(span, entry):
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” raises the volume and adds no fact.",
            "How much? Give the figure or the comparison, or drop the word.",
            (f"{entry.term} ({entry.source})",),
        )
