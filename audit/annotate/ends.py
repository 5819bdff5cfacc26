"""Where attributed content ends, by a small log-linear model over possible ends.

An end is possible before a mark, a conjunction, a clause opener, or where the sentence
stops. Each is scored by what follows it, whether that looks like a clause, and how far it
lies from the start; the best wins. Weights are learned by
``seeds/models/train_attribution.py``.
"""

from functools import cache
from math import exp
from typing import NamedTuple

from audit.annotate.noun_phrases import DAYS
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import FINITE, Syntax
from audit.document import Token

_CLAUSE = frozenset({"that", "bare", "wh", "to", "ing", "quote", "colon", "mid", "frame"})
_MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", ")", "[", '"', "''", "``"})
_OPENERS = frozenset({"CC", "IN", "WDT", "WP", "WRB", "TO"})
_MORE = frozenset({"VBG", "VBN", "RB", "MD", "VBD", "VBZ", "VBP", "JJ", "PRP", "DT"})
_CLOSED = frozenset({"CC", "IN", "TO", "WDT", "WP", "WRB", "MD", "RP", "DT", "PRP"})
_JOINING = frozenset({"CC", "IN", "TO"})
_QUOTE_MARKS = frozenset({'"', "''", "”"})
_NEAR = frozenset("last this next earlier late early".split())
# The commonest verbs of saying: where one begins a clause, somebody else may be speaking.
_SAYING = frozenset(
    "say tell add claim argue note insist warn announce report write acknowledge admit deny ask "
    "call urge accuse describe explain promise predict suggest declare vow".split()
)


class Outline(NamedTuple):
    """What an end is seen against.

    The first finite verb of the content and its first comma (-1 where there is none), and
    the end of its first noun phrase.
    """

    verb: int
    edge: int
    comma: int


@cache
def frame_class(frame: str) -> str:
    """The frame without its details: what kind of content it opens."""
    if "post" in frame:
        return "mid" if frame.endswith("mid") else frame
    if frame.startswith(("frame", "adverb")):
        return "mid" if frame.endswith("mid") else "frame"
    for prefix in ("p-", "j-", "n-", "inv-"):
        frame = frame.removeprefix(prefix)
    frame = frame.partition("+")[0]
    return "pp" if frame.startswith("pp:") else frame


def possible_ends(scene: Scene, syntax: Syntax, candidate: Candidate) -> list[int]:
    """Token indices (exclusive) at which the content may end, from left to right."""
    tokens, start, stop = scene.tokens, candidate.start, candidate.stop
    inside = scene.inside
    clause = frame_class(candidate.frame) in _CLAUSE
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
        if token.norm in _MARKS or tag in ("CC", "-LRB-", ":"):
            found.append(i)
            if token.norm == ";" and _clause_ahead(syntax, i + 1, stop) == "clause says":
                return found
        elif (
            tag in _OPENERS
            or (tag in FINITE and clause and i - start > 2)
            or (tag in _MORE and not clause)
            or _time(syntax, i, stop)
        ):
            found.append(i)
        i += 1
    found.append(stop)
    return found


def _time(syntax: Syntax, i: int, stop: int) -> bool:
    """A bare time expression begins here: *Tuesday*, *last week*."""
    tokens = syntax.tokens
    if tokens[i].norm in _NEAR:
        return i + 1 < stop and tokens[i + 1].norm in DAYS
    return tokens[i].norm in DAYS and tokens[i - 1].norm not in _NEAR and tokens[i - 1].tag != "DT"


def end_features(
    scene: Scene, syntax: Syntax, candidate: Candidate, end: int, seen: Outline
) -> list[str]:
    """What speaks for ending right before token ``end``, as names of weights."""
    verb, edge, comma = seen
    tokens, start, stop = scene.tokens, candidate.start, candidate.stop
    kind = frame_class(candidate.frame)
    if candidate.kind != "verb":
        kind = f"{candidate.kind}-{kind}"
    at_edge = "e" if edge == end else ("<" if end < edge else ">")
    far = _far(end - start)
    has = "v" if 0 <= verb < end else "n"
    opening = tokens[start].tag
    if end >= stop:
        return _stop(kind, candidate.lemma, opening, at_edge, far, has, comma >= 0)
    mark, second, third, attach = _ahead(syntax, end, stop)
    last = tokens[end - 1]
    found = [
        f"{kind} {mark}",
        f"{kind} {mark} {at_edge}",
        f"{mark} {second}",
        f"{kind} {mark} {second} {has}",
        f"{kind} {mark} {second} {at_edge}",
        f"{mark} {attach} {at_edge}",
        f"{kind} {mark} {attach}",
        f"{mark} {far}",
        f"{kind} {far}",
        f"{mark} {second} {third}",
        f"{kind} {at_edge} {attach}",
        f"cue {candidate.lemma} {mark}",
        f"word {last.lemma} {mark}",
        f"opens {kind} {opening} {at_edge} {mark}",
        f"after {last.tag} {mark} {second} {kind}",
        f"comma {0 <= comma < end} {mark} {kind}",
    ]
    if mark == ",":
        found += [f"comma {comma == end} {has} {kind}", f"comma {comma == end} {attach} {second}"]
        if tokens[start - 1].norm == ",":
            found.append(f"comma after-comma {second}")
    if end - 1 in scene.closes:
        found.append(f"{kind} after-quote {mark}")
        if end - 1 >= start and scene.opens.get(start) == scene.closes[end - 1]:
            found.append(f"{kind} whole-quote {mark}")
    joined = _joined(syntax, end, stop)
    if joined:
        found += _conjunction(kind, joined, tokens[candidate.head].tag, has, attach)
    if last.norm in _QUOTE_MARKS:
        found.append(f"quote-before {kind} {mark}")
    return found


def _stop(
    kind: str, lemma: str, opening: str, at_edge: str, far: str, has: str, comma: bool
) -> list[str]:
    """What speaks for ending where the sentence stops."""
    return [
        f"{kind} STOP",
        f"{kind} STOP {at_edge}",
        f"STOP {far}",
        f"STOP {has} {kind}",
        f"cue {lemma} STOP",
        f"opens {kind} {opening} STOP",
        f"comma {comma} STOP {kind}",
    ]


def _conjunction(kind: str, joined: str, cue: str, has: str, attach: str) -> list[str]:
    """A conjunction at the end: does it join another cue, or more content?"""
    same = "same" if joined == cue else "other"
    found = [f"cc {kind} {joined} {same}", f"cc {kind} {same} {attach}"]
    if joined in FINITE:
        found.append(f"cc-finite {kind} {joined} {cue} {has}")
    return found


def _far(length: int) -> str:
    """The length of a content, roughly."""
    if length < 4:
        return "1" if length < 2 else "2"
    return "4" if length < 7 else "7" if length < 13 else "13"


def _ahead(syntax: Syntax, end: int, stop: int) -> tuple[str, str, str, str]:
    """The mark or word at an end, the two words behind it, and what clause they begin."""
    tokens = syntax.tokens
    token = tokens[end]
    marked = token.norm in _MARKS or token.tag in _JOINING
    mark = token.norm if marked else token.tag
    if _time(syntax, end, stop):
        mark = "TIME"
    behind = end + 1 if marked else end
    if behind >= stop:
        return mark, ".", ".", "-"
    third = tokens[behind + 1].tag if behind + 1 < stop else "."
    return mark, _second(tokens[behind]), third, _clause_ahead(syntax, behind, stop)


def _second(token: Token) -> str:
    """The word behind an end: its tag, or itself where it belongs to a closed class."""
    norm = token.norm
    if norm in DAYS or norm in _NEAR:
        return "TIME"
    if norm == "according" or norm in _MARKS or token.tag in _CLOSED:
        return norm
    return token.tag


def _joined(syntax: Syntax, end: int, stop: int) -> str:
    """The tag behind the conjunction at an end; empty where there is none."""
    tokens = syntax.tokens
    i = end
    if tokens[i].norm == "," and i + 1 < stop:
        i += 1
    if tokens[i].tag != "CC":
        return ""
    i += 1
    while i < stop and tokens[i].tag == "RB":
        i += 1
    return tokens[i].tag if i < stop else ""


def _clause_ahead(syntax: Syntax, i: int, stop: int) -> str:
    """Whether a phrase and a finite verb begin here (with what tense), or a verb alone."""
    tokens = syntax.tokens
    first, end, head = syntax.chunk(i)
    if first < end:
        while end < stop and tokens[end].tag in ("RB", "POS"):
            end += 1
        if end < stop and tokens[end].tag in FINITE:
            if tokens[end].lemma in _SAYING and tokens[end].tag != "MD":
                return "clause says"
            return f"clause {tokens[end].tag} {tokens[head].tag == 'PRP'}"
        return "phrase"
    while i < stop and tokens[i].tag == "RB":
        i += 1
    if i < stop and tokens[i].lemma in _SAYING and tokens[i].tag.startswith("VB"):
        return f"says {tokens[i].tag}"
    return f"verb {tokens[i].tag}" if i < stop and tokens[i].tag.startswith("VB") else "other"


def outline(syntax: Syntax, candidate: Candidate) -> Outline:
    """What the possible ends of a candidate are seen against."""
    start, stop = candidate.start, min(candidate.stop, syntax.last)
    tokens = syntax.tokens
    verb = comma = -1
    for i in range(start, stop):
        if verb < 0 and tokens[i].tag in FINITE:
            verb = i
        if comma < 0 and tokens[i].norm == ",":
            comma = i
        if verb >= 0 and comma >= 0:
            break
    return Outline(verb, syntax.chunk(start)[1], comma)


def best_end(
    scene: Scene, syntax: Syntax, candidate: Candidate, weights: dict[str, float]
) -> tuple[int, float]:
    """The likeliest end and how likely it is, from 0 to 1; of equals, the first."""
    ends = possible_ends(scene, syntax, candidate)
    if len(ends) == 1:
        return ends[0], 1.0
    seen = outline(syntax, candidate)
    get = weights.get
    scores = []
    for end in ends:
        score = 0.0
        for name in end_features(scene, syntax, candidate, end, seen):
            score += get(name, 0.0)
        scores.append(score)
    top = max(scores)
    return ends[scores.index(top)], 1 / sum(exp(score - top) for score in scores)
