"""An adverb tells readers what to make of a fact.

Why
    Sadly, tellingly and of course are the writer's comment on the news. A reader who has
    the facts needs no nudge. Common ones (famously, yet another) are let stand in a whole
    article, save in its headline.

Flagged
    [[Unfortunately]], the bridge stayed shut.
    The minister [[conveniently]] left before the vote.

Not flagged
    The bridge stayed shut.
    The minister left before the vote.
    “Sadly, he was right,” Ruiz said.
    Obviously I was wrong.
    Most importantly, the bridge is shut.

Source
    Biber et al. 1999, Longman Grammar §10.3; Reuters Handbook of Journalism.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._language import terms
from audit.rules._mild import weighing

FAMILY = "language"
SEVERITY = Severity.NOTE

# *Obviously I was wrong* comments on the writer.
_SELF = frozenset({"i", "my"})


def find(article: Article) -> Iterator[Mark]:
    tokens = article.document.tokens
    weighs = weighing(article)
    for span, entry in terms(article, "editorial_adverbs"):
        if not weighs(span, entry):
            continue
        _, last = article.document.token_range(span)
        if any(token.norm in _SELF | {"n't", "not"} for token in tokens[last : last + 2]):
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” comments on the fact it stands by.",
            "Would the sentence be poorer without it? If somebody thinks so, who?",
            (f"{entry.term} ({entry.source})",),
        )
