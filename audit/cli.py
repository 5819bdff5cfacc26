"""The command line: read, call the library, write, exit. The only module that prints."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import audit

if TYPE_CHECKING:
    from audit.report import Report

# A fault of the program has a code of its own, so that no crash looks like a failed gate;
# 70 is EX_SOFTWARE of sysexits.h.
HOLDS, FAILS, USAGE, UNAUDITED, FAULT = 0, 1, 2, 3, 70

# The keys of ``audit.outputs.FORMATS``, which would cost --help the loading of them all.
FORMATS = (
    "github",
    "gitlab",
    "html",
    "json",
    "jsonl",
    "junit",
    "markdown",
    "rdjson",
    "sarif",
    "text",
)
SEVERITIES = ("error", "warning", "note")

# From how many files on a terminal is shown how far the work is.
MANY = 8

EXITS = """\b
Exit codes:
  0   the gate holds
  1   the gate does not hold
  2   wrong usage or configuration
  3   some input could not be audited (and the rest was)
  70  a fault of the program
"""


@click.group(epilog="Start with:  audit report ARTICLE.txt")
@click.version_option(audit.__version__, prog_name="audit")
def commands() -> None:
    """Who says so? Audits source attribution in English news articles.

    It measures how sourcing is shown, not whether it is true.
    """


def main() -> None:
    """Run a command; whatever goes wrong unforeseen ends in one line and exit code 70."""
    # Term lists and parameters are hundreds of thousands of objects that stay; looking
    # through them for garbage again and again is a tenth of a short run.
    gc.set_threshold(200_000, 20, 100)
    try:
        commands()
    except Exception as error:
        if os.environ.get("AUDIT_STRICT") == "1":
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(f"audit: a fault of the program: {what}", err=True)
        sys.exit(FAULT)


articles_argument = click.argument("articles", nargs=-1, required=True, metavar="FILE...")
output_option = click.option(
    "-o", "--output", default="-", metavar="FILE", help="Write here, not to standard output."
)


@commands.command(epilog=EXITS)
@articles_argument
@click.option(
    "-o",
    "--output",
    "folder",
    default="reports",
    show_default=True,
    metavar="DIR",
    help="Where to write.",
)
def report(articles: tuple[str, ...], folder: str) -> None:
    """Write a page for each article: its text, what was found in it, its score.

    FILE is a text file in UTF-8, a folder (its .txt files are read) or - for standard
    input. Beside each page NAME.html goes the same report for programs, NAME.json.
    """
    from audit.outputs import FORMATS as renderers
    from audit.outputs.files import page_names

    reports = _audit(articles)
    audited = [report for report in reports if report.audited]
    for report, name in zip(audited, page_names(audited), strict=True):
        for suffix in ("html", "json"):
            path = Path(folder, f"{name}.{suffix}")
            _write(str(path), renderers[suffix]([report]))
            click.echo(str(path))
    _leave(reports, gate_holds=True)


@commands.command(epilog=EXITS)
@articles_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    help="Exit with 1 when something this severe, or worse, is found.  [default: error]",
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="Exit with 1 when an article scores below N, from 0 to 100.",
)
@output_option
def check(
    articles: tuple[str, ...],
    format_: str,
    fail_on: str | None,
    min_score: float | None,
    output: str,
) -> None:
    """List what was found in each article, and fail when it is too much.

    FILE is a text file in UTF-8, a folder (its .txt files are read) or - for standard
    input.
    """
    from audit.gate import holds
    from audit.outputs import FORMATS as renderers

    reports = _audit(articles)
    _write(output, renderers[format_](reports))
    _leave(reports, gate_holds=all(holds(report, fail_on, min_score) for report in reports))


@commands.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(("json", "markdown", "text")),
    default="text",
    show_default=True,
    help="How to write the rules; markdown is the whole manual.",
)
@output_option
def rules(format_: str, output: str) -> None:
    """List the rules."""
    from audit.outputs.manual import FORMATS as renderers
    from audit.rules import load_rules

    _write(output, renderers[format_](load_rules()))


@commands.command()
@click.argument("rule_id", metavar="RULE")
def explain(rule_id: str) -> None:
    """Say what a rule flags, and why."""
    from audit.config import nearest
    from audit.outputs.manual import entry
    from audit.rules import load_rules

    by_id = {rule.id: rule for rule in load_rules()}
    if rule_id not in by_id:
        raise click.UsageError(f"there is no rule {rule_id!r}{nearest(rule_id, by_id)}")
    click.echo(entry(by_id[rule_id]), nl=False)


def _audit(articles: Sequence[str]) -> list["Report"]:
    """A report for every article, those that could not be read included.

    Each of those, and each rule that failed, has its line on standard error.
    """
    from audit.config import BadConfig
    from audit.read.walk import find_articles
    from audit.run import audit_path

    paths = [path for given in articles for path in find_articles(given)]
    show = len(paths) >= MANY and sys.stderr.isatty()
    try:
        if show:
            with click.progressbar(paths, label="Auditing", file=sys.stderr) as bar:
                reports = [audit_path(path) for path in bar]
        else:
            reports = [audit_path(path) for path in paths]
    except BadConfig as error:
        raise click.UsageError(str(error)) from None
    for report in reports:
        for skipped in report.skipped:
            if skipped.unaudited:
                click.echo(f"audit: {report.document.name}: {skipped.reason}", err=True)
            elif skipped.fault:
                click.echo(
                    f"audit: {report.document.name}: {skipped.what}: {skipped.reason}", err=True
                )
    return reports


def _write(path: str, text: str) -> None:
    from audit.outputs.files import write

    if path == "-":
        # Bytes, because the terminal's own encoding may know no curly quotes.
        click.echo(text.encode("utf-8", "replace"), nl=False)
        return
    try:
        write(Path(path), text)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror})") from None


def _leave(reports: Sequence["Report"], gate_holds: bool) -> None:
    """Exit with the worst there is to say."""
    if any(skipped.fault for report in reports for skipped in report.skipped):
        sys.exit(FAULT)
    if not all(report.audited for report in reports):
        sys.exit(UNAUDITED)
    sys.exit(HOLDS if gate_holds else FAILS)
