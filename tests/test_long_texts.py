"""Long text without a full stop is audited like any other, and in time that grows as it does."""

import time
from itertools import pairwise

import pytest

import audit
from audit.parse import parse
from audit.portions import LONGEST, portions

WORDS = 3000
PHRASES = ("é said ", "said,", "said ", "if so, ", "about 5 ", "1,000 ", "one of the most , ")


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_text_without_full_stops_is_audited(phrase: str) -> None:
    report = audit.audit_text(phrase * (WORDS // len(phrase.split()))).to_dict()

    assert report["document"]["sentences"] >= 1
    assert all(finding["text"] for finding in report["findings"])


@pytest.mark.parametrize("phrase", [*PHRASES, "x", "x.", "word\n", "a;", "  a  ", ", "])
def test_portions_lose_no_word_and_divide_none(phrase: str) -> None:
    text = (phrase * 20_000)[:60_000].strip()
    found = list(portions(text, 0, len(text)))

    assert "".join("".join(text[s:e].split()) for s, e in found) == "".join(text.split())
    for start, end in found:
        assert text[start:end] == text[start:end].strip() != ""
        assert end - start <= LONGEST or text[start:end].isalnum()
    for (_, end), (start, _) in pairwise(found):
        assert end <= start
        assert end < start or not text[end - 1 : end + 1].isalnum()


def test_a_sentence_is_left_whole() -> None:
    text = "He said that the committee, " * 35 + "and left."

    assert len(parse(text).sentences) == 1


def test_time_grows_with_the_length_and_not_with_its_square() -> None:
    """Four times the words take four times as long, not sixteen; half of that is slack."""
    sentence = (
        "the officials said that people familiar with the matter had claimed some reports of a "
        "plan to close the plant in the spring and that critics told the mayor about 5 percent "
    )
    audit.audit_text(sentence)

    def taken(times: int) -> float:
        started = time.process_time()
        audit.audit_text(sentence * times)
        return time.process_time() - started

    assert taken(240) < 8 * taken(60)
