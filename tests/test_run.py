"""From marks to a report: order, duplicates, severity, priority, groups, fingerprints."""

from collections.abc import Iterator

import pytest

from audit.annotate.model import Article
from audit.config import Config
from audit.document import Span
from audit.finding import Mark, Severity
from audit.parse import parse
from audit.report import Listed, Report
from audit.rules import Rule
from audit.run import audit

TEXT = "Reports say prices rose. Others fell.\n\nReports say prices rose."


def rule(id_: str, words: str, severity: Severity = Severity.ERROR, about: str = "") -> Rule:
    """A rule that points at every occurrence of some words, twice over."""

    def find(article: Article) -> Iterator[Mark]:
        text = article.document.text
        evidence = (about,) if about else ()
        start = text.find(words)
        while start >= 0:
            mark = Mark(Span(start, start + len(words)), f"“{words}” is here.", "Who?", evidence)
            yield from (mark, mark)
            start = text.find(words, start + 1)

    return Rule(id_, "test", severity, "", "A code.", find)


def run(*rules: Rule, text: str = TEXT, config: Config | None = None) -> Report:
    return audit(parse(text), rules, config or Config())


def shown(findings: Iterator[Listed] | tuple[Listed, ...]) -> list[tuple[int, str]]:
    return [(finding.span.start, finding.rule) for finding in findings]


def test_findings_come_once_and_in_order_of_place_then_rule() -> None:
    report = run(rule("b-rule", "prices"), rule("a-rule", "prices"), rule("c-rule", "Others"))

    assert shown(report.findings) == [
        (12, "a-rule"),
        (12, "b-rule"),
        (25, "c-rule"),
        (51, "a-rule"),
        (51, "b-rule"),
    ]


def test_a_finding_has_its_rules_facts_and_its_place() -> None:
    [_, finding] = run(rule("a-rule", "prices", Severity.NOTE)).findings

    assert (finding.severity, finding.code) == (Severity.NOTE, "A code.")
    assert (finding.sentence, finding.line, finding.column) == (2, 3, 13)


def test_priority_is_by_severity_then_weight_then_place() -> None:
    report = run(
        rule("unknown-rule", "prices", Severity.NOTE),
        rule("orphan-quote", "rose", Severity.ERROR),
        rule("vague-reports", "Reports", Severity.ERROR),
        rule("unnamed-source", "say", Severity.WARNING),
    )

    assert [f.rule for f in report.ranked] == [
        *("vague-reports", "vague-reports"),
        *("orphan-quote", "orphan-quote"),
        *("unnamed-source", "unnamed-source"),
        *("unknown-rule", "unknown-rule"),
    ]
    assert [f.span.start for f in report.ranked[:2]] == [0, 39]


def test_what_is_mended_along_comes_after_all_that_lead() -> None:
    text = "The deal was awful. The mayor called. The road was awful."
    report = run(
        rule("loaded-term", "awful", Severity.WARNING),
        rule("vague-time", "called", Severity.NOTE),
        text=text,
    )

    assert [(f.rule, f.group) for f in report.ranked] == [
        ("loaded-term", "g1"),
        ("vague-time", "g2"),
        ("loaded-term", "g1"),
    ]


def test_what_colours_a_column_is_one_item() -> None:
    text = (
        "But we must be honest. The plan is simply awful, and surely we know it. Sadly, my "
        "mayor is a good man. Yes, frankly, we should vote no. So should you!"
    )
    report = run(
        rule("loaded-term", "awful", Severity.WARNING),
        rule("intensifier", "simply", Severity.NOTE),
        rule("unnamed-source", "mayor", Severity.WARNING),
        text=text,
    )
    groups = {f.rule: f.group for f in report.findings}

    assert groups["loaded-term"] == groups["intensifier"] != groups["unnamed-source"]


