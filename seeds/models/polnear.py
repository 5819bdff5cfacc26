"""PolNeAR as it is distributed, read as lessons: what people marked beside what we read.

Each text has a brat stand-off file for each annotator. A row ``T3<tab>Cue 107 114<tab>…`` is
a stretch of text, ``E1<tab>Source:T1 Cue:T3 Content:T4`` an attribution made of some.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from audit.annotate.quotations import find_quotations
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import Syntax
from audit.document import Document, Span
from audit.parse import parse

# The spans of one marked attribution, by role: ``source``, ``cue``, ``content``.
Marked = dict[str, list[tuple[int, int]]]
# Frames whose cue is a mark.
LAYOUT = frozenset({"colon", "colon-quote", "colon-next", "signature"})
# Word tokens, by index.
Words = frozenset[int]


@dataclass
class Gold:
    """One marked attribution, as sets of word tokens."""

    cue: Words
    content: Words
    source: Words


@dataclass
class Lesson:
    """One article read for training."""

    scene: Scene
    syntaxes: list[Syntax]
    candidates: list[Candidate]
    gold: list[Gold]
    by_cue: dict[int, list[Gold]] = field(default_factory=dict)

    def rivals(self, candidate: Candidate) -> list[Gold]:
        """Marked attributions whose cue shares a word with the candidate's.

        A colon or a dash is no word, and is not marked: there the contents are compared.
        """
        found: list[Gold] = []
        if candidate.frame in LAYOUT:
            body = range(candidate.start, candidate.stop) if candidate.start >= 0 else ()
            held = {i for part in candidate.fixed for i in range(*part)} | set(body)
            return [
                g for g in self.gold if not g.cue and len(g.content & held) > len(g.content) / 2
            ]
        for i in range(*candidate.cue):
            found.extend(gold for gold in self.by_cue.get(i, ()) if gold not in found)
        return found


def read_lessons(folder: Path, leave_out: int = 0) -> list[Lesson]:
    """The articles of a folder in order of name, without every ``leave_out``-th if not 0."""
    chosen = [a for i, a in enumerate(articles(folder)) if not leave_out or i % leave_out]
    return [read(text, marked) for text, marked in chosen]


def articles(folder: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Text and marked attributions of each article, the first annotator by name."""
    for path in sorted((folder / "text").glob("*.txt")):
        marked = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        if marked:
            yield path.read_bytes().decode("utf-8"), read_marked(marked[0])


def read_marked(path: Path) -> list[Marked]:
    """Attributions of one brat file, as spans by role."""
    rows = [line.rstrip("\r").split("\t") for line in path.read_bytes().decode("utf-8").split("\n")]
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        if row[0].startswith("T") and len(row) > 1:
            where = row[1].partition(" ")[2].split(";")
            spans[row[0]] = [(int(a), int(b)) for a, b in (pair.split() for pair in where)]
    found = []
    for row in rows:
        if row[0].startswith("E") and len(row) > 1:
            roles: Marked = defaultdict(list)
            for role, reference in (pair.split(":") for pair in row[1].split()):
                roles[re.sub(r"\d+$", "", role).lower()] += spans.get(reference, [])
            if roles["content"]:
                found.append(dict(roles))
    return found


def words(document: Document, spans: list[tuple[int, int]]) -> Words:
    """The word tokens that begin in the spans."""
    found: set[int] = set()
    for start, end in spans:
        if start < end:
            found.update(range(*document.token_range(Span(start, end))))
    return frozenset(i for i in found if is_word(document, i))


def is_word(document: Document, i: int) -> bool:
    return any(char.isalnum() for char in document.tokens[i].norm)


def read(text: str, marked: list[Marked]) -> Lesson:
    document = parse(text)
    scene = Scene(document, find_quotations(document))
    gold = [
        Gold(*(words(document, one.get(role, [])) for role in ("cue", "content", "source")))
        for one in marked
    ]
    syntaxes = [Syntax(document, sentence) for sentence in document.sentences]
    lesson = Lesson(scene, syntaxes, [], gold)
    for one in gold:
        for i in one.cue:
            lesson.by_cue.setdefault(i, []).append(one)
    return lesson
