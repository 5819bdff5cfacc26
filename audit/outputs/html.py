"""A page a person can read: one file that needs nothing else and loads nothing."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from audit.outputs.steps import Component
from audit.report import Report
from audit.resources import folder

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from audit.outputs.comparison import Comparison


def render(reports: Sequence[Report]) -> str:
    """All reports on one page, one after the other."""
    from audit.outputs.page import page

    pages = [page(report, number) for number, report in enumerate(reports, start=1)]
    title = ", ".join(page.name for page in pages) or "No article"
    return _fill(
        "report.html.j2", title, ("report.css",), "report.js", pages=pages, table_of=_table
    )


def render_index(reports: Sequence[Report], names: Sequence[str]) -> str:
    """A table of many articles; ``names`` are those of the pages of the audited ones."""
    from audit.outputs.index import entries

    audited = [report for report in reports if report.audited]
    skipped = [
        (report.document.name, skipped.reason)
        for report in reports
        for skipped in report.skipped
        if skipped.unaudited
    ]
    title = f"{len(audited)} articles"
    return _fill(
        "index.html.j2",
        title,
        ("report.css",),
        "index.js",
        entries=entries(audited, names),
        skipped=skipped,
    )


def render_difference(comparison: "Comparison") -> str:
    """What changed between two versions of one article."""
    from audit.outputs.difference import view

    shown = view(comparison)
    title = f"{shown.old} → {shown.new}"
    return _fill("difference.html.j2", title, ("report.css",), None, view=shown)


def _fill(
    template: str, title: str, styles: Sequence[str], script: str | None, **values: object
) -> str:
    """A template filled in, with its styles and script inside and a policy that names them."""
    style, code = "".join(map(_asset, styles)), _asset(script) if script else ""
    return _template("base.html.j2").render(
        title=title,
        body=_template(template).render(**values),
        style=style,
        script=code,
        policy=_policy(style, code),
    )


@lru_cache(maxsize=1 << 12)
def _table(components: tuple[Component, ...]) -> "Markup":
    """The table behind a statement's score. Many statements are scored alike."""
    from markupsafe import Markup

    return Markup(_template("components.html.j2").render(components=components))


@cache
def _asset(name: str) -> str:
    return (folder("templates") / name).read_text("utf-8")


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
