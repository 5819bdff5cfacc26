"""What ``audit report`` writes of an article, by the format it is asked for."""

from pathlib import Path

from audit.outputs import FORMATS
from audit.read import WORD, Unreadable, read_bytes, shown
from audit.report import Report

# The files of each format by how their names end, and what renders them.
FILES = {
    "csv": {"csv": "csv"},
    "html": {"html": "html", "json": "json"},
    "json": {"json": "json"},
    "markdown": {"md": "markdown"},
    "text": {"txt": "text"},
}
_ONLY_WORD = "only a .docx comes back as one; save it as .docx, or leave out --format docx"


def contents(format_: str, report: Report, path: str) -> dict[str, str | bytes]:
    """The content of each file to write, by how its name ends. Raises ``Unreadable``.

    ``path`` is where the article was read from.
    """
    if format_ != "docx":
        return {end: FORMATS[name]([report]) for end, name in FILES[format_].items()}
    from audit.outputs.docx import commented
    from audit.read.package import NotWord

    if Path(path).suffix.lower() not in WORD:
        raise Unreadable(shown(path), _ONLY_WORD)
    try:
        return {"docx": commented(read_bytes(path), report)}
    except NotWord as error:
        raise Unreadable(shown(path), str(error)) from None
