"""What a reader should look at, and how much it matters."""

from dataclasses import dataclass
from enum import StrEnum

from audit.document import Span


class Severity(StrEnum):
    """How much a finding matters; ``rank`` orders them, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    ``message`` is one line, quotes the text and passes no verdict on intent.
    ``question`` is what to ask or add. ``evidence`` names the lexicon rows,
    attributions (``a3``) or claims (``c2``) the finding rests on. ``code`` is the
    newsroom code it comes from.
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    question: str
    evidence: tuple[str, ...] = ()
    code: str = ""

    @property
    def sort_key(self) -> tuple[int, int, str]:
        return self.span.start, self.span.end, self.rule


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule points at; ``run`` makes it a ``Finding`` by adding the rule's own facts.

    Fields as in ``Finding``.
    """

    span: Span
    message: str
    question: str
    evidence: tuple[str, ...] = ()
