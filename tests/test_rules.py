"""Each rule flags exactly the marked spans of its cases, and nothing else.

A case file holds blocks like these; ``[[…]]`` marks what must be flagged::

    == flag: two sources in one sentence
    [[Sources]] told her that [[officials]] say little.

    == pass: the source has a name
    Ana Ruiz said no.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.annotate import annotate
from audit.annotate.model import Article
from audit.document import Span
from audit.outputs.manual import sections
from audit.parse import parse
from audit.rank import weights
from audit.rules import Rule, load_rules

CASES = Path(__file__).parent / "rules"
RULES = {rule.id: rule for rule in load_rules()}
HEADINGS = ["Why", "Flagged", "Not flagged", "Source"]
LEAST = 6

Case = tuple[str, str, str, list[Span]]


def read_cases(path: Path) -> Iterator[Case]:
    """Yield ``(kind, title, text, spans)`` for each block of a case file."""
    before, *blocks = re.split(r"(?m)^==[ ]*(.*)\n", path.read_text("utf-8"))
    assert not before.strip(), f"{path.name}: text before the first case"
    for header, marked in zip(blocks[::2], blocks[1::2], strict=True):
        kind, colon, title = header.partition(": ")
        assert colon, f"{path.name}: not a case header: {header}"
        assert kind in ("flag", "pass"), f"{path.name}: not a kind of case: {kind}"
        text, spans = unmark(marked.strip())
        yield kind, title, text, spans


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without its brackets, and where they were; ``[[[sic]]]`` marks ``[sic]``."""
    text, spans = "", []
    for i, piece in enumerate(re.split(r"\[\[|\]\](?!\])", marked)):
        if i % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def all_cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for kind, title, text, spans in read_cases(path):
            yield pytest.param(path.stem, kind, text, spans, id=f"{path.stem}-{title}")


def article(text: str) -> Article:
    return annotate(parse(text))


def flagged(rule: Rule, text: str) -> list[Span]:
    return sorted({mark.span for mark in rule.find(article(text))})


def excerpts(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(("rule_id", "kind", "text", "spans"), list(all_cases()))
def test_flags_exactly_the_marked_spans(
    rule_id: str, kind: str, text: str, spans: list[Span]
) -> None:
    assert bool(spans) == (kind == "flag"), "the case contradicts its own title"

    found = flagged(RULES[rule_id], text)

    assert excerpts(text, found) == excerpts(text, spans)
    assert found == spans


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_cases_belong_to_a_rule(path: Path) -> None:
    titles = [title for _, title, _, _ in read_cases(path)]

    assert path.stem in RULES
    assert len(titles) == len(set(titles)), "two cases with one title"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_has_enough_cases_of_both_kinds(rule: Rule) -> None:
    kinds = [kind for kind, *_ in read_cases(CASES / f"{rule.id}.txt")]

    assert kinds.count("flag") >= LEAST
    assert kinds.count("pass") >= LEAST


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_has_a_manual(rule: Rule) -> None:
    written = dict(sections(rule))

    assert list(written) == HEADINGS
    assert all(written.values()), "a heading without text"
    assert rule.code


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_manual_is_true(rule: Rule) -> None:
    written = dict(sections(rule))
    text, spans = unmark(written["Flagged"])

    assert spans, "nothing is marked in the manual's example"
    assert excerpts(text, flagged(rule, text)) == excerpts(text, spans)
    assert flagged(rule, written["Not flagged"]) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_a_weight(rule: Rule) -> None:
    assert rule.id in weights()


@pytest.mark.parametrize(("rule_id", "kind", "text", "spans"), list(all_cases()))
def test_messages_are_one_line_and_quote_the_text(
    rule_id: str, kind: str, text: str, spans: list[Span]
) -> None:
    found = article(text)
    for mark in RULES[rule_id].find(found):
        assert mark.message == " ".join(mark.message.split())
        assert mark.question == " ".join(mark.question.split())
        assert "“" in mark.message, "the message quotes nothing"
        assert mark.question
