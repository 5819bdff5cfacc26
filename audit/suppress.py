"""What the editor asked not to hear, and whether the request still does anything."""

import re
from bisect import bisect_right
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
    paragraphs = document.paragraphs
    starts = [paragraph.start for paragraph in paragraphs]
    # For each paragraph the one its notes speak for: itself, or the next that says something.
    meant = list(paragraphs)
    for p in range(len(paragraphs) - 2, -1, -1):
        if not _ALLOWANCE.sub("", document.excerpt(paragraphs[p])).strip():
            meant[p] = meant[p + 1]
    allowances = []
    for match in _ALLOWANCE.finditer(text):
        note = Span(*match.span())
        paragraph = meant[max(bisect_right(starts, note.start) - 1, 0)]
        covers = Span(min(note.start, paragraph.start), max(note.end, paragraph.end))
        allowances.append(Allowance(match["rule"], match["reason"], note, covers))
    return tuple(allowances)


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
