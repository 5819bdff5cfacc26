"""The table of many articles, each row with the way to its page."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from audit.finding import Severity
from audit.outputs.facts import needing, without
from audit.report import Report

# What the pages of a folder are entered by.
NAME = "index"


class Entry(NamedTuple):
    """One article of the table. ``order`` sorts by score; those without one come last.

    ``width`` is that of the score's bar, in hundredths, ``None`` where there is no score.
    """

    name: str
    address: str
    score: str
    order: float
    width: float | None
    band: str
    claims: int
    unsourced: int
    sources: int
    identified: int
    errors: int
    warnings: int


def entries(reports: Sequence[Report], names: Sequence[str]) -> tuple[Entry, ...]:
    """A row for each audited report, the lowest score first; ``names`` as of their pages."""
    rows = [_entry(report, name) for report, name in zip(reports, names, strict=True)]
    return tuple(sorted(rows, key=lambda row: (row.order, row.name)))


def _entry(report: Report, name: str) -> Entry:
    score, article = report.scores.article, report.article
    counts = Counter(finding.severity for finding in report.findings)
    claims = needing(article)
    return Entry(
        report.document.name,
        f"{quote(name)}.html",
        "–" if score is None else f"{score:.0f}",
        101.0 if score is None else score,
        score,
        report.scores.band or "no score",
        len(claims),
        len(without(article, claims)),
        len(article.speakers),
        sum(speaker.identified for speaker in article.speakers),
        counts[Severity.ERROR],
        counts[Severity.WARNING],
    )
