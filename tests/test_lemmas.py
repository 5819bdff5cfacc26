"""Dictionary forms, above all of the verbs that news reports with."""

import pytest

from audit import lexicon
from audit.lemmas import lemma

PAST = {
    "accused": "accuse",
    "alleged": "allege",
    "argued": "argue",
    "ascribed": "ascribe",
    "blasted": "blast",
    "ceded": "cede",
    "conceded": "concede",
    "decried": "decry",
    "denied": "deny",
    "fled": "flee",
    "fretted": "fret",
    "implied": "imply",
    "insisted": "insist",
    "lambasted": "lambast",
    "longed": "long",
    "opined": "opine",
    "panned": "pan",
    "pledged": "pledge",
    "quipped": "quip",
    "rebuked": "rebuke",
    "recommitted": "recommit",
    "retweeted": "retweet",
    "said": "say",
    "slammed": "slam",
    "submitted": "submit",
    "swore": "swear",
    "told": "tell",
    "touted": "tout",
    "tweeted": "tweet",
    "underwent": "undergo",
    "urged": "urge",
    "vowed": "vow",
    "warned": "warn",
}


@pytest.mark.parametrize(("form", "verb"), PAST.items())
def test_past_forms(form: str, verb: str) -> None:
    assert lemma(form, "VBD") == verb


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("lay", "VB", "lay"),
        ("lay", "VBD", "lie"),
        ("lying", "VBG", "lie"),
        ("mimicking", "VBG", "mimic"),
        ("conceding", "VBG", "concede"),
        ("says", "VBZ", "say"),
        ("denies", "VBZ", "deny"),
        ("watches", "VBZ", "watch"),
        ("ministries", "NNS", "ministry"),
        ("men", "NNS", "man"),
        ("sources", "NNS", "source"),
        ("agencies", "NNS", "agency"),
        ("larger", "JJR", "large"),
        ("news", "NN", "news"),
        ("is", "VBZ", "be"),
        ("", "NN", ""),
        ("'s", "POS", "'s"),
    ],
)
def test_other_forms(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


def test_reporting_verbs_with_a_silent_e_come_back_whole() -> None:
    verbs = [entry.term for entry in lexicon.load("reporting_verbs").entries]
    wrong = [
        verb
        for verb in verbs
        if verb.isalpha()
        and verb.endswith("e")
        and not verb.endswith(("ee", "oe", "ye", "ie"))
        # Two spellings of one verb share their other forms.
        and lemma(verb + "d", "VBD") not in {verb, verb[:-1]}
    ]
    assert wrong == []


def test_forms_of_the_list_lead_to_its_verbs() -> None:
    for entry in lexicon.load("verbs").entries:
        if entry.category == "past":
            assert lemma(entry.term, "VBN") == entry.rest["lemma"]
