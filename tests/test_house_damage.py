"""Damaged files of a newsroom end in one clear line, never in a trace."""

import random
import re
from pathlib import Path

import pytest

from audit.config import read_config
from audit.house.rules import read_rules
from audit.resources import folder
from audit.written import BadConfig
from tests.house import write

VALUES = (
    '3 true "x" [] {} ["a"] [[1]] 1979-05-27 -1 1e400 nan {a=1} "" [""] "\\u0000" [{}] [{word=[]}] '
    '[{gap=1}] {source.kind=3} {any=["x"]} "*"'
).split(" ")
ROUNDS = 250


def shown(page: str, name: str) -> str:
    """A file as a page of the guide shows it."""
    text = (folder("seeds") / "guides" / page).read_text("utf-8")
    match = re.search(rf"```toml\n# file: {re.escape(name)}\n(.*?)```", text, flags=re.DOTALL)
    assert match, f"{page} shows no {name}"
    return match[1]


def damaged(text: str, chance: random.Random) -> str:
    """The text with another value, a stray character, or a line lost or twice."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0 | 1:
            lines[at] = re.sub(r"= *[^#]+", lambda _: f"= {chance.choice(VALUES)}", lines[at])
        case 2:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + chance.choice('abc"[]{}=.,-_ü\x00') + lines[at][place:]
        case _:
            lines[at : at + 1] = chance.choice([[], [lines[at], lines[at]]])
    return "\n".join(lines)


@pytest.mark.parametrize("name", ["house/rules.toml", "audit.toml"])
def test_damage_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "house").mkdir()
    write(tmp_path / "house", "term\tpreferred\nRangoon\tYangon\n", "names.tsv")
    rules = name == "house/rules.toml"
    whole = shown("house-rules.md" if rules else "configuration.md", name)
    chance, messages = random.Random(7), []
    for _ in range(ROUNDS):
        path = write(tmp_path, damaged(damaged(whole, chance), chance), name)
        try:
            if rules:
                read_rules(path)
            else:
                read_config(path)
        except BadConfig as error:
            messages.append(str(error))

    assert len(messages) > ROUNDS / 4, "hardly anything was damaged"
    assert all(message.startswith(str(tmp_path)) for message in messages)
    assert not any("\n" in message for message in messages)
