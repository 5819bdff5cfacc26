"""Pronouns and short forms stand for whom a reader takes them for, or for nobody."""

import pytest

from audit.annotate import annotate
from audit.annotate.model import Article, Attribution, SourceKind
from audit.parse import parse


def article(text: str) -> Article:
    return annotate(parse(text))


def by(text: str, source: str, nth: int = 0) -> Attribution:
    """The nth attribution to a source with these words."""
    return [a for a in article(text).attributions if a.source.text == source][nth]


CASES = [
    ("Ana Reyes opened the bridge. She said it was safe.", "She", "Ana Reyes"),
    ("Mr Lund met Ms Reyes. She said the bridge was safe.", "She", "Ms Reyes"),
    ("The spokeswoman met Mr Lund. He said the bridge was safe.", "He", "Mr Lund"),
    ("The Treasury rejected the figures. They called them misleading.", "They", "The Treasury"),
    ("The ministry shut the bridge. It said the cables were worn.", "It", "The ministry"),
    ("Bo Lund said the port was shut. He said ships had left.", "He", "Bo Lund"),
    ("Residents left. They said the water was brown.", "They", "Residents"),
    (
        "Labour minister Ana Reyes spoke. Reyes said the plant would close.",
        "Reyes",
        "Labour minister Ana Reyes",
    ),
    (
        "President Bo Lund spoke. The president said the plant would close.",
        "The president",
        "President Bo Lund",
    ),
    (
        "The Ministry of Health shut it. The ministry said the water was brown.",
        "The ministry",
        "The Ministry of Health",
    ),
]


@pytest.mark.parametrize(("text", "source", "antecedent"), CASES)
def test_stands_for(text: str, source: str, antecedent: str) -> None:
    found = by(text, source).source

    assert found.resolves_to is not None
    assert found.resolves_to.text in {antecedent, antecedent.removeprefix("The ")}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("She said the bridge was safe.", "She"),
        ("Ms Reyes opened the bridge. He said it was safe.", "He"),
        ("Ivan Petrov and Omar Haddad met in Rome. He said the bridge was safe.", "He"),
    ],
)
def test_undecided_stays_undecided(text: str, source: str) -> None:
    found = by(text, source).source

    assert found.kind is SourceKind.PRONOUN
    assert found.resolves_to is None


def test_gender_comes_from_the_text_alone() -> None:
    """Where a sentence calls Haddad she, a later *he* is somebody else."""
    text = "Omar Haddad said she was ill. Bo Lund said he was fine. He said the bridge was safe."
    found = by(text, "He").source

    assert found.resolves_to is not None
    assert found.resolves_to.text == "Bo Lund"


def test_an_outlet_that_has_learned_speaks_as_author() -> None:
    (found,) = article("NBC News has learned that the probe is widening.").attributions

    assert found.source.kind is SourceKind.AUTHOR


def test_a_speaker_gathers_every_form_of_the_name() -> None:
    text = "Mayor Ana Reyes said the bridge was shut. “It leaks,” she said. Reyes said it was old."
    (speaker,) = article(text).speakers

    assert speaker.name == "Mayor Ana Reyes"
    assert speaker.identified
    assert len(speaker.attributions) == 3
    assert speaker.quoted_words == 2


@pytest.mark.parametrize(
    ("text", "identified"),
    [
        ("Mayor Ana Reyes said the bridge was shut.", True),
        ("Ana Reyes said the bridge was shut.", False),
        ("The Ministry of Health said the bridge was shut.", True),
        ("The company said the bridge was shut.", False),
        ("The Kremlin said the bridge was shut.", False),
        ("Officials said the bridge was shut.", False),
    ],
)
def test_identified(text: str, identified: bool) -> None:
    (speaker,) = article(text).speakers

    assert speaker.identified is identified


def test_an_article_without_attributions_has_no_speakers() -> None:
    found = article("The bridge opened in 1998.")

    assert found.speakers == ()


def test_two_states_are_two_speakers() -> None:
    found = article(
        "The Kremlin said no. Beijing said the border was open. The Kremlin said so too."
    )

    assert [speaker.name for speaker in found.speakers] == ["The Kremlin", "Beijing"]
