"""A figure that someone must have counted or measured comes from nobody.

Why
    Rates, sums and tolls have an origin, a date and an error. Without the origin a reader
    cannot tell an official count from a guess.

Flagged
    Inflation fell to [[2.1 percent]] in April.
    If so, [[900 jobs]] will go.

Not flagged
    Inflation fell to 2.1 percent in April, the statistics office said.
    At least 40 homes were destroyed. The figure came from the governor's office.

Source
    Reuters Handbook of Journalism, "Numbers": "always source statistics".
"""

from collections.abc import Iterator

from audit.annotate.claim_figures import figures
from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._unsourced import DISPUTED, unsourced
from audit.rules._who import heard

FAMILY = "claims"
SEVERITY = Severity.WARNING

# So many sentences open an article.
_OPENING = 3
# What they cost or allow stands in them.
_PAPERS = frozenset(
    {"act", "bill", "budget", "law", "legislation", "loan", "package", "proposal", "tariff", "tax"}
)


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    report = heard(article)
    for claim in unsourced(article, DISPUTED | {"figure", "prediction", "causation", "motive"}):
        first, last = document.token_range(claim.span)
        sentence = document.words(document.sentences[claim.sentence])
        if claim.ground == "figure" and any(token.lemma in _PAPERS for token in sentence):
            continue
        # Where others are heard, figures down the text rest on what was sourced before.
        if report and claim.ground == "figure" and claim.sentence >= _OPENING:
            continue
        for start, end in figures(document.tokens, first, last):
            span = document.span_of(start, end)
            yield Mark(
                span,
                f"“{document.quote(span)}” has no origin here.",
                "Who counted or measured this, and as of when?",
                (claim.id,),
            )
