"""A quotation was cut or added to.

Why
    Dots and brackets inside a quotation are the editor's. Each may be harmless; readers
    cannot see what was there, and somebody should.

Flagged
    “He never asked [[...]] for my consent,” Lee testified.
    “It was cold [[…]] and dark in there,” Osei said.

Not flagged
    “He never asked for my consent,” Lee testified.
    “We was [sic] robbed,” Osei said.
    The talks dragged on ... and on.

Source
    AP Stylebook, "ellipsis", "brackets"; Reuters Handbook of Journalism, "Quotes".
"""

import re
from collections.abc import Iterator

from audit.annotate.model import Article, QuotationUse
from audit.document import Span
from audit.finding import Mark, Severity

FAMILY = "quotation"
SEVERITY = Severity.NOTE

# Marks of the editor that say what they are.
_EDIT = re.compile(
    r"\[(?!sic\b|laughs|laughter|applause|\])[^\]\n]{2,80}\]|\.\s?\.\s?\.(?!\s?\.)|…", re.IGNORECASE
)


def find(article: Article) -> Iterator[Mark]:
    text = article.document.prose
    for quotation in article.quotations:
        if quotation.depth or quotation.use not in (QuotationUse.SPEECH, QuotationUse.FRAGMENT):
            continue
        for match in _EDIT.finditer(text, quotation.span.start + 1, quotation.span.end - 1):
            span = Span(*match.span())
            if _explains(text, span):
                continue
            yield Mark(
                span,
                f"“{article.document.quote(span)}” marks a change to the speaker’s words.",
                "What was said here in full? Paraphrase, or check the change with the recording.",
            )


def _explains(text: str, span: Span) -> bool:
    """*[Goldstone]*, *[service members]*: who or what is meant, and no change of words."""
    inside = text[span.start + 1 : span.end - 1]
    return text[span.start] == "[" and inside[:1].isalnum() and not inside[0].isdigit()
