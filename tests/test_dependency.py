"""The parser: always a tree, always the same, and right on plain news sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import dependency
from audit.parse import parse

WORDS = st.sampled_from(
    ["the", "minister", "said", "that", ",", '"', "'s", "it", "(", "?", "", " "]
)
TAGS = st.sampled_from(
    ["DT", "NN", "VBD", "IN", ",", "''", "POS", "PRP", "-LRB-", "", "no such tag"]
)


def arcs(text: str) -> set[tuple[str, str, str]]:
    """``(head, relation, dependent)`` of one sentence, in its own words."""
    document = parse(text)
    words = [token.norm for token in document.tokens]
    heads, relations = dependency.load().parse(words, [token.tag for token in document.tokens])
    return {
        ("" if head < 0 else words[head], relation, word)
        for head, relation, word in zip(heads, relations, words, strict=True)
    }


def test_an_empty_sentence_has_no_heads() -> None:
    assert dependency.load().parse([], []) == ([], [])


def test_one_word_is_the_root() -> None:
    assert dependency.load().parse(["fire"], ["NN"]) == ([-1], ["root"])


@given(st.lists(st.tuples(WORDS | st.text(max_size=5), TAGS), max_size=40))
@settings(deadline=None, max_examples=150)
def test_heads_are_a_tree_with_one_root(pairs: list[tuple[str, str]]) -> None:
    norms, tags = [norm for norm, _ in pairs], [tag for _, tag in pairs]
    heads, relations = dependency.load().parse(norms, tags)

    assert len(heads) == len(relations) == len(pairs)
    assert heads.count(-1) == min(1, len(pairs))
    assert [head == -1 for head in heads] == [name == "root" for name in relations]
    for place in range(len(heads)):
        steps = 0
        while place != -1:
            place = heads[place]
            steps += 1
            assert steps <= len(heads), "the heads go round in a circle"


def test_the_same_sentence_gives_the_same_tree_whatever_came_before() -> None:
    document = parse("The mayor, who resigned on Friday, told reporters that the talks had failed.")
    norms = [token.norm for token in document.tokens]
    tags = [token.tag for token in document.tokens]
    first = dependency.load().parse(norms, tags)
    dependency.load.cache_clear()
    dependency.load().parse(norms[::-1], tags[::-1])

    assert dependency.load().parse(norms, tags) == first


def test_a_sentence_of_many_words_is_parsed() -> None:
    heads, _ = dependency.load().parse(
        ["and", "the", "minister", "said"] * 5000, ["CC", "DT", "NN", "VBD"] * 5000
    )

    assert heads.count(-1) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said that the talks had failed.",
            {
                ("said", "nsubj", "minister"),
                ("said", "ccomp", "failed"),
                ("failed", "nsubj", "talks"),
            },
        ),
        (
            "Officials said the bridge was closed.",
            {("said", "nsubj", "officials"), ("closed", "nsubj:pass", "bridge")},
        ),
        (
            "The police arrested two men.",
            {("arrested", "nsubj", "police"), ("arrested", "obj", "men"), ("", "root", "arrested")},
        ),
        (
            "The woman who called the police was not hurt.",
            {("woman", "acl:relcl", "called"), ("called", "nsubj", "who")},
        ),
        (
            "The report was published by the committee.",
            {("published", "nsubj:pass", "report"), ("published", "obl", "committee")},
        ),
        (
            "Teachers and nurses joined the strike.",
            {("teachers", "conj", "nurses"), ("joined", "nsubj", "teachers")},
        ),
        (
            "She refused to comment.",
            {("refused", "nsubj", "she"), ("refused", "xcomp", "comment")},
        ),
    ],
)
def test_finds_subjects_and_clauses(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= arcs(text)
