"""Not answering is told as a refusal.

Why
    Declined to comment says what happened. Refused, dodged and stonewalled say that there
    was a duty to answer. Where there was one, it can be stated.

Flagged
    Downing Street [[refused]] to say whether he had paid the fine.
    The mayor [[dodged]] questions about the bridge.

Not flagged
    The White House declined to comment.
    The driver refused to leave the car.
    “He refused to answer me,” Osei said.

Source
    AP Stylebook, "decline"; Guardian style guide, "refute, refuse".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._language import terms

FAMILY = "language"
SEVERITY = Severity.NOTE


def find(article: Article) -> Iterator[Mark]:
    for span, entry in terms(article, "refusals"):
        first, _ = article.document.token_range(span)
        verb = article.document.tokens[first].span
        yield Mark(
            verb,
            f"“{article.document.quote(span)}” tells silence as a refusal.",
            "What was asked, when, and what was the answer? “Declined” says no more than that.",
            (f"{entry.term} ({entry.source})",),
        )
