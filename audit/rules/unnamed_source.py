"""A statement rests on somebody who is described and not named.

Why
    Readers weigh a claim by who makes it. A source without a name cannot be weighed, and
    cannot be held to what was said. Each description is flagged once, where it first speaks.

Flagged
    [[Officials]] said the talks had failed.
    [[One diplomat]] called the envoy a fool.

Not flagged
    Officials in the water department met on Friday.
    The ministry’s spokesman said the talks had failed.
    Ana Ruiz, an official at the water department, said the talks had failed.

Source
    SPJ Code of Ethics (2014): identify sources clearly.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.finding import Mark, Severity
from audit.rules._who import known_already, once, role_of, tokens_of, told, told_behind

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# Private people whom the text has already brought in: *the driver*, *her mother*.
_JUDGING = frozenset({"court", "judge", "juror", "jury", "justice", "magistrate", "panel"})
_ASKING = frozenset({"reporter", "reporters", "journalist", "journalists"})
_PRIVATE = frozenset({"witness", "person", "kin"})


def find(article: Article) -> Iterator[Mark]:
    kinds = (SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED, SourceKind.BARE_UNNAMED)
    for attribution in once(told(article, *kinds)):
        bare = attribution.source.kind is SourceKind.BARE_UNNAMED
        if bare and not told_behind(article, attribution):
            continue  # an error by a rule of its own
        if _is_apposition(article, attribution):
            continue
        if article.document.tokens[attribution.source.head].lemma in _JUDGING:
            continue  # a ruling is on record
        if known_already(article, attribution) or _private(article, attribution):
            continue
        if _asks(article, attribution) or _is_still_to_come(article, attribution):
            continue
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” speaks here without a name.",
            "Who is it? If the name must stay out: which office, how many, and why?",
            (attribution.id,),
        )


def _is_apposition(article: Article, attribution: Attribution) -> bool:
    """*Lisa Bardack, an internist*: the name stands before; *Ruiz, one of the oldest*, inside."""
    tokens = article.document.tokens
    first, last = article.document.token_range(attribution.source.spans[0])
    before = tokens[max(0, first - 2) : first]
    named = len(before) == 2 and before[0].tag == "NNP" and before[1].norm == ","
    return named or (
        last - first > 2 and tokens[first].tag == "NNP" and tokens[first + 1].norm == ","
    )


def _private(article: Article, attribution: Attribution) -> bool:
    """A private person the text takes as known, whose name would add little."""
    first = tokens_of(article, attribution.source)[0]
    definite = first.norm == "the" or first.tag == "PRP$"
    return definite and role_of(article, attribution.source) in _PRIVATE


def _asks(article: Article, attribution: Attribution) -> bool:
    """A reporter who puts a question, and a number of people, are no unnamed source."""
    tokens = tokens_of(article, attribution.source)
    return any(token.tag == "CD" and token.norm != "one" for token in tokens) or bool(
        _ASKING & {token.norm for token in tokens}
    )


def _is_still_to_come(article: Article, attribution: Attribution) -> bool:
    """*will tell the court*: nothing has been said yet."""
    first, last = article.document.token_range(attribution.cue.spans[0])
    tokens = article.document.tokens[max(first - 2, 0) : last]
    return any(token.norm in {"will", "'ll", "should", "must"} for token in tokens)
