"""A summary in GitHub's Markdown, for ``$GITHUB_STEP_SUMMARY`` or a comment.

Format: https://github.github.com/gfm/
"""

import re
from collections.abc import Iterator, Sequence

from audit.outputs.calls import calls
from audit.outputs.text import plural, summary
from audit.report import Listed, Report

# GitHub takes 1 MiB of summary; no editor reads more than this of one article.
MOST = 50
SCALE = (
    "The scale is the tool’s own, not a validated instrument. It measures how sourcing is "
    "shown, not whether it is true."
)
# Everything that Markdown or HTML inside it may take for more than a character.
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|<>&~$@:]")


def render(reports: Sequence[Report]) -> str:
    lines = ["# Who says so?", ""]
    if not reports:
        lines += ["No article was audited.", ""]
    for report in reports:
        lines += _article(report)
    return "\n".join([*lines, f"<sub>{SCALE}</sub>"]) + "\n"


def _article(report: Report) -> Iterator[str]:
    yield f"## {plain(report.document.name)}"
    yield ""
    for skipped in report.skipped:
        what = skipped.heading
        yield f"**{plain(what[:1].upper() + what[1:])}**: {plain(skipped.reason)}"
        yield ""
    if not report.audited:
        return
    yield plain(summary(report))
    yield ""
    worth = calls(report)
    for finding in worth:
        yield f"1. line {finding.line}, {finding.severity.value}: {_said(finding)}"
    if worth:
        yield ""
    if report.findings:
        yield f"<details><summary>{plural(len(report.findings), 'finding')}</summary>"
        yield ""
        yield "| line | severity | rule | finding |"
        yield "|---:|---|---|---|"
        yield from (_row(finding) for finding in report.ranked[:MOST])
        yield ""
    if len(report.findings) > MOST:
        yield f"and {plural(len(report.findings) - MOST, 'finding')} more."
        yield ""
    if report.findings:
        yield "</details>"
        yield ""
    for taken in report.allowed:
        line, _ = report.document.position(taken.span.start)
        yield f"- allowed in line {line}: {plain(taken.rule)}, because {plain(taken.reason)}"
    if report.allowed:
        yield ""


def _row(finding: Listed) -> str:
    rule, said = plain(finding.rule), _said(finding)
    return f"| {finding.line} | {finding.severity.value} | {rule} | {said} |"


def _said(finding: Listed) -> str:
    return plain(f"{finding.message} {finding.question}".strip())


def plain(value: str) -> str:
    """Text that shows as it is, on one line.

    >>> plain("<b>|*")
    '&#60;b&#62;&#124;&#42;'
    """
    line = " ".join(value.split())
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", line)
