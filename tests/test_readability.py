"""Readability works offline and is textstat's wherever both divide the text alike."""

from importlib import import_module

import pytest

from audit.parse import parse
from audit.readability import load_textstat, measure
from audit.syllables import by_rule, syllables

PLAIN = (
    "The minister said the negotiations with the electricity company had failed. "
    "Nobody at the university would comment on it. "
    "A considerable number of people walked home in the rain on Saturday."
)


def test_agrees_with_textstat_where_the_sentences_are_plain() -> None:
    textstat = load_textstat()

    found = measure(parse(PLAIN))

    for name, value in found.items():
        expected = getattr(textstat, name)(PLAIN)
        assert value == pytest.approx(expected, abs=0.006), name


def test_the_seam_is_where_textstat_asks_for_syllables() -> None:
    """Should textstat move it, it would ask for a download again."""
    load_textstat()
    seam = import_module("textstat.backend.counts._count_syllables")

    assert seam.get_cmudict("en_US")["minister"] == [["AH0"] * 3]
    assert seam.count_syllables.__module__ == seam.__name__


def test_a_title_does_not_end_a_sentence() -> None:
    assert measure(parse("Dr. Ruiz said the clinic in the town had to close."))[
        "words_per_sentence"
    ] == pytest.approx(11)


@pytest.mark.parametrize("text", ["", "\ufeff", "… — !"])
def test_a_text_of_no_words_has_no_measures(text: str) -> None:
    assert measure(parse(text)) == {}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("make", 1), ("makes", 1), ("passed", 1), ("wanted", 2), ("table", 2), ("tables", 2),
        ("statement", 2), ("media", 3), ("associate", 4), ("society", 4), ("science", 2),
        ("going", 2), ("doesn't", 2), ("minister", 3), ("president", 3), ("government", 3),
        ("administration", 5), ("military", 4), ("officials", 3), ("business", 2), ("x", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_no_row_of_the_exceptions_is_idle() -> None:
    from audit.syllables import _exceptions

    table = _exceptions()

    assert list(table) == sorted(table)
    assert [word for word, count in table.items() if by_rule(word) == count] == []
