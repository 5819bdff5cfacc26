"""Notes to the audit in the margin of a Word document: comments on the words they speak for.

A comment says what a note in a text says, *audit: allow RULE because …*. It stands where
the words stand that it is fastened to. Comments by ``audit`` itself are findings, not notes.
"""

from collections.abc import Collection, Iterator

from audit.notes import Note, is_note
from audit.read.markup import Reading
from audit.read.package import Package
from audit.read.styles import attribute
from audit.read.wordml import Body, Where

US = "audit"


def read(
    package: Package, body: Body, read_in: Collection[Where], reading: Reading
) -> tuple[Note, ...]:
    """The notes among the comments of a document that could be read as ``reading``.

    ``read_in`` is where it was looked for prose. A comment on anything else, or on nothing,
    stands behind the text.
    """
    starts, notes = body.starts(), list[Note]()
    for id_, says in _said(package):
        marks = [m for m in body.comments.get(id_, ()) if m[0] < len(body.paragraphs)]
        origins = [starts[paragraph] + at for paragraph, at in sorted(marks)]
        if not origins or body.paragraphs[min(marks)[0]].where not in read_in:
            nowhere = len(reading.text) + 1
            origin = origins[0] if origins else 0
            notes.append(Note(says, nowhere, nowhere, origin, margin=True))
            continue
        start = reading.layout.shown_at(origins[0])
        end = max(reading.layout.shown_at(origins[-1]), start + 1)
        notes.append(Note(says, start, end, origins[0], margin=True))
    return tuple(sorted(notes, key=lambda note: note.origin))


def _said(package: Package) -> Iterator[tuple[str, str]]:
    """The comments that are meant for the audit, by id. The text is read without them too."""
    for comment in package.optional(package.related("comments")) or ():
        says = " ".join("".join(p.itertext()) for p in comment.iterfind("{*}p"))
        if attribute(comment, "author") != US and is_note(says):
            yield attribute(comment, "id"), says
