"""House rules put to the test of their own cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.annotate import annotate
from audit.annotate.known_sources import HouseSources
from audit.document import Span
from audit.house.cases import Case
from audit.house.rules import HouseRule
from audit.parse import parse

KINDS = ("flag", "pass")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule flagged in the text of one of its cases."""

    rule: str
    case: Case
    found: tuple[Span, ...]

    @property
    def holds(self) -> bool:
        return self.found == self.case.spans


def try_out(rules: Sequence[HouseRule], sources: HouseSources) -> Iterator[Outcome]:
    """Every case of every rule, in the order they are written in."""
    for rule in rules:
        for case in rule.cases:
            article = annotate(parse(case.text, case.place), sources)
            found = {mark.span for mark in rule.find(article)}
            yield Outcome(rule.id, case, tuple(sorted(found)))


def untried(rules: Sequence[HouseRule]) -> list[tuple[HouseRule, str]]:
    """Rules without cases of both kinds, each with the kind that is missing."""
    return [
        (rule, kind)
        for rule in rules
        for kind in KINDS
        if not any(case.kind == kind for case in rule.cases)
    ]
