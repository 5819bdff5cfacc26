"""Quotation marks that quote nobody hold a word at arm's length.

Why
    Marks around one word without a speaker say “so they call it” and do not say who. A
    reader cannot tell a quotation from a sneer.

Flagged
    The [[“reform”]] cut pensions by a fifth.
    Bank [[‘misled’]] clients for years

Not flagged
    The word “genocide” does not occur in the ruling.
    Eddie “Fingers” Malone was jailed for six years.
    Ruiz called the plan “reckless.”

Source
    Guardian style guide, "quotation marks"; AP Stylebook, "quotation marks".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, QuotationUse
from audit.finding import Mark, Severity

FAMILY = "language"
SEVERITY = Severity.WARNING

_MARKS = "\"'“”‘’„«»`.,;:"


def find(article: Article) -> Iterator[Mark]:
    for quotation in article.quotations:
        if quotation.use is QuotationUse.SCARE and not article.attributed_to(quotation.span):
            yield Mark(
                quotation.span,
                f"{article.document.quote(quotation.span)} stands in marks that quote nobody "
                f"(“{article.document.quote(quotation.span).strip(_MARKS)}”).",
                "Whose word is it? Name the speaker, or take off the marks.",
            )
