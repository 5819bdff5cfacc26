"""Reads what a newsroom says of sources it knows."""

from collections.abc import Mapping
from typing import Any

from audit.annotate.known_sources import Known
from audit.annotate.model import SourceKind
from audit.tokens import divided
from audit.written import Written, joined

# Kinds that are no name for anybody.
_NO_NAME = frozenset({SourceKind.PRONOUN, SourceKind.AUTHOR, SourceKind.IMPLICIT})
KINDS = tuple(kind for kind in SourceKind if kind not in _NO_NAME)
_KEYS = ("kind", "for")


def read_sources(written: Written, table: str, values: Mapping[str, Any]) -> dict[str, Known]:
    """What stands under the key ``sources``. Raises ``BadConfig``."""
    found = {}
    for name, told in values.items():
        inside = joined(table, name)
        if not isinstance(told, dict):
            raise written.wrong(table, name, 'not a table: {kind = "metonymy", for = "…"}')
        for key in told:
            written.known(inside, key, _KEYS)
        if "kind" not in told:
            raise written.wrong(table, name, f"has no kind, one of {', '.join(KINDS)}")
        stands_for = told.get("for", "")
        if not isinstance(stands_for, str) or ("for" in told and not divided(stands_for)):
            raise written.wrong(inside, "for", "not the name of whom it stands for")
        if not divided(name):
            raise written.wrong(table, name, "holds no word")
        kind = SourceKind(written.chosen(inside, "kind", told["kind"], KINDS))
        found[name] = Known(kind, stands_for)
    return found
