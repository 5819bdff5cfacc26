"""What a newsroom decides: how severe each rule is, which are off, where the gate stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.finding import Severity


@dataclass(frozen=True, slots=True)
class Config:
    """A house's choices. ``severities`` overrides a rule's own, ``off`` silences it.

    ``fail_on`` is the least severity that fails the gate, ``None`` for never; ``min_score``
    the least article score that passes it. The scores themselves know no configuration,
    so that one outlet can be compared with another.
    """

    severities: Mapping[str, Severity] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    fail_on: Severity | None = Severity.ERROR
    min_score: float | None = None
