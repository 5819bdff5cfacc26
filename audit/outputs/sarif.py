"""SARIF 2.1.0, which code hosts show beside the lines.

Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import audit
from audit.document import Document, Span
from audit.finding import Severity
from audit.outputs import manual
from audit.outputs.paths import uri
from audit.report import Report, Skipped
from audit.rules import Rule, load_rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.NOTE: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
# Names of our fingerprint: the one code hosts look for, and one with a version of its own.
FINGERPRINTS = ("primaryLocationLineHash", "sourceAudit/v1")


def render(reports: Sequence[Report]) -> str:
    named = {finding.rule for report in reports for finding in report.findings}
    named |= {taken.rule for report in reports for taken in report.suppressed}
    house = {rule.id: rule for report in reports for rule in report.config.rules}
    rules = [rule for rule in (*load_rules(), *house.values()) if rule.id in named]
    places = {rule.id: i for i, rule in enumerate(rules)}
    results = [result for report in reports for result in _results(report, places)]
    skipped = [(report, some) for report in reports for some in report.skipped]
    run = {
        "tool": {
            "driver": {
                "name": "audit",
                "fullName": f"source-audit {audit.__version__}",
                "semanticVersion": audit.__version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not any(some.fault for _, some in skipped),
                "toolExecutionNotifications": [_notification(*pair) for pair in skipped],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    sections = list(manual.sections(rule))
    title = manual.title(rule)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": " ".join(dict(sections).get("Why", title).split())},
        "help": {
            "text": rule.doc.strip(),
            "markdown": "\n\n".join(f"**{heading}**\n\n{body}" for heading, body in sections),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _results(report: Report, places: dict[str, int]) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        text = f"{finding.message} {finding.question}".strip()
        yield {
            **_named(finding.rule, places),
            "level": LEVELS[finding.severity],
            "message": {"text": text},
            "locations": [_location(report.document, finding.span)],
            "partialFingerprints": dict.fromkeys(FINGERPRINTS, finding.fingerprint),
            "rank": float(max(0, 101 - finding.priority)),
        }
    for taken in report.suppressed:
        kind = "inSource" if taken.in_text else "external"
        fingerprints = dict.fromkeys(FINGERPRINTS, taken.fingerprint)
        yield {
            **_named(taken.rule, places),
            "message": {"text": taken.message or f"“{report.document.quote(taken.span)}”"},
            "locations": [_location(report.document, taken.span)],
            **({"partialFingerprints": fingerprints} if taken.fingerprint else {}),
            "suppressions": [{"kind": kind, "status": "accepted", "justification": taken.reason}],
        }


def _named(rule: str, places: dict[str, int]) -> dict[str, Any]:
    return {"ruleId": rule, **({"ruleIndex": places[rule]} if rule in places else {})}


def _location(document: Document, span: Span) -> dict[str, Any]:
    line, column = document.position(span.start)
    end_line, end_column = document.end_position(span.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "snippet": {"text": document.as_written(span)},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(document.name)}, "region": region}}


def _notification(report: Report, skipped: Skipped) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(report.document.name)}}
    if skipped.line:
        place["region"] = {"startLine": skipped.line}
    return {
        "level": "error" if skipped.unaudited or skipped.fault else "warning",
        "message": {"text": f"{skipped.what}: {skipped.reason}"},
        "locations": [{"physicalLocation": place}],
    }
