"""Why a reader could dispute a clause: the words and the frame that make it so.

A ground is found from the class of the verb, of its subject and of its complement.
A clause without one states an open event or a settled fact.
"""

from collections.abc import Callable

from audit.annotate.claim_acts import decision, figure, force, prediction, wrongdoing
from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_harms import accusation, news, rate, toll
from audit.annotate.claim_judgements import (
    cause,
    effect,
    generality,
    inference,
    opinion,
    superlative,
    trend,
)
from audit.annotate.claim_minds import aim, mind
from audit.annotate.claim_words import Ground, Reading, TermIndex

_FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
# The sharpest first.
_SEARCHES: tuple[Callable[[Reading], Ground | None], ...] = (
    aim, mind, wrongdoing, accusation, opinion, effect, cause, decision, force, superlative,
    inference, trend, generality, toll, rate, prediction, figure, news,
)  # fmt: skip


def ground_of(index: TermIndex, clause: Clause) -> Ground | None:
    """The first ground that holds; ``None`` if nobody would dispute the clause."""
    if clause.subject < 0 or index.tokens[clause.subject].norm in _FIRST_PERSON:
        return None
    reading = Reading(index, clause)
    for search in _SEARCHES:
        ground = search(reading)
        if ground:
            return ground
    return None
