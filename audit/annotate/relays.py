"""Formulas in which somebody stands between speaker and reader, or in front of the speaker."""

from collections.abc import Iterator

from audit.annotate.cue_rows import listed_as
from audit.annotate.noun_phrases import noun_phrase
from audit.annotate.scene import Candidate
from audit.annotate.verb_cue import VerbCue

# How far behind the verb *condition of anonymity* may begin, in tokens.
_REACH = 8
_ANSWERING = frozenset("respond reply answer comment".split())
_ENDS = frozenset({".", ",", ";", "and", "but"})


def anonymously(cue: VerbCue) -> Iterator[Candidate]:
    """*told Reuters on condition of anonymity*: a statement whose content stands elsewhere."""
    tokens = cue.passage.tokens
    for i in range(cue.end, min(cue.end + _REACH, cue.syntax.last - 3)):
        if tokens[i].norm == "condition" and tokens[i + 2].norm == "anonymity":
            made = cue.candidate("anonymous")
            first, end, _ = cue.syntax.chunk(cue.end)
            if first < end:
                made.addressee = first, end
            yield made
            return


def quoted_as_saying(cue: VerbCue) -> Iterator[Candidate]:
    """*"…," the general was quoted as saying by state television*: the relay is a source too."""
    scene, syntax, tokens = cue.passage.scene, cue.syntax, cue.passage.tokens
    group, after = cue.group, cue.group.last + 2
    if after > syntax.last or [t.norm for t in tokens[group.last : after]] != ["as", "saying"]:
        return
    chunk = syntax.subjects.get(group.head)
    if chunk is None:
        return
    speaker, relay = cue.candidate("quoted-as"), cue.candidate("quoted-by")
    speaker.cue, speaker.head = (group.first, after), after - 1
    speaker.source, speaker.source_head = noun_phrase(syntax, chunk, group.first), chunk[2]
    relay.cue = group.head, group.head + 1
    quotation = scene.quotation_until(chunk[0] - 1) or scene.quotation_until(chunk[0] - 2)
    if quotation is None:
        speaker.start, speaker.stop = after, syntax.last
        if after < syntax.last:
            yield speaker
        return
    speaker.quote(quotation)
    relay.quote(quotation)
    yield speaker
    if relay.source is not None:
        yield relay


def in_passing(cue: VerbCue) -> Iterator[Candidate]:
    """*As Ana Ruiz said, the bridge is safe.*"""
    tokens, syntax, group = cue.passage.tokens, cue.syntax, cue.group
    if cue.source is None or not group.finite or group.passive or group.last >= syntax.last - 1:
        return
    before = cue.source[0] - 1
    opens = before == syntax.first and tokens[before].norm == "as"
    if opens and tokens[group.last].norm == "," and listed_as("verb", cue.lemma, "that", "that"):
        yield cue.candidate("as-said", start=group.last + 1, stop=cue.passage.stop)


def unanswered(cue: VerbCue) -> Iterator[Candidate]:
    """*The ministry did not respond.*: nothing follows, and nothing was said."""
    tokens, group = cue.passage.tokens, cue.group
    ends = group.last >= cue.syntax.last or tokens[group.last].norm in _ENDS
    if ends and group.negated and cue.source is not None and cue.lemma in _ANSWERING:
        yield cue.candidate("silent")
