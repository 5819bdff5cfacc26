"""A page a person can read: one file that needs nothing else and loads nothing."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from audit.collector import paused
from audit.outputs.steps import Explained
from audit.report import Report
from audit.resources import folder

if TYPE_CHECKING:
    from jinja2 import Template

    from audit.outputs.comparison import Comparison
    from audit.outputs.views import Page

# The styles and scripts of an article's page, in the order in which they are put together.
STYLES = ("base.css", "report.css", "article.css", "print.css")
SCRIPTS = ("report.js", "filter.js", "align.js")
# The styles of pages that are mostly tables.
TABLES = ("base.css", "tables.css")


def render(reports: Sequence[Report]) -> str:
    """All reports on one page, one after the other."""
    from audit.outputs.page import page

    with paused():
        pages = [page(report, number) for number, report in enumerate(reports, start=1)]
        title = ", ".join(page.name for page in pages) or "No article"
        shown = [(page, _article(page)) for page in pages]
        return _fill("report.html.j2", title, STYLES, SCRIPTS, pages=shown)


def _article(page: "Page") -> str:
    """Most of the work, so it is done apart: an included piece would pass through two templates."""
    return _template("article.html.j2").render(page=page, explain=_explained)


def render_index(reports: Sequence[Report], names: Sequence[str]) -> str:
    """A table of many articles; ``names`` are those of the pages of the audited ones."""
    from audit.outputs.index import entries
    from audit.outputs.scale import spread
    from audit.outputs.text import plural

    audited = [report for report in reports if report.audited]
    skipped = [
        (report.document.name, skipped.reason)
        for report in reports
        for skipped in report.skipped
        if skipped.unaudited
    ]
    title = plural(len(audited), "article")
    return _fill(
        "index.html.j2",
        title,
        TABLES,
        ("index.js",),
        heading=title,
        entries=entries(audited, names),
        scale=spread([r.scores.article for r in audited if r.scores.article is not None]),
        skipped=skipped,
    )


def render_difference(comparison: "Comparison") -> str:
    """What changed between two versions of one article."""
    from audit.outputs.difference import view

    shown = view(comparison)
    return _fill("difference.html.j2", shown.title, TABLES, (), view=shown)


def _fill(
    template: str, title: str, styles: Sequence[str], scripts: Sequence[str], **values: object
) -> str:
    """A template filled in, with its styles and scripts inside and a policy that names them."""
    style, script = _assets(*styles), _assets(*scripts)
    return _template("base.html.j2").render(
        title=title,
        body=_template(template).render(**values),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


@lru_cache(maxsize=1 << 12)
def _explained(score: Explained) -> str:
    """What stands behind a statement's score. Many statements are scored alike."""
    return _template("explained.html.j2").render(score._asdict())


@cache
def _assets(*names: str) -> str:
    return "".join((folder("templates") / name).read_text("utf-8") for name in names)


@cache
def _policy(style: str, script: str) -> str:
    """A Content Security Policy under which nothing runs but our own style and script."""
    runs = f"'{_hash(script)}'" if script else "'none'"
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src {runs}"
    )


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    return environment.get_template(name)
