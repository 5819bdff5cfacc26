"""The scale from 0 to 100 with its bands, and where an article stands on it."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from audit.weights import table


class Band(NamedTuple):
    """One band, from ``least`` up to ``below`` points; ``state`` is ``here`` or ``band``."""

    name: str
    least: int
    below: int
    width: int
    middle: float
    state: str


class Point(NamedTuple):
    """A score on the scale; ``state`` is ``now``, ``before``, or ``each`` of many."""

    score: float
    state: str


class Scale(NamedTuple):
    """The bands from the lowest, and where on them an article stands, or two, or many."""

    bands: tuple[Band, ...]
    points: tuple[Point, ...]
    label: str


def scale(*scores: float) -> Scale:
    """A scale with a point for each version; the last says in which band the article is."""
    last = scores[-1]
    bands = _bands(last)
    here = next(band for band in bands if band.state == "here")
    label = f"{last:.0f} of 100, {here.name}: from {here.least} to {here.below}"
    points = [Point(score, "before") for score in scores[:-1]]
    return Scale(bands, (*points, Point(last, "now")), label)


def spread(scores: Sequence[float]) -> Scale | None:
    """A scale with a point for each of many articles; ``None`` where none has a score."""
    if not scores:
        return None
    low, middle, high = min(scores), median(scores), max(scores)
    label = f"lowest {low:.0f}, middle {middle:.0f}, highest {high:.0f} of 100"
    return Scale(_bands(), tuple(Point(score, "each") for score in sorted(scores)), label)


def _bands(score: float | None = None) -> tuple[Band, ...]:
    bounds = sorted((least, name) for name, least in table("band").items())
    tops = [least for least, _ in bounds[1:]] + [100.0]
    return tuple(
        Band(
            name,
            round(least),
            round(below),
            round(below - least),
            (least + below) / 2,
            "here" if score is not None and _inside(score, least, below) else "band",
        )
        for (least, name), below in zip(bounds, tops, strict=True)
    )


def _inside(score: float, least: float, below: float) -> bool:
    return least <= score and (score < below or below == 100)
