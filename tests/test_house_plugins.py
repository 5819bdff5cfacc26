"""A rule in Python comes in with another distribution, by its entry point."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RULE = '''"""A shout stands in the text.

Why
    Readers hear no shouting.

Flagged
    [[STOP]] it.

Not flagged
    Stop it.

Source
    House style book, 7.
"""

from audit.finding import Mark, Severity

FAMILY = "house"
SEVERITY = Severity.ERROR


def find(article):
    for token in article.document.tokens:
        if len(token.text) > 3 and token.text.isupper():
            yield Mark(token.span, f"“{token.text}” shouts.", "Must it?")
'''


def distribution(place: Path, points: str, **modules: str) -> None:
    """Write an installed distribution: its modules, and what pip would note of it."""
    for name, text in modules.items():
        (place / f"{name}.py").write_text(text, "utf-8")
    info = place / "house_rules-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(f"[source_audit.rules]\n{points}\n")


def run(place: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    paths = [str(place), *([os.environ["PYTHONPATH"]] if "PYTHONPATH" in os.environ else [])]
    return subprocess.run(
        [sys.executable, "-m", "audit", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
        cwd=place,
    )


def test_its_findings_and_its_manual_are_those_of_any_rule(tmp_path: Path) -> None:
    distribution(tmp_path, "shouting = shouts", shouts=RULE)
    found = run(tmp_path, "check", "-", given="The mayor called for a STOP on Monday.\n")
    sarif = run(tmp_path, "check", "-", "--format", "sarif", given="The mayor called STOP.\n")
    listed, told = run(tmp_path, "rules"), run(tmp_path, "explain", "shouting")

    assert found.returncode == 1, found.stderr
    assert "-:1:24: error: “STOP” shouts. Must it? [shouting]" in found.stdout
    assert '"id": "shouting"' in sarif.stdout
    assert "House style book, 7" in run(tmp_path, "rules", "--format", "json").stdout
    assert "shouting" in listed.stdout
    assert told.stdout.startswith("shouting (error, house)\n\nA shout stands in the text.")


def test_a_configuration_may_name_it(tmp_path: Path) -> None:
    distribution(tmp_path, "shouting = shouts", shouts=RULE)
    (tmp_path / "audit.toml").write_text('[rules]\nshouting = "off"\n')
    (tmp_path / "a.txt").write_text("The mayor called for a STOP on Monday.\n")
    found = run(tmp_path, "check", str(tmp_path / "a.txt"))

    assert (found.returncode, found.stderr) == (0, "")
    assert "STOP" not in found.stdout


@pytest.mark.parametrize(
    ("points", "module", "message"),
    [
        ("shouting = no_such", RULE, "(no_such): cannot be loaded (ModuleNotFoundError: No module"),
        ("shouting = shouts", "1 / 0\n", "(shouts): cannot be loaded (ZeroDivisionError: division"),
        ("shouting = shouts", "def find(", "(shouts): cannot be loaded (SyntaxError: '(' was"),
        ("Shouting = shouts", RULE, "a rule's name is small letters and single hyphens"),
        (
            "vague-time = shouts",
            RULE,
            "rule vague-time is there twice: audit.rules.vague_time, shouts",
        ),
        ("shouting = shouts", RULE.replace("def find", "def fnd"), "has no function find(article)"),
        ("shouting = shouts", RULE.replace("SEVERITY =", "X ="), "has no SEVERITY"),
        ("shouting = shouts", RULE.replace("FAMILY =", "X ="), "has no FAMILY"),
        ("shouting = shouts", "x = '''" + RULE.split('"""')[2] + "'''", "has no function find"),
        ("shouting = shouts", RULE.split('"""')[2], "has no docstring, which is the rule's manual"),
    ],
)
def test_a_broken_one_is_one_line_and_exit_2(
    tmp_path: Path, points: str, module: str, message: str
) -> None:
    distribution(tmp_path, points, shouts=module)
    result = run(tmp_path, "check", "-", given="The mayor spoke.\n")

    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.startswith("Error: rule ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [("rules",), ("explain", "vague-time")])
def test_no_command_hides_a_broken_one(tmp_path: Path, command: tuple[str, ...]) -> None:
    distribution(tmp_path, "shouting = no_such")
    (tmp_path / "audit.toml").write_text('[rules]\nvague-time = "off"\n')
    result = run(tmp_path, *command)

    assert result.returncode == 2
    assert "rule shouting of house-rules 1.2" in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_that_fails_in_an_article_costs_no_other_finding(tmp_path: Path) -> None:
    broken = RULE.replace("    for token", "    1 / 0\n    for token")
    distribution(tmp_path, "shouting = shouts", shouts=broken)
    environment = {key: value for key, value in os.environ.items() if key != "AUDIT_STRICT"}
    result = subprocess.run(
        [sys.executable, "-m", "audit", "check", "-"],
        input="Some reports claim that the mayor fled.\n",
        capture_output=True,
        text=True,
        check=False,
        env={**environment, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
        cwd=Path(__file__).parent.parent,
    )

    assert result.returncode == 70
    assert "rule shouting: a fault of the program: ZeroDivisionError in find" in result.stderr
    assert "[vague-reports]" in result.stdout
