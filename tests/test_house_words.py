"""A newsroom's own words: added, dropped, preferred, and kept to its own audits."""

from pathlib import Path

import pytest

import audit
from audit.annotate.model import SourceKind
from audit.config import BadConfig, config_for
from audit.house.words import LISTS
from audit.lexicon import load
from audit.parse import parse
from audit.rules import load_rules
from audit.run import run
from tests.house import config, words_of, write


@pytest.mark.parametrize(
    ("rule", "added", "text"),
    [
        ("contested-name", "Port Elling", "The ship left [[Port Elling]] on Monday."),
        ("contested-name", "Çanak", "The ship left [[Çanak]] on Monday."),
        ("editorial-adverb", "comfortably", "The bill [[comfortably]] passed on Monday."),
        ("intensifier", "mightily", "The river was [[mightily]] swollen."),
        ("loaded-refusal", "=keep shtum", "The mayor [[kept]] shtum on Monday."),
        ("loaded-term", "=sell - off", "The [[sell-offs]] began on Monday."),
        ("peacock-term", "=rockstar", "The [[rockstar]] of local banking opened a branch."),
        ("presupposition", "no doubt about it", "The bridge is old, [[no doubt about it]]."),
        ("weasel-phrase", "tongues wag", "In the harbour [[tongues wag]] about the mayor."),
    ],
)
def test_a_term_is_added_to_each_list(tmp_path: Path, rule: str, added: str, text: str) -> None:
    plain = text.replace("[[", "").replace("]]", "")
    house = config(tmp_path, f'[words]\n{rule} = {{add = ["{added}"]}}\n')

    assert not words_of(audit.audit_text(plain), rule)
    assert words_of(audit.audit_text(plain, config=house), rule) == [
        text.partition("[[")[2].partition("]]")[0]
    ]


def test_every_list_belongs_to_a_rule() -> None:
    assert set(LISTS) <= {rule.id for rule in load_rules()}
    assert all(load(name).entries for name in LISTS.values())


@pytest.mark.parametrize(
    ("rule", "dropped", "text"),
    [
        ("loaded-term", "regime", "The regime fell on Monday."),
        ("loaded-term", "=regime", "The regime fell on Monday."),
        ("weasel-phrase", "questions remain", "Questions remain about the bridge."),
        ("contested-name", "Kiev", "Kiev was quiet on Monday."),
    ],
)
def test_a_term_is_dropped(tmp_path: Path, rule: str, dropped: str, text: str) -> None:
    house = config(tmp_path, f'[words.{rule}]\ndrop = ["{dropped}"]\n')

    assert words_of(audit.audit_text(text), rule)
    assert not words_of(audit.audit_text(text, config=house), rule)


def test_a_packaged_phrase_that_is_added_is_found_once(tmp_path: Path) -> None:
    house = config(tmp_path, '[words.weasel-phrase]\nadd = ["questions remain"]\n')
    report = audit.audit_text("Questions remain about the bridge.", config=house)

    assert words_of(report, "weasel-phrase") == ["Questions remain"]


def test_a_contested_name_has_one_that_the_house_prefers(tmp_path: Path) -> None:
    house = config(tmp_path, '[words.contested-name.add]\nRangoon = "Yangon"\n')
    [found] = audit.audit_text("The ship left Rangoon on Monday.", config=house).findings

    assert found.rule == "contested-name"
    assert found.question.startswith("The house writes “Yangon”.")
    assert found.evidence == ("Rangoon (house list, audit.toml)",)


