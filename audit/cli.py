"""The command line: read, call the library, write, exit. The only module that prints."""

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import audit

if TYPE_CHECKING:
    from audit.baseline import Baseline
    from audit.report import Report

# A fault of the program has a code of its own, so that no crash looks like a failed gate;
# 70 is EX_SOFTWARE of sysexits.h.
HOLDS, FAILS, USAGE, UNAUDITED, FAULT = 0, 1, 2, 3, 70

# The keys of ``audit.outputs.FORMATS``, which would cost --help the loading of them all.
FORMATS = (
    "csv",
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
# The same of ``audit.outputs.kinds``.
KINDS = ("csv", "docx", "html", "json", "markdown", "text")
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


class _Commands(click.Group):
    """Commands that end in one line where a newsroom's files are not understood."""

    def invoke(self, ctx: click.Context) -> Any:
        from audit.written import BadConfig

        try:
            return super().invoke(ctx)
        except BadConfig as error:
            raise click.UsageError(str(error)) from None


@click.group(cls=_Commands, epilog="Start with:  audit report ARTICLE.txt")
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


def _numbers(_: click.Context, __: click.Parameter, pairs: Sequence[str]) -> dict[str, int]:
    """``--max RULE=N`` as numbers by rule."""
    numbers = {}
    for pair in pairs:
        rule, number = pair.split("=", 1) if "=" in pair else (pair, "")
        if not number.isascii() or not number.isdigit():
            raise click.BadParameter(f"{pair!r} is not RULE=N with a whole number N")
        numbers[rule] = int(number)
    return numbers


def _outputs(_: click.Context, __: click.Parameter, pairs: Sequence[str]) -> list[tuple[str, str]]:
    """``--also FORMAT=FILE`` as formats and files."""
    wanted = []
    for pair in pairs:
        name, path = pair.split("=", 1) if "=" in pair else (pair, "")
        if name not in FORMATS or not path:
            known = ", ".join(FORMATS)
            raise click.BadParameter(f"{pair!r} is not FORMAT=FILE with FORMAT one of {known}")
        wanted.append((name, path))
    return wanted


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
@click.option(
    "--format",
    "format_",
    type=click.Choice(KINDS),
    default="html",
    show_default=True,
    help="What to write; docx is the Word document itself, with comments.",
)
def report(articles: tuple[str, ...], folder: str, format_: str) -> None:
    """Write a page for each article: its text, what was found in it, its score.

    FILE is text, Markdown, HTML or .docx, a folder (its files of these kinds are read) or
    - for plain text on standard input. Beside each page NAME.html goes the same report for
    programs, NAME.json. Of several articles there is a table as well, index.html.

    With --format docx a Word document comes back as it is, and what was found in it stands
    in its margin: comments by audit.
    """
    from audit.outputs.files import page_names
    from audit.outputs.html import render_index
    from audit.outputs.index import NAME
    from audit.read.walk import find_articles

    paths = [path for given in articles for path in find_articles(given)]
    reports = _audit(paths)
    audited = [pair for pair in zip(reports, paths, strict=True) if pair[0].audited]
    several = len(reports) > 1 and format_ == "html"
    names = page_names([report for report, _ in audited], kept=(NAME,) if several else ())
    given = {os.path.realpath(path) for path in paths}
    lost: list[Report] = []
    for (report, path), name in zip(audited, names, strict=True):
        for suffix, content in _contents(format_, report, path, lost).items():
            file = Path(folder, f"{name}.{suffix}")
            if os.path.realpath(file) in given:
                raise click.UsageError(f"{file} is an article; choose another folder with -o")
            _write(str(file), content)
            click.echo(str(file))
    if several and audited:
        index = str(Path(folder, f"{NAME}.html"))
        _write(index, render_index(reports, names))
        click.echo(index)
    _leave([*reports, *lost], gate_holds=True)


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
@click.option(
    "--max",
    "most",
    multiple=True,
    metavar="RULE=N",
    callback=_numbers,
    help="Let RULE be found N times in an article, whatever its severity, and no more.",
)
@click.option("--baseline", metavar="FILE", help="Leave out the findings that FILE knows.")
@click.option(
    "--changed-since",
    "since",
    metavar="REV",
    help="Look only at lines that changed since the branch left REV, as git sees it.",
)
@output_option
@click.option(
    "--also",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=_outputs,
    help="Write the findings in this format to FILE as well.",
)
def check(
    articles: tuple[str, ...],
    format_: str,
    fail_on: str | None,
    min_score: float | None,
    most: dict[str, int],
    baseline: str | None,
    since: str | None,
    output: str,
    also: list[tuple[str, str]],
) -> None:
    """List what was found in each article, and fail when it is too much.

    FILE is text, Markdown, HTML or .docx, a folder (its files of these kinds are read) or
    - for plain text on standard input.
    """
    from audit.gate import holds, settled
    from audit.outputs import FORMATS as renderers
    from audit.outputs.text import coloured

    _check_rules(most, articles)
    known = _baseline(baseline) if baseline else None
    reports = _audit_changed(articles, since) if since is not None else _audit(articles)
    if known:
        reports = _without_known(reports, known)
    reports = [settled(report, fail_on, min_score, most) for report in reports]
    for name, path in ((format_, output), *also):
        render = coloured if name == "text" and path == "-" and _colours() else renderers[name]
        _write(path, render(reports))
    _leave(reports, gate_holds=all(map(holds, reports)))


@commands.command(name="baseline", epilog=EXITS)
@articles_argument
@click.option(
    "-o",
    "--output",
    default="audit-baseline.json",
    show_default=True,
    metavar="FILE",
    help="The baseline to write or to renew.",
)
@click.option("--prune", is_flag=True, help="Only drop what is no longer found; add nothing.")
def write_baseline(articles: tuple[str, ...], output: str, prune: bool) -> None:
    """Write down what is found now, so that check --baseline fails on new findings only.

    What the baseline knows of other files stays. FILE is as in check.
    """
    from audit import baseline as known

    path = Path(output)
    before = _baseline(output) if prune or path.exists() else known.Baseline(path)
    reports = _audit(articles)
    after = known.renewed(before, reports, prune)
    _write(output, known.render(after))
    click.echo(f"{output}: {known.size(after)} known, {known.size(before)} before")
    _leave(reports, gate_holds=True)


@commands.command()
@click.option("--style", metavar="NAME", help="Build on a packaged style: ap, bbc, npr or reuters.")
@click.option(
    "-o",
    "--output",
    default="audit.toml",
    show_default=True,
    metavar="FILE",
    help="Where to write; a file that is there is left alone.",
)
def init(style: str | None, output: str) -> None:
    """Write a configuration to begin with, every key in it explained."""
    from audit.config import nearest, starter, styles

    if style is not None and style not in styles():
        known = ", ".join(styles())
        raise click.UsageError(f"there is no style {style!r}{nearest(style, styles())} ({known})")
    if Path(output).exists():
        raise click.UsageError(f"{output}: is there already, and is left as it is")
    _write(output, starter(style))
    click.echo(output)


@commands.command()
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--test", is_flag=True, help="Try house rules on the cases in their files.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("json", "markdown", "text")),
    default="text",
    show_default=True,
    help="How to write the rules; markdown is the whole manual.",
)
@output_option
def rules(files: tuple[str, ...], test: bool, format_: str, output: str) -> None:
    """List the rules, those of the house among them.

    FILE is a file of house rules: only its rules are listed, or tested. Without one --test takes
    all that the configuration of this folder names. It exits with 0 if every case holds, with 1
    if one fails, with 2 if a rule has no cases of both kinds.
    """
    from audit.house.named import rules_at, rules_to_try
    from audit.outputs.manual import FORMATS as renderers

    if test:
        from audit.house.trial import try_out, untried
        from audit.outputs.trial import render

        chosen, sources = rules_to_try(files)
        outcomes, bare = list(try_out(chosen, sources)), untried(chosen)
        _write(output, render(chosen, outcomes, bare))
        sys.exit(USAGE if bare else FAILS if not all(o.holds for o in outcomes) else HOLDS)
    listed = rules_to_try(files)[0] if files else rules_at("-")
    _write(output, renderers[format_](listed))


