"""What changed between two versions of an article, for a terminal or as a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.outputs.comparison import Comparison, Moved
from audit.outputs.page import PROFILE, WHOLE, titled
from audit.outputs.scale import Scale, scale
from audit.outputs.text import one_line, plural
from audit.report import Listed, Report


class Change(NamedTuple):
    """One finding of a list: where it stands, what it says."""

    severity: str
    rule: str
    line: int
    quote: str
    message: str
    question: str


class Row(NamedTuple):
    """One part of the score before and after, in points."""

    name: str
    old: str
    new: str
    change: str


class View(NamedTuple):
    """Everything the page of a comparison shows.

    ``score`` is before, after, and by how much it moved; ``counts`` are the findings that are
    mended, new and still there.
    """

    title: str
    old: str
    new: str
    verdict: str
    score: tuple[str, str, str]
    scale: Scale | None
    rows: tuple[Row, ...]
    counts: tuple[tuple[str, int], ...]
    lists: tuple[tuple[str, str, tuple[Change, ...]], ...]
    still: tuple[Change, ...]
    skipped: tuple[str, ...]


def render(comparison: Comparison) -> str:
    """The comparison as lines: + is new, - is mended; what is still there is counted."""
    lines = list(_skipped(comparison))
    for mark, report, findings in (
        ("-", comparison.old, comparison.mended),
        ("+", comparison.new, comparison.fresh),
    ):
        name = one_line(report.document.name)
        lines += [
            f"{mark} {name}:{f.line}:{f.column}: {f.severity}: {f.message} [{f.rule}]"
            for f in findings
        ]
    return "".join(f"{line}\n" for line in [*lines, verdict(comparison)])


def verdict(comparison: Comparison) -> str:
    """What happened, in a sentence."""
    found = (
        f"{plural(len(comparison.mended), 'finding')} mended, {len(comparison.fresh)} new, "
        f"{len(comparison.still)} still there"
    )
    return f"{found}; {_moved(comparison.score)}"


def view(comparison: Comparison) -> View:
    """What the page shows."""
    scores = [s for s in (comparison.score.old, comparison.score.new) if s is not None]
    old, new = comparison.old.document.name, comparison.new.document.name
    return View(
        " → ".join(dict.fromkeys((titled(old)[1], titled(new)[1]))),
        old,
        new,
        verdict(comparison),
        (_whole(comparison.score.old), _whole(comparison.score.new), _change(comparison.score)),
        scale(*scores) if comparison.score.new is not None else None,
        tuple(_rows(comparison)),
        (
            ("mended", len(comparison.mended)),
            ("new", len(comparison.fresh)),
            ("still there", len(comparison.still)),
        ),
        (
            ("mended", "Mended", _changes(comparison.old, comparison.mended)),
            ("new", "New", _changes(comparison.new, comparison.fresh)),
        ),
        _changes(comparison.new, comparison.still),
        tuple(_skipped(comparison)),
    )


def _rows(comparison: Comparison) -> Iterator[Row]:
    for part in comparison.parts:
        name, weight = PROFILE[part.name]
        share = weight / WHOLE.get(part.name, 1)
        yield _row(Moved(name, _times(part.old, share), _times(part.new, share)))
    yield _row(Moved("the whole article", comparison.score.old, comparison.score.new))


def _row(moved: Moved) -> Row:
    return Row(moved.name, _points(moved.old), _points(moved.new), _change(moved))


def _change(moved: Moved) -> str:
    if moved.change is None:
        return "–"
    return f"{moved.change:+.1f}" if moved.change else "0.0"


def _whole(score: float | None) -> str:
    return "–" if score is None else f"{score:.0f}"


def _times(value: float | None, share: float) -> float | None:
    return None if value is None else value * share


def _points(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _changes(report: Report, findings: Sequence[Listed]) -> tuple[Change, ...]:
    return tuple(
        Change(
            finding.severity.value,
            finding.rule,
            finding.line,
            report.document.quote(finding.span),
            finding.message,
            finding.question,
        )
        for finding in findings
    )


def _moved(score: Moved) -> str:
    if score.old is None or score.new is None:
        return "no score to compare, too few claims"
    if not score.change:
        return f"the score stays at {score.new:.0f} of 100"
    verb = "rose" if score.change > 0 else "fell"
    return f"the score {verb} from {score.old:.1f} to {score.new:.1f} of 100"


def _skipped(comparison: Comparison) -> Iterator[str]:
    for report in (comparison.old, comparison.new):
        for skipped in report.skipped:
            name = one_line(report.document.name)
            yield f"{name}: {skipped.heading}: {skipped.reason}"
