"""Which files are meant by the names on a command line."""

import os
from pathlib import Path

from audit.read import STDIN, SUFFIXES


def find_articles(given: str) -> list[str]:
    """The article of that name, or those in the folder of that name, in order of path.

    A folder without articles is given back as it is, and so is a name that is not there:
    reading it says what is wrong. Hidden files and folders are left out.
    """
    if given == STDIN or not os.path.isdir(given):
        return [given]
    found = []
    for folder, folders, names in os.walk(given):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            os.path.join(folder, name)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
        ]
    return sorted(found) or [given]
