"""The commands: what they print, where they write, how they exit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from audit import cli
from audit.outputs import FORMATS
from audit.rules import load_rules

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "seeds" / "articles" / "atacms.txt"
FAULTY = "Some reports claim that the plant will close."
PLAIN = "Ana Ruiz opened the library.\n"
GERMAN = (
    "Die Regierung hat am Montag mitgeteilt, dass die Gespräche gescheitert sind und nicht "
    "fortgesetzt werden können."
)


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(cli.commands, [str(a) for a in arguments], input=given)
    # A crash exits with 1 as well, so the code alone would prove nothing.
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def article(folder: Path, name: str = "a.txt", text: str | bytes = FAULTY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds, or leaves, a file in the checkout."""
    monkeypatch.chdir(tmp_path)


# The gate


def test_the_gate_holds_and_does_not(tmp_path: Path) -> None:
    path = article(tmp_path)

    assert run("check", path, "--fail-on", "never").exit_code == 0
    assert run("check", path).exit_code == 1
    assert "[vague-reports]" in run("check", path).output
    assert run("check", article(tmp_path, text=PLAIN)).exit_code == 0


def test_a_low_score_fails(tmp_path: Path) -> None:
    path = article(tmp_path, text=SAMPLE.read_bytes())

    assert run("check", path, "--fail-on", "never", "--min-score", "0").exit_code == 0
    assert run("check", path, "--fail-on", "never", "--min-score", "100").exit_code == 1


def test_the_configuration_is_found_and_the_command_line_stands_above_it(tmp_path: Path) -> None:
    path = article(tmp_path)
    article(tmp_path, "audit.toml", 'fail-on = "never"\n')

    assert run("check", path).exit_code == 0
    assert run("check", path, "--fail-on", "error").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "Missing argument"),
        (["check", "a.txt", "--fail-on", "often"], "'often' is not one of"),
        (["check", "a.txt", "--min-score", "101"], "101.0 is not in the range"),
        (["check", "a.txt", "--format", "xml"], "'xml' is not one of"),
        (["explain", "vage-reports"], "did you mean vague-reports?"),
        (["chek"], "No such command 'chek'"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_bad_configuration_is_wrong_usage(tmp_path: Path) -> None:
    path = article(tmp_path)
    article(tmp_path, "audit.toml", "fail_on = 3\n")
    result = run("check", path)

    assert result.exit_code == 2
    assert "audit.toml:1: fail_on: not a known key; did you mean fail-on?" in result.stderr


# What cannot be audited


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.txt", None, "there is no such file; check the name"),
        (
            "bin.txt",
            b"PK\x03\x04\0\0\0",
            "this is a binary file; give the article as plain text in UTF-8",
        ),
        (
            "latin.txt",
            "Line one.\nThe caf\xe9 said no.".encode("latin-1"),
            "this is not UTF-8 text (see line 2); save it as UTF-8 and try again",
        ),
        (
            "wide.txt",
            b"\xff\xfe\0\0O\0\0\0",
            "this is UTF-32 text; save it as UTF-8 and try again",
        ),
        ("empty.txt", b"", "there is no sentence in it; check that this is the right file"),
        (
            "blank.txt",
            b" \r\n\t\n",
            "there is no sentence in it; check that this is the right file",
        ),
        ("de.txt", GERMAN.encode(), "this does not read as English, the only language audit knows"),
    ],
)
def test_each_has_one_line_and_the_rest_is_audited(
    tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    good = article(tmp_path, "good.txt")
    if data is not None:
        article(tmp_path, name, data)
    result = run("check", name, good)

    assert result.exit_code == 3
    assert result.stderr == f"audit: {name}: {message}\n"
    assert "[vague-reports]" in result.stdout


def test_a_folder_without_articles(tmp_path: Path) -> None:
    article(tmp_path, "notes/a.pdf", b"%PDF")
    result = run("check", "notes")

    assert result.exit_code == 3
    assert result.stderr.startswith("audit: notes: there is no article in this folder; ")
    assert result.stderr.count("\n") == 1


def test_a_name_that_breaks_lines_cannot_break_the_message() -> None:
    result = run("check", "a\nb.txt")

    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_every_format_survives_what_cannot_be_read(tmp_path: Path, format_: str) -> None:
    result = run("check", "gone.txt", article(tmp_path), "--format", format_)

    assert result.exit_code == 3
    assert result.stdout


def test_a_fault_of_the_program_has_its_own_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("two\nlines")

    monkeypatch.delenv("AUDIT_STRICT")
    monkeypatch.setattr("audit.annotate.annotate", fail)
    result = run("check", article(tmp_path))

    assert result.exit_code == 70
    assert (
        result.stderr
        == "audit: a.txt: a fault of the program: ValueError in fail: two lines\n".replace(
            "a.txt", str(tmp_path / "a.txt")
        )
    )


def test_a_rule_that_fails_does_not_lose_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AUDIT_STRICT")
    monkeypatch.setattr("audit.run.load_rules", lambda: (_broken(), *load_rules()))
    result = run("check", article(tmp_path))

    assert result.exit_code == 70
    assert "rule a-broken-rule: a fault of the program: KeyError" in result.stderr
    assert "[vague-reports]" in result.stdout


def _broken() -> object:
    from dataclasses import replace

    def find(_: object) -> None:
        raise KeyError("no")

    return replace(load_rules()[0], id="a-broken-rule", find=find)  # type: ignore[arg-type]


# Input


def test_standard_input_and_windows_line_ends() -> None:
    result = run("check", "-", given=b"One.\r\n Some reports claim that it will close.")

    assert "-:2:2: error: " in result.output


def test_a_byte_order_mark_counts_and_is_in_no_finding() -> None:
    result = run("check", "-", "--format", "json", given=b"\xef\xbb\xbf" + FAULTY.encode())
    report = json.loads(result.stdout)

    assert report["document"]["characters"] == len(FAULTY) + 1
    assert report["sentences"][0]["start"] == 1
    assert all(finding["start"] >= 1 for finding in report["findings"])


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in (
        "d/b.txt",
        "d/a/z.TXT",
        "d/.git/c.txt",
        "d/.x.txt",
        "d/e.pdf",
        "d/c.txt",
        "d/f.md",
        "d/g.html",
    ):
        article(tmp_path, name)
    result = run("check", "d", "--format", "jsonl")
    names = [json.loads(line)["document"]["name"] for line in result.stdout.splitlines()]

    assert names == [
        os.path.join("d", *parts)
        for parts in (("a", "z.TXT"), ("b.txt",), ("c.txt",), ("f.md",), ("g.html",))
    ]


def test_several_files_make_an_array(tmp_path: Path) -> None:
    paths = [article(tmp_path, name) for name in ("a.txt", "b.txt")]

    assert len(json.loads(run("check", *paths, "--format", "json").stdout)) == 2


def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(PLAIN.encode())
    result = run("check", os.fsdecode(path), "--format", "json")

    assert json.loads(result.stdout)["document"]["name"].endswith("caf\ufffd.txt")


def test_a_terminal_sees_how_far_the_work_is(tmp_path: Path) -> None:
    for i in range(cli.MANY):
        article(tmp_path, f"d/{i}.txt", PLAIN)
    terminal, other_end = os.openpty()
    command = [sys.executable, "-m", "audit", "check", "d"]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=other_end, check=False)
    os.close(other_end)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)

    assert result.returncode == 0
    assert "Auditing" in shown
    assert "100%" in shown
    assert b"Auditing" not in result.stdout


