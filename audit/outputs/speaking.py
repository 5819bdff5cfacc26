"""Who speaks, how much and how, and what each statement's score is made of."""

from collections import Counter
from collections.abc import Iterator

from audit.annotate.model import Attribution, Form, Source, Speaker
from audit.outputs.markup import escaped
from audit.outputs.steps import explained
from audit.outputs.views import SourceRow, Statement, Telling
from audit.report import Report

# How many reporting verbs of one source the page names.
VERBS = 5
NOBODY = "nobody named"
DOUBT = ", perhaps no statement"


def statements(report: Report, prefix: str) -> Iterator[Statement]:
    """Every attribution, in the order of the report."""
    attributions = report.article.attributions
    speakers = {
        id_: f"{number}"
        for number, speaker in enumerate(report.article.speakers, start=1)
        for id_ in speaker.attributions
    }
    shown = iter(escaped([text for a in attributions for text in _words_of(a)]))
    for attribution in attributions:
        score = report.scores.statements[attribution.id]
        yield Statement(
            attribution.id,
            Telling(next(shown), next(shown), next(shown), next(shown), next(shown)),
            speakers.get(attribution.id, "0"),
            _named_in(attribution.source.resolves_to, report, prefix),
            f"{score.total:.0f}",
            explained(score),
            "" if attribution.trusted else " faint",
        )


def _words_of(attribution: Attribution) -> tuple[str, str, str, str, str]:
    """The texts of a ``Telling``."""
    source, form = attribution.source, words(attribution.form)
    name = source.resolves_to
    return (
        one_line(source.text) or NOBODY,
        one_line(name.text) if name else "",
        one_line(attribution.cue.text),
        form,
        f"{words(source.known_as.kind)}, {form}{'' if attribution.trusted else DOUBT}",
    )


def _named_in(name: Source | None, report: Report, prefix: str) -> tuple[str, int]:
    """Where the name of a pronoun stands: the place on the page and the number of the sentence."""
    if not (name and name.spans):
        return "", 0
    number = report.document.sentence_index(name.spans[0].start) + 1
    return f"{prefix}s{number}", number


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
        "yes" if speaker.identified else "no",
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
