"""House rules: a newsroom's own, written as a file without Python."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.finding import Severity
from audit.house.attributions import AttributionTest, read_attribution
from audit.house.cases import Case, lines, mark, unmark
from audit.house.read_pattern import read_pattern
from audit.house.search import HOLDERS, PARTS, PLACES, Search
from audit.rules import Rule, load_rules
from audit.written import BadConfig, Written, read_text, read_toml, shown

FAMILY = "house"
# As in an allowance in an article.
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TOLD = ("message", "question", "docs", "code")
_KEYS = (
    "severity", *_TOLD, "pattern", "attribution", "mark", "in", "part", "once", "flag", "pass"
)  # fmt: skip
_SLOT = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class HouseRule(Rule):
    """A rule from a file, with the cases it is tested by. ``place`` is its file and line."""

    cases: tuple[Case, ...]
    place: str


def read_rules(path: Path) -> tuple[HouseRule, ...]:
    """The rules of one file, in its order. Raises ``BadConfig``."""
    text = read_text(path)
    values, reader = read_toml(path, text), _Reader(Written(path, text))
    if not values:
        raise BadConfig(f"{shown(path)}: holds no rule; write a table for each, by the rule's name")
    return tuple(reader.read(name, table) for name, table in values.items())


def gather(paths: tuple[Path, ...]) -> tuple[HouseRule, ...]:
    """The rules of several files. Raises ``BadConfig`` where two bear one name."""
    found: dict[str, HouseRule] = {}
    for path in paths:
        for rule in read_rules(path):
            if rule.id in found:
                raise BadConfig(
                    f"{rule.place}: {rule.id}: is there already, {found[rule.id].place}"
                )
            found[rule.id] = rule
    return tuple(found.values())


class _Reader:
    """Reads the rules of one file."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._ours = {rule.id for rule in load_rules()}

    def read(self, name: str, values: Any) -> HouseRule:
        self._check_name(name, values)
        for key in values:
            self._written.known(name, key, _KEYS)
        severity = Severity(self._choice(name, values, "severity", Severity, Severity.WARNING))
        message, question, docs, code = (self._told(name, values, key) for key in _TOLD)
        search = self._search(name, values, message, question)
        cases = (*self._cases(name, values, "flag"), *self._cases(name, values, "pass"))
        return HouseRule(
            id=name,
            family=FAMILY,
            severity=severity,
            doc=_manual(docs, code, cases),
            code=code,
            find=search.find,
            cases=cases,
            place=self._written.place("", name),
        )

    def _check_name(self, name: str, values: Any) -> None:
        if not isinstance(values, dict):
            raise self._written.wrong("", name, "not a table; a rule is one, by its name")
        if not _ID.fullmatch(name):
            raise self._written.wrong("", name, "a rule's name is small letters and single hyphens")
        if name in self._ours:
            raise self._written.wrong("", name, "a packaged rule bears this name")

    def _told(self, rule: str, values: Mapping[str, Any], key: str) -> str:
        """A text on one line that every rule has to give."""
        value = values.get(key)
        if value is None:
            raise self._written.wrong("", rule, f"has no {key}")
        if not isinstance(value, str) or not value.strip():
            raise self._written.wrong(rule, key, "not a text")
        return " ".join(value.split())

    def _choice(
        self, rule: str, values: Mapping[str, Any], key: str, names: Any, usual: str
    ) -> str:
        return self._written.chosen(rule, key, values.get(key, usual), tuple(names))

    def _search(self, rule: str, values: Mapping[str, Any], message: str, question: str) -> Search:
        if "pattern" not in values and "attribution" not in values:
            raise self._written.wrong("", rule, "has neither pattern nor attribution")
        asked: AttributionTest | None = None
        if "attribution" in values:
            asked = read_attribution(self._written, rule, values["attribution"])
        elif "mark" in values:
            raise self._written.wrong(rule, "mark", "goes with attribution: which part to flag")
        pattern = None
        if "pattern" in values:
            pattern = read_pattern(self._written, rule, values["pattern"])
        part = self._choice(rule, values, "mark", PARTS, PARTS[0])
        for key, text in (("message", message), ("question", question)):
            self._check_slots(rule, key, text, ("text", *(PARTS if asked else ())))
        if "{text}" not in message:
            raise self._written.wrong(rule, "message", "quotes nothing; say {text} in it")
        return Search(
            f"{self._written.path.name}: {rule}",
            message,
            question,
            pattern,
            asked,
            part,
            self._several(rule, values, "in", HOLDERS, Search.usual_holders(asked, part)),
            self._several(rule, values, "part", PLACES, Search.usual_places()),
            self._once(rule, values),
        )

    def _several(
        self,
        rule: str,
        values: Mapping[str, Any],
        key: str,
        names: tuple[str, ...],
        usual: frozenset[str],
    ) -> frozenset[str]:
        some = self._written.texts(values, rule, key, "one of " + ", ".join(names))
        return frozenset(self._written.chosen(rule, key, one, names) for one in some) or usual

    def _once(self, rule: str, values: Mapping[str, Any]) -> bool:
        value = values.get("once", False)
        if not isinstance(value, bool):
            raise self._written.wrong(rule, "once", "not true or false")
        return value

    def _check_slots(self, rule: str, key: str, text: str, names: tuple[str, ...]) -> None:
        for name in _SLOT.findall(text):
            if name not in names:
                some = ", ".join(f"{{{name}}}" for name in names)
                raise self._written.wrong(rule, key, f"{{{name}}} is not one of {some}")

    def _cases(self, rule: str, values: Mapping[str, Any], key: str) -> Iterator[Case]:
        for marked in self._written.texts(values, rule, key, "a text"):
            first = next(lines(marked), "")
            place = self._written.place(rule, key, first)
            try:
                text, spans = unmark(marked.strip())
            except ValueError as error:
                raise BadConfig(f"{place}: {key}: {error}") from None
            if bool(spans) != (key == "flag"):
                wanted = "marks nothing" if key == "flag" else "marks something"
                raise BadConfig(f"{place}: {key}: this case {wanted} with [[ and ]]")
            yield Case(text, spans, place)


def _manual(docs: str, code: str, cases: tuple[Case, ...]) -> str:
    """The manual of a rule in the form of the packaged ones, its cases as examples."""
    title, _, why = re.sub(r"(?<=[.!?]) (?=[A-Z“])", "\n", docs, count=1).partition("\n")
    flagged = [line for c in cases if c.spans for line in lines(mark(c.text, c.spans))]
    passed = [line for case in cases if not case.spans for line in lines(case.text)]
    sections = {
        "Why": [why or title],
        "Flagged": flagged,
        "Not flagged": passed,
        "Source": [code],
    }
    body = "".join(
        f"\n{heading}\n" + "".join(f"    {line}\n" for line in some)
        for heading, some in sections.items()
        if some
    )
    return f"{title}\n{body}"
