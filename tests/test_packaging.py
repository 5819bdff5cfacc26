"""A wheel built from the checkout, and one built from the sdist, run where nothing else is."""

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "seeds" / "articles" / "atacms.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist and the wheel that was built from it."""
    pytest.importorskip("build")
    folder = tmp_path_factory.mktemp("dist")
    result = _run(sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT))
    if result.returncode and "No matching distribution found" in result.stdout + result.stderr:
        pytest.skip("no package index is reachable, and building needs setuptools from one")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def _run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    # The tests' own settings, and the checkout itself, must not reach the new environment.
    ours = ("AUDIT_", "PYTHON", "VIRTUAL_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=cwd, env=kept, timeout=600
    )


def _data(folder: str) -> set[str]:
    """The files of a data folder that the program reads."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }


def test_wheel_and_sdist_carry_templates_and_seeds(built: Path) -> None:
    wanted = _data("templates") | _data("seeds")
    [wheel], [sdist] = built.glob("*.whl"), built.glob("*.tar.gz")

    in_wheel = {name.removeprefix("audit/") for name in zipfile.ZipFile(wheel).namelist()}
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}

    assert wanted <= in_wheel
    assert wanted <= in_sdist
    assert {"LICENSE", "NOTICE", "CHANGELOG.md", "tests/nasty.py"} <= in_sdist


def test_the_wheel_runs_in_a_new_environment(built: Path, tmp_path: Path) -> None:
    [wheel] = built.glob("*.whl")
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    installed = _run(str(home / "bin" / "pip"), "install", "-q", str(wheel))
    if installed.returncode and "No matching distribution found" in installed.stderr:
        pytest.skip("no package index is reachable for the dependencies")
    assert installed.returncode == 0, installed.stderr

    audit = str(home / "bin" / "audit")
    article = tmp_path / "article.txt"
    article.write_bytes(SAMPLE.read_bytes())
    report = _run(audit, "report", "article.txt", "-o", "out", cwd=tmp_path)
    check = _run(audit, "check", "article.txt", "--fail-on", "never", cwd=tmp_path)
    guide = _run(audit, "guide", "gate", cwd=tmp_path)

    assert (guide.returncode, guide.stdout[:10]) == (0, "# The gate")
    assert (report.returncode, report.stderr) == (0, "")
    assert (tmp_path / "out" / "article.html").stat().st_size > 10_000
    assert (check.returncode, check.stderr) == (0, "")
    assert "article.txt: score" in check.stdout


def test_readme_opens_with_the_two_commands_that_ci_runs() -> None:
    """``.ci/run`` takes them out of README; each begins on a machine that has nothing."""
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^```sh\n(.*?)\n```$", readme, flags=re.MULTILINE | re.DOTALL)

    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)
    assert commands[0].endswith(" .venv/bin/audit report seeds/articles/atacms.txt")
    assert commands[1].endswith(" .venv/bin/python -m pytest")
    assert readme.index("```sh") < readme.index("\n## ")
