"""Rules that other installed distributions bring: the entry points of ``source_audit.rules``.

Each names a module of the shape of those in ``audit.rules``; the entry point's name is the
rule's id.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from audit.finding import Severity
from audit.written import BadConfig

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "source_audit.rules"
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


def installed() -> Iterator[tuple[str, Any]]:
    """Id and module of each rule, in order of id.

    Raises ``BadConfig`` for one that cannot be used; its message names who brought it.
    """
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            module = point.load()
        except Exception as error:
            why = " ".join(f"{type(error).__name__}: {error}".split())
            raise _wrong(point, f"cannot be loaded ({why})") from None
        missing = _missing(point.name, module)
        if missing:
            raise _wrong(point, missing)
        yield point.name, module


def _missing(name: str, module: Any) -> str | None:
    """What keeps the module from being a rule; ``None`` if it is one."""
    if not _ID.fullmatch(name):
        return "a rule's name is small letters and single hyphens"
    if not callable(getattr(module, "find", None)):
        return "has no function find(article)"
    if not isinstance(getattr(module, "SEVERITY", None), Severity):
        return "has no SEVERITY, one of audit.finding.Severity"
    if not isinstance(getattr(module, "FAMILY", None), str):
        return "has no FAMILY, a word"
    if not (module.__doc__ or "").strip():
        return "has no docstring, which is the rule's manual"
    return None


def _wrong(point: "EntryPoint", what: str) -> BadConfig:
    who = f"{point.dist.name} {point.dist.version}" if point.dist else "a distribution"
    return BadConfig(f"rule {point.name} of {who} ({point.value}): {what}")
