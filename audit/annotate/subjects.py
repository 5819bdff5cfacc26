"""Who does what a verb says: the noun phrases before it, ranked.

From left to right through a sentence, each verb group is given one of the phrases before
it, or none. What counts: what lies between, what stands before the phrase, its kind, the
form of the verb, agreement, and whom the verbs before were given. Weights are learned
from the marked sources of PolNeAR by ``seeds/models/train_attribution.py``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from audit.annotate.linear import total
from audit.annotate.syntax import FINITE, NAME, Chunk, Syntax, VerbGroup

# Phrases further back than this many are hardly ever the subject.
_REACH = 6
_OBJECTS = frozenset("him her them me us himself herself themselves itself myself".split())
_SUBJECTS = frozenset("he she they i we who it you".split())
_MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", ")", '"', "''"})

_SAYING = frozenset(
    "say claim think believe add argue insist suggest know hope fear admit acknowledge".split()
)

Option = tuple[Chunk | None, list[str]]


def options(syntax: Syntax, group: VerbGroup, inside: list[int]) -> list[Option]:
    """The phrases that may be the subject, the nearest first, and none, with features."""
    reach = bisect_right(syntax.chunk_ends, group.first)
    near = syntax.chunks[max(0, reach - _REACH) : reach]
    if reach > _REACH:
        near = [syntax.chunks[0], *near]
    quotation = inside[group.head]
    near = [chunk for chunk in near if inside[chunk[2]] == quotation or inside[chunk[2]] < 0]
    form = _form(syntax, group)
    last = _class(syntax, group.first - 1)
    previous = _previous(syntax, group)
    found: list[Option] = [(None, [f"none {form}", f"none {form} {last}", f"none {len(near) > 0}"])]
    near.reverse()
    gaps = _between(syntax, near, group.first)
    for rank, (chunk, between) in enumerate(zip(near, gaps, strict=True)):
        features = _features(syntax, group, chunk, rank, between, form, last, previous)
        found.append((chunk, features))
    return found


def _features(
    syntax: Syntax,
    group: VerbGroup,
    chunk: Chunk,
    rank: int,
    between: str,
    form: str,
    last: str,
    previous: Chunk | None,
) -> list[str]:
    tokens = syntax.tokens
    before = _class(syntax, chunk[0] - 1)
    head = tokens[chunk[2]]
    kind = _kind(head.norm, head.tag)
    near = str(rank) if rank < 3 else "3"
    found = [
        f"rank {near} {form}",
        f"between {between}",
        f"between {between} {before}",
        f"between {between} {form} {last}",
        f"before {before} {near}",
        f"before {before} {form}",
        f"kind {kind} {near}",
        f"kind {kind} {before}",
        f"kind {kind} {between}",
        f"last {last} {near} {form}",
    ]
    if previous is not None and chunk[2] == previous[2]:
        found += [f"same {last}", f"same {form} {last}", f"same {between}"]
    if tokens[group.first].tag in ("VBZ", "VBP"):
        plural = head.tag in ("NNS", "NNPS") or head.norm in ("they", "we", "you", "i")
        found.append(f"agree {plural} {tokens[group.first].tag} {near}")
    if rank == 0 and chunk[1] == group.first:
        opener = tokens[chunk[0] - 1] if chunk[0] > syntax.first else None
        told = opener is not None and opener.lemma in _SAYING and opener.tag in FINITE
        # *a witness claimed the driver admitted it*
        found.append(f"adjacent {'saying' if told else before} {form}")
    if chunk[0] == syntax.first:
        found.append(f"opens {between}")
    return found


def _form(syntax: Syntax, group: VerbGroup) -> str:
    if group.infinitive:
        return "inf"
    tag = syntax.tokens[group.first].tag
    return "fin" if group.finite else tag


def _class(syntax: Syntax, i: int) -> str:
    if i < syntax.first:
        return "^"
    token = syntax.tokens[i]
    if token.tag in ("IN", "CC", "TO", "WDT", "WP", "WRB") or token.norm in _MARKS:
        return token.norm
    return token.tag[:2]


def _kind(norm: str, tag: str) -> str:
    if norm in _SUBJECTS:
        return "who" if norm == "who" else "subject"
    if norm in _OBJECTS:
        return "object"
    if tag in NAME:
        return "name"
    return tag


def _between(syntax: Syntax, chunks: list[Chunk], last: int) -> Iterator[str]:
    """What lies between each phrase and the verb, as a few letters; the nearest phrase first.

    Each token is looked at once: what lies behind a nearer phrase lies behind all further ones.
    """
    tokens, letters, commas, seen = syntax.tokens, set[str](), 0, last
    for _, first, _ in chunks:
        for i in range(first, seen):
            norm = tokens[i].norm
            if norm == ",":
                commas += 1
            else:
                letters.add(_letter(tokens[i].tag) or ("Q" if norm in _MARKS else ""))
        seen = min(seen, first)
        yield "".join(sorted(letters)) + str(min(commas, 3)) if first < last else "-"


@cache
def _letter(tag: str) -> str:
    """The class of a word between phrase and verb; empty for words that do not count."""
    if tag in FINITE:
        return "F"
    if tag in ("WDT", "WP", "WRB"):
        return "W"
    if tag in ("CC", "TO", "IN"):
        return tag[0]
    return "V" if tag.startswith("VB") else "N" if tag.startswith("N") or tag == "PRP" else ""


def _previous(syntax: Syntax, group: VerbGroup) -> Chunk | None:
    """The subject of the nearest verb group before that has one."""
    groups = syntax.groups
    place = bisect_left(groups, group.head, key=lambda other: other.head)
    for other in groups[max(0, place - _REACH) : place][::-1]:
        subject = syntax.subjects.get(other.head)
        if subject is not None:
            return subject
    return None


def assign_subjects(syntax: Syntax, inside: list[int], weights: dict[str, float]) -> None:
    """Fill ``syntax.subjects`` for every verb group, from left to right."""
    for group in syntax.groups:
        best, best_score = None, float("-inf")
        for chunk, features in options(syntax, group, inside):
            score = total(weights, features)
            if score > best_score:
                best, best_score = chunk, score
        syntax.subjects[group.head] = best
