"""Hedges and vague expressions, as the rules on them look at them."""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column, is_talk
from audit.annotate.model import STATEMENTS, Article, Expression, Hedge, SourceKind
from audit.document import Sentence, Span
from audit.rules._cues import ends_in_tag, relayed
from audit.rules._language import own_words
from audit.rules._who import NAMED, heard

_CAUTIOUS = frozenset({"hedge-adverb", "hedge-verb", "modal-hedge"})
# An attribution this likely makes it doubtful whose the hedge is.
_LIKELY = 0.3
# With these a sentence tells what somebody else thinks.
_THEIRS = frozenset(
    {"according", "believe", "believes", "believed", "concerned", "fear", "feared", "worried"}
)
_PAPERS = frozenset({SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT})
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
    # A column's caution is its writer's, and says so; in a talk set down it is the speaker's.
    if found and is_talk(article):
        return
    if found and not (category in _CAUTIOUS and is_column(article)):
        yield from found


def answered(article: Article, span: Span) -> bool:
    """Somebody with a name is heard in this sentence, before it in its paragraph, or right after.

    Somebody without one may say the sentence itself, and a rule on sources says so.
    """
    document = article.document
    here = document.sentence_index(span.start)
    if relayed(article, span) or ends_in_tag(document.words(document.sentences[here])):
        return True
    before = here and document.sentences[here - 1].paragraph == document.sentences[here].paragraph
    return any(
        attribution.trusted
        and attribution.form in STATEMENTS
        and attribution.source.known_as.kind in (NAMED if index >= here else _WITH_VIEWS)
        and not any(cue.overlaps(span) for cue in attribution.cue.spans)
        for index in range(here - bool(before), here + 2)
        for attribution in article.attributions_in(index)
    )


def reported_before(article: Article, sentence: Sentence) -> bool:
    """Right before it, in its paragraph, it is told who reports: *CNN reported …*"""
    index = article.document.sentence_index(sentence.start)
    if not index or article.document.sentences[index - 1].paragraph != sentence.paragraph:
        return False
    return any(
        attribution.trusted
        and attribution.form in STATEMENTS
        and attribution.source.known_as.kind in NAMED | _PAPERS
        for attribution in article.attributions_in(index - 1)
    )


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
