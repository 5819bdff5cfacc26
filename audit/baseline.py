"""Known findings that do not count, in a file: yesterday's faults block nobody today.

A finding is known by its fingerprint, so it stays known when its paragraph moves and stops
being known when its sentence is rewritten. Paths lead from the folder of the file.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from audit.aside import put_aside
from audit.report import Report

NAME = "audit-baseline.json"
SCHEMA = "source-audit/baseline/1"


class BadBaseline(Exception):
    """A baseline that cannot be read; the message is one line."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One known finding. ``text`` is for people; the fingerprint decides."""

    rule: str
    fingerprint: str
    text: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings of each file, and the folder its path leads from."""

    path: Path
    files: Mapping[str, Sequence[Known]] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """How the file calls an article."""
        there = os.path.relpath(os.path.realpath(name), os.path.realpath(self.path.parent))
        return PurePath(there).as_posix()

    def fingerprints(self, name: str) -> frozenset[str]:
        """What is known of an article: its own entries, and those of files that are gone.

        So an article keeps its known findings when it is renamed.
        """
        key = self.key(name)
        return frozenset(
            known.fingerprint
            for file, some in self.files.items()
            if file == key or not (self.path.parent / file).exists()
            for known in some
        )


def read(path: Path) -> Baseline:
    """Raises ``BadBaseline`` where it is not a baseline that we wrote."""
    try:
        value = json.loads(path.read_bytes())
        if value["schema"] != SCHEMA:
            raise BadBaseline(f"{path}: this is not a baseline of this version; write it anew")
        files = {file: [_known(row) for row in rows] for file, rows in value["files"].items()}
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise BadBaseline(f"{path}: {reason}; write it with: audit baseline FILE") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadBaseline(
            f"{path}: this is not a baseline; write it with: audit baseline"
        ) from None
    return Baseline(path, files)


def _known(row: Any) -> Known:
    known = Known(row["rule"], row["fingerprint"], row["text"])
    if not all(isinstance(value, str) for value in (known.rule, known.fingerprint, known.text)):
        raise TypeError("not text")
    return known


def apply(report: Report, baseline: Baseline) -> Report:
    """The report without what is known."""
    fingerprints = baseline.fingerprints(report.document.name)
    reason = f"known in {baseline.path.name}"
    return put_aside(report, reason, lambda finding: finding.fingerprint in fingerprints)


def renewed(baseline: Baseline, reports: Iterable[Report], prune: bool = False) -> Baseline:
    """The baseline with the reports' findings in place of what it knew of their files.

    ``prune`` adds nothing: it only drops what is no longer found, and files that are gone.
    """
    files = dict(baseline.files)
    for report in reports:
        if not report.audited:
            continue
        known = baseline.fingerprints(report.document.name)
        files[baseline.key(report.document.name)] = sorted(
            Known(finding.rule, finding.fingerprint, report.document.quote(finding.span))
            for finding in report.findings
            if not prune or finding.fingerprint in known
        )
    here = baseline.path.parent
    there = {file for file in files if not prune or (here / file).exists()}
    return Baseline(baseline.path, {file: files[file] for file in sorted(there) if files[file]})


def gone(baseline: Baseline, reports: Iterable[Report]) -> int:
    """How many entries of the audited files are no longer found in them."""
    count = 0
    for report in reports:
        if report.audited:
            found = {finding.fingerprint for finding in report.findings}
            some = baseline.files.get(baseline.key(report.document.name), ())
            count += sum(known.fingerprint not in found for known in some)
    return count


def render(baseline: Baseline) -> str:
    """The file's text, in an order that makes small differences small."""
    files = {
        file: [
            {"rule": known.rule, "fingerprint": known.fingerprint, "text": known.text}
            for known in some
        ]
        for file, some in baseline.files.items()
    }
    return json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=1) + "\n"


def size(baseline: Baseline) -> int:
    """How many findings it knows."""
    return sum(map(len, baseline.files.values()))
