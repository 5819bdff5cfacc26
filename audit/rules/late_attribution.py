"""A long quotation keeps its speaker until the end.

Why
    Readers who meet three sentences in quotation marks want to know whose they are. The
    speaker comes best after the first sentence.

Flagged
    [["The roof went first. Then the walls. We ran and ran until the church was gone too, and
    nobody looked back,"]] Ana Brito said.

Not flagged
    "The roof went first," Ana Brito said. "Then the walls. We ran."
    Ana Brito said: "The roof went first. Then the walls. We ran."

Source
    Reuters Handbook of Journalism, "Quotes": name the speaker after the first sentence.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Quotation, QuotationUse
from audit.document import Span
from audit.finding import Mark, Severity

FAMILY = "attribution"
SEVERITY = Severity.NOTE

# Longer than this before its speaker is named is long: sentences, and words.
_SENTENCES = 3
_WORDS = 20


def find(article: Article) -> Iterator[Mark]:
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
    ends = sum(token.norm in (".", "!", "?") for token in document.tokens[first : last - 2])
    return ends + 1 >= _SENTENCES and words >= _WORDS


def _is_known(article: Article, attribution: Attribution, quotation: Quotation) -> bool:
    """The same speaker is talking in the sentence before: nobody has to wait."""
    index = article.document.sentence_index(quotation.span.start)
    if not index:
        return False
    speaker = attribution.source.known_as.text.casefold()
    return any(
        other.trusted
        and speaker in (other.source.known_as.text.casefold(), other.source.text.casefold())
        for other in article.attributions_in(index - 1)
    )
