"""What a newsroom may write in audit.toml, and what it is told when it mistypes."""

from pathlib import Path

import pytest

import audit
from audit.config import BadConfig, Config, config_for, read_config
from audit.finding import Severity
from audit.gate import holds
from tests import nasty

RULE = "vague-reports"


def written(folder: Path, text: str) -> Path:
    path = folder / "audit.toml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_is_the_usual_configuration(tmp_path: Path) -> None:
    assert config_for(str(tmp_path / "a.txt")) == Config()


def test_the_nearest_file_above_the_article_holds(tmp_path: Path) -> None:
    written(tmp_path, "min-score = 10\n")
    inner = tmp_path / "desk" / "monday"
    inner.mkdir(parents=True)

    assert config_for(str(inner / "a.txt")).min_score == 10

    written(tmp_path / "desk", "min-score = 20\n")
    inner = tmp_path / "desk" / "tuesday"
    inner.mkdir()

    assert config_for(str(inner / "a.txt")).min_score == 20


def test_everything_that_can_be_written(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f'fail-on = "warning"\nmin-score = 40.5\n[rules]\n{RULE} = "note"\nmodal-hedge = "off"\n',
    )

    assert read_config(path) == Config(
        {RULE: Severity.NOTE}, frozenset({"modal-hedge"}), "warning", 40.5
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '# ours\nfail-onn = "error"\n',
            "audit.toml:2: fail-onn: not a known key; did you mean fail-on?",
        ),
        ('fail-on = "eror"\n', "audit.toml:1: fail-on: not one of error, warning, note, never"),
        ("\nmin-score = 101\n", "audit.toml:2: min-score: not a number from 0 to 100"),
        ('min-score = "40"\n', "audit.toml:1: min-score: not a number from 0 to 100"),
        ("min-score = true\n", "audit.toml:1: min-score: not a number from 0 to 100"),
        ("rules = 3\n", "audit.toml:1: rules: not a table"),
        (
            '[rules]\n\nvage-reports = "off"\n',
            "audit.toml:3: vage-reports: not a known key; did you mean vague-reports?",
        ),
        (
            "[rules]\nvague-reports = 1\n",
            "audit.toml:2: vague-reports: not one of error, warning, note, off",
        ),
        ("fail-on = \n", "audit.toml: Invalid value (at line 1, column 11)"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(BadConfig) as caught:
        read_config(path)

    assert str(caught.value) == str(path).removesuffix("audit.toml") + message


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "audit.toml"
    path.write_bytes(b"\xff")

    with pytest.raises(BadConfig, match=r"audit\.toml: "):
        read_config(path)


def test_severities_and_silence_reach_the_findings_and_not_the_score() -> None:
    text = "Some reports claim that the plant will close. Some reports claim it is safe."
    usual = audit.audit_text(text)
    softer = audit.audit_text(text, config=Config({RULE: Severity.NOTE}))
    silent = audit.audit_text(text, config=Config(off=frozenset({RULE})))

    severities = {f.severity for f in softer.findings if f.rule == RULE}
    assert severities <= {Severity.NOTE}
    assert RULE not in {f.rule for f in silent.findings}
    assert usual.scores == softer.scores == silent.scores


@pytest.mark.parametrize(
    ("fail_on", "min_score", "expected"),
    [
        (None, None, False),
        ("error", None, False),
        ("never", None, True),
        ("never", 27, True),
        ("never", 28, False),
        ("never", 0, True),
    ],
)
def test_the_gate(fail_on: str | None, min_score: float | None, expected: bool) -> None:
    assert holds(nasty.nasty(), fail_on, min_score) == expected


def test_an_article_without_a_score_does_not_fail_by_it() -> None:
    assert holds(nasty.reports()[1], "note", 100)
