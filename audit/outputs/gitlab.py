"""GitLab Code Quality, shown in merge requests.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from audit.finding import Severity
from audit.outputs.paths import relative
from audit.report import Report

LEVELS = {Severity.NOTE: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


def render(reports: Sequence[Report]) -> str:
    issues = [issue for report in reports for issue in _issues(report)]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    path = relative(report.document.name)
    for skipped in report.skipped:
        text = f"{skipped.what}: {skipped.reason}"
        if skipped.line:
            yield _issue(path, text, "note", text, "minor", skipped.line, skipped.line)
        else:
            yield _issue(path, text, "not-audited", text, "critical", 1, 1)
    for finding in report.findings:
        text = f"{finding.message} {finding.question}".strip()
        end, _ = report.document.end_position(finding.span.end)
        level = LEVELS[finding.severity]
        key = f"{finding.rule}\n{finding.fingerprint}"
        yield _issue(path, text, finding.rule, key, level, finding.line, end)
    for taken in report.allowed:
        line, _ = report.document.position(taken.span.start)
        end, _ = report.document.end_position(taken.span.end)
        key = f"allowed {taken.rule}\n{taken.fingerprint}"
        yield _issue(path, taken.explained, taken.rule, key, "info", line, end)


def _issue(
    path: str, text: str, rule: str, key: str, severity: str, begin: int, end: int
) -> dict[str, Any]:
    data = f"{path}\n{key}".encode("utf-8", "surrogatepass")
    return {
        "description": text,
        "check_name": rule,
        "fingerprint": hashlib.sha256(data).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }
