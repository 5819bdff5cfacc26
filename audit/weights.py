"""The numbers of the score, all from one file: ``seeds/models/score.tsv``."""

import csv
from dataclasses import dataclass
from functools import cache

from audit.resources import folder


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence whose score is fixed, to within three points; ``link`` is linked in it."""

    name: str
    value: float
    sentence: str
    link: str = ""


@cache
def table(name: str) -> dict[str, float]:
    """One table of the score by row name, in the order of the file.

    Raises ``KeyError`` for a table the file does not hold.
    """
    return _tables()[name]


@cache
def _tables() -> dict[str, dict[str, float]]:
    tables: dict[str, dict[str, float]] = {}
    for row in _rows():
        tables.setdefault(row["table"], {})[row["name"]] = float(row["value"])
    return tables


def anchors() -> tuple[Anchor, ...]:
    """The fixed points of the scale, from the best to the worst."""
    found = []
    for row in _rows():
        if row["table"] == "anchor":
            before, _, rest = row["note"].partition("[[")
            link, _, after = rest.partition("]]")
            sentence = before + link + after
            found.append(Anchor(row["name"], float(row["value"]), sentence, link))
    return tuple(found)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = (folder("seeds") / "models" / "score.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
