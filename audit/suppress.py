"""What the editor asked not to hear, and whether the request still does anything."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.document import Document, Span
from audit.finding import Finding

# <!-- audit: allow unnamed-source because the court sealed the name -->
_ALLOWANCE = re.compile(
    r"""
    <!-- \s* audit: \s* allow \s+ (?P<rule> [a-z-]+ ) \s+
    because \s+ (?P<reason> \S .*? ) \s* -->
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Allowance:
    """A written permission for one rule in the paragraph it stands in or before.

    ``span`` is the note itself, ``covers`` the text it speaks for.
    """

    rule: str
    reason: str
    span: Span
    covers: Span

    @property
    def idle_because(self) -> str:
        """What a report says of an allowance that allowed nothing."""
        return f"nothing here needs “allow {self.rule} because {self.reason}”"

    def allows(self, finding: Finding) -> bool:
        return self.rule == finding.rule and finding.span.start in self.covers


def read(document: Document) -> tuple[Allowance, ...]:
    """Every allowance in the article, in reading order."""
    text = document.text
    if "<!--" not in text:
        return ()
    allowances: list[Allowance] = []
    below: Allowance | None = None
    # From the end, because notes one above the other speak for the same paragraph.
    for match in reversed(list(_ALLOWANCE.finditer(text))):
        span = Span(*match.span())
        if below and not text[span.end : below.span.start].strip():
            covers = Span(span.start, below.covers.end)
        else:
            covers = _covers(text, span)
        below = Allowance(match["rule"], match["reason"], span, covers)
        allowances.append(below)
    return tuple(reversed(allowances))


def _covers(text: str, note: Span) -> Span:
    """The paragraph with the note, or the next where the note stands on a line of its own."""
    line = text.rfind("\n", 0, note.start) + 1
    end = _line_end(text, note.end)
    if _ALLOWANCE.sub("", text[line:end]).strip():
        return Span(line, end)
    after = _WORD.search(text, end)
    return Span(note.start, _line_end(text, after.start()) if after else len(text))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end == -1 else end


def apply(
    findings: Sequence[Finding], allowances: Sequence[Allowance]
) -> tuple[list[Finding], list[tuple[Finding, Allowance]], list[Allowance]]:
    """Findings that stay, findings taken out with their allowance, allowances that are idle."""
    kept: list[Finding] = []
    taken: list[tuple[Finding, Allowance]] = []
    for finding in findings:
        allowance = next((a for a in allowances if a.allows(finding)), None)
        if allowance:
            taken.append((finding, allowance))
        elif not any(a.span.overlaps(finding.span) for a in allowances):
            # The note itself is not part of the article.
            kept.append(finding)
    used = {allowance for _, allowance in taken}
    return kept, taken, [a for a in allowances if a not in used]
