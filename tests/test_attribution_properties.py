"""What holds for the attributions of any text: parts, parents, ids."""

import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.annotate import annotate
from audit.annotate.model import Attribution
from audit.document import Span
from audit.parse import parse
from tests.benchmarks.made import article

# News made from templates, and pieces of news in any order.
WORDS = """
Ana Ruiz|Officials|He|who|said|told reporters|claimed|believes|has denied|did not say|adding
according to|It is believed|reportedly|that|whether|to|the bridge was safe|the talks failed|and
but|“|”|"|‘|’|,|.|:|;|—|on Friday|in a statement|a claim|the report|of|declined
"""
PIECES = st.sampled_from((*re.split(r"[|\n]", WORDS.strip()), "\n\n"))
NEWS = st.lists(PIECES, max_size=50).map(" ".join) | st.integers(0, 500).map(
    lambda seed: article(120, seed)
)
often = settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def attributions(text: str) -> tuple[Attribution, ...]:
    return annotate(parse(text)).attributions


def apart(spans: tuple[Span, ...]) -> bool:
    """The spans stand in order and share no character."""
    return all(one.end <= other.start for one, other in pairwise(spans))


@often
@given(NEWS)
def test_parts_of_one_role_stand_in_order_and_apart(text: str) -> None:
    for found in attributions(text):
        for part in (found.source, found.cue, found.content):
            assert apart(part.spans)


@often
@given(NEWS)
def test_a_parent_exists_and_holds_the_cue(text: str) -> None:
    found = {attribution.id: attribution for attribution in attributions(text)}

    for attribution in found.values():
        assert (attribution.level == 0) == (attribution.parent is None)
        if attribution.parent is not None:
            outer = found[attribution.parent]
            assert attribution.level == outer.level + 1
            for cue in attribution.cue.spans:
                assert any(span.covers(cue) for span in outer.content.spans)


@often
@given(NEWS)
def test_ids_are_unique_and_in_order(text: str) -> None:
    found = attributions(text)
    places = [(a.cue.spans or a.content.spans)[0].start for a in found]

    assert [a.id for a in found] == [f"a{number}" for number in range(1, len(found) + 1)]
    assert places == sorted(places)


@often
@given(NEWS)
def test_a_cue_is_never_its_own_content_or_source(text: str) -> None:
    for found in attributions(text):
        for cue in found.cue.spans:
            assert not any(cue.overlaps(span) for span in found.content.spans)
            assert not any(cue.overlaps(span) for span in found.source.spans)


def shape(text: str) -> list[tuple[object, ...]]:
    """What is read, without places: the kind of mark and of line end make no difference."""
    return [
        (
            plain(a.source.text),
            plain(a.cue.text),
            plain(a.content.text),
            a.form,
            a.polarity,
            a.level,
        )
        for a in attributions(text)
    ]


def plain(words: str) -> str:
    """The words on one line with straight marks."""
    return " ".join(plain_marks(words).split())


def plain_marks(text: str) -> str:
    """The text with straight marks, as long as before."""
    return text.translate({ord("“"): '"', ord("”"): '"', ord("’"): "'"})


made = settings(max_examples=25, deadline=None, derandomize=True)
SEEDS = st.integers(0, 10_000)


@made
@given(SEEDS)
def test_the_kind_of_quotation_mark_makes_no_difference(seed: int) -> None:
    text = article(200, seed)

    assert shape(plain_marks(text)) == shape(text)


@made
@given(SEEDS)
def test_the_kind_of_line_end_makes_no_difference(seed: int) -> None:
    text = article(200, seed)

    assert shape(text.replace("\n", "\r\n")) == shape(text)


@made
@given(SEEDS, st.sampled_from(['The "bridge fell.', "The “bridge fell.", "A 6' 2\" door.", "Go ’"]))
def test_an_odd_mark_costs_no_other_paragraph(seed: int, odd: str) -> None:
    before, after = article(60, seed), "Ana Ruiz said: “The bridge is safe.”"

    alone = shape(before) + shape(after)
    together = shape(f"{before}\n\n{odd}\n\n{after}")
    assert [row for row in together if row in alone] == alone
