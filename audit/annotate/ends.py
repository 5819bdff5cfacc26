"""Where attributed content ends, by a small log-linear model over possible ends.

An end is possible before a mark, a conjunction, a clause opener, or where the sentence
stops. Each is scored by what follows it, where that is attached in the tree, and how far it
lies from the start; the best wins. Weights are learned by
``seeds/models/train_attribution.py``.
"""

from functools import cache
from math import exp

from audit.annotate.noun_phrases import DAYS
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import FINITE, Syntax

_CLAUSE = frozenset({"that", "bare", "wh", "to", "ing", "quote", "colon", "mid", "frame"})
_MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", ")", "[", '"', "''", "``"})
_OPENERS = frozenset({"CC", "IN", "WDT", "WP", "WRB", "TO"})
_MORE = frozenset({"VBG", "VBN", "RB", "MD", "VBD", "VBZ", "VBP", "JJ", "PRP", "DT"})
_CLOSED = frozenset({"CC", "IN", "TO", "WDT", "WP", "WRB", "MD", "RP", "DT", "PRP"})


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
        elif tag in _OPENERS or (not clause and tag in _MORE) or (clause and tag in FINITE and i - start > 2) or _time(syntax, i, stop):
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


_NEAR = frozenset("last this next earlier late early".split())


def end_features(
    scene: Scene, syntax: Syntax, candidate: Candidate, end: int, state: tuple[int, int, int]
) -> list[str]:
    """What speaks for ending right before token ``end``.

    ``state``: the first finite verb of the content (-1 where there is none), the end of its
    first noun phrase, the first comma.
    """
    tokens, start, stop = scene.tokens, candidate.start, candidate.stop
    kind = frame_class(candidate.frame)
    if candidate.kind != "verb":
        kind = f"{candidate.kind}-{kind}"
    verb, edge, comma = state
    at_edge = "e" if edge == end else ("<" if end < edge else ">")
    length = end - start
    far = "1" if length < 2 else "2" if length < 4 else "4" if length < 7 else "7" if length < 13 else "13"
    has = "v" if 0 <= verb < end else "n"
    if end >= stop:
        return [
            f"{kind} STOP",
            f"{kind} STOP {at_edge}",
            f"STOP {far}",
            f"STOP {has} {kind}",
            f"cue {candidate.lemma} STOP",
            f"opens {kind} {tokens[start].tag} STOP",
            f"comma {comma >= 0} STOP {kind}",
        ]
    token = tokens[end]
    mark = token.norm if token.norm in _MARKS or token.tag in ("CC", "IN", "TO") else token.tag
    if _time(syntax, end, stop):
        mark = "TIME"
    skip = end + 1 if token.norm in _MARKS or token.tag in ("CC", "IN", "TO") else end
    if skip < stop:
        following = tokens[skip]
        second = following.norm if following.tag in _CLOSED or following.norm in _MARKS else following.tag
        if following.norm in DAYS or following.norm in _NEAR:
            second = "TIME"
        elif following.norm == "according":
            second = "according"
        attach = _clause_ahead(syntax, skip, stop)
        third = tokens[skip + 1].tag if skip + 1 < stop else "."
    else:
        following, second, attach, third = token, ".", "-", "."
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
        f"word {tokens[end - 1].lemma} {mark}",
        f"opens {kind} {tokens[start].tag} {at_edge} {mark}",
        f"after {tokens[end - 1].tag} {mark} {second} {kind}",
        f"comma {0 <= comma < end} {mark} {kind}",
    ]
    if token.norm == ",":
        found += [f"comma {comma == end} {has} {kind}", f"comma {comma == end} {attach} {second}"]
        if scene.document.tokens[start - 1].norm == ",":
            found.append(f"comma after-comma {second}")
    if end - 1 in scene.closes:
        found.append(f"{kind} after-quote {mark}")
        if end - 1 >= start and scene.opens.get(start) == scene.closes[end - 1]:
            found.append(f"{kind} whole-quote {mark}")
    if token.tag == "CC" or (token.norm == "," and following.tag == "CC"):
        at = skip if token.tag == "CC" else skip + 1
        while at < stop and tokens[at].tag == "RB":
            at += 1
        if at < stop:
            tag = tokens[at].tag
            cue_tag = tokens[candidate.head].tag
            same = "same" if tag == cue_tag else "other"
            found.append(f"cc {kind} {tag} {same}")
            found.append(f"cc {kind} {same} {attach}")
            if tag in FINITE:
                found.append(f"cc-finite {kind} {tokens[at].tag} {cue_tag} {has}")
    if tokens[end - 1].norm in ('"', "''", "”"):
        found.append(f"quote-before {kind} {mark}")
    return found


# The commonest verbs of saying: where one begins a clause, somebody else may be speaking.
_SAYING = frozenset(
    "say tell add claim argue note insist warn announce report write acknowledge admit deny ask "
    "call urge accuse describe explain promise predict suggest declare vow".split()
)


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


def content_state(syntax: Syntax, candidate: Candidate) -> tuple[int, int, int]:
    """First finite verb of the content, end of its first phrase, its first comma."""
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
    return verb, syntax.chunk(start)[1], comma


def best_end(
    scene: Scene, syntax: Syntax, candidate: Candidate, weights: dict[str, float]
) -> tuple[int, float]:
    """The likeliest end and how likely it is, from 0 to 1; of equals, the first."""
    ends = possible_ends(scene, syntax, candidate)
    if len(ends) == 1:
        return ends[0], 1.0
    state = content_state(syntax, candidate)
    get = weights.get
    scores = []
    for end in ends:
        score = 0.0
        for name in end_features(scene, syntax, candidate, end, state):
            score += get(name, 0.0)
        scores.append(score)
    top = max(scores)
    return ends[scores.index(top)], 1 / sum(exp(score - top) for score in scores)
