"""Hedges and vague expressions, as the rules on them look at them."""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article, Expression, Hedge, SourceKind
from audit.rules._language import own_words
from audit.rules._who import NAMED, heard

_CAUTIOUS = frozenset({"hedge-adverb", "hedge-verb", "modal-hedge"})
# An attribution this likely makes it doubtful whose the hedge is.
_LIKELY = 0.3
# With these a sentence tells what somebody else thinks.
_THEIRS = frozenset(
    {"according", "believe", "believes", "believed", "concerned", "fear", "feared", "worried"}
)
_WITH_VIEWS = NAMED | {
    SourceKind.UNNAMED_OFFICIAL,
    SourceKind.UNNAMED_DESCRIBED,
    SourceKind.PRONOUN,
}


def hedges(article: Article, category: str) -> Iterator[Hedge]:
    """The writer's own hedges of one category, in reading order.

    One inside somebody's words, quoted or not, tells what that person was sure of.
    """
    found = [h for h in article.hedges if h.category == category and own_words(article, h.span)]
    # A column's caution is its writer's, and says so.
    if found and not (category in _CAUTIOUS and is_column(article)):
        yield from found


def shared(article: Article, hedge: Hedge) -> bool:
    """Somebody with a name is in the sentence, as one who thinks or says so: it may be theirs."""
    if not heard(article):
        return False
    here = article.document.sentence_index(hedge.span.start)
    words = article.document.words(article.document.sentences[here])
    if any(token.norm in _THEIRS for token in words):
        return True
    return any(
        attribution.confidence >= _LIKELY
        and attribution.source.known_as.kind in _WITH_VIEWS
        and not any(cue.overlaps(hedge.span) for cue in attribution.cue.spans)
        for attribution in article.attributions_in(here)
    )


def vague(article: Article, what: str) -> Iterator[Expression]:
    """Vague times or quantities outside quotation that a finding may point at."""
    for expression in article.expressions:
        if expression.what == what and expression.evidence and not article.quoted(expression.span):
            yield expression
