"""What a house rule may ask of an attribution: its source, its cue, its form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from audit.annotate.model import Attribution, Form, Polarity, SourceKind, Stance
from audit.tokens import divided
from audit.written import Written, joined

# What each key looks at, and what may be asked of it; ``None`` is any word.
_Look = Callable[[Attribution], str]
_CHOICES: dict[str, tuple[_Look, tuple[str, ...] | None]] = {
    "source.kind": (lambda a: a.source.kind, tuple(SourceKind)),
    "speaker.kind": (lambda a: a.source.known_as.kind, tuple(SourceKind)),
    "cue.stance": (lambda a: a.cue.stance, tuple(Stance)),
    "cue.lemma": (lambda a: a.cue.lemma, None),
    "form": (lambda a: a.form, tuple(Form)),
    "polarity": (lambda a: a.polarity, tuple(Polarity)),
}
_FACTS: dict[str, Callable[[Attribution], bool]] = {
    "nested": lambda a: a.level > 0,
    "venue": lambda a: a.venue is not None,
    "date": lambda a: a.date is not None,
    "addressee": lambda a: a.addressee is not None,
    "reason": lambda a: a.anonymity_reason is not None,
}
_NOT = "not-"


@dataclass(frozen=True, slots=True)
class AttributionTest:
    """What an attribution has to be, and must not be, by the key that is looked at."""

    allowed: Mapping[str, frozenset[str]]
    denied: Mapping[str, frozenset[str]]
    facts: Mapping[str, bool]

    def holds(self, attribution: Attribution) -> bool:
        return (
            all(_CHOICES[key][0](attribution) in some for key, some in self.allowed.items())
            and not any(_CHOICES[key][0](attribution) in some for key, some in self.denied.items())
            and all(_FACTS[key](attribution) is told for key, told in self.facts.items())
        )


def read_attribution(written: Written, rule: str, value: Any) -> AttributionTest:
    """The tests under the key ``attribution`` of a rule. Raises ``BadConfig``."""
    table = joined(rule, "attribution")
    if not isinstance(value, dict) or not value:
        raise written.wrong(rule, "attribution", "not a table of tests of an attribution")
    allowed: dict[str, frozenset[str]] = {}
    denied: dict[str, frozenset[str]] = {}
    facts: dict[str, bool] = {}
    for path, name, answer in _flat(written, table, value):
        group = path.rpartition(".")[0]
        key = joined(group, name.removeprefix(_NOT))
        inside = joined(table, group) if group else table
        if key in _FACTS and not name.startswith(_NOT):
            if not isinstance(answer, bool):
                raise written.wrong(inside, name, "not true or false")
            facts[key] = answer
        elif key in _CHOICES:
            side = denied if name.startswith(_NOT) else allowed
            side[key] = frozenset(_answers(written, inside, name, answer, _CHOICES[key][1]))
        else:
            written.known(table, path, _keys())
    return AttributionTest(allowed, denied, facts)


def _flat(written: Written, table: str, value: Mapping[str, Any]) -> Iterable[tuple[str, str, Any]]:
    """Each key with its path in the table, its name, and its value."""
    groups = {key.partition(".")[0] for key in _CHOICES if "." in key}
    for key, inner in value.items():
        if key in groups:
            if not isinstance(inner, dict):
                some = ", ".join(name for name in _CHOICES if name.startswith(f"{key}."))
                raise written.wrong(table, key, f"ask of a part of it: {some}")
            yield from ((f"{key}.{name}", name, answer) for name, answer in inner.items())
        else:
            yield key, key, inner


def _answers(
    written: Written, table: str, key: str, answer: Any, names: tuple[str, ...] | None
) -> Iterable[str]:
    some = written.texts({key: answer}, table, key, "a word")
    if not some:
        raise written.wrong(table, key, "an empty list")
    for one in some:
        yield written.chosen(table, key, one, names) if names else " ".join(divided(one.lower()))


def _keys() -> tuple[str, ...]:
    """Every key that may be written."""
    return (*_CHOICES, *(_negated(key) for key in _CHOICES), *_FACTS)


def _negated(key: str) -> str:
    group, _, name = key.rpartition(".")
    return joined(group, f"{_NOT}{name}")
