"""Whether a source is heard or named near a place of the article."""

from audit.annotate.model import STATEMENTS, Article, Attribution, SourceKind
from audit.document import Token
from audit.rules._cues import words_of

# Whoever was heard so many sentences before or after is near.
NEAR = 3


def heard_near(article: Article, attribution: Attribution) -> bool:
    """The source, or a part or a member of it, says something in the sentences around.

    Who a pronoun stands for may be in doubt: then anybody's words in its paragraph count.
    """
    here, sentences = attribution.sentence, article.document.sentences
    unknown = (
        attribution.source.kind is SourceKind.PRONOUN and attribution.source.resolves_to is None
    )
    for place in range(max(0, here - NEAR), min(here + NEAR + 1, len(sentences))):
        same = sentences[place].paragraph == sentences[here].paragraph
        for other in article.attributions_in(place):
            if other.id == attribution.id or not other.trusted or not _speaks(other):
                continue
            if _is_one(article, attribution, other) or (same and (unknown or place == here)):
                return True
    return False


def names_of(article: Article, attribution: Attribution) -> set[str]:
    """The names in a source and in what it stands for, without *Mr.* and *Sen.*"""
    return {
        token.lemma
        for token in words_of(article, attribution.source)
        if token.tag.startswith("NNP") and not token.norm.endswith(".")
    }


def is_named(names: set[str], tokens: tuple[Token, ...]) -> bool:
    """One of the names is among the tokens."""
    return any(token.lemma in names for token in tokens)


def _speaks(attribution: Attribution) -> bool:
    return attribution.form in STATEMENTS or attribution.cue.lemma == "say"


def _is_one(article: Article, one: Attribution, other: Attribution) -> bool:
    """The two share a name, or the noun where there is none: *Romney aides*, *Mr. Romney*."""
    names = names_of(article, one)
    if not names and one.source.known_as.head >= 0:
        names = {article.document.tokens[one.source.known_as.head].lemma}
    return is_named(names, tuple(words_of(article, other.source)))
