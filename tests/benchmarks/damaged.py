"""A thousand damaged files, each audited under a limit of 1 GB of memory and 30 seconds.

    python -m tests.benchmarks.damaged [HOW_MANY]

Each has to end in a report or in one clear line, with exit code 0 or 3. Says what did not,
and prints figures for ``tests.benchmarks.page``.
"""

import io
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import audit
from audit.cli import commands
from tests.damage import damaged, kind

GIGABYTE = 2**30
SECONDS = 30
REPORT, REFUSED = 0, 3


class Outcome(NamedTuple):
    """How the audit of one file ended. Units: seconds of processor time, bytes."""

    number: int
    code: int
    seconds: float
    memory: int
    said: str

    @property
    def wrong(self) -> str:
        """What should not have happened, nothing if all is well."""
        if self.code not in (REPORT, REFUSED):
            return f"exit code {self.code}: {self.said[-300:]}"
        if "Traceback" in self.said or (self.code == REFUSED) != (self.said.count("\n") == 1):
            return f"exit code {self.code} and said: {self.said[:300]!r}"
        if self.seconds > SECONDS or self.memory > GIGABYTE:
            return f"{self.seconds:.1f} s and {self.memory / 2**20:.0f} MB"
        return ""


def audited(number: int, folder: Path) -> Outcome:
    """Audit one file in a process of its own, which ends when it passes the limits."""
    name, data = damaged(number)
    path, said = folder / name, folder / "said"
    path.write_bytes(data)
    del data
    process = os.fork()
    if process == 0:
        _child(path, folder / "out.sarif", said)
    _, status, used = os.wait4(process, 0)
    seconds = used.ru_utime + used.ru_stime
    code = os.waitstatus_to_exitcode(status)
    return Outcome(number, code, seconds, used.ru_maxrss * 1024, said.read_text("utf-8", "replace"))


def _child(path: Path, output: Path, said: Path) -> None:
    code = 99
    try:
        resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), encoding="utf-8")
        os.chdir(path.parent)
        arguments = ["check", path.name, "--fail-on=never", "--format=sarif", f"-o{output}"]
        commands.main(arguments, "audit", standalone_mode=True)
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 98
    except BaseException as error:
        os.write(2, f"Traceback: {type(error).__name__}: {error}\n".encode())
    finally:
        sys.stderr.flush()
        os._exit(code)


def outcomes(numbers: range) -> Iterator[Outcome]:
    # Loaded before the first fork, so that each file costs what it costs.
    audit.audit_text("Officials said on Monday that the talks had failed.").to_dict()
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            yield audited(number, Path(folder))


def main(many: int) -> int:
    started, found, wrong = time.monotonic(), list[Outcome](), 0
    for outcome in outcomes(range(many)):
        found.append(outcome)
        if len(found) % 100 == 0:
            print(f"{len(found)} of {many}", file=sys.stderr)
        if outcome.wrong:
            wrong += 1
            print(f"{outcome.number} ({kind(outcome.number)}): {outcome.wrong}", file=sys.stderr)
    figures = {
        "files": many,
        "reports": sum(outcome.code == REPORT for outcome in found),
        "refused_in_one_line": sum(outcome.code == REFUSED for outcome in found),
        "anything_else": wrong,
        "slowest_s": round(max(outcome.seconds for outcome in found), 1),
        "peak_rss_mb": max(outcome.memory for outcome in found) // 2**20,
    }
    print(json.dumps({"damaged": figures}, indent=1))
    slow = sorted(found, key=lambda outcome: -outcome.seconds)[:8]
    for outcome in slow:
        print(
            f"{outcome.number} ({kind(outcome.number)}): {outcome.seconds:.1f} s", file=sys.stderr
        )
    print(f"{time.monotonic() - started:.0f} s in all", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
