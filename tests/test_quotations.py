"""Where quotation marks open and close, and what they are for."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.annotate.model import Quotation
from audit.annotate.quotations import find_quotations
from audit.parse import parse

# A case is a text and its quotations: the words, then what is to be said of them.
# ``inner``: inside another; ``open``: the paragraph or sentence ends first; ``on``: carries
# on the quotation of the paragraph before.
Case = tuple[str, list[tuple[str, str]]]

CASES: dict[str, Case] = {
    "straight": (
        'Ana Ruiz said: "The bridge is safe."',
        [('"The bridge is safe."', "speech")],
    ),
    "curly": (
        "“The bridge is safe,” Ana Ruiz said. “We tested it.”",
        [("“The bridge is safe,”", "speech"), ("“We tested it.”", "speech")],
    ),
    "closed by two apostrophes": (
        "“The bridge is safe,’’ Ana Ruiz said. “We tested it.’’",
        [("“The bridge is safe,’’", "speech"), ("“We tested it.’’", "speech")],
    ),
    "closed by a mark that opens": (
        "“The bridge is safe,“ Ana Ruiz said. “We tested it.”",
        [("“The bridge is safe,“", "speech"), ("“We tested it.”", "speech")],
    ),
    "single, curly": (
        "‘The bridge is safe,’ Ana Ruiz said.",
        [("‘The bridge is safe,’", "speech")],
    ),
    "single, straight": (
        "'The bridge is safe,' Ana Ruiz said.",
        [("'The bridge is safe,'", "speech")],
    ),
    "single, with an apostrophe inside": (
        "‘The bridge isn’t safe,’ Ana Ruiz said.",
        [("‘The bridge isn’t safe,’", "speech")],
    ),
    "typewriter": (
        "``The bridge is safe,'' Ana Ruiz said.",
        [("``The bridge is safe,''", "speech")],
    ),
    "angle": (
        "«The bridge is safe», Ana Ruiz said.",
        [("«The bridge is safe»", "fragment")],
    ),
    "single inside double": (
        "“He told me ‘the bridge will fall’ and left,” Ana Ruiz said.",
        [
            ("“He told me ‘the bridge will fall’ and left,”", "speech"),
            ("‘the bridge will fall’", "fragment inner"),
        ],
    ),
    "double inside single": (
        "‘He told me “the bridge will fall” and left,’ Ana Ruiz said.",
        [
            ("‘He told me “the bridge will fall” and left,’", "speech"),
            ("“the bridge will fall”", "fragment inner"),
        ],
    ),
    "over paragraphs": (
        "“The bridge is safe,” Ana Ruiz said. “We tested it.\n\n“We will test it again.”\n\nGo.",
        [
            ("“The bridge is safe,”", "speech"),
            ("“We tested it.", "speech open"),
            ("“We will test it again.”", "speech on"),
        ],
    ),
    "over three paragraphs, straight": (
        '"We tested it.\n\n"We will test it again.\n\n"Then it opens."',
        [
            ('"We tested it.', "speech open"),
            ('"We will test it again.', "speech open on"),
            ('"Then it opens."', "speech on"),
        ],
    ),
    "an odd mark costs only its sentence": (
        "The “bridge was shut. It opened later.\n\nAna Ruiz said: “It is safe.”",
        [("“bridge was shut.", "speech open"), ("“It is safe.”", "speech")],
    ),
    "an odd straight mark costs only its paragraph": (
        'The "bridge was shut.\n\n"It is safe," Ana Ruiz said.\n\n"It holds," she said.',
        [
            ('"bridge was shut.', "speech open"),
            ('"It is safe,"', "speech on"),
            ('"It holds,"', "speech"),
        ],
    ),
    "opened anew before it was closed": (
        "“The bridge is shut, he said. “It is not safe.”",
        [("“The bridge is shut, he said.", "speech open"), ("“It is not safe.”", "speech")],
    ),
    "apostrophes": ("It's the workers' bridge, and Ana Ruiz's plan. She'd won't it.", []),
    "curly apostrophes": ("It’s the workers’ bridge, and Ana Ruiz’s plan.", []),
    "clipped words": ("Rock ’n’ roll was for ’em, ’til the end, ’cause they liked it.", []),
    "decades": ("In the ’90s and the '80s the class of ’68 ruled.", []),
    "feet and inches": ('He is 6\'2" and the door is 5\' 10" high; the pipe is 12" wide.', []),
    "a possessive inside single marks": (
        "‘The workers’ bridge is safe,’ Ana Ruiz said.",
        [("‘The workers’ bridge is safe,’", "speech")],
    ),
    "a fragment": (
        "She called the plan “a slow disaster” for the town.",
        [("“a slow disaster”", "fragment")],
    ),
    "a title": (
        "He wrote the novel “The Bridge of Glass” in Lima.",
        [("“The Bridge of Glass”", "title")],
    ),
    "a title with the comma inside": (
        "In her memoir “The Glass Bridge,” Ruiz tells of Lima.",
        [("“The Glass Bridge,”", "title")],
    ),
    "a nickname": (
        "Robert “Bobby” Lund opened the bridge.",
        [("“Bobby”", "nickname")],
    ),
    "a word that is meant itself": (
        "The law avoids the word “genocide” throughout.",
        [("“genocide”", "mention")],
    ),
    "no words at all": ("He drew “?!” on the wall.", [("“?!”", "mention")]),
    "nothing between the marks": ("He drew “” on the wall.", []),
    "a long quotation without a stop is speech": (
        "It is “a plan that nobody in the whole town has ever wanted” still.",
        [("“a plan that nobody in the whole town has ever wanted”", "speech")],
    ),
}


def told(text: str, quotation: Quotation) -> tuple[str, str]:
    """The quotation as the table writes it."""
    words = [quotation.use.value]
    words += ["inner"] * quotation.depth
    words += [] if quotation.closed else ["open"]
    words += [] if quotation.continues is None else ["on"]
    return text[quotation.span.start : quotation.span.end], " ".join(words)


def quotations(text: str) -> tuple[Quotation, ...]:
    return find_quotations(parse(text))


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_quotations(text: str, expected: list[tuple[str, str]]) -> None:
    assert [told(text, quotation) for quotation in quotations(text)] == expected


def test_what_carries_on_names_the_one_before() -> None:
    found = quotations(CASES["over three paragraphs, straight"][0])

    assert [quotation.continues for quotation in found] == [None, 0, 1]


PIECES = st.sampled_from(
    "“ ” ‘ ’ \" ' `` '' « » . , ? \n\n a The bridge isn’t safe she said workers’ ’90s 6'2\"".split(
        " "
    )
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
def test_quotations_lie_side_by_side_or_one_in_the_other(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    document = parse(text)
    found = find_quotations(document)

    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    for one, other in pairwise(found):
        assert one.span.covers(other.span) or one.span.end <= other.span.start
    for quotation in found:
        assert text.startswith(quotation.mark, quotation.span.start)
        assert any(paragraph.covers(quotation.span) for paragraph in document.paragraphs)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_paragraph_apart_is_read_as_if_alone(odd: str) -> None:
    """Whatever stands before, a paragraph between two plain ones reads the same."""
    plain = "The bridge is shut.\n\n“It is safe,” Ana Ruiz said. “We tested it.”"
    before = odd.replace("\n\n", " ")
    text = f"{before}\n\n{plain}"
    found = [told(text, quotation) for quotation in quotations(text)]

    assert found[-2:] == [("“It is safe,”", "speech"), ("“We tested it.”", "speech")]
