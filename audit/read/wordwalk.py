"""Goes through the text part of a Word document, from end to end and once.

Of two versions of the same text one is read: insertions and not what was deleted, the result
of a field and not its code, the first of several alternatives that says anything.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from audit.read.package import NotWord, damaged, declares
from audit.read.wordfields import Fields, links_away
from audit.read.wordml import Body, Element, Paragraph, Stretch, Where
from audit.read.wordxml import RELATIONS, encoding_of, parts_of, value_of

_OFF = frozenset({"0", "false", "off", "none"})

# Inside these nothing is read: what was deleted or moved away, formats and their changes,
# codes of fields, the small letters above others.
_MUTE = frozenset(
    """
    del moveFrom pPr rPr tblPr trPr tcPr sectPr sdtPr instrText delText delInstrText rt
    """.split()
)
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}
# Content controls of these kinds are filled anew by programs; marks inside would be lost.
_FILLED = frozenset(
    "text dropDownList comboBox date picture checkbox dataBinding citation equation".split()
)
_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_TELLING = frozenset("pStyle numPr numId framePr del moveFrom vanish".split())
_HEX = re.compile("[0-9A-Fa-f]{1,4}")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet, with what holds for all inside it.

    ``said``: how much had been read when one of several alternatives was taken up.
    ``settled``: one of the alternatives has said something. ``filled``: by a program.
    """

    name: str
    element: Element | None
    paragraph: Paragraph | None
    where: Where
    mute: bool
    link: bool
    anchor: Element | None
    child: Element | None
    said: int = 0
    settled: bool = False
    filled: bool = False


def walk(data: bytes, links: Mapping[str, bool], cited: Collection[tuple[str, str]]) -> Body:
    """The text part of a document. Raises ``NotWord``.

    ``links`` says which relations lead to an address outside, ``cited`` which notes have
    one: pairs of the part they stand in, ``footnotes`` or ``endnotes``, and their id.
    """
    encoding = encoding_of(data)
    try:
        # In UTF-8, whatever the file is in, so that every place is a place in these bytes.
        body = Body(data.decode(encoding).encode("utf-8"), encoding)
        _Walker(body, links, cited).run()
    except (expat.ExpatError, UnicodeError):
        raise damaged("its text is not XML") from None
    return body