@commands.command(epilog=EXITS)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("html", "text")),
    default="text",
    show_default=True,
    help="How to write the comparison.",
)
@output_option
def diff(old: str, new: str, format_: str, output: str) -> None:
    """Compare two versions of an article: what was mended, what is new, how the score moved.

    OLD and NEW are text files in UTF-8; one of them may be - for standard input.
    """
    from audit.outputs.comparison import compare

    reports = _audit((old, new))
    if len(reports) != 2:
        raise click.UsageError("a comparison takes one file OLD and one file NEW, no folders")
    if format_ == "html":
        from audit.outputs.html import render_difference as render
    else:
        from audit.outputs.difference import render
    _write(output, render(compare(*reports)))
    _leave(reports, gate_holds=True)


@commands.command()
@click.argument("name", metavar="[NAME]", default="")
def guide(name: str) -> None:
    """Show a page of the guide; without NAME, what pages there are."""
    from audit.config import nearest
    from audit.guides import contents, names, page

    if name and name not in names():
        known = ", ".join(names())
        raise click.UsageError(f"there is no page {name!r}{nearest(name, names())} ({known})")
    _write("-", page(name) if name else contents())


@commands.command()
@click.argument("rule_id", metavar="RULE")
def explain(rule_id: str) -> None:
    """Say what a rule flags, and why."""
    from audit.config import nearest
    from audit.house.named import rules_at
    from audit.outputs.manual import entry

    by_id = {rule.id: rule for rule in rules_at("-")}
    if rule_id not in by_id:
        raise click.UsageError(f"there is no rule {rule_id!r}{nearest(rule_id, by_id)}")
    click.echo(entry(by_id[rule_id]), nl=False)


