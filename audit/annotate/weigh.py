"""How likely a candidate is an attribution: a logistic model over a few features.

The strongest feature is how often this lemma in this frame was one where people marked
them (``frames.tsv``); the others say who speaks, in what tense and clause, and what the
content looks like. Weights are learned by ``seeds/models/train_attribution.py``.
"""

from audit.annotate.cue_rows import listed_as
from audit.annotate.end_features import frame_class
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import FINITE, NAME, Syntax, VerbGroup
from audit.document import Role
from audit.lexicon import load

_SPEAKERS = frozenset("he she they i we you it who which that this these those there one".split())
_COMMON = frozenset({"NN", "NNS"})
_MARKS = frozenset({",", ".", ";", ":", "?", "!", '"', "''", "-", "—", "–", "--", "("})
# Names of lengths, and the length that each stays below.
_SIZES = (("1", 2), ("3", 4), ("7", 8), ("15", 16))


def coarse(frame: str) -> str:
    """A frame without preposition or adjunct, for backing off to."""
    return frame.partition(":")[0].partition("+")[0]


def weigh_features(
    scene: Scene, syntax: Syntax, candidate: Candidate, nouns: dict[str, str]
) -> list[str]:
    """What speaks for and against, as names of weights (the frame table apart).

    ``nouns`` are rough classes of the nouns that speak, by lemma.
    """
    kind = frame_class(candidate.frame)
    found = _who(scene, candidate, kind, nouns)
    if candidate.start >= 0:
        found += _end(syntax, candidate, kind)
    if candidate.kind != "frame":
        frame = candidate.frame.removeprefix("p-")
        listed = listed_as(candidate.kind, candidate.lemma, frame, kind)
        found += [f"listed {listed}", f"listed {listed} {kind}"]
    if candidate.group is None:
        found += [f"how {candidate.relation}", f"how {candidate.relation} {candidate.frame}"]
    else:
        found += _verb(syntax, candidate, candidate.group, kind)
    found += _length(scene, candidate, kind)
    if candidate.start >= 0 and not candidate.quoted:
        found += _opening(syntax, candidate, kind)
    found += [f"rival {kind} {rival}" for rival in candidate.rivals] or [f"alone {kind}"]
    if candidate.fixed and not candidate.quoted and candidate.kind != "noun":
        found += _before(syntax, candidate, kind)
    if scene.inside[candidate.head] >= 0:
        found.append("inside-quotation")
    if syntax.tokens[syntax.last - 1].norm == "?":
        found.append("question")
    if candidate.sentence == 0:
        found += ["first-sentence", f"first-sentence {kind}"]
    if scene.document.sentences[candidate.sentence].role is Role.HEADLINE:
        found += ["headline", f"headline {kind}", f"headline {kind} {candidate.relation}"]
    return found


def _who(scene: Scene, candidate: Candidate, kind: str, nouns: dict[str, str]) -> list[str]:
    """The frame, and who speaks."""
    speaker = _source_class(scene, candidate, nouns)
    found = [
        f"frame {coarse(candidate.frame)}",
        f"kind {kind} {'q' if candidate.quoted else candidate.kind}",
        f"source {speaker}",
        f"source {speaker} {kind}",
        f"cue {candidate.lemma} {speaker}",
    ]
    if candidate.source is not None and candidate.source_head >= 0:
        head = scene.tokens[candidate.source_head]
        if head.tag in _COMMON:
            found += [f"who {head.lemma}", f"who {head.lemma} {kind}"]
    return found


def _source_class(scene: Scene, candidate: Candidate, nouns: dict[str, str]) -> str:
    """Roughly who speaks: a pronoun, a name, a person's role, a body, a thing."""
    if candidate.source is None:
        return "none"
    if candidate.source_head < 0:
        return "odd"
    token = scene.tokens[candidate.source_head]
    if token.norm in _SPEAKERS:
        return token.norm
    if token.tag in NAME:
        return "name"
    return nouns.get(token.lemma) or token.tag


def _end(syntax: Syntax, candidate: Candidate, kind: str) -> list[str]:
    """How sure the end of the content is, and what closes it."""
    sure = int(candidate.end_sure * 5)
    found = [f"end {sure}", f"end {sure} {kind}"]
    if candidate.end < syntax.last:
        closing = syntax.tokens[candidate.end]
        found.append(f"closes {closing.norm if closing.norm in _MARKS else closing.tag} {kind}")
    return found


def _verb(syntax: Syntax, candidate: Candidate, group: VerbGroup, kind: str) -> list[str]:
    """The form of the verb, its clause, and what parts it from its source."""
    tokens = syntax.tokens
    tag = tokens[group.head].tag
    marks = (
        ("P", group.passive), ("N", group.negated), ("M", group.modal),
        ("I", group.infinitive), ("H", group.perfect), ("F", group.finite),
    )  # fmt: skip
    shape = "".join(letter for letter, on in marks if on)
    found = [
        f"group {shape} {tag}",
        f"group {shape} {tag} {kind}",
        f"relation {candidate.relation} {tag} {kind}",
    ]
    if candidate.source is not None and group.head > candidate.source[1]:
        last = candidate.source[1]
        gap = tokens[last].norm if last < group.first else ""
        found.append(f"gap {gap if gap in (',', '-', '') else 'w'}")
    return found


def _length(scene: Scene, candidate: Candidate, kind: str) -> list[str]:
    """How long the content is, and whether there is a quotation in it."""
    start, end, opens = candidate.start, candidate.end, scene.opens
    length = sum(last - first for first, last in candidate.fixed)
    if start >= 0:
        length += end - start
    size = next((name for name, limit in _SIZES if length < limit), "16")
    found = [f"size {size} {kind}"]
    if candidate.quoted or (start >= 0 and any(i in opens for i in range(start, end))):
        found += ["quote", f"quote {kind}"]
    return found


def _opening(syntax: Syntax, candidate: Candidate, kind: str) -> list[str]:
    """What the content begins with, and of an object what it is."""
    tokens, start, end = syntax.tokens, candidate.start, candidate.end
    opening = tokens[start].tag
    found = [f"opens {opening} {kind}"]
    if kind not in ("np", "pp"):
        return found
    found.append(f"object {opening} {tokens[min(end, len(tokens)) - 1].tag}")
    first, last, at = syntax.chunk(start)
    if first < last:
        head = tokens[at]
        if head.lemma in load("reporting_nouns"):
            found.append(f"object-says {kind} {last < end}")
        found.append(f"thing {head.lemma if head.tag in _COMMON else head.tag}")
    return found


def _before(syntax: Syntax, candidate: Candidate, kind: str) -> list[str]:
    """What a content that stands before its cue looks like, and what follows the cue."""
    tokens = syntax.tokens
    first, last = candidate.fixed[0]
    clause = any(tokens[i].tag in FINITE for i in range(first, last))
    after = max(candidate.cue[1], candidate.source[1] if candidate.source else 0)
    mark = tokens[min(after, syntax.last - 1)]
    following = mark.norm if mark.norm in _MARKS else mark.tag[:2]
    return [
        f"before {kind} clause {clause}",
        f"before {kind} follows {following}",
        f"before {kind} {clause} {following}",
        f"before {kind} opens {tokens[first].tag} {clause}",
    ]
