"""Bytes to text, strictly: no character is lost, replaced or guessed."""

import codecs
import re

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Encodings of one byte a character, as a page or its XML declaration names them.
_CHARSET = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*
    (iso-8859-\d{1,2}|latin-?1|windows-125[0-8]|cp125[0-8]|us-ascii|macintosh|koi8-r)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "cp1252"})
# Where browsers look for it. Units: bytes.
_HEAD = 1024


class NotText(Exception):
    """Bytes that are no text that can be read; the message says why and what to do."""


def decode(data: bytes, page: bool = False) -> str:
    """The bytes as UTF-8, or as UTF-16 where a mark says so; nothing is guessed.

    A ``page`` may name an encoding of its own. Raises ``NotText``.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise NotText("this is UTF-32 text; save it as UTF-8 and try again")
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return _decoded(data, encoding, "UTF-16")
    if b"\0" in data:
        raise NotText("this is a binary file; give the article as plain text in UTF-8")
    if page and not _is_utf8(data) and (declared := _declared(data)):
        return _decoded(data, declared, declared)
    return _decoded(data, "utf-8", "UTF-8")


def _decoded(data: bytes, encoding: str, shown: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"this is not {shown} text (see line {line}); save it as UTF-8 and try again"
        raise NotText(reason) from None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    """The encoding that a page names in its head, if it is one of a byte a character.

    Browsers take ISO 8859-1 for Windows-1252 (https://encoding.spec.whatwg.org), and so do we.
    """
    named = _CHARSET.search(data[:_HEAD])
    if named is None:
        return None
    encoding = named[1].decode("ascii").lower()
    try:
        return codecs.lookup("windows-1252" if encoding in _LATIN else encoding).name
    except LookupError:
        return None
