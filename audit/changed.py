"""Which lines of a file are new since a revision, as git sees it, renames followed."""

import os
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from audit.aside import put_aside
from audit.report import Listed, Report

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
# Longer than git takes for any newsroom; a hung network file system must not hang the gate.
_SECONDS = 120
# A hook's variables name the repository it runs in; the article's own folder says it better.
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


class BadRevision(Exception):
    """What git cannot compare with; the message is one line."""


class _Refused(BadRevision):
    """Git says no, in its own words."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Ranges of line numbers from 1, both ends included; ``whole`` is every line there is."""

    ranges: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def __bool__(self) -> bool:
        return self.whole or bool(self.ranges)

    def meet(self, first: int, last: int) -> bool:
        """One of the lines from ``first`` to ``last`` is among them."""
        return self.whole or any(start <= last and first <= end for start, end in self.ranges)


def changed_lines(paths: Iterable[str], revision: str) -> dict[str, Lines]:
    """The lines of each file that are not in the commit where its branch left ``revision``.

    The files on disk are compared, committed or not. A file that git does not know is new
    from end to end. Raises ``BadRevision``.
    """
    for asked in (_top, _base, _changed_files, _known_files):
        asked.cache_clear()
    return {path: _lines(path, revision) for path in paths}


def _lines(path: str, revision: str) -> Lines:
    folder = os.path.realpath(os.path.dirname(path) or ".")
    if not os.path.isdir(folder):
        return Lines(whole=True)
    top = _top(folder)
    base = _base(top, revision)
    name = os.path.relpath(os.path.join(folder, os.path.basename(path)), top)
    before = _changed_files(top, base).get(os.fsencode(name))
    if before is None:
        return Lines() if os.fsencode(name) in _known_files(top) else Lines(whole=True)
    if name.lower().endswith(".docx"):
        return Lines(whole=True)  # What git calls its lines are none.
    names = sorted({before, os.fsencode(name)})
    options = ("--unified=0", "--find-renames", "--text", "--no-ext-diff", "--no-textconv")
    output = _git(top, "diff", "--no-color", *options, base, "--", *map(os.fsdecode, names))
    ranges = []
    for match in _HUNK.finditer(output):
        start, count = int(match[1]), int(match[2] or 1)
        if count:
            ranges.append((start, start + count - 1))
    return Lines(tuple(ranges))


def only_changed(report: Report, lines: Lines, revision: str) -> Report:
    """The report without the findings that stand in lines that did not change."""
    document = report.document

    def unchanged(finding: Listed) -> bool:
        span = finding.span
        first, last = document.position(span.start)[0], document.position(span.end - 1)[0]
        return not lines.meet(first, last)

    return put_aside(report, f"in lines that did not change since {revision}", unchanged)


@cache
def _top(folder: str) -> str:
    try:
        return os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")
    except _Refused:
        raise BadRevision(f"{folder}: this folder is in no git repository") from None


@cache
def _base(top: str, revision: str) -> str:
    """Where the branch left the revision; the revision itself where they share nothing."""
    try:
        wanted = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        commit = _git(top, "rev-parse", *wanted).decode().strip()
    except _Refused:
        raise BadRevision(
            f"{revision}: git knows no such revision; in CI, fetch the history (fetch-depth: 0)"
        ) from None
    try:
        return _git(top, "merge-base", commit, "HEAD").decode().strip() or commit
    except _Refused:
        return commit


@cache
def _changed_files(top: str, base: str) -> dict[bytes, bytes]:
    """The files that differ, each with its name before."""
    options = ("--name-status", "-z", "--find-renames", "--no-ext-diff")
    parts = iter(_git(top, "diff", *options, base, "--").split(b"\0"))
    names = {}
    for status in parts:
        if status:
            before = next(parts)
            names[next(parts) if status[:1] in b"RC" else before] = before
    return names


@cache
def _known_files(top: str) -> frozenset[bytes]:
    return frozenset(_git(top, "ls-files", "-z").split(b"\0"))


def _git(folder: str, *arguments: str) -> bytes:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    # Names are names, whatever characters they hold.
    command = ["git", "--no-pager", "--literal-pathspecs", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=Path(folder),
            env=environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise BadRevision("git is not installed, and it says what changed") from None
    except subprocess.TimeoutExpired:
        raise BadRevision(f"{folder}: git gave no answer in {_SECONDS} seconds") from None
    if done.returncode:
        raise _Refused(" ".join(done.stderr.decode("utf-8", "replace").split()))
    return done.stdout
