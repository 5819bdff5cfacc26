"""A judgement stands in the writer's own voice as if it were a fact.

Why
    Whether something is an advantage, a failure or a disgrace is an opinion. A reader can
    weigh it only if it belongs to someone. A report with sources sums up what it shows: there
    only a verdict in strong words is flagged, and only where nobody near could have given it.

Flagged
    Kadra [[has gained a clear advantage]] in the talks.
    The rollout [[was a disaster]].

Not flagged
    The rollout was a disaster, the auditor's report says.
    The team played in front of 4,000 people.

Source
    SPJ Code of Ethics: "Label advocacy and commentary" (2014).
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._unsourced import focus, unsourced

FAMILY = "claims"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    for claim in unsourced(article, {"opinion"}):
        span = focus(claim)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is a judgement in the writer’s voice.",
            "Whose judgement is it? Attribute it, or give the facts that show it.",
            (claim.id, claim.evidence),
        )
