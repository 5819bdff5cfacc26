"""What stops a draft and what does not: numbers of findings, known ones, unchanged lines."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import audit
from audit import baseline, cli
from audit.gate import holds, settled

FAULTY = "Some reports claim that the plant will close."
OTHER = "Some reports claim that the harbour is empty."
PLAIN = "Ana Ruiz opened the library."


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(cli.commands, [str(a) for a in arguments])
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def write(path: Path, *paragraphs: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return path


def git(*arguments: str) -> None:
    who = {
        f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    # Nothing of the machine's own configuration, and no repository around the scratch one.
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *arguments], check=True, capture_output=True, env={**os.environ, **who, **quiet}
    )


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def repository() -> None:
    """A repository with one old fault in ``a.txt``, on a branch ``main``."""
    git("init", "-q", "-b", "main")
    write(Path("a.txt"), FAULTY, PLAIN)
    git("add", ".")
    git("commit", "-q", "-m", "one")


def findings(result: Result) -> list[tuple[str, int]]:
    return [
        (report["document"]["name"], finding["line"])
        for report in map(json.loads, result.stdout.splitlines())
        for finding in report["findings"]
        if finding["rule"] == "vague-reports"
    ]


def changed_findings(*paths: str | Path, since: str = "main") -> list[tuple[str, int]]:
    return findings(run("check", *paths, "--changed-since", since, "--format", "jsonl"))


# Numbers


def test_a_rule_may_be_found_so_often_and_no_more() -> None:
    report = audit.audit_text(f"{FAULTY}\n\n{OTHER}")

    assert not holds(settled(report, "error"))
    assert holds(settled(report, "error", most={"vague-reports": 2}))
    assert not holds(settled(report, "never", most={"vague-reports": 1}))
    assert holds(settled(report, "never", most={"vague-time": 0}))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("vage-reports=1", "did you mean vague-reports?"),
        ("vague-reports", "is not RULE=N with a whole number N"),
        ("vague-reports=-1", "is not RULE=N with a whole number N"),
        ("vague-reports=", "is not RULE=N with a whole number N"),
    ],
)
def test_a_number_that_cannot_be_meant(value: str, message: str) -> None:
    result = run("check", write(Path("a.txt"), PLAIN), "--max", value)

    assert result.exit_code == 2
    assert message in result.stderr


def test_the_number_reaches_the_gate() -> None:
    path = write(Path("a.txt"), FAULTY)

    assert run("check", path).exit_code == 1
    assert run("check", path, "--max", "vague-reports=1").exit_code == 0
    assert run("check", path, "--fail-on", "never", "--max", "vague-reports=0").exit_code == 1


# Baseline


def test_known_findings_do_not_count_and_new_ones_do() -> None:
    path = write(Path("desk/a.txt"), FAULTY, PLAIN)
    assert run("baseline", "desk").exit_code == 0
    assert run("check", path, "--baseline", "audit-baseline.json").exit_code == 0

    # The paragraph moves, and is still known.
    write(path, PLAIN, PLAIN, FAULTY)
    moved = run("check", path, "--baseline", "audit-baseline.json")
    assert moved.exit_code == 0
    assert "findings left out: known in audit-baseline.json" in moved.stdout

    write(path, FAULTY, OTHER)
    assert run("check", path, "--baseline", "audit-baseline.json").exit_code == 1

    # Its sentence is rewritten, and is new.
    write(path, FAULTY.replace("plant", "works"))
    assert run("check", path, "--baseline", "audit-baseline.json").exit_code == 1


def test_a_renamed_file_keeps_what_is_known_of_it() -> None:
    path = write(Path("a.txt"), FAULTY)
    run("baseline", path)
    path.rename("b.txt")

    assert run("check", "b.txt", "--baseline", "audit-baseline.json").exit_code == 0
    # A copy is a new text.
    write(path, FAULTY)
    assert run("check", "b.txt", "--baseline", "audit-baseline.json").exit_code == 1


def test_pruning_drops_and_never_adds() -> None:
    a, b = write(Path("a.txt"), FAULTY), write(Path("b.txt"), OTHER)
    run("baseline", a, b)
    before = baseline.read(Path("audit-baseline.json"))
    assert set(before.files) == {"a.txt", "b.txt"}

    write(a, PLAIN)
    write(b, OTHER, FAULTY)
    check = run("check", a, b, "--baseline", "audit-baseline.json")
    assert check.stderr.startswith("audit: audit-baseline.json: no longer found: ")
    assert run("baseline", a, b, "--prune").exit_code == 0
    after = baseline.read(Path("audit-baseline.json"))

    assert after.files == {"b.txt": before.files["b.txt"]}
    assert run("check", b, "--baseline", "audit-baseline.json").exit_code == 1

    b.unlink()
    run("baseline", a, "--prune")
    assert baseline.read(Path("audit-baseline.json")).files == {}


def test_a_baseline_of_some_files_leaves_the_others_as_they_are() -> None:
    a, b = write(Path("a.txt"), FAULTY), write(Path("b.txt"), OTHER)
    run("baseline", a)
    run("baseline", b)
    first = Path("audit-baseline.json").read_bytes()
    run("baseline", b, a)

    assert set(baseline.read(Path("audit-baseline.json")).files) == {"a.txt", "b.txt"}
    assert Path("audit-baseline.json").read_bytes() == first


_STRANGE_FILES: tuple[object, ...] = (
    [],
    {"a": 1},
    {"a": [{}]},
    {"a": [{"rule": 1, "fingerprint": 2, "text": 3}]},
)


@pytest.mark.parametrize(
    "content",
    [None, b"", b"{}", b"[]", b"\xff", b'{"schema": "other"}', b"[" * 100_000]
    + [
        json.dumps({"schema": baseline.SCHEMA, "files": files}).encode() for files in _STRANGE_FILES
    ],
)
def test_what_is_no_baseline_is_wrong_usage(content: bytes | None) -> None:
    if content is not None:
        Path("b.json").write_bytes(content)
    result = run("check", write(Path("a.txt"), FAULTY), "--baseline", "b.json")

    assert result.exit_code == 2
    assert "Error: b.json: " in result.stderr


def test_what_is_left_out_is_listed_for_code_hosts_as_suppressed() -> None:
    path = write(Path("a.txt"), FAULTY)
    run("baseline", path)
    result = run("check", path, "--baseline", "audit-baseline.json", "--format", "sarif")
    results = json.loads(result.stdout)["runs"][0]["results"]

    assert results
    assert all(r["suppressions"][0]["kind"] == "external" for r in results)
    assert all(r["partialFingerprints"] for r in results)


# Changed lines


@pytest.mark.usefixtures("repository")
def test_only_changed_lines_count() -> None:
    assert run("check", "a.txt").exit_code == 1
    untouched = run("check", "a.txt", "--changed-since", "main")
    assert (untouched.exit_code, untouched.stdout) == (0, "")
    assert untouched.stderr == "audit: files left out, unchanged since main: 1\n"

    write(Path("a.txt"), FAULTY, PLAIN, OTHER)
    assert changed_findings("a.txt") == [("a.txt", 5)]
    git("commit", "-q", "-a", "-m", "two")
    assert changed_findings("a.txt", since="HEAD~1") == [("a.txt", 5)]
    assert changed_findings("a.txt", since="HEAD") == []


@pytest.mark.usefixtures("repository")
def test_new_and_renamed_files() -> None:
    write(Path("new.txt"), OTHER)
    Path("desk").mkdir()
    git("mv", "a.txt", "desk/b é.txt")
    write(Path("desk/b é.txt"), PLAIN, FAULTY, PLAIN, OTHER)

    assert set(changed_findings("new.txt", "desk")) == {("desk/b é.txt", 7), ("new.txt", 1)} | (
        # Which of two equal paragraphs is the old one is for git to say.
        {("desk/b é.txt", 3)} & set(changed_findings("desk"))
    )


@pytest.mark.usefixtures("repository")
def test_a_rename_alone_changes_nothing() -> None:
    git("mv", "a.txt", "b.txt")

    assert changed_findings("b.txt") == []
    assert run("check", "b.txt", "--changed-since", "main").exit_code == 0


@pytest.mark.usefixtures("repository")
def test_what_others_did_on_the_branch_meanwhile_is_not_ours() -> None:
    git("checkout", "-q", "-b", "draft")
    write(Path("b.txt"), OTHER)
    git("add", ".")
    git("commit", "-q", "-m", "ours")
    git("checkout", "-q", "main")
    write(Path("a.txt"), PLAIN)
    git("commit", "-q", "-a", "-m", "theirs")
    git("checkout", "-q", "draft")

    assert changed_findings("a.txt", "b.txt") == [("b.txt", 1)]


@pytest.mark.usefixtures("repository")
def test_a_path_from_elsewhere_and_a_hooks_variables(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(Path("a.txt"), FAULTY, OTHER)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.chdir("/")

    assert changed_findings(tmp_path / "a.txt") == [(str(tmp_path / "a.txt"), 3)]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "main:a.txt"])
def test_a_revision_that_is_none(revision: str) -> None:
    result = run("check", "a.txt", f"--changed-since={revision}")

    assert result.exit_code == 2
    assert "git knows no such revision" in result.stderr
    assert not Path("x").exists()


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(Path("a.txt"), FAULTY)
    result = run("check", "a.txt", "--changed-since", "main")

    assert result.exit_code == 2
    assert "is in no git repository" in result.stderr


@pytest.mark.usefixtures("repository")
def test_standard_input_has_no_history_and_no_file_is_still_unaudited() -> None:
    assert run("check", "-", "--changed-since", "main").exit_code == 2
    assert run("check", "gone.txt", "--changed-since", "main").exit_code == 3


# Further formats


def test_one_run_writes_several_formats() -> None:
    path = write(Path("a.txt"), FAULTY)
    result = run("check", path, "--also", "jsonl=x/a.jsonl", "--also", "junit=a.xml")

    assert result.stdout == run("check", path).stdout
    assert json.loads(Path("x/a.jsonl").read_text("utf-8"))["findings"]
    assert Path("a.xml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize("value", ["xml=a", "json=", "json"])
def test_a_further_format_that_is_none(value: str) -> None:
    assert run("check", write(Path("a.txt"), PLAIN), "--also", value).exit_code == 2
