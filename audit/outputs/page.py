"""What the page shows of one report, worked out here so that the templates only loop."""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.annotate.model import Form
from audit.finding import Severity
from audit.outputs.beside import notes, paragraphs
from audit.outputs.calls import calls
from audit.outputs.facts import facts
from audit.outputs.markup import escaped
from audit.outputs.scale import scale
from audit.outputs.segments import SYMBOLS
from audit.outputs.speaking import source_rows, words
from audit.outputs.strip import strip
from audit.outputs.text import plural
from audit.outputs.views import Call, Choice, Note, Page, Part
from audit.report import Report

BANDS = {
    "strong": "nearly everything is traced to somebody a reader could find",
    "adequate": "most statements are traced to somebody, with gaps",
    "thin": "many statements rest on sources a reader could not find, or on none",
    "weak": "most statements rest on sources a reader could not find, or on none",
    "unsourced": "hardly anything here says who says so",
}
NO_SCORE = "there are too few claims in this text to score it"

# What the parts of the article's score are called, and what each may add to it.
PROFILE = {
    "M": ("how well the statements are attributed", 60),
    "B": ("how many sources are fully identified", 15),
    "R": ("the other side is heard or was asked", 10),
    "L": ("neutral verbs and words", 10),
    "T": ("times and numbers are precise", 5),
}
# M is a mean of scores, the others are shares of 1.
WHOLE = {"M": 100}


def page(report: Report, number: int = 1) -> Page:
    """The view of one report, the ``number``-th on its page."""
    prefix = f"r{number}-"
    found = notes(report, prefix)
    counts = Counter([finding.severity for finding in report.findings])
    folder, name = titled(report.document.name)
    band, score = report.scores.band, report.scores.article
    sources = source_rows(report)
    quoted, told = sum(row.quoted_words for row in sources), sum(row.told_words for row in sources)
    return Page(
        prefix=prefix,
        audited=report.audited,
        skipped=tuple(_skipped(report)),
        folder=folder,
        name=name,
        size=_size(report),
        score="–" if score is None else f"{score:.0f}",
        band=band or "no score",
        meaning=BANDS.get(band, band) if band else NO_SCORE,
        scale=None if score is None else scale(score),
        facts=facts(report.article, quoted, told),
        profile=tuple(_profile(report)),
        calls=tuple(_calls(report, found)),
        sources=sources,
        strip=strip(report),
        paragraphs=tuple(paragraphs(report, found, prefix)),
        counts=tuple((s.value, SYMBOLS[s.value], counts[s]) for s in Severity),
        statements=len(report.article.attributions),
        rules=tuple(_rules(report)),
        forms=tuple(_forms(report)),
        allowed=report.allowed,
        readability=tuple((words(n), value) for n, value in report.readability.items()),
    )


def titled(name: str) -> tuple[str, str]:
    """The folder and the name of an article; ``-`` is what was read from standard input.

    >>> titled("desk/monday/draft.txt"), titled("-")
    (('desk/monday/', 'draft.txt'), ('', 'standard input'))
    """
    cut = name.rstrip("/").rfind("/") + 1
    return name[:cut], "standard input" if name == "-" else name[cut:]


def _size(report: Report) -> str:
    document = report.document
    sentences = plural(len(document.sentences), "sentence")
    return f"{sentences} in {plural(len(document.paragraphs), 'paragraph')}"


def _calls(report: Report, found: Sequence[Note]) -> Iterator[Call]:
    members = Counter([finding.group for finding in report.findings])
    notes = {note.priority: note for note in found}
    for finding in calls(report):
        note, quote = notes[finding.priority], report.document.quote(finding.span)
        others = members[finding.group] - 1
        yield Call(note.id, note.severity, note.number, finding.question, quote, others)


def _profile(report: Report) -> Iterator[Part]:
    for letter, (name, weight) in PROFILE.items():
        value = report.scores.profile.get(letter)
        if value is not None:
            share = value / WHOLE.get(letter, 1)
            yield Part(letter, name, f"{share * 100:.0f}", f"{share * weight:.1f}", weight)


def _skipped(report: Report) -> Iterator[tuple[str, str]]:
    """What was left out, as the beginning of a sentence, and why."""
    for skipped in report.skipped:
        yield skipped.heading[:1].upper() + skipped.heading[1:], skipped.reason


def _rules(report: Report) -> Iterator[Choice]:
    """The rules that found something, by name."""
    counts = Counter([finding.rule for finding in report.findings])
    return _choices(sorted(counts.items()))


def _forms(report: Report) -> Iterator[Choice]:
    """The forms that occur, from the most to the least direct."""
    counts = Counter([attribution.form for attribution in report.article.attributions])
    return _choices([(words(form), counts[form]) for form in Form if counts[form]])


def _choices(found: Sequence[tuple[str, int]]) -> Iterator[Choice]:
    names = escaped([name for name, _ in found])
    labels = escaped([f"{name} ({times})" for name, times in found])
    return map(Choice, names, labels)
