"""Findings put aside after the audit: they are listed with their reason and do not count."""

from collections.abc import Callable
from dataclasses import replace

from audit.rank import prioritised
from audit.report import Listed, Report, Suppressed


def put_aside(report: Report, reason: str, meant: Callable[[Listed], bool]) -> Report:
    """The report without the findings that are meant; the score stays as it is."""
    taken = [finding for finding in report.findings if meant(finding)]
    if not taken:
        return report
    gone = set(taken)
    kept = [finding for finding in report.findings if finding not in gone]
    aside = (Suppressed(f.rule, f.span, reason, False, f.message, f.fingerprint) for f in taken)
    return replace(
        report,
        findings=prioritised(kept),
        suppressed=(*report.suppressed, *aside),
    )
