"""The article forecasts in its own voice.

Why
    Nobody knows what will happen. A forecast needs a forecaster and a basis. Scheduled
    events and the text of laws and plans are announcements, not forecasts.

Flagged
    If so, 900 jobs [[will go]].
    The merger [[will strengthen the chain's hand]].

Not flagged
    The council will meet on Friday.
    The plant will close, the mayor said.

Source
    Compiled for this product after the AP Stylebook entry "forecasts and projections".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, ClaimKind
from audit.finding import Mark, Severity
from audit.rules._unsourced import focus, unsourced

FAMILY = "claims"
SEVERITY = Severity.WARNING


def find(article: Article) -> Iterator[Mark]:
    for claim in unsourced(article, {"prediction", "effect", "opinion"}):
        if claim.kind is not ClaimKind.PREDICTION:
            continue
        span = focus(claim)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is a forecast in the writer’s voice.",
            "Who expects this, and on what basis?",
            (claim.id, claim.evidence),
        )
