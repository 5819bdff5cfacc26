"""The findings worth a phone call: what the top of every summary names."""

from collections import Counter

from audit.finding import Severity
from audit.report import Listed, Report

# How many findings a summary names.
CALLS = 10
# How many of them may ask the same while there is something else to ask.
SAME = 3


def calls(report: Report) -> list[Listed]:
    """The most important finding of each group; what asks the same once more comes after."""
    groups: set[str] = set()
    asked: Counter[str] = Counter()
    first: list[Listed] = []
    later: list[Listed] = []
    for finding in report.ranked:
        if finding.severity is Severity.NOTE:
            break
        if finding.group not in groups:
            groups.add(finding.group)
            asked[finding.question] += 1
            (first if asked[finding.question] <= SAME else later).append(finding)
    return (first + later)[:CALLS]
