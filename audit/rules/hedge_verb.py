"""A verb of seeming stands where the ground for it should.

Why
    Seems, appears to and suggests report an impression without whose it is, or evidence
    without what it is. A reader can weigh the evidence if it is shown.

Flagged
    The deal [[appears to]] be dead.
    The data [[suggest]] a slowdown.

Not flagged
    Dark spots appear on the leaves in autumn.
    She appeared in court on Monday.
    Mora suggested a date in June.

Source
    Hyland 2005, Metadiscourse; AP Stylebook, "appears".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges, shared
from audit.rules._who import heard

FAMILY = "hedging"
SEVERITY = Severity.NOTE


def find(article: Article) -> Iterator[Mark]:
    report = heard(article)
    for hedge in hedges(article, "hedge-verb"):
        # What findings suggest is their finding, where somebody speaks for them.
        if shared(article, hedge) or (report and "suggest" in hedge.evidence):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” reports an impression and not whose it is.",
            "To whom does it seem so, and from what? Show the evidence.",
            (hedge.evidence,),
        )
