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
from audit.annotate.names import roles
from audit.annotate.word_classes import words
from audit.document import Span
from audit.finding import Mark, Severity
from audit.house.words import HOUSE
from audit.lexicon import Lexicon, load
from audit.rules._hedging import hedges
from audit.rules._language import terms_of
from audit.rules._who import NAMED

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# Phrases that only count: *some towns*, *most famous*. What is told near them can fill them.
_COUNTS = ("some …", "many …", "most …", "others …", "certain …", "among the")
_RANKS = (
    "it is unclear",
    "it 's unclear",
    "it is not clear",
    "it is not known",
    "it was unclear",
    "it was not clear",
    "one of the",
    "up for debate",
    "well - known",
    "well known",
    "most … (Wikipedia Manual of Style: puff",
    "best …",
)
# Passives that tell an act unless a clause or *as* follows.
_PLAIN = frozenset({"held", "recognised", "recognized", "billed", "deemed"})
_HOLDING = frozenset({"as", "that", "to", "by"})
_LIST = "weasels"
# Kinds of source that have rules of their own.
_SOURCES = frozenset({SourceKind.VAGUE_COLLECTIVE, SourceKind.VAGUE_REPORTS})


def find(article: Article) -> Iterator[Mark]:
    voiced = _voiced(article)
    for hedge in hedges(article, "weasel-phrase"):
        if _dropped(article, hedge.evidence):
            continue
        here = article.document.sentences[article.document.sentence_index(hedge.span.start)]
        if voiced and (hedge.evidence.startswith(_RANKS) or "puffery" in hedge.evidence):
            continue
        # Where somebody is heard, only a crowd that nobody stands for is in want of a name.
        counts = bool(voiced) and hedge.evidence.startswith(_COUNTS)
        if counts and (here.paragraph in voiced or not _are_people(article, hedge.span)):
            continue
        if bool(voiced) and _is_idle(article, hedge.span):
            continue
        if not _is_source(article, hedge.span):
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


def _is_idle(article: Article, span: Span) -> bool:
    """*others were left out*, *known to many*, *she said, raising concerns*: no view of anybody."""
    document = article.document
    first, last = document.token_range(span)
    words_ = [token.norm for token in document.tokens[first:last]]
    if words_[0] in ("others", "some", "many") and len(words_) > 1:
        verb = document.tokens[last - 1]
        if verb.tag.startswith("VB") and verb.lemma in ("be", "have", "do"):
            return True
    verb = document.tokens[last - 1]
    after = document.tokens[last].norm if last < len(document.tokens) else ""
    if document.tokens[first].lemma == "be" and verb.norm in _PLAIN and after not in _HOLDING:
        return True
    if words_[0] in ("remain", "remains", "remained") or words_[0] == "many":
        return True
    if words_[0] == "to":
        return document.tokens[first - 1].norm == "known"
    if document.tokens[first].lemma == "raise":
        here = document.sentence_index(span.start)
        return any(a.trusted and a.source.spans for a in article.attributions_in(here))
    return False


def _voiced(article: Article) -> set[int]:
    """The paragraphs in which somebody with a name is heard: they show who is meant."""
    return {
        article.document.sentences[attribution.sentence].paragraph
        for attribution in article.trusted
        if attribution.source.known_as.kind in NAMED
    }


def _are_people(article: Article, span: Span) -> bool:
    _, last = article.document.token_range(span)
    head = article.document.tokens[last - 1]
    crowd = words("weasels", "crowd")
    if head.lemma in ("people", "person"):
        return False
    return head.norm in crowd or head.lemma in roles() or head.tag.startswith("VB")


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
