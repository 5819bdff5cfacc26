"""GitHub Actions annotations, one line each.

Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Sequence

from audit.finding import Severity
from audit.outputs.paths import relative
from audit.report import Listed, Report

LEVELS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def render(reports: Sequence[Report]) -> str:
    return "".join(f"{line}\n" for report in reports for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    name = _property(relative(report.document.name))
    for skipped in report.skipped:
        level = "error" if skipped.unaudited or skipped.fault else "warning"
        where, title = "", "not audited"
        if skipped.line:
            where, title = f",line={skipped.line}", "note to the audit"
        message = _data(f"{skipped.what}: {skipped.reason}")
        yield f"::{level} file={name}{where},title={title}::{message}"
    for finding in report.findings:
        yield _annotation(report, finding, name)
    for taken in report.allowed:
        line, _ = report.document.position(taken.span.start)
        title = _property(f"allowed: {taken.rule}")
        yield f"::notice file={name},line={line},title={title}::{_data(taken.explained)}"


def _annotation(report: Report, finding: Listed, name: str) -> str:
    end_line, end_column = report.document.end_position(finding.span.end)
    where = f"file={name},line={finding.line},endLine={end_line}"
    if finding.line == end_line:  # GitHub rejects columns on a range that crosses lines.
        where += f",col={finding.column},endColumn={end_column}"
    level = LEVELS[finding.severity]
    message = _data(f"{finding.message} {finding.question}".strip())
    return f"::{level} {where},title={_property(finding.rule)}::{message}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
