"""A statement rests on “a source” and nothing else.

Why
    Readers cannot weigh a source of whom they learn nothing: not the office, not the side, not
    how it knows. News agencies do not accept the bare word. Flagged
    once for each wording.

Flagged
    [[Sources]] said the merger is off.
    The bank will be sold, according to [[a source]].

Not flagged
    A source close to the negotiations said the merger is off.
    Solar is one of the cheapest power sources, the agency said.

Source
    AP Stylebook, "anonymous sources": simply quoting “a source” is not allowed.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.finding import Mark, Severity
from audit.rules._who import known_already, once, tokens_of, told, told_behind

FAMILY = "sourcing"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    for attribution in once(told(article, SourceKind.BARE_UNNAMED)):
        if known_already(article, attribution) or _is_described(article, attribution):
            continue
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” tells the reader nothing about who speaks.",
            "Who is it, how does the source know, and why is there no name?",
            (attribution.id,),
        )


def _is_described(article: Article, attribution: Attribution) -> bool:
    """*sources close to the talks*; or plain *sources*, told of in the article before."""
    if told_behind(article, attribution):
        return True
    word = article.document.tokens[attribution.source.head].lemma
    return any(
        earlier.source.head >= 0
        and any(token.lemma == word for token in tokens_of(article, earlier.source))
        and earlier.cue.head < attribution.cue.head
        and (earlier.source.kind is SourceKind.UNNAMED_DESCRIBED or told_behind(article, earlier))
        for earlier in article.trusted
    )
