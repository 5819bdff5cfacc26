"""Ways to write reports down. Each is a function from reports to text."""

from collections.abc import Callable, Sequence

from audit.outputs import github, html, json, jsonl, text
from audit.report import Report

FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "github": github.render,
    "html": html.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "text": text.render,
}
