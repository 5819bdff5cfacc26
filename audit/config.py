"""What a newsroom decides: how severe each rule is, which are off, where the gate stands.

It is written in a file ``audit.toml``, in the folder of the article or one above::

    fail-on = "warning"       # or "error", "note", "never"
    min-score = 40

    [rules]
    vague-time = "warning"    # a severity, or "off"
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from audit.finding import Severity

NAME = "audit.toml"
OFF = "off"
GATES = (*Severity, "never")


class BadConfig(Exception):
    """A configuration that cannot be meant; the message is one line with file and line."""


@dataclass(frozen=True, slots=True)
class Config:
    """A house's choices. ``severities`` overrides a rule's own, ``off`` silences it.

    ``fail_on`` is the least severity that fails the gate, or ``never``; ``min_score`` the
    least article score that passes it; ``most`` how often a rule may be found in an article.
    The scores themselves know no configuration, so that one outlet can be compared with
    another.
    """

    severities: Mapping[str, Severity] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    fail_on: str = "error"
    min_score: float | None = None
    most: Mapping[str, int] = field(default_factory=dict)


def config_for(path: str) -> Config:
    """The choices that hold for an article; ``-`` is read as if in the working folder.

    Raises ``BadConfig``.
    """
    return _nearest_config(Path(path).absolute().parent if path != "-" else Path.cwd())


@cache
def _nearest_config(folder: Path) -> Config:
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return read_config(place / NAME)
    return Config()


def read_config(path: Path) -> Config:
    """The choices in one file. Raises ``BadConfig`` for anything that is not understood."""
    import tomllib

    try:
        text = path.read_text("utf-8")
        values = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfig(f"{path}: {error}") from None
    return _Reader(path, text).read(values)


class _Reader:
    """Turns the values of one file into a ``Config`` and knows the line of each key."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def read(self, values: Mapping[str, Any]) -> Config:
        for key in values:
            self._known(key, ("fail-on", "min-score", "rules"))
        fail_on = values.get("fail-on", Config().fail_on)
        if fail_on not in GATES:
            raise self._wrong("fail-on", f"not one of {', '.join(GATES)}")
        least = values.get("min-score")
        if least is not None and (
            isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 100
        ):
            raise self._wrong("min-score", "not a number from 0 to 100")
        severities, off = self._rules(values.get("rules", {}))
        return Config(severities, off, fail_on, least)

    def _rules(self, rules: Any) -> tuple[dict[str, Severity], frozenset[str]]:
        from audit.rules import load_rules

        if not isinstance(rules, dict):
            raise self._wrong("rules", "not a table")
        known = [rule.id for rule in load_rules()]
        choices = (*Severity, OFF)
        for rule, choice in rules.items():
            self._known(rule, known)
            if choice not in choices:
                raise self._wrong(rule, f"not one of {', '.join(choices)}")
        severities = {rule: Severity(value) for rule, value in rules.items() if value != OFF}
        return severities, frozenset(rule for rule, value in rules.items() if value == OFF)

    def _known(self, key: str, names: Iterable[str]) -> None:
        if key not in names:
            raise self._wrong(key, f"not a known key{nearest(key, names)}")

    def _wrong(self, key: str, what: str) -> BadConfig:
        written = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[=\].]""")
        at = next((i for i, line in enumerate(self._lines, 1) if written.match(line)), 1)
        return BadConfig(f"{self._path}:{at}: {key}: {what}")


def nearest(word: str, names: Iterable[str]) -> str:
    """``; did you mean …?`` where one of the names is near, else nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(names), n=1)
    return f"; did you mean {close[0]}?" if close else ""
