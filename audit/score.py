"""How well the statements of an article, and the article, are attributed.

The scale is ours and no validated instrument; every number keeps the components it came from.
Source of the table of sources counted: Project for Excellence in Journalism (2005).
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audit.annotate.model import (
    Article,
    Attribution,
    Claim,
    Form,
    SourceKind,
    Speaker,
    Stance,
)
from audit.grading import StatementScore, clipped, grade
from audit.weights import table

if TYPE_CHECKING:
    from audit.finding import Finding

__all__ = ["Scores", "StatementScore", "score_article"]

_LOADED = frozenset({"loaded-term", "thought-verb", "emotive-verb"})
_HEARD = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.NAMED_ROLE,
        SourceKind.INSTITUTION,
        SourceKind.METONYMY,
    }
)


@dataclass(frozen=True, slots=True)
class Scores:
    """Every number of one article.

    ``statements`` by attribution id; ``claims`` by claim id, 0.0 for one that needs a source
    and has none, ``None`` for an exempt one that rests on nobody. ``article`` is ``None``
    below five claims that need a source. ``profile``: M from 0 to 100, the others 0 to 1.
    """

    statements: dict[str, StatementScore] = field(default_factory=dict)
    claims: dict[str, float | None] = field(default_factory=dict)
    article: float | None = None
    band: str | None = None
    profile: dict[str, float] = field(default_factory=dict)


def score_article(article: Article, findings: "tuple[Finding, ...]") -> Scores:
    """Score every statement and claim, and the article where it has claims enough."""
    statements = _statements(article, findings)
    claims = {claim.id: _claim_score(article, claim, statements) for claim in article.claims}
    profile = _profile(article, findings, claims)
    needing = sum(claim.needs_source for claim in article.claims)
    if needing < table("limit")["claims"]:
        return Scores(statements, claims, None, None, profile)
    weights = table("article")
    total = round(sum(weights[name] * value for name, value in profile.items()), 1)
    band = next(name for name, least in table("band").items() if total >= least)
    return Scores(statements, claims, total, band, profile)


def _statements(article: Article, findings: "tuple[Finding, ...]") -> dict[str, StatementScore]:
    """Each attribution's score; one inside another is never better than the outer."""
    opinions = {id_ for f in findings if f.rule == "anonymous-opinion" for id_ in f.evidence}
    done: dict[str, StatementScore] = {}
    for attribution in sorted(article.attributions, key=lambda a: a.level):
        score = grade(article, attribution, attribution.id in opinions)
        outer = done.get(attribution.parent or "")
        if outer is not None and outer.total < score.total:
            inner = clipped(score.components, {f"nested in {attribution.parent}": outer.total})
            score = StatementScore(inner.total, score.components, (*score.caps, *inner.caps))
        done[attribution.id] = score
    return {attribution.id: done[attribution.id] for attribution in article.attributions}


def _claim_score(
    article: Article, claim: Claim, statements: dict[str, StatementScore]
) -> float | None:
    """The weakest link of the chain of attributions that the claim rests on."""
    attribution = article.by_id.get(claim.attribution or "")
    if attribution is None or not attribution.trusted:
        return None if claim.exempt else 0.0
    return min(statements[a.id].total for a in _chain(article, attribution, claim))


def _chain(article: Article, attribution: Attribution, claim: Claim) -> list[Attribution]:
    """The attribution, those it stands in, and those inside it that hold the claim."""
    chain = [attribution]
    for other in article.attributions_in(claim.sentence):
        inside = other.level > attribution.level and other.trusted
        if inside and any(span.covers(claim.span) for span in other.content.spans):
            chain.append(other)
    return chain


def _profile(
    article: Article, findings: "tuple[Finding, ...]", claims: dict[str, float | None]
) -> dict[str, float]:
    """Means, breadth, response, language and precision, rounded to two decimals."""
    trusted = {attribution.id for attribution in article.trusted}
    speaking = [s for s in article.speakers if trusted & set(s.attributions)]
    identified = sum(speaker.identified for speaker in speaking)
    breadth = table("breadth")
    profile = {
        "M": _mean(article, claims),
        "B": breadth[f"{min(identified, len(breadth) - 1)}"],
        "R": _response(article, speaking, findings),
        "L": _language(article, findings),
        "T": _precision(article),
    }
    return {name: round(value, 2) for name, value in profile.items()}


def _mean(article: Article, claims: dict[str, float | None]) -> float:
    """Over claims that need a source, those of the first paragraph counted twice."""
    total = weight = 0.0
    for claim in article.claims:
        score = claims[claim.id]
        if not claim.needs_source or score is None:
            continue
        first = article.document.sentences[claim.sentence].paragraph == _lead(article)
        share = table("limit")["lead weight"] if first else 1.0
        total += share * score
        weight += share
    return total / weight if weight else 0.0


def _lead(article: Article) -> int:
    """The first paragraph that is reported prose."""
    prose = (s.paragraph for s in article.document.sentences if s.role.value == "text")
    return next(prose, 0)


def _response(article: Article, speaking: list[Speaker], findings: "tuple[Finding, ...]") -> float:
    """1 where the other side was asked or speaks in its own words, half where it is paraphrased."""
    if any(finding.rule == "no-response" for finding in findings):
        return 0.0
    answered = any(
        a.form is Form.NO_COMMENT or a.cue.stance is Stance.DENY for a in article.trusted
    )
    heard = [speaker for speaker in speaking if speaker.kind in _HEARD]
    if answered or sum(speaker.quoted_words > 0 for speaker in heard) > 1:
        return 1.0
    return 0.5 if len(heard) > 1 else 0.0


def _language(article: Article, findings: "tuple[Finding, ...]") -> float:
    """1 less the density of loaded, thought and emotive words outside quotation."""
    words = sum(token.text[0].isalnum() for token in article.document.tokens)
    loaded = sum(f.rule in _LOADED and not article.quoted(f.span) for f in findings)
    if not words:
        return 1.0
    return 1.0 - min(1.0, 100 * loaded / words / table("limit")["loaded per 100 words"])


def _precision(article: Article) -> float:
    """The share of time and number expressions that are precise; 0 where there are none."""
    expressions = article.expressions
    if not expressions:
        return 0.0
    return sum(expression.precise for expression in expressions) / len(expressions)
