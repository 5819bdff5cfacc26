"""Allowances written in the text: how far they reach, and what is said of idle ones."""

from audit import suppress
from audit.document import Document, Span
from audit.finding import Finding, Severity
from audit.parse import parse

TEXT = """\
<!-- audit: allow unnamed-source because the court sealed the name -->
Officials said no.

Officials said no again. <!-- audit: allow vague-time because it is a diary --> They did.

<!-- audit: allow unnamed-source because old -->
Ana Ruiz said yes.

Officials said no a third time.
"""


def finding(document: Document, words: str, nth: int = 0, rule: str = "unnamed-source") -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Finding(rule, Severity.ERROR, Span(start, start + len(words)), "“x”", "Who?")


def test_an_allowance_covers_its_paragraph_or_the_next_and_one_rule() -> None:
    document = parse(TEXT)
    findings = [finding(document, "Officials", nth) for nth in range(3)]
    other = finding(document, "They", rule="vague-time")

    kept, taken, idle = suppress.apply([*findings, other], suppress.read(document))

    assert kept == [findings[1], findings[2]]
    assert [(f, a.reason) for f, a in taken] == [
        (findings[0], "the court sealed the name"),
        (other, "it is a diary"),
    ]
    assert [a.reason for a in idle] == ["old"]


def test_a_reason_is_required() -> None:
    assert suppress.read(parse("<!-- audit: allow vague-time -->\nOfficials said no.")) == ()
    assert suppress.read(parse("<!-- audit: allow vague-time because -->\nYes.")) == ()


def test_several_notes_stand_above_one_paragraph() -> None:
    document = parse(
        "<!-- audit: allow a-rule because one -->\n<!-- audit: allow b-rule because two -->\n"
        "Officials said no.\n"
    )
    officials = document.text.index("Officials")

    assert all(officials in allowance.covers for allowance in suppress.read(document))


def test_findings_in_the_note_itself_do_not_count() -> None:
    document = parse(TEXT)
    inside = finding(document, "the court", rule="vague-reports")

    kept, taken, _ = suppress.apply([inside], suppress.read(document))

    assert (kept, taken) == ([], [])


def test_windows_line_ends_make_no_difference() -> None:
    document = parse(TEXT.replace("\n", "\r\n"))
    first = finding(document, "Officials")

    kept, taken, _ = suppress.apply([first], suppress.read(document))

    assert (kept, len(taken)) == ([], 1)


def test_many_notes_cost_little() -> None:
    document = parse("<!-- audit: allow a-rule because x -->\n" * 2000)

    assert len(suppress.read(document)) == 2000
