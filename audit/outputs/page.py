"""What the page shows of one report, worked out here so that the template only loops."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.annotate.model import Attribution, Form, Speaker
from audit.finding import Severity
from audit.outputs.segments import SYMBOLS, Cutter, Segment
from audit.outputs.strip import Strip, strip
from audit.outputs.text import summary
from audit.report import Listed, Report

# How many findings the top of the page names.
CALLS = 10
# How many of them may ask the same: ten times one question is one thing to do.
SAME = 3

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


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page shows it. ``others`` are those of the same group."""

    finding: Listed
    number: int
    symbol: str
    quote: str
    sentence: int
    others: int


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution as the page shows it."""

    id: str
    who: str
    kind: str
    cue: str
    form: str
    score: float
    components: tuple[tuple[str, float], ...]
    caps: tuple[str, ...]
    trusted: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence with what belongs beside it. ``before`` is the text since the last one."""

    number: int
    before: str
    segments: tuple[Segment, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of a paragraph, and its text after the last."""

    sentences: tuple[SentenceView, ...]
    after: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with how often and in which form it speaks."""

    name: str
    kind: str
    identified: bool
    statements: int
    forms: str
    quoted_words: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the article's score: how much of it is reached, and its points."""

    letter: str
    name: str
    percent: float
    points: float
    weight: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template shows of one report. ``prefix`` keeps ids on a page apart."""

    report: Report
    prefix: str
    name: str
    summary: str
    meaning: str
    profile: tuple[Part, ...]
    calls: tuple[Note, ...]
    sources: tuple[SourceRow, ...]
    strip: Strip
    paragraphs: tuple[Paragraph, ...]
    counts: tuple[tuple[str, str, int], ...]
    readability: tuple[tuple[str, float], ...]


def page(report: Report, number: int = 1) -> Page:
    """The view of one report, the ``number``-th on its page."""
    notes = _notes(report)
    counts = Counter(finding.severity for finding in report.findings)
    band = report.scores.band
    return Page(
        report=report,
        prefix=f"r{number}-",
        name=report.document.name,
        summary=summary(report),
        meaning=BANDS.get(band, band) if band else NO_SCORE,
        profile=tuple(_profile(report)),
        calls=tuple(_calls(report, notes)),
        sources=tuple(_source(speaker, report) for speaker in report.article.speakers),
        strip=strip(report),
        paragraphs=tuple(_paragraphs(report, notes)),
        counts=tuple((s.value, SYMBOLS[s.value], counts[s]) for s in Severity),
        readability=tuple((words(n), value) for n, value in report.readability.items()),
    )


def _profile(report: Report) -> Iterator[Part]:
    for letter, (name, weight) in PROFILE.items():
        value = report.scores.profile.get(letter)
        if value is not None:
            share = value / WHOLE.get(letter, 1)
            yield Part(letter, name, share * 100, share * weight, weight)


def _notes(report: Report) -> dict[Listed, Note]:
    members = Counter(finding.group for finding in report.findings)
    return {
        finding: Note(
            finding,
            number,
            SYMBOLS[finding.severity.value],
            report.document.quote(finding.span),
            finding.sentence + 1,
            members[finding.group] - 1,
        )
        for number, finding in enumerate(report.findings, start=1)
    }


def _calls(report: Report, notes: dict[Listed, Note]) -> Iterator[Note]:
    """The most important finding of each group, but the same question only so often."""
    groups: set[str] = set()
    asked: Counter[str] = Counter()
    for finding in report.ranked:
        if len(groups) == CALLS or finding.severity is Severity.NOTE:
            return
        if finding.group not in groups and asked[finding.question] < SAME:
            groups.add(finding.group)
            asked[finding.question] += 1
            yield notes[finding]


def _paragraphs(report: Report, notes: dict[Listed, Note]) -> Iterator[Paragraph]:
    """The article from end to end; what stands between sentences goes with the next."""
    document = report.document
    cutter = Cutter(report, {finding: note.number for finding, note in notes.items()})
    beside: dict[int, list[Note]] = defaultdict(list)
    for finding, note in notes.items():
        beside[finding.sentence].append(note)
    statements: dict[int, list[Statement]] = defaultdict(list)
    for attribution in report.article.attributions:
        statements[attribution.sentence].append(_statement(attribution, report))
    inside: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(document.sentences):
        inside[sentence.paragraph].append(i)

    for p, paragraph in enumerate(document.paragraphs):
        at = paragraph.start
        views = []
        for i in inside[p]:
            span = document.sentences[i].span
            views.append(
                SentenceView(
                    i + 1,
                    document.text[at : span.start],
                    tuple(cutter.cut(span, i)),
                    tuple(statements[i]),
                    tuple(_by_importance(beside[i])),
                )
            )
            at = span.end
        yield Paragraph(tuple(views), document.text[at : paragraph.end])


def _by_importance(notes: Sequence[Note]) -> list[Note]:
    return sorted(notes, key=lambda note: note.finding.priority)


def _statement(attribution: Attribution, report: Report) -> Statement:
    source, score = attribution.source, report.scores.statements[attribution.id]
    who = source.text or "nobody named"
    if source.resolves_to:
        who += f" (that is, {source.resolves_to.text})"
    return Statement(
        attribution.id,
        " ".join(who.split()),
        words(source.known_as.kind),
        " ".join(attribution.cue.text.split()),
        words(attribution.form),
        score.total,
        tuple((words(name), value) for name, value in score.components.items()),
        score.caps,
        attribution.trusted,
    )


def _source(speaker: Speaker, report: Report) -> SourceRow:
    by_id = report.article.by_id
    forms = Counter(by_id[id_].form for id_ in speaker.attributions if id_ in by_id)
    return SourceRow(
        " ".join(speaker.name.split()) or "nobody named",
        words(speaker.kind),
        speaker.identified,
        len(speaker.attributions),
        ", ".join(f"{forms[form]} {words(form)}" for form in Form if forms[form]),
        speaker.quoted_words,
    )


def words(name: str) -> str:
    """``unnamed_official`` as a reader would write it."""
    return str(name).replace("_", " ")
