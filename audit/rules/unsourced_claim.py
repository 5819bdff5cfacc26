"""A statement that a reader could dispute rests on nobody.

Why
    A decision nobody announced, a judgement, a state of mind, an act of violence that one
    side denies: the reader has to take the writer's word for it. Open events, court
    records, scheduled events, results and settled background need no source, and a clause
    that an attribution beside it covers has one.

    In a news report, which quotes people or names a day, a claim stands among what its sources
    say. There an error is only what is grave: a crime or a charge told of somebody, people
    killed whom nobody counted, a secret decision, a verdict in strong words, what a named
    person or an angry party is said to feel, where nobody in the paragraph says anything and
    nobody near speaks of the same. Acts of authorities, what parties and trades want,
    accidents and attacks are public there. A text that quotes nobody and names no day is asked
    for all of it.

Flagged
    [[The ministry has authorised secret talks]].
    [[The ruling sent shockwaves through the industry]].

Not flagged
    The bridge opened on Friday.
    The ministry has authorised secret talks, two diplomats said.

Source
    AP Statement of News Values and Principles: "attribute information to its source".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._unsourced import focus, in_dispute, unsourced
from audit.rules._who import quoted_by_name

FAMILY = "claims"
SEVERITY = Severity.ERROR

# In a report that lets parties speak in their own words, these are told by what they say and do.
_MILD = frozenset({"aim", "deliberation", "generality", "inference", "superlative", "trend"})


def find(article: Article) -> Iterator[Mark]:
    grounds = in_dispute(article)
    if quoted_by_name(article):
        grounds -= _MILD
    for claim in unsourced(article, grounds):
        span = focus(claim) if claim.ground == "trend" else claim.span
        yield Mark(
            span,
            f"“{article.document.quote(span)}” has no source here.",
            "Who says so? Name the person, document or outlet, and the day.",
            (claim.id, claim.evidence),
        )
