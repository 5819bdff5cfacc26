"""The measures: the page is what the figures give, and the counting counts right."""

from pathlib import Path

import pytest

from audit.document import Span
from tests.benchmarks.agreement import Comparison, Text, match, overlap
from tests.benchmarks.attribution import attributions, excerpt, measure
from tests.benchmarks.marked import Parts, read_folder
from tests.benchmarks.page import PAGE, Figures, merged, read, render

TEXT = "Ana Ruiz said the bridge was safe. “It holds,” Bo Lund told her."
MARKS = """\
T1\tSource 0 8\tAna Ruiz
T2\tCue 9 13\tsaid
T3\tContent 14 33\tthe bridge was safe
T4\tAttribution 9 13\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tSource2 47 54\tBo Lund
T6\tCue 55 59;60 63\ttold her
T7\tContent 35 46\t“It holds,”
E2\tAttribution:T6 Content:T7 Cue:T6 Source2:T5
"""


def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


SAFE = Parts(spans((0, 8)), spans((9, 13)), spans((14, 33)))
HOLDS = Parts(spans((47, 54)), spans((55, 59), (60, 63)), spans((35, 46)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "bridge.txt").write_bytes(TEXT.encode())
    (tmp_path / "text" / "unread.txt").write_bytes(b"Nobody marked this.")
    (tmp_path / "attributions" / "bridge_0a1b.ann").write_bytes(MARKS.encode())
    (tmp_path / "attributions" / "bridge_ff00.ann").write_bytes(b"")
    return tmp_path


def test_the_page_is_what_the_figures_give() -> None:
    """If not: python -m tests.benchmarks.page"""
    assert PAGE.read_text("utf-8") == render(read())


def test_a_page_of_no_figures_says_so() -> None:
    assert render({}).count("ot measured yet") == 9


def test_new_figures_replace_old_ones_but_not_fuller_ones() -> None:
    old: Figures = {"attribution": {"articles": 2, "by_frame": {}}, "names": {"sources": 3}}

    assert merged(old, {"attribution": {"articles": 2}, "names": {"not measured": "file"}}) == old
    assert merged(old, {"attribution": {"articles": 4}})["attribution"] == {"articles": 4}
    assert list(merged(old, {"bias": {"f1": 0.5}})) == ["attribution", "bias", "names"]


def test_reads_the_first_reading_of_each_marked_article(folder: Path) -> None:
    (article,) = read_folder(folder)

    assert article.name == "bridge"
    assert article.text == TEXT
    assert article.attributions == (SAFE, HOLDS)


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no folder text"):
        list(read_folder(tmp_path))


def test_words_are_what_punctuation_does_not_change() -> None:
    text = Text("It's 1,000 – well-made, “so.”")

    assert text.words(spans((0, 28))) == {0, 1, 2, 3}
    assert text.words(spans((2, 6))) == {0, 1}
    assert text.words(spans((10, 13))) == frozenset()


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("“It holds,”", "direct"),
        ('"It holds."', "direct"),
        ("it “holds” up", "mixed"),
        ("‘It holds’", "indirect"),
        ("it holds", "indirect"),
    ],
)
def test_form_is_read_from_the_marks(content: str, form: str) -> None:
    assert Text(content).form(Parts((), (), spans((0, len(content))))) == form


def test_each_is_matched_once_and_the_best_first() -> None:
    one, both, other = frozenset({1, 2}), frozenset({1, 2, 3, 4}), frozenset({3, 4})

    assert overlap(one, both) == 0.5
    assert match([both, one], [one, other], 0.5) == [(1, 0), (0, 1)]
    assert match([both], [one], 0.6) == []
    assert match([both], [frozenset({9})], 0.0) == []


def test_the_same_on_both_sides_is_all_right() -> None:
    comparison = Comparison()

    assert comparison.add(TEXT, [SAFE, HOLDS], [SAFE, HOLDS]) == [(0, 0), (1, 1)]
    figures = comparison.figures()
    for name in ("source_tokens", "cue_tokens", "content_tokens", "cue", "relation", "triple"):
        assert figures[name] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["recall_by_form"] == {"direct": 1.0, "indirect": 1.0}


def test_what_is_missed_and_what_is_wrong_are_counted_apart() -> None:
    comparison = Comparison()
    other_source = Parts(HOLDS.source, SAFE.cue, SAFE.content, "that")
    too_long = Parts((), spans((9, 33)), spans((0, 63)), "np")

    assert comparison.add(TEXT, [SAFE], [too_long, other_source]) == [(0, 1)]
    figures = comparison.figures()
    assert figures["relation"] == {"p": 0.5, "r": 1.0, "f1": 0.6667}
    assert figures["triple"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert figures["cue"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["by_frame"] == {
        "np": {"found": 1, "p": 0.0, "r": 0.0},
        "that": {"found": 1, "p": 1.0, "r": 1.0},
    }


def test_the_product_is_measured_through_its_public_call(folder: Path) -> None:
    figures, misses, alarms = measure(read_folder(folder))

    assert figures["relation"]["r"] == 1.0
    assert (misses, alarms) == ([], [])
    assert [parts.frame for parts in attributions(TEXT, "text")] == ["bare", "post-q"]


def test_a_miss_is_shown_on_one_line() -> None:
    assert excerpt(TEXT, HOLDS.cue) == "told … her"
    long = excerpt("word " * 100, spans((0, 500)))
    assert len(long) < 130
    assert " […] " in long
