"""Who says so? A source-attribution audit for English news.

    >>> import audit
    >>> report = audit.audit_text("Officials said on Monday the talks had failed.")
    >>> report.to_dict()["schema"]
    'source-audit/report/1'

Importing the package loads no NLTK and no textstat; the first audit does.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.config import Config
    from audit.report import Report

__all__ = ["__version__", "audit_file", "audit_text"]
__version__ = "0.1.0"


def audit_text(text: str, name: str = "text", config: Config | None = None) -> Report:
    """Audit one article given as a string; never raises on any text.

    ``name`` is what the report calls it. Offsets in the report are code points into
    ``text``. Text that is empty or not English gives a report that says so in ``skipped``.
    """
    from audit.parse import parse
    from audit.run import run

    return run(parse(text, name), config=config)


def audit_file(path: str | os.PathLike[str], config: Config | None = None) -> Report:
    """Audit one file. Raises ``audit.read.Unreadable`` if it cannot be read as text."""
    from audit.read import read_file
    from audit.run import run

    return run(read_file(os.fspath(path)), config=config)
