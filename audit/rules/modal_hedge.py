"""The writer says that something may be, and not who thinks so.

Why
    Could, may and might let a guess pass as news. In a source's mouth they report how sure
    that source is; in the writer's own voice nobody is.

Flagged
    The closure [[could]] cost the town 900 jobs.
    The fire [[may]] have started in the kitchen.

Not flagged
    The plant closed in May.
    Divers could not open the hatch.
    Mayor Ines Calder said the bridge could reopen in June.

Source
    Hyland 2005, Metadiscourse; Reuters Handbook of Journalism, "Hedging".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges

FAMILY = "hedging"
SEVERITY = Severity.NOTE


def find(article: Article) -> Iterator[Mark]:
    for hedge in hedges(article, "modal-hedge"):
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” leaves open whether it is so.",
            "Who thinks so, and on what grounds? Name them.",
            (hedge.evidence,),
        )