# Output


def test_report_writes_a_page_and_a_report_for_programs(tmp_path: Path) -> None:
    paths = [article(tmp_path, name) for name in ("x/a.txt", "y/A.txt")]
    result = run("report", *paths)

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        os.path.join("reports", name)
        for name in ("a.html", "a.json", "A-2.html", "A-2.json", "index.html")
    ]
    names = ["A-2.html", "A-2.json", "a.html", "a.json", "index.html"]
    assert sorted(os.listdir("reports")) == names
    assert "Some reports" in Path("reports/a.html").read_text("utf-8")
    assert json.loads(Path("reports/A-2.json").read_text("utf-8"))["document"]["name"].endswith(
        "A.txt"
    )


def test_report_writes_nothing_for_what_it_could_not_audit(tmp_path: Path) -> None:
    result = run("report", "gone.txt", "-o", "out")

    assert result.exit_code == 3
    assert not Path("out").exists()


def test_an_output_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = article(tmp_path)
    target = article(tmp_path, "out.json", "as it was")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    result = run("check", path, "--format", "json", "-o", target)

    assert result.exit_code == 2
    assert "cannot be written (No space left on device)" in result.stderr
    assert target.read_text() == "as it was"
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "out.json"]


def test_output_to_a_file_is_the_output(tmp_path: Path) -> None:
    path = article(tmp_path)
    shown = run("check", path).stdout

    assert run("check", path, "-o", "deep/out.txt").stdout == ""
    assert Path("deep/out.txt").read_text("utf-8") == shown


# The manual


def test_every_rule_is_listed_and_explained() -> None:
    listed = run("rules").stdout
    manual = run("rules", "--format", "markdown").stdout
    table = {row["rule"]: row for row in json.loads(run("rules", "--format", "json").stdout)}

    for rule in load_rules():
        assert f" {rule.id} " in listed.replace("\n", " \n")
        assert f"### {rule.id}\n" in manual
        assert table[rule.id]["severity"] == rule.severity.value
        assert rule.doc.strip() in run("explain", rule.id).output


def test_the_formats_offered_are_the_formats_there_are() -> None:
    assert sorted(FORMATS) == list(cli.FORMATS)


@pytest.mark.parametrize("name", [None, *cli.commands.commands])
def test_help_says_what_everything_does(name: str | None) -> None:
    arguments = ["--help"] if name is None else [name, "--help"]
    command = cli.commands if name is None else cli.commands.commands[name]
    result = run(*arguments)

    assert result.exit_code == 0
    assert command.help
    for option in command.params:
        assert isinstance(option, click.Argument) or getattr(option, "help", None), option.name


def test_python_m_audit_is_audit() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "audit", "--version"], capture_output=True, text=True, check=True
    )

    assert result.stdout.startswith("audit, version ")
