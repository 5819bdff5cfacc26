"""Which candidates are attributions: learned odds, then one outermost reading a place.

People who marked attributions nested only a few in a thousand, so of two candidates of
which one stands in the other's content the outer wins, unless the inner is far surer.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from audit.annotate.linear import total
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import Syntax
from audit.annotate.weigh import coarse, weigh_features
from audit.lexicon import load
from audit.resources import load_model

# How many sightings a prior counts for, against those of the lemma in the frame itself.
_PRIOR_STRENGTH = 4.0
# An inner candidate must be this much surer than the outer one to break it.
_INNER = 1.7
# Below this nothing is listed: about the best for relation and strict F1 on training articles
# that the weights were not learned from.
LISTED = 0.33

# By lemma and frame, joined by a tab: how often an attribution, how often seen.
Counts = dict[str, Sequence[int]]
# Odds of one in five for the lemma in the frame: hardly anything else makes up for that.
_HOPELESS = -1.6
# As unlikely as this with its content, a cue is not worth a second look.
_LOST = 0.05


@dataclass(frozen=True, slots=True)
class Model:
    """Counts by lemma and frame, and the weights of the four decisions.

    ``match``: is it an attribution with this content; ``cue``: is the cue one at all;
    ``ends``: where content ends; ``subjects``: which phrase is a verb's subject. All weights
    are of log odds.
    """

    counts: Counts
    match: dict[str, float]
    cue: dict[str, float]
    ends: dict[str, float]
    subjects: dict[str, float]


@cache
def load_attribution_model() -> Model:
    """The parameters in ``seeds/models/attribution.json.gz``."""
    raw = load_model("attribution")
    return Model(raw["counts"], raw["match"], raw["cue"], raw["ends"], raw["subjects"])


@cache
def noun_classes() -> dict[str, str]:
    """A rough class of the nouns that speak, by lemma."""
    classes = {}
    for name in ("institutions", "documents", "vague_collectives", "vague_reports", "roles"):
        for entry in load(name).entries:
            if " " not in entry.term:
                classes[entry.term.removeprefix("=").lower()] = name
    return classes


def log_odds(p: float) -> float:
    p = min(max(p, 0.002), 0.998)
    return math.log(p / (1 - p))


def priors(counts: Counts, candidate: Candidate) -> tuple[float, float]:
    """Log odds of the lemma in the frame, and of the lemma, each smoothed by the frame."""

    def count(lemma: str, frame: str) -> Sequence[int]:
        return counts.get(f"{lemma}\t{frame}", (0, 0))

    family = coarse(candidate.frame)
    found, seen = count("", family)
    by_frame = (found + 1) / (seen + 8)
    found, seen = count("", candidate.frame)
    by_frame = (found + 10 * by_frame) / (seen + 10)
    found, seen = count(candidate.lemma, "")
    by_lemma = (found + 3 * by_frame) / (seen + 3)
    found, seen = count(candidate.lemma, family)
    both = (found + _PRIOR_STRENGTH * (by_frame + by_lemma) / 2) / (seen + _PRIOR_STRENGTH)
    return log_odds(both), log_odds(by_lemma)


def hopeless(counts: Counts, candidate: Candidate) -> bool:
    """So rarely an attribution that its content need not be read."""
    if candidate.quoted or candidate.kind == "frame" or candidate.start < 0:
        return False
    return priors(counts, candidate)[0] < _HOPELESS


def probability(
    weights: dict[str, float], features: Iterable[str], first: float, second: float
) -> float:
    """The logistic of the weighted sum; ``first`` and ``second`` are the priors."""
    get = weights.get
    odds = get("bias", 0.0) + get("#0", 0.0) * first + get("#1", 0.0) * second
    odds += total(weights, features)
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))


def weigh(scene: Scene, syntax: Syntax, candidate: Candidate, model: Model) -> tuple[float, float]:
    """How likely the candidate is an attribution with this content, and one at all."""
    first, second = priors(model.counts, candidate)
    features = weigh_features(scene, syntax, candidate, noun_classes())
    match = probability(model.match, features, first, second)
    if match < _LOST:
        return match, match
    return match, probability(model.cue, features, first, second)


def choose(candidates: list[Candidate], listed: float = LISTED) -> list[Candidate]:
    """The candidates that stand: one frame a cue, the outer before the inner.

    Candidates come weighed; they go out sorted by cue. Each is compared only with those
    that share a stretch of text with it.
    """
    best: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.weight >= listed:
            rival = best.get(candidate.head)
            if rival is None or rival.weight < candidate.weight:
                best[candidate.head] = candidate
    kept: dict[int, Candidate] = {}
    places: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in sorted(best.values(), key=lambda c: (-c.weight, c.head)):
        stretches = _stretches(candidate)
        near = {id(other): other for place in stretches for other in places[place]}
        near = {key: other for key, other in near.items() if other.head in kept}
        if all(_agree(candidate, other) for other in near.values()):
            for other in near.values():
                if _displaces(candidate, other):
                    del kept[other.head]
            kept[candidate.head] = candidate
            for place in stretches:
                places[place].append(candidate)
    return sorted(kept.values(), key=lambda candidate: candidate.cue)


def by_stretch(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    """The candidates by the stretches of text, of ``STRETCH`` tokens, that they touch."""
    found: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for place in _stretches(candidate):
            found[place].append(candidate)
    return found


# Tokens to a stretch of text.
STRETCH = 64


def _stretches(candidate: Candidate) -> set[int]:
    found = {i // STRETCH for i in (candidate.cue[0], candidate.cue[1] - 1)}
    for first, last in candidate.parts:
        found.update(range(first // STRETCH, (last - 1) // STRETCH + 1))
    return found


def _agree(candidate: Candidate, kept: Candidate) -> bool:
    """Nothing about a surer candidate rules this one out."""
    if candidate.cue[0] < kept.cue[1] and kept.cue[0] < candidate.cue[1]:
        return False
    if _cites(candidate, kept) or _cites(kept, candidate):
        return True
    if kept.holds(candidate.cue):
        return candidate.weight > _INNER * kept.weight
    if candidate.holds(kept.cue):
        return kept.weight <= _INNER * candidate.weight
    ours, theirs = candidate.parts, kept.parts
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in ours for b in theirs)
    smaller = min(sum(b - a for a, b in ours), sum(b - a for a, b in theirs))
    return shared <= 0.8 * smaller


def _cites(outer: Candidate, inner: Candidate) -> bool:
    """*The mayor said the road is closed, according to police*: both are told."""
    return outer.lemma == "according to" and outer.holds(inner.cue)


def _displaces(candidate: Candidate, kept: Candidate) -> bool:
    if _cites(candidate, kept) or _cites(kept, candidate):
        return False
    return candidate.holds(kept.cue) and kept.weight <= _INNER * candidate.weight
