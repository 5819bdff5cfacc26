"""One finding a line, the way a terminal or an editor expects it."""

from collections import Counter
from collections.abc import Sequence

from audit.finding import Severity
from audit.report import Report


def render(reports: Sequence[Report]) -> str:
    return "".join(f"{line}\n" for report in reports for line in _lines(report))


def _lines(report: Report) -> list[str]:
    """The findings in reading order, what was left out, and one line that sums up.

    An article that could not be read has no line: standard error names it.
    """
    if not report.audited:
        return []
    name = one_line(report.document.name)
    lines = [
        f"{name}:{f.line}:{f.column}: {f.severity}: {f.message} {f.question} [{f.rule}]"
        for f in report.findings
    ]
    lines += [
        f"{name}:{report.document.position(s.span.start)[0]}: allowed: {s.rule}, "
        f"because {one_line(s.reason)}"
        for s in report.suppressed
        if s.in_text
    ]
    aside = Counter(s.reason for s in report.suppressed if not s.in_text)
    lines += [
        f"{name}: {plural(count, 'finding')} left out: {one_line(reason)}"
        for reason, count in aside.items()
    ]
    lines += [f"{name}: not audited: {s.what}: {s.reason}" for s in report.skipped]
    return [*lines, f"{name}: {summary(report)}"]


def summary(report: Report) -> str:
    """The score and the numbers of findings, in words."""
    counts = Counter(finding.severity for finding in report.findings)
    found = ", ".join(plural(counts[severity], severity.value) for severity in Severity)
    score = report.scores.article
    if score is None:
        return f"no score, too few claims; {found}"
    return f"score {score:.0f} of 100, {report.scores.band}; {found}"


def plural(count: int, noun: str) -> str:
    """A count with its noun; the nouns here take an *s*."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def one_line(value: str) -> str:
    """A name or reason that cannot break the line it is printed on."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value)
