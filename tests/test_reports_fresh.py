"""What lies in reports/, and what README shows, is what the tool writes now.

``UPDATE_GOLDEN=1 python -m pytest tests/test_reports_fresh.py`` writes it anew.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.cli import commands

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"
README = ROOT / "README.md"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
READING = {"reading.md", "reading.tsv", "reading_rates.tsv"}
AGAIN = "out of date: UPDATE_GOLDEN=1 python -m pytest tests/test_reports_fresh.py"

# An example in README: the command, what it prints, and the text it is given.
EXAMPLE = re.compile(
    r"""
    <!--\ example:\ audit\ (?P<command>.*?)\ -->\n
    ```text\n (?P<output>.*?) ```\n
    .*?\n>\ (?P<text>.*?)\n
    """,
    re.DOTALL | re.VERBOSE,
)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a newcomer runs the command; the path of the article is in the report."""
    monkeypatch.chdir(ROOT)


def run(*arguments: str, given: str | None = None) -> Result:
    result = CliRunner().invoke(commands, arguments, input=given)
    assert result.exit_code == 0, result.output
    return result


def test_the_sample_report_is_the_current_one(tmp_path: Path) -> None:
    folder = REPORTS if UPDATE else tmp_path
    run("report", "seeds/articles/atacms.txt", "-o", str(folder))

    for name in ("atacms.html", "atacms.json"):
        assert (folder / name).read_text("utf-8") == (REPORTS / name).read_text("utf-8"), AGAIN


def test_a_report_does_not_depend_on_the_order_of_sets() -> None:
    command = [sys.executable, "-m", "audit", "check", "seeds/articles/atacms.txt", "--format=json"]
    outputs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1
    assert b'"findings"' in outputs.pop()


def test_the_manual_is_the_current_one(tmp_path: Path) -> None:
    path = (REPORTS if UPDATE else tmp_path) / "rules.md"
    run("rules", "--format", "markdown", "-o", str(path))

    assert path.read_text("utf-8") == (REPORTS / "rules.md").read_text("utf-8"), AGAIN


def test_nothing_else_lies_in_reports() -> None:
    names = {path.name for path in REPORTS.iterdir()}

    # Other tests keep the pages about the score and about measures.
    others = {"benchmarks.json", "benchmarks.md", "score.md"} | READING
    assert names == {"atacms.html", "atacms.json", "rules.md"} | others


def test_the_example_in_readme_is_what_the_command_prints() -> None:
    readme = README.read_text("utf-8")
    example = EXAMPLE.search(readme)
    assert example
    arguments = shlex.split(example["command"])
    output = run(*arguments, given=example["text"] + "\n").output
    if UPDATE:
        start, end = example.span("output")
        README.write_text(readme[:start] + output + readme[end:], "utf-8")
    else:
        assert example["output"] == output, AGAIN


def test_readme_names_every_command_and_option() -> None:
    readme = README.read_text("utf-8")

    for name, command in commands.commands.items():
        assert f"`audit {name}" in readme
        for option in command.params:
            if option.param_type_name == "option":
                assert any(flag in readme for flag in (*option.opts, *option.secondary_opts))
