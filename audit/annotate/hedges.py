"""Words that weaken a statement, told apart by what they do where they stand.

The lexicons ``hedges``, ``approximators`` and ``weasels`` say which words can hedge; the
guards say whether they do it here. A word belongs to one hedge at most.
"""

from collections.abc import Iterator

from audit.annotate.hedge_guards import GUARDS, before_all, before_number
from audit.annotate.model import Article, Hedge
from audit.annotate.weasels import find_weasels
from audit.document import Document, Role, Sentence
from audit.lexicon import load

# Stretches of the page that report nothing, so that nothing in them is hedged.
SILENT = frozenset({Role.BYLINE, Role.CORRECTION, Role.BOILERPLATE})

# First and last token, half open; the rule it belongs to; the lexicon row.
Found = tuple[int, int, str, str]


def find_hedges(article: Article) -> tuple[Hedge, ...]:
    """Every hedge in reading order, whoever's words it stands in."""
    document = article.document
    hedges = []
    for sentence in document.sentences:
        if sentence.role in SILENT:
            continue
        for start, end, category, evidence in _apart(_in_sentence(document, sentence)):
            span = document.span_of(start, end)
            hedges.append(Hedge(span, category, article.holder(span), evidence))
    return tuple(hedges)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Found]:
    tokens, first, last = document.tokens, sentence.first, sentence.last
    for i, j, entry in load("hedges").within(document, first, last):
        guard = entry.rest["guard"]
        if not guard or GUARDS[guard](document, i, j, sentence):
            yield i, j, entry.category, f"{entry.term} ({entry.source})"
    for i, j, entry in load("approximators").within(document, first, last):
        if (
            (entry.category == "fixed" and any(t.tag == "CD" for t in tokens[j : min(j + 3, last)]))
            or ("number" in entry.category and before_number(tokens, i, j, sentence))
            or ("all" in entry.category and before_all(tokens, j, last))
        ):
            yield i, j, "approximation", f"{entry.term} ({entry.source})"
    for i, j, evidence in find_weasels(document, first, last):
        yield i, j, "weasel-phrase", evidence


def _apart(found: Iterator[Found]) -> Iterator[Found]:
    """Without overlaps: the earlier one stays, of two that start together the longer."""
    reached = -1
    for hedge in sorted(found, key=lambda hedge: (hedge[0], -hedge[1])):
        if hedge[0] >= reached:
            yield hedge
            reached = hedge[1]
