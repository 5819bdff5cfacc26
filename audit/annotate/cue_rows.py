"""The row of a cue in the lists of reporting verbs and nouns."""

from functools import cache

from audit.annotate.scene import Candidate
from audit.lexicon import Entry, load


def lexicon_row(candidate: Candidate) -> Entry | None:
    """The row of the cue, the longest form first (*call for* before *call*)."""
    return find_row(candidate.kind, candidate.lemma, candidate.frame)


@cache
def find_row(kind: str, lemma: str, frame: str) -> Entry | None:
    """The row for a lemma in a frame; verbs with their preposition or particle first."""
    if kind == "noun":
        return load("reporting_nouns").by_term.get(lemma)
    rows = load("reporting_verbs").by_term
    if ":" in frame:
        joined = f"{lemma} {frame.rpartition(':')[2].partition('+')[0]}"
        if joined in rows:
            return rows[joined]
    return rows.get(lemma) or rows.get(lemma.partition(" ")[0])


@cache
def listed_as(kind: str, lemma: str, frame: str, base: str) -> str:
    """What the list says of a lemma in a frame: stance, form, and whether the frame is listed.

    ``base`` is the frame's class (``that``, ``np``, ``pp``). Empty for an unlisted lemma.
    """
    row = find_row(kind, lemma, frame)
    if row is None:
        return ""
    frames = row.rest.get("frames", "").split(",")
    listed = base in frames or frame.partition("+")[0] in frames or " " in row.term
    return f"{row.category} {row.rest.get('form', 'noun')} {listed}"
