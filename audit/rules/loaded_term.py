"""A word judges what it names.

Why
    Thugs, regime and hysteria tell readers what to think of somebody before the facts are
    in. In a source's words the judgement is the source's; in the article's own it is the
    outlet's.

Flagged
    The [[regime]]'s [[thugs]] [[butchered]] protesters.
    The plan was met with [[hysteria]].

Not flagged
    The butcher closed his shop in 1998.
    The union said the offer was an insult.
    “They are thugs,” Osei said.

Source
    Reuters Handbook of Journalism, "Loaded words"; AP Stylebook; BBC Editorial Guidelines
    4.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Stance
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._language import terms

FAMILY = "language"
SEVERITY = Severity.WARNING


def find(article: Article) -> Iterator[Mark]:
    seen: set[str] = set()
    for span, entry in terms(article, "loaded_terms"):
        if entry.term in seen:
            continue  # one answer mends them all
        seen.add(entry.term)
        if not _is_reported_temper(article, span):
            yield Mark(
                span,
                f"“{article.document.quote(span)}” passes judgement in the article’s own words.",
                "What happened, in words both sides would accept? Or who calls it so?",
                (f"{entry.term} ({entry.source})",),
            )


def _is_reported_temper(article: Article, span: Span) -> bool:
    """The word is a verb of saying, which a rule on such verbs judges already."""
    return any(
        attribution.trusted
        and attribution.cue.stance is Stance.EMOTIVE
        and any(cue.overlaps(span) for cue in attribution.cue.spans)
        for attribution in article.attributions_in(article.document.sentence_index(span.start))
    )
