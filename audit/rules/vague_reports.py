"""A statement rests on reports that nobody can look up.

Why
    “Some reports” may be one post or ten newspapers. Without a name, a date or a link the
    reader cannot tell, and cannot check whether they say so at all.

Flagged
    [[Some reports]] claim that the port will close.
    The factory closed in May, according to [[media reports]].

Not flagged
    A 2023 report by the National Audit Office says the scheme wasted 80 million pounds.
    The Herald reported that the port would close.

Source
    Reuters Handbook of Journalism: name the media you pick up from.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.finding import Mark, Severity
from audit.rules._who import told

FAMILY = "sourcing"
SEVERITY = Severity.ERROR

_KNOWN = frozenset({"the", "these", "those", "both"})
# *bank accounts*, *the accounts he read*, *at times* report nothing.
_OTHERS = frozenset({"bank", "email", "fake", "instagram", "social", "twitter", "facebook"})
_THINGS = frozenset({"intercept", "one", "time", "member", "people"})
# How far behind a source its examples begin, in tokens.
_NEAR = 4


def find(article: Article) -> Iterator[Mark]:
    for attribution in told(article, SourceKind.VAGUE_REPORTS):
        span = attribution.source.spans[0]
        if _told_which(article, attribution) or not _are_reports(article, attribution):
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” could be anything: no outlet, no date, no link.",
            "Which reports? Name and link them.",
            (attribution.id,),
        )


def _told_which(article: Article, attribution: Attribution) -> bool:
    """*papers including The Sun*, *the court papers*: which ones is said, or was."""
    document = article.document
    first, last = document.token_range(attribution.source.spans[0])
    after = {token.norm for token in document.tokens[last : last + _NEAR]}
    return document.tokens[first].norm in _KNOWN or bool(after & {"including", "like", "such"})


def _are_reports(article: Article, attribution: Attribution) -> bool:
    """The head of the phrase is what reports: not *members of the media*, *at times*."""
    tokens, head = article.document.tokens, attribution.source.head
    if head < 0:
        return True
    first, last = article.document.token_range(attribution.source.spans[0])
    words = {token.norm for token in tokens[first:last]}
    if "account" in (token.lemma for token in tokens[first:last]) and _OTHERS & words:
        return False
    opening = next((t for t in tokens[first:last] if t.tag in ("NN", "NNS", "CD")), tokens[head])
    return tokens[head].lemma not in _THINGS and opening.lemma not in _THINGS
