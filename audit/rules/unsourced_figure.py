"""A figure that someone must have counted or measured comes from nobody.

Why
    Rates, sums and tolls have an origin, a date and an error. Without the origin a reader
    cannot tell an official count from a guess. Votes, marks, and what a deal or a law sets, are
    published with it; in an article in which people who can be found speak throughout, so are
    plain counts.

Flagged
    Inflation fell to [[2.1 percent]] in April.
    If so, [[900 jobs]] will go.

Not flagged
    Inflation fell to 2.1 percent in April, the statistics office said.
    At least 40 homes were destroyed. The figure came from the governor's office.

Source
    Compiled for this product after Cohn, News and Numbers: who counted, and how.
"""

from collections.abc import Iterator

from audit.annotate.claim_figures import figures
from audit.annotate.claim_genre import is_sourced
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
    {"act", "bill", "budget", "law", "legislation", "loan", "package", "proposal", "resolution"}
    | {"tariff", "tax"}
)
# Shares that a count of votes or a list of marks gives.
_SCORED = frozenset({"caucus", "delegate", "mark", "point", "primary", "score", "win"})


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    report = heard(article)
    grounds = DISPUTED | {"figure", "prediction", "causation", "motive"}
    sourced = is_sourced(article)
    if sourced is not None:
        # What a deal, a market or a poll will give or has moved, is announced with it; where
        # people who can be found speak throughout, a plain count is theirs.
        grounds = DISPUTED - {"cause", "superlative"} | (frozenset() if sourced else {"figure"})
    for claim in unsourced(article, grounds):
        first, last = document.token_range(claim.span)
        sentence = document.words(document.sentences[claim.sentence])
        if claim.ground == "figure" and any(token.lemma in _PAPERS | _SCORED for token in sentence):
            continue
        # Where others are heard, figures down the text rest on what was sourced before.
        if report and claim.ground == "figure" and claim.sentence >= _OPENING:
            continue
        for start, end in figures(document.tokens, first, last):
            if (
                document.tokens[end - 1].norm == "percent"
                and document.tokens[end - 1].text[0] == "P"
            ):
                continue  # a line in title case heads what follows
            span = document.span_of(start, end)
            yield Mark(
                span,
                f"“{document.quote(span)}” has no origin here.",
                "Who counted or measured this, and as of when?",
                (claim.id,),
            )
