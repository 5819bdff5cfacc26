"""A file that somebody wrote by hand: where each key stands, and what is wrong with one.

Everything here that is not understood is a ``BadConfig`` whose message is one line that
names the file, the line and, where there is one, the nearest right word.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

# The section of an INI file that is ours: [tool:audit], [tool:audit:rules].
SECTION = "tool:audit"
_HEADER = re.compile(r"\s*\[{1,2}([^\]]*)\]")


class BadConfig(Exception):
    """What cannot be meant; the message is one line with file and line."""


def read_text(path: Path) -> str:
    """The text of a file. Raises ``BadConfig`` where it cannot be had."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise BadConfig(f"{shown(path)}: {error.strerror or 'it cannot be read'}") from None
    except UnicodeDecodeError as error:
        raise BadConfig(f"{shown(path)}: this is not text in UTF-8 ({error.reason})") from None


def read_toml(path: Path, text: str) -> dict[str, Any]:
    """The values of a TOML file. Raises ``BadConfig``, which gives the line."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadConfig(f"{shown(path)}: {error}") from None


def shown(path: Path) -> str:
    """The path as it is seen from the working folder, where it lies below that."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def nearest(word: str, names: Iterable[str]) -> str:
    """``; did you mean …?`` where one of the names is near, else nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(names), n=1)
    return f"; did you mean {close[0]}?" if close else ""


class Written:
    """The lines of one file. A table is named by its path: ``folders.opinion.rules``."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._lines = text.split("\n")

    def wrong(self, table: str, key: str, what: str, near: str = "") -> BadConfig:
        """The error to raise about a key; ``near`` is a word in its value, to find the line by."""
        return BadConfig(f"{self.place(table, key, near)}: {key}: {what}")

    def place(self, table: str, key: str, near: str = "") -> str:
        """The file and the line of a key, as editors read them."""
        return f"{shown(self.path)}:{self.line(table, key, near)}"

    def known(self, table: str, key: str, names: Iterable[str]) -> None:
        """Raises ``BadConfig`` for a key that is none of the names."""
        if key not in names:
            raise self.wrong(table, key, f"not a known key{_meant(key, names)}")

    def chosen(self, table: str, key: str, value: Any, names: Collection[str]) -> str:
        """The value, if it is one of the names."""
        if isinstance(value, str) and value in names:
            return value
        meant = nearest(value, names) if isinstance(value, str) else ""
        near = value if isinstance(value, str) else ""
        raise self.wrong(table, key, f"not one of {', '.join(names)}{meant}", near)

    def table(self, values: Mapping[str, Any], table: str, key: str) -> dict[str, Any]:
        """The table under a key; empty where there is none."""
        found = values.get(key, {})
        if not isinstance(found, dict):
            raise self.wrong(table, key, "not a table")
        return found

    def texts(self, values: Mapping[str, Any], table: str, key: str, what: str) -> tuple[str, ...]:
        """One text or a list of them under a key; none where there is none."""
        found = values.get(key, [])
        some = [found] if isinstance(found, str) else found
        if not isinstance(some, list) or not all(isinstance(one, str) and one for one in some):
            raise self.wrong(table, key, f"not {what}, or a list of them")
        return tuple(some)

    def line(self, table: str, key: str, near: str = "") -> int:
        """Where a key is written: in its own table if that can be told, else anywhere."""
        header = self._headers.get(plain(joined(table, key)))
        if header:
            return self._near(header, near)
        own = self._own_lines(table)
        name = re.escape(key)
        written = re.compile(rf"""\s*(?:[\w."'-]+\.)?["']?{name}["']?\s*[=.:]""")
        for number in own:
            if written.match(self._lines[number - 1]):
                return self._near(number, near)
        # Inside braces: behind the key that the braces belong to.
        outer, _, inner = table.rpartition(".")
        since = self.line(outer, inner) if inner else 1
        mentioned = re.compile(rf"(?<![\w-]){name}(?![\w-])")
        behind = [number for number in own if number >= since]
        for number in (*behind, *range(1, len(self._lines) + 1)):
            if mentioned.search(self._lines[number - 1].partition("#")[0]):
                return self._near(number, near)
        return since

    def _near(self, number: int, word: str) -> int:
        """The first line from this one on that holds the word."""
        for at in range(number, len(self._lines) + 1 if word else 0):
            if word in self._lines[at - 1]:
                return at
        return number

    @cached_property
    def _headers(self) -> dict[str, int]:
        """The line of each table's header."""
        found: dict[str, int] = {}
        for number, line in enumerate(self._lines, start=1):
            header = _HEADER.match(line)
            if header:
                found.setdefault(plain(header[1]), number)
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[int]]:
        """The lines of each table, its header apart."""
        inside, found = "", defaultdict(list)
        for number, line in enumerate(self._lines, start=1):
            header = _HEADER.match(line)
            if header:
                inside = plain(header[1])
            else:
                found[inside].append(number)
        return dict(found)

    def _own_lines(self, table: str) -> list[int]:
        """The lines of a table and of those it stands in, its own first."""
        name, found = plain(table), []
        while name:
            found += self._bodies.get(name, [])
            name = name.rpartition(".")[0]
        return found + ([] if table else self._bodies.get("", []))


def _meant(key: str, names: Iterable[str]) -> str:
    """The nearest name, or all of them where none is near and they are few."""
    some = list(names)
    return nearest(key, some) or (f"; known are {', '.join(some)}" if len(some) <= 20 else "")


def joined(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


def plain(header: str) -> str:
    """The name of a table however it is written: ``folders."a".rules``, ``tool:audit:rules``."""
    name = header.replace('"', "").replace("'", "").replace(" ", "")
    return name.removeprefix(SECTION).lstrip(":").replace(":", ".")
