"""House words: terms that a newsroom adds to a packaged list, or drops from it.

They change what a rule finds, and nothing else: the scores know no house's words, so that
one outlet can be compared with another.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.lexicon import Entry, Lexicon, load
from audit.tokens import divided
from audit.written import BadConfig, Written, joined, nearest, read_text, shown

# The lists that a house may change, by the rule that reads them.
LISTS = {
    "contested-name": "contested_names",
    "editorial-adverb": "editorial_adverbs",
    "intensifier": "intensifiers",
    "loaded-refusal": "refusals",
    "loaded-term": "loaded_terms",
    "peacock-term": "peacock_terms",
    "presupposition": "presuppositions",
    "weasel-phrase": "weasels",
}
# The category of a row that a house has added.
HOUSE = "house"
# The name a house has settled on, for a term that it contests.
PREFERRED = "preferred"
_KEYS = ("add", "drop", "file")
_COLUMNS = ("term", PREFERRED, "source")


@dataclass(frozen=True, slots=True)
class Change:
    """One list's rows that are added, and the terms that are dropped, with where they are named."""

    added: tuple[Entry, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()


def read_words(written: Written, table: str, values: Mapping[str, Any]) -> dict[str, Change]:
    """The changes under the key ``words``, by rule. Raises ``BadConfig``."""
    return {rule: _change(written, table, rule, values[rule]) for rule in values}


def extended(changes: Iterable[Mapping[str, Change]]) -> dict[str, Lexicon]:
    """The lists that are changed, by their packaged names, each change upon those before it.

    Raises ``BadConfig`` for a term to drop that no list holds.
    """
    rows: dict[str, dict[str, Entry]] = {}
    for change in changes:
        for rule, some in change.items():
            name = LISTS[rule]
            terms = rows.setdefault(name, {_key(e.term): e for e in _packaged(name)})
            for term, place in some.dropped:
                if terms.pop(_key(term), None) is None:
                    meant = nearest(_key(term), terms)
                    raise BadConfig(f"{place}: drop: {term!r} is not in the list of {rule}{meant}")
            terms |= {_key(entry.term): entry for entry in some.added}
    return {name: Lexicon(name, terms.values()) for name, terms in rows.items()}


def _packaged(name: str) -> Iterator[Entry]:
    """The rows that are terms; the others of ``weasels`` are the classes phrases are made of."""
    for entry in load(name).entries:
        if name != "weasels" or "phrase" in entry.category.split():
            yield entry


def _key(term: str) -> str:
    """The term without the mark of its inflection, so that either form drops it."""
    return term.removeprefix("=")


def _change(written: Written, table: str, rule: str, values: Any) -> Change:
    written.known(table, rule, LISTS)
    inside = joined(table, rule)
    if not isinstance(values, dict):
        raise written.wrong(table, rule, f"not a table with {', '.join(_KEYS)}")
    for key in values:
        written.known(inside, key, _KEYS)
    files = written.texts(values, inside, "file", "the name of a file")
    in_files = (_in_file(written, inside, rule, name) for name in files)
    added = [*(entry for some in in_files for entry in some)]
    added += _added(written, inside, rule, values.get("add", []))
    dropped = written.texts(values, inside, "drop", "a term")
    places = (written.place(inside, "drop", term) for term in dropped)
    terms = (_term(written, inside, "drop", term) for term in dropped)
    return Change(tuple(added), tuple(zip(terms, places, strict=True)))


def _added(written: Written, table: str, rule: str, value: Any) -> Iterator[Entry]:
    """A list of terms, or a table from a term to the name the house prefers."""
    if not isinstance(value, dict):
        value = dict.fromkeys(written.texts({"add": value}, table, "add", "a term"), "")
    elif rule != "contested-name":
        raise written.wrong(table, "add", "not a list; contested-name alone takes preferred names")
    for term, preferred in value.items():
        if not isinstance(preferred, str):
            raise written.wrong(joined(table, "add"), term, "not the name that the house prefers")
        source = f"house list, {written.path.name}"
        yield _entry(rule, _term(written, table, "add", term), preferred, source)


def _term(written: Written, table: str, key: str, text: str) -> str:
    """The term as lists hold it. Raises ``BadConfig`` where there is no word in it."""
    words = divided(text.strip().removeprefix("="))
    if not words:
        raise written.wrong(table, key, f"{text!r} holds no word")
    return _listed(text, words)


def _listed(text: str, words: list[str]) -> str:
    """Words as the text is divided, parted by spaces; ``=`` before them is kept."""
    return ("=" if text.strip().startswith("=") else "") + " ".join(words)


def _entry(rule: str, term: str, preferred: str, source: str) -> Entry:
    packaged = load(LISTS[rule]).entries[0].rest
    told = {PREFERRED: preferred} if preferred else {}
    return Entry(term, HOUSE, source, dict.fromkeys(packaged, "") | told)


def _in_file(written: Written, table: str, rule: str, name: str) -> Iterator[Entry]:
    """The rows of a TSV file beside the configuration: term, preferred, source."""
    path = written.path.parent / name
    if not path.is_file():
        raise written.wrong(table, "file", f"there is no file {shown(path)}", name)
    lines = read_text(path).split("\n")
    head, *rows = ([cell.strip() for cell in line.split("\t")] for line in lines)
    _check_columns(path, head, rule)
    for number, row in enumerate(rows, start=2):
        if not any(row):
            continue
        if len(row) > len(head):
            raise BadConfig(f"{shown(path)}:{number}: {len(row)} columns and not {len(head)}")
        cells = dict(zip(head, row, strict=False))  # editors take off what is empty at the end
        words = divided(cells["term"].removeprefix("="))
        if not words:
            raise BadConfig(f"{shown(path)}:{number}: no term")
        source = cells.get("source") or f"house list, {path.name}"
        yield _entry(rule, _listed(cells["term"], words), cells.get(PREFERRED, ""), source)


def _check_columns(path: Path, head: list[str], rule: str) -> None:
    if head[0] != "term" or not set(head) <= set(_COLUMNS) or len(set(head)) < len(head):
        others = ", ".join(_COLUMNS[1:])
        raise BadConfig(f"{shown(path)}:1: the columns are term and, if wanted, {others}")
    if PREFERRED in head and rule != "contested-name":
        raise BadConfig(f"{shown(path)}:1: {PREFERRED}: is for contested-name alone")
