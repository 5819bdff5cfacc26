"""Words lend a statement to people who are not there.

Why
    Some say, many believe and it remains to be seen give an opinion a crowd without a face.
    If somebody says it, that somebody can be named; if nobody does, it is the writer's.
    In a remark or two every such phrase is shown. In a whole article, from three sentences on
    with a named voice and from twelve without, only an opinion lent to nobody is: not a crowd
    that is counted, not what nobody knows yet, and nothing a named voice near it answers for.

Flagged
    [[Questions remain]] about who paid for the trip.
    [[Many towns]] have no library.
    It is [[one of the most beautiful]] towns on the coast.

Not flagged
    Prosecutors allege that Varga moved the money through Cyprus.
    Some 300 houses were flooded.
    “Some people never learn,” Osei said.
    Ruiz said it was shut. It rained. It is not clear how many were hurt.

Source
    Wikipedia Manual of Style, "Unsupported attributions"; Reuters Handbook of Journalism.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Form, SourceKind
from audit.annotate.word_classes import words
from audit.document import Span
from audit.finding import Mark, Severity
from audit.house.words import HOUSE
from audit.lexicon import Lexicon, load
from audit.rules._hedging import hedges
from audit.rules._language import terms_of
from audit.rules._weasels import holds
from audit.rules._who import in_report

FAMILY = "hedging"
SEVERITY = Severity.NOTE

_LIST = "weasels"
# Kinds of source that have rules of their own.
_SOURCES = frozenset({SourceKind.VAGUE_COLLECTIVE, SourceKind.VAGUE_REPORTS})


def find(article: Article) -> Iterator[Mark]:
    report = in_report(article)
    for hedge in hedges(article, "weasel-phrase"):
        if _dropped(article, hedge.evidence) or _is_source(article, hedge.span):
            continue
        if not report or holds(article, hedge):
            yield _mark(article, hedge.span, hedge.evidence)
    yield from (_mark(article, span, evidence) for span, evidence in _house_phrases(article))


def _mark(article: Article, span: Span, evidence: str) -> Mark:
    return Mark(
        span,
        f"“{article.document.quote(span)}” names nobody who holds this view.",
        "Who says so? Name them, or say what is known and drop the phrase.",
        (evidence,),
    )


def _dropped(article: Article, evidence: str) -> bool:
    """The house has taken the phrase off the list."""
    house, term = article.lexicons.get(_LIST), evidence.partition(" (")[0]
    return house is not None and term not in house and term in load(_LIST)


def _house_phrases(article: Article) -> Iterator[tuple[Span, str]]:
    """Phrases that the house has added, with their evidence."""
    house = article.lexicons.get(_LIST)
    if house:
        added = [e for e in house.entries if e.category == HOUSE and e.term not in load(_LIST)]
        for span, entry in terms_of(article, Lexicon(_LIST, added)):
            yield span, f"{entry.term} ({entry.source})"


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
