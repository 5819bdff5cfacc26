"""The rules written down: a list, a manual, a table for programs."""

import json
import re
from collections.abc import Callable, Iterator, Sequence

from audit.finding import Severity
from audit.rules import Rule

_HEADING = re.compile(r"^(Why|Flagged|Not flagged|Source)$", re.MULTILINE)


def text(rules: Sequence[Rule]) -> str:
    """One rule a line, the most severe first."""
    width = max((len(rule.id) for rule in rules), default=0)
    return "".join(
        f"{rule.severity.value:8}{rule.id:{width}}  {title(rule)}\n"
        for severity in Severity
        for rule in rules
        if rule.severity is severity
    )


def markdown(rules: Sequence[Rule]) -> str:
    """Every rule's manual, by family."""
    families = sorted({rule.family for rule in rules})
    lines = [
        "# The rules\n",
        "Written by `audit rules --format markdown`; each text is the rule's own docstring.",
        "Words in `[[double brackets]]` are what is flagged.\n",
    ]
    for family in families:
        lines.append(f"## {family.capitalize()}\n")
        for rule in rules:
            if rule.family == family:
                lines += _markdown_entry(rule)
    return "\n".join(lines).rstrip() + "\n"


def _markdown_entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id}\n"
    yield f"*{rule.severity.value}.* {title(rule)}\n"
    for heading, body in sections(rule):
        yield f"**{heading}**\n"
        if heading in ("Flagged", "Not flagged"):
            yield "\n".join(f"> {line}".rstrip() for line in body.splitlines()) + "\n"
        else:
            yield body + "\n"


def as_json(rules: Sequence[Rule]) -> str:
    """What each rule is, as an array."""
    rows = [
        {
            "rule": rule.id,
            "severity": rule.severity.value,
            "family": rule.family,
            "title": title(rule),
            "code": rule.code,
        }
        for rule in rules
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Rule]], str]] = {
    "json": as_json,
    "markdown": markdown,
    "text": text,
}


def entry(rule: Rule) -> str:
    """The manual of one rule, for a terminal."""
    return f"{rule.id} ({rule.severity.value}, {rule.family})\n\n{rule.doc.strip()}\n"


def title(rule: Rule) -> str:
    """The first sentence of the manual."""
    return " ".join(rule.doc.strip().partition("\n\n")[0].split())


def sections(rule: Rule) -> Iterator[tuple[str, str]]:
    """The headings of the manual with their text, indentation taken off."""
    pieces = _HEADING.split(rule.doc)
    for heading, body in zip(pieces[1::2], pieces[2::2], strict=True):
        lines = [line.strip() for line in body.strip("\n").splitlines()]
        yield heading, "\n".join(lines).strip()
