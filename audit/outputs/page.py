"""What the page shows of one report, worked out here so that the template only loops."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from audit.annotate.model import Form
from audit.finding import Severity
from audit.outputs.calls import calls
from audit.outputs.scale import scale
from audit.outputs.segments import SYMBOLS, Cutter
from audit.outputs.speaking import source_rows, statement, words
from audit.outputs.strip import strip
from audit.outputs.text import summary
from audit.outputs.views import Choice, Note, Page, Paragraph, Part, SentenceView, Statement
from audit.report import Listed, Report

# A quotation longer than this many characters is cut short beside the words themselves.
LONG = 48
# Evidence that is the id of a statement or claim, as against something a reader knows.
_ID = re.compile(r"[ac][0-9]+")

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
    prefix = f"r{number}-"
    band, score = report.scores.band, report.scores.article
    return Page(
        report=report,
        prefix=prefix,
        name=report.document.name,
        summary=summary(report),
        score="–" if score is None else f"{score:.0f}",
        band=band or "no score",
        meaning=BANDS.get(band, band) if band else NO_SCORE,
        scale=None if score is None else scale(score),
        profile=tuple(_profile(report)),
        calls=tuple(notes[finding] for finding in calls(report)),
        sources=source_rows(report),
        strip=strip(report),
        paragraphs=tuple(_paragraphs(report, notes, prefix)),
        counts=tuple((s.value, SYMBOLS[s.value], counts[s]) for s in Severity),
        rules=tuple(_rules(report)),
        forms=tuple(_forms(report)),
        allowed=report.allowed,
        readability=tuple((words(n), value) for n, value in report.readability.items()),
    )


def _profile(report: Report) -> Iterator[Part]:
    for letter, (name, weight) in PROFILE.items():
        value = report.scores.profile.get(letter)
        if value is not None:
            share = value / WHOLE.get(letter, 1)
            yield Part(letter, name, share * 100, share * weight, weight)


def _rules(report: Report) -> Iterator[Choice]:
    """The rules that found something, by name."""
    counts = Counter(finding.rule for finding in report.findings)
    return (Choice(rule, rule, count) for rule, count in sorted(counts.items()))


def _forms(report: Report) -> Iterator[Choice]:
    """The forms that occur, from the most to the least direct."""
    counts = Counter(attribution.form for attribution in report.article.attributions)
    return (Choice(words(form), words(form), counts[form]) for form in Form if counts[form])


def _notes(report: Report) -> dict[Listed, Note]:
    members = Counter(finding.group for finding in report.findings)
    resting = {claim.id: claim.attribution for claim in report.article.claims if claim.attribution}
    return {
        finding: _note(finding, number, members[finding.group] - 1, report, resting)
        for number, finding in enumerate(report.findings, start=1)
    }


def _note(
    finding: Listed, number: int, others: int, report: Report, resting: dict[str, str]
) -> Note:
    severity = finding.severity.value
    quote = report.document.quote(finding.span)
    ids = [evidence for evidence in finding.evidence if _ID.fullmatch(evidence)]
    return Note(
        finding,
        f"f{number}",
        severity,
        f"{SYMBOLS[severity]}{number}",
        quote,
        shortened(finding.message, quote),
        finding.sentence + 1,
        " ".join(dict.fromkeys(resting.get(id_, id_) for id_ in ids)),
        "; ".join(evidence for evidence in finding.evidence if evidence not in ids),
        others,
    )


def shortened(message: str, quote: str) -> str:
    """The message with a long quotation cut to its first and last words.

    >>> shortened("“one two three four” has no source.", "one two three four")
    '“one two three four” has no source.'
    """
    if len(quote) <= LONG or quote not in message:
        return message
    inside = quote.split(" ")
    return message.replace(quote, f"{' '.join(inside[:4])[:LONG]} … {inside[-1][-LONG:]}")


def _paragraphs(report: Report, notes: dict[Listed, Note], prefix: str) -> Iterator[Paragraph]:
    """The article from end to end; what stands between sentences goes with the first."""
    document = report.document
    cutter = Cutter(report, {finding: number for number, finding in enumerate(notes, start=1)})
    beside: dict[int, list[Note]] = defaultdict(list)
    for finding, note in notes.items():
        beside[finding.sentence].append(note)
    statements: dict[int, list[Statement]] = defaultdict(list)
    speakers = {
        id_: number
        for number, speaker in enumerate(report.article.speakers, start=1)
        for id_ in speaker.attributions
    }
    for attribution in report.article.attributions:
        statements[attribution.sentence].append(statement(attribution, report, speakers))
    inside: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(document.sentences):
        inside[sentence.paragraph].append(i)

    for p, paragraph in enumerate(document.paragraphs):
        spans = [document.sentences[i].span for i in inside[p]]
        starts = [span.start for span in spans] + [paragraph.end]
        yield Paragraph(
            document.prose[paragraph.start : starts[0]],
            tuple(
                SentenceView(
                    f"{prefix}s{i + 1}",
                    f"Sentence {i + 1}",
                    tuple(cutter.cut(span, i)),
                    document.prose[span.end : following],
                    tuple(statements[i]),
                    tuple(_by_importance(beside[i])),
                )
                for i, span, following in zip(inside[p], spans, starts[1:], strict=True)
            ),
        )


def _by_importance(notes: Sequence[Note]) -> list[Note]:
    return sorted(notes, key=lambda note: note.finding.priority)
