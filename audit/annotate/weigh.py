"""How likely a candidate is an attribution: a logistic model over a few features.

The strongest feature is how often this lemma in this frame was one where people marked
them (``frames.tsv``); the others say who speaks, in what tense and clause, and what the
content looks like. Weights are learned by ``seeds/models/train_attribution.py``.
"""

from audit.annotate.scene import Candidate, Scene
from audit.annotate.cue_rows import listed_as
from audit.annotate.ends import frame_class
from audit.annotate.syntax import FINITE, NAME, Syntax
from audit.lexicon import load

_SPEAKERS = frozenset("he she they i we you it who which that this these those there one".split())


def coarse(frame: str) -> str:
    """A frame without preposition or adjunct, for backing off to."""
    return frame.partition(":")[0].partition("+")[0]


def weigh_features(scene: Scene, syntax: Syntax, candidate: Candidate, nouns: dict[str, str]) -> list[str]:
    """What speaks for and against, as names of weights (the frame table apart)."""
    tokens = scene.tokens
    frame, kind = candidate.frame, frame_class(candidate.frame)
    family = "q" if candidate.quoted else candidate.kind
    found = [f"frame {coarse(frame)}", f"kind {kind} {family}"]
    speaker = source_class(scene, candidate, nouns)
    found += [f"source {speaker}", f"source {speaker} {kind}", f"cue {candidate.lemma} {speaker}"]
    if candidate.source is not None and candidate.source_head >= 0:
        head = tokens[candidate.source_head]
        if head.tag in _COMMON:
            found += [f"who {head.lemma}", f"who {head.lemma} {kind}"]
    if candidate.start >= 0:
        sure = int(candidate.end_sure * 5)
        found += [f"end {sure}", f"end {sure} {kind}"]
    if candidate.start >= 0 and candidate.end < syntax.last:
        closing = tokens[candidate.end]
        found.append(f"closes {closing.norm if closing.norm in _MARKS else closing.tag} {kind}")
    if candidate.kind != "frame":
        listed = listed_as(candidate.kind, candidate.lemma, frame.removeprefix("p-"), kind)
        found += [f"listed {listed}", f"listed {listed} {kind}"]
    group = candidate.group
    if group is not None:
        tag = tokens[group.head].tag
        shape = "".join(
            letter
            for letter, on in (
                ("P", group.passive), ("N", group.negated), ("M", group.modal),
                ("I", group.infinitive), ("H", group.perfect), ("F", group.finite),
            )
            if on
        )  # fmt: skip
        found += [f"group {shape} {tag}", f"group {shape} {tag} {kind}"]
        found.append(f"relation {candidate.relation} {tag} {kind}")
        if candidate.source is not None and group.head > candidate.source[1]:
            gap = tokens[candidate.source[1]].norm if candidate.source[1] < group.first else ""
            found.append(f"gap {gap if gap in (',', '-', '') else 'w'}")
    else:
        found += [f"how {candidate.relation}", f"how {candidate.relation} {frame}"]
    length = sum(last - first for first, last in candidate.fixed)
    if candidate.start >= 0:
        length += candidate.end - candidate.start
    size = "1" if length < 2 else "3" if length < 4 else "7" if length < 8 else "15" if length < 16 else "16"
    found.append(f"size {size} {kind}")
    has_quote = candidate.quoted or (
        candidate.start >= 0
        and any(i in scene.opens for i in range(candidate.start, candidate.end))
    )
    if has_quote:
        found += ["quote", f"quote {kind}"]
    if candidate.start >= 0 and not candidate.quoted:
        token = tokens[candidate.start]
        found.append(f"opens {token.tag} {kind}")
        if kind in ("np", "pp"):
            found.append(f"object {_noun_class(tokens[min(candidate.end, len(tokens)) - 1].tag, token)}")
            first, end, head = syntax.chunk(candidate.start)
            if first < end:
                if tokens[head].lemma in load("reporting_nouns"):
                    found.append(f"object-says {kind} {end < candidate.end}")
                found.append(f"thing {tokens[head].lemma if tokens[head].tag in _COMMON else tokens[head].tag}")
    for rival in candidate.rivals:
        found.append(f"rival {kind} {rival}")
    if not candidate.rivals:
        found.append(f"alone {kind}")
    if candidate.fixed and not candidate.quoted and candidate.kind != "noun":
        found += _before(scene, syntax, candidate, kind)
    if scene.inside[candidate.head] >= 0:
        found.append("inside-quotation")
    if tokens[syntax.last - 1].norm == "?":
        found.append("question")
    if candidate.sentence == 0:
        found.append("first-sentence")
    return found


def _before(scene: Scene, syntax: Syntax, candidate: Candidate, kind: str) -> list[str]:
    """What a content that stands before its cue looks like, and what follows the cue."""
    tokens = scene.tokens
    first, last = candidate.fixed[0]
    clause = any(tokens[i].tag in FINITE for i in range(first, last))
    after = max(candidate.cue[1], candidate.source[1] if candidate.source else 0)
    mark = tokens[after] if after < syntax.last else tokens[syntax.last - 1]
    following = mark.norm if mark.norm in _MARKS else mark.tag[:2]
    opening = tokens[first].tag
    return [
        f"before {kind} clause {clause}",
        f"before {kind} follows {following}",
        f"before {kind} {clause} {following}",
        f"before {kind} opens {opening} {clause}",
    ]


_COMMON = frozenset({"NN", "NNS"})
_MARKS = frozenset({",", ".", ";", ":", "?", "!", '"', "''", "-", "—", "–", "--", "("})


def _noun_class(last: str, first) -> str:  # type: ignore[no-untyped-def]
    return f"{first.tag} {last}"


def source_class(scene: Scene, candidate: Candidate, nouns: dict[str, str]) -> str:
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
    known = nouns.get(token.lemma)
    if known:
        return known
    return token.tag
