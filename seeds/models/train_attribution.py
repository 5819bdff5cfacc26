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
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from polnear import Gold, Lesson, Words, is_word, read_lessons

from audit.annotate.decide import Counts, noun_classes, priors
from audit.annotate.ends import best_end, end_features, outline, possible_ends
from audit.annotate.gather import gather
from audit.annotate.scene import Candidate, carry_on
from audit.annotate.subjects import Option, options
from audit.annotate.syntax import Syntax, VerbGroup
from audit.annotate.weigh import coarse, weigh_features

HERE = Path(__file__).parent
SEED = 7
# A feature seen less often than this is chance.
RARE_END, RARE_WEIGHT = 3, 2
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
    """Weights of a conditional log-linear model over possible ends (AdaGrad)."""
    rows = []
    for lesson in lessons:
        for candidate in lesson.candidates:
            row = end_row(lesson, candidate)
            if row:
                rows.append(row)
    common = Counter(name for features, _ in rows for one in features for name in one)
    rows = [
        ([[name for name in one if common[name] >= RARE_END] for one in features], best)
        for features, best in rows
    ]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-8)
    shuffle = random.Random(SEED)
    for _ in range(4):
        shuffle.shuffle(rows)
        for features, best in rows:
            sums = [sum(weights[name] for name in one) for one in features]
            top = max(sums)
            exps = [math.exp(s - top) for s in sums]
            total = sum(exps)
            for k, one in enumerate(features):
                step = (k == best) - exps[k] / total
                if abs(step) >= 0.01:
                    update(weights, squares, one, step, 0.15)
    return dict(weights)


def end_row(lesson: Lesson, candidate: Candidate) -> tuple[list[list[str]], int] | None:
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
    seen = outline(syntax, candidate)
    features = [end_features(lesson.scene, syntax, candidate, end, seen) for end in ends]
    return features, index


def update(
    weights: dict[str, float], squares: dict[str, float], names: list[str], step: float, rate: float
) -> None:
    for name in names:
        change = step - 1e-5 * weights[name]
        squares[name] += change * change
        weights[name] += rate * change / math.sqrt(squares[name])


Labelled = list[tuple[Lesson, Candidate, int, int]]


def label(lessons: list[Lesson]) -> Labelled:
    """Each candidate with whether it matches a marked content, and a marked cue.

    People hardly ever mark an attribution inside another's content, so a candidate there
    that is not marked says nothing about its words, and is left out.
    """
    rows = []
    for lesson in lessons:
        covered = frozenset(i for gold in lesson.gold for i in gold.content - gold.cue)
        for candidate in lesson.candidates:
            rivals = lesson.rivals(candidate)
            if not rivals and covered.issuperset(range(*candidate.cue)):
                continue
            ours = content(lesson, candidate)
            match = any(overlap(ours, gold.content) >= 0.5 for gold in rivals)
            rows.append((lesson, candidate, int(match), int(bool(rivals))))
    return rows


def count(rows: Labelled) -> dict[tuple[str, str], list[int]]:
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for _, candidate, match, _ in rows:
        family = coarse(candidate.frame)
        keys = {
            (candidate.lemma, family),
            (candidate.lemma, ""),
            ("", candidate.frame),
            ("", family),
        }
        for key in keys:
            table[key][0] += match
            table[key][1] += 1
    return table


def learn_weights(rows: Labelled, counts: Counts, which: int) -> dict[str, float]:
    """Weights of a logistic model; ``which``: 0 learns the match, 1 the cue."""
    nouns = noun_classes()
    data = []
    for lesson, candidate, match, cue in rows:
        syntax = lesson.syntaxes[candidate.sentence]
        features = weigh_features(lesson.scene, syntax, candidate, nouns)
        data.append((features, priors(counts, candidate, match), (match, cue)[which]))
    common = Counter(name for features, _, _ in data for name in features)
    data = [([f for f in features if common[f] >= RARE_WEIGHT], p, y) for features, p, y in data]
    weights: dict[str, float] = defaultdict(float, {"#0": 0.9})
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    shuffle = random.Random(SEED)
    for _ in range(5):
        shuffle.shuffle(data)
        for features, (first, second), y in data:
            total = weights["bias"] + weights["#0"] * first + weights["#1"] * second
            total += sum(weights[name] for name in features)
            step = y - 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
            if abs(step) < 0.005:
                continue
            for name, value in (("bias", 1.0), ("#0", first), ("#1", second)):
                change = step * value
                squares[name] += change * change
                weights[name] += 0.06 * change / math.sqrt(squares[name])
            for name in features:
                change = step - 5e-3 * weights[name]
                squares[name] += change * change
                weights[name] += 0.06 * change / math.sqrt(squares[name])
    return dict(weights)


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
    table = count(rows)
    counts: Counts = {f"{lemma}\t{frame}": row for (lemma, frame), row in sorted(table.items())}
    kept = {key: row for key, row in counts.items() if row[1] >= RARE_ROW}
    return {
        "counts": kept,
        "match": rounded(learn_weights(rows, counts, 0)),
        "cue": rounded(learn_weights(rows, counts, 1)),
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
