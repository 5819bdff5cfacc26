"""The page on the reading of real news is what its record gives."""

from tests.benchmarks import reading


def test_the_page_is_the_current_one() -> None:
    page = reading.render(reading.record(), reading.read_rates())

    assert reading.PAGE.read_text("utf-8") == page, "python -m tests.benchmarks.reading page"


def test_every_item_has_one_verdict_and_a_reason() -> None:
    verdicts = reading.record()

    assert len({(verdict.key, verdict.part) for verdict in verdicts}) == len(verdicts)
    assert all(verdict.reason and verdict.severity for verdict in verdicts)


def test_rules_in_the_record_are_rules() -> None:
    from audit.rules import load_rules

    known = {rule.id for rule in load_rules()}

    assert {verdict.key.rule for verdict in reading.record()} <= known


def test_an_interval_of_nothing_wanted_begins_at_nought() -> None:
    low, high = reading.interval(0, 4)

    assert low == 0.0
    assert 0.4 < high < 0.6
