"""What the page shows of one report, worked out here so that the template only loops."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from audit.annotate.model import Attribution, Form, Speaker
from audit.finding import Severity
from audit.outputs.segments import SYMBOLS, Cutter
from audit.outputs.strip import strip
from audit.outputs.text import summary
from audit.outputs.views import Note, Page, Paragraph, Part, SentenceView, SourceRow, Statement
from audit.report import Listed, Report

# How many findings the top of the page names.
CALLS = 10
# How many of them may ask the same while there is something else to ask.
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


def _calls(report: Report, notes: dict[Listed, Note]) -> list[Note]:
    """The most important finding of each group; what asks the same once more comes after."""
    groups: set[str] = set()
    asked: Counter[str] = Counter()
    first: list[Note] = []
    later: list[Note] = []
    for finding in report.ranked:
        if finding.severity is Severity.NOTE:
            break
        if finding.group not in groups:
            groups.add(finding.group)
            asked[finding.question] += 1
            (first if asked[finding.question] <= SAME else later).append(notes[finding])
    return (first + later)[:CALLS]


def _paragraphs(report: Report, notes: dict[Listed, Note]) -> Iterator[Paragraph]:
    """The article from end to end; what stands between sentences goes with the first."""
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
        spans = [document.sentences[i].span for i in inside[p]]
        starts = [span.start for span in spans] + [paragraph.end]
        yield Paragraph(
            document.text[paragraph.start : starts[0]],
            tuple(
                SentenceView(
                    i + 1,
                    tuple(cutter.cut(span, i)),
                    document.text[span.end : following],
                    tuple(statements[i]),
                    tuple(_by_importance(beside[i])),
                )
                for i, span, following in zip(inside[p], spans, starts[1:], strict=True)
            ),
        )


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
