"""What the editor asked not to hear, and whether the request can be read and does anything."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.document import Document
from audit.finding import Finding
from audit.note_places import Places
from audit.notes import Note
from audit.wording import Reach, Unclear, understood


@dataclass(frozen=True, slots=True)
class Allowance:
    """A written permission for one rule, the note it comes from, and what it speaks for.

    ``places`` are indices of the document's sentences or paragraphs, 0 for a whole file.
    """

    rule: str
    reason: str
    reach: Reach
    note: Note
    places: tuple[int, ...]

    @property
    def idle_because(self) -> str:
        """What a report says of an allowance that allowed nothing."""
        where = f"in this {self.reach}" if self.places else "where it stands"
        return f"nothing {where} needs “allow {self.rule} because {self.reason}”; take it out"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A note that allows nothing because it cannot be read as it stands, and why."""

    note: Note
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that notes in an article ask for, in reading order."""

    allowances: tuple[Allowance, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def read(document: Document, known: Collection[str]) -> Asked:
    """What the notes of an article allow; ``known`` are the names of rules."""
    allowances: list[Allowance] = []
    mistakes: list[Mistake] = []
    places = Places(document)
    for note in document.notes:
        try:
            rules, reach, reason = understood(note, known)
        except Unclear as error:
            mistakes.append(Mistake(note, str(error)))
            continue
        where = places.of(note, reach)
        allowances += (Allowance(rule, reason, reach, note, where) for rule in rules)
    return Asked(tuple(allowances), tuple(mistakes))


def apply(
    document: Document, findings: Sequence[Finding], allowances: Iterable[Allowance]
) -> tuple[list[Finding], list[tuple[Finding, Allowance]], list[Allowance]]:
    """Findings that stay, findings taken out with their allowance, allowances that are idle."""
    allowances = tuple(allowances)
    by_place: dict[tuple[str, Reach, int], Allowance] = {}
    for allowance in allowances:
        for place in allowance.places:
            by_place.setdefault((allowance.rule, allowance.reach, place), allowance)
    kept: list[Finding] = []
    taken: list[tuple[Finding, Allowance]] = []
    for finding in findings:
        keys = _keys(document, finding) if by_place else ()
        found = next((by_place[key] for key in keys if key in by_place), None)
        if found:
            taken.append((finding, found))
        else:
            kept.append(finding)
    used = {allowance for _, allowance in taken}
    return kept, taken, [allowance for allowance in allowances if allowance not in used]


def _keys(document: Document, finding: Finding) -> Iterator[tuple[str, Reach, int]]:
    """The places an allowance for a finding may speak for, the nearest first."""
    sentence = document.sentence_index(finding.span.start)
    yield finding.rule, Reach.SENTENCE, sentence
    yield finding.rule, Reach.PARAGRAPH, document.sentences[sentence].paragraph
    yield finding.rule, Reach.FILE, 0
