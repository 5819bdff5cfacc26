"""Term lists are data, so they are tested as data."""

import re
from functools import cache
from pathlib import Path

import pytest

from audit import lexicon
from audit.parse import parse
from audit.rank import weights
from audit.resources import folder

NAMES = sorted(path.stem for path in (folder("seeds") / "lexicons").glob("*.tsv"))
FILES = sorted(folder("seeds").rglob("*.tsv"))

# The parser's own list: its terms end in the full stop that the tokenizer takes off.
NOT_MATCHED = {"abbreviations"}


@cache
def words(name: str) -> list[list[str]]:
    """The words of every term of a list, each read as it stands in a sentence."""
    terms = [entry.term.removeprefix("=") for entry in lexicon.load(name).entries]
    document = parse("\n\n".join(f"{_written(term)} Reed" for term in terms))
    places = [document.token_range(paragraph) for paragraph in document.paragraphs]
    assert len(places) == len(terms)
    return [[t.norm for t in document.tokens[first : last - 1]] for first, last in places]


def _written(term: str) -> str:
    """``prime minister 's`` as news writes it: *Prime minister's*; abbreviations in capitals."""
    text = re.sub(r" (?='s\b|'re\b|'ll\b|'d\b|n't\b)", "", term)
    return re.sub(r"^.|\b\w(?=\w*\.)", lambda match: match.group().upper(), text)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_clean(name: str) -> None:
    entries = lexicon.load(name).entries
    terms = [entry.term for entry in entries]

    assert terms, "an empty list"
    assert terms == sorted(set(terms)), "sort the rows, each term once"
    for entry in entries:
        assert entry.source, f"{entry.term} comes from nowhere"
        assert entry.category, f"{entry.term} has no category"
        assert entry.term == " ".join(entry.term.split())
        assert None not in entry.rest, f"{entry.term} has too many columns"
        assert None not in entry.rest.values(), f"{entry.term} has too few columns"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NOT_MATCHED])
def test_every_term_can_match(name: str) -> None:
    """A term that the tokenizer splits another way would be dead weight."""
    lost = []
    for entry, found in zip(lexicon.load(name).entries, words(name), strict=True):
        if found != entry.term.removeprefix("=").lower().split():
            lost.append(f"{entry.term} is read as {' '.join(found)}")
    assert lost == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_end_their_lines_alike(path: Path) -> None:
    data = path.read_bytes()

    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not any(line != line.strip("\n ") for line in data.decode().splitlines() if not line)


def test_weights_are_percentages() -> None:
    assert list(weights()) == sorted(weights())
    assert all(0 <= weight <= 100 for weight in weights().values())
