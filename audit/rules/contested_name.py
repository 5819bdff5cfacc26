"""A name is used that one side of a dispute prefers.

Why
    Names of places, groups and policies carry a side with them. A house that has settled on
    one form can be held to it; a reader sees which side a name comes from.

Flagged
    [[Kiev]] has gained an advantage.
    The bill would deport every [[illegal alien]] in the state.

Not flagged
    Kyiv has gained an advantage.
    The bill would deport people who crossed the border without papers.
    She cooked chicken Kiev.
    The senate voted on the Ukraine bill.

Source
    AP Stylebook, entries for the words; a house's own list may change it.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.document import Token
from audit.finding import Mark, Severity
from audit.house.words import PREFERRED
from audit.lexicon import Entry
from audit.rules._language import terms

FAMILY = "language"
SEVERITY = Severity.NOTE

_DISHES = frozenset({"chicken", "dynamo", "ballistics"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def find(article: Article) -> Iterator[Mark]:
    tokens = article.document.tokens
    seen: set[str] = set()
    for span, entry in terms(article, "contested_names"):
        if entry.term in seen:
            continue  # one answer mends them all
        seen.add(entry.term)
        first, last = article.document.token_range(span)
        if first and tokens[first - 1].norm in _DISHES:
            continue
        if first and tokens[first - 1].tag == "PRP$":
            continue  # *his pro-life views*: so he calls them
        if _is_another(tokens, first, last):
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is one side’s name for it.",
            _question(entry),
            (f"{entry.term} ({entry.source})",),
        )


def _is_another(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """*Coalition for the Homeless* is a name, *the Ukraine deal* a deal."""
    if tokens[first].norm != "the":
        return False
    if tokens[last - 1].norm == "ukraine":
        return last < len(tokens) and tokens[last].tag in _NOUNS
    return tokens[last - 1].text[0].isupper() and tokens[first].text.islower()


def _question(entry: Entry) -> str:
    """What to ask; a house that has settled on a name says which."""
    preferred = entry.rest.get(PREFERRED)
    if preferred:
        return f"The house writes “{preferred}”. If somebody else’s name is meant, say whose it is."
    return "Which name does the house use? Where it is in dispute, say whose name this is."
