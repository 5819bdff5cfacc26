"""A statement is given without the day it was made.

Why
    “Has repeatedly asked” and “earlier told the BBC” may be a day or a year old. Without a
    date a statement cannot be looked up, nor set against what happened since.

Flagged
    He [[earlier told the BBC]] that he would appeal.
    Governor Ana Reyes [[has repeatedly asked]] the council to act.

Not flagged
    Governor Ana Reyes told the BBC on Friday that she would appeal.
    Governor Ana Reyes has repeatedly asked the council to act, most recently on May 4.
    A plain “Reyes said” in an article that quotes somebody at length: its day is that of the
    report. An agency or a firm, whose day is that of the news. Statements in a column or a
    transcript.

Source
    Compiled for this product: when was it said is the second question after who said it.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, Polarity, SourceKind
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._cues import is_report
from audit.rules._who import NAMED, quoted_by_name, says

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_KINDS = NAMED | {SourceKind.PRONOUN}
# A capital or an office states something on a day; firms and agencies do as the news comes in,
# and persons may stand in a tale or a portrait.
_OFFICES = frozenset({SourceKind.METONYMY, SourceKind.NAMED_ROLE})
# Adverbs that put a statement somewhere in the past.
_SOME_TIME = frozenset({"earlier", "previously", "recently", "repeatedly", "already"})
_UNSAID = frozenset({Form.ATTRIBUTED_THOUGHT, Form.AGENTLESS, Form.NO_COMMENT})
# An article this long that dates nothing leaves every statement undated; so many are shown.
_LONG = 12
_SHOWN = 2
# So many dated sentences date an article.
_DATES = 2


def find(article: Article) -> Iterator[Mark]:
    if is_report(article):
        yield from _undated(article)


def _undated(article: Article) -> Iterator[Mark]:
    dated = {
        article.document.sentence_index(e.span.start)
        for e in article.expressions
        if e.what == "time" and e.precise
    }
    shown = 0
    for attribution in article.trusted:
        if not _is_statement(article, attribution) or attribution.sentence in dated:
            continue
        # Where the text gives dates at all, an earlier day is placed by them.
        span = _past(article, attribution) if len(dated) < _DATES else None
        if span is None and not dated and _leaves_open(article):
            undated = attribution.source.kind in _OFFICES and shown < _SHOWN
            span = _from_source(article, attribution) if undated and says(attribution) else None
            shown += span is not None
        if span is not None:
            yield Mark(
                span,
                f"Nothing says when: “{article.document.quote(span)}”.",
                "On what day, and where?",
                (attribution.id,),
            )


def _leaves_open(article: Article) -> bool:
    """Long enough to have given a day, and no account of one occasion with its speakers."""
    return len(article.document.sentences) >= _LONG and not quoted_by_name(article)


def _is_statement(article: Article, attribution: Attribution) -> bool:
    negative = attribution.polarity is not Polarity.POSITIVE
    if attribution.level or attribution.date or attribution.form in _UNSAID or negative:
        return False
    if attribution.source.kind not in _KINDS or attribution.cue.head < 0:
        return False
    return not article.quoted(attribution.source.spans[0])


def _past(article: Article, attribution: Attribution) -> Span | None:
    """The cue, where an adverb puts it in an unnamed past."""
    document = article.document
    first, last = document.token_range(attribution.cue.spans[0])
    head = attribution.cue.head
    if not document.tokens[head].tag.startswith("VB"):
        return None
    before = first - 1
    if document.tokens[before].norm in _SOME_TIME and before > 0:
        first = before
    words = {token.norm for token in document.tokens[first : head + 1]}
    if not words & _SOME_TIME or not (says(attribution) or attribution.cue.lemma == "ask"):
        return None
    end = attribution.cue.spans[0].end
    told = attribution.addressee
    if told and document.tokens[last - 1].end < told.start < end + 4:
        end = told.end
    return Span(document.tokens[first].start, end)


def _from_source(article: Article, attribution: Attribution) -> Span | None:
    """From the source to the cue, if they stand in this order and in the past."""
    if article.document.tokens[attribution.cue.head].tag not in {"VBD", "VBN"}:
        return None
    start, end = attribution.source.spans[0].start, attribution.cue.spans[0].end
    return Span(start, end) if start < end else None
