"""An adverb makes a statement of the writer's less than certain.

Why
    Probably and likely are estimates. A reader can use an estimate if it is known whose it
    is; in the writer's own voice it is a guess.

Flagged
    The vote will [[probably]] be delayed.
    It is [[likely]] that the strike will spread.

Not flagged
    The likely winner did not speak.
    A survey of likely voters ends on Friday.
    “It will probably rain,” Ruiz said.

Source
    Hyland 2005, Metadiscourse; Biber et al. 1999, Longman Grammar §10.3.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges, shared
from audit.rules._who import heard

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# These measure how far a statement reaches; in a report others are heard on that.
_SCOPE = (
    "generally", "largely", "mostly", "in general", "in some cases", "in some ways",
    "in many cases", "in many ways", "most likely", "less likely", "more likely", "very likely",
)  # fmt: skip


def find(article: Article) -> Iterator[Mark]:
    report = heard(article)
    for hedge in hedges(article, "hedge-adverb"):
        if shared(article, hedge):
            continue
        if report and hedge.evidence.startswith(_SCOPE):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” is an estimate that the article makes itself.",
            "Whose estimate is this? Name the person or the forecast.",
            (hedge.evidence,),
        )
