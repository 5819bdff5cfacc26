"""One report a line, for archives and streams."""

import json
from collections.abc import Sequence

from audit.report import Report


def render(reports: Sequence[Report]) -> str:
    # U+2028 and its like end a line for some readers, so they are written as escapes.
    return "".join(_line(report) for report in reports)


def _line(report: Report) -> str:
    line = json.dumps(report.to_dict(), ensure_ascii=False)
    for char in "\x85\u2028\u2029":
        line = line.replace(char, f"\\u{ord(char):04x}")
    return line + "\n"
