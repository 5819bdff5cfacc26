"""A time is given that no calendar shows.

Why
    Recently, earlier and in the coming days cannot be checked and grow false as the article
    ages. A date can be. In a whole article that gives dates, or lets somebody speak by name,
    only a recent act without a date near it is shown.

Flagged
    [[In recent days]], towns on the river were shelled.
    [[Earlier this year]] the plant was sold.

Not flagged
    The plant was sold on Friday.
    Two days later the army left.
    Ruiz said it was shut. It rained. He is currently the mayor.
    “It will be over soon,” Ruiz said.

Source
    AP Stylebook, "time element".
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article, Expression
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import vague
from audit.rules._language import own_words
from audit.rules._who import NAMED, in_report, quoted_by_name

FAMILY = "precision"
SEVERITY = Severity.NOTE

# A date this many sentences away still tells a reader about when it was.
_NEAR = 2
# With so many sentences near a date, the reader knows when the story plays.
_ENOUGH = 7


# In a report these alone want a date, beside what somebody did; how far off, in tokens.
_RECENT = (
    "earlier this month", "earlier this year", "in recent days", "in recent months",
    "in recent weeks", "just recently", "recently",
)  # fmt: skip
_REACH = 8
_STATES = frozenset({"be", "have", "do"})


def find(article: Article) -> Iterator[Mark]:
    dated = _dated(article)
    if len(dated) > _ENOUGH:
        return
    # Where no date is given at all and nobody is quoted who could be asked, every time is due.
    report = in_report(article) and (bool(dated) or quoted_by_name(article) or is_column(article))
    for expression in vague(article, "time"):
        here = article.document.sentence_index(expression.span.start)
        if here in dated or _a_named_speakers(article, expression.span):
            continue
        # *for years* measures how long, and not when.
        if article.document.excerpt(expression.span).lower().startswith("for "):
            continue
        if report and not _dates_an_event(article, expression):
            continue
        yield Mark(
            expression.span,
            f"“{article.document.quote(expression.span)}” gives no date.",
            "When exactly? Give the day, the month or the year.",
            (expression.evidence,),
        )


def _dates_an_event(article: Article, expression: Expression) -> bool:
    """*recently sold*, *in recent days*: when a reported act was, and nothing else tells.

    *Currently*, *later* and *years ago* place a fact well enough for its reader.
    """
    document = article.document
    if not document.excerpt(expression.span).lower().startswith(_RECENT) or is_column(article):
        return False
    sentence = document.sentence_at(expression.span.start)
    first, last = document.token_range(expression.span)
    around = document.tokens[max(first - 1, 0) : last + 1]
    if around[-1].tag == "VBN" and around[0].lemma != "have":
        return False  # recently hacked documents
    near = document.tokens[max(sentence.first, first - _REACH) : min(last + _REACH, sentence.last)]
    return any(token.tag in ("VBD", "VBN") and token.lemma not in _STATES for token in near)


def _a_named_speakers(article: Article, span: Span) -> bool:
    """Somebody who could be asked left it vague."""
    if own_words(article, span):
        return False
    told = article.attributed_to(span)
    return told is None or told.source.known_as.kind in NAMED


def _dated(article: Article) -> set[int]:
    """The sentences that give a day, month or year, and those beside them."""
    return {
        near
        for expression in article.expressions
        if expression.what == "time" and expression.precise
        for here in [article.document.sentence_index(expression.span.start)]
        for near in range(here - _NEAR, here + _NEAR + 1)
    }
