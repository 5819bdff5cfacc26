"""How well each statement is attributed."""

from dataclasses import dataclass, field

from audit.annotate.model import Article
from audit.finding import Finding


@dataclass(frozen=True, slots=True)
class StatementScore:
    total: float
    components: dict[str, float]
    caps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    statements: dict[str, StatementScore] = field(default_factory=dict)
    claims: dict[str, float | None] = field(default_factory=dict)
    article: float | None = None
    band: str | None = None
    profile: dict[str, float] = field(default_factory=dict)


def score_article(article: Article, findings: tuple[Finding, ...]) -> Scores:
    return Scores({a.id: StatementScore(0.0, {}) for a in article.attributions})
