"""What a house rule matches: words, and attributions."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.annotate import annotate
from audit.house.cases import unmark
from audit.house.read_pattern import read_pattern
from audit.house.rules import read_rules
from audit.parse import parse
from audit.written import Written
from tests.house import TOLD, flagged, rule, write


@pytest.mark.parametrize(
    ("pattern", "marked"),
    [
        ("'crisis'", "The [[Crisis]] grew into crises."),
        ("'=crisis'", "The [[crisis]] grew into [[crises]]."),
        ("'Crisis'", "A crisis met the [[Crisis]] charity."),
        ("'anti-war march'", "The [[anti-war march]] began."),
        ("[{word = ['big', 'huge']}, '=row']", "A [[huge row]], [[big rows]] and a small row."),
        ("[{tag = 'adjective'}, '=row']", "There was a [[public row]] in the row."),
        ("[{lemma = 'deny', tag = 'VBD'}]", "He [[denied]] it and denies it still."),
        (
            "['top', {word = 'secret', optional = true}, 'file']",
            "A [[top file]], a [[top secret file]].",
        ),
        ("['very', {word = 'very', times = [0, 2]}, 'bad']", "[[very very bad]] and [[very bad]]."),
        ("[{word = 'ha', times = 2}]", "He said [[ha ha]] ha."),
        (
            "['some', {gap = 3}, 'reports']",
            "[[Some early wild reports]] of some of the few other reports.",
        ),
        (
            "[{any = ['prime minister', '=chancellor']}, 'said']",
            "The [[prime minister said]] no. [[Chancellors said]] yes.",
        ),
        (
            "[{not-word = 'midlife'}, '=crisis']",
            "[[Crisis]] talks. A midlife crisis. A [[crisis]].",
        ),
        (
            "['crisis', {not-word = ['talks', '.']}]",
            "A [[crisis]] meeting, then crisis talks, then crisis.",
        ),
        ("['crisis', {not-word = 'talks'}]", "Crisis talks on a [[crisis]]"),
        ("['said', {word = 'sources', mark = true}]", "So said [[sources]] and sources."),
        ("[{not-tag = 'noun', mark = true}, 'crisis']", "The parking crisis is [[a]] crisis."),
        ("[{word = 'that', not-tag = ['IN', 'WDT']}]", "He said that [[that]] was all."),
        ("['a', {gap = 2}, 'b', {gap = 2}, 'c']", "[[a x b y y c]] and a b x x x c."),
        ("'n’t'", "They do[[n’t]] know."),
    ],
)
def test_a_pattern_flags_its_words(tmp_path: Path, pattern: str, marked: str) -> None:
    text, _ = unmark(marked)

    assert flagged(rule(tmp_path, f"pattern = {pattern}"), text) == marked


def test_a_pattern_stays_within_a_sentence(tmp_path: Path) -> None:
    found = rule(tmp_path, "pattern = ['talks', {gap = 5}, 'failed']")

    assert flagged(found, "They held talks. It failed.") == "They held talks. It failed."


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("", "A [[crisis]], he said: there was a [[crisis]]. “A crisis,” she said."),
        ("in = 'writer'", "A [[crisis]] came. He said there was a crisis. “A crisis,” she said."),
        (
            "in = 'attributed'",
            "A crisis came. He said there was a [[crisis]]. “A crisis,” she said.",
        ),
        ("in = ['quoted']", "A crisis came. He said there was a crisis. “A [[crisis]],” she said."),
        ("once = true", "A [[crisis]] came. The crisis went."),
    ],
)
def test_whose_words_may_be_flagged(tmp_path: Path, body: str, marked: str) -> None:
    text, _ = unmark(marked)

    assert flagged(rule(tmp_path, f"pattern = '=crisis'\n{body}"), text) == marked


def test_on_which_part_of_the_page(tmp_path: Path) -> None:
    text = "Council meets as crisis grows\n\nThe crisis grew on Monday, the council said.\n"
    found = rule(tmp_path, "pattern = '=crisis'\npart = 'headline'")

    assert flagged(found, text).startswith("Council meets as [[crisis]] grows\n\nThe crisis")


# Attributions

TALK = (
    "Critics claimed the plan had failed. Ana Ruiz, the mayor, said on Monday that it worked. "
    "“It is late,” she said. A source told the Herald that nobody knew."
)


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("attribution = {source.kind = 'vague_collective'}", ["Critics"]),
        (
            "attribution = {source.kind = ['vague_collective', 'bare_unnamed']}",
            ["Critics", "A source"],
        ),
        ("mark = 'cue'\nattribution = {cue.stance = 'doubt'}", ["claimed"]),
        ("mark = 'cue'\nattribution = {cue.not-stance = ['doubt', 'neutral']}", []),
        ("mark = 'cue'\nattribution = {cue.lemma = 'tell'}", ["told"]),
        ("mark = 'content'\nattribution = {form = 'direct'}", ["“It is late,”"]),
        ("attribution = {not-form = ['direct'], date = true}", ["Ana Ruiz, the mayor,"]),
        ("attribution = {speaker.kind = 'named_person', source.kind = 'pronoun'}", ["she"]),
        ("attribution = {polarity = 'negative'}", []),
        ("attribution = {addressee = true}", ["A source"]),
        ("pattern = 'plan'\nmark = 'content'\nattribution = {cue.stance = 'doubt'}", ["plan"]),
        ("pattern = 'it'\nmark = 'content'\nattribution = {form = 'direct'}", ["It"]),
    ],
)
def test_attributions_are_flagged_by_what_they_are(
    tmp_path: Path, body: str, marked: list[str]
) -> None:
    article = annotate(parse(TALK))
    found = [article.document.excerpt(some.span) for some in rule(tmp_path, body).find(article)]

    assert [text.rstrip(",") for text in found] == [text.rstrip(",") for text in marked]


def test_a_message_says_who_spoke_and_takes_nothing_for_a_command(tmp_path: Path) -> None:
    body = "attribution = {form = 'indirect'}\nmark = 'content'"
    told = TOLD.replace("is kept for wars.", "is {source}’s, who {cue} it")
    [found] = read_rules(write(tmp_path, f"[a-rule]{told}{body}\n"))
    article = annotate(parse("Ana Ruiz said that {source} was {0.__class__} on Monday."))
    [said] = found.find(article)

    assert said.message == "“that {source} was {0.__class__} on Monday” is Ana Ruiz’s, who said it"
    assert said.evidence == ("a1",)


@pytest.mark.parametrize(
    "pattern",
    [
        "[" + 4 * "{word = 'ha', times = [1, 10]}, " + "'x']",
        "['ha', {gap = 20}, 'ha', {gap = 20}, 'ha', {gap = 20}, 'ha', {gap = 20}, 'x']",
        "[{tag = 'noun', optional = true}, {any = ['ha', 'ha ha'], times = [1, 10]}, 'x']",
        "[{not-word = 'x', times = 10}, {not-word = 'y', times = [0, 10]}, 'x']",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_ways(tmp_path: Path, pattern: str) -> None:
    found = rule(tmp_path, f"pattern = {pattern}")
    articles = [annotate(parse("ha " * words)) for words in (1_000, 4_000)]
    seconds = []
    for article in articles:
        list(found.find(article))
        start = time.process_time()
        assert not list(found.find(article))
        seconds.append(time.process_time() - start)

    assert seconds[0] < 2
    assert seconds[1] < 12 * seconds[0] + 0.1


# A regular expression over letters says what a pattern over words of one letter has to match.

_LETTERS = st.sampled_from("pqr")
_TIMES = st.sampled_from([(1, 1), (0, 1), (0, 2), (1, 3), (2, 2)])
_PHRASES = st.lists(st.text("pqr", min_size=1, max_size=2), min_size=1, max_size=2)
_MEMBERS = st.one_of(
    st.tuples(_LETTERS, _TIMES).map(
        lambda m: ({"word": m[0], "times": list(m[1])}, f"{m[0]}{{{m[1][0]},{m[1][1]}}}")
    ),
    st.tuples(_PHRASES, _TIMES).map(
        lambda m: (
            {"any": [" ".join(phrase) for phrase in m[0]], "times": list(m[1])},
            f"(?:{'|'.join(m[0])}){{{m[1][0]},{m[1][1]}}}",
        )
    ),
    _LETTERS.map(lambda letter: ({"not-word": letter}, f"[^{letter}]")),
    st.integers(1, 3).map(lambda widest: ({"gap": widest}, f".{{0,{widest}}}?")),
)


@settings(deadline=None, derandomize=True)
@given(st.text("pqr", min_size=1, max_size=14), _LETTERS, st.lists(_MEMBERS, max_size=4), _LETTERS)
def test_a_pattern_matches_as_a_regular_expression_does(
    letters: str, first: str, members: list[tuple[dict[str, object], str]], last: str
) -> None:
    pattern = read_pattern(
        Written(Path("house.toml"), ""), "a-rule", [first, *(m for m, _ in members), last]
    )
    expression = first + "".join(part for _, part in members) + last
    document = parse(" ".join(letters))
    found = [
        (span.start // 2, (span.end + 1) // 2)
        for span in pattern.matches(document, 0, len(letters))
    ]

    assert found == [match.span() for match in re.finditer(expression, letters)]
