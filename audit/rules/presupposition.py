"""A turn of phrase takes for granted what is in dispute.

Why
    Refuses to admit takes it as settled that there is something to admit. What is assumed
    this way is never argued for, and so never checked.

Flagged
    The board [[refuses to admit]] that the test failed.
    The minister did [[not even]] call the families.

Not flagged
    The board says the test did not fail.
    The minister did not call the families.
    The plan does not even touch the bridge.
    I refuse to accept that.
    “They refuse to admit it,” Osei said.

Source
    Levinson 1983, Pragmatics, ch. 4; Karttunen 1971.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._language import terms

FAMILY = "language"
SEVERITY = Severity.NOTE

# *I refuse to accept*, *they must stop ignoring*: the writer's own doing, or a call.
_OWN = frozenset({"i", "we", "my", "must", "should", "let"})


def find(article: Article) -> Iterator[Mark]:
    tokens = article.document.tokens
    for span, entry in terms(article, "presuppositions"):
        first, _ = article.document.token_range(span)
        if any(token.norm in _OWN for token in tokens[max(0, first - 2) : first]):
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” takes for granted what is not shown.",
            "Is what this assumes established? Say by whom, or put it plainly.",
            (f"{entry.term} ({entry.source})",),
        )
