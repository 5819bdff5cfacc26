"""The score: its anchors, and what must not move it."""

import itertools
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from audit.annotate import annotate
from audit.annotate.model import Article
from audit.config import Config
from audit.document import Span
from audit.parse import parse
from audit.rules import load_rules
from audit.run import audit
from audit.score import Scores, StatementScore, score_article
from audit.weights import Anchor, anchors, table
from tests.benchmarks.score_page import PAGE, render

NAMES = [
    "Ana Reyes",
    "John Smith",
    "Chukwuemeka Okonkwo-Bello",
    "Nguyen Thi Lan",
    "Abdullah al-Otaibi",
    "Dmitri Orlov",
    "Mary Brennan",
    "Park Jiwon",
    "Ngozi Adeyemi",
    "Juan de la Cruz",
]
ROLES = ["Health minister", "Transport minister", "Mayor", "Senator", "Governor", "Chief executive"]
FACTS = [
    "the plant would close in June",
    "the road was open",
    "the bridge was safe",
    "the fund held 3 million euros",
]
NEUTRAL = ["said", "told Reuters", "stated", "added"]
# From the better to the worse known, for one and the same statement.
LADDER = [
    "Health minister Ana Reyes",
    "The health minister",
    "A senior health ministry official",
    "A government official",
    "A person familiar with the plan",
    "Sources",
]


def scores(text: str, links: tuple[Span, ...] = ()) -> Scores:
    return score_article(annotate(parse(text, links=links)), ())


def statement(text: str, link: str = "") -> float:
    """The score of the surest outermost attribution."""
    links = (Span(text.index(link), text.index(link) + len(link)),) if link else ()
    found = annotate(parse(text, links=links))
    outer = [a for a in found.attributions if not a.level and a.trusted]
    assert outer, f"no attribution in {text}"
    surest = max(outer, key=lambda a: a.confidence)
    return score_article(found, ()).statements[surest.id].total


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


@pytest.mark.parametrize("anchor", anchors(), ids=lambda anchor: anchor.name)
def test_anchor(anchor: Anchor) -> None:
    assert statement(anchor.sentence, anchor.link) == pytest.approx(anchor.value, abs=3)


