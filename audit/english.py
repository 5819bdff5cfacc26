"""Whether a text is English, by the small words that hold sentences together."""

from audit.document import Document

# Common words of English that are not words of the languages below.
# Source for both lists: compiled for this product from general knowledge of these languages.
_ENGLISH = """
and are about been but by could each from he her his how if into it its more my not one or our
out said she some than that the their them then there these they this those to were what when
which who with would you your
"""

# Common words of other languages in Latin letters that English does not use as words.
_OTHERS = """
der die und das ist nicht mit von dem den ein eine auf für sich dass wird auch nach bei werden
het een en dat niet zijn voor aan wordt ook naar maar bij
le la les des du une et est que qui dans pour pas sur avec il elle au aux ce cette sont ont
el los las y en un del por con para una su al lo como más pero sus ha fue
di che è della il nel gli dei alla più sono anche
o os da em um uma não com que dos se ao mais foi
och att det som på är av för inte till har ett och
og det er af til ikke som en med har på
nie się w z że jest oraz przez które
ve bir bu için ile olarak daha
yang untuk dengan tidak ini itu dari pada dalam
ja ei että oli se hän mutta myös
"""

ENGLISH = frozenset(_ENGLISH.split())
OTHERS = frozenset(_OTHERS.split()) - ENGLISH

# Below this many words nothing is decided: a headline may hold none of either list.
LEAST_WORDS = 12
# One French proverb does not make a text French.
LEAST_OTHERS = 3
# A list of names is English too; a long text with hardly an English word is not.
LONG, LEAST_SHARE = 30, 0.015
# Scripts without spaces have few words, so they are told by their letters.
LEAST_LETTERS = 30
END_OF_LATIN = "\u024f"

NOT_ENGLISH = "this does not read as English, the only language audit knows"
NO_SENTENCE = "there is no sentence in it; check that this is the right file"


def why_not(document: Document) -> str | None:
    """Why the document cannot be audited, ``None`` if it can be."""
    if not document.sentences:
        return NO_SENTENCE
    if _other_script(document.prose):
        return NOT_ENGLISH
    words = [token.norm for token in document.tokens if token.text[:1].isalpha()]
    if len(words) < LEAST_WORDS:
        return None
    english = sum(word in ENGLISH for word in words)
    others = sum(word in OTHERS for word in words)
    too_few = len(words) >= LONG and english < LEAST_SHARE * len(words)
    too_many = others >= LEAST_OTHERS and others > english
    return NOT_ENGLISH if too_many or too_few else None


def _other_script(text: str) -> bool:
    """Most letters are not Latin ones."""
    if text.isascii():
        return False
    letters = sum(map(str.isalpha, text))
    other = sum(char > END_OF_LATIN and char.isalpha() for char in text)
    return letters >= LEAST_LETTERS and 2 * other > letters
