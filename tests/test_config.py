"""What a newsroom may write in audit.toml, and what it is told when it mistypes."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import audit
from audit.cli import commands
from audit.config import BadConfig, Config, config_for, read_config, styles
from audit.finding import Severity
from audit.gate import holds
from audit.resources import folder
from tests import nasty
from tests.house import CRISIS, write

RULE = "vague-reports"


def written(place: Path, text: str) -> Path:
    path = place / "audit.toml"
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
        ('fail-on = "eror"\n', "audit.toml:1: fail-on: not one of error, warning, note, never; "
            "did you mean error?"),
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


# In another file


def shared(place: Path, text: str) -> Path:
    path = place / "setup.cfg"
    path.write_text(text, "utf-8")
    return path


def test_setup_cfg_says_the_same(tmp_path: Path) -> None:
    path = shared(
        tmp_path,
        "[metadata]\nname = x\ndescription = 100%\n"
        "[tool:audit]\nfail-on = warning\nmin-score = 40.5\nextends = ap\n"
        f"[tool:audit:rules]\n{RULE} = note\nmodal-hedge = off\n"
        f"[tool:audit:max]\n{RULE} = 3\n"
        "[tool:audit:folders:opinion]\nfail-on = never\n"
        f"[tool:audit:folders:opinion:rules]\n{RULE} = off\n",
    )
    config = config_for(str(tmp_path / "a.txt"))

    assert config == read_config(path)
    assert (config.fail_on, config.min_score, config.most) == ("warning", 40.5, {RULE: 3})
    assert config.severities[RULE] is Severity.NOTE
    assert config.severities["anonymous-opinion"] is Severity.ERROR
    assert "modal-hedge" in config.off
    inner = config_for(str(tmp_path / "opinion" / "a.txt"))
    assert (inner.fail_on, RULE in inner.off) == ("never", True)


def test_another_projects_setup_cfg_is_passed_by(tmp_path: Path) -> None:
    written(tmp_path, "min-score = 10\n")
    inner = tmp_path / "desk"
    inner.mkdir()
    shared(inner, "[metadata]\nname = x\n")

    assert config_for(str(inner / "a.txt")).min_score == 10


def test_audit_toml_stands_above_setup_cfg_beside_it(tmp_path: Path) -> None:
    written(tmp_path, "min-score = 10\n")
    shared(tmp_path, "[tool:audit]\nmin-score = 20\n")

    assert config_for(str(tmp_path / "a.txt")).min_score == 10


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[x]\nfail_on = 1\n[tool:audit]\nfail_on = 1\n",
            "4: fail_on: not a known key; did you mean fail-on?",
        ),
        ("[tool:audit]\nmin-score = many\n", "2: min-score: not a number from 0 to 100"),
        (
            "[tool:audit]\n[tool:audit:rules]\nvage-time = off\n",
            "3: vage-time: not a known key; did you mean vague-time?",
        ),
        ("[tool:audit]\n[tool:audit:rule]\n", "2: rule: not a known key; did you mean rules?"),
        ("[tool:audit]\n[tool:audit:max]\nvague-time = x\n", "3: vague-time: not a whole number"),
        ("[tool:audit\n", "File contains no section headers"),
        ("[tool:audit]\nextends = a\nextends = b\n", "option 'extends'"),
    ],
)  # fmt: skip
def test_a_mistake_in_setup_cfg_is_named_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    shared(tmp_path, text)

    with pytest.raises(BadConfig) as caught:
        config_for(str(tmp_path / "a.txt"))

    assert str(caught.value).startswith(f"{tmp_path / 'setup.cfg'}:")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


# Layers


def test_what_a_file_says_stands_above_what_it_extends(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        f'extends = "reuters"\nfail-on = "note"\n[rules]\n{RULE} = "off"\nprediction = "note"\n'
    )
    path = written(tmp_path, f'extends = "house.toml"\n[rules]\n{RULE} = "warning"\n')
    config = read_config(path)

    assert config.fail_on == "note"
    assert config.severities[RULE] is Severity.WARNING
    assert RULE not in config.off
    assert config.severities["prediction"] is Severity.NOTE
    assert config.severities["single-source"] is Severity.ERROR


def test_the_deeper_folder_has_the_last_word(tmp_path: Path) -> None:
    written(
        tmp_path,
        'min-score = 10\n[folders."a/b"]\nmin-score = 30\n[folders.a]\nmin-score = 20\n'
        'fail-on = "note"\n',
    )
    scores = {
        name: config_for(str(tmp_path / name / "x.txt")).min_score
        for name in (".", "a", "a/b", "a/b/c", "ab", "a/c")
    }

    assert scores == {".": 10, "a": 20, "a/b": 30, "a/b/c": 30, "ab": 10, "a/c": 20}
    assert config_for(str(tmp_path / "a/b/x.txt")).fail_on == "note"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "reutrs"\n', "there is no style and no file reutrs; did you mean reuters?"),
        ('extends = "my"\n', "there is no style and no file my; styles are ap, bbc, npr, reuters"),
        ('extends = "audit.toml"\n', "extends: audit.toml extends this file in turn"),
        ("extends = 3\n", "audit.toml:1: extends: not the name of a style or file"),
        ("folders = 3\n", "audit.toml:1: folders: not a table"),
        ("[folders]\nopinion = 3\n", "audit.toml:2: opinion: not a table"),
        (
            '[folders."opinion"]\nextends = "ap"\n',
            "audit.toml:2: extends: not a known key",
        ),
        (
            f'[rules]\n{RULE} = "off"\n[folders.a.rules]\n{RULE} = "no"\n',
            f"audit.toml:4: {RULE}: not one of",
        ),
        ("[max]\nvague-reports = -1\n", "audit.toml:2: vague-reports: not a whole number from 0"),
        ("[max]\nvague-reports = true\n", "not a whole number from 0"),
    ],
)
def test_a_mistake_in_layers_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadConfig) as caught:
        read_config(written(tmp_path, text))

    assert message in str(caught.value)


@pytest.mark.parametrize("name", styles())
def test_every_packaged_style_can_be_extended_and_says_why(tmp_path: Path, name: str) -> None:
    config = read_config(written(tmp_path, f'extends = "{name}"\n'))
    lines = (folder("seeds") / "styles" / f"{name}.toml").read_text("utf-8").splitlines()
    start = lines.index("[rules]") + 1

    assert config.severities
    assert lines[start].startswith("# "), "each choice names the rule it rests on"
    assert all(len(line) <= 100 for line in lines)


# To begin with


@pytest.mark.parametrize("style", [None, *styles()])
def test_init_writes_a_file_that_works_and_whose_comments_do(
    tmp_path: Path, style: str | None
) -> None:
    path = tmp_path / "audit.toml"
    arguments = ["init", "-o", str(path), *(["--style", style] if style else [])]
    result = CliRunner().invoke(commands, arguments)

    assert result.exit_code == 0, result.output
    config = read_config(path)
    assert bool(config.severities) == bool(style)
    # With every example taken at its word it is a configuration still.
    example = re.sub(r"^# (?=\[|\S+ = |\"Down)", "", path.read_text(), flags=re.MULTILINE)
    (tmp_path / "house").mkdir()
    write(tmp_path / "house", CRISIS, "rules.toml")
    written(tmp_path, example)
    assert config_for(str(tmp_path / "opinion" / "a.txt")).fail_on == "never"
    config = read_config(path)
    assert config.min_score == 40
    assert [rule.id for rule in config.rules] == ["crisis-word"]
    assert set(config.lexicons) == {"loaded_terms", "contested_names"}
    assert list(config.sources.names) == ["Downing Street"]


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "min-score = 10\n")

    assert CliRunner().invoke(commands, ["init", "-o", str(path)]).exit_code == 2
    assert path.read_text() == "min-score = 10\n"
    unknown = CliRunner().invoke(commands, ["init", "--style", "app", "-o", str(tmp_path / "x")])
    assert (unknown.exit_code, "did you mean ap?" in unknown.output) == (2, True)
