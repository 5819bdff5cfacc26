"""Words that belong together, by the name of their class."""

from functools import cache

from audit.lexicon import load


@cache
def words(lexicon: str, name: str) -> frozenset[str]:
    """The terms of a list whose category, or one of whose categories, has this name.

    A term may belong to several classes: its category then holds them with spaces between.
    """
    return frozenset(
        entry.term for entry in load(lexicon).entries if name in entry.category.split()
    )
