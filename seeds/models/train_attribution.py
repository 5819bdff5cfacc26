"""Learn from PolNeAR which candidates are attributions and where their content ends.

usage: python seeds/models/train_attribution.py POLNEAR_TRAIN_DIR [--hold-out N]

POLNEAR_TRAIN_DIR holds ``text/*.txt`` and ``attributions/*.ann`` (brat stand-off). Writes
``attribution.json.gz`` and ``frames.tsv`` beside this script: a row of the table is a
lemma, a frame and two counts, how often a candidate of that kind was an attribution and
how often it was seen; nothing else of the corpus is kept. The same data give the same
files byte for byte. ``--hold-out N`` leaves every Nth article out and writes nothing, to
measure a change without looking at the development set.
"""

import argparse
import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from log_linear import Choice, Judgement, learn_choice, learn_judgement
from polnear import Gold, Lesson, Words, is_word, read_lessons

from audit.annotate.decide import Counts, noun_classes, priors
from audit.annotate.end_features import end_features
from audit.annotate.ends import best_end, possible_ends
from audit.annotate.gather import gather
from audit.annotate.scene import Candidate, carry_on
from audit.annotate.subjects import Option, options
from audit.annotate.syntax import Syntax, VerbGroup
from audit.annotate.weigh import coarse, weigh_features

HERE = Path(__file__).parent
# Each article is weighed by the counts of the others: so many parts, one left out at a time.
PARTS = 8
# What an attribution is worth whose content is right by half and more, but not exact.
INEXACT = 0.4
# A lemma and frame seen less often than this says nothing the frame alone does not.
RARE_ROW = 2


def learn_subjects(lessons: list[Lesson]) -> dict[str, float]:
    """Weights of a log-linear ranking of the phrases before a verb, none among them.

    A verb whose cue is marked teaches; every verb is decided as the weights stand, since
    the next one asks whom it was given.
    """
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-8)
    for _ in range(3):
        for lesson in lessons:
            for syntax in lesson.syntaxes:
                syntax.subjects.clear()
                for group in syntax.groups:
                    teach_subject(lesson, syntax, group, weights, squares)
    return dict(weights)


def teach_subject(
    lesson: Lesson,
    syntax: Syntax,
    group: VerbGroup,
    weights: dict[str, float],
    squares: dict[str, float],
) -> None:
    choices = options(syntax, group, lesson.scene.inside)
    sums = [sum(weights[name] for name in features) for _, features in choices]
    top = max(sums)
    chosen = choices[sums.index(top)][0]
    marked = lesson.by_cue.get(group.head, [])
    if marked and not group.passive:
        right = right_subject(marked[0], choices)
        if right is not None:
            exps = [math.exp(s - top) for s in sums]
            total = sum(exps)
            for k, (_, features) in enumerate(choices):
                step = (k == right) - exps[k] / total
                if abs(step) >= 0.01:
                    update(weights, squares, features, step, 0.15)
            chosen = choices[right][0]
    syntax.subjects[group.head] = chosen


def right_subject(gold: Gold, choices: list[Option]) -> int | None:
    """Which choice is the marked source: its first phrase; none where none is marked.

    ``None`` where the source stands after the verb or was not read as a phrase.
    """
    if not gold.source:
        return 0
    fits = [
        (chunk[0], k)
        for k, (chunk, _) in enumerate(choices)
        if chunk is not None and any(i in gold.source for i in range(chunk[0], chunk[1]))
    ]
    return min(fits)[1] if fits else None


def overlap(a: Words, b: Words) -> float:
    """Jaccard index."""
    return len(a & b) / len(a | b) if a or b else 1.0


def content(lesson: Lesson, candidate: Candidate, end: int | None = None) -> Words:
    """The word tokens of a candidate's content, with another end if one is given."""
    ranges = candidate.parts if end is None else [*candidate.fixed, (candidate.start, end)]
    document = lesson.scene.document
    return frozenset(i for a, b in ranges for i in range(a, b) if is_word(document, i))


def learn_ends(lessons: list[Lesson]) -> dict[str, float]:
    """Weights of a conditional log-linear model over possible ends."""
    rows = [row for lesson in lessons for one in lesson.candidates if (row := end_row(lesson, one))]
    return learn_choice(rows, epochs=4, rate=0.15, decay=0.05, rare=5)


def end_row(lesson: Lesson, candidate: Candidate) -> Choice | None:
    """Features of every possible end, and which fits a marked content best."""
    if candidate.start < 0:
        return None
    rivals = lesson.rivals(candidate)
    syntax = lesson.syntaxes[candidate.sentence]
    ends = possible_ends(lesson.scene, syntax, candidate)
    if not rivals or len(ends) < 2:
        return None
    best, index = 0.0, -1
    for k, end in enumerate(ends):
        fit = max(overlap(content(lesson, candidate, end), gold.content) for gold in rivals)
        if fit > best:
            best, index = fit, k
    if best < 0.5:
        return None
    return end_features(lesson.scene, syntax, candidate, ends), index


def update(
    weights: dict[str, float], squares: dict[str, float], names: list[str], step: float, rate: float
) -> None:
    for name in names:
        change = step - 1e-5 * weights[name]
        squares[name] += change * change
        weights[name] += rate * change / math.sqrt(squares[name])


