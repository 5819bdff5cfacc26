"""The numbers of the score, all from one file: ``seeds/models/score.tsv``."""

import csv
from functools import cache

from audit.resources import folder


@cache
def table(name: str) -> dict[str, float]:
    """One table of the score by row name, in the order of the file.

    Raises ``KeyError`` for a table the file does not hold.
    """
    return _tables()[name]


@cache
def _tables() -> dict[str, dict[str, float]]:
    text = (folder("seeds") / "models" / "score.tsv").read_text(encoding="utf-8")
    tables: dict[str, dict[str, float]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        tables.setdefault(row["table"], {})[row["name"]] = float(row["value"])
    return tables
