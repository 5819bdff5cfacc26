"""How the parts of a Word document are written: their encodings, and the names in them."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from audit.read.package import damaged

# The two editions of ISO/IEC 29500, in this order: transitional, which Word writes, and strict.
WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_-]+)""")
# The standard knows the first alone, and UTF-16; other programs write the others.
_ENCODINGS = frozenset({"utf-8", "us-ascii", "iso-8859-1", "windows-1252"})


def encoding_of(data: bytes) -> str:
    """What a part is written in. Raises ``NotWord`` where no program would write so."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return encoding
    found = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    encoding = found[1].decode().lower() if found else "utf-8"
    if encoding not in _ENCODINGS:
        raise damaged(f"its text is in {encoding}, not in UTF-8")
    return encoding


@lru_cache(maxsize=1 << 10)
def parts_of(given: str) -> tuple[int, str, str]:
    """Edition, local name and prefix of a name as expat gives it.

    The edition is a place in ``WORD``. For other vocabularies it is -1, and the name is
    empty but where one of them is told from another.
    """
    space, _, rest = given.partition(" ")
    name, _, prefix = rest.partition(" ")
    if space in WORD:
        return WORD.index(space), name, prefix
    return -1, name if space == _COMPATIBILITY or name == "checkbox" else "", prefix


def value_of(given: Mapping[str, str], name: str, spaces: Collection[str] = WORD) -> str:
    """The attribute of that local name in a vocabulary; empty if there is none."""
    for key, value in given.items():
        space, _, rest = key.partition(" ")
        if space in spaces and rest.partition(" ")[0] == name:
            return value
    return ""