@dataclass(frozen=True)
class Row:
    """A candidate with what people marked.

    ``fit`` is how well its content fits a marked one of its cue, ``cue`` whether there is
    one.
    """

    article: int
    lesson: Lesson
    candidate: Candidate
    fit: float
    cue: bool

    @property
    def match(self) -> bool:
        return self.fit >= 0.5

    @property
    def worth(self) -> float:
        """As an attribution with this content: whole, or what is left of it if it is off."""
        return 1.0 if self.fit >= 0.95 else INEXACT if self.match else 0.0


def label(lessons: list[Lesson]) -> list[Row]:
    """Each candidate with how well it fits.

    People hardly ever mark an attribution inside another's content, so a candidate there
    that is not marked says nothing about its words, and is left out.
    """
    rows = []
    for article, lesson in enumerate(lessons):
        covered = frozenset(i for gold in lesson.gold for i in gold.content - gold.cue)
        for candidate in lesson.candidates:
            rivals = lesson.rivals(candidate)
            if not rivals and covered.issuperset(range(*candidate.cue)):
                continue
            ours = content(lesson, candidate)
            fit = max((overlap(ours, gold.content) for gold in rivals), default=0.0)
            rows.append(Row(article, lesson, candidate, fit, bool(rivals)))
    return rows


def count(rows: Iterable[Row]) -> Counts:
    """By lemma and frame, and by each alone: how often an attribution, how often seen."""
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        lemma, frame = row.candidate.lemma, row.candidate.frame
        family = coarse(frame)
        for key in {f"{lemma}\t{family}", f"{lemma}\t", f"\t{frame}", f"\t{family}"}:
            table[key][0] += row.match
            table[key][1] += 1
    return dict(sorted(table.items()))


def learn_weights(rows: list[Row]) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of two logistic models, of the match and of the cue.

    The counts that each row is seen with are those of the other articles, as they would
    be for an article that nobody has marked.
    """
    nouns = noun_classes()
    part = {
        id(lesson): i for i, lesson in enumerate({id(r.lesson): r.lesson for r in rows}.values())
    }
    parts = [part[id(row.lesson)] % PARTS for row in rows]
    data = []
    for k in range(PARTS):
        counts = count(row for row, p in zip(rows, parts, strict=True) if p != k)
        for row, p in zip(rows, parts, strict=True):
            if p == k:
                syntax = row.lesson.syntaxes[row.candidate.sentence]
                features = weigh_features(row.lesson.scene, syntax, row.candidate, nouns)
                data.append((features, priors(counts, row.candidate), row.worth, row.cue))
    match = learn_logistic([(f, numbers, worth) for f, numbers, worth, _ in data])
    return match, learn_logistic([(f, numbers, float(cue)) for f, numbers, _, cue in data])


def learn_logistic(rows: list[Judgement]) -> dict[str, float]:
    return learn_judgement(rows, epochs=8, rate=0.06, decay=0.01, rare=2)


def settle(lessons: list[Lesson], ends: dict[str, float]) -> None:
    """Give every candidate its end and the quotations that follow."""
    for lesson in lessons:
        for candidate in lesson.candidates:
            if candidate.start >= 0:
                syntax = lesson.syntaxes[candidate.sentence]
                found = best_end(lesson.scene, syntax, candidate, ends)
                candidate.end, candidate.end_sure = found
            carry_on(lesson.scene, candidate)


def settle_in_halves(lessons: list[Lesson]) -> None:
    """The same, each half by ends learned from the other: as sure as on unseen text."""
    halves = lessons[::2], lessons[1::2]
    for ours, theirs in (halves, halves[::-1]):
        settle(ours, rounded(learn_ends(theirs)))


def rounded(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in sorted(weights.items()) if abs(value) >= 0.03}


def learn(folder: Path, leave_out: int = 0) -> dict[str, object]:
    lessons = read_lessons(folder, leave_out)
    subjects = rounded(learn_subjects(lessons))
    for lesson in lessons:
        for index, syntax in enumerate(lesson.syntaxes):
            syntax.subjects.clear()
            lesson.candidates += gather(lesson.scene, index, syntax, subjects)
    ends = rounded(learn_ends(lessons))
    settle_in_halves(lessons)
    rows = label(lessons)
    match, cue = learn_weights(rows)
    return {
        "counts": {key: row for key, row in count(rows).items() if row[1] >= RARE_ROW},
        "match": rounded(match),
        "cue": rounded(cue),
        "ends": ends,
        "subjects": subjects,
    }


def write(model: dict[str, object]) -> None:
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (HERE / "attribution.json.gz").write_bytes(packed)
    lines = ["lemma\tframe\tattributions\tseen\n"]
    counts = model["counts"]
    assert isinstance(counts, dict)
    lines += [f"{key}\t{found}\t{seen}\n" for key, (found, seen) in counts.items()]
    (HERE / "frames.tsv").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--hold-out", type=int, default=0)
    given = options.parse_args()
    model = learn(given.folder, given.hold_out)
    if given.hold_out:
        json.dump(model, sys.stdout)
    else:
        write(model)


if __name__ == "__main__":
    main()
