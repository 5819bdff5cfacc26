"""Whether an article may pass."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from audit.finding import Severity
from audit.report import Listed, Report

NEVER = "never"


def settled(
    report: Report,
    fail_on: str | None = None,
    min_score: float | None = None,
    most: Mapping[str, int] | None = None,
) -> Report:
    """The report with what was asked for standing above its configuration.

    ``fail_on`` is a severity or ``never``; ``most`` how often a rule may be found.
    """
    config = report.config
    return replace(
        report,
        config=replace(
            config,
            fail_on=config.fail_on if fail_on is None else fail_on,
            min_score=config.min_score if min_score is None else min_score,
            most={**config.most, **(most or {})},
        ),
    )


def holds(report: Report, fail_on: str | None = None, min_score: float | None = None) -> bool:
    """Nothing too severe was found, no rule too often, and the score is not too low.

    ``fail_on`` and ``min_score`` are as in ``settled``. An article that has no score does
    not fail by it.
    """
    report = settled(report, fail_on, min_score)
    return not fails_by_score(report) and not too_much(report)


def fails_by_score(report: Report) -> bool:
    """It has a score, and that is below what is asked."""
    score, least = report.scores.article, report.config.min_score
    return least is not None and score is not None and score < least


def too_much(report: Report) -> frozenset[Listed]:
    """The findings that fail the gate.

    A rule with a number of its own is judged by that number alone, whatever its severity:
    up to it all are let through, beyond it all of them fail.
    """
    config = report.config
    counts = Counter(finding.rule for finding in report.findings)
    worst = -1 if config.fail_on == NEVER else Severity(config.fail_on).rank
    return frozenset(
        finding
        for finding in report.findings
        if (
            counts[finding.rule] > config.most[finding.rule]
            if finding.rule in config.most
            else finding.severity.rank <= worst
        )
    )
