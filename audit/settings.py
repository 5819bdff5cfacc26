"""What one configuration file says: read strictly, with the line of every mistake.

Two files can say it: ``audit.toml``, and ``setup.cfg`` in ``[tool:audit]``. In the second a
table is a section of its own: ``[tool:audit:rules]``, ``[tool:audit:folders:opinion:rules]``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from audit.annotate.known_sources import Known
from audit.finding import Severity
from audit.house.sources import read_sources
from audit.house.words import Change, read_words
from audit.written import SECTION, BadConfig, Written, joined, nearest, read_text, read_toml, shown

NAME = "audit.toml"
SHARED = "setup.cfg"
OFF = "off"
GATES = (*Severity, "never")
_CHOICES = (*Severity, OFF)
_HERE = ("fail-on", "min-score", "rules", "max", "house-rules", "words", "sources")
_KEYS = ("extends", *_HERE, "folders")
# Keys whose value in an INI file is a list, parted by commas or lines.
_LISTS = frozenset({"house-rules", "add", "drop", "file"})


@dataclass(frozen=True, slots=True)
class Settings:
    """One file's choices; ``None`` where it makes none.

    ``rules`` gives a rule a severity or ``off``, ``most`` how often it may be found.
    ``extends`` names styles or files; ``folders`` holds what is different in a folder, by
    its path from the file. ``house_rules`` are files of rules, ``words`` changes of lists by
    rule, ``sources`` the names that the house explains. ``unknown`` are names of rules that
    are none of ours, with their file and line: a house rule's, or a mistake.
    """

    fail_on: str | None = None
    min_score: float | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)
    extends: tuple[str, ...] = ()
    folders: Mapping[str, "Settings"] = field(default_factory=dict)
    house_rules: tuple[Path, ...] = ()
    words: Mapping[str, Change] = field(default_factory=dict)
    sources: Mapping[str, Known] = field(default_factory=dict)
    unknown: Mapping[str, str] = field(default_factory=dict)


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
    text = read_text(path)
    values = _sections(path, text) if path.name == SHARED else read_toml(path, text)
    return _Reader(Written(path, text)).read(values)


def _sections(path: Path, text: str) -> dict[str, Any]:
    """Our sections of an INI file as the tables that TOML would give."""
    import configparser

    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#", ";"))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise BadConfig(f"{shown(path)}: {' '.join(str(error).split())}") from None
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
    if key in _LISTS:
        parts = plain.replace(",", "\n").splitlines()
        return [part.strip() for part in parts if part.strip()]
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return plain


class _Reader:
    """Turns the values of one file into ``Settings``."""

    def __init__(self, written: Written) -> None:
        self._written = written

    def read(self, values: Mapping[str, Any], table: str = "") -> Settings:
        for key in values:
            self._written.known(table, key, _HERE if table else _KEYS)
        fail_on = values.get("fail-on")
        if fail_on is not None:
            self._written.chosen(table, "fail-on", fail_on, GATES)
        least = values.get("min-score")
        if least is not None and not (_is_number(least) and 0 <= least <= 100):
            raise self._written.wrong(table, "min-score", "not a number from 0 to 100")
        written, words = self._written, joined(table, "words")
        folders = written.table(values, table, "folders")
        extends = written.texts(values, "", "extends", "the name of a style or file")
        return Settings(
            fail_on,
            least,
            self._rules(values, table),
            self._most(values, table),
            extends,
            {folder: self._folder(folder, folders[folder]) for folder in folders},
            self._house_rules(values, table),
            read_words(written, words, written.table(values, table, "words")),
            read_sources(
                written, joined(table, "sources"), written.table(values, table, "sources")
            ),
            self._unknown(values, table),
        )

    def _rules(self, values: Mapping[str, Any], table: str) -> dict[str, str]:
        chosen = self._written.table(values, table, "rules")
        where = joined(table, "rules")
        for rule, choice in chosen.items():
            self._written.chosen(where, rule, choice, _CHOICES)
        return chosen

    def _most(self, values: Mapping[str, Any], table: str) -> dict[str, int]:
        chosen = self._written.table(values, table, "max")
        where = joined(table, "max")
        for rule, number in chosen.items():
            if isinstance(number, bool) or not isinstance(number, int) or number < 0:
                raise self._written.wrong(where, rule, "not a whole number from 0")
        return chosen

    def _unknown(self, values: Mapping[str, Any], table: str) -> dict[str, str]:
        """The rules that are named here and are none of ours."""
        return {
            rule: self._written.place(joined(table, key), rule)
            for key in ("rules", "max")
            for rule in self._written.table(values, table, key)
            if rule not in _rule_ids()
        }

    def _house_rules(self, values: Mapping[str, Any], table: str) -> tuple[Path, ...]:
        """The files of house rules, which stand beside this one or below."""
        names = self._written.texts(values, table, "house-rules", "the name of a file")
        found: dict[Path, None] = {}
        for name in names:
            try:
                files = sorted(p for p in self._written.path.parent.glob(name) if p.is_file())
            except (NotImplementedError, ValueError):
                files = [Path(name)] if Path(name).is_file() else []
            if not files:
                raise self._written.wrong(table, "house-rules", f"there is no file {name}", name)
            found |= dict.fromkeys(files)
        return tuple(found)

    def _folder(self, folder: str, values: Any) -> Settings:
        if not isinstance(values, dict):
            raise self._written.wrong("folders", folder, "not a table")
        return self.read(values, joined("folders", folder))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@cache
def _rule_ids() -> frozenset[str]:
    from audit.rules import load_rules

    return frozenset(rule.id for rule in load_rules())


def check_names(settings: Settings, house: frozenset[str]) -> None:
    """Raises ``BadConfig`` for a rule that is neither ours nor one of the house's."""
    for rule, place in settings.unknown.items():
        if rule not in house:
            meant = nearest(rule, sorted(_rule_ids() | house))
            raise BadConfig(f"{place}: {rule}: not a known key{meant}")
