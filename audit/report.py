"""Everything an audit has to say about one article."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from audit import as_json
from audit.annotate.model import Article
from audit.config import Config
from audit.document import Document, Span
from audit.finding import Finding
from audit.score import Scores

# What ``Skipped.what`` says when the whole article went unaudited.
ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Listed(Finding):
    """A finding with its place in a report.

    ``sentence`` is an index into ``Document.sentences``. ``priority`` is 1 for what to
    look at first. Findings of one ``group`` are about the same words of the same source
    or claim. ``fingerprint`` is the same as long as the sentence is.
    """

    sentence: int = 0
    line: int = 1
    column: int = 1
    priority: int = 1
    group: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that does not count, with the reason.

    ``in_text`` is whether an allowance in the text took it out; else it was known before
    or stands in lines that did not change. ``message`` and ``fingerprint`` are the finding's.
    """

    rule: str
    span: Span
    reason: str
    in_text: bool = True
    message: str = ""
    fingerprint: str = ""

    @property
    def explained(self) -> str:
        """What was found, and why it does not count."""
        return f"{self.message} Allowed because {self.reason}".strip()


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not audited, and why: the article, one rule, an allowance.

    ``fault`` is whether the program is to blame; ``line`` the line of the file that says so,
    0 where no line does.
    """

    what: str
    reason: str
    fault: bool = False
    line: int = 0

    @property
    def unaudited(self) -> bool:
        """The whole article, not a part of the audit."""
        return self.what == ARTICLE

    @property
    def heading(self) -> str:
        """What to say before the reason: that something was not audited, or what note it is."""
        return self.what if self.line else f"not audited: {self.what}"


@dataclass(frozen=True)
class Report:
    """One article with its findings in reading order, its scores, and what was left out."""

    article: Article
    findings: tuple[Listed, ...]
    scores: Scores
    suppressed: tuple[Suppressed, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    config: Config = field(default_factory=Config)

    @property
    def document(self) -> Document:
        return self.article.document

    @property
    def audited(self) -> bool:
        """The article was read as English; single rules may still have failed."""
        return not any(skipped.unaudited for skipped in self.skipped)

    @property
    def allowed(self) -> tuple[Suppressed, ...]:
        """What allowances in the text took out, as against what was known or is unchanged."""
        return tuple(taken for taken in self.suppressed if taken.in_text)

    @cached_property
    def ranked(self) -> Sequence[Listed]:
        """The findings, most important first."""
        return sorted(self.findings, key=lambda finding: finding.priority)

    @cached_property
    def readability(self) -> dict[str, float]:
        """Readability measures by name; empty where there is no sentence."""
        from audit.readability import measure

        return measure(self.document)

    def to_dict(self) -> dict[str, Any]:
        """The report in the form of ``templates/report.schema.json``."""
        return as_json.to_dict(self)
