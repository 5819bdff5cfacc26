"""How well attributions are found, measured against articles that people marked.

    python tests/benchmarks/attribution.py DATA [--part NAME] [--misses N] [--write]

DATA is a folder of PolNeAR: ``text`` and ``attributions``, or parts that hold them, of which
``--part`` names one. Prints precision, recall and F1 of each measure of ``agreement.py``,
recall by the form that was marked, precision and recall by the frame that was read; with
``--misses`` the first misses and false alarms. ``--write`` puts the figures into ``reports/``.
The corpus stays where it is; only counts leave it.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

if not __package__:
    # Run as a file, the folder of this file is on the path and the repository is not.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import audit
from audit.document import Span
from tests.benchmarks import page
from tests.benchmarks.agreement import Comparison, Pair, Text
from tests.benchmarks.marked import Marked, Parts, read_folder

# Where in a long content it is cut when a miss is shown, in characters.
SHOWN = 120


def attributions(text: str, name: str) -> tuple[Parts, ...]:
    """What the product finds in a text, where it has a content."""
    report = audit.audit_text(text, name=name)
    return tuple(
        Parts(a.source.spans, a.cue.spans, a.content.spans, coarse(a.frame))
        for a in report.article.attributions
        if a.content.spans
    )


def coarse(frame: str) -> str:
    """A frame without its preposition or adjunct: ``frame-p:of`` is ``frame-p``."""
    return frame.partition(":")[0].partition("+")[0]


def measure(articles: Iterable[Marked]) -> tuple[dict[str, Any], list[str], list[str]]:
    """The figures, the misses and the false alarms."""
    comparison = Comparison()
    misses: list[str] = []
    alarms: list[str] = []
    for article in articles:
        found = attributions(article.text, article.name)
        pairs = comparison.add(article.text, article.attributions, found)
        misses += missed(article, pairs)
        alarms += shown(article, found, {j for _, j in pairs})
    return comparison.figures(), misses, alarms


def missed(article: Marked, pairs: list[Pair]) -> Iterator[str]:
    """Each marked attribution that nothing matched, with its form, on one line."""
    words = Text(article.text)
    with_forms = [
        Parts(parts.source, parts.cue, parts.content, words.form(parts))
        for parts in article.attributions
    ]
    return shown(article, with_forms, {i for i, _ in pairs})


def shown(article: Marked, listed: Iterable[Parts], matched: set[int]) -> Iterator[str]:
    """Each attribution but the matched ones on one line: where, frame, source, cue, content."""
    for i, parts in enumerate(listed):
        if i not in matched:
            cells = [excerpt(article.text, s) for s in (parts.source, parts.cue, parts.content)]
            yield f"{article.name}:{parts.first} [{parts.frame}] {' | '.join(cells)}"


def excerpt(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans on one line; a long one loses its middle."""
    whole = " ".join(" … ".join(text[span.start : span.end] for span in spans).split())
    if len(whole) <= SHOWN:
        return whole
    return f"{whole[: SHOWN // 2].rstrip()} […] {whole[-SHOWN // 2 :].lstrip()}"


def printed(figures: dict[str, Any]) -> Iterator[str]:
    """The figures as lines."""
    yield f"{figures['articles']} articles, {figures['gold_attributions']} attributions marked, "
    yield f"{figures['predicted_attributions']} found\n\n{'':16}      P      R     F1\n"
    for name, value in figures.items():
        if isinstance(value, dict) and "f1" in value:
            p, r, f1 = (f"{value[key]:7.4f}" for key in ("p", "r", "f1"))
            yield f"{name.replace('_', ' '):16}{p}{r}{f1}\n"
    yield "\nrecall by form\n"
    for form, recall in figures["recall_by_form"].items():
        yield f"{form:16}{recall:7.4f}\n"
    yield "\nby frame          found      P      R of all marked\n"
    for frame, row in figures["by_frame"].items():
        yield f"{frame:16}{row['found']:7}{row['p']:7.4f}{row['r']:7.4f}\n"


def folder_of(data: Path, part: str | None) -> Path:
    """The folder to read: DATA itself where it holds texts, else one of its parts."""
    if part is None and (data / "text").is_dir():
        return data
    return data / (part or "dev")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--part", metavar="NAME")
    options.add_argument("--misses", type=int, default=0, metavar="N")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    folder = folder_of(given.data, given.part)
    try:
        figures, misses, alarms = measure(read_folder(folder))
    except FileNotFoundError as error:
        options.error(str(error))
    sys.stdout.writelines(printed(figures))
    for title, lines in (("misses", misses), ("false alarms", alarms)):
        if given.misses:
            print(f"\n{title}: {min(given.misses, len(lines))} of {len(lines)}")
            print(*lines[: given.misses], sep="\n")
    if given.write:
        page.write({"attribution": {"part": folder.name, **figures}})


if __name__ == "__main__":
    main()
