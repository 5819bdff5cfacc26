"""What the page says of a report, before any HTML."""

from dataclasses import replace

import pytest

from audit.annotate.model import Attribution, Claim, ClaimKind, Form, Source, SourceKind
from audit.document import Span
from audit.finding import Finding, Severity
from audit.outputs.page import CALLS, SAME, page
from audit.outputs.strip import STATES, strip
from audit.rank import listed
from audit.report import Report
from tests import nasty


def with_findings(*findings: tuple[str, Severity, str]) -> Report:
    """A report on twelve sentences, one finding in each as far as they go."""
    text = "Stop. " * 30
    spans = [(i * 6, i * 6 + 5) for i in range(30)]
    document = nasty.document("x", text.strip(), spans)
    found = [
        Finding(rule, severity, Span(*spans[i]), f"“{rule}”", question)
        for i, (rule, severity, question) in enumerate(findings)
    ]
    report = nasty.reports()[1]
    article = replace(report.article, document=document)
    return replace(report, article=article, findings=listed(document, found))


def asked(report: Report) -> list[str]:
    return [note.finding.question for note in page(report).calls]


def test_calls_are_the_worst_first_and_no_notes() -> None:
    report = with_findings(
        ("vague-time", Severity.NOTE, "When?"),
        ("unnamed-source", Severity.WARNING, "Who?"),
        ("vague-reports", Severity.ERROR, "Which?"),
    )

    assert asked(report) == ["Which?", "Who?"]


def test_one_question_does_not_crowd_out_the_others() -> None:
    same = [("vague-reports", Severity.ERROR, "Which?")] * (CALLS + 2)
    report = with_findings(*same, ("unnamed-source", Severity.WARNING, "Who?"))

    assert asked(report) == ["Which?"] * SAME + ["Who?"] + ["Which?"] * (CALLS - SAME - 1)


def test_a_call_says_how_much_else_is_about_the_same_words() -> None:
    calls = page(nasty.nasty()).calls

    assert [(note.finding.rule, note.others) for note in calls] == [
        ("opinion-as-fact", 1),
        ("unnamed-source", 0),
    ]


def test_parts_of_the_score_add_up_as_the_score_does() -> None:
    parts = {
        part.letter: (part.percent, part.points, part.weight)
        for part in page(nasty.nasty()).profile
    }

    assert parts["M"] == pytest.approx((30, 18, 60))
    assert parts["T"] == pytest.approx((25, 1.25, 5))
    assert sum(weight for _, _, weight in parts.values()) == 100


def test_sources_say_how_often_and_in_which_form() -> None:
    [critics, people] = page(nasty.nasty()).sources

    assert (critics.name, critics.kind, critics.statements) == ("critics", "vague collective", 1)
    assert (critics.forms, critics.quoted_words) == ("1 mixed", 1)
    assert people.forms == "1 indirect"


def attribution(kind: SourceKind, form: Form, confidence: float = 0.9) -> Attribution:
    first = nasty.nasty().article.attributions[0]
    return replace(
        first, source=Source((Span(0, 3),), "All", kind), form=form, confidence=confidence
    )


@pytest.mark.parametrize(
    ("statement", "claim", "state"),
    [
        (None, None, "plain"),
        (attribution(SourceKind.NAMED_PERSON, Form.DIRECT), None, "quoted"),
        (attribution(SourceKind.INSTITUTION, Form.INDIRECT), None, "told"),
        (attribution(SourceKind.VAGUE_REPORTS, Form.DIRECT), None, "vague"),
        (attribution(SourceKind.NAMED_PERSON, Form.DIRECT, confidence=0.3), None, "plain"),
        (None, Claim("c1", 0, Span(0, 5), ClaimKind.EVENT), "unsourced"),
        (None, Claim("c1", 0, Span(0, 5), ClaimKind.EVENT, None, "open event"), "plain"),
    ],
)
def test_a_mark_of_the_strip_is_how_its_sentence_is_attributed(
    statement: Attribution | None, claim: Claim | None, state: str
) -> None:
    article = replace(
        nasty.nasty().article,
        attributions=(statement,) if statement else (),
        claims=(claim,) if claim else (),
        speakers=(),
    )
    report = replace(nasty.nasty(), article=article)

    assert strip(report).marks[0].state == state


def test_the_table_behind_the_strip_counts_its_marks() -> None:
    drawn = strip(nasty.nasty())

    assert [state for state, _, _ in drawn.counts] == list(STATES)
    assert sum(count for _, _, count in drawn.counts) == len(drawn.marks) == 2
