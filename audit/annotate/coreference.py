"""Who a source stands for, and everyone who speaks."""

from audit.annotate.model import Attribution, Quotation, Speaker
from audit.document import Document


def resolve(
    document: Document,
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...]]:
    """Placeholder until its own commit: nothing resolved."""
    return attributions, ()
