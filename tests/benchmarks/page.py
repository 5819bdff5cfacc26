"""The page of measures: our figures beside those of other tools and of people.

    python -m tests.benchmarks.page [MEASURED.json]

Writes ``reports/benchmarks.md`` from ``reports/benchmarks.json``, after taking in the figures
of the file: an object with one object of figures for each measure, as the measuring scripts
print it. A test checks that the page is what the figures give; it needs no corpus.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.peers import ATTRIBUTION, INTRODUCTION, SECTIONS, Peer, Section

REPORTS = Path(__file__).resolve().parents[2] / "reports"
FIGURES, PAGE = REPORTS / "benchmarks.json", REPORTS / "benchmarks.md"
# As the page lists them. The measure of cues by word has no figures of others.
COLUMNS = ("relation", "strict", "triple", "source_tokens", "cue", "content_tokens")
# Frames seen less often than this say little.
LEAST_FOUND = 10

Figures = dict[str, dict[str, Any]]


def read(path: Path = FIGURES) -> Figures:
    """Figures by measure; none before the first are written."""
    if not path.exists():
        return {}
    figures: Figures = json.loads(path.read_text("utf-8"))
    return figures


def merged(old: Figures, new: Figures) -> Figures:
    """The figures with new ones in their place; a measure that could not be taken is left.

    Where a new object says nothing but what the old one says, the old one stays: it may say
    more, such as figures by frame.
    """
    figures = dict(old)
    for name, values in new.items():
        if "not measured" not in values and not values.items() <= old.get(name, {}).items():
            figures[name] = values
    return dict(sorted(figures.items()))


def write(new: Figures) -> None:
    """Take in new figures and write both files."""
    figures = merged(read(), new)
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(render(figures), "utf-8")


def render(figures: Figures) -> str:
    """The page."""
    lines = [INTRODUCTION]
    lines += _attribution(figures.get("attribution"))
    for section in SECTIONS:
        lines += _section(section, figures.get(section.measure))
    return "\n".join(lines).rstrip() + "\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown, and the empty line after it."""
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""


def three(value: float | None) -> str:
    """A figure between 0 and 1 as ``.711``; a dash for one that was not taken."""
    if value is None:
        return "–"
    return f"{value:.3f}".removeprefix("0")


def _attribution(found: dict[str, Any] | None) -> Iterator[str]:
    yield f"## {ATTRIBUTION.title}\n"
    yield f"{ATTRIBUTION.how}\n"
    ours = Peer("this product", {name: (found or {}).get(name, {}).get("f1") for name in COLUMNS})
    yield from table(
        ["F1", *(name.replace("_", " ") for name in COLUMNS)],
        [
            [peer.name, *(three(peer.figures.get(name)) for name in COLUMNS)]
            for peer in (ours, *ATTRIBUTION.peers)
        ],
    )
    yield from (f"- *{peer.name}*: {peer.how}" for peer in ATTRIBUTION.peers)
    yield ""
    if found is None:
        yield "Not measured yet.\n"
        return
    yield (
        f"Ours in detail: {found['articles']} articles, {found['gold_attributions']} attributions"
        f" marked, {found['predicted_attributions']} found.\n"
    )
    yield from table(
        ["", "P", "R", "F1"],
        [
            [name.replace("_", " "), three(row["p"]), three(row["r"]), three(row["f1"])]
            for name, row in found.items()
            if isinstance(row, dict) and "f1" in row
        ],
    )
    yield from table(
        ["form, as marked", "recall"],
        [[form, three(recall)] for form, recall in found["recall_by_form"].items()],
    )
    if "by_frame" in found:
        yield from _frames(found["by_frame"])


def _frames(frames: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield (
        "By the frame in which we read them. P: how many of those found were marked. R: what the"
        " frame adds to the recall, as a share of all that were marked. Frames found fewer than"
        f" {LEAST_FOUND} times are in the last row.\n"
    )
    often = {name: row for name, row in frames.items() if row["found"] >= LEAST_FOUND}
    rare = [row for name, row in frames.items() if name not in often]
    rows = [
        [f"`{name}`", f"{row['found']:.0f}", three(row["p"]), three(row["r"])]
        for name, row in often.items()
    ]
    if rare:
        count = sum(row["found"] for row in rare)
        right = sum(row["p"] * row["found"] for row in rare)
        recall = sum(row["r"] for row in rare)
        rows.append([f"{len(rare)} others", f"{count:.0f}", three(right / count), three(recall)])
    yield from table(["frame", "found", "P", "R"], rows)


def _section(section: Section, found: dict[str, Any] | None) -> Iterator[str]:
    yield f"## {section.title}\n"
    yield f"{section.how}\n"
    rows = [["this product", _told(found) if found else "not measured yet"]]
    rows += [[peer.name, peer.how] for peer in section.peers]
    yield from table(["", "figures"], rows)


def _told(values: Mapping[str, Any]) -> str:
    """Figures in words, as they come: ``sentences 7343, P .612, R .588, F1 .600``."""
    told = []
    for name, value in values.items():
        label = {"p": "P", "r": "R", "f1": "F1"}.get(name, name.replace("_", " "))
        if isinstance(value, Mapping):
            told.append(f"{label}: {_told(value)}")
        else:
            told.append(f"{label} {_amount(value)}")
    return ("; " if any(isinstance(v, Mapping) for v in values.values()) else ", ").join(told)


def _amount(value: object) -> str:
    """Fractions below 1 as ``.711``, large counts with a separator, words as they are."""
    if isinstance(value, float) and value <= 1:
        return three(value)
    if isinstance(value, int) and value >= 10_000:
        return f"{value:,}"
    return str(value) if value is not None else three(None)


if __name__ == "__main__":
    write(json.loads(Path(sys.argv[1]).read_text("utf-8")) if len(sys.argv) > 1 else {})
