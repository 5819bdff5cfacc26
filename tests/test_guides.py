"""The guide does what it says: every command of every page is run, in the page's order.

Files that a page needs are shown on it: a block below ``<!-- file: NAME -->``, or one whose
first line is ``# file: NAME``. A command ends with ``# exit N`` where N is not 0. A ``text``
block after a ``sh`` block is what it prints.

``UPDATE_GOLDEN=1 python -m pytest tests/test_guides.py`` writes those blocks anew.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from audit import guides
from audit.cli import commands

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "seeds" / "guides").glob("*.md"))
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
LONGEST = 90
AGAIN = "out of date: UPDATE_GOLDEN=1 python -m pytest tests/test_guides.py"

_BLOCK = re.compile(
    r"(?:^<!-- file: (?P<file>\S+) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NAMED = re.compile(r"# file: (\S+)\n")
_EXIT = re.compile(r"\s+# exit (\d+)$")


class Block(NamedTuple):
    """A block of a page, with the file it is to be written to, if any."""

    kind: str
    body: str
    file: str
    place: tuple[int, int]


def blocks(text: str) -> Iterator[Block]:
    for match in _BLOCK.finditer(text):
        named = _NAMED.match(match["body"])
        file = match["file"] or (named[1] if named else "")
        yield Block(match["kind"], match["body"], file, match.span("body"))


def command_lines(body: str) -> Iterator[tuple[str, int]]:
    """Each command of a block and the exit code it is to end with."""
    for line in body.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            expected = _EXIT.search(line)
            yield _EXIT.sub("", line), int(expected[1]) if expected else 0


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a newcomer's shell has, with this ``audit`` first and nobody's git settings."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "audit"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m audit "$@"\n')
    command.chmod(0o755)
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("GIT_", "AUDIT_"))}
    who = {f"GIT_{r}_{w}": "x@y.z" for r in ("AUTHOR", "COMMITTER") for w in ("NAME", "EMAIL")}
    quiet = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**kept, **who, **quiet, "PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def followed(text: str, folder: Path, environment: dict[str, str]) -> str:
    """The page with what its commands print; they are run in the folder."""
    printed, at, parts = "", 0, list[str]()
    for block in blocks(text):
        if block.kind == "sh":
            printed = "".join(
                run(command, code, folder, environment)
                for command, code in command_lines(block.body)
            )
        elif block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, "utf-8")
        elif block.kind == "text":
            parts += [text[at : block.place[0]], printed]
            at = block.place[1]
    return "".join([*parts, text[at:]])


def run(command: str, code: int, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    output = done.stdout.decode("utf-8")
    assert done.returncode == code, f"{command}\n{output}"
    assert "Traceback" not in output
    return output


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_every_command_does_what_the_page_says(
    path: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    text = path.read_text("utf-8")
    if "git " in text and shutil.which("git") is None:
        pytest.skip("git is not installed, and this page uses it")
    shown = followed(text, tmp_path, environment)
    if UPDATE:
        path.write_text(shown, "utf-8")
    else:
        assert text == shown, AGAIN


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_page_is_short_and_its_blocks_are_closed(path: Path) -> None:
    text = path.read_text("utf-8")

    assert len(text.splitlines()) < LONGEST
    assert re.match(r"# \S.{10,90}\n\n", text)
    fences = re.findall(r"^```", text, re.MULTILINE)
    assert len(fences) == 2 * len(list(blocks(text)))
    assert any(block.kind == "sh" for block in blocks(text)), "nothing to follow"


def test_the_pages_are_listed_and_shown() -> None:
    run_ = CliRunner().invoke
    listed = run_(commands, ["guide"]).output.splitlines()

    assert [line.split()[2] for line in listed] == list(guides.names())
    assert listed[0].startswith("audit guide first-audit ")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"(seeds/guides/{name}.md)" in readme for name in guides.names())
    for name in guides.names():
        shown = run_(commands, ["guide", name])
        assert shown.exit_code == 0
        assert shown.output.startswith(f"# {guides.title(name)}\n")
        assert "<!-- file:" not in shown.output


def test_a_page_that_is_none() -> None:
    result = CliRunner().invoke(commands, ["guide", "gates"])

    assert result.exit_code == 2
    assert "did you mean gate?" in result.stderr
