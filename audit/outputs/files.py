"""Outputs on disk: what they are called, and written whole or not at all."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from audit.report import Report


def write(path: Path, content: str | bytes) -> None:
    """Put text in a file, making its folder; a reader never sees half of it.

    Bytes are put in as they are. A link is followed, and what is no file but takes words
    (``/dev/null``, ``/dev/stdout``, a pipe) is written to, never replaced. Raises ``OSError``;
    then the file is as it was.
    """
    import tempfile

    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:
            stream.write(data)
        return
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # A temporary file is private; the report is as readable as any new file.
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def page_names(reports: Sequence[Report], kept: Iterable[str] = ()) -> list[str]:
    """A file name for each report, without suffix, no two alike whatever the case.

    ``kept`` are names that no report may have.

    >>> from audit import audit_text
    >>> page_names([audit_text("", name) for name in ("a/x.txt", "b/X.txt", "-")])
    ['x', 'X-2', 'article']
    """
    taken = {name.lower() for name in kept}
    names = []
    for report in reports:
        stem = re.sub(r"[^\w.,()+ -]|^\.+", "_", Path(report.document.name).stem).strip()
        stem = stem if stem not in ("", "-") else "article"
        name, n = stem, 1
        while name.lower() in taken:
            n += 1
            name = f"{stem}-{n}"
        taken.add(name.lower())
        names.append(name)
    return names
