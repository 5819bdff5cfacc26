"""All candidates of a sentence, each knowing what else its cue could be read as."""

from collections import defaultdict

from audit.annotate.candidates import Candidate, Scene, candidates
from audit.annotate.ends import frame_class
from audit.annotate.nominal import nominal
from audit.annotate.subjects import assign_subjects
from audit.annotate.syntax import Syntax


def gather(
    scene: Scene, index: int, syntax: Syntax, subjects: dict[str, float]
) -> list[Candidate]:
    """Verbs, nouns and frames of one sentence, in no particular order.

    ``subjects`` are the weights by which each verb is given its subject first.
    """
    assign_subjects(syntax, scene.inside, subjects)
    found = [*candidates(scene, index, syntax), *nominal(scene, index, syntax)]
    by_head: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_head[candidate.head].append(candidate)
    for readings in by_head.values():
        if len(readings) > 1:
            for candidate in readings:
                candidate.rivals = tuple(
                    sorted({frame_class(other.frame) for other in readings if other is not candidate})
                )
    return found
