"""JUnit's XML: an article is a suite, and its score and each finding are its tests.

Format: junit-10.xsd of the Jenkins xUnit plugin, which most readers follow.
"""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from audit.gate import fails_by_score, too_much
from audit.outputs.paths import relative
from audit.outputs.text import summary
from audit.report import Listed, Report

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(reports: Sequence[Report]) -> str:
    suites = [list(_cases(report)) for report in reports]
    every = [case for cases in suites for case in cases]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<testsuites name={_value('audit')} {_counts(every, skipped=False)}>")
    for report, cases in zip(reports, suites, strict=True):
        name = _value(relative(report.document.name))
        lines += [f"<testsuite name={name} {_counts(every=cases)}>", *cases, "</testsuite>"]
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _counts(every: Sequence[str], skipped: bool = True) -> str:
    counts = {name: sum(f"<{tag} " in case for case in every) for name, tag in _OUTCOMES.items()}
    if not skipped:
        del counts["skipped"]
    numbers = " ".join(f'{name}="{count}"' for name, count in counts.items())
    return f'tests="{len(every)}" {numbers} time="0"'


def _cases(report: Report) -> Iterator[str]:
    """One test for the article as a whole, then one for each finding, allowed ones too."""
    for some in report.skipped:
        if some.unaudited or some.fault:
            yield _case(report, f"audited: {some.what}", "error", "not-audited", some.reason)
        elif some.line:
            yield _case(report, some.what, "skipped", "note", some.reason)
    if report.audited:
        low = "failure" if fails_by_score(report) else ""
        yield _case(report, "score", low, "min-score", summary(report))
    failing = too_much(report)
    for finding in report.findings:
        text = f"{finding.severity}: {finding.message} {finding.question}".strip()
        outcome = "failure" if finding in failing else ""
        yield _case(report, _name(report, finding), outcome, finding.rule, text)
    for taken in report.suppressed:
        line, column = report.document.position(taken.span.start)
        yield _case(report, f"{taken.rule} {line}:{column}", "skipped", taken.rule, taken.reason)


def _name(report: Report, finding: Listed) -> str:
    return f"{finding.rule} {finding.line}:{finding.column} {report.document.quote(finding.span)}"


def _case(report: Report, name: str, outcome: str, kind: str, message: str) -> str:
    start = f"<testcase classname={_value(relative(report.document.name))} name={_value(name)}"
    if not outcome:
        return f'{start} time="0"><system-out>{_text(message)}</system-out></testcase>'
    type_ = "" if outcome == "skipped" else f" type={_value(kind)}"
    return f'{start} time="0"><{outcome} message={_value(message)}{type_} /></testcase>'


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value))


def _value(value: str) -> str:
    return quoteattr(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value))
