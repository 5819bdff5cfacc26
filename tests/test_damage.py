"""Broken files end in a report or in one clear line; tests.benchmarks.damaged takes them all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.read import Unreadable, read_file
from tests.benchmarks.damaged import audited
from tests.damage import KINDS, damaged, kind

# Units: bytes. The larger ones are for the script.
SMALL = 30_000


def small(many: int) -> Iterator[int]:
    """The first numbers of small files."""
    for number in range(1000):
        if len(damaged(number)[1]) <= SMALL:
            yield number
            many -= 1
        if not many:
            return


def test_the_same_number_gives_the_same_file() -> None:
    assert [damaged(n) for n in range(16)] == [damaged(n) for n in range(16)]
    assert {kind(n) for n in range(16)} == set(KINDS)


def test_what_can_be_read_of_them_stands_in_order(tmp_path: Path) -> None:
    refused = []
    for number in small(60):
        name, data = damaged(number)
        (tmp_path / name).write_bytes(data)
        try:
            read = read_file(str(tmp_path / name))
        except Unreadable as error:
            refused.append(str(error))
            continue
        tokens = read.tokens
        assert all(read.position(t.start) <= read.end_position(t.end) for t in tokens), number
    assert 0 < len(refused) < 60
    assert not [message for message in refused if "\n" in message]


@pytest.mark.parametrize("number", list(small(24)))
def test_they_are_audited_within_limits(tmp_path: Path, number: int) -> None:
    assert audited(number, tmp_path).wrong == ""
