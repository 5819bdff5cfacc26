"""What one configuration file says: read strictly, with the line of every mistake.

Two files can say it: ``audit.toml``, and ``setup.cfg`` in ``[tool:audit]``. In the second a
table is a section of its own: ``[tool:audit:rules]``, ``[tool:audit:folders:opinion:rules]``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from audit.finding import Severity

NAME = "audit.toml"
SHARED = "setup.cfg"
SECTION = "tool:audit"
OFF = "off"
GATES = (*Severity, "never")
_CHOICES = (*Severity, OFF)
_HERE = ("fail-on", "min-score", "rules", "max")
_KEYS = ("extends", *_HERE, "folders")


class BadConfig(Exception):
    """A configuration that cannot be meant; the message is one line with file and line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One file's choices; ``None`` where it makes none.

    ``rules`` gives a rule a severity or ``off``, ``most`` how often it may be found.
    ``extends`` names styles or files; ``folders`` holds what is different in a folder, by
    its path from the file.
    """

    fail_on: str | None = None
    min_score: float | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)
    extends: tuple[str, ...] = ()
    folders: Mapping[str, "Settings"] = field(default_factory=dict)


def says_something(path: Path) -> bool:
    """The file is a configuration of ours: any ``audit.toml``, or our section of another."""
    if path.name != SHARED:
        return True
    try:
        return f"[{SECTION}" in path.read_text("utf-8", "replace")
    except OSError:
        return False


def read_settings(path: Path) -> Settings:
    """The choices in one file. Raises ``BadConfig`` for anything that is not understood."""
    import configparser
    import tomllib

    try:
        text = path.read_text("utf-8")
        values = _sections(text) if path.name == SHARED else tomllib.loads(text)
    except configparser.Error as error:
        raise BadConfig(f"{path}: {' '.join(str(error).split())}") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadConfig(f"{path}: {error}") from None
    return _Reader(path, text).read(values)


def _sections(text: str) -> dict[str, Any]:
    """Our sections of an INI file as the tables that TOML would give."""
    import configparser

    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#", ";"))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    values: dict[str, Any] = {}
    for section in parser.sections():
        name, *inner = section.removeprefix(f"{SECTION}:").split(":")
        tables = [] if section == SECTION else [name, *inner]
        if section != SECTION and not section.startswith(f"{SECTION}:"):
            continue
        table = values
        for part in tables:
            table = table.setdefault(part, {})
        table.update((key, _value(key, text)) for key, text in parser.items(section))
    return values


def _value(key: str, text: str) -> Any:
    """Numbers as numbers, several names as a list; what is neither stays as it is."""
    plain = text.strip().strip("\"'")
    if key == "extends":
        return plain.replace(",", " ").split()
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return plain


class _Reader:
    """Turns the values of one file into ``Settings`` and knows the line of each key."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def read(self, values: Mapping[str, Any], table: str = "") -> Settings:
        for key in values:
            self._known(table, key, _HERE if table else _KEYS)
        fail_on = values.get("fail-on")
        if fail_on is not None and fail_on not in GATES:
            raise self._wrong(table, "fail-on", f"not one of {', '.join(GATES)}")
        least = values.get("min-score")
        if least is not None and not (_is_number(least) and 0 <= least <= 100):
            raise self._wrong(table, "min-score", "not a number from 0 to 100")
        inside = self._table(values, table, "folders")
        return Settings(
            fail_on,
            least,
            self._rules(values, table),
            self._most(values, table),
            self._extends(values),
            {folder: self._folder(folder, inside[folder]) for folder in inside},
        )

    def _extends(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        named = values.get("extends", [])
        names = [named] if isinstance(named, str) else named
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise self._wrong("", "extends", "not the name of a style or file, or a list of them")
        return tuple(names)

    def _rules(self, values: Mapping[str, Any], table: str) -> dict[str, str]:
        chosen = self._table(values, table, "rules")
        where = _joined(table, "rules")
        for rule, choice in chosen.items():
            self._known(where, rule, _rule_ids())
            if choice not in _CHOICES:
                raise self._wrong(where, rule, f"not one of {', '.join(_CHOICES)}")
        return chosen

    def _most(self, values: Mapping[str, Any], table: str) -> dict[str, int]:
        chosen = self._table(values, table, "max")
        where = _joined(table, "max")
        for rule, number in chosen.items():
            self._known(where, rule, _rule_ids())
            if isinstance(number, bool) or not isinstance(number, int) or number < 0:
                raise self._wrong(where, rule, "not a whole number from 0")
        return chosen

    def _folder(self, folder: str, values: Any) -> Settings:
        if not isinstance(values, dict):
            raise self._wrong("folders", folder, "not a table")
        return self.read(values, _joined("folders", folder))

    def _table(self, values: Mapping[str, Any], table: str, key: str) -> dict[str, Any]:
        found = values.get(key, {})
        if not isinstance(found, dict):
            raise self._wrong(table, key, "not a table")
        return found

    def _known(self, table: str, key: str, names: Iterable[str]) -> None:
        if key not in names:
            raise self._wrong(table, key, f"not a known key{nearest(key, names)}")

    def _wrong(self, table: str, key: str, what: str) -> BadConfig:
        return BadConfig(f"{self._path}:{self._line(table, key)}: {key}: {what}")

    def _line(self, table: str, key: str) -> int:
        """Where the key is written: in its own table if that can be told, else anywhere."""
        name = re.escape(key)
        written = re.compile(rf"""\s*["']?{name}["']?\s*[=.:]""")
        mentioned = re.compile(rf"(?<![\w-]){name}(?![\w-])")
        inside, anywhere = "", 0
        for number, line in enumerate(self._lines, start=1):
            header = re.match(r"\s*\[([^\]]*)\]", line)
            if header:
                inside = _plain(header[1])
                if inside == _plain(_joined(table, key)):
                    return number
            elif inside == _plain(table) and written.match(line):
                return number
            if not anywhere and mentioned.search(line.partition("#")[0]):
                anywhere = number
        return anywhere or 1


def _joined(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


def _plain(header: str) -> str:
    """The name of a table however it is written: ``folders."a".rules``, ``tool:audit:rules``."""
    name = header.replace('"', "").replace("'", "").replace(" ", "")
    return name.removeprefix(SECTION).lstrip(":").replace(":", ".")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@cache
def _rule_ids() -> tuple[str, ...]:
    from audit.rules import load_rules

    return tuple(rule.id for rule in load_rules())


def nearest(word: str, names: Iterable[str]) -> str:
    """``; did you mean …?`` where one of the names is near, else nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(names), n=1)
    return f"; did you mean {close[0]}?" if close else ""
