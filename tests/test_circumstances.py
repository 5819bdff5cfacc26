"""Where, when and to whom something was said, and why a source is not named."""

import pytest

from audit.annotate import annotate
from audit.parse import parse

# Of each text: the place, the day, whom it was told, the reason for giving no name.
CIRCUMSTANCES = {
    "Ana Ruiz said in a statement on Friday that the bridge was safe.": (
        "in a statement",
        "on Friday",
        None,
        None,
    ),
    "“The bridge is safe,” Ana Ruiz told reporters in Lima on Friday.": (
        None,
        "on Friday",
        "reporters",
        None,
    ),
    "Ana Ruiz told the BBC that the bridge was safe.": (None, None, "the BBC", None),
    "The bridge is safe, Ana Ruiz wrote on Twitter.": ("on Twitter", None, None, None),
    "On Monday, Ana Ruiz said at a news conference that the bridge was safe.": (
        "at a news conference",
        "On Monday",
        None,
        None,
    ),
    "Ana Ruiz said that the bridge was shut on Friday.": (None, None, None, None),
    "The bridge is unsafe, said an official who asked not to be named.": (None, None, None, None),
    "The bridge is unsafe, said an official who was not authorised to speak publicly.": (
        None,
        None,
        None,
        "not authorised to speak publicly",
    ),
    "Ana Ruiz told parliament on June 2 that the bridge was safe.": (
        None,
        "June 2",
        "parliament",
        None,
    ),
    "It is unsafe, said an official who asked not to be named because the report is secret.": (
        None,
        None,
        None,
        "because the report is secret",
    ),
    "An official, not named because she may not talk, said the bridge was unsafe.": (
        None,
        None,
        None,
        None,
    ),
    "An official who asked not to be named because she fears dismissal said it was unsafe.": (
        None,
        None,
        None,
        "because she fears dismissal",
    ),
}
# What should be read so and is not yet.
WRONG = {
    "An official who asked not to be named because she fears dismissal said it was unsafe.": (
        "the reason runs over the cue to the sentence’s end"
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            text,
            expected,
            marks=[pytest.mark.xfail(reason=WRONG[text], strict=True)] if text in WRONG else [],
        )
        for text, expected in CIRCUMSTANCES.items()
    ],
)
def test_circumstances(text: str, expected: tuple[str | None, ...]) -> None:
    document = parse(text)
    (found,) = [a for a in annotate(document).attributions if a.trusted]
    places = (found.venue, found.date, found.addressee, found.anonymity_reason)

    assert tuple(place and document.excerpt(place) for place in places) == expected
