"""What the lists say of words in and before names, as plain mappings."""

from functools import cache

from audit.lexicon import load
from audit.resources import load_model


@cache
def titles() -> frozenset[str]:
    """Words that stand before a person's name: honorifics, ranks, offices."""
    before = {entry.term for entry in load("titles").entries}
    return frozenset(before | roles().keys())


@cache
def roles() -> dict[str, str]:
    """Category of each role noun."""
    return {entry.term: entry.category for entry in load("roles").entries}


@cache
def gendered() -> dict[str, str]:
    """Words that tell the gender of whom they name."""
    rows = (*load("titles").entries, *load("roles").entries)
    return {entry.term: entry.rest["gender"] for entry in rows if entry.rest.get("gender")}


@cache
def bodies() -> dict[str, str]:
    """Category of each word for an institution."""
    return {entry.term: entry.category for entry in load("institutions").entries}


@cache
def places() -> dict[str, str]:
    """Category of each place that can speak for a government."""
    return {entry.term: entry.category for entry in load("metonyms").entries}


@cache
def outlets() -> dict[str, str]:
    """Category of each news outlet and word for one."""
    return {entry.term: entry.category for entry in load("outlets").entries}


@cache
def people_too() -> frozenset[str]:
    """Places that are also people's names: Paris Hilton, Michael Jordan."""
    return frozenset(e.term for e in load("metonyms").entries if e.rest.get("also") == "person")


@cache
def crowds() -> dict[str, str]:
    """Category of each word for a crowd."""
    return {entry.term: entry.category for entry in load("vague_collectives").entries}


@cache
def states() -> dict[str, str]:
    """The state that each place speaks for, where the list says."""
    return {e.term: e.rest["state"] for e in load("metonyms").entries if e.rest.get("state")}


@cache
def common_words() -> frozenset[str]:
    """Words that the treebanks write small, and seldom or never as part of a name."""
    return frozenset(load_model("words")["words"])
