"""Allowances in the text: how far they reach, what cannot be read, and that they cost nothing."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import audit
from audit import cli, suppress
from audit.document import Document, Span
from audit.finding import Finding, Severity
from audit.parse import parse
from audit.report import Report
from audit.suppress import Allowance
from audit.wording import Reach
from tests.docx_files import docx_file, paragraph, run

KNOWN = {"doubt-verb", "unnamed-source", "vague-reports", "vague-time"}
# Formats that can show a comment to nobody, each with how it writes a note and a paragraph.
KINDS = ("a.txt", "a.md", "a.html")


def finding(document: Document, words: str, nth: int = 0, rule: str = "unnamed-source") -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Finding(rule, Severity.ERROR, Span(start, start + len(words)), "“x”", "Who?")


def allowed(text: str, word: str = "Officials") -> list[int]:
    """Which of the places where ``word`` stands are allowed, counted from 0."""
    document = parse(text)
    findings = [finding(document, word, n) for n in range(document.prose.count(word))]
    _, taken, _ = suppress.apply(document, findings, asked(document))
    return [findings.index(found) for found, _ in taken]


def asked(document: Document) -> tuple[Allowance, ...]:
    read = suppress.read(document, KNOWN)
    assert read.mistakes == ()
    return read.allowances


def mistakes(text: str) -> list[str]:
    read = suppress.read(parse(text), KNOWN)
    assert read.allowances == ()
    return [mistake.reason for mistake in read.mistakes]


NOTE = "<!-- audit: allow unnamed-source because x -->"
HERE = "<!-- audit: allow unnamed-source here because x -->"
FILE = "<!-- audit: allow unnamed-source in this file because x -->"
LINE = "[audit: allow unnamed-source because x]"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # A paragraph: in it, or above it.
        (f"Officials said no. {NOTE} Officials said so.\n\nOfficials.", [0, 1]),
        (f"Officials said no.\n\n{NOTE}\nOfficials said so.", [1]),
        (f"Officials said no.\n\n{NOTE}\n\nOfficials said so.", [1]),
        (f"Officials said no. {NOTE}\n\nOfficials said so.", [0]),
        (f"Officials said no.\n{NOTE}\n\nOfficials said so.", [0]),
        (f"Officials said no.\n\n{NOTE}\n{FILE}\n{NOTE}\nOfficials said so.", [0, 1]),
        (f"Officials said no.\n\n{NOTE}\n", []),
        (f"{LINE}\nOfficials said no.\n\nOfficials.", [0]),
        (f"Officials said {LINE} no.", [0]),
        (f"Officials said no. {LINE} {LINE}\nOfficials said so.", [0]),
        (f"{LINE} {LINE}\nOfficials said no.\nOfficials said so.", [0]),
        # A sentence: in it, in front of it, or at the end of a paragraph behind it.
        (f"Officials said {HERE} no. Officials said so.", [0]),
        (f"{HERE}\nOfficials said no. Officials said so.", [0]),
        (f"Officials said no. {HERE} Officials said so. Officials.", [1]),
        (f"Officials said no. Officials said so. {HERE}\n\nOfficials.", [1]),
        # The file.
        (f"Officials said no.\n\nOfficials said so.\n\n{FILE}", [0, 1]),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_how_far_an_allowance_reaches(text: str, numbers: list[int], ends: str) -> None:
    assert allowed(text.replace("\n", ends)) == numbers


@pytest.mark.parametrize(
    ("words", "reach"),
    [
        ("allow vague-time because x", Reach.PARAGRAPH),
        ("allow vague-time in this paragraph because x", Reach.PARAGRAPH),
        ("allow vague-time here because x", Reach.SENTENCE),
        ("allow vague-time for this sentence because x", Reach.SENTENCE),
        ("Allow Vague-Time in this file because x", Reach.FILE),
        ("allow  vague-time\n in this article because: x", Reach.FILE),
    ],
)
def test_ways_to_say_it(words: str, reach: Reach) -> None:
    [allowance] = asked(parse(f"<!-- audit: {words} -->\nOfficials said no."))

    assert (allowance.rule, allowance.reason, allowance.reach) == ("vague-time", "x", reach)


def test_one_note_allows_several_rules() -> None:
    text = "<!-- audit: allow vague-time, doubt-verb and vague-reports because x -->\nYes."

    rules = [allowance.rule for allowance in asked(parse(text))]
    assert rules == ["vague-time", "doubt-verb", "vague-reports"]


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("<!-- audit: allow vague-time -->", "gives no reason"),
        ("<!-- audit: allow vague-time because -->", "gives no reason"),
        ("<!-- audit: allow vague-time because … -->", "gives no reason"),
        ("<!-- audit: allow vage-time because x -->", "did you mean vague-time?"),
        ("<!-- audit: allow vague-time, doubtverb because x -->", "did you mean doubt-verb?"),
        ("<!-- audit: allow because x -->", "names no rule"),
        ("<!-- audit: alow vague-time because x -->", "did you mean allow?"),
        ("<!-- audit: ignore vague-time because x -->", "write: audit: allow RULE because REASON"),
        ("<!-- audit allow vague-time because x -->", "is no allowance as it stands"),
        ("<!-- audti: allow vague-time because x -->", "is no allowance as it stands"),
        ("<!-- allow vague-time because x -->", "is no allowance as it stands"),
        ("<!-- audit: allow vague-time in this line because x -->", "say here, in this paragraph"),
        ("<!-- audit: allow vague-time because x", "is not closed"),
        ("[audit: allow vague-time because x", "is not closed"),
        ("[audit allow vague-time because x]", "is no allowance as it stands"),
        ("<!-- audit: -->", "is nothing that a note can ask for"),
    ],
)
def test_what_cannot_be_read_is_said(note: str, message: str) -> None:
    [reason] = mistakes(f"{note}\n\nOfficials said no.\n\nMore.")

    assert message in reason
    assert "\n" not in reason


@pytest.mark.parametrize(
    "text",
    [
        "<!-- audit trail of version 3 -->\nYes.",
        "The [audit committee] said no.",
        "<!-- TODO: allow comments here -->\nYes.",
        "An audit: allow for delays because of rain.",
    ],
)
def test_what_is_no_note(text: str) -> None:
    assert parse(text).notes == ()


# From file to report


def written(folder: Path, name: str, note: str, text: str) -> Report:
    body = "".join(f"<p>{p}</p>\n" for p in text.split("\n\n")) if name == "a.html" else text
    (folder / name).write_text(f"{note}\n\n{body}\n" if note else body, "utf-8")
    return audit.audit_file(folder / name)


TEXT = "Some reports claim that the plant will close.\n\nSome reports claim that it is sold."


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("reach", "left"), [("", 1), ("here ", 1), ("in this file ", 0)])
def test_allowances_in_every_kind_of_file(tmp_path: Path, name: str, reach: str, left: int) -> None:
    note = f"<!-- audit: allow vague-reports {reach}because “critics said it’s so” last week -->"
    plain = written(tmp_path, name, "", TEXT)
    report = written(tmp_path, name, note, TEXT)

    rules = [found.rule for found in report.findings]
    assert rules.count("vague-reports") == left
    assert len(report.suppressed) == 2 - left
    assert report.skipped == ()
    # The note's own words are neither counted nor found fault with.
    assert len(rules) + len(report.suppressed) == len(plain.findings)
    assert report.to_dict()["document"]["words"] == plain.to_dict()["document"]["words"]
    assert report.scores == plain.scores
    prints = {found.fingerprint for found in report.findings}
    assert prints <= {found.fingerprint for found in plain.findings}


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_note_that_swallows_the_article_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n<!-- audit: allow vague-time because x\n\n<p>Some reports claim it.</p>\n")
    result = CliRunner().invoke(cli.commands, ["check", str(path)])

    assert result.exit_code == 3
    assert "a note at line 2 that is not closed with -->" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", KINDS)
def test_idle_and_unreadable_notes_are_listed_with_their_line(tmp_path: Path, name: str) -> None:
    notes = "<!-- audit: allow vague-time because old -->\n\n<!-- audit: alow x because y -->"
    report = written(tmp_path, name, notes, TEXT)

    assert [(some.what, some.line) for some in report.skipped] == [
        ("allowance at line 1", 1),
        ("note at line 3", 3),
    ]
    assert "nothing in this paragraph needs “allow vague-time because old”" in (
        report.skipped[0].reason
    )
    assert "did you mean allow?" in report.skipped[1].reason


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<head>{}</head><article><p>Some reports claim it is sold.</p></article>"),
        ("a.html", "<nav>{}</nav><article><p>Some reports claim it is sold.</p></article>"),
        ("a.md", "| a | {} |\n|---|---|\n\nSome reports claim it is sold."),
    ],
)
def test_a_note_beside_the_article_speaks_for_the_file_or_is_idle(
    tmp_path: Path, name: str, text: str
) -> None:
    rest = "vague-reports {}because x"
    whole = text.format(f"<!-- audit: allow {rest.format('in this file ')} -->")
    beside = text.format(f"<!-- audit: allow {rest.format('')} -->")

    assert [s.rule for s in written(tmp_path, name, "", whole).suppressed] == ["vague-reports"]
    report = written(tmp_path, name, "", beside)
    assert report.suppressed == ()
    assert "nothing where it stands needs" in report.skipped[0].reason


def test_a_note_does_not_move_what_follows_it() -> None:
    text = f"Officials {NOTE} said “no”.\n{NOTE}\n\nSome reports claim that it’s so.\n"
    report = audit.audit_text(text)

    for found in report.findings:
        assert report.document.excerpt(found.span) == text[found.span.start : found.span.end]
        assert "audit" not in found.message
    assert [found.line for found in report.findings if found.rule == "vague-reports"] == [4]


def test_a_note_does_not_tear_a_text_wrapped_by_hand() -> None:
    lines = [
        "The council of the small town by the river has decided to close the plant in",
        "the spring, and the mayor told the people who came to the meeting that it is",
        "too late to change that now, whatever the owners and the union may say of it.",
    ]
    plain = parse("\n".join(lines) + "\n\nThe end came soon after that day.")
    noted = "\n".join([lines[0], NOTE, f"{lines[1]} {LINE}", lines[2]])

    document = parse(f"{noted}\n\nThe end came soon after that day.")
    assert len(document.paragraphs) == len(plain.paragraphs) == 2
    assert [t.text for t in document.tokens] == [t.text for t in plain.tokens]


def test_many_notes_cost_little() -> None:
    started = time.monotonic()
    document = parse(f"{NOTE}\n" * 8000)
    assert len(suppress.read(document, KNOWN).allowances) == 8000
    parse("<!-- audit: " * 30_000)
    parse("[audit: " * 40_000)
    assert time.monotonic() - started < 20


# Word


def commented(*comments: tuple[str, str], author: str = "Ana Ruiz") -> bytes:
    """A document of two paragraphs; each comment is fastened to the paragraph of its id."""
    ids = {id_ for id_, _ in comments}

    def words(id_: str, text: str) -> str:
        if id_ not in ids:
            return run(text)
        return (
            f'<w:commentRangeStart w:id="{id_}"/>{run(text)}<w:commentRangeEnd w:id="{id_}"/>'
            f'<w:r><w:commentReference w:id="{id_}"/></w:r>'
        )

    body = paragraph(run("Ana Ruiz opened it. "), words("0", "Some reports claim it is sold."))
    body += paragraph(
        run("Some reports claim it is shut. "), words("1", "Some reports claim it burned.")
    )
    return docx_file(body, comments=comments, author=author)


@pytest.mark.parametrize(
    ("id_", "reach", "taken"),
    [
        ("0", "", ["Some reports"]),
        ("1", "", ["Some reports", "Some reports"]),
        ("1", "here ", ["Some reports"]),
        ("0", "in this file ", ["Some reports"] * 3),
        ("7", "", []),
    ],
)
def test_a_margin_comment_in_word_allows(
    tmp_path: Path, id_: str, reach: str, taken: list[str]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(commented((id_, f"audit: allow vague-reports {reach}because x")))
    report = audit.audit_file(path)

    found = [s for s in report.suppressed if s.rule == "vague-reports"]
    assert [report.document.excerpt(s.span) for s in found] == taken
    assert bool(report.skipped) == (not taken)


def test_a_margin_comment_that_cannot_be_read_and_those_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(commented(("1", "audit: allow vage-reports because x"), ("0", "Who says so?")))
    [said] = audit.audit_file(path).skipped
    assert (said.what, said.line) == ("note at line 2", 2)
    assert "did you mean vague-reports?" in said.reason

    path.write_bytes(commented(("1", "audit: alow x"), author="audit"))
    assert audit.audit_file(path).skipped == ()
