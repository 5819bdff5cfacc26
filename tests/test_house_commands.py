"""House rules from the command line: tried on their cases, listed, explained, counted."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.cli import commands
from tests.house import CRISIS, TOLD, configured, write


def run(place: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(place)
    return CliRunner().invoke(commands, arguments)


def test_cases_that_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(tmp_path)
    result = run(tmp_path, monkeypatch, "rules", "--test")

    assert (result.exit_code, result.output) == (0, "1 rules, 2 cases: 2 hold, 0 fail\n")
    assert run(tmp_path, monkeypatch, "rules", "--test", "words.toml").output == result.output


def test_a_case_that_fails_shows_both_sides_and_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = (
        'flag = [\n  "A [[crisis]] came.",\n  "A crisis of [[parking]].",\n]\n'
        'pass = ["Crises came."]\n'
    )
    path = write(tmp_path, CRISIS + cases)
    result = run(tmp_path, monkeypatch, "rules", "--test", path.name)

    assert result.exit_code == 1
    assert result.output == (
        "house.toml:9: crisis-word: this flag case fails\n"
        "  expected  A crisis of [[parking]].\n"
        "  found     A [[crisis]] of parking.\n"
        "house.toml:11: crisis-word: this pass case fails\n"
        "  expected  Crises came.\n"
        "  found     [[Crises]] came.\n"
        "1 rules, 3 cases: 1 hold, 2 fail\n"
    )


def test_a_rule_without_cases_of_both_kinds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, f'{CRISIS}flag = ["A [[crisis]] came."]\n')
    result = run(tmp_path, monkeypatch, "rules", "--test", path.name)

    assert result.exit_code == 2
    assert "house.toml:1: crisis-word: has no case under pass" in result.output


def test_where_there_is_nothing_to_test_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "", "audit.toml")
    result = run(tmp_path, monkeypatch, "rules", "--test")
    missing = run(tmp_path, monkeypatch, "rules", "--test", "no.toml")

    assert (result.exit_code, missing.exit_code) == (2, 2)
    assert "audit.toml: names no house rules; write house-rules" in result.output
    assert "no.toml: No such file or directory" in missing.output


def test_cases_know_the_sources_of_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        f"[palace-voice]{TOLD}attribution = {{source.kind = 'metonymy'}}\n"
        'flag = ["[[The palace]] said no."]\npass = ["The bakery said no."]\n',
        "palace.toml",
    )
    write(
        tmp_path,
        'house-rules = "palace.toml"\n[sources]\n"the palace" = {kind = "metonymy"}\n',
        "audit.toml",
    )

    assert run(tmp_path, monkeypatch, "rules", "--test").exit_code == 0


def test_listed_and_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(tmp_path)
    listed = run(tmp_path, monkeypatch, "rules").output
    only = run(tmp_path, monkeypatch, "rules", "words.toml", "--format", "json").output
    told = run(tmp_path, monkeypatch, "explain", "crisis-word").output

    assert "warning crisis-word                 A word of last resort.\n" in listed
    assert "vague-time" in listed
    assert [row["rule"] for row in json.loads(only)] == ["crisis-word"]
    assert told.startswith("crisis-word (warning, house)\n\nA word of last resort.\n\nWhy\n")
    assert "Flagged\n    A [[crisis]] of parking.\n\nNot flagged\n    “A crisis" in told


def test_the_gate_counts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(tmp_path)
    write(tmp_path, "The crisis grew. The crisis went.\n", "a.txt")

    assert run(tmp_path, monkeypatch, "check", "a.txt").exit_code == 0
    assert run(tmp_path, monkeypatch, "check", "a.txt", "--max", "crisis-word=1").exit_code == 1
    assert run(tmp_path, monkeypatch, "check", ".", "--max", "crisis-word=2").exit_code == 0
    unknown = run(tmp_path, monkeypatch, "check", "a.txt", "--max", "crisis-wrd=1")
    assert (unknown.exit_code, "did you mean crisis-word?" in unknown.output) == (2, True)


def test_a_baseline_knows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(tmp_path, "[rules]\ncrisis-word = 'error'\n")
    write(tmp_path, "The crisis grew.\n", "a.txt")

    assert run(tmp_path, monkeypatch, "check", "a.txt").exit_code == 1
    assert run(tmp_path, monkeypatch, "baseline", "a.txt").exit_code == 0
    known = run(tmp_path, monkeypatch, "check", "a.txt", "--baseline", "audit-baseline.json")
    assert known.exit_code == 0


def test_a_broken_file_of_rules_is_one_line_and_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(tmp_path)
    write(tmp_path, "[crisis-word]\nmesage = 'x'\n", "words.toml")
    write(tmp_path, "The crisis grew.\n", "a.txt")
    result = run(tmp_path, monkeypatch, "check", "a.txt")

    assert result.exit_code == 2
    assert result.output.endswith(
        "Error: words.toml:2: mesage: not a known key; did you mean message?\n"
    )
