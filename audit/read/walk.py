"""Which files are meant by the names on a command line."""

import os
from pathlib import Path

from audit.read import HTML, STDIN, SUFFIXES

# How the title of every page from ``templates/base.html.j2`` ends.
OUR_TITLE = "– source audit</title>".encode()


def find_articles(given: str) -> list[str]:
    """The article of that name, or those in the folder of that name, in order of path.

    A folder without articles is given back as it is, and so is a name that is not there:
    reading it says what is wrong. Hidden files and folders are left out, and so are pages
    that we wrote ourselves and the files by which Word knows that a document is open.
    """
    if given == STDIN or not os.path.isdir(given):
        return [given]
    found = []
    for folder, folders, names in os.walk(given):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            os.path.join(folder, name)
            for name in names
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in SUFFIXES
        ]
    return sorted(path for path in found if not _is_ours(path)) or [given]


def _is_ours(path: str) -> bool:
    """A report beside the articles is no article."""
    if Path(path).suffix.lower() not in HTML:
        return False
    try:
        with open(path, "rb") as file:
            return OUR_TITLE in file.read(4096)
    except OSError:
        return False
