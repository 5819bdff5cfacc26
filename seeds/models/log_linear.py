"""Log-linear models learned one row at a time: AdaGrad, and the mean of all steps.

The mean of the weights over all steps is far steadier than where the last step ends
(averaged stochastic gradient: Polyak and Juditsky 1992; AdaGrad: Duchi et al. 2011).
Rows are shuffled with fixed seeds, so the same rows give the same weights.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence

# The same rows in several orders, each with its seed: the mean hangs on none of them.
ORDERS = 4
# A step smaller than this changes nothing worth the time.
_LEAST_CHOICE, _LEAST_YES = 0.01, 0.005

# Features of every option, and which is right.
Choice = tuple[list[list[str]], int]
# Features of one thing, its two numbers, and how right it is, from 0 to 1.
Judgement = tuple[list[str], tuple[float, float], float]


class Weights:
    """Weights under way, by index; ``mean`` is what they were on the average."""

    def __init__(self, size: int, rate: float, decay: float, ground: float) -> None:
        self.now = [0.0] * size
        self._squares = [ground] * size
        self._late = [0.0] * size
        self._steps = 0
        self._rate, self._decay = rate, decay

    def tick(self) -> None:
        """The next row."""
        self._steps += 1

    def move(self, i: int, step: float, *, decayed: bool = True) -> None:
        """One weight along its gradient."""
        change = step - self._decay * self.now[i] if decayed else step
        self._squares[i] += change * change
        moved = self._rate * change / math.sqrt(self._squares[i])
        self.now[i] += moved
        self._late[i] += moved * self._steps

    def mean(self, i: int) -> float:
        return self.now[i] - self._late[i] / max(self._steps, 1)


class Names:
    """Features by number, those seen ``rare`` times and more."""

    def __init__(self, features: Iterable[Sequence[str]], rare: int, first: Sequence[str]) -> None:
        seen = Counter(name for one in features for name in one)
        self.numbers = {name: i for i, name in enumerate(first)}
        for name, count in seen.items():
            if count >= rare:
                self.numbers.setdefault(name, len(self.numbers))

    def of(self, features: Sequence[str]) -> list[int]:
        numbers = self.numbers
        return [numbers[name] for name in features if name in numbers]


def learn_choice(
    rows: Sequence[Choice], *, epochs: int, rate: float, decay: float, rare: int
) -> dict[str, float]:
    """Weights by which the right option of each row scores highest."""
    names = Names((one for options, _ in rows for one in options), rare, ())
    data = [([names.of(one) for one in options], right) for options, right in rows]
    found = [_choose(data, len(names.numbers), epochs, rate, decay, seed) for seed in range(ORDERS)]
    return {name: _mean(found, i) for name, i in names.numbers.items()}


def _mean(found: Sequence[Weights], i: int) -> float:
    return sum(weights.mean(i) for weights in found) / len(found)


def _choose(
    rows: Sequence[tuple[list[list[int]], int]],
    size: int,
    epochs: int,
    rate: float,
    decay: float,
    seed: int,
) -> Weights:
    """The weights of one order."""
    data = list(rows)
    weights = Weights(size, rate, decay, 1e-8)
    now, shuffle = weights.now, random.Random(seed)
    for _ in range(epochs):
        shuffle.shuffle(data)
        for options, right in data:
            weights.tick()
            sums = [sum([now[i] for i in one]) for one in options]
            top = max(sums)
            exps = [math.exp(s - top) for s in sums]
            total = sum(exps)
            for k, one in enumerate(options):
                step = (k == right) - exps[k] / total
                if abs(step) >= _LEAST_CHOICE:
                    for i in one:
                        weights.move(i, step)
    return weights


def learn_judgement(
    rows: Sequence[Judgement], *, epochs: int, rate: float, decay: float, rare: int
) -> dict[str, float]:
    """Weights of a logistic model; ``bias``, ``#0`` and ``#1`` are those of the two numbers."""
    names = Names((features for features, _, _ in rows), rare, ("bias", "#0", "#1"))
    data = [(names.of(features), numbers, right) for features, numbers, right in rows]
    found = [_judge(data, len(names.numbers), epochs, rate, decay, seed) for seed in range(ORDERS)]
    return {name: _mean(found, i) for name, i in names.numbers.items()}


def _judge(
    rows: Sequence[tuple[list[int], tuple[float, float], float]],
    size: int,
    epochs: int,
    rate: float,
    decay: float,
    seed: int,
) -> Weights:
    """The weights of one order; the first three go undecayed."""
    data = list(rows)
    weights = Weights(size, rate, decay, 1e-6)
    weights.now[1] = 0.9
    now, shuffle = weights.now, random.Random(seed)
    for _ in range(epochs):
        shuffle.shuffle(data)
        for features, (first, second), right in data:
            weights.tick()
            total = now[0] + now[1] * first + now[2] * second + sum([now[i] for i in features])
            step = right - 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
            if abs(step) < _LEAST_YES:
                continue
            for i, value in enumerate((1.0, first, second)):
                weights.move(i, step * value, decayed=False)
            for i in features:
                weights.move(i, step)
    return weights
