"""One finding a row, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Iterator, Sequence

from audit.report import Report

COLUMNS = (
    "file",
    "line",
    "column",
    "sentence",
    "severity",
    "rule",
    "text",
    "message",
    "question",
    "code",
    "priority",
    "group",
    "fingerprint",
    "score",
)
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(reports: Sequence[Report]) -> str:
    """The findings of all reports under one heading; lines within a cell become spaces."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        writer.writerows(_rows(report))
    return out.getvalue()


def _rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    """What was not audited has a row too, without a place, and what the text allows."""
    name, score = cell(report.document.name), report.scores.article
    number = "" if score is None else f"{score:.1f}"
    for skipped in report.skipped:
        what = cell(f"{skipped.what}: {skipped.reason}")
        yield (name, "", "", "", "", "not-audited", "", what, *[""] * 5, number)
    for finding in report.findings:
        yield (
            name,
            finding.line,
            finding.column,
            finding.sentence + 1,
            finding.severity.value,
            finding.rule,
            cell(report.document.excerpt(finding.span)),
            cell(finding.message),
            cell(finding.question),
            cell(finding.code),
            finding.priority,
            finding.group,
            finding.fingerprint,
            number,
        )
    for taken in report.allowed:
        line, column = report.document.position(taken.span.start)
        sentence = report.document.sentence_index(taken.span.start) + 1
        words, said = report.document.excerpt(taken.span), taken.explained
        place = (name, line, column, sentence, "allowed", taken.rule)
        yield (*place, cell(words), cell(said), "", "", "", "", taken.fingerprint, number)


def cell(text: str) -> str:
    """Text on one line that no spreadsheet runs as a formula.

    >>> cell('=HYPERLINK("http://x")'), cell("said\\nno")
    ('\\'=HYPERLINK("http://x")', 'said no')
    """
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) or text.startswith(_FORMULA) else line
