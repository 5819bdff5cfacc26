"""What a cue says about the writer's distance, and how the content is given."""

import pytest

from audit.annotate import annotate
from audit.annotate.model import Attribution
from audit.parse import parse


def only(text: str) -> Attribution:
    (found,) = [a for a in annotate(parse(text)).attributions if a.trusted]
    return found


@pytest.mark.parametrize(
    ("cue", "form", "stance"),
    [
        ("said", "indirect", "neutral"),
        ("stated", "indirect", "neutral"),
        ("claimed", "indirect", "doubt"),
        ("alleged", "indirect", "doubt"),
        ("revealed", "indirect", "endorse"),
        ("pointed out", "indirect", "endorse"),
        ("admitted", "indirect", "concede"),
        ("conceded", "indirect", "concede"),
        ("denied", "indirect", "deny"),
        ("vowed", "indirect", "commit"),
        ("promised", "indirect", "commit"),
        ("believes", "attributed_thought", "thought"),
        ("thinks", "attributed_thought", "thought"),
        ("fears", "attributed_thought", "thought"),
    ],
)
def test_verbs_with_a_clause(cue: str, form: str, stance: str) -> None:
    found = only(f"Ana Ruiz {cue} that the bridge was unsafe.")

    assert (found.form, found.cue.stance) == (form, stance)


@pytest.mark.parametrize(
    ("cue", "form", "stance"),
    [
        ("slammed", "narrated_act", "emotive"),
        ("denied", "narrated_act", "deny"),
        ("rejected", "narrated_act", "deny"),
    ],
)
def test_verbs_with_an_object(cue: str, form: str, stance: str) -> None:
    found = only(f"Ana Ruiz {cue} the plan.")

    assert (found.form, found.cue.stance) == (form, stance)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The bridge is safe,” Ana Ruiz claimed.", "direct"),
        ("Ana Ruiz claimed the bridge was “perfectly safe.”", "mixed"),
        ("Ana Ruiz claimed the bridge was perfectly safe.", "indirect"),
        ("Ana Ruiz condemned the “reckless” plan.", "mixed"),
    ],
)
def test_quotation_marks_decide_the_form(text: str, form: str) -> None:
    assert only(text).form == form


def test_the_lemma_of_a_cue_is_what_the_lists_hold() -> None:
    assert only("Ana Ruiz has repeatedly pointed out that it was safe.").cue.lemma == "point out"
    assert only("According to Ana Ruiz, the bridge is safe.").cue.lemma == "according to"
