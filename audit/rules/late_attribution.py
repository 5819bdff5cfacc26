"""A long quotation keeps its speaker until the end.

Why
    Readers who meet four sentences in quotation marks want to know whose they are. The
    speaker comes best after the first sentence.

Flagged
    [["The roof went first. Then the walls. We ran and ran until the church was gone too, and
    nobody looked back. My brother carried our mother to the bridge and came back for the
    children of the school,"]] Ana Brito said.

Not flagged
    "The roof went first," Ana Brito said. "Then the walls. We ran."
    Ana Brito said: "The roof went first. Then the walls. We ran."
    A quotation of two or three sentences, unless it has 70 words; a post; whoever the
    sentences before are about.

Source
    Compiled for this product after the AP Stylebook entry "quotations in the news".
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_talk
from audit.annotate.model import Article, Attribution, Quotation, QuotationUse, SourceKind
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._near import NEAR, is_named, names_of

FAMILY = "attribution"
SEVERITY = Severity.NOTE

# So much before its speaker is named is long: sentences of that many words in all, or so many
# words in whatever sentences.
_SENTENCES, _WORDS = 4, 30
_ALONE = 70
# A statement may be anybody's; whose it is, the text has said.
_WRITTEN = frozenset({SourceKind.DOCUMENT, SourceKind.PRONOUN})
_NETWORKS = frozenset({"twitter", "facebook", "instagram", "tweet", "x"})
# A post stands there as it was written, and whoever goes on has spoken before.
_NOT_LATE = frozenset({"tweet", "post", "retweet", "continue", "go on"})


def find(article: Article) -> Iterator[Mark]:
    marks = list(_late(article))
    if marks and not is_talk(article):
        yield from marks


def _late(article: Article) -> Iterator[Mark]:
    speech = {
        quotation.span.start: quotation
        for quotation in article.quotations
        if quotation.use is QuotationUse.SPEECH and quotation.depth == 0
    }
    seen: set[Span] = set()
    for attribution in article.trusted:
        quotation = _before_cue(attribution, speech)
        if quotation is None or quotation.span in seen or quotation.continues is not None:
            continue
        seen.add(quotation.span)
        if _is_long(article, quotation.span) and not _is_known(article, attribution, quotation):
            cue = article.document.quote(attribution.cue.spans[0])
            yield Mark(
                quotation.span,
                f"“{cue}” and its speaker come after the whole quotation.",
                "Could the speaker be named after the first sentence?",
                (attribution.id,),
            )


def _before_cue(attribution: Attribution, speech: dict[int, Quotation]) -> Quotation | None:
    """The quotation the attribution opens with, if source and cue come after all of it."""
    if not attribution.content.spans or not attribution.source.spans:
        return None
    quotation = speech.get(min(span.start for span in attribution.content.spans))
    named = min(span.start for span in (*attribution.source.spans, *attribution.cue.spans))
    return quotation if quotation and quotation.span.end <= named else None


def _is_long(article: Article, span: Span) -> bool:
    document = article.document
    first, last = document.token_range(span)
    words = sum(token.norm[:1].isalnum() for token in document.tokens[first:last])
    opening = document.sentence_index(span.start)
    if document.sentences[opening].start != span.start:
        return False  # its sentence has begun without it, and says what it is about
    sentences = document.sentence_index(span.end - 1) - opening + 1
    return (sentences >= _SENTENCES and words >= _WORDS) or (sentences > 1 and words >= _ALONE)


def _is_known(article: Article, attribution: Attribution, quotation: Quotation) -> bool:
    """The speaker talks or is named right before, so that nobody has to wait; or posted it."""
    if attribution.cue.lemma in _NOT_LATE or attribution.source.kind in _WRITTEN:
        return True
    document = article.document
    tag = document.tokens[attribution.cue.head : document.sentences[attribution.sentence].last]
    if any(token.lemma in _NETWORKS for token in tag):
        return True
    index = document.sentence_index(quotation.span.start)
    first = document.sentences[max(0, index - NEAR)].first
    before = document.tokens[first : document.token_range(quotation.span)[0]]
    speaker = article.speaker_of.get(attribution.id)
    spoken = {id_ for id_ in speaker.attributions if id_ != attribution.id} if speaker else set()
    near = range(max(0, index - NEAR), index)
    if any(other.id in spoken for place in near for other in article.attributions_in(place)):
        return True
    return is_named(names_of(article, attribution), before)
