"""The article says what someone wants, feels or is considering, and not how it knows.

Why
    Nobody sees into a head or a cabinet room. What people want and fear is known from what
    they say and do, and that is what can be reported. In a news report what authorities,
    parties and trades want is in the open: there only what a named person feels, or a party's
    anger, is flagged, and only where none of them is heard nearby.

Flagged
    The premier [[wants]] revenge.
    Residents [[were furious]].
    The ministry [[is considering]] a ban.

Not flagged
    The premier said she wants a deal.
    Ewa Lis said she feared another flood.

Source
    BBC Editorial Guidelines 4: do not tell a state of mind as fact.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._unsourced import focus, unsourced

FAMILY = "claims"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    for claim in unsourced(article, {"mind", "deliberation"}):
        span = focus(claim)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” says what goes on in a mind, without a statement.",
            "How is this known? Report what they said or did that shows it.",
            (claim.id, claim.evidence),
        )
