"""Two versions of an article side by side, and the table of many."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import audit
from audit.cli import commands
from audit.outputs import difference
from audit.outputs.comparison import compare
from audit.outputs.html import render_difference, render_index
from audit.outputs.index import entries
from audit.run import unaudited
from tests import nasty

OLD = """\
Mayor Ana Ruiz said on Monday that the bridge would close.

Some reports claim that the works have been delayed by strikes in the harbour.

Critics say that the plan is badly run.
"""


def compared(old: str, new: str) -> dict[str, list[str]]:
    found = compare(audit.audit_text(old), audit.audit_text(new))
    return {
        "mended": [finding.rule for finding in found.mended],
        "new": [finding.rule for finding in found.fresh],
        "still": [finding.rule for finding in found.still],
    }


def test_nothing_changed() -> None:
    found = compared(OLD, OLD)

    assert found["mended"] == found["new"] == []
    assert "vague-reports" in found["still"]


def test_what_is_taken_out_is_mended_and_what_is_put_in_is_new() -> None:
    found = compared(OLD, OLD.replace("Critics say that the", "Reportedly, the"))

    assert "evidential-adverb" in found["new"]
    assert "vague-source" in found["mended"]
    assert "vague-reports" in found["still"]


def test_a_fault_in_an_edited_sentence_is_still_the_same_fault() -> None:
    found = compared(OLD, OLD.replace("strikes in the harbour", "strikes in the old harbour"))

    assert "vague-reports" not in found["mended"] + found["new"]
    assert "vague-reports" in found["still"]


def test_a_sentence_that_moved_is_the_same_sentence() -> None:
    first, second, third = OLD.strip().split("\n\n")
    found = compared(OLD, f"{first}\n\n{third}\n\n{second}\n")

    assert "vague-reports" not in found["mended"] + found["new"]


def test_every_finding_is_in_one_list() -> None:
    old, new = nasty.nasty(), replace(nasty.nasty(), findings=nasty.nasty().findings[1:])
    found = compare(old, new)

    assert found.mended == old.findings[:1]
    assert found.fresh == ()
    assert found.still == new.findings


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (20.0, 31.5, "the score rose from 20.0 to 31.5 of 100"),
        (31.5, 20.0, "the score fell from 31.5 to 20.0 of 100"),
        (20.0, 20.0, "the score stays at 20 of 100"),
        (None, 20.0, "no score to compare, too few claims"),
    ],
)
def test_the_last_line_says_how_the_score_moved(old: float | None, new: float, words: str) -> None:
    first, second = (
        replace(nasty.nasty(), scores=replace(nasty.nasty().scores, article=score))
        for score in (old, new)
    )

    assert difference.render(compare(first, second)).splitlines()[-1].endswith(words)


def test_markup_in_an_article_stays_text() -> None:
    empty = unaudited("<b>gone</b>", "no <i>file</i>", nasty.nasty().config)
    for page in (
        render_difference(compare(empty, nasty.nasty())),
        render_index([nasty.nasty(), empty], ["<b>"]),
    ):
        assert "<b>good" not in page
        assert "<b>gone" not in page
        assert "<i>" not in page
        assert "script-src" in page
        assert "not a validated instrument" in page


def test_the_table_begins_with_the_lowest_score() -> None:
    low, high = (
        replace(nasty.nasty(), scores=replace(nasty.nasty().scores, article=score))
        for score in (12.0, 80.0)
    )
    rows = entries([nasty.reports()[1], high, low], ["calm", "high é", "low"])

    assert [row.score for row in rows] == ["12", "80", "–"]
    assert rows[1].address == "high%20%C3%A9.html"
    assert (rows[0].errors, rows[0].sources, rows[0].identified) == (1, 2, 0)
    assert (rows[0].claims, rows[0].unsourced) == (1, 0)


def test_a_folder_gets_a_page_each_and_a_table(tmp_path: Path) -> None:
    for name in ("a", "b", "index"):
        (tmp_path / f"{name}.txt").write_text(OLD)
    out = tmp_path / "out"
    result = CliRunner().invoke(commands, ["report", str(tmp_path), "-o", str(out)])

    assert result.exit_code == 0, result.output
    table = (out / "index.html").read_text("utf-8")
    assert 'class="articles"' in table
    for name in ("a", "b", "index-2"):
        assert f'href="{name}.html"' in table
        assert (out / f"{name}.html").is_file()
        json.loads((out / f"{name}.json").read_text("utf-8"))


def test_the_command_compares_two_files(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(OLD.replace("Some reports claim", "Reuters reported on Friday"))
    result = CliRunner().invoke(commands, ["diff", str(old), str(new)])

    assert result.exit_code == 0, result.output
    assert "[vague-reports]" in result.output
    assert "mended" in result.output.splitlines()[-1]

    page = tmp_path / "diff.html"
    result = CliRunner().invoke(
        commands, ["diff", str(old), str(new), "--format", "html", "-o", str(page)]
    )
    assert result.exit_code == 0, result.output
    assert "vague-reports" in page.read_text("utf-8")


def test_a_folder_is_no_version_of_an_article(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(OLD)
    result = CliRunner().invoke(commands, ["diff", str(tmp_path), str(tmp_path)])

    assert result.exit_code == 2


def test_what_could_not_be_read_is_said(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text(OLD)
    result = CliRunner().invoke(commands, ["diff", str(old), str(tmp_path / "gone.txt")])

    assert result.exit_code == 3
    assert "gone.txt" in result.output
