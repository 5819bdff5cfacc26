"""Markdown to the prose in it: front matter, code, tables, images and notes are left out.

What is a link, emphasis or code is decided by markdown-it, which says in which lines a block
stands but not where in a line its words do. Those are found again from left to right, each
after the one before; no word is looked for in a place where markdown-it saw none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from audit.notes import is_note
from audit.read.lines import divide, footnotes, front_matter
from audit.read.markup import Block, Reading, Run, assemble, comment, leads_away

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTE_SIGN = re.compile(r"\[\^([^\]\s]+)\]")


def read(source: str) -> Reading:
    """The prose of a text in Markdown (CommonMark, with tables and footnotes)."""
    from markdown_it import MarkdownIt

    lines = divide(source)
    hidden = front_matter(source, lines)
    notes = footnotes(source, lines, hidden)
    # One line for one line, so that markdown-it's line numbers are the file's.
    shown = "\n".join(
        "" if i in hidden else source[start:end].rstrip("\r\n").replace("\0", "\ufffd")
        for i, (start, end) in enumerate(lines)
    )
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    loose: list[Run] = []
    return assemble(source, _blocks(source, lines, parser.parse(shown), notes, loose), loose)


def _blocks(
    source: str,
    lines: Sequence[tuple[int, int]],
    tokens: Sequence["Token"],
    notes: set[str],
    loose: list[Run],
) -> list[Block]:
    """The blocks of prose; what is addressed to the audit in a table goes to ``loose``."""
    blocks: list[Block] = []
    quotes: list[int] = []
    tables, item = 0, False
    for i, token in enumerate(tokens):
        if token.type == "blockquote_open":
            quotes.append(quotes[0] if quotes else i + 1)
        elif token.type == "blockquote_close":
            quotes.pop()
        elif token.type in ("table_open", "table_close"):
            tables += token.nesting
        elif token.type == "list_item_open":
            item = True
        elif token.map is None:
            continue
        elif token.type == "inline":
            runs = _Line(source, token, _places(source, lines, token), notes).runs()
            if tables:
                loose += (run for run in runs if run.note)
                continue
            blocks.append(Block(runs, quotes[0] if quotes else 0, item))
            item = False
        elif token.type == "html_block":
            start, end = lines[token.map[0]][0], lines[token.map[1] - 1][1]
            blocks.append(Block(list(_note_runs(source, start, end))))
    return blocks


def _note_runs(source: str, start: int, end: int) -> Iterator[Run]:
    """The notes to the audit among the comments of a stretch of HTML."""
    while (start := source.find("<!--", start, end)) >= 0:
        close = source.find("-->", start, end)
        stop = end if close < 0 else close + 3
        if is_note(comment(source, start, stop)[0]):
            yield Run(start, stop, note=True)
        start = stop


def _places(source: str, lines: Sequence[tuple[int, int]], token: "Token") -> list[int]:
    """Where in the file each character of an inline token's content stands, and its end."""
    assert token.map is not None
    at: list[int] = []
    end = lines[token.map[0]][0]
    for number, content in enumerate(token.content.split("\n"), start=token.map[0]):
        start, stop = lines[min(number, len(lines) - 1)]
        # Marks of quotation, lists and headings stand before it, never in it.
        words = content.lstrip()
        found = max(source.rfind(words, start, stop), start) if words else start
        if number > token.map[0]:
            at.append(end)
        at += [found] * (len(content) - len(words))
        at += range(found, found + len(words))
        end = min(found + len(words), len(source))
    return [*(min(place, len(source)) for place in at), end]


