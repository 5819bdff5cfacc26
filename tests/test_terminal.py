"""Findings on a terminal and in a spreadsheet."""

import csv
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import audit
from audit.document import Span
from audit.outputs import FORMATS
from audit.outputs.csv import COLUMNS, cell
from audit.outputs.excerpt import WIDTH, excerpt, width
from audit.outputs.text import coloured
from tests import nasty


def marked(text: str, words: str) -> tuple[str, str]:
    """The line shown for some words, and what stands above the carets."""
    document = nasty.document("x", text, [(0, len(text))])
    start = text.index(words)
    line, mark = excerpt(document, Span(start, start + len(words)))
    return line, line[mark.index("^") :][: mark.count("^")]


def test_carets_stand_under_the_words() -> None:
    assert marked("One.\nSome reports claim it.\nNo.", "reports") == (
        "Some reports claim it.",
        "reports",
    )


def test_a_long_line_is_cut_at_both_ends() -> None:
    line, words = marked("before " * 40 + "Some reports" + " after" * 40, "Some reports")

    assert words == "Some reports"
    assert line.startswith("…")
    assert line.endswith("…")
    assert len(line) <= WIDTH + 2


def test_of_words_over_several_lines_the_first_line_is_shown() -> None:
    assert marked("Then people\nfamiliar with it said no.", "people\nfamiliar") == (
        "Then people",
        "people",
    )


def test_a_carriage_return_does_not_move_the_carets() -> None:
    assert marked("One.\r\nSome reports.\r\nNo.", "reports.") == ("Some reports.", "reports.")


def test_wide_letters_take_two_columns_and_accents_none() -> None:
    text = "日本 e\u0301 reports"
    document = nasty.document("x", text, [(0, len(text))])
    start = text.index("reports")
    line, mark = excerpt(document, Span(start, len(text)))

    assert mark.index("^") == width(line[: line.index("reports")]) == 7


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\u202e", "\x00", "\u2028", "\t"])
def test_no_control_character_reaches_the_terminal(char: str) -> None:
    report = audit.audit_text(f"Some reports{char} claim the plant will close soon.", f"a{char}b")
    shown = FORMATS["text"]([report])

    assert all(line.isprintable() for line in shown.splitlines())
    assert shown.count("\n") == len(shown.splitlines())


def test_colours_change_nothing_but_colours() -> None:
    reports = nasty.reports()
    painted = coloured(reports)

    assert "\x1b[1;31merror:" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == FORMATS["text"](reports)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variable", "seen"), [("", True), ("NO_COLOR", False)])
def test_only_a_terminal_gets_colours(tmp_path: Path, variable: str, seen: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some reports claim the plant will close.\n")
    command = [sys.executable, "-m", "audit", "check", str(path)]
    environment = {**os.environ, "TERM": "xterm", **({variable: "1"} if variable else {})}
    piped = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert b"\x1b[" not in piped.stdout

    ours, theirs = os.openpty()
    subprocess.run(command, stdout=theirs, env=environment, check=False)
    os.close(theirs)
    shown = os.read(ours, 65536)
    os.close(ours)
    assert (b"\x1b[" in shown) == seen


# Spreadsheets


def test_rows_are_read_back_as_they_were_written() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](nasty.reports()))))

    assert tuple(rows[0]) == COLUMNS
    assert [row["rule"] for row in rows] == [
        "not-audited",
        "not-audited",
        "opinion-as-fact",
        "scare-quotes",
        "unnamed-source",
        "vague-time",
        "not-audited",
    ]
    assert rows[2]["file"] == 'a,b "c" <d>.txt'
    assert [row["severity"] for row in rows[4:6]] == ["warning", "allowed"]
    assert rows[4]["text"] == "people familiar with the matter"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text)[0] == "'"


def test_no_finding_is_a_formula() -> None:
    report = nasty.nasty()
    document = replace(report.document, name="=cmd|x.txt")
    report = replace(report, article=replace(report.article, document=document))

    for row in csv.reader(io.StringIO(FORMATS["csv"]([report]))):
        assert not row[0].startswith("=")


# A comment on a pull request


def test_markdown_names_the_calls_and_folds_the_rest() -> None:
    shown = FORMATS["markdown"]([nasty.nasty()])
    before, _, folded = shown.partition("<details>")

    assert "judges in the writer’s voice" in before
    assert "scare-quotes" not in before.replace("rule scare-quotes", "")
    assert "scare-quotes" in folded
    assert shown.count("<details>") == shown.count("</details>") == 1
    assert "<b>" not in shown


def test_several_articles_are_a_table_first() -> None:
    low, high = (
        replace(nasty.nasty(), scores=replace(nasty.nasty().scores, article=score))
        for score in (0.0, 80.0)
    )
    rows = [line for line in FORMATS["markdown"]([high, low]).splitlines() if line[:1] == "|"]

    assert [row.split("|")[2].strip() for row in rows[:4]] == ["score", "---:", "0", "80"]
    assert "score" not in FORMATS["markdown"]([low]).partition("##")[0]


@pytest.mark.parametrize("times", [40, 2000])
def test_a_comment_is_never_too_long(times: int) -> None:
    """GitHub refuses a longer one; what is left out is the detail, never an article's row."""
    shown = FORMATS["markdown"]([nasty.nasty()] * times)

    assert len(shown) < 65_536
    assert shown.count("| 27 | weak |") == min(times, 300)
    assert shown.count("<details>") == shown.count("</details>")
    assert ("and 1700 more articles." in shown) == (times == 2000)


def test_a_comment_says_what_it_measures() -> None:
    shown = FORMATS["markdown"]([nasty.nasty()])

    assert "0 of 1 claims have no source" in shown
    for words in ("not whether it is true", "nobody left or right", "not a validated instrument"):
        assert words in shown
