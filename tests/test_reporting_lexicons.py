"""The lists of cues are data, so they are tested as data."""

import pytest

from audit.annotate.model import Form, Stance
from audit.lexicon import load
from audit.tokens import TOKEN

# List, fewest rows, categories.
LISTS: dict[str, tuple[int, set[str]]] = {
    "reporting_verbs": (450, {str(stance) for stance in Stance}),
    "reporting_nouns": (150, {str(stance) for stance in Stance}),
    "non_speech_senses": (120, {"object", "preposition", "particle", "subject", "passive"}),
    "attribution_frames": (
        50,
        {
            "according", "words", "opinion", "opinion_possessive", "account_possessive",
            "standpoint_possessive", "perspective", "as_put", "citing", "have_it", "word_is",
            "layout", "on_behalf", "came_from",
        },
    ),
    "agentless_forms": (
        80,
        {"adverb", "impersonal", "passive", "existential", "nominal", "idiom"},
    ),
    "venues": (
        100,
        {
            "conversation", "press", "text", "social", "speech", "event", "legal", "parliament",
            "document", "broadcast", "agency",
        },
    ),
    "legal_bodies": (40, {"body", "document"}),
    "cue_guards": (
        100,
        {
            "plea", "record", "measured", "medical", "opinion", "time", "judge", "disproof",
            "anybody",
        },
    ),
}  # fmt: skip
FRAMES = {
    "that", "bare", "quote", "wh", "to", "np", "passive", "as", "oc", "of", "for", "from", "by",
    "about", "against", "on", "at", "over", "in", "possessive",
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_rows_are_sorted_and_unique_and_say_where_they_come_from(name: str) -> None:
    entries = load(name).entries
    terms = [entry.term for entry in entries]

    assert terms == sorted(set(terms))
    assert all(entry.source.strip() for entry in entries)
    assert len(entries) >= LISTS[name][0]


@pytest.mark.parametrize("name", LISTS)
def test_categories_are_known(name: str) -> None:
    assert {entry.category for entry in load(name).entries} <= LISTS[name][1]


@pytest.mark.parametrize("name", LISTS)
def test_terms_are_written_as_the_tokenizer_divides_them(name: str) -> None:
    for entry in load(name).entries:
        words = entry.term.removeprefix("=")
        written = words.replace(" 's", "'s")
        assert [match.group() for match in TOKEN.finditer(written)] == words.split(), words


@pytest.mark.parametrize("name", ["reporting_verbs", "reporting_nouns"])
def test_frames_are_known(name: str) -> None:
    for entry in load(name).entries:
        frames = entry.rest["frames"].split(",")
        assert all(f in FRAMES or f.startswith("pp:") for f in frames), entry.term


def test_forms_of_verbs_are_forms() -> None:
    assert {entry.rest["form"] for entry in load("reporting_verbs").entries} <= set(Form)


def test_guards_list_lemmas_in_order() -> None:
    for entry in load("non_speech_senses").entries:
        words = entry.rest["words"].split(",")
        assert words == sorted(set(words)), entry.term
        assert all(words), entry.term


def test_weights_and_orders() -> None:
    weights = {entry.rest["weight"] for entry in load("agentless_forms").entries}
    orders = {entry.rest["order"] for entry in load("attribution_frames").entries}

    assert weights == {"strong", "weak"}
    assert orders == {"source_after", "source_before", "none"}


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("say", "neutral"),
        ("claim", "doubt"),
        ("point out", "endorse"),
        ("admit", "concede"),
        ("slam", "emotive"),
        ("vow", "commit"),
        ("believe", "thought"),
        ("deny", "deny"),
    ],
)
def test_stances(verb: str, stance: str) -> None:
    assert load("reporting_verbs").category(verb) == stance
