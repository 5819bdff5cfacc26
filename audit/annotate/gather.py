"""All candidates of a sentence, each knowing what else its cue could be read as."""

from collections import defaultdict

from audit.annotate.candidates import Candidate, Scene, candidates
from audit.annotate.ends import frame_class
from audit.annotate.nominal import nominal
from audit.annotate.subjects import assign_subjects
from audit.annotate.syntax import Syntax

_WHERE_AND_WHEN = frozenset(f"pp:{word}" for word in "in at on during after before".split())
_REFUSING = frozenset("decline refuse".split())
_SAYING = frozenset("say tell announce state add claim write report argue insist".split())


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
    # Right after a closing mark, what follows the cue is whom it was told or when.
    closing = {c.head for c in found if c.frame.endswith("post-q")}
    for head in closing:
        by_head[head] = [c for c in by_head[head] if frame_class(c.frame) not in ("np", "pp")]
    for head, readings in by_head.items():
        inverted = [c for c in readings if c.frame.startswith("inv-")]
        silent = [c for c in readings if c.frame == "anonymous"]
        if inverted or silent:
            by_head[head] = inverted or silent
    for head in {c.start + 1 for c in found if c.lemma in _REFUSING and c.frame == "to"}:
        # *refused to say whether …*: one refusal, no saying.
        by_head.pop(head, None)
    if any(c.frame == "frame-citing" for c in found):
        for head in [h for h, readings in by_head.items() if readings[0].lemma == "cite"]:
            by_head[head] = [c for c in by_head[head] if c.kind == "frame"]
    for head, readings in by_head.items():
        if readings[0].lemma in _SAYING and any("+x" in c.frame or "post" in c.frame for c in readings):
            # *said in a statement on Monday that …*, *…, she said after the vote*: the phrase
            # behind the cue is where and when.
            by_head[head] = [c for c in readings if c.frame not in _WHERE_AND_WHEN]
    found = [candidate for readings in by_head.values() for candidate in readings]
    for readings in by_head.values():
        if len(readings) > 1:
            for candidate in readings:
                candidate.rivals = tuple(
                    sorted({frame_class(other.frame) for other in readings if other is not candidate})
                )
    return found
