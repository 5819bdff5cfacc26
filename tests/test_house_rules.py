"""What is said of a mistake in a file of house rules."""

from pathlib import Path

import pytest

from audit.house.rules import read_rules
from audit.written import BadConfig
from tests.house import TOLD, rule, write


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "house.toml: holds no rule"),
        ("a-rule = 3", "house.toml:1: a-rule: not a table"),
        ("[a-rule\n", "house.toml: Expected ']'"),
        ("[A_Rule]\n", "house.toml:1: A_Rule: a rule's name is small letters and single hyphens"),
        ("[vague-time]\n", "house.toml:1: vague-time: a packaged rule bears this name"),
        (
            "[a-rule]\nmesage = 'x'\n",
            "house.toml:2: mesage: not a known key; did you mean message?",
        ),
        (
            "[a-rule]\nseverity = 'eror'\n",
            "house.toml:2: severity: not one of error, warning, note; did you mean error?",
        ),
        ("[a-rule]\nmessage = '{text}'\n", "house.toml:1: a-rule: has no question"),
        ("[a-rule]\nmessage = 3\n", "house.toml:2: message: not a text"),
        (f"[a-rule]{TOLD}", "house.toml:1: a-rule: has neither pattern nor attribution"),
    ],
)
def test_a_mistake_in_a_rule_is_named_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(BadConfig) as caught:
        read_rules(write(tmp_path, text))

    assert str(caught.value).startswith(f"{tmp_path}/{message}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("pattern = 3", "6: pattern: not a list of words and tests of words"),
        ("pattern = []", "6: pattern: not a list"),
        ("pattern = [3]", "6: pattern: 3 is neither a word nor a test"),
        ("pattern = [{lema = 'x'}]", "6: lema: not a known key; did you mean lemma?"),
        ("pattern = [\n 'x',\n {tag = 'NNX'},\n]", "8: tag: not one of adjective, adverb,"),
        ("pattern = [{tag = 'nuon'}]", "VBZ, WDT, WP, WP$, WRB; did you mean noun?"),
        ("pattern = [{word = 'prime minister'}]", "6: word: 'prime minister' is 2 words"),
        ("pattern = ['']", "6: pattern: '' holds no word"),
        ("pattern = [{gap = 21}, 'x']", "6: gap: not a whole number from 1 to 20"),
        ("pattern = [{gap = 2, word = 'x'}]", "6: gap: stands alone"),
        ("pattern = [{word = 'x', times = [3, 2]}]", "6: times: not a number from 1 to 10, or two"),
        ("pattern = [{word = 'x', times = 11}]", "6: times: not a number"),
        ("pattern = [{word = 'x', times = true}]", "6: times: not a number"),
        ("pattern = [{word = 'x', optional = 1}]", "6: optional: not true or false"),
        ("pattern = [{optional = true}]", "6: pattern: a test needs one of word, lemma,"),
        ("pattern = [{not-word = 'x'}]", "6: pattern: says of no word what it is"),
        ("pattern = [{word = 'x', optional = true}]", "6: pattern: says of no word what it is"),
        (
            "pattern = ['x', {gap = 20}, {gap = 20}, {gap = 20}, {gap = 20}, {gap = 20}]",
            "6: pattern: too large",
        ),
        ("pattern = 'x'\nmark = 'cue'", "7: mark: goes with attribution"),
        (
            "pattern = 'x'\nin = 'writr'",
            "7: in: not one of writer, attributed, quoted; did you mean writer?",
        ),
        ("pattern = 'x'\npart = 'headlin'", "; did you mean headline?"),
        ("pattern = 'x'\nonce = 'yes'", "7: once: not true or false"),
        ("attribution = 'doubt'", "6: attribution: not a table"),
        (
            "attribution = {source.kind = 'critics'}",
            "6: kind: not one of named_person, named_role,",
        ),
        ("attribution = {source = 'critics'}", "6: source: ask of a part of it: source.kind"),
        (
            "[a-rule.attribution]\nsource.knd = 'author'",
            "7: source.knd: not a known key; did you mean source.kind?",
        ),
        ("[a-rule.attribution]\ncue.stance = 'douбt'", "7: stance: not one of neutral, doubt,"),
        ("attribution = {date = 'Monday'}", "6: date: not true or false"),
        ("attribution = {not-date = true}", "6: not-date: not a known key"),
        ("pattern = 'x'\nflag = ['x']", "7: flag: this case marks nothing with [[ and ]]"),
        ("pattern = 'x'\npass = [\n 'y',\n 'a [[x]]',\n]", "9: pass: this case marks something"),
        ("pattern = 'x'\nflag = ['an [[x']", "7: flag: the double brackets do not come in pairs"),
        ("pattern = 'x'\nflag = 3", "7: flag: not a text, or a list of them"),
    ],
)
def test_a_mistake_in_what_a_rule_looks_for_is_named(
    tmp_path: Path, body: str, message: str
) -> None:
    with pytest.raises(BadConfig) as caught:
        rule(tmp_path, body)

    assert str(caught.value).startswith(f"{tmp_path / 'house.toml'}:")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("message", "is kept for wars", "message: quotes nothing; say {text} in it"),
        ("message", "{text} by {source}", "message: {source} is not one of {text}"),
        ("question", "Who is {who}?", "question: {who} is not one of {text}"),
    ],
)
def test_a_message_quotes_the_words(tmp_path: Path, key: str, text: str, message: str) -> None:
    told = "\n".join(
        f"{key} = '{text}'" if line.startswith(key) else line for line in TOLD.splitlines()
    )

    with pytest.raises(BadConfig, match=r"house\.toml:\d: ") as caught:
        read_rules(write(tmp_path, f"[a-rule]{told}\npattern = 'x'\n"))

    assert message in str(caught.value)
