"""The tagger is NLTK's perceptron with quicker arithmetic, then a few repairs."""

import pytest
from nltk.tag.perceptron import PerceptronTagger

from audit import tagger
from audit.retag import tag

TEXTS = [
    "The minister said on Friday that talks had failed , and she disagreed .",
    "U.S. officials , who asked not to be named , believe 1,200 rockets hit the range .",
    '" We do n\'t know , " Kowalczyk told the 24 - year - old reporter in 1998 .',
    "Who says so ?",
    "-foo 12th 1984 7 a x-ray RUNNING Über café _ ’ … 🙂",
    "word",
]


@pytest.fixture(scope="module")
def reference() -> PerceptronTagger:
    """NLTK's own tagger with the weights of ours, unpacked."""
    ours = tagger.load()
    weights: dict[str, dict[str, int]] = {}
    for template, rows in ours.weights.items():
        for value, row in rows.items():
            feature = f"{template} {value}" if template != "bias" else template
            pairs = row.split()
            weights[feature] = {
                ours.tags[int(label)]: int(weight)
                for label, weight in zip(pairs[::2], pairs[1::2], strict=True)
            }
    return PerceptronTagger.decode_json_obj((weights, ours.known, set(ours.tags)))


@pytest.mark.parametrize("text", TEXTS)
def test_agrees_with_nltk(reference: PerceptronTagger, text: str) -> None:
    words = text.split()
    assert tagger.load().tag(words) == [tag for _, tag in reference.tag(words)]


def test_agrees_with_nltk_on_a_whole_article(reference: PerceptronTagger) -> None:
    from audit.parse import parse
    from audit.resources import folder

    text = (folder("seeds") / "articles" / "atacms.txt").read_text("utf-8")
    document = parse(text)
    for sentence in document.sentences:
        words = [token.text for token in document.words(sentence)]
        assert tagger.load().tag(words) == [tag for _, tag in reference.tag(words)]


def test_no_words_give_no_tags() -> None:
    assert tagger.load().tag([]) == []
    assert tag([]) == []


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("OFFICIALS SAY THE TALKS FAILED", 1, "VBP"),
        ("Minister Says Talks With Rebel Leaders Have Failed", 1, "VBZ"),
        ("Earlier , he left .", 0, "RBR"),
        ('" Water is the issue .', 1, "NN"),
        ("Almaty is a city .", 0, "NNP"),
        ("White House officials came .", 0, "NNP"),
    ],
)
def test_capitals_do_not_mislead(text: str, place: int, expected: str) -> None:
    assert tag(text.split())[place] == expected


def test_every_past_form_after_its_subject_is_a_verb() -> None:
    for text in ("Another source agreed with that .", "Her deputy disagreed and left ."):
        tags = tag(text.split())
        assert tags[2] in {"VBD", "VBN"}, text
