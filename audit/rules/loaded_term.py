"""A word judges what it names.

Why
    Thugs, regime and hysteria tell readers what to think of somebody before the facts are
    in. In a source's words the judgement is the source's; in the article's own it is the
    outlet's. Milder ones (stunning, far-left, havoc) are let stand in a whole article, save
    in its headline: there the facts lie beside them.

Flagged
    The [[regime]]'s [[thugs]] [[butchered]] protesters.
    The plan was met with [[hysteria]].

Not flagged
    The butcher closed his shop in 1998.
    The union said the offer was an insult.
    “They are thugs,” Osei said.
    The union accused the mayor of bigotry.
    The vote was chaotic. “We lost count twice,” Ana Ruiz said. Ben Osei said it was late.
    The vote was a “charade.”

Source
    Reuters Handbook of Journalism, "Freedom from bias"; AP Stylebook; BBC Editorial Guidelines
    4.
"""

from bisect import bisect_right
from collections.abc import Iterator

from audit.annotate.model import Article, QuotationUse, Stance
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._language import terms
from audit.rules._mild import weighing

FAMILY = "language"
SEVERITY = Severity.WARNING

_DENYING = frozenset({"hardly", "n't", "never", "no", "not", "neither", "nor", "without"})
# *not only divisive* denies nothing.
_STRESSING = frozenset({"only", "just", "merely"})
# How far before the term such a word may stand, in tokens.
_REACH = 3


def find(article: Article) -> Iterator[Mark]:
    seen: set[str] = set()
    weighs = weighing(article)
    marked = sorted(q.span for q in article.quotations if q.use is QuotationUse.SCARE)
    for span, entry in terms(article, "loaded_terms"):
        if entry.term in seen or _is_denied(article, span):
            continue  # one answer mends them all
        if not weighs(span, entry) or _is_marked(marked, span):
            continue
        seen.add(entry.term)
        if not _is_reported_temper(article, span):
            yield Mark(
                span,
                f"“{article.document.quote(span)}” passes judgement in the article’s own words.",
                "What happened, in words both sides would accept? Or who calls it so?",
                (f"{entry.term} ({entry.source})",),
            )


def _is_marked(marked: list[Span], span: Span) -> bool:
    """*a “charade”*: who puts it in marks keeps it at arm's length."""
    i = bisect_right(marked, span.start, key=lambda quotation: quotation.start) - 1
    return i >= 0 and marked[i].covers(span)


def _is_denied(article: Article, span: Span) -> bool:
    """*no bigot*, *was not a scam*, *I was arrogant*: nobody else is judged."""
    first, _ = article.document.token_range(span)
    start = article.document.sentence_at(span.start).first
    before = [t.norm for t in article.document.tokens[max(start, first - _REACH) : first]]
    if "i" in before or "my" in before:
        return True
    return bool(_DENYING.intersection(before)) and not _STRESSING.intersection(before)


def _is_reported_temper(article: Article, span: Span) -> bool:
    """The word is a verb of saying, which a rule on such verbs judges already."""
    return any(
        attribution.trusted
        and attribution.cue.stance is Stance.EMOTIVE
        and any(cue.overlaps(span) for cue in attribution.cue.spans)
        for attribution in article.attributions_in(article.document.sentence_index(span.start))
    )
