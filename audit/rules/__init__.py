"""The rules. One module here is one rule, and its name is the rule's id."""

import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.plugins import installed
from audit.written import BadConfig


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, its family, how much it matters, its manual, its search.

    ``code`` is the newsroom code the rule comes from, the manual's *Source* section.
    """

    id: str
    family: str
    severity: Severity
    doc: str
    code: str
    find: Callable[[Article], Iterator[Mark]]


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, in order of id: the packaged ones and those that are installed beside them.

    Raises ``audit.written.BadConfig`` for an installed one that cannot be used.
    """
    rules = {
        info.name.replace("_", "-"): import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if not info.name.startswith("_")
    }
    for name, module in installed():
        if name in rules:
            raise BadConfig(
                f"rule {name} is there twice: {rules[name].__name__}, {module.__name__}"
            )
        rules[name] = module
    return tuple(_rule(name, rules[name]) for name in sorted(rules))


def _rule(name: str, module: Any) -> Rule:
    """What a module says of itself."""
    return Rule(
        id=name,
        family=module.FAMILY,
        severity=module.SEVERITY,
        doc=module.__doc__ or "",
        code=_section(module.__doc__ or "", "Source"),
        find=module.find,
    )


def _section(doc: str, heading: str) -> str:
    """The text under a heading of a rule's manual, on one line."""
    match = re.search(rf"^{heading}\n((?:[ ]+.*\n?|\n)+)", doc, flags=re.MULTILINE)
    return " ".join(match[1].split()) if match else ""
