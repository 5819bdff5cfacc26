"""What would raise a statement's score: each component, what it has, what would better it."""

from functools import cache, lru_cache
from typing import NamedTuple

from audit.score import StatementScore
from audit.weights import table

# From here on a reader knows exactly who speaks, and only a name could add to it.
_KNOWN = 26
# Marks that a reader can go by, and how to give them. A link is one to the document itself.
_MARKS = {"venue": "say where, or to whom", "date": "say when"}
_LINK = "link or name the document"
_NESTED = "nested in"
_RELAY = "relay without reference"


class Step(NamedTuple):
    """One thing to do, and by how many points the statement's score would rise."""

    advice: str
    gain: float


class Explained(NamedTuple):
    """What a score is made of: points of all there can be, the caps, what would raise it most.

    A step that a cap makes vain is left out.
    """

    parts: tuple[tuple[str, str], ...]
    caps: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]


def explained(score: StatementScore) -> Explained:
    """A statement's score in words. Many statements are scored alike."""
    return _explained(score.total, tuple(score.components.items()), score.caps)


@lru_cache(maxsize=1 << 12)
def _explained(
    total: float, parts: tuple[tuple[str, float], ...], caps: tuple[str, ...]
) -> Explained:
    score = StatementScore(total, dict(parts), caps)
    steps = [step for name in score.components for step in worthwhile(score, name)]
    steps.sort(key=lambda step: -step.gain)
    return Explained(
        tuple(
            (name.replace("_", " "), f"{points:g} of {_whole(name):g}") for name, points in parts
        ),
        tuple(_cap(cap) for cap in caps),
        tuple((f"+{step.gain:g}", step.advice) for step in steps),
    )


def _cap(cap: str) -> str:
    """``"vague source 30"`` as a reader would say it.

    >>> _cap("vague source 30")
    'held at 30: vague source'
    """
    reason, _, limit = cap.rpartition(" ")
    return f"held at {limit}: {reason}"


def worthwhile(score: StatementScore, name: str) -> tuple[Step, ...]:
    """What would better one component, each step on its own."""
    return tuple(step for step in _steps(score, name) if step.gain > 0)


def _steps(score: StatementScore, name: str) -> list[Step]:
    parts, value = score.components, score.components[name]
    if name == "verifiability":
        return _marks(score, value)
    if value >= _whole(name):
        return []
    if name == "identifiability":
        advice = "say who, by name and role" if value < _KNOWN else "name the person who says so"
        return [Step(advice, _gain(score, _named(parts), lifts=True))]
    if name == "form":
        known = parts.get("identifiability", 0.0)
        best = _whole(name) * _doubted(known)
        return [Step("quote the words", _gain(score, {**parts, name: best}))]
    if name == "stance":
        return [Step("use a neutral verb", _gain(score, {**parts, name: _whole(name)}))]
    if name == "hedge":
        advice = "confirm it, or say whose doubt it is"
        return [Step(advice, _gain(score, {**parts, name: table("hedge")["source"]}))]
    if name == "proximity" and value < table("proximity")["official"]:
        return [Step("ask somebody who was there", _gain(score, {**parts, name: _whole(name)}))]
    return []


def _marks(score: StatementScore, value: float) -> list[Step]:
    """A place, a date and a link, each unless the statement has it."""
    worth = table("verifiability")
    there = _sums()[round(value)]
    steps = []
    for mark, advice in _MARKS.items():
        if mark not in there:
            parts = {**score.components, "verifiability": value + worth[mark]}
            steps.append(Step(advice, _gain(score, parts, refers=mark == "date")))
    more = sum(worth[mark] for mark in ("artefact", "link") if mark not in there)
    if more:
        parts = {**score.components, "verifiability": value + more}
        steps.append(Step(_LINK, _gain(score, parts, refers=True)))
    return steps


@cache
def _sums() -> dict[int, frozenset[str]]:
    """Which marks a number of points stands for; a link is always one to an artefact."""
    worth = table("verifiability")
    found: dict[int, frozenset[str]] = {}
    for papers in ((), ("artefact",), ("artefact", "link")):
        for told in ((), ("venue",), ("date",), ("venue", "date")):
            marks = frozenset((*papers, *told))
            found[round(sum(worth[mark] for mark in marks))] = marks
    return found


def _named(parts: dict[str, float]) -> dict[str, float]:
    """The same statement by a person with name and role, told in so many words."""
    known = parts["identifiability"]
    form = parts.get("form", 0.0) / _doubted(known) or table("form")["indirect"]
    stance = parts.get("stance", 0.0) or table("stance")["neutral"]
    return {**parts, "identifiability": _whole("identifiability"), "form": form, "stance": stance}


def _doubted(known: float) -> float:
    """What is left of the form's points where the source is not well known."""
    whole = _whole("identifiability")
    return 1.0 if known >= whole / 2 else 0.5 + known / whole


def _gain(
    score: StatementScore, parts: dict[str, float], lifts: bool = False, refers: bool = False
) -> float:
    """By how much the total would rise; ``lifts``: a name lifts all caps but the outer's."""
    limits = [
        float(cap.rpartition(" ")[2])
        for cap in score.caps
        if cap.startswith(_NESTED) or not (lifts or (refers and cap.startswith(_RELAY)))
    ]
    return round(min([sum(parts.values()), 100.0, *limits]) - score.total, 1)


@cache
def _whole(name: str) -> float:
    """The most that a component can have."""
    if name == "verifiability":
        return sum(table(name).values())
    if name == "anonymity_reason":
        return table("bonus")[name]
    return max(table(name).values())
