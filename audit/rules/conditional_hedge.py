"""The article draws conclusions from something it leaves unconfirmed.

Why
    If so, if true and if confirmed carry an unproven report into the next sentence as
    though it were firm ground. Either it was checked, or a named source stands for it.

Flagged
    The rumour is that the plant will close. [[If so]], 900 jobs will go.
    [[If true]], the report would end the talks.

Not flagged
    Is the lock open? If so, close it.
    If confirmed by the Senate, Ortiz would be the first woman in the post.
    Like every justice, Ortiz would serve for life if confirmed.
    “If true, it is a scandal,” Ruiz said.

Source
    BBC Editorial Guidelines 3.3; Reuters Handbook of Journalism, "Accuracy".
"""

from collections.abc import Iterator

from audit.annotate import word_classes
from audit.annotate.claim_genre import is_column
from audit.annotate.model import STATEMENTS, Article, Stance
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import hedges
from audit.rules._who import NAMED

FAMILY = "hedging"
SEVERITY = Severity.ERROR

# With these the writer guesses, whoever else is in the sentence.
_GUESSES = frozenset({"perhaps", "maybe", "possibly", "presumably"})


def find(article: Article) -> Iterator[Mark]:
    found = list(hedges(article, "conditional-hedge"))
    if found and is_column(article):
        return
    for hedge in found:
        if _on_a_statement(article, hedge.span) or _is_open(article, hedge.span):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” builds on what is not established.",
            "Is it so? Confirm it, name who says so, or leave this out.",
            (hedge.evidence,),
        )


def _is_open(article: Article, span: Span) -> bool:
    """*would serve for life if confirmed*; *will decide whether it is late. If so, …*"""
    document = article.document
    here = document.sentence_index(span.start)
    words = [*document.words(document.sentences[here])]
    before = document.words(document.sentences[here - 1]) if here else ()
    if document.excerpt(span).lower().endswith("confirmed"):
        seats = word_classes.words("context_words", "nominee")
        return any(token.lemma in seats for token in (*words, *before))
    return any(token.norm == "whether" for token in before)


def _on_a_statement(article: Article, span: Span) -> bool:
    """What may not be so was said by somebody with a name, in the sentence before."""
    here = article.document.sentence_index(span.start)
    if any(a.trusted and a.cue.spans[0].start < span.start for a in article.attributions_in(here)):
        return True  # *They asked him to go if the charges are true*: their condition
    before = article.document.sentences[here - 1] if here else None
    if before and any(t.norm in _GUESSES for t in article.document.words(before)):
        return False
    return any(
        attribution.sentence == here - 1
        and attribution.form in STATEMENTS
        and attribution.cue.stance is not Stance.DENY
        and attribution.trusted
        and attribution.source.known_as.kind in NAMED
        for attribution in article.attributions_in(here - 1)
    )
