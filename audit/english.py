"""Whether a text is English, by the words that hold every English sentence together."""

from audit.document import Document

# The commonest function words of English that are not common words of German, French,
# Spanish, Italian, Portuguese or Dutch as well.
# Source: compiled for this product from general knowledge of these languages.
_WORDS = """
    the of and to that it is was for with his they be at this have from by had not but
    what all were we when your can there an which their said if will each about how up out
    them then she many some these would other has who its my been one than you are our
"""
FUNCTION_WORDS = frozenset(_WORDS.split())

# Below this many words nothing is decided: a headline may hold none of them.
LEAST_WORDS = 12
# English news has 25 to 45 words of the list in 100; other languages 0 to 4.
LEAST_SHARE = 0.08


def why_not(document: Document) -> str | None:
    """Why the document cannot be audited, ``None`` if it can be."""
    if not document.sentences:
        return "there is no sentence in it; check that this is the right file"
    words = [token.norm for token in document.tokens if token.text[:1].isalpha()]
    if len(words) < LEAST_WORDS:
        return None
    share = sum(word in FUNCTION_WORDS for word in words) / len(words)
    if share < LEAST_SHARE:
        return "this does not read as English, the only language audit knows"
    return None
