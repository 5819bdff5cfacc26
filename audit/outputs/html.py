"""A page a person can read: one file that needs nothing else and loads nothing."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.report import Report
from audit.resources import folder

if TYPE_CHECKING:
    from jinja2 import Template


def render(reports: Sequence[Report]) -> str:
    """All reports on one page, one after the other."""
    from audit.outputs.page import page

    style, script = _asset("report.css"), _asset("report.js")
    return _template().render(
        pages=[page(report, number) for number, report in enumerate(reports, start=1)],
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _asset(name: str) -> str:
    return (folder("templates") / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """A Content Security Policy under which nothing runs but our own style and script."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.j2")
