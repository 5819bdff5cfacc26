"""A newsroom's year in one scratch repository: hook, baseline, changed lines, action.

Each step stands on the ones before it, as it does for those who use them.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from audit.cli import commands
from tests import formats
from tests.test_hooks import HOOK, HOOKS, act, repository, run

# The fixture is used by name.
__all__ = ["repository"]

FAULT = "Some reports claim that the plant will close."
NEW_FAULT = "If so, 400 jobs would be lost."
PLAIN = "Ana Ruiz opened the library on Monday."
BASELINE = "audit-baseline.json"


def write(name: str, *paragraphs: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")


def git(*arguments: str) -> str:
    done = run("git", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(message: str) -> subprocess.CompletedProcess[str]:
    git("add", "-A")
    return run("git", "commit", "-q", "-m", message)


def tool(*arguments: str) -> Result:
    """``audit`` with these arguments, in this process: hook and action start it anew."""
    result = CliRunner().invoke(commands, arguments)
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def check(*arguments: str) -> Result:
    return tool("check", "articles", *arguments)


def known() -> dict[str, set[str]]:
    """The rules that the baseline knows, by file."""
    files = json.loads(Path(BASELINE).read_text("utf-8"))["files"]
    return {file: {row["rule"] for row in rows} for file, rows in files.items()}


def places(*arguments: str) -> Iterator[tuple[str, int]]:
    for line in check(*arguments, "--format", "jsonl").stdout.splitlines():
        report = json.loads(line)
        for finding in report["findings"]:
            yield report["document"]["name"], finding["line"]


@pytest.mark.usefixtures("repository")
def test_a_newsroom_takes_it_up(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed, and this is about a repository")
    the_baseline_knows_what_is_old()
    it_follows_paragraphs_and_renames()
    it_is_pruned_when_faults_are_mended()
    the_hook_stops_a_commit_and_an_allowance_lets_it_pass()
    only_changed_lines_count_on_a_branch()
    the_action_says_the_same()
    a_shallow_clone_says_what_it_lacks(tmp_path)


def the_baseline_knows_what_is_old() -> None:
    write("articles/old.txt", PLAIN, FAULT)
    assert check().exit_code == 1
    assert tool("baseline", "articles").exit_code == 0
    assert set(known()) == {"articles/old.txt"}
    assert check("--baseline", BASELINE).exit_code == 0
    assert commit("Know the old faults").returncode == 0


def it_follows_paragraphs_and_renames() -> None:
    write("articles/old.txt", FAULT, PLAIN, PLAIN.replace("Monday", "Friday"))
    assert check("--baseline", BASELINE).exit_code == 0
    git("mv", "articles/old.txt", "articles/renamed é.txt")
    moved = check("--baseline", BASELINE)
    assert moved.exit_code == 0, moved.stdout
    assert "left out: known in audit-baseline.json" in moved.stdout

    assert tool("baseline", "articles").exit_code == 0
    assert tool("baseline", "--prune", "articles").exit_code == 0
    assert set(known()) == {"articles/renamed é.txt"}
    assert commit("Move and rename").returncode == 0


def it_is_pruned_when_faults_are_mended() -> None:
    write("articles/renamed é.txt", PLAIN)
    write("articles/other.txt", FAULT)
    stale = check("--baseline", BASELINE)
    assert stale.exit_code == 1
    assert "no longer found" in stale.stderr
    # A new fault elsewhere is not taken up by pruning.
    assert tool("baseline", "--prune", "articles").exit_code == 0
    assert known() == {}
    assert check("--baseline", BASELINE).exit_code == 1
    Path("articles/other.txt").unlink()
    assert commit("Mend the old faults").returncode == 0


def the_hook_stops_a_commit_and_an_allowance_lets_it_pass() -> None:
    hook = Path(".git/hooks/pre-commit")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(entry=HOOKS["audit-changed"]["entry"]))
    hook.chmod(0o755)

    write("articles/new.md", PLAIN, FAULT)
    stopped = commit("Publish")
    assert stopped.returncode != 0
    assert "[vague-reports]" in stopped.stdout + stopped.stderr

    because = "vague-reports because the desk has seen them"
    write("articles/new.md", PLAIN, f"<!-- audit: alow {because} -->", FAULT)
    mistyped = commit("Publish")
    assert mistyped.returncode != 0
    assert "did you mean allow?" in mistyped.stdout + mistyped.stderr

    write("articles/new.md", PLAIN, f"<!-- audit: allow {because} -->", FAULT)
    assert commit("Publish").returncode == 0
    # The next commit is not asked about what is there, only about what it changes.
    write("articles/renamed é.txt", PLAIN, NEW_FAULT)
    assert commit("Add a fault").returncode != 0
    assert run("git", "commit", "-q", "--no-verify", "-m", "Add a fault").returncode == 0
    write("articles/renamed é.txt", PLAIN, NEW_FAULT, PLAIN)
    assert commit("Add a fact").returncode == 0


def only_changed_lines_count_on_a_branch() -> None:
    assert {name for name, _ in places()} >= {"articles/renamed é.txt"}
    git("checkout", "-q", "-b", "draft")
    assert list(places("--changed-since", "main")) == []

    git("mv", "articles/renamed é.txt", "articles/final.txt")
    write("articles/final.txt", PLAIN, NEW_FAULT, PLAIN, FAULT)
    write("articles/untracked.html", f"<p>{PLAIN}</p>", f"<p>{NEW_FAULT}</p>")
    found = set(places("--changed-since", "main"))
    assert found == {("articles/final.txt", 7), ("articles/untracked.html", 3)}
    assert check("--changed-since", "main").exit_code == 1
    git("add", "-A")
    git("commit", "-q", "--no-verify", "-m", "Draft")
    assert set(places("--changed-since", "main")) == found


def the_action_says_the_same() -> None:
    done = act(files="articles", changed_since="main", sarif="audit.sarif")
    assert done.returncode == 1, done.stderr
    read = [formats.check_annotation(line) for line in done.stdout.splitlines()]
    errors = {(one["file"], one.get("line")) for one in read if one["title"] in _ERRORS}
    assert errors == {("articles/final.txt", "7"), ("articles/untracked.html", "3")}
    summary = Path("summary.md").read_text("utf-8")
    assert "## articles/final.txt" in summary

    sarif = json.loads(Path("audit.sarif").read_text("utf-8"))
    jsonschema.Draft202012Validator(formats.SARIF).validate(sarif)
    kinds = {
        suppression["kind"]
        for result in sarif["runs"][0]["results"]
        for suppression in result.get("suppressions", ())
    }
    assert kinds == {"external"}  # What is in lines that did not change.
    whole = act(files="articles")
    assert "title=allowed%3A vague-reports" in whole.stdout

    assert act(files="articles", changed_since="main", fail_on="never").returncode == 0
    for name in ("audit.sarif", "summary.md"):
        os.remove(name)


_ERRORS = frozenset({"vague-reports", "conditional-hedge"})


def a_shallow_clone_says_what_it_lacks(tmp_path: Path) -> None:
    here, clone = Path.cwd(), tmp_path / "clone"
    git("clone", "-q", "--depth", "1", "--branch", "draft", here.as_uri(), str(clone))
    os.chdir(clone)
    try:
        for revision in ("main", "origin/main", "HEAD~1"):
            lacking = check("--changed-since", revision)
            assert lacking.exit_code == 2
            assert "fetch the history (fetch-depth: 0)" in lacking.stderr
            assert lacking.stdout == ""
            assert act(files="articles", changed_since=revision).returncode == 2
        git("fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main", "draft")
        assert set(places("--changed-since", "origin/main")) == {
            ("articles/final.txt", 7),
            ("articles/untracked.html", 3),
        }
    finally:
        os.chdir(here)