def test_a_list_may_be_a_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        "term\tpreferred\tsource\nRangoon\tYangon\tstyle book, p. 3\n\n=cocotte\n",
        "names.tsv",
    )
    house = config(tmp_path, '[words]\ncontested-name = {file = "names.tsv"}\n')
    report = audit.audit_text("A cocotte left Rangoon on Monday.", config=house)

    assert words_of(report, "contested-name") == ["cocotte", "Rangoon"]
    assert [f.evidence for f in report.findings] == [
        ("=cocotte (house list, names.tsv)",),
        ("Rangoon (style book, p. 3)",),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words = 3", "audit.toml:1: words: not a table"),
        ('[words]\nvague-time = {add = ["x"]}', "audit.toml:2: vague-time: not a known key"),
        ('[words]\nloaded-trem = {add = ["x"]}', "did you mean loaded-term?"),
        ("[words]\nloaded-term = 3", "audit.toml:2: loaded-term: not a table with add, drop, file"),
        ('[words.loaded-term]\nad = ["x"]', "audit.toml:2: ad: not a known key; did you mean add?"),
        ("[words.loaded-term]\nadd = [3]", "audit.toml:2: add: not a term, or a list of them"),
        ('[words.loaded-term]\nadd = ["="]', "audit.toml:2: add: '=' holds no word"),
        ('[words.loaded-term.add]\nx = "y"', "audit.toml:1: add: not a list; contested-name alone"),
        ("[words.contested-name.add]\nKiew = 3", "audit.toml:2: Kiew: not the name that the house"),
        (
            '[words.loaded-term]\ndrop = [\n "thug",\n "regyme",\n]',
            "audit.toml:4: drop: 'regyme' is not in the list of loaded-term; did you mean regime?",
        ),
        ('[words.loaded-term]\nfile = "no.tsv"', "audit.toml:2: file: there is no file "),
        (
            '[words.loaded-term]\nfile = "names.tsv"',
            "names.tsv:1: preferred: is for",
        ),
        ('[words.contested-name]\nfile = "bad.tsv"', "bad.tsv:1: the columns are term and"),
        ('[words.contested-name]\nfile = "rows.tsv"', "rows.tsv:3: 3 columns and not 2"),
        ('[words.contested-name]\nfile = "empty.tsv"', "empty.tsv:2: no term"),
    ],
)
def test_a_mistake_in_words_is_named(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, "term\tpreferred\nx\ty\n", "names.tsv")
    write(tmp_path, "word\nx\n", "bad.tsv")
    write(tmp_path, "term\tsource\nx\ty\nz\ty\tx\n", "rows.tsv")
    write(tmp_path, "term\tsource\n\ty\n", "empty.tsv")

    with pytest.raises(BadConfig) as caught:
        config(tmp_path, text)

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folders_and_extended_files_change_the_words_in_turn(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[words.loaded-term]\nadd = ["splurge"]\ndrop = ["regime"]\n'
        '[folders.desk.words.loaded-term]\ndrop = ["splurge"]\n',
        "base.toml",
    )
    write(
        tmp_path,
        'extends = "base.toml"\n[words.loaded-term]\nadd = ["=kerfuffle"]\n'
        '[folders.desk.words.loaded-term]\nadd = ["regime"]\n',
        "audit.toml",
    )
    text = "The splurge and the kerfuffle ended the regime on Monday."

    def found(folder: str) -> list[str]:
        house = config_for(str(tmp_path / folder / "a.txt"))
        return words_of(audit.audit_text(text, config=house), "loaded-term")

    assert found(".") == ["splurge", "kerfuffle"]
    assert found("desk") == ["kerfuffle", "regime"]
    assert words_of(audit.audit_text(text), "loaded-term") == ["regime"]


def test_setup_cfg_holds_words_and_sources(tmp_path: Path) -> None:
    write(
        tmp_path,
        "[tool:audit:words:loaded-term]\nadd = =kerfuffle, splurge\ndrop = regime\n"
        "[tool:audit:words:contested-name:add]\nRangoon = Yangon\n"
        "[tool:audit:sources:the palace]\nkind = metonymy\nfor = the Crown\n",
        "setup.cfg",
    )
    house = config_for(str(tmp_path / "a.txt"))
    text = "The kerfuffle in Rangoon ended the regime. The palace said no."
    report = audit.audit_text(text, config=house)

    assert words_of(report, "loaded-term") == ["kerfuffle"]
    assert words_of(report, "contested-name") == ["Rangoon"]
    assert [speaker.kind for speaker in report.article.speakers] == [SourceKind.METONYMY]


def test_two_houses_in_one_process_know_nothing_of_each_other(tmp_path: Path) -> None:
    one = config(tmp_path, '[words.loaded-term]\nadd = ["kerfuffle"]\n')
    other = config(tmp_path, '[words.loaded-term]\ndrop = ["regime"]\nadd = ["splurge"]\n')
    document = parse("The kerfuffle and the splurge ended the regime on Monday.")
    expected = [(None, ["regime"]), (one, ["kerfuffle", "regime"]), (other, ["splurge"])]

    for house, words in (*expected, *reversed(expected)):
        assert words_of(run(document, house), "loaded-term") == words


def test_no_word_of_a_house_moves_a_score(tmp_path: Path) -> None:
    text = (
        "Unemployment rose by 4.2 percent because of the regime. Questions remain in May. "
        "Prices will double in May because of the regime. The regime is the worst in Europe. "
        "Crime rose by 7 percent. The bridge fell because of the regime. Trade fell by 9 percent. "
        "Critics say the regime wants to humiliate its neighbours."
    )
    house = config(
        tmp_path,
        '[words.loaded-term]\ndrop = ["regime"]\nadd = ["=price"]\n'
        '[words.weasel-phrase]\ndrop = ["questions remain"]\nadd = ["in May"]\n',
    )
    usual, theirs = audit.audit_text(text), audit.audit_text(text, config=house)

    assert usual.scores.article is not None
    assert usual.scores == theirs.scores
    assert words_of(theirs, "loaded-term") == ["Prices"]
    assert words_of(theirs, "weasel-phrase") == 2 * ["in May"]
