"""Which paragraphs and sentences a note to the audit speaks for."""

from bisect import bisect_right

from audit.document import Document
from audit.notes import Note
from audit.wording import Reach


class Places:
    """Finds the paragraphs and sentences that a note speaks for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]
        self._starts = [sentence.start for sentence in document.sentences]
        self._around = _groups(document)

    def of(self, note: Note, reach: Reach) -> tuple[int, ...]:
        if reach is Reach.FILE:
            return (0,)
        first, last = self._paragraph(note)
        if first is None or last is None:
            return ()
        if reach is Reach.PARAGRAPH:
            return tuple(range(first, last + 1))
        return self._sentences(note, first)

    def _paragraph(self, note: Note) -> tuple[int | None, int | None]:
        """The first and the last paragraph; no note but a margin comment has several."""
        paragraphs = self._document.paragraphs
        before = bisect_right(self._paragraphs, note.start) - 1
        if before >= 0 and note.start <= paragraphs[before].end:
            last = max(bisect_right(self._paragraphs, note.end - 1) - 1, before)
            return before, last if note.margin else before
        if not note.in_text:
            return None, None
        return (self._nearer(note, before),) * 2

    def _nearer(self, note: Note, before: int) -> int | None:
        """The paragraph below a note, unless the one above stands nearer; lines decide."""
        text, paragraphs = self._document.text, self._document.paragraphs
        start, end = self._around[note.start]
        above = text.count("\n", paragraphs[before].end, start) if before >= 0 else None
        if before + 1 == len(paragraphs):
            return before if above is not None and above < 2 else None
        below = text.count("\n", end, paragraphs[before + 1].start)
        return before if above is not None and above < min(below, 2) else before + 1

    def _sentences(self, note: Note, paragraph: int) -> tuple[int, ...]:
        """The sentences a note stands in, else the next one, at a paragraph's end the last."""
        sentences, starts = self._document.sentences, self._starts
        at = bisect_right(starts, note.start) - 1
        if at >= 0 and note.start < sentences[at].end:
            last = bisect_right(starts, note.end - 1) - 1 if note.margin else at
            return tuple(range(at, max(last, at) + 1))
        if at + 1 < len(sentences) and sentences[at + 1].paragraph == paragraph:
            return (at + 1,)
        return (at,) if at >= 0 and sentences[at].paragraph == paragraph else ()


def _groups(document: Document) -> dict[int, tuple[int, int]]:
    """Where the stack of notes begins and ends that a note in the text is a part of."""
    text, stacks = document.text, list[list[Note]]()
    for note in document.notes:
        if not note.in_text:
            continue
        between = text[stacks[-1][-1].end : note.start] if stacks else "x"
        if between.strip() or between.count("\n") > 1:
            stacks.append([])
        stacks[-1].append(note)
    return {note.start: (stack[0].start, stack[-1].end) for stack in stacks for note in stack}
