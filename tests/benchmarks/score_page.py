"""The page about the score: what it is, its weights and anchors, how firm its ranking is.

``python -m tests.benchmarks.score_page`` writes ``reports/score.md``; a test keeps it fresh.
"""

from itertools import product
from pathlib import Path

from audit.annotate import annotate
from audit.document import Span
from audit.parse import parse
from audit.score import StatementScore, score_article
from audit.weights import anchors, table

PAGE = Path(__file__).parent.parent.parent / "reports" / "score.md"
COMPONENTS = ("identifiability", "verifiability", "proximity", "form", "stance", "hedge")

SOURCES = (
    "Health minister Ana Reyes",
    "Ana Reyes",
    "The health minister",
    "The Health Ministry",
    "Police",
    "The Kremlin",
    "A senior health ministry official",
    "US officials",
    "A person familiar with the plan",
    "Residents",
    "Experts",
    "Sources",
    "Some reports",
)
SAYINGS = (
    "{} said that the plant would close.",
    "{} said on Monday that the plant would close.",
    "{} said in a statement on Monday that the plant would close.",
    "{} claimed that the plant would close.",
    "{} admitted that the plant would close.",
    "{} believe that the plant would close.",
    "“The plant will close in June,” {} said.",
)

INTRODUCTION = """\
# The score

**What it is.** A number from 0 to 100 for how well a statement shows who says it: who the source
is, how it can be checked, how near it stands, how and in which words it is told. An article's
score is built from its statements and from what it leaves without a source.

**What it is not.** It does not measure truth, and it places nobody on a left-right scale. The
scale is ours. It is no validated instrument: weights are judgements, kept in
`seeds/models/score.tsv`, where a newsroom can see each with where it comes from.

**What was checked.** The anchors below, to within three points. That a better source, a date, a
venue, a link or a neutral verb never lower a statement's score; that the order of the sentence,
the kind of quotation mark, *that* or none, the gender and the origin of a name change nothing;
that a sentence elsewhere changes no other sentence's score. `tests/test_score.py` makes the
sentences from templates and fails where one does not hold.

**What a newsroom would have to do to validate it.** Let two or more editors rank some hundred
statements of its own, without seeing the score; take their agreement (Krippendorff's alpha) as
the ceiling; compare the score's ranking with theirs, and with corrections, complaints and
readers' trust where these are on record; publish what it finds with the weights it used.
"""


def render() -> str:
    """The page as Markdown."""
    return "\n".join([INTRODUCTION, *_weights(), *_anchors(), *_sensitivity()]) + "\n"


def _weights() -> list[str]:
    lines = ["## Components, from the best row to the worst", ""]
    for name in COMPONENTS:
        rows = ", ".join(f"{row.replace('_', ' ')} {value:g}" for row, value in table(name).items())
        lines.append(f"- **{name}**: {rows}")
    caps = ", ".join(f"{name} {value:g}" for name, value in table("cap").items())
    weights = " + ".join(f"{value:g}·{name}" for name, value in table("article").items())
    bands = ", ".join(f"{name} from {value:g}" for name, value in table("band").items())
    return [*lines, f"- **caps**: {caps}", "", f"Article = {weights}. Bands: {bands}.", ""]


def _anchors() -> list[str]:
    lines = ["## Anchors", "", "| anchor | wanted | found | sentence |", "|---|---|---|---|"]
    for anchor in anchors():
        found = _score(anchor.sentence, anchor.link)
        total = f"{found.total:g}" if found else "none"
        lines.append(f"| {anchor.name} | {anchor.value:g} | {total} | {anchor.sentence} |")
    return [*lines, ""]


def _score(text: str, link: str = "") -> StatementScore | None:
    """The score of the surest outermost attribution; ``None`` where there is none."""
    links = (Span(text.index(link), text.index(link) + len(link)),) if link else ()
    article = annotate(parse(text, links=links))
    outer = [a for a in article.attributions if not a.level]
    if not outer:
        return None
    surest = max(outer, key=lambda a: a.confidence)
    return score_article(article, ()).statements[surest.id]


def _sensitivity() -> list[str]:
    texts = [saying.format(source) for source, saying in product(SOURCES, SAYINGS)]
    scores = [score for score in map(_score, texts) if score]
    base = [score.total for score in scores]
    lines = [
        "## How firm the ranking is",
        "",
        f"Spearman’s rank correlation of {len(scores)} statements from templates with the same "
        "statements scored with one weight changed.",
        "",
        "| component | less 30 % | plus 30 % |",
        "|---|---|---|",
    ]
    for name in COMPONENTS:
        cells = [
            f"{spearman(base, [_changed(score, name, by) for score in scores]):.3f}"
            for by in (0.7, 1.3)
        ]
        lines.append(f"| {name} | {cells[0]} | {cells[1]} |")
    return lines


def _changed(score: StatementScore, component: str, by: float) -> float:
    """The total with one component multiplied; the caps stay where they are."""
    total = sum(
        value * by if name == component else value for name, value in score.components.items()
    )
    return min([total, *(float(cap.split()[-1]) for cap in score.caps)])


def spearman(one: list[float], other: list[float]) -> float:
    """The rank correlation of two lists of one length; ties share their mean rank."""
    a, b = _ranks(one), _ranks(other)
    mean = (len(a) - 1) / 2
    above = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    below = sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)
    return above / below**0.5 if below else 0.0


def _ranks(values: list[float]) -> list[float]:
    order = sorted(values)
    return [(order.index(v) + len(order) - 1 - order[::-1].index(v)) / 2 for v in values]


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
