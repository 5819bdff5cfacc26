"""Where attributed content ends, by a small log-linear model over possible ends.

An end is possible before a mark, a conjunction, a clause opener, or where the sentence
stops. Each is scored by what ``end_features`` sees there; the best wins. Weights are
learned by ``seeds/models/train_attribution.py``.
"""

from math import exp

from audit.annotate.end_features import (
    CLAUSAL,
    MARKS,
    clause_ahead,
    end_features,
    frame_class,
    time_at,
)
from audit.annotate.linear import total
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import FINITE, Syntax

# Words before which a content may end. Before infinitives and determiners it hardly ever does:
# 35 times in 18,000 places.
_OPENERS = frozenset({"CC", "IN", "WDT", "WP", "WRB"})
# Marks behind which a new sentence may begin, and what it begins with: *…, it is said*.
_PARTING = frozenset({",", ";"})
_SENTENCE = frozenset({"clause VBZ True", "clause VBD True", "clause VBP True"})
_MORE = frozenset({"VBG", "VBN", "RB", "MD", "VBD", "VBZ", "VBP"})


def possible_ends(scene: Scene, syntax: Syntax, candidate: Candidate) -> list[int]:
    """Token indices (exclusive) at which the content may end, from left to right."""
    tokens, start, stop = scene.tokens, candidate.start, candidate.stop
    inside = scene.inside
    clause = frame_class(candidate.frame) in CLAUSAL
    found = []
    i = start + 1
    while i < stop:
        # Nothing ends inside a quotation, only with it.
        quotation = inside[i]
        if quotation >= 0 and inside[i - 1] == quotation:
            last = scene.speech[quotation][1]
            i = max(last, i + 1)
            if i < stop:
                found.append(i)
                i += 1
            continue
        token = tokens[i]
        tag = token.tag
        if (token.norm in MARKS and tag != "``") or tag in ("CC", "-LRB-", ":"):
            found.append(i)
            if token.norm in _PARTING and _parts(syntax, i, stop, clause):
                return found
        elif (
            tag in _OPENERS
            or (tag in FINITE and clause and i - start > 2)
            or (tag in _MORE and not clause)
            or time_at(syntax, i, stop)
        ):
            found.append(i)
        i += 1
    found.append(stop)
    return found


def _parts(syntax: Syntax, i: int, stop: int, clause: bool) -> bool:
    """Somebody else speaks behind the mark; or an object is over and the sentence goes on."""
    if stop - i > 2 and syntax.tokens[i + 1].norm == "according":
        return True
    ahead = clause_ahead(syntax, i + 1, stop)
    if clause:
        return syntax.tokens[i].norm == ";" and ahead == "clause says"
    return ahead in _SENTENCE


def best_end(
    scene: Scene, syntax: Syntax, candidate: Candidate, weights: dict[str, float]
) -> tuple[int, float]:
    """The likeliest end and how likely it is, from 0 to 1; of equals, the first."""
    ends = possible_ends(scene, syntax, candidate)
    if len(ends) == 1:
        return ends[0], 1.0
    scores = [total(weights, names) for names in end_features(scene, syntax, candidate, ends)]
    top = max(scores)
    return ends[scores.index(top)], 1 / sum(exp(score - top) for score in scores)
