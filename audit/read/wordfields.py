"""Fields of a Word document: each has a code, and a result that is shown in its place."""

import re
from dataclasses import dataclass, field

from audit.read.markup import leads_away

_ADDRESS = re.compile(r"""\s*HYPERLINK\s+["“]?([^"”\s\\][^"”\s]*)""", re.IGNORECASE)


def links_away(code: str) -> bool:
    """The code makes a link of its result, to somewhere outside.

    >>> links_away(' HYPERLINK "https://a.b" '), links_away(" PAGE ")
    (True, False)
    """
    address = _ADDRESS.match(code)
    return address is not None and leads_away(address[1])


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    shown: bool = False
    link: bool = False


class Fields:
    """The fields that are open at a place, which may stand in one another.

    ``codes`` is how many of them have not come to their result, so that nothing is shown;
    ``links`` how many make a link of it.
    """

    def __init__(self) -> None:
        self.codes = self.links = 0
        self._open: list[_Field] = []

    def mark(self, kind: str) -> None:
        """One of the three marks of a field: ``begin``, ``separate``, ``end``."""
        if kind == "begin":
            self._open.append(_Field())
            self.codes += 1
        elif self._open and kind in ("separate", "end"):
            last = self._open[-1]
            if not last.shown:
                last.shown, last.link = True, links_away("".join(last.code))
                self.codes -= 1
                self.links += last.link
            if kind == "end":
                self.links -= self._open.pop().link

    def say(self, code: str) -> None:
        """Some of the code of the innermost field."""
        if self._open:
            self._open[-1].code.append(code)

    def end_paragraph(self) -> None:
        """Give up on codes that have no end: they must not swallow the rest of the article."""
        if self.codes:
            self._open = [known for known in self._open if known.shown]
            self.codes = 0
