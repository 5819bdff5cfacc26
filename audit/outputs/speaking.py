"""Who speaks, how much and how, and what each statement's score is made of."""

from collections.abc import Iterator, Sequence

from audit.annotate.model import Attribution, Form, Source
from audit.document import Document
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
    speakers, by_id = report.article.speakers, report.article.by_id
    spoken = [[by_id[a] for a in speaker.attributions if a in by_id] for speaker in speakers]
    said = [_words_said(statements, report.document) for statements in spoken]
    most = max(said, default=0) or 1
    names = escaped([one_line(speaker.name) or NOBODY for speaker in speakers])
    verbs = escaped([_verbs(statements) for statements in spoken])
    return tuple(
        SourceRow(
            number,
            name,
            words(speaker.kind),
            "yes" if speaker.identified else "no",
            len(speaker.attributions),
            speaker.quoted_words,
            max(total - speaker.quoted_words, 0),
            round(100 * min(speaker.quoted_words, total) / most),
            round(100 * max(total - speaker.quoted_words, 0) / most),
            _forms(statements),
            verb,
        )
        for number, (speaker, statements, total, name, verb) in enumerate(
            zip(speakers, spoken, said, names, verbs, strict=True), start=1
        )
    )


def _verbs(statements: Sequence[Attribution]) -> str:
    """The reporting verbs of one source, the most frequent first."""
    counts: dict[str, int] = {}
    for attribution in statements:
        verb = one_line(attribution.cue.lemma)
        if verb:
            counts[verb] = counts.get(verb, 0) + 1
    return ", ".join(sorted(counts, key=lambda verb: -counts[verb])[:VERBS])


def _forms(statements: Sequence[Attribution]) -> str:
    """In which forms one source speaks, from the most to the least direct."""
    forms = [attribution.form for attribution in statements]
    counts = {form: forms.count(form) for form in set(forms)}
    return ", ".join([f"{counts[form]} {words(form)}" for form in Form if form in counts])


def _words_said(statements: Sequence[Attribution], document: Document) -> int:
    """How many words stand in the contents of some statements, quoted or not."""
    counted: set[int] = set()
    for span in {span for attribution in statements for span in attribution.content.spans}:
        counted.update(range(*document.token_range(span)))
    return sum([document.tokens[i].text[0].isalnum() for i in counted])


def words(name: str) -> str:
    """``unnamed_official`` as a reader would write it."""
    return str(name).replace("_", " ")


def one_line(text: str) -> str:
    return " ".join(text.split())
