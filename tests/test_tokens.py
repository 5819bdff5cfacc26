"""Words and marks: where they divide, and that no character is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.tokens import TOKEN, plain, visible


def divide(text: str) -> list[str]:
    return [text[match.start() : match.end()] for match in TOKEN.finditer(visible(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't.", "He did n't ."),
        ("He didn’t.", "He did n’t ."),
        ("They've said it's Kyiv's.", "They 've said it 's Kyiv 's ."),
        ("I cannot; we're gonna go", "I can not ; we 're gon na go"),
        ("long-range missile", "long - range missile"),
        ("the U.S. and a.m.", "the U.S. and a.m."),
        ("Mr. Lee met Gov. Kim.", "Mr. Lee met Gov. Kim ."),
        ("J. K. Rowling", "J. K. Rowling"),
        ("$1,200.50, 3.5% and 10:30", "$ 1,200.50 , 3.5 % and 10:30"),
        ("the 1990s, 5th and 2bn", "the 1990s , 5th and 2bn"),
        ("O'Brien and O’Hara", "O'Brien and O’Hara"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("mail ana@example.org, @ana #news", "mail ana@example.org , @ana #news"),
        ("well … no... so . . . yes", "well … no ... so . . . yes"),
        ("What?! No!!", "What ?! No !!"),
        ("a—b – c -- d", "a — b – c -- d"),
        ("“Yes,” ‘no’", "“ Yes , ” ‘ no ’"),
        ("end.Then", "end . Then"),
        ("👍🏽 🇫🇷 👩‍👩‍👧 ok", "👍🏽 🇫🇷 👩‍👩‍👧 ok"),
    ],
)
def test_divides(text: str, words: str) -> None:
    found = divide(text)
    if ". . ." in words:
        assert ". . ." in found
    else:
        assert found == words.split(" ")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("co\u00adoperate", "cooperate"),
        ("co\u200boperate", "cooperate"),
        ("x\u2060y", "xy"),
        ("cafe\u0301", "café"),
        ("نه", "نه"),
        ("Zürich", "Zürich"),
        ("isn\u2019t", "isn't"),
    ],
)
def test_what_does_not_show_stays_in_its_word(written: str, meant: str) -> None:
    assert plain(written) == meant
    if "’" not in written:
        assert divide(f"the {written} here") == ["the", written, "here"]


@given(st.text())
def test_every_character_that_is_not_space_lies_in_one_token(text: str) -> None:
    assert len(visible(text)) == len(text)
    covered = [0] * len(text)
    for match in TOKEN.finditer(visible(text)):
        assert match.start() < match.end()
        for place in range(match.start(), match.end()):
            covered[place] += 1
    for char, times in zip(text, covered, strict=True):
        assert times == 1 or (char.isspace() and times == 0) or (char == " " and times == 1)


@given(st.text(min_size=1))
def test_plain_never_empties_a_word(word: str) -> None:
    assert plain(word)


def test_a_long_run_of_hidden_characters_is_read_once() -> None:
    assert visible("\u200b" * 100_000) == "\u200b" * 100_000
