"""Sums of learned weights, which every decision about a candidate comes down to."""

from collections.abc import Iterable, Mapping
from itertools import repeat

_UNKNOWN = repeat(0.0)


def total(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """The weights of the names, added up; a name that was never learned weighs nothing."""
    return sum(map(weights.get, names, _UNKNOWN), 0.0)
