"""The scale from 0 to 100 with its bands, and where an article stands on it."""

from typing import NamedTuple

from audit.weights import table

WIDTH = 300


class Band(NamedTuple):
    """One band: from ``least`` up to ``below`` points. Units of ``x`` and ``width``: pixels."""

    name: str
    least: int
    below: int
    x: int
    width: int
    here: bool


class Scale(NamedTuple):
    """The bands from the lowest, and the marks of one article or of an old and a new one."""

    bands: tuple[Band, ...]
    marks: tuple[int, ...]
    width: int
    label: str


def scale(*scores: float) -> Scale:
    """A scale with a mark for each score; the last says in which band the article is."""
    bounds = sorted((least, name) for name, least in table("band").items())
    tops = [least for least, _ in bounds[1:]] + [100.0]
    last = scores[-1]
    bands = tuple(
        Band(
            name,
            round(least),
            round(below),
            _pixels(least),
            _pixels(below) - _pixels(least),
            least <= last and (last < below or below == 100),
        )
        for (least, name), below in zip(bounds, tops, strict=True)
    )
    here = next(band for band in bands if band.here)
    label = f"{last:.0f} of 100, {here.name}: from {here.least} to {here.below}"
    return Scale(bands, tuple(_pixels(score) for score in scores), WIDTH, label)


def _pixels(points: float) -> int:
    return round(points * WIDTH / 100)
