"""Claims that rest on nobody, as several rules look at them."""

from collections.abc import Iterator

from audit.annotate.model import Article, Claim
from audit.document import Span
from audit.rules._language import posted

# Grounds that make a claim worth a source on their own. A bare forecast or a figure has
# a rule of its own and is only a warning.
DISPUTED = frozenset(
    {
        "mind", "deliberation", "aim", "opinion", "effect", "cause", "superlative", "inference",
        "decision", "terms", "force", "wrongdoing", "trend", "generality",
    }
)  # fmt: skip


def unsourced(article: Article, grounds: frozenset[str] | set[str] = DISPUTED) -> Iterator[Claim]:
    """The claims on these grounds that need a source and have none, in reading order."""
    for claim in article.claims:
        if claim.ground in grounds and claim.unsourced and not posted(article, claim.span):
            yield claim


def focus(claim: Claim) -> Span:
    """The words that make the claim disputable."""
    return claim.focus or claim.span
