"""What a reader is told first: how many claims have a source, who speaks, what is quoted."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.annotate.model import Article, Claim


class Fact(NamedTuple):
    """A number out of a whole, and what it counts."""

    number: int
    whole: int
    what: str


def facts(article: Article, quoted: int, told: int) -> tuple[Fact, ...]:
    """The numbers of one article; ``quoted`` and ``told`` are words given to its sources."""
    claims, speakers = needing(article), article.speakers
    found = sum(speaker.identified for speaker in speakers)
    return (
        Fact(len(without(article, claims)), len(claims), "claims have no source"),
        Fact(found, len(speakers), "sources could be found by a reader"),
        Fact(quoted, quoted + told, "words of sources are quoted"),
    )


def needing(article: Article) -> list[Claim]:
    """The claims that need a source."""
    return [claim for claim in article.claims if claim.needs_source]


def without(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """Those of the claims that need a source and rest on nobody."""
    return [c for c in claims if c.needs_source and c.attribution not in article.by_id]
