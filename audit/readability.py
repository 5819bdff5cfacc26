"""How hard the article is to read."""

from audit.document import Document


def measure(document: Document) -> dict[str, float]:
    """Readability measures by name; empty where there is no sentence."""
    return {}
