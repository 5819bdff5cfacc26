"""The article says why someone acts, and gives no statement of theirs.

Why
    A motive is the easiest thing to assert and the hardest to check. If the actor stated
    the aim, quote it; if an analyst infers it, name the analyst. In a whole article only a
    motive that nobody owns to is flagged, such as revenge or silencing somebody.

Flagged
    The rebels [[seek to cut the supply line]].
    The council cut the grant [[in a bid to silence the club]].

Not flagged
    The council cut the grant to balance the budget, its treasurer said.
    Police seek two witnesses.

Source
    Reuters Handbook of Journalism: "do not attribute motives".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._unsourced import focus, unsourced
from audit.rules._who import quoted_by_name

FAMILY = "claims"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    for claim in unsourced(article, {"motive"} if quoted_by_name(article) else {"aim", "motive"}):
        span = focus(claim)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” gives a motive or aim without a statement of it.",
            "Who stated this aim, where? Quote it, or name the analyst who infers it.",
            (claim.id, claim.evidence),
        )
