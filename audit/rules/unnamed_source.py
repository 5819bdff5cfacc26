"""A statement rests on somebody who is described and not named.

Why
    Readers weigh a claim by who makes it. A source without a name cannot be weighed, and
    cannot be held to what was said. Each description is flagged once, where it first says
    something; what unnamed people do, seek or tell one another is part of the story, and so is
    whoever a lead describes and the next lines name. In an article, officials spoken of again
    right behind are the same.

Flagged
    [[Officials]] said the talks had failed.
    [[One diplomat]] called the envoy a fool.

Not flagged
    Officials in the water department met on Friday.
    The ministry’s spokesman said the talks had failed.
    Mr. Lund’s lawyers argued that the search was unlawful.
    Officials have sought a delay.
    Ana Ruiz, an official at the water department, said the talks had failed.

Source
    SPJ Code of Ethics (2014): identify sources clearly.
"""

from collections.abc import Iterator

from audit.annotate.model import STATEMENTS, Article, Attribution, SourceKind
from audit.finding import Mark, Severity
from audit.rules._unnamed import apart, nameless
from audit.rules._who import (
    in_report,
    known_already,
    noun_of,
    once,
    role_of,
    tokens_of,
    told_behind,
)

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# The lead names nobody, and whoever it speaks of is named within so many sentences.
_LEAD, _BELOW = 2, 5
_KINDS = (SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED, SourceKind.BARE_UNNAMED)


def find(article: Article) -> Iterator[Mark]:
    missed = (a for a in nameless(article, *_KINDS) if _is_missed(article, a))
    for attribution in apart(article, once(missed)):
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” speaks here without a name.",
            "Who is it? If the name must stay out: which office, how many, and why?",
            (attribution.id,),
        )


def _is_missed(article: Article, attribution: Attribution) -> bool:
    """Somebody new, one or a group, of whom no other rule says more."""
    bare = attribution.source.kind is SourceKind.BARE_UNNAMED
    if bare and not told_behind(article, attribution):
        return False  # an error by a rule of its own
    if known_already(article, attribution) or _is_spokesman(article, attribution):
        return False
    if _is_named_below(article, attribution):
        return False
    words = tokens_of(article, attribution.source)
    return not any(token.tag == "CD" and token.norm != "one" for token in words)


def _is_named_below(article: Article, attribution: Attribution) -> bool:
    """*A former investigator says*, in the first lines: the name follows with the first words."""
    noun = noun_of(tokens_of(article, attribution.source))
    if attribution.sentence >= _LEAD or noun.norm != noun.lemma or not in_report(article):
        return False
    return any(
        other.source.known_as.kind is SourceKind.NAMED_PERSON and other.form in STATEMENTS
        for other in article.trusted
        if attribution.sentence < other.sentence <= attribution.sentence + _BELOW
    )


def _is_spokesman(article: Article, attribution: Attribution) -> bool:
    """*A spokesman said the mayor would rest*: for whom is plain."""
    speaks_for = role_of(article, attribution.source) == "spokesperson"
    return speaks_for and len(tokens_of(article, attribution.source)) <= 2
