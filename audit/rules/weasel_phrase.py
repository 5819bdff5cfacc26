"""Words lend a statement to people who are not there.

Why
    Some say, many believe and it remains to be seen give an opinion a crowd without a face.
    If somebody says it, that somebody can be named; if nobody does, it is the writer's.

Flagged
    [[Questions remain]] about who paid for the trip.
    [[Many towns]] have no library.
    It is [[one of the most beautiful]] towns on the coast.

Not flagged
    Prosecutors allege that Varga moved the money through Cyprus.
    Some 300 houses were flooded.
    “Some people never learn,” Osei said.

Source
    Wikipedia Manual of Style, "Unsupported attributions"; Reuters Handbook of Journalism.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Form, SourceKind
from audit.annotate.word_classes import words
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# Kinds of source that have rules of their own.
_SOURCES = frozenset({SourceKind.VAGUE_COLLECTIVE, SourceKind.VAGUE_REPORTS})


def find(article: Article) -> Iterator[Mark]:
    for hedge in hedges(article, "weasel-phrase"):
        if not _is_source(article, hedge.span):
            yield Mark(
                hedge.span,
                f"“{article.document.quote(hedge.span)}” names nobody who holds this view.",
                "Who says so? Name them, or say what is known and drop the phrase.",
                (hedge.evidence,),
            )


def _is_source(article: Article, span: Span) -> bool:
    """The phrase speaks in the sentence, and a rule on vague sources says so already."""
    return any(
        attribution.trusted
        and attribution.source.kind in _SOURCES
        and attribution.form is not Form.NARRATED_ACT
        and attribution.cue.lemma not in words("context_words", "unsaid")
        and any(place.overlaps(span) for place in attribution.source.spans)
        for attribution in article.attributions_in(article.document.sentence_index(span.start))
    )
