"""Findings the way a terminal or an editor expects them: where, what, and the words marked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.finding import Severity
from audit.outputs.excerpt import excerpt
from audit.report import Listed, Report

# What a terminal is told to change to, and back.
COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.NOTE: "36"}
BOLD, QUIET = "1", "2"


def render(reports: Sequence[Report]) -> str:
    return _text(reports, colour=False)


def coloured(reports: Sequence[Report]) -> str:
    """The same for a terminal that shows colours."""
    return _text(reports, colour=True)


def _text(reports: Sequence[Report], colour: bool) -> str:
    return "".join(f"{line}\n" for report in reports for line in _lines(report, colour))


def _lines(report: Report, colour: bool) -> list[str]:
    """The findings in reading order, what was left out, and one line that sums up.

    An article that could not be read has no line: standard error names it.
    """
    if not report.audited:
        return []
    name = one_line(report.document.name)
    lines = [line for finding in report.findings for line in _finding(report, finding, colour)]
    lines += [
        f"{name}:{report.document.position(s.span.start)[0]}: allowed: {s.rule}, "
        f"because {one_line(s.reason)}"
        for s in report.allowed
    ]
    aside = Counter(s.reason for s in report.suppressed if not s.in_text)
    lines += [
        f"{name}: {plural(count, 'finding')} left out: {one_line(reason)}"
        for reason, count in aside.items()
    ]
    lines += [f"{name}: {s.heading}: {one_line(s.reason)}" for s in report.skipped]
    return [*lines, _paint(f"{name}: {summary(report)}", BOLD, colour)]


def _finding(report: Report, finding: Listed, colour: bool) -> Iterator[str]:
    """One line that programs can read, then the words in their line with carets under them."""
    name, paint = one_line(report.document.name), COLOURS[finding.severity]
    where = _paint(f"{name}:{finding.line}:{finding.column}:", BOLD, colour)
    severity = _paint(f"{finding.severity}:", paint, colour)
    rule = _paint(f"[{finding.rule}]", QUIET, colour)
    yield f"{where} {severity} {one_line(f'{finding.message} {finding.question}')} {rule}"
    line, mark = excerpt(report.document, finding.span)
    yield f"    {line}"
    indent = mark.index("^")
    yield f"    {mark[:indent]}{_paint(mark[indent:], paint, colour)}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


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
