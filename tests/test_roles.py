"""What each paragraph of a page is for."""

import pytest

from audit.annotate.roles import assign_roles
from audit.document import Role, Span


def roles(*lines: str) -> list[Role]:
    return [role for role, _ in read(*lines)]


def read(*lines: str) -> list[tuple[Role, int]]:
    text, spans = "", []
    for line in lines:
        spans.append(Span(len(text), len(text) + len(line)))
        text += line + "\n"
    return assign_roles(text, spans)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Jonas Weir, Health Correspondent", Role.BYLINE),
        ("Smoke rises over Port Ansel on May 3. (Lena Okafor/AP)", Role.CAPTION),
        ("FILE PHOTO: A ferry leaves Port Ansel.", Role.CAPTION),
        ("Correction: The fine was 500,000 euros.", Role.CORRECTION),
        ("This article has been updated with a statement.", Role.CORRECTION),
        ("This story contains details some readers may find upsetting.", Role.BOILERPLATE),
        ("Advertisement", Role.BOILERPLATE),
        ("Read more", Role.BOILERPLATE),
        ("10:42 a.m.", Role.BOILERPLATE),
        ("___", Role.BOILERPLATE),
        ("Image caption The bridge stands for the first time", Role.CAPTION),
        ("Media caption The mayor speaks at the gate", Role.CAPTION),
        ("The mayor at the gate Photographer: Lena Okafor/AP", Role.CAPTION),
        ("(Additional reporting by Jo Reed; Editing by Max Hall)", Role.BOILERPLATE),
        ("Corrections officers walked out on Monday.", Role.TEXT),
        ("By noon the hall was empty.", Role.TEXT),
        ("“Bank misled clients”", Role.TEXT),
    ],
)
def test_a_line_is_read_as_what_it_is(line: str, role: Role) -> None:
    assert roles(line, "The council met on Monday.", "It voted.")[0] is role


def test_a_headline_stands_above_and_between() -> None:
    assert roles("Mayor took bribes, prosecutor says") == [Role.HEADLINE]
    assert roles("Ferry sinks", "A ferry sank.", "The rescue", "Boats came.") == [
        Role.HEADLINE,
        Role.TEXT,
        Role.HEADLINE,
        Role.TEXT,
    ]


def test_prose_begins_behind_dateline_stamp_and_bullet() -> None:
    dateline, stamp, bullet, other = read(
        "NAIROBI (AP) — Fog closed the airport.",
        "14:05 GMT — Rain fell.",
        "- Duty frozen",
        "- Tax cut",
    )
    assert dateline == (Role.TEXT, len("NAIROBI (AP) — "))
    assert stamp[1] == 39 + len("14:05 GMT — ")
    assert bullet[0] is other[0] is Role.LIST_ITEM


def test_a_dash_of_its_own_is_no_bullet() -> None:
    assert roles("– so she said.", "The council met.") == [Role.TEXT, Role.TEXT]


def test_a_live_blog_stamp_needs_no_mark_behind_it() -> None:
    [(role, body), *_] = read("10:42 The council met again.", "It voted at noon.")

    assert (role, body) == (Role.TEXT, len("10:42 "))


def test_a_time_inside_a_sentence_is_no_stamp() -> None:
    [(_, body), *_] = read("10:42 was the time on the clock.", "It had stopped.")

    assert body == 0
