"""Two versions of one article: what was mended, what is new, how the score moved."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from audit.report import Listed, Report
from audit.tokens import STRAIGHTEN

# From this share of common words on, one sentence is another one edited.
EDITED = 0.5


class Moved(NamedTuple):
    """A number before and after. ``None`` where there was nothing to score."""

    name: str
    old: float | None
    new: float | None

    @property
    def change(self) -> float | None:
        """By how much it rose; ``None`` unless there were two numbers."""
        if self.old is None or self.new is None:
            return None
        return round(self.new - self.old, 1)


class Comparison(NamedTuple):
    """``mended`` are findings of the old version, ``new`` and ``still`` of the new one."""

    old: Report
    new: Report
    mended: tuple[Listed, ...]
    fresh: tuple[Listed, ...]
    still: tuple[Listed, ...]
    score: Moved
    parts: tuple[Moved, ...]


def compare(old: Report, new: Report) -> Comparison:
    """Match the findings of two versions by fingerprint, then by rule in edited sentences."""
    pairs = list(_same(old.findings, new.findings, lambda finding: finding.fingerprint))
    became = _edited(_sentences(old), _sentences(new))
    before = _without(old.findings, [finding for finding, _ in pairs])
    after = _without(new.findings, [finding for _, finding in pairs])
    moved = [finding for finding in before if finding.sentence in became]
    pairs += _same(
        moved,
        after,
        lambda finding: (finding.rule, finding.sentence),
        lambda finding: (finding.rule, became[finding.sentence]),
    )
    return Comparison(
        old,
        new,
        tuple(_without(old.findings, [finding for finding, _ in pairs])),
        tuple(_without(new.findings, [finding for _, finding in pairs])),
        tuple(sorted((finding for _, finding in pairs), key=lambda f: f.sort_key)),
        Moved("score", old.scores.article, new.scores.article),
        tuple(
            Moved(name, old.scores.profile.get(name), value)
            for name, value in new.scores.profile.items()
        ),
    )


def _same(
    old: Sequence[Listed],
    new: Sequence[Listed],
    key: Callable[[Listed], object],
    old_key: Callable[[Listed], object] | None = None,
) -> Iterator[tuple[Listed, Listed]]:
    """Pairs of one key, the first with the first; each finding in one pair at most."""
    waiting: dict[object, list[Listed]] = defaultdict(list)
    for finding in reversed(new):
        waiting[key(finding)].append(finding)
    for finding in old:
        found = waiting.get((old_key or key)(finding))
        if found:
            yield finding, found.pop()


def _without(findings: Sequence[Listed], some: Sequence[Listed]) -> list[Listed]:
    taken = {id(finding) for finding in some}
    return [finding for finding in findings if id(finding) not in taken]


def _sentences(report: Report) -> list[str]:
    """The sentences without what changes when they are reset, as fingerprints see them."""
    document = report.document
    return [
        " ".join(document.quote(s.span).translate(STRAIGHTEN).casefold().split())
        for s in document.sentences
    ]


def _edited(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which new sentence an old one became, by index: the likest of those in its place."""
    became: dict[int, int] = {}
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            became.update(zip(range(a, b), range(c, d), strict=True))
        if tag != "replace":
            continue
        free = list(range(c, d))
        for i in range(a, b):
            # An edit keeps the order, so a long rewritten stretch is not searched whole.
            near = [j for j in free if abs((j - c) - (i - a)) <= abs((d - c) - (b - a)) + 2]
            likest = max(near, key=lambda j: _likeness(old[i], new[j]), default=None)
            if likest is not None and _likeness(old[i], new[likest]) >= EDITED:
                became[i] = likest
                free.remove(likest)
    return became


def _likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common, from 0 to 1."""
    words, others = Counter(one.split()), Counter(other.split())
    whole = words.total() + others.total()
    return 2 * (words & others).total() / whole if whole else 0.0
