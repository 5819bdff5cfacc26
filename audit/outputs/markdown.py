"""A summary in GitHub's Markdown, for ``$GITHUB_STEP_SUMMARY`` or a comment.

Format: https://github.github.com/gfm/
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from audit.finding import Severity
from audit.outputs.calls import CALLS, calls
from audit.outputs.facts import Fact, facts
from audit.outputs.segments import SYMBOLS
from audit.outputs.speaking import source_rows
from audit.outputs.text import plural, summary
from audit.report import Listed, Report

# GitHub takes 65,536 characters of a comment.
LONGEST = 65_000
# What is shown of an article, rows of its table and findings worth a call: the first of these
# with which all articles fit. No editor reads more than 50 rows.
SHARES = ((50, CALLS), (10, CALLS), (0, CALLS), (0, 3), (0, 0))
# Rows of the table of articles, so that this alone cannot be too long.
ARTICLES = 300
SCALE = (
    "This measures how sourcing is shown, not whether it is true, and places nobody left or "
    "right. The scale is the tool’s own, not a validated instrument."
)
# Everything that Markdown or HTML inside it may take for more than a character.
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|<>&~$@:]")


def render(reports: Sequence[Report]) -> str:
    for rows, worth in SHARES:
        text = _summary(reports, rows, worth)
        if len(text) <= LONGEST:
            break
    return text


def _summary(reports: Sequence[Report], rows: int, worth: int) -> str:
    lines = ["# Who says so?", ""]
    if not reports:
        lines += ["No article was audited.", ""]
    if len(reports) > 1:
        lines += _articles([report for report in reports if report.audited])
    for report in reports:
        if worth or not report.audited or len(reports) == 1:
            lines += _article(report, rows, worth)
    return "\n".join([*lines, f"<sub>{SCALE}</sub>"]) + "\n"


def _articles(reports: Sequence[Report]) -> Iterator[str]:
    """A row for each article, the lowest score first; those without one come last."""
    yield "| article | score | band | claims without a source | errors | warnings |"
    yield "|---|---:|---|---:|---:|---:|"
    order = sorted(reports, key=lambda r: (r.scores.article is None, r.scores.article))
    for report in order[:ARTICLES]:
        score, counts = report.scores.article, Counter(f.severity for f in report.findings)
        claims, *_ = facts(report.article, 0, 0)
        yield (
            f"| {plain(report.document.name)} | {'–' if score is None else f'{score:.0f}'} "
            f"| {report.scores.band or 'no score'} | {claims.number} of {claims.whole} "
            f"| {counts[Severity.ERROR]} | {counts[Severity.WARNING]} |"
        )
    yield ""
    if len(order) > ARTICLES:
        yield f"and {len(order) - ARTICLES} more articles."
        yield ""


def _article(report: Report, rows: int, worth: int) -> Iterator[str]:
    yield f"## {plain(report.document.name)}"
    yield ""
    for skipped in report.skipped:
        what = skipped.heading
        yield f"**{plain(what[:1].upper() + what[1:])}**: {plain(skipped.reason)}"
        yield ""
    if not report.audited:
        return
    yield f"**{plain(summary(report))}**  "
    yield f"{'; '.join(f'{fact.number} of {fact.whole} {fact.what}' for fact in _facts(report))}."
    yield ""
    first = calls(report)[:worth]
    for finding in first:
        yield f"1. {SYMBOLS[finding.severity.value]} line {finding.line}: {_said(finding)}"
    if first:
        yield ""
    yield from _folded(report, rows)
    for taken in report.allowed:
        line, _ = report.document.position(taken.span.start)
        yield f"- allowed in line {line}: {plain(taken.rule)}, because {plain(taken.reason)}"
    if report.allowed:
        yield ""


def _facts(report: Report) -> tuple[Fact, ...]:
    sources = source_rows(report)
    quoted = sum(row.quoted_words for row in sources)
    return facts(report.article, quoted, sum(row.told_words for row in sources))


def _folded(report: Report, rows: int) -> Iterator[str]:
    """The findings as a table that opens, the most important first."""
    if not (report.findings and rows):
        return
    yield f"<details><summary>{plural(len(report.findings), 'finding')}</summary>"
    yield ""
    yield "| line | severity | rule | finding |"
    yield "|---:|---|---|---|"
    yield from (_row(finding) for finding in report.ranked[:rows])
    yield ""
    if len(report.findings) > rows:
        yield f"and {len(report.findings) - rows} more."
        yield ""
    yield "</details>"
    yield ""


def _row(finding: Listed) -> str:
    rule, severity = plain(finding.rule), finding.severity.value
    return f"| {finding.line} | {severity} | {rule} | {_said(finding)} |"


def _said(finding: Listed) -> str:
    """What was found, and the question in bold."""
    question = plain(finding.question)
    return f"{plain(finding.message)} **{question}**" if question else plain(finding.message)


def plain(value: str) -> str:
    """Text that shows as it is, on one line.

    >>> plain("<b>|*")
    '&#60;b&#62;&#124;&#42;'
    """
    line = " ".join(value.split())
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", line)
