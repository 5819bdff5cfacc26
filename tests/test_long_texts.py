"""The time an audit takes grows with the text, even where nothing ends a sentence."""

from time import process_time

import pytest

import audit

WORDS = 6000
# Twice the words may take twice the time; a quadratic step would take four times.
MOST = 3.2
# Less than this says more about the machine than about the text.
BRIEF = 0.5


def _seconds(phrase: str, words: int) -> float:
    text = phrase * (words // len(phrase.split()))
    begin = process_time()
    audit.audit_text(text).to_dict()
    return process_time() - begin


@pytest.mark.parametrize("phrase", ["said ", "if so, ", "about 5 ", "1,000 ", "one of the most , "])
def test_a_text_without_full_stops_takes_its_length(phrase: str) -> None:
    _seconds(phrase, 100)
    once, twice = _seconds(phrase, WORDS), _seconds(phrase, 2 * WORDS)
    assert twice < BRIEF or twice < MOST * once