class _Walker:
    def __init__(
        self, body: Body, links: Mapping[str, bool], cited: Collection[tuple[str, str]]
    ) -> None:
        self._body = body
        self._links = links
        self._cited = cited
        self._stack = [_Open("", None, None, Where.BODY, False, False, None, None)]
        self._fields = Fields()
        self._said = 0
        self._chunks: list[tuple[int, str]] = []
        self._quoted = False
        # Where the last event was the start of an element: that place.
        self._fresh = -1
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.namespace_prefixes = True
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartCdataSectionHandler = self._section
        self._parser.StartDoctypeDeclHandler = _declared

    def run(self) -> None:
        self._parser.Parse(self._body.data, True)

    def _open(self, given: str, attributes: dict[str, str]) -> None:
        at = self._fresh = self._parser.CurrentByteIndex
        edition, name, prefix = parts_of(given)
        above = self._stack[-1]
        if len(self._stack) == 1:
            if edition < 0 or name != "document":
                raise NotWord("this is not a Word document: its main part holds no text")
            self._body.prefix, self._body.edition = prefix, edition
        inside = _Open(
            name,
            above.element,
            above.paragraph,
            above.where,
            above.mute or name in _MUTE,
            above.link,
            above.anchor,
            above.child,
        )
        if above.paragraph is not None and name != "sdtContent":
            inside.element = _element(name, at, above)
            if inside.child is None and above.anchor is not None:
                inside.child = inside.element
        act = _ACTS.get(name)
        if act is not None:
            act(self, inside, above, attributes)
        elif above.name == "sdtPr":
            control = self._stack[-2]
            control.filled = control.filled or name in _FILLED
            # What it shows then is not text but where text can go.
            control.mute = control.mute or name == "showingPlcHdr"
        self._stack.append(inside)

    def _close(self, _: str) -> None:
        inside = self._stack.pop()
        at = self._parser.CurrentByteIndex
        if inside.element is not None:
            # Of an element without content expat gives the place behind it.
            empty = self._fresh == inside.element.start and self._body.data[at - 2 : at] == b"/>"
            inside.element.end = at if empty else self._body.data.index(b">", at) + 1
        self._fresh = -1
        if inside.name == "t":
            self._say(inside, "".join(text for _, text in self._chunks).replace("\n", " "))
            self._chunks, self._quoted = [], False
        elif inside.name == "Choice" and self._said > inside.said:
            self._stack[-1].settled = True
        elif inside.name == "p":
            self._fields.end_paragraph()

    def _section(self) -> None:
        """No place in a CDATA section is one for a mark."""
        self._quoted = True

    def _characters(self, text: str) -> None:
        self._fresh = -1
        name = self._stack[-1].name
        if name == "t":
            self._chunks.append((self._parser.CurrentByteIndex, text))
        elif name == "instrText":
            self._fields.say(text)

    def _say(self, inside: _Open, text: str) -> None:
        """Text that is shown, at the end of the paragraph it is in."""
        paragraph, element = inside.paragraph, inside.element
        if inside.mute or self._fields.codes or not text or paragraph is None or element is None:
            return
        chunks = self._chunks if inside.child is element and not self._quoted else []
        link = inside.link or self._fields.links > 0
        anchor = inside.anchor or element
        stretch = Stretch(paragraph.length, text, link, anchor, inside.child, chunks)
        paragraph.stretches.append(stretch)
        paragraph.length += len(text)
        self._said += len(text)

    # What an element does when it opens, by its name: given itself as it will stand on the
    # stack, the one above it, and its attributes.

    def _paragraph(self, inside: _Open, _: _Open, __: dict[str, str]) -> None:
        inside.element = None
        inside.paragraph = Paragraph(len(self._body.paragraphs), inside.where)
        self._body.paragraphs.append(inside.paragraph)

    def _run(self, inside: _Open, _: _Open, __: dict[str, str]) -> None:
        inside.anchor = inside.anchor or inside.element
        if inside.paragraph is not None:
            inside.paragraph.runs.append(inside.paragraph.length)

    def _alternatives(self, inside: _Open, _: _Open, __: dict[str, str]) -> None:
        inside.anchor = inside.anchor or inside.element

    def _alternative(self, inside: _Open, above: _Open, __: dict[str, str]) -> None:
        inside.mute = inside.mute or above.settled
        inside.said = self._said

    def _control(self, inside: _Open, above: _Open, __: dict[str, str]) -> None:
        if above.filled:
            inside.anchor = inside.anchor or inside.element

    def _table(self, inside: _Open, _: _Open, __: dict[str, str]) -> None:
        inside.where = max(inside.where, Where.TABLE)

    def _box(self, inside: _Open, _: _Open, __: dict[str, str]) -> None:
        inside.where = Where.BOX

    def _sign(self, inside: _Open, _: _Open, __: dict[str, str]) -> None:
        self._say(inside, _SIGNS[inside.name])

    def _symbol(self, inside: _Open, _: _Open, given: dict[str, str]) -> None:
        code = _HEX.fullmatch(value_of(given, "char"))
        # What stands in a font's own places means nothing without the font.
        if code and chr(int(code[0], 16)).isprintable():
            self._say(inside, chr(int(code[0], 16)))

    def _link(self, inside: _Open, _: _Open, given: dict[str, str]) -> None:
        inside.link = inside.link or self._links.get(value_of(given, "id", RELATIONS), False)

    def _note(self, inside: _Open, _: _Open, given: dict[str, str]) -> None:
        cited = (_NOTES[inside.name], value_of(given, "id")) in self._cited
        if cited and not inside.mute and inside.paragraph and inside.paragraph.stretches:
            inside.paragraph.stretches[-1].cited = True

    def _comment(self, inside: _Open, _: _Open, given: dict[str, str]) -> None:
        paragraph, known = inside.paragraph, self._body.paragraphs
        if paragraph is not None:
            place = paragraph.number, paragraph.length
        elif inside.name == "commentRangeStart" or not known:
            place = len(known), 0
        else:
            place = len(known) - 1, known[-1].length
        self._body.comments.setdefault(value_of(given, "id"), []).append(place)

    def _field(self, inside: _Open, _: _Open, given: dict[str, str]) -> None:
        self._fields.mark(value_of(given, "fldCharType"))

    def _simple_field(self, inside: _Open, _: _Open, given: dict[str, str]) -> None:
        inside.link = inside.link or links_away(value_of(given, "instr"))
        inside.anchor = inside.anchor or inside.element

    # The same for what is told of a paragraph or run; of their earlier formats nothing counts.

    def _told(self, inside: _Open, above: _Open, given: dict[str, str]) -> None:
        path = " ".join(found.name for found in self._stack[-3:])
        paragraph, value = inside.paragraph, value_of(given, "val")
        if paragraph is None:
            return
        if inside.name == "vanish" and path.endswith(" r rPr"):
            run = self._stack[-2].element
            if run is not None:
                run.hidden = value not in _OFF
        elif inside.name == "pStyle" and path.endswith(" p pPr"):
            paragraph.style = value
        elif inside.name == "numPr" and path.endswith(" p pPr"):
            paragraph.listed = True
        elif inside.name == "numId" and path == "p pPr numPr":
            paragraph.listed = value != "0"
        elif inside.name in ("del", "moveFrom") and path == "p pPr rPr":
            paragraph.joined = True
        elif inside.name == "framePr" and path.endswith(" p pPr"):
            # An initial stands in a paragraph of its own.
            paragraph.joined = value_of(given, "dropCap") not in {"", *_OFF}


def _declared(*_: object) -> None:
    raise declares()


def _element(name: str, at: int, above: _Open) -> Element:
    """A new element, told to the one that it is in."""
    around = above.element
    element = Element(name, at, around)
    if around is None:
        return element
    if name == "rPr" and around.properties is None:
        around.properties = element
    elif not name.endswith("Pr"):
        around.first = around.first or element
        around.last = element
    return element


_ACTS = {
    "p": _Walker._paragraph,
    "r": _Walker._run,
    "AlternateContent": _Walker._alternatives,
    "Choice": _Walker._alternative,
    "Fallback": _Walker._alternative,
    "sdtContent": _Walker._control,
    "tbl": _Walker._table,
    "txbxContent": _Walker._box,
    "sym": _Walker._symbol,
    "hyperlink": _Walker._link,
    "fldChar": _Walker._field,
    "fldSimple": _Walker._simple_field,
    **dict.fromkeys(_SIGNS, _Walker._sign),
    **dict.fromkeys(_NOTES, _Walker._note),
    **dict.fromkeys(_MARKS, _Walker._comment),
    **dict.fromkeys(_TELLING, _Walker._told),
}
