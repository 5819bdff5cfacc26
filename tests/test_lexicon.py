"""Terms are found where they stand, the longest and the most exact first."""

import pytest

from audit import lexicon
from audit.lexicon import Entry, Lexicon
from audit.parse import parse

TEXT = "The AP sowed doubt. Critics sow doubts on an AP story about the apps and Sow."


def _list(*terms: str) -> Lexicon:
    return Lexicon("test", [Entry(term, "category", "source", {}) for term in sorted(terms)])


def _found(listed: Lexicon, text: str = TEXT) -> list[tuple[int, int, str]]:
    return [(i, j, entry.term) for i, j, entry in listed.matches(parse(text).tokens)]


def test_terms_are_matched_as_written_by_norm_and_by_lemma() -> None:
    assert _found(_list("AP", "=sow doubt")) == [
        (1, 2, "AP"),
        (2, 4, "=sow doubt"),
        (6, 8, "=sow doubt"),
        (10, 11, "AP"),
    ]


def test_the_longest_term_wins_and_nothing_overlaps() -> None:
    assert _found(_list("=sow", "=sow doubt", "doubts on"))[:2] == [
        (2, 4, "=sow doubt"),
        (6, 8, "=sow doubt"),
    ]


def test_of_two_that_are_as_long_the_word_as_it_stands_comes_before_its_lemma() -> None:
    assert _found(_list("=sow", "=sowed", "sowed"))[0] == (2, 3, "=sowed")


def test_a_document_is_searched_as_its_tokens_are() -> None:
    document = parse(TEXT)
    for listed in (_list("AP", "=sow doubt", "the apps"), _list("no such")):
        for sentence in document.sentences:
            first, last = sentence.first, sentence.last
            expected = list(listed.matches(document.tokens, first, last))
            document.openings.clear()
            assert list(listed.within(document, first, last)) == expected
            assert list(listed.within(document, first, last)) == expected


def test_no_term_runs_over_the_end() -> None:
    document = parse("They sow doubt")
    assert list(_list("=sow doubt").within(document, 0, 2)) == []


@pytest.mark.parametrize("row", ["term\tcategory", "term\tcategory\tsource\trest\tmore"])
def test_a_row_of_other_columns_is_refused(row, monkeypatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "broken.tsv"
    path.write_text(f"term\tcategory\tsource\tguard\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "lexicon_path", lambda name: path)
    with pytest.raises(ValueError, match="columns"):
        lexicon.load.__wrapped__("broken")