def test_the_page_is_fresh() -> None:
    """If not: UPDATE_GOLDEN=1 python -m pytest tests/test_score.py"""
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(render(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == render()


def test_components_and_caps_add_up() -> None:
    texts = [anchor.sentence for anchor in anchors()] + [
        "“It will close,” sources told Reuters on Monday.",
        "Experts say it will close.",
        "She said on Monday that it would close.",
        "The BBC reported that the minister had told aides she would resign.",
    ]
    for text in texts:
        for score in scores(text).statements.values():
            clipped_to = min([float(cap.split()[-1]) for cap in score.caps], default=100.0)
            assert score.total == pytest.approx(min(sum(score.components.values()), clipped_to))


def test_what_is_nested_is_no_better_than_what_holds_it() -> None:
    found = annotate(parse("Sources said that Ana Reyes had told Reuters it would close."))
    totals = score_article(found, ()).statements

    for inner in found.attributions:
        if inner.parent:
            assert totals[inner.id].total <= totals[inner.parent].total


@given(
    some.sampled_from(NAMES),
    some.sampled_from(NAMES),
    some.sampled_from(ROLES),
    some.sampled_from(FACTS),
)
@settings(max_examples=150, deadline=None)
def test_the_name_changes_nothing(one: str, other: str, role: str, fact: str) -> None:
    assert statement(f"{role} {one} said {fact}.") == statement(f"{role} {other} said {fact}.")


@given(some.sampled_from(NAMES), some.sampled_from(FACTS))
@settings(max_examples=150, deadline=None)
def test_order_and_complementiser_change_nothing(name: str, fact: str) -> None:
    before = statement(f"{name} said {fact}.")

    assert statement(f"{name} said that {fact}.") == before
    assert statement(f"{capital(fact)}, {name} said.") == before
    assert statement(f"{capital(fact)}, said {name}.") == before


# Each line tells one thing in several ways: order, complementiser, voice, kind of mark.
SAME = [
    ["{s} said that {f}.", "{s} said {f}.", "{F}, {s} said.", "{F}, said {s}."],
    ["{s} announced that {f}.", "{s} announced {f}.", "It was announced by {s} that {f}."],
    ["“{F},” {s} said.", '"{F}," {s} said.', "‘{F},’ {s} said."],
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ways", SAME, ids=lambda ways: ways[0])
def test_every_way_of_telling_it_is_worth_the_same(ways: list[str], name: str) -> None:
    """Every name, role and fact in every way: some 1,700 pairs over all cases."""
    for role, fact in itertools.product(ROLES, FACTS):
        words = {"s": f"{role} {name}", "f": fact, "F": capital(fact)}
        worth = {statement(way.format(**words)) for way in ways}

        assert len(worth) == 1, words


@pytest.mark.parametrize("fact", FACTS)
def test_a_better_source_is_better_in_every_way_of_telling(fact: str) -> None:
    """Every pair of the ladder, in every way that begins with the source: 360 pairs."""
    ways = ["{} said that {}.", "{} said {}.", "{} announced that {}.", "{} warned that {}."]
    ways += ["{} said on Monday that {}.", "{} said in a statement on Monday that {}."]
    for way, (better, worse) in itertools.product(ways, itertools.combinations(LADDER, 2)):
        assert statement(way.format(better, fact)) >= statement(way.format(worse, fact)), way


@given(some.sampled_from(NAMES), some.sampled_from(FACTS))
@settings(max_examples=100, deadline=None)
def test_quotation_marks_change_nothing(name: str, fact: str) -> None:
    said = {
        statement(f"{left}{capital(fact)},{right} {name} said.")
        for left, right in ("“”", '""', "‘’")
    }

    assert len(said) == 1


@given(some.sampled_from(FACTS), some.sampled_from(NAMES))
@settings(max_examples=60, deadline=None)
def test_gender_changes_nothing(fact: str, name: str) -> None:
    he = scores(f"Mayor {name} opened it. He said {fact}.").statements
    she = scores(f"Mayor {name} opened it. She said {fact}.").statements

    assert [s.total for s in he.values()] == [s.total for s in she.values()]


@pytest.mark.parametrize(("better", "worse"), list(itertools.pairwise(LADDER)))
@pytest.mark.parametrize("fact", FACTS)
def test_a_better_source_scores_higher(better: str, worse: str, fact: str) -> None:
    assert statement(f"{better} said {fact}.") > statement(f"{worse} said {fact}.")


@given(some.sampled_from(LADDER), some.sampled_from(FACTS))
@settings(max_examples=60, deadline=None)
def test_date_venue_and_link_never_lower(source: str, fact: str) -> None:
    plain = statement(f"{source} said that {fact}.")
    dated = statement(f"{source} said on Monday that {fact}.")
    told = statement(f"{source} said in a statement on Monday that {fact}.")
    linked = statement(f"{source} said in a statement on Monday that {fact}.", "in a statement")

    assert plain <= dated <= told <= linked


@pytest.mark.parametrize("source", LADDER)
@pytest.mark.parametrize("verb", ["claimed", "insisted", "admitted", "revealed", "believed"])
def test_a_neutral_verb_is_never_worse(source: str, verb: str) -> None:
    assert statement(f"{source} said that it was safe.") >= statement(
        f"{source} {verb} that it was safe."
    )


@pytest.mark.parametrize("name", NAMES)
def test_quoted_is_better_than_paraphrased(name: str) -> None:
    quoted = statement(f"“The plant will close,” said mayor {name}.")

    assert quoted > statement(f"Mayor {name} said the plant would close.")


def test_a_quotation_cannot_launder_a_bare_source() -> None:
    assert statement("“The plant will close in June,” sources said.") <= 40


def test_a_stated_reason_for_anonymity_adds_four() -> None:
    asked = statement("A worker, who asked not to be named, said the plant would close.")
    told = statement(
        "A worker, who asked not to be named for fear of dismissal, said the plant would close."
    )

    assert told == pytest.approx(asked + table("bonus")["anonymity_reason"])


@given(some.sampled_from(LADDER), some.sampled_from(FACTS))
@settings(max_examples=40, deadline=None)
def test_an_unrelated_sentence_changes_no_other(source: str, fact: str) -> None:
    alone = statement(f"{source} said {fact}.")
    text = f"The river is long. {source} said {fact}. The road is red."
    beside = next(iter(scores(text).statements.values()))

    assert beside.total == alone


def whole(text: str) -> tuple[Article, Scores]:
    report = audit(parse(text), load_rules(), Config())
    return report.article, report.scores


def test_an_anonymous_attack_is_capped() -> None:
    _, found = whole("A ministry official called the minister a fool.")
    (score,) = found.statements.values()

    assert score.total <= table("cap")["anonymous opinion"]


def test_no_number_below_five_claims() -> None:
    found = scores("Police said two men were held.")

    assert found.article is None
    assert found.band is None
    assert set(found.profile) == {"M", "B", "R", "L", "T"}


def test_an_article_of_named_sources_beats_one_of_none() -> None:
    lines = [
        "the reform will ruin small farmers",
        "the prosecutor wants revenge",
        "the deal was the worst in the history of the city",
        "the new bridge will collapse within a year",
        "the minister wants more power",
        "the budget was the worst in the history of the country",
    ]
    bare = "\n".join(f"{capital(line)}." for line in lines)
    named = "\n".join(
        f"{role} {name} told Reuters on Monday that {line}."
        for role, name, line in zip(ROLES, NAMES, lines, strict=False)
    )
    _, worse = whole(bare)
    _, better = whole(named)

    assert worse.article is not None
    assert better.article is not None
    assert better.article > worse.article + 20
    assert better.band in {"strong", "adequate"}
    assert worse.band in {"weak", "unsourced"}


def test_a_claim_without_a_source_scores_nothing() -> None:
    article, found = whole("The regime's thugs butchered protesters.")

    assert [found.claims[claim.id] for claim in article.claims if claim.needs_source] == [0.0]


def test_an_empty_article_has_no_score() -> None:
    assert scores("") == Scores(profile={"M": 0.0, "B": 0.0, "R": 0.0, "L": 1.0, "T": 0.0})


def test_the_score_is_a_value() -> None:
    assert StatementScore(1.0) == StatementScore(1.0, {}, ())
