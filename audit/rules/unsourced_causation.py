"""One thing is said to have caused another, and nobody is named who says so.

Why
    That two things happened is often plain; that one brought about the other is a finding
    or an opinion, and belongs to whoever made it. In a whole article only causes are asked
    about that people differ on, such as those of crime, prices, jobs and deaths, and what a
    policy brought about: which lawsuit or debate something led to, anybody there could see.

Flagged
    Crime rose [[because of the new bail law]].
    The strike [[led to the collapse of the coalition]].

Not flagged
    Crime rose because of the new bail law, the police union said.
    The match was delayed because of rain.

Source
    Compiled for this product after Cohn, News and Numbers: correlation and cause.
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_sourced
from audit.annotate.model import Article, Claim
from audit.document import Span
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._unsourced import focus, unsourced

FAMILY = "claims"
SEVERITY = Severity.WARNING

# *Ana Ruiz contributed to this report.*
_CREDITS = frozenset({"report", "story", "article", "reporting"})

# Verbs whose object is the effect; of the others it stands before them.
_BRINGING = frozenset(
    {"bring", "cause", "contribute", "drive", "give", "have", "lead", "push", "result", "set"}
    | {"touch"}
)
# How far behind the cause or its verb the word that tells may stand.
_REACH = 8


def find(article: Article) -> Iterator[Mark]:
    whole = is_sourced(article) is not None
    for claim in unsourced(article, {"cause", "causation"}):
        span = focus(claim)
        if whole and not _is_disputed(article, claim, span):
            continue
        _, last = article.document.token_range(claim.span)
        if article.document.tokens[last - 1].norm in _CREDITS:
            continue
        first, _ = article.document.token_range(span)
        words = article.document.tokens[first : first + 3]
        if [token.norm for token in words[:2]] == ["due", "to"] and words[-1].tag == "VB":
            continue  # *is due to appear*
        yield Mark(
            span,
            f"“{article.document.quote(span)}” gives a cause without a source.",
            "Who found or says that this was the cause?",
            (claim.id, claim.evidence),
        )


def _is_disputed(article: Article, claim: Claim, span: Span) -> bool:
    """*led to a surge in rents*, *because of the new bail law*: people differ about it.

    Which debate or which lawsuit something led to, whoever was there could see.
    """
    tokens = article.document.tokens
    first, last = article.document.token_range(span)
    start, _ = article.document.token_range(claim.span)
    near = min(first + _REACH, last)
    if tokens[first].tag[0] == "V" and tokens[first].lemma in _BRINGING:
        return _holds(article, "effect", first, near)
    return _holds(article, "effect", start, first) or _holds(article, "policy", first, near)


def _holds(article: Article, category: str, first: int, last: int) -> bool:
    found = load("disputed_effects").matches(article.document.tokens, first, last)
    return any(row.category == category for _, _, row in found)
