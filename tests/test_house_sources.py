"""A newsroom's own sources: of what kind a name is, and for whom it stands."""

from pathlib import Path

import pytest

import audit
from audit.annotate.model import SourceKind
from audit.written import BadConfig
from tests.house import config, words_of

HARBOUR = """
[sources]
"the Quay" = {kind = "metonymy", for = "the Harbour Office"}
"the Big House" = {kind = "metonymy", for = "the Harbour Office"}
"""


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("the palace", "metonymy", "The palace said on Monday that the visit was off."),
        ("Carlton Browne", "institution", "Carlton Browne said that trade was good."),
        ("Number 10", "institution", "Number 10 said the visit was off."),
        ("Old Lady", "metonymy", "The visit was off, the Old Lady said."),
        ("the whips", "named_role", "“It is off,” the whips said."),
        ("Harbour Watch", "media_outlet", "Harbour Watch, a newsletter, said the visit was off."),
    ],
)
def test_a_source_is_of_the_kind_the_house_says(
    tmp_path: Path, name: str, kind: str, text: str
) -> None:
    house = config(tmp_path, f'[sources]\n"{name}" = {{kind = "{kind}"}}\n')
    [attribution] = audit.audit_text(text, config=house).article.trusted

    assert attribution.source.kind == kind
    assert audit.audit_text(text).article.trusted[0].source.kind != kind


def test_only_the_name_itself_is_meant(tmp_path: Path) -> None:
    house = config(tmp_path, '[sources]\n"the palace" = {kind = "metonymy"}\n')
    text = "The palace’s gardener, Bo Lund, said no. A palace spokeswoman said yes."
    kinds = [a.source.kind for a in audit.audit_text(text, config=house).article.trusted]

    assert SourceKind.METONYMY not in kinds


def test_one_source_under_several_names_counts_once(tmp_path: Path) -> None:
    text = (
        "The Big House said the visit was off. The Harbour Office blamed the weather. "
        "The Quay also said that a date would be found."
    )
    usual, theirs = audit.audit_text(text), audit.audit_text(text, config=config(tmp_path, HARBOUR))

    assert len(usual.article.speakers) > 1
    [speaker] = theirs.article.speakers
    assert len(speaker.attributions) == 3
    assert {speaker.name, *speaker.aliases} == {
        "The Big House",
        "The Harbour Office",
        "The Quay",
    }
    assert not words_of(usual, "source-duplication")
    assert words_of(theirs, "source-duplication") == ["The Quay also"]


def test_a_name_may_stand_for_one_that_stands_for_another(tmp_path: Path) -> None:
    house = config(tmp_path, f'{HARBOUR}"the Pier" = {{kind = "metonymy", for = "the Quay"}}\n')
    text = "The Pier said no. The Harbour Office said no. The Quay said no on Monday."
    [speaker] = audit.audit_text(text, config=house).article.speakers

    assert len(speaker.attributions) == 3


def test_a_person_the_house_knows_is_still_called_by_surname(tmp_path: Path) -> None:
    house = config(tmp_path, '[sources]\n"Ana Ruiz" = {kind = "named_person"}\n')
    text = "Ana Ruiz, the mayor, said no. Ruiz said on Monday that it was late. She left."
    [speaker] = audit.audit_text(text, config=house).article.speakers

    assert (len(speaker.attributions), speaker.identified) == (2, True)


def test_what_the_cue_suggests_does_not_move_what_the_house_says(tmp_path: Path) -> None:
    house = config(tmp_path, '[sources]\nBantry = {kind = "named_person"}\n')
    text = "Bantry responded that the bridge was safe."

    assert audit.audit_text(text).article.attributions[0].source.kind == "institution"
    told = audit.audit_text(text, config=house).article.attributions[0]
    assert told.source.kind == "named_person"


def test_names_the_house_does_not_explain_read_as_ever(tmp_path: Path) -> None:
    text = "Ana Ruiz, the mayor, said no. Critics said yes. The Kremlin also said no."
    house = config(tmp_path, HARBOUR)

    assert audit.audit_text(text, config=house).to_dict() == audit.audit_text(text).to_dict()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sources = 3", "audit.toml:1: sources: not a table"),
        ('[sources]\n"the palace" = "metonymy"', "audit.toml:2: the palace: not a table"),
        (
            '[sources]\nPalace = {for = "x"}',
            "audit.toml:2: Palace: has no kind, one of ",
        ),
        ('[sources]\nPalace = {kid = "x"}', "audit.toml:2: kid: not a known key"),
        (
            '[sources]\nCourt = {kind = "document"}\nPalace = {kind = "metonimy"}',
            "audit.toml:3: kind: not one of named_person,",
        ),
        ('[sources]\nPalace = {kind = "pronoun"}', "audit.toml:2: kind: not one of"),
        ('[sources]\nPalace = {kind = "metonymy", for = 3}', "audit.toml:2: for: not the name of"),
        ('[sources]\n"" = {kind = "metonymy"}', "holds no word"),
    ],
)
def test_a_mistake_in_sources_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadConfig) as caught:
        config(tmp_path, text)

    assert message in str(caught.value)
