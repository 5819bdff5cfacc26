"""What the cases of house rules say, for a terminal."""

from collections.abc import Sequence

from audit.house.cases import mark
from audit.house.rules import HouseRule
from audit.house.trial import Outcome


def render(
    rules: Sequence[HouseRule],
    outcomes: Sequence[Outcome],
    untried: Sequence[tuple[HouseRule, str]],
) -> str:
    """Each case that fails with what was expected and what was found; then how many hold."""
    lines = [line for outcome in outcomes if not outcome.holds for line in _failure(outcome)]
    for rule, kind in untried:
        lines.append(
            f"{rule.place}: {rule.id}: has no case under {kind}; it needs one of each kind"
        )
    held = sum(outcome.holds for outcome in outcomes)
    lines.append(
        f"{len(rules)} rules, {len(outcomes)} cases: {held} hold, {len(outcomes) - held} fail"
    )
    return "".join(f"{line}\n" for line in lines)


def _failure(outcome: Outcome) -> tuple[str, ...]:
    case = outcome.case
    return (
        f"{case.place}: {outcome.rule}: this {case.kind} case fails",
        f"  expected  {_shown(mark(case.text, case.spans))}",
        f"  found     {_shown(mark(case.text, outcome.found))}",
    )


def _shown(text: str) -> str:
    """The text on one line, its line breaks shown as such."""
    return " ".join(text.replace("\n", " ⏎ ").split())
