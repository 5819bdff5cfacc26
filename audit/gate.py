"""Whether an article may pass."""

from audit.finding import Severity
from audit.report import Report

NEVER = "never"


def holds(report: Report, fail_on: str | None = None, min_score: float | None = None) -> bool:
    """Nothing too severe was found, and the score is not too low.

    ``fail_on`` (a severity, or ``never``) and ``min_score`` stand above what the report's
    configuration says. An article that has no score does not fail by it.
    """
    limit = report.config.fail_on if fail_on is None else fail_on
    least = report.config.min_score if min_score is None else min_score
    score = report.scores.article
    if least is not None and score is not None and score < least:
        return False
    if limit == NEVER:
        return True
    worst = Severity(limit).rank
    return all(finding.severity.rank > worst for finding in report.findings)
