"""Ways to write reports down. Each is a function from reports to text."""

from collections.abc import Callable, Sequence

from audit.outputs import (
    csv,
    github,
    gitlab,
    html,
    json,
    jsonl,
    junit,
    markdown,
    rdjson,
    sarif,
    text,
)
from audit.report import Report

FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "csv": csv.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "html": html.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "junit": junit.render,
    "markdown": markdown.render,
    "rdjson": rdjson.render,
    "sarif": sarif.render,
    "text": text.render,
}
