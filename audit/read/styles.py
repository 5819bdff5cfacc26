"""The styles of a Word document: which paragraphs are quotations, and which items of a list."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

# By the names that styles have in Word in any language, in LibreOffice, in Google's documents.
_QUOTATION = re.compile(r"(?:intense ?|block ?)?quot(?:e|ation)s?|block ?text", re.IGNORECASE)
_LIST = re.compile(r"list ?(?:bullet|number)( ?\d)?", re.IGNORECASE)
_HEADING = re.compile(r"(?:sub)?title|heading ?\d*", re.IGNORECASE)
# Word lets no style stand on more others.
_DEEPEST = 11


class _Style(NamedTuple):
    name: str
    above: str
    listed: bool


class Styles:
    """What a document's styles mean, by their ids; an id that is not defined is its own name."""

    def __init__(self, root: Element | None) -> None:
        self._by_id = {attribute(found, "styleId"): _style(found) for found in root or ()}

    def quotes(self, id_: str) -> bool:
        return any(_QUOTATION.fullmatch(style.name) for style in self._chain(id_))

    def lists(self, id_: str) -> bool:
        """Whether it makes its paragraphs items. Numbers of headings are no list."""
        chain = list(self._chain(id_))
        if any(_HEADING.fullmatch(style.name) for style in chain):
            return False
        return any(style.listed or _LIST.fullmatch(style.name) for style in chain)

    def _chain(self, id_: str) -> Iterator[_Style]:
        """The style, the one that it stands on, and so on."""
        for _ in range(_DEEPEST):
            style = self._by_id.get(id_, _Style(id_, "", False))
            yield style
            id_ = style.above
            if not id_:
                return


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name, which is enough for Word's own."""
    given = {} if element is None else element.attrib
    return next((value for key, value in given.items() if key.rpartition("}")[2] == name), "")


def _style(found: Element) -> _Style:
    name, above, numbers = (found.find(f".//{{*}}{part}") for part in ("name", "basedOn", "numPr"))
    return _Style(attribute(name, "val"), attribute(above, "val"), numbers is not None)
