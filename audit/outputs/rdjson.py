"""Reviewdog's diagnostic format, for comments on any code host.

Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from audit.document import Document, Span
from audit.finding import Severity
from audit.outputs.paths import relative
from audit.report import Report

LEVELS = {Severity.NOTE: "INFO", Severity.WARNING: "WARNING", Severity.ERROR: "ERROR"}


def render(reports: Sequence[Report]) -> str:
    found = [diagnostic for report in reports for diagnostic in _diagnostics(report)]
    result = {"source": {"name": "audit"}, "diagnostics": found}
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    document = report.document
    path = relative(document.name)
    for skipped in report.skipped:
        yield {
            "message": f"{skipped.what}: {skipped.reason}",
            "location": {"path": path, **_line(skipped.line)},
            "severity": "ERROR" if skipped.unaudited or skipped.fault else "WARNING",
            "code": {"value": "note" if skipped.line else "not-audited"},
        }
    for finding in report.findings:
        yield {
            "message": f"{finding.message} {finding.question}".strip(),
            "location": {"path": path, "range": _range(document, finding.span)},
            "severity": LEVELS[finding.severity],
            "code": {"value": finding.rule},
        }
    for taken in report.allowed:
        yield {
            "message": taken.explained,
            "location": {"path": path, "range": _range(document, taken.span)},
            "severity": "INFO",
            "code": {"value": taken.rule},
        }


def _line(number: int) -> dict[str, Any]:
    """A line as a range, nothing where there is no line."""
    return {"range": {"start": {"line": number}}} if number else {}


def _range(document: Document, span: Span) -> dict[str, Any]:
    return {
        "start": _position(document, document.position(span.start)),
        "end": _position(document, document.end_position(span.end)),
    }


def _position(document: Document, place: tuple[int, int]) -> dict[str, int]:
    """Line and column from 1; the format counts columns in bytes of UTF-8."""
    before = document.line_before(place)
    return {"line": place[0], "column": len(before.encode("utf-8", "replace")) + 1}
