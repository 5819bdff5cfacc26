"""Text to paragraphs, sentences and tokens, with offsets that fit."""

import doctest
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document, Role
from audit.parse import parse

# Nothing of these shows at the edge of a paragraph.
MARGIN = "\u200b\ufeff"

MODULES = ("document", "lemmas", "paragraphs", "parse", "retag", "sentences", "tagger", "tokens")


def sentences(text: str) -> list[str]:
    """The sentences, each on one line; checks on the way that everything fits."""
    document = parse(text)
    check(document)
    return [document.quote(sentence.span) for sentence in document.sentences]


def check(document: Document) -> None:
    """Parts in order, never overlapping, every token in one sentence, no character lost."""
    text, end, next_token = document.text, 0, 0
    for sentence in document.sentences:
        assert sentence.start >= end
        end = sentence.end
        assert not text[sentence.start].isspace()
        assert not text[end - 1].isspace()
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.covers(sentence.span)
        assert sentence.first == next_token < sentence.last
        assert sentence.first <= sentence.body <= sentence.last
        next_token = sentence.last
        place = sentence.start
        for token in document.words(sentence):
            assert token.start >= place
            assert not text[place : token.start].strip()
            assert document.excerpt(token.span) == token.text
            assert token.norm
            assert token.tag
            place = token.end
        assert place == end
    assert next_token == len(document.tokens)
    covered = "".join(document.excerpt(sentence.span) for sentence in document.sentences)
    assert _shown(covered) == _shown(text)


def _shown(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in MARGIN)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str) -> None:
    assert doctest.testmod(import_module(f"audit.{name}")).failed == 0


# Sentences of a paragraph are set apart by |.
DIVISIONS = [
    # Quotation marks.
    "“We left,” she said. | “They stayed.” | He nodded.",
    '"Will it hold?" he asked. | "Nobody knows."',
    "“Stop!” she said. | “Go!” | The crowd went.",
    "“Will it hold?” Ana Ruiz asked on Friday. | She waited.",
    "“Will it hold?” | Ana Ruiz said that it would not.",
    "“Go now!” Mr. Lee shouted. | They went.",
    "She said: ‘It is over.’ | He agreed.",
    'They asked him "why?" and left.',
    "He called it “a disgrace.” | The mayor disagreed.",
    # Initials and titles.
    "J. K. Rowling met George W. Bush in Leeds. | They talked.",
    "Gov. Maria T. Diaz and Lt. Col. Ann Bo left. | Dr. No stayed.",
    "It was between him and I. | She won.",
    # Abbreviations.
    "He lives in the U.S. | He left in May.",
    "The U.S. Senate voted. | The U.N. did not.",
    "It ended at 5 p.m. | The mayor spoke at 6 p.m. Friday.",
    "At 5 a.m. Mr. Smith rose.",
    "He works for Acme Inc. | The firm is based in Boston, Mass. | It is small.",
    "They sell nuts, bolts, etc. | Prices rose.",
    "It cites Fig. 3 and No. 7, p. 12. | No. | He said no. | She left.",
    "He was born on Jan. 5 and left Sept. 6.",
    # Numbers, addresses, lists.
    "Prices rose 3.5 percent. | 12 people left.",
    "See www.example.org for more. | Write to Ana.Ruiz@example.org. | Thanks.",
    "1. The first item | 2. The second item | 3. The third",
    "1) Pay the tax. | 2) Leave.",
    "3. The court ruled on Friday.",
    # Ellipses, brackets, marks.
    "Well ... I never said that. | Never…",
    "He paused… | Then he left.",
    "It failed. . . . | They tried again.",
    "(He left early.) | She stayed.",
    "It grew (by 3 percent!) last year.",
    "What?! | You left!? | Yes!!",
    "It was “over.” [12] | They left.",
    "She works at Yahoo! in the city.",
    # A space that is missing.
    "That was the end.Then it began. | It ended in Node.js code.".replace(".Then", ".| Then"),
    # Datelines.
    "NAIROBI (AP) — Fog closed the port. | It reopened.",
    "WASHINGTON, D.C. (Reuters) - The bill passed.",
    "ST. LOUIS, Mo. — Rain fell.",
]


@pytest.mark.parametrize("marked", DIVISIONS)
def test_divides_sentences(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace(".| Then", ".Then").replace(" | ", " ")
    assert sentences(text) == expected


WRAPPED = (
    "Officials said on Friday that the bridge over the river would be\n"
    "closed for a week. Nobody knows, they added, whether the repairs can\n"
    "be paid for this year.\n"
    "\n"
    "The mayor disagreed. She said that the city had money enough, and that\n"
    "it would be spent.\n"
)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_wrapped_text_is_read_as_paragraphs(line_break: str) -> None:
    text = WRAPPED.replace("\n", line_break)
    document = parse(text)
    check(document)
    assert len(document.paragraphs) == 2
    assert len(document.sentences) == 4
    assert document.quote(document.sentences[0].span).endswith("would be closed for a week.")


def test_a_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    headlines = (
        "Bridge closed for a week, officials say\nMayor disagrees\nRepairs to begin on Monday"
    )
    assert len(parse(headlines).paragraphs) == 3
    sentence = "The mayor said on Friday that the bridge was going to be closed."
    assert len(parse(f"{sentence}\n{sentence}\n\n{sentence}").paragraphs) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\r\n\u00a0", []),
        ("\ufeff", []),
        ("word", ["word"]),
        ("\ufeffHe left. She stayed.", ["He left.", "She stayed."]),
        ("He left.\r\nShe stayed.\rThey slept.", ["He left.", "She stayed.", "They slept."]),
        ("\u00a0He\u00a0left.\u00a0She stayed.", ["He left.", "She stayed."]),
        ("He co\u00adoperated. She left.", ["He co\u00adoperated.", "She left."]),
        ("Good 👍🏽. He left 🇫🇷.", ["Good 👍🏽.", "He left 🇫🇷."]),
        ("...", ["..."]),
        ("\u200bHe left.", ["He left."]),
    ],
)
def test_odd_texts(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_hidden_characters_do_not_reach_the_norm() -> None:
    document = parse("He re\u00adfused and co\u200boperated.")
    assert [token.norm for token in document.tokens] == ["he", "refused", "and", "cooperated", "."]
    assert document.tokens[1].lemma == "refuse"
    assert document.tokens[1].text == "re\u00adfused"


def test_roles_and_where_prose_begins() -> None:
    document = parse("NAIROBI (AP) — Fog closed the port on Monday. It reopened.")
    first, second = document.sentences
    assert first.role is Role.TEXT
    assert document.tokens[first.body].text == "Fog"
    assert second.body == second.first


PIECES = ["He", "said", "U.S", "Mr", "J", "a.m", "12", "“", "”", '"', "'", "’s", "(", ")", "[1]"]
PIECES += [".", "!", "?", "…", "...", ",", ":", "—", "-", "•", "e\u0301", "İ", "ß"]
PIECES += [" ", " ", " ", "\n", "\r\n", "\r", "\x85", "\u2028"]
PIECES += ["\u00a0", "\u00ad", "\u200b", "\ufeff", "👩‍👩‍👧"]
NEWS = st.lists(st.sampled_from(PIECES)).map("".join)


@settings(max_examples=300, deadline=None)
@given(NEWS)
def test_everything_fits_in_texts_like_news(text: str) -> None:
    check(parse(text))


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_everything_fits_in_any_text(text: str) -> None:
    check(parse(text))