class _Line:
    """Walks along one inline token and its source together."""

    def __init__(self, source: str, token: "Token", at: list[int], notes: set[str]) -> None:
        self._source = source
        self._content = token.content
        self._children = token.children or []
        self._at = at
        self._notes = notes
        self._cursor = 0
        self._runs: list[Run] = []
        self._link = False
        self._struck = 0

    def runs(self) -> list[Run]:
        for child in self._children:
            if child.type in ("s_open", "s_close"):
                self._skip(child.markup)
                self._struck += child.nesting
            elif child.type in ("text", "text_special"):
                self._text(child)
            elif child.type in ("softbreak", "hardbreak"):
                start = self._skip("\n")
                self._add(start, self._cursor, " ")
            elif child.type == "code_inline":
                self._skip(child.markup)
                self._skip(child.markup)
            elif child.type == "html_inline":
                start = self._skip(child.content)
                if child.content.startswith("<!--") and is_note(child.content[4:]):
                    first, last = self._at[start], self._at[self._cursor - 1]
                    self._runs.append(Run(first, last + 1, note=True))
            elif child.type == "image":
                self._skip("![")
                self._past_label()
                self._past_address()
            elif child.type == "link_open":
                self._skip("<" if child.markup == "autolink" else "[")
                self._link = leads_away(str(child.attrs.get("href", "")))
            elif child.type == "link_close":
                self._link = False
                if child.markup == "autolink":
                    self._skip(">")
                else:
                    self._skip("]")
                    self._past_address()
            elif child.markup:
                self._skip(child.markup)
        return self._runs

    def _skip(self, what: str) -> int:
        """Go past the next occurrence; where it began, or where we are if there is none."""
        found = self._content.find(what, self._cursor)
        if found < 0:
            return self._cursor
        self._cursor = found + len(what)
        return found

    def _text(self, child: "Token") -> None:
        if child.type == "text_special":
            start = self._skip(child.markup)
            self._add(start, self._cursor, child.content)
            return
        start = self._skip(child.content)
        at = 0
        for match in _NOTE_SIGN.finditer(child.content):
            self._add(start + at, start + match.start())
            at = match.end()
            if match[1] in self._notes:
                self._link_last_word()
        self._add(start + at, start + len(child.content))

    def _link_last_word(self) -> None:
        """The word before a footnote's sign has the address that the note gives."""
        if not self._runs or self._runs[-1].note:
            return
        run = self._runs.pop()
        if run.text is None:
            word = self._source.rfind(" ", run.start, run.end) + 1
            if word > run.start:
                self._runs.append(run._replace(end=word))
                run = run._replace(start=word)
        self._runs.append(run._replace(link=True))

    def _past_label(self) -> None:
        """Past the ``]`` that closes a label, with brackets inside it."""
        depth = 1
        for match in re.compile(r"\\.|[\[\]]", re.DOTALL).finditer(self._content, self._cursor):
            depth += {"[": 1, "]": -1}.get(match[0], 0)
            if not depth:
                self._cursor = match.end()
                return

    def _past_address(self) -> None:
        """Past what follows a label: ``(address "title")``, ``[name]`` or nothing."""
        from markdown_it.helpers import parseLinkDestination, parseLinkTitle

        content, at = self._content, self._cursor
        if content.startswith("[", at):
            self._cursor += 1
            self._past_label()
        elif content.startswith("(", at):
            size = len(content)
            at = _past_space(content, at + 1)
            address = parseLinkDestination(content, at, size)
            if address.ok:
                at = _past_space(content, address.pos)
                title = parseLinkTitle(content, at, size)
                if title.ok and at > address.pos:
                    at = _past_space(content, title.pos)
            if content.startswith(")", at):
                self._cursor = at + 1

    def _add(self, start: int, end: int, text: str | None = None) -> None:
        """A stretch of the content, as it is in the file or shown as ``text``."""
        if start >= end or self._struck:
            return
        if text is not None:
            first, last = self._at[start], self._at[min(end, len(self._at) - 1)]
            self._runs.append(Run(first, max(first, last), text, self._link))
            return
        first, last = self._at[start], self._at[end - 1]
        whole = last - first == end - 1 - start
        shown = None if whole else self._content[start:end]
        self._runs.append(Run(first, max(first, last) + 1, shown, self._link))


def _past_space(content: str, at: int) -> int:
    while at < len(content) and content[at] in " \t\n":
        at += 1
    return at
