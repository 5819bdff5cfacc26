"""One thing is said to have caused another, and nobody is named who says so.

Why
    That two things happened is often plain; that one brought about the other is a finding
    or an opinion, and belongs to whoever made it.

Flagged
    Crime rose [[because of the new bail law]].
    The strike [[led to the collapse of the coalition]].

Not flagged
    Crime rose because of the new bail law, the police union said.
    The match was delayed because of rain.

Source
    Compiled for this product after Cohn, News and Numbers: correlation and cause.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._unsourced import focus, unsourced

FAMILY = "claims"
SEVERITY = Severity.WARNING

# *Ana Ruiz contributed to this report.*
_CREDITS = frozenset({"report", "story", "article", "reporting"})


def find(article: Article) -> Iterator[Mark]:
    for claim in unsourced(article, {"cause", "causation"}):
        span = focus(claim)
        _, last = article.document.token_range(claim.span)
        if article.document.tokens[last - 1].norm in _CREDITS:
            continue
        first, _ = article.document.token_range(span)
        words = article.document.tokens[first : first + 3]
        if [token.norm for token in words[:2]] == ["due", "to"] and words[-1].tag == "VB":
            continue  # *is due to appear*
        yield Mark(
            span,
            f"“{article.document.quote(span)}” gives a cause without a source.",
            "Who found or says that this was the cause?",
            (claim.id, claim.evidence),
        )
