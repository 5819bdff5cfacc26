"""An HTML page to the article in it: navigation, forms, tables and code are left out.

The article is the ``article`` or ``main`` with the most text in paragraphs; on a page that
marks neither, the element whose own paragraphs hold the most.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from audit.notes import is_note
from audit.read.markup import Block, Reading, Run, assemble, comment, leads_away
from audit.read.tags import Comment, Tag, Text, scan

_LEFT_OUT = frozenset(
    """
    aside audio button canvas code datalist del dialog embed figcaption figure footer form head
    iframe map math menu nav noembed noframes noscript object option picture pre s script search
    select strike style svg table template textarea title video xmp
    """.split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Elements that are part of a line. All others begin a block and end one.
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd mark q s samp small span strike
    strong sub sup time tt u var wbr
    """.split()
)
# Left out of a line without ending it.
_WITHIN = _INLINE | frozenset(
    "button canvas code map math noscript object picture script select style svg template".split()
)
_CLOSES = {"p": {"p"}, "li": {"li", "p"}, "dt": {"dt", "dd", "p"}, "dd": {"dt", "dd", "p"}}
_AROUND = frozenset("li ul ol dl blockquote div article section main td".split())
_ROLES = frozenset("navigation banner contentinfo complementary search menu dialog".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_EARS = frozenset({"sr-only", "screen-reader-text", "visually-hidden"})
# Words of a class or id that name what stands around articles.
_FURNITURE = re.compile(
    r"""
    (?:^|\s) (?! (?:has|is|no|with|show) [_-] ) (?:[a-z0-9]+[_-]+)*?
    (?: nav | navbar | navigation | menu | breadcrumbs? | footer | sidebar | share | sharing
      | social | comments? | related | promo | newsletter | subscribe | cookies? | ads?
      | advert(?:s|isement)? | byline | caption | paywall | recommended | trending )
    (?:$|[\s_-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


# Units: characters. With less than this there is no article yet.
LEAST = 200


@dataclass(slots=True)
class _Element:
    """An open or closed element: where it stands, and how much its own paragraphs say."""

    name: str
    parent: int
    out: bool
    link: bool = False
    quote: int = 0
    said: int = 0
    inside: int = 0


@dataclass(slots=True)
class _Page:
    """The page as read so far."""

    source: str
    by_name: bool = True
    elements: list[_Element] = field(default_factory=lambda: [_Element("", -1, False)])
    stack: list[int] = field(default_factory=lambda: [0])
    open: dict[str, int] = field(default_factory=dict)
    blocks: list[tuple[Block, int]] = field(default_factory=list)
    loose: list[Run] = field(default_factory=list)
    fresh: bool = True


def read(source: str) -> Reading:
    """The article of a page. A page without one gives an empty text."""
    reading = _read(source, by_name=True)
    # A page whose article stands in an element with the name of a sidebar has one all the same.
    return reading if len(reading.text) >= LEAST else _read(source, by_name=False)


def _read(source: str, by_name: bool) -> Reading:
    page = _Page(source, by_name)
    for found in scan(source):
        if isinstance(found, Text):
            _text(page, found)
        elif isinstance(found, Comment):
            if is_note(comment(source, found.start, found.end)[0]):
                _add(page, Run(found.start, found.end, note=True))
        elif found.opens:
            _open(page, found)
        else:
            _close(page, found)
    return assemble(source, _article(page), page.loose)


def _open(page: _Page, tag: Tag) -> None:
    if tag.name == "br":
        _add(page, Run(tag.start, tag.end, " "))
    elif tag.name not in _WITHIN:
        page.fresh = tag.name not in ("img", "input") or page.fresh
    for other in _CLOSES.get(tag.name, {"p"} if tag.name not in _WITHIN | _VOID else ()):
        _close_within(page, other)
    if tag.name in _VOID:
        return
    top = page.stack[-1]
    above = page.elements[top]
    out = above.out or tag.name in _LEFT_OUT or _is_furniture(tag, page.by_name)
    link = above.link or (tag.name == "a" and leads_away(tag.attributes.get("href")))
    quote = above.quote
    if tag.name == "blockquote" and not quote:
        quote = len(page.elements)
    page.elements.append(_Element(tag.name, top, out, link, quote))
    page.stack.append(len(page.elements) - 1)
    page.open[tag.name] = page.open.get(tag.name, 0) + 1
    if tag.name == "q":
        _add(page, Run(tag.start, tag.end, "“"))


def _is_furniture(tag: Tag, by_name: bool) -> bool:
    given = tag.attributes
    if tag.name in ("html", "body", "article", "main"):
        return False
    if "hidden" in given or given.get("aria-hidden") == "true" or given.get("role") in _ROLES:
        return True
    names = f"{given.get('class', '')} {given.get('id', '')}"
    if _HIDDEN.search(given.get("style", "")[:300]):
        return True
    if _FOR_EARS & set(given.get("class", "")[:300].lower().split()):
        return True
    return by_name and len(names) < 300 and bool(_FURNITURE.search(names))


def _close_within(page: _Page, name: str) -> None:
    """Close an element that the next one ends, unless something around them both stands between."""
    for place in range(len(page.stack) - 1, max(len(page.stack) - 8, 0), -1):
        found = page.elements[page.stack[place]].name
        if found == name:
            _pop(page, place)
            return
        if found in _AROUND:
            return


def _close(page: _Page, tag: Tag) -> None:
    if tag.name == "q":
        _add(page, Run(tag.start, tag.end, "”"))
    if tag.name not in _WITHIN:
        page.fresh = True
    if page.open.get(tag.name):
        place = len(page.stack) - 1
        while page.elements[page.stack[place]].name != tag.name:
            place -= 1
        _pop(page, place)


def _pop(page: _Page, place: int) -> None:
    while len(page.stack) > place:
        page.open[page.elements[page.stack.pop()].name] -= 1


def _text(page: _Page, text: Text) -> None:
    """Stretches of text, each character reference as the character it stands for."""
    at = text.start
    for match in _REFERENCE.finditer(page.source, text.start, text.end):
        shown = unescape(match[0])
        if shown != match[0]:
            _add(page, Run(at, match.start()))
            _add(page, Run(match.start(), match.end(), " " if shown == "\xa0" else shown))
            at = match.end()
    _add(page, Run(at, text.end))


def _add(page: _Page, run: Run) -> None:
    top = page.stack[-1]
    element = page.elements[top]
    if element.out and run.note:
        page.loose.append(run)
    if element.out or run.start == run.end:
        return
    if page.fresh:
        shown = page.source[run.start : run.end] if run.text is None else run.text
        if shown.isspace():
            return
        page.blocks.append((Block(quote=element.quote), top))
        page.fresh = False
        block = page.blocks[-1][0]
        block.item = any(page.elements[i].name == "li" for i in page.stack[-3:])
    page.blocks[-1][0].runs.append(run._replace(link=element.link))


def _article(page: _Page) -> list[Block]:
    """The blocks of the element that holds the article; notes outside it are loose."""
    elements = page.elements
    for block, at in page.blocks:
        size = sum(run.end - run.start for run in block.runs if not run.note)
        while elements[at].name in _INLINE:
            at = elements[at].parent
        if elements[at].name == "p":
            elements[at].inside += size
            elements[elements[at].parent].said += size
    # Children come after their parents, so one pass from the end adds everything up.
    for i in range(len(elements) - 1, 0, -1):
        elements[elements[i].parent].inside += elements[i].inside
    chosen = _chosen(elements)
    within = [False] * len(elements)
    for i, element in enumerate(elements):
        within[i] = i == chosen or (i > 0 and within[element.parent])
    page.loose += (
        run for block, at in page.blocks if not within[at] for run in block.runs if run.note
    )
    return [block for block, at in page.blocks if within[at]]


def _chosen(elements: list[_Element]) -> int:
    everything = elements[0].inside
    for name in ("article", "main"):
        marked = [i for i, e in enumerate(elements) if e.name == name and not e.out]
        best = max(marked, key=lambda i: elements[i].inside, default=0)
        # A teaser may be marked as an article too.
        if best and 3 * elements[best].inside >= everything:
            return best
    best = max(range(len(elements)), key=lambda i: elements[i].said)
    return best if 2 * elements[best].said >= everything > 0 else 0