def _check_rules(named: Iterable[str], articles: Sequence[str]) -> None:
    """Every rule that is named is known where one of the articles is."""
    if not named:
        return
    from audit.config import nearest
    from audit.house.named import rules_at

    known = {rule.id for article in articles for rule in rules_at(article)}
    for rule in named:
        if rule not in known:
            raise click.BadParameter(
                f"there is no rule {rule!r}{nearest(rule, sorted(known))}", param_hint="'--max'"
            )


def _audit(articles: Sequence[str]) -> list["Report"]:
    """A report for every article, those that could not be read included.

    Each of those, and each rule that failed, has its line on standard error.
    """
    from audit.read.walk import find_articles
    from audit.run import audit_path

    paths = [path for given in articles for path in find_articles(given)]
    show = len(paths) >= MANY and sys.stderr.isatty()
    if show:
        with click.progressbar(paths, label="Auditing", file=sys.stderr) as bar:
            reports = [audit_path(path) for path in bar]
    else:
        reports = [audit_path(path) for path in paths]
    for report in reports:
        for skipped in report.skipped:
            if skipped.unaudited:
                click.echo(f"audit: {report.document.name}: {skipped.reason}", err=True)
            elif skipped.fault:
                click.echo(
                    f"audit: {report.document.name}: {skipped.what}: {skipped.reason}", err=True
                )
    return reports


def _contents(
    format_: str, report: "Report", path: str, lost: list["Report"]
) -> dict[str, str | bytes]:
    """What to write of an article; if it cannot be written so, a line, and one more is lost."""
    from audit.outputs.kinds import contents
    from audit.read import Unreadable
    from audit.run import unaudited

    try:
        return contents(format_, report, path)
    except Unreadable as error:
        click.echo(f"audit: {error}", err=True)
        lost.append(unaudited(error.name, error.reason, report.config))
        return {}


def _audit_changed(articles: Sequence[str], since: str) -> list["Report"]:
    """Reports on the files with lines that changed, and on nothing else in them."""
    from audit.changed import BadRevision, changed_lines, only_changed
    from audit.read import STDIN
    from audit.read.walk import find_articles

    if STDIN in articles:
        raise click.UsageError("standard input has no history; name a file with --changed-since")
    paths = dict.fromkeys(path for given in articles for path in find_articles(given))
    try:
        lines = changed_lines(paths, since)
    except BadRevision as error:
        raise click.UsageError(f"--changed-since: {error}") from None
    changed = [path for path in paths if lines[path]]
    if len(changed) < len(paths):
        some = len(paths) - len(changed)
        click.echo(f"audit: files left out, unchanged since {since}: {some}", err=True)
    reports = _audit(changed)
    return [only_changed(r, lines[path], since) for path, r in zip(changed, reports, strict=True)]


def _baseline(path: str) -> "Baseline":
    from audit.baseline import BadBaseline, read

    try:
        return read(Path(path))
    except BadBaseline as error:
        raise click.UsageError(str(error)) from None


def _without_known(reports: Sequence["Report"], known: "Baseline") -> list["Report"]:
    from audit import baseline

    gone = baseline.gone(known, reports)
    if gone:
        click.echo(
            f"audit: {known.path}: no longer found: {gone}; drop with: audit baseline --prune",
            err=True,
        )
    return [baseline.apply(report, known) for report in reports]


def _colours() -> bool:
    """Standard output is a terminal, and nobody wants it plain (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _write(path: str, content: str | bytes) -> None:
    from audit.outputs.files import write

    if path == "-":
        # Bytes, because the terminal's own encoding may know no curly quotes.
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        click.echo(data, nl=False)
        return
    try:
        write(Path(path), content)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror})") from None


def _leave(reports: Sequence["Report"], gate_holds: bool) -> None:
    """Exit with the worst there is to say."""
    if any(skipped.fault for report in reports for skipped in report.skipped):
        sys.exit(FAULT)
    if not all(report.audited for report in reports):
        sys.exit(UNAUDITED)
    sys.exit(HOLDS if gate_holds else FAILS)
