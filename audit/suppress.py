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
# What such notes begin the next paragraph with, and its text.
_NEXT_PARAGRAPH = re.compile(r"(?:\s*<!--.*?-->)*\s*[^\r\n]+")


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
    if "<!--" not in document.text:
        return ()
    return tuple(
        Allowance(match["rule"], match["reason"], Span(*match.span()), _covers(document, match))
        for match in _ALLOWANCE.finditer(document.text)
    )


def _covers(document: Document, match: "re.Match[str]") -> Span:
    """The paragraph with the note, or the next where the note stands on a line of its own."""
    text = document.text
    line = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    end = len(text) if end == -1 else end
    if _ALLOWANCE.sub("", text[line:end]).strip():
        return Span(line, end)
    after = _NEXT_PARAGRAPH.match(text, match.end())
    return Span(match.start(), after.end() if after else len(text))


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