def test_findings_on_one_statement_or_on_the_same_words_are_one_group() -> None:
    report = run(
        rule("a-rule", "Reports", about="a1"),
        rule("b-rule", "say", about="a1"),
        rule("c-rule", "prices rose"),
        rule("d-rule", "rose"),
        rule("e-rule", "Reports say", about="a2"),
        text="Reports say prices rose.",
    )
    groups = {f.rule: f.group for f in report.findings}

    assert groups["a-rule"] == groups["b-rule"]
    assert groups["c-rule"] == groups["d-rule"]
    assert len({groups["a-rule"], groups["c-rule"], groups["e-rule"]}) == 3


def test_groups_end_with_the_sentence() -> None:
    report = run(rule("a-rule", "Reports", about="a1"))

    assert [f.group for f in report.findings] == ["g1", "g2"]


def test_the_same_words_again_are_one_item_where_the_rule_says_so() -> None:
    text = "The deal was awful. The mayor called. The road was awful."
    again = [f.group for f in run(rule("loaded-term", "awful"), text=text).findings]
    apart = [f.group for f in run(rule("concession-verb", "awful"), text=text).findings]

    assert again == ["g1", "g1"]
    assert apart == ["g1", "g2"]


def test_what_stands_under_something_worse_draws_nothing_else_there() -> None:
    text = "The deal was awful. The mayor called. The road was awful."
    loaded = rule("loaded-term", "awful", Severity.WARNING)
    groups = [
        f.group for f in run(loaded, rule("mind-reading", "deal was awful"), text=text).findings
    ]

    assert groups == ["g1", "g1", "g2"]


def test_a_fingerprint_survives_changes_elsewhere_and_tells_repeats_apart() -> None:
    some = rule("a-rule", "prices")
    before = [f.fingerprint for f in run(some).findings]
    moved = [f.fingerprint for f in run(some, text=f"Another day.\n\n  {TEXT}").findings]
    reset = run(some, text=TEXT.replace("say prices", "say   prices").replace("Others", "Many"))
    other = [f.fingerprint for f in run(some, text=TEXT.replace("rose", "fell")).findings]

    assert len(set(before)) == 2
    assert moved == before
    assert [f.fingerprint for f in reset.findings] == before
    assert not set(other) & set(before)


def test_severity_and_silence_are_the_configurations() -> None:
    config = Config({"a-rule": Severity.NOTE}, frozenset({"b-rule"}))
    report = run(rule("a-rule", "Others"), rule("b-rule", "Others"), config=config)

    assert [(f.rule, f.severity) for f in report.findings] == [("a-rule", Severity.NOTE)]


def test_what_is_allowed_is_listed_and_idle_allowances_too() -> None:
    text = (
        "<!-- audit: allow a-rule because it is so -->\nPrices rose.\n\n"
        "<!-- audit: allow b-rule because of nothing -->\nPrices fell.\n"
    )
    report = run(rule("a-rule", "Prices"), rule("b-rule", "Wages"), text=text)

    assert [f.line for f in report.findings] == [5]
    assert [(s.rule, s.reason) for s in report.suppressed] == [("a-rule", "it is so")]
    assert [s.what for s in report.skipped] == ["allowance at line 4"]
    assert report.audited


def _faulty() -> Rule:
    def find(article: Article) -> Iterator[Mark]:
        yield Mark(Span(0, 3), "“x”", "Who?")
        raise LookupError("gone")

    return Rule("faulty-rule", "test", Severity.ERROR, "", "", find)


def test_a_rule_that_raises_is_reported_and_costs_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("AUDIT_STRICT")
    report = run(_faulty(), rule("a-rule", "Others"))

    assert "a-rule" in {f.rule for f in report.findings}
    [skipped] = report.skipped
    assert (skipped.what, skipped.fault) == ("rule faulty-rule", True)
    assert skipped.reason == "a fault of the program: LookupError in find: gone"


def test_a_rule_that_raises_stops_a_test() -> None:
    with pytest.raises(LookupError):
        run(_faulty())
