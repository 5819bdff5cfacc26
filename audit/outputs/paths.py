"""How an article is named to programs that look for it in a repository."""

import os
from pathlib import PurePath
from urllib.parse import quote


def relative(name: str) -> str:
    """The path from the working folder, with ``/``; as it is where it leads elsewhere.

    >>> relative("./desk//a.txt")
    'desk/a.txt'
    """
    path = os.path.normpath(name) if name else name
    if os.path.isabs(path):
        inner = os.path.relpath(path)
        path = path if inner.startswith(os.pardir) else inner
    return PurePath(path).as_posix()


def uri(name: str) -> str:
    """The path as a URI reference (RFC 3986); ``file:`` where it is absolute.

    >>> uri("desk/a,b <d>.txt")
    'desk/a%2Cb%20%3Cd%3E.txt'
    """
    path = relative(name)
    escaped = quote(path, safe="/", errors="replace")
    return f"file://{escaped}" if path.startswith("/") else escaped
