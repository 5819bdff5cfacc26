"""What the page says of a report, before any HTML."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

import audit
from audit.annotate.model import Attribution, Claim, ClaimKind, Form, Source, SourceKind
from audit.document import Span
from audit.finding import Finding, Severity
from audit.outputs.beside import shortened
from audit.outputs.calls import CALLS, SAME
from audit.outputs.html import render
from audit.outputs.page import page, titled
from audit.outputs.scale import scale, spread
from audit.outputs.steps import explained, worthwhile
from audit.outputs.strip import STATES, strip
from audit.rank import listed
from audit.report import Report
from audit.resources import folder
from audit.score import StatementScore
from tests import nasty
from tests.benchmarks.made import article


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
    return [call.question for call in page(report).calls]


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

    assert [(call.id, call.others) for call in calls] == [("r1-f1", 1), ("r1-f3", 0)]


def test_parts_of_the_score_add_up_as_the_score_does() -> None:
    parts = {
        part.letter: (part.percent, part.points, part.weight)
        for part in page(nasty.nasty()).profile
    }

    assert parts["M"] == ("30", "18.0", 60)
    assert parts["T"] == ("25", "1.2", 5)
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


# What would raise a score


def steps(score: StatementScore) -> dict[str, float]:
    return {step.advice: step.gain for name in score.components for step in worthwhile(score, name)}


def test_a_good_statement_has_nothing_to_gain_but_what_it_lacks() -> None:
    parts = {"identifiability": 35.0, "verifiability": 9.0, "proximity": 15.0, "form": 8.0}

    assert steps(StatementScore(67.0, parts)) == {
        "link or name the document": 11,
        "quote the words": 7,
    }


def test_a_cap_that_would_hold_makes_a_step_vain() -> None:
    parts = {
        "identifiability": 3.0,
        "verifiability": 9.0,
        "form": 8.0,
        "stance": 10.0,
        "hedge": 5.0,
    }

    found = steps(StatementScore(30.0, parts, ("vague source 30",)))

    assert list(found) == ["say who, by name and role"]
    assert found["say who, by name and role"] > 30


def test_an_outer_statement_holds_the_inner_one_whoever_is_named() -> None:
    parts = {"identifiability": 35.0, "form": 8.0}

    assert steps(StatementScore(30.0, parts, ("nested in a1 30",))) == {}


def test_steps_come_true_on_the_anchors() -> None:
    """Saying when does for “police said” what the score gives for it."""
    plain = audit.audit_text("Police said the plant would close.").scores.statements["a1"]
    dated = audit.audit_text("Police said on Monday that the plant would close.")

    gain = steps(plain)["say when"]
    assert dated.scores.statements["a1"].total == pytest.approx(plain.total + gain, abs=0.11)


def test_every_row_of_verifiability_is_understood() -> None:
    for value in (0, 4, 5, 8, 9, 11, 12, 13, 15, 16, 17, 20):
        steps(StatementScore(value, {"verifiability": float(value)}))


# The pieces


def cut(message: str, quote: str) -> str:
    return shortened(message, nasty.document("x", quote, []), Span(0, len(quote)))


def test_a_long_quotation_is_cut_short_beside_its_words() -> None:
    quote = "one two three four five six\nseven eight nine ten eleven"
    message = "“one two three four five six seven eight nine ten eleven” has no source."

    assert cut(message, quote) == "“one two three four … eleven” has no source."


def test_a_short_quotation_is_left_alone() -> None:
    assert cut("“one\ntwo” has no source.", "one two") == "“one\ntwo” has no source."


def test_the_name_that_a_pronoun_stands_for_is_marked() -> None:
    report = audit.audit_text("Mayor Ana Ruiz left early. She said the plant would close.")
    [statement] = [a for a in report.article.attributions if a.source.text == "She"]
    named = [
        segment.text
        for paragraph in page(report).paragraphs
        for sentence in paragraph.sentences
        for segment in sentence.segments
        if f"n{statement.id[1:]}" in segment.classes.split()
    ]

    assert "Ana Ruiz" in "".join(named)


def test_the_strip_shows_where_paragraphs_begin() -> None:
    report = audit.audit_text("Ana Ruiz left. She wept.\n\nThe plant closed.")

    assert ["first" in mark.classes for mark in strip(report).marks] == [True, False, True]


def test_a_finding_stands_with_the_statement_it_rests_on() -> None:
    [first, second] = [p.beside[0] for p in page(nasty.nasty()).paragraphs]

    assert [(len(b.statement), [n.id for n in b.notes]) for b in first.blocks] == [
        (1, ["r1-f1"]),
        (0, ["r1-f2"]),
    ]
    assert [(len(b.statement), [n.id for n in b.notes]) for b in second.blocks] == [
        (1, ["r1-f3"]),
    ]
    assert second.label == "Sentence 2"


def test_every_finding_is_beside_its_own_sentence() -> None:
    report = audit.audit_text(TALK)
    placed = {
        note.id: beside.label
        for paragraph in page(report).paragraphs
        for beside in paragraph.beside
        for block in beside.blocks
        for note in block.notes
    }

    assert placed == {
        f"r1-f{number}": f"Sentence {finding.sentence + 1}"
        for number, finding in enumerate(report.findings, start=1)
    }


def test_the_facts_are_counts_out_of_a_whole() -> None:
    facts = {fact.what: (fact.number, fact.whole) for fact in page(nasty.nasty()).facts}

    assert facts == {
        "claims have no source": (0, 1),
        "sources could be found by a reader": (0, 2),
        "words of sources are quoted": (1, 3),
    }


def test_a_name_without_its_folder_heads_the_page() -> None:
    assert titled("desk/monday/draft.txt") == ("desk/monday/", "draft.txt")
    assert titled("draft.txt") == ("", "draft.txt")
    assert titled("desk/") == ("", "desk/")


@pytest.mark.parametrize(("score", "band"), [(0, "unsourced"), (27.4, "weak"), (100, "strong")])
def test_the_scale_says_where_the_article_stands(score: float, band: str) -> None:
    drawn = scale(score)

    assert [b.name for b in drawn.bands if b.state == "here"] == [band]
    assert [(p.score, p.state) for p in drawn.points] == [(score, "now")]
    assert drawn.bands[0].least == 0
    assert drawn.bands[-1].below == 100


def test_many_articles_are_spread_over_the_scale() -> None:
    drawn = spread([60.0, 20.0, 30.0])

    assert drawn is not None
    assert [point.score for point in drawn.points] == [20, 30, 60]
    assert drawn.label == "lowest 20, middle 30, highest 60 of 100"
    assert spread([]) is None


def test_what_raises_a_score_most_comes_first() -> None:
    parts = {"identifiability": 19.0, "verifiability": 0.0, "proximity": 12.0, "form": 8.0}
    found = explained(StatementScore(30.0, parts, ("vague source 30",)))

    assert found.steps == (("+35", "say who, by name and role"),)
    assert found.parts[0] == ("identifiability", "19 of 35")
    assert found.caps == ("held at 30: vague source",)
    free = explained(StatementScore(39.0, parts)).steps
    assert [float(gain) for gain, _ in free] == sorted((float(g) for g, _ in free), reverse=True)
    assert len(free) > 3


def test_a_page_is_small() -> None:
    """Under 300 kB for 1,000 words in which nearly every sentence has something to find."""
    text = article(1000, seed=3) + DENSE

    assert len(text.split()) >= 1000
    assert len(render([audit.audit_text(text)]).encode()) < 300_000


def test_a_dense_page_is_small_too() -> None:
    """A finding every seven words or so, more than any newspaper has."""
    text = DENSE * 20
    report = audit.audit_text(text)

    assert len(report.findings) > len(text.split()) / 10
    assert len(render([report]).encode()) < 300 * len(text.split())


def seconds(act: Callable[[], object]) -> float:
    """How long the processor takes for it at best."""
    times = []
    for _ in range(7):
        begin = process_time()
        act()
        times.append(process_time() - begin)
    return min(times)


def test_a_page_takes_a_fraction_of_the_audit() -> None:
    """A tenth on a quiet machine (see tests/benchmarks/time_stages.py); here with some room."""
    text = (folder("seeds") / "articles" / "atacms.txt").read_text("utf-8")
    report = audit.audit_text(text)
    render([report])

    assert seconds(lambda: render([report])) < 0.15 * seconds(lambda: audit.audit_text(text))


DENSE = """\
Some reports claim the plant will close soon. Officials believe it was a disaster, a source said.
If so, thousands of jobs would be lost. It is thought that the minister slammed the shocking plan
to please his party. Critics admitted that many had reportedly left. The plan has failed
because nobody wanted it, and experts warned that prices could rise dramatically in the coming days.
Questions remain. Polls suggest a loss. Some fear it. Others blame him. Rumours swirl.

"""
TALK = """\
The council met on Tuesday to vote on the budget for the coming year. “We cannot pay for both
bridges,” said Ana Ruiz, the mayor, who told the Tribune that repairs would begin in May. She
added that the older bridge had been inspected twice.

Critics say the plan is too costly. The harbour office published its figures in a report last
week, and three shops on the square have closed since the road works began. A spokesperson for
the builder declined to comment on the matter.

"""
