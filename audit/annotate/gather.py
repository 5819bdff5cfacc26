"""All candidates of a sentence, each knowing what else its cue could be read as."""

from collections import defaultdict

from audit.annotate.decide import noun_classes
from audit.annotate.end_features import frame_class
from audit.annotate.frames import frame_candidates
from audit.annotate.scene import Candidate, Passage, Scene
from audit.annotate.subjects import assign_subjects
from audit.annotate.syntax import NAME, Syntax
from audit.annotate.verbal import verb_candidates

_OBJECTS = frozenset({"np", "pp"})
_WHERE_AND_WHEN = frozenset(f"pp:{word}" for word in "in at on during after before".split())
# Where so many words of one sentence might speak, it is a list of words and nobody does.
_MOST = 80
_SPEAKERS = frozenset({"roles", "institutions", "vague_collectives"})
_REFUSING = frozenset("decline refuse".split())
_SAYING = frozenset("say tell announce state add claim write report argue insist".split())


def gather(scene: Scene, index: int, syntax: Syntax, subjects: dict[str, float]) -> list[Candidate]:
    """Verbs, nouns and frames of one sentence, in no particular order.

    ``subjects`` are the weights by which each verb is given its subject first.
    """
    assign_subjects(syntax, scene.inside, subjects)
    passage = Passage(scene, index, syntax)
    by_head: dict[int, list[Candidate]] = defaultdict(list)
    refused, citing = set(), False
    for candidate in (*verb_candidates(passage), *frame_candidates(passage)):
        by_head[candidate.head].append(candidate)
        citing = citing or candidate.frame == "frame-citing"
        if candidate.frame == "to" and candidate.lemma in _REFUSING:
            # *refused to say whether …*: one refusal, no saying.
            refused.add(candidate.start + 1)
    if len(by_head) > _MOST:
        return []
    found = []
    for head, readings in by_head.items():
        if head not in refused:
            kept = _narrowed(scene, readings, citing)
            _introduce(kept)
            found += kept
    return found


def _narrowed(scene: Scene, readings: list[Candidate], citing: bool) -> list[Candidate]:
    """The readings of one cue that the others of its readings leave room for.

    ``citing``: the sentence has a frame of *citing*, beside which *cite* is no verb.
    """
    if any(c.frame.endswith("post-q") for c in readings):
        # Right after a closing mark, what follows the cue is whom it was told or when.
        readings = [c for c in readings if frame_class(c.frame) not in _OBJECTS]
    inverted = [c for c in readings if c.frame.startswith("inv-")]
    silent = [c for c in readings if c.frame == "anonymous"]
    readings = inverted or silent or readings
    if citing and readings[0].lemma == "cite":
        readings = [c for c in readings if c.kind == "frame"]
    says = bool(readings) and readings[0].lemma in _SAYING
    if says and any(_is_signed(scene, c) for c in readings):
        readings = [c for c in readings if frame_class(c.frame) not in _OBJECTS]
    if says and any("+x" in c.frame or "post" in c.frame for c in readings):
        # *said in a statement on Monday that …*, *…, she said after the vote*: the phrase
        # behind the cue is where and when.
        readings = [c for c in readings if c.frame not in _WHERE_AND_WHEN]
    return readings


def _is_signed(scene: Scene, candidate: Candidate) -> bool:
    """*The fund is empty, said a spokesman*: what stands behind the verb speaks."""
    tokens, first = scene.tokens, candidate.cue[0]
    inverted = candidate.frame.startswith("invpost") and tokens[first - 1].norm == ","
    if not inverted:
        return False
    head = tokens[candidate.source_head]
    return head.tag in NAME or noun_classes().get(head.lemma) in _SPEAKERS


def _introduce(readings: list[Candidate]) -> None:
    """Tell each reading of one cue what the others are."""
    for candidate in readings:
        others = {frame_class(other.frame) for other in readings if other is not candidate}
        candidate.rivals = tuple(sorted(others))
