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
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges, shared

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# How far before a modal its clause may open, in tokens.
_REACH = 5
_OPENERS = frozenset({"WDT", "WP", "WRB"})
_DEPENDENT = frozenset({"that", "if", "whether", "i", "we", "you", "as"})


def find(article: Article) -> Iterator[Mark]:
    for hedge in hedges(article, "modal-hedge"):
        if shared(article, hedge):
            continue
        if _depends(article, hedge.span):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” leaves open whether it is so.",
            "Who thinks so, and on what grounds? Name them.",
            (hedge.evidence,),
        )


def _depends(article: Article, span: Span) -> bool:
    """*how much it might cost*, *whoever may replace him*: no statement, or one of *I*, *we*."""
    document = article.document
    at, _ = document.token_range(span)
    first = document.sentence_at(span.start).first
    near = document.tokens[max(first, at - _REACH) : at]
    return any(token.tag in _OPENERS or token.norm in _DEPENDENT for token in near)
