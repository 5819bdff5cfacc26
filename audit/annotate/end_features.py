"""What speaks for ending a content at a place: names of weights, for each possible end.

A place is looked at from both sides: the mark or word it stands before and the clause that
begins there, the word behind it, and how far it lies from where the content began and from
where the sentence stops, in tokens, verbs and commas.
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from audit.annotate.noun_phrases import DAYS
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import FINITE, Syntax, opens_clause
from audit.document import Token

# Frames whose content is a clause.
CLAUSAL = frozenset({"that", "bare", "wh", "to", "ing", "quote", "colon", "mid", "frame"})
MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", ")", "[", '"', "''", "``"})
NEAR = frozenset("last this next earlier late early".split())
_CLOSED = frozenset({"CC", "IN", "TO", "WDT", "WP", "WRB", "MD", "RP", "DT", "PRP"})
_JOINING = frozenset({"CC", "IN", "TO"})
_QUOTE_MARKS = frozenset({'"', "''", "”"})
_SUBORDINATING = frozenset(
    "while when although though as if after before since because once until where whereas".split()
)
_BACKSHIFTED = frozenset("would could might should 'd".split())
_PRONOUNS = frozenset("he she they i we it".split())
# The commonest verbs of saying: where one begins a clause, somebody else may be speaking.
_SAYING = frozenset(
    "say tell add claim argue note insist warn announce report write acknowledge admit deny ask "
    "call urge accuse describe explain promise predict suggest declare vow agree disagree "
    "counter respond reply dispute reject object concede confirm".split()
)


class Outline(NamedTuple):
    """What every end of a candidate is seen against.

    ``verbs`` and ``commas`` are the places of the finite verbs and commas it may hold,
    ``edge`` is the end of its first noun phrase. ``setting`` is the clause the cue stands
    in, ``tenses`` those of the cue and of the first verb, ``speaker`` the tag of who speaks or
    the pronoun itself. ``waiting`` holds the tokens
    before which a clause has been opened and has no verb yet.
    """

    kind: str
    verbs: list[int]
    commas: list[int]
    edge: int
    setting: str
    tenses: str
    speaker: str
    waiting: set[int]


@cache
def frame_class(frame: str) -> str:
    """The frame without its details: what kind of content it opens."""
    if "post" in frame:
        return "mid" if frame.endswith("mid") else frame
    if frame.startswith(("frame", "adverb")):
        return "mid" if frame.endswith("mid") else "frame"
    for prefix in ("p-", "j-", "n-", "inv-", "a-"):
        frame = frame.removeprefix(prefix)
    frame = frame.partition("+")[0]
    return "pp" if frame.startswith("pp:") else frame


def end_features(
    scene: Scene, syntax: Syntax, candidate: Candidate, ends: list[int]
) -> list[list[str]]:
    """Names of weights for each of the ends, which go from left to right."""
    seen = _outline(syntax, candidate)
    return [_at(scene, syntax, candidate, seen, ends, place) for place in range(len(ends))]


def _at(
    scene: Scene, syntax: Syntax, candidate: Candidate, seen: Outline, ends: list[int], place: int
) -> list[str]:
    """The names for one end."""
    kind, verbs, commas, setting = seen.kind, seen.verbs, seen.commas, seen.setting
    tokens, start, stop, end = scene.tokens, candidate.start, candidate.stop, ends[place]
    at_edge = "e" if seen.edge == end else ("<" if end < seen.edge else ">")
    held, commas_held = bisect_left(verbs, end), bisect_left(commas, end)
    has = "v" if held else "n"
    mark, second, third, attach = _ahead(syntax, end, stop)
    last = tokens[end - 1]
    waits = end in seen.waiting
    at_comma = bool(commas) and commas[0] == end
    left = _size(stop - end)
    found = [
        f"{mark} {second}",
        f"{mark} {second} {third}",
        f"{mark} {attach} {at_edge}",
        f"{kind} {at_edge} {attach}",
        f"cue {candidate.lemma} {mark}",
        f"word {last.lemma} {mark}",
        f"who {seen.speaker} {mark}",
        f"after {last.tag} {mark} {second} {kind}",
        f"comma {commas_held > 0} {mark} {kind}",
        f"in {setting} {mark} {attach}",
        f"in {setting} {mark} {at_comma} {has}",
        f"waits {waits} {mark} {kind}",
        f"tense {seen.tenses} {attach} {mark}",
        f"left {left} {kind}",
        f"long {_size(end - start)} {left} {kind}",
        f"verbs {min(held, 3)} {min(len(verbs) - held, 3)} {mark}",
        f"commas {min(commas_held, 3)} {min(len(commas) - commas_held, 3)} {mark}",
        f"nth {min(place, 5)} {mark}",
        f"to go {min(len(ends) - 1 - place, 4)} {mark}",
    ]
    if tokens[min(end, stop - 1)].tag in FINITE and held and not waits:
        # A verb too many: the clause around the cue goes on.
        found += [f"extra {setting} {last.tag == 'CC'}", f"extra {kind} {last.tag}"]
    if second in _PRONOUNS:
        found.append(f"speaker {mark} {_same_speaker(tokens, candidate, second)} {attach}")
    if mark == ",":
        found += [f"comma {at_comma} {has} {kind}", f"comma {at_comma} {attach} {second}"]
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


def _conjunction(kind: str, joined: str, cue: str, has: str, attach: str) -> list[str]:
    """A conjunction at the end: does it join another cue, or more content?"""
    same = "same" if joined == cue else "other"
    found = [f"cc {kind} {joined} {same}", f"cc {kind} {same} {attach}"]
    if joined in FINITE:
        found.append(f"cc-finite {kind} {joined} {cue} {has}")
    return found


def _size(length: int) -> str:
    """A number of tokens, roughly."""
    if length < 4:
        return str(length)
    return "4" if length < 7 else "7" if length < 12 else "12"


def time_at(syntax: Syntax, i: int, stop: int) -> bool:
    """A bare time expression begins here: *Tuesday*, *last week*."""
    tokens = syntax.tokens
    if tokens[i].norm in NEAR:
        return i + 1 < stop and tokens[i + 1].norm in DAYS
    return tokens[i].norm in DAYS and tokens[i - 1].norm not in NEAR and tokens[i - 1].tag != "DT"


def _ahead(syntax: Syntax, end: int, stop: int) -> tuple[str, str, str, str]:
    """The mark or word at an end, the two words behind it, and what clause they begin."""
    if end >= stop:
        return "STOP", ".", ".", "-"
    tokens = syntax.tokens
    token = tokens[end]
    marked = token.norm in MARKS or token.tag in _JOINING
    mark = token.norm if marked else token.tag
    if time_at(syntax, end, stop):
        mark = "TIME"
    behind = end + 1 if marked else end
    if behind >= stop:
        return mark, ".", ".", "-"
    third = tokens[behind + 1].tag if behind + 1 < stop else "."
    # *…, but Bo Lund disagreed*: the clause begins behind the conjunction.
    joined = mark == "," and tokens[behind].tag == "CC" and behind + 1 < stop
    return mark, _second(tokens[behind]), third, clause_ahead(syntax, behind + joined, stop)


def _second(token: Token) -> str:
    """The word behind an end: its tag, or itself where it belongs to a closed class."""
    norm = token.norm
    if norm in DAYS or norm in NEAR:
        return "TIME"
    if norm == "according" or norm in MARKS or token.tag in _CLOSED:
        return norm
    return token.tag


def _joined(syntax: Syntax, end: int, stop: int) -> str:
    """The tag behind the conjunction at an end; empty where there is none."""
    tokens = syntax.tokens
    i = end
    if i >= stop:
        return ""
    if tokens[i].norm == "," and i + 1 < stop:
        i += 1
    if tokens[i].tag != "CC":
        return ""
    i += 1
    while i < stop and tokens[i].tag == "RB":
        i += 1
    return tokens[i].tag if i < stop else ""


def clause_ahead(syntax: Syntax, i: int, stop: int) -> str:
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


def _outline(syntax: Syntax, candidate: Candidate) -> Outline:
    start, stop = candidate.start, min(candidate.stop, syntax.last)
    tokens = syntax.tokens
    kind = frame_class(candidate.frame)
    verbs, commas, waiting = [], [], set()
    waits = kind in CLAUSAL
    for i in range(start, stop):
        tag, norm = tokens[i].tag, tokens[i].norm
        if waits:
            waiting.add(i)
        if tag in FINITE:
            waits = False
            verbs.append(i)
        elif opens_clause(tokens[i]):
            waits = True
        elif norm == ",":
            commas.append(i)
    if waits:
        waiting.add(stop)
    if candidate.kind != "verb":
        kind = f"{candidate.kind}-{kind}"
    tenses = f"{tokens[candidate.head].tag} {_tense(tokens[verbs[0]]) if verbs else '-'}"
    edge = syntax.chunk(start)[1]
    speaker = _speaker(tokens, candidate)
    return Outline(kind, verbs, commas, edge, _setting(syntax, candidate), tenses, speaker, waiting)


def _tense(verb: Token) -> str:
    """Past or present, of modals too: *would* is how reported speech says *will*."""
    if verb.tag == "MD":
        return "would" if verb.norm in _BACKSHIFTED else "will"
    return "past" if verb.tag == "VBD" else "present"


def _setting(syntax: Syntax, candidate: Candidate) -> str:
    """The clause a cue stands in: relative, subordinate at the start or later, participle."""
    group, tokens = candidate.group, syntax.tokens
    if group is None:
        before = range(syntax.first, candidate.cue[0])
        free = candidate.kind == "noun" and all(tokens[i].tag not in FINITE for i in before)
        return "subject" if free else candidate.kind
    if candidate.relation == "relative":
        return "relative"
    if group.infinitive:
        return "infinitive"
    subordinate = candidate.relation.removeprefix("after ") in _SUBORDINATING
    opening = syntax.tokens[syntax.first]
    if opening.tag in ("IN", "WRB") and all(
        tokens[i].norm != "," for i in range(syntax.first, group.first)
    ):
        return "initial" if subordinate or opening.norm in _SUBORDINATING else "initial other"
    if subordinate:
        return "subordinate"
    if tokens[group.first].tag in ("VBG", "VBN"):
        return f"participle {tokens[group.first - 1].norm == ','}"
    return "main"


def _speaker(tokens: tuple[Token, ...], candidate: Candidate) -> str:
    """The tag of who speaks, or the pronoun itself."""
    if candidate.source_head < 0:
        return "nobody"
    token = tokens[candidate.source_head]
    return token.norm if token.tag in ("PRP", "WP", "WDT") else token.tag


def _same_speaker(tokens: tuple[Token, ...], candidate: Candidate, pronoun: str) -> str:
    """How the pronoun behind an end goes with who speaks."""
    if candidate.source_head < 0:
        return "nobody"
    speaker = tokens[candidate.source_head]
    if speaker.norm in _PRONOUNS:
        return "same" if speaker.norm == pronoun else "other"
    return f"{speaker.tag} {pronoun}"
