"""Who and what makes a charge: prosecutors, police, an indictment, a lawsuit."""

from collections.abc import Sequence

from audit.annotate.model import Article, Source
from audit.document import Sentence, Token
from audit.lexicon import load
from audit.rules._cues import words_of


def legal_kind(tokens: Sequence[Token]) -> str | None:
    """``document`` or ``body``, if the words name one that brings charges."""
    kinds = {entry.category for _, _, entry in load("legal_bodies").matches(tokens)}
    return "document" if "document" in kinds else "body" if kinds else None


def source_kind(article: Article, source: Source) -> str | None:
    """The same for a source, with its antecedent."""
    return legal_kind(words_of(article, source))


def names_a_charge(article: Article, sentence: Sentence, before: int = 1) -> bool:
    """The sentence, or one of so many before it, says who alleges: a charging body or document."""
    document = article.document
    index = document.sentence_index(sentence.start)
    first = document.sentences[max(index - before, 0)].first
    return legal_kind(document.tokens[first : sentence.last]) is not None
