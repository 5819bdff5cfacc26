"""Who speaks, how much and how, and what each statement's score is made of."""

from collections import Counter

from audit.annotate.model import Attribution, Form, Speaker
from audit.outputs.steps import components
from audit.outputs.views import SourceRow, Statement
from audit.report import Report

# How many reporting verbs of one source the page names.
VERBS = 5
NOBODY = "nobody named"
DOUBT = ", perhaps no statement"


def statement(attribution: Attribution, report: Report, speakers: dict[str, int]) -> Statement:
    """One attribution; ``speakers`` gives the number of its source by its id."""
    source, score = attribution.source, report.scores.statements[attribution.id]
    name, form = source.resolves_to, words(attribution.form)
    return Statement(
        attribution.id,
        one_line(source.text) or NOBODY,
        speakers.get(attribution.id, 0),
        one_line(name.text) if name else "",
        report.document.sentence_index(name.spans[0].start) + 1 if name and name.spans else 0,
        one_line(attribution.cue.text),
        form,
        f"{words(source.known_as.kind)}, {form}{'' if attribution.trusted else DOUBT}",
        f"{score.total:.0f}",
        components(score),
        score.caps,
        attribution.trusted,
    )


def source_rows(report: Report) -> tuple[SourceRow, ...]:
    """A row for every source, in the order of the report."""
    speakers = report.article.speakers
    said = [_words_said(speaker, report) for speaker in speakers]
    most = max(said, default=0) or 1
    return tuple(
        _row(number, speaker, total, most, report)
        for number, (speaker, total) in enumerate(zip(speakers, said, strict=True), start=1)
    )


def _row(number: int, speaker: Speaker, said: int, most: int, report: Report) -> SourceRow:
    statements = [
        report.article.by_id[a] for a in speaker.attributions if a in report.article.by_id
    ]
    forms = Counter(a.form for a in statements)
    verbs = Counter(one_line(a.cue.lemma) for a in statements if a.cue.lemma)
    quoted = min(speaker.quoted_words, said)
    return SourceRow(
        number,
        one_line(speaker.name) or NOBODY,
        words(speaker.kind),
        speaker.identified,
        len(speaker.attributions),
        speaker.quoted_words,
        said - quoted,
        round(100 * quoted / most),
        round(100 * (said - quoted) / most),
        ", ".join(f"{forms[form]} {words(form)}" for form in Form if forms[form]),
        ", ".join(verb for verb, _ in verbs.most_common(VERBS)),
    )


def _words_said(speaker: Speaker, report: Report) -> int:
    """How many words stand in the contents of a source's statements, quoted or not."""
    document = report.document
    spans = {
        span
        for id_ in speaker.attributions
        if id_ in report.article.by_id
        for span in report.article.by_id[id_].content.spans
    }
    counted: set[int] = set()
    for span in spans:
        counted.update(range(*document.token_range(span)))
    return sum(document.tokens[i].text[0].isalnum() for i in counted)


def words(name: str) -> str:
    """``unnamed_official`` as a reader would write it."""
    return str(name).replace("_", " ")


def one_line(text: str) -> str:
    return " ".join(text.split())
