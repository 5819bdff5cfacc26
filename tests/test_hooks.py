"""The hook and the action, run as their files say, in a scratch git repository."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from audit.cli import commands
from tests import formats

ROOT = Path(__file__).parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
FAULTY = "Some reports claim that the plant will close.\n"
PLAIN = "Ana Ruiz opened the library.\n"

# What pre-commit does: the entry, with the staged files behind it.
HOOK = """#!/bin/sh
git diff --cached --name-only -z --diff-filter=ACMR -- articles | xargs -0 -r {entry} --
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an article of old faults, and `audit` on the path."""
    command = tmp_path / "bin" / "audit"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m audit "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "x")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "x")
    home = tmp_path / "work"
    (home / "articles").mkdir(parents=True)
    monkeypatch.chdir(home)
    run("git", "init", "-q", "-b", "main")
    Path("articles/old.txt").write_text(FAULTY)
    run("git", "add", ".")
    run("git", "commit", "-q", "-m", "one")
    return home


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def commit(name: str, text: str) -> subprocess.CompletedProcess[str]:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text)
    run("git", "add", name)
    return run("git", "commit", "-q", "-m", "more")


def install(hook: str) -> None:
    path = Path(".git/hooks/pre-commit")
    path.parent.mkdir(exist_ok=True)
    path.write_text(HOOK.format(entry=HOOKS[hook]["entry"]))
    path.chmod(0o755)


@pytest.mark.usefixtures("repository")
def test_the_hook_stops_a_commit_and_lets_one_pass() -> None:
    install("audit")

    stopped = commit("articles/new.txt", FAULTY)
    assert stopped.returncode != 0
    assert "[vague-reports]" in stopped.stdout + stopped.stderr
    assert commit("articles/new.txt", PLAIN).returncode == 0
    assert commit("notes.txt", FAULTY).returncode == 0


@pytest.mark.usefixtures("repository")
def test_the_hook_for_changed_lines_forgives_old_faults() -> None:
    install("audit-changed")

    assert commit("articles/old.txt", FAULTY + "\n" + PLAIN).returncode == 0
    assert commit("articles/old.txt", FAULTY + "\n" + PLAIN + "\n" + FAULTY).returncode != 0


def test_what_hooks_need_is_there() -> None:
    for hook in HOOKS.values():
        assert {"id", "name", "description", "entry", "language"} <= set(hook)
        name, command, *options = hook["entry"].split()
        assert name == "audit"
        known = {flag for option in commands.commands[command].params for flag in option.opts}
        assert {option for option in options if option.startswith("-")} <= known


# The action


def act(**inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step with its inputs as GitHub hands them on."""
    step = ACTION["runs"]["steps"][-1]
    environment = {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_STEP_SUMMARY": "summary.md"}
    for name, value in step["env"].items():
        given = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
        if given:
            assert given[1] in ACTION["inputs"]
            environment[name] = inputs.get(given[1].replace("-", "_"), "")
    assert ACTION["runs"]["using"] == "composite"
    return run("bash", "-c", step["run"], **environment)


@pytest.mark.usefixtures("repository")
def test_the_action_annotates_sums_up_and_fails() -> None:
    Path("articles/new, one.txt").write_text(PLAIN + "\n" + FAULTY)
    result = act(files="articles\n", sarif="out/audit.sarif")

    assert result.returncode == 1, result.stderr
    places = [formats.check_annotation(line) for line in result.stdout.splitlines()]
    assert {place["file"] for place in places} == {"articles/new, one.txt", "articles/old.txt"}
    assert "## articles/new, one.txt" in Path("summary.md").read_text()
    sarif = json.loads(Path("out/audit.sarif").read_text())
    jsonschema.Draft202012Validator(formats.SARIF).validate(sarif)


@pytest.mark.usefixtures("repository")
def test_the_action_with_baseline_and_with_changed_lines() -> None:
    assert act(files="articles").returncode == 1
    assert run("audit", "baseline", "articles").returncode == 0
    assert act(files="articles", baseline="audit-baseline.json").returncode == 0
    assert act(files="  articles/old.txt  ", changed_since="main").returncode == 0
    assert act(files="articles", fail_on="never").returncode == 0

    Path("articles/new.txt").write_text(FAULTY.replace("plant", "harbour"))
    assert act(files="articles", baseline="audit-baseline.json").returncode == 1
    assert act(files="articles", changed_since="main").returncode == 1


@pytest.mark.usefixtures("repository")
def test_the_action_passes_on_what_is_wrong_and_runs_nothing_it_is_given() -> None:
    assert act(files="articles", fail_on="often").returncode == 2
    assert act(files="gone.txt").returncode == 3
    assert act(files="").returncode != 0
    act(files='$(touch a)\n"; touch b\n--output=c', fail_on="never`touch d`")
    assert not {"a", "b", "c", "d"} & set(os.listdir())
