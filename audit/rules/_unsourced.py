"""Claims that rest on nobody, as several rules look at them."""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_sourced
from audit.annotate.claim_paragraphs import shouted
from audit.annotate.model import Article, Claim
from audit.document import Span
from audit.rules._grave import is_grave
from audit.rules._language import posted
from audit.rules._talk import by_turns
from audit.rules._who import quoted_by_name

# Grounds that make a claim worth a source on their own. A bare forecast or a figure has
# a rule of its own and is only a warning.
DISPUTED = frozenset(
    {
        "mind", "deliberation", "aim", "opinion", "effect", "cause", "superlative", "inference",
        "decision", "terms", "force", "wrongdoing", "accusation", "toll", "rate", "news", "trend",
        "generality",
    }
)  # fmt: skip

# In a whole text a cause and a hedge have rules of their own, and a table settles what was
# the largest.
_SETTLED = frozenset({"cause", "inference", "superlative"})
_WISHES = frozenset({"consider", "hope", "know", "mull", "realise", "realize", "want", "wish"})


def unsourced(article: Article, grounds: frozenset[str] | set[str] = DISPUTED) -> Iterator[Claim]:
    """The claims on these grounds that need a source and have none, in reading order."""
    if by_turns(article):
        return
    aloud = quoted_by_name(article)
    for claim in article.claims:
        # What a party that is quoted wants and knew is told by what it says.
        if aloud and claim.ground == "mind" and _wish(article, claim):
            continue
        if claim.ground not in grounds or not claim.unsourced or posted(article, claim.span):
            continue
        if is_grave(article, claim) and not shouted(article.document, claim.sentence):
            yield claim


def in_dispute(article: Article) -> frozenset[str]:
    """The grounds that are an error in this article, and not only a question."""
    return DISPUTED if is_sourced(article) is None else DISPUTED - _SETTLED


def focus(claim: Claim) -> Span:
    """The words that make the claim disputable."""
    return claim.focus or claim.span


def _wish(article: Article, claim: Claim) -> bool:
    """*hopes to*, *wants to*: an aim in the open, and no secret of the heart."""
    first, last = article.document.token_range(focus(claim))
    return any(token.lemma in _WISHES for token in article.document.tokens[first:last])
