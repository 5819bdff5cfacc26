"""The form, stance and polarity of an attribution, from its cue and its content."""

from audit.annotate.cue_rows import lexicon_row
from audit.annotate.end_features import frame_class
from audit.annotate.model import Form, Polarity, Stance
from audit.annotate.scene import Candidate, Scene
from audit.document import Document

_REFUSE = frozenset("decline refuse".split())
_ANSWER = frozenset("comment respond reply answer say speak elaborate discuss specify".split())
_SAYING = frozenset("say tell claim admit argue insist announce state".split())
# Verbs by which a document shows or a speaker judges keep their content a statement.
_ASSERTING = frozenset(
    "show suggest indicate find put call describe label brand term dub deem consider estimate "
    "report see imply reveal demonstrate characterize rate".split()
)
_POSSIBLY = frozenset("could might may can".split())
_CLAUSAL = frozenset(
    "that bare quote quote-next colon colon-quote colon-next wh post mid said frame is rel-clause "
    "signature quoted-as quoted-by came-from as-said".split()
)


def read_stance(candidate: Candidate) -> Stance:
    """The writer's distance that the cue shows; neutral where no list has the word."""
    if candidate.kind == "adj":
        return Stance.THOUGHT
    if candidate.kind == "frame":
        return Stance.THOUGHT if candidate.frame == "frame-for" else Stance.NEUTRAL
    row = lexicon_row(candidate)
    if row is None:
        return Stance.NEUTRAL
    return Stance(row.category)


def is_no_comment(document: Document, candidate: Candidate) -> bool:
    """Somebody was asked and did not answer."""
    tokens = document.tokens
    if candidate.kind != "verb" or candidate.group is None:
        return False
    lemma = candidate.lemma.partition(" ")[0]
    if lemma in _REFUSE:
        start = candidate.start
        return (
            start >= 0
            and start + 1 < len(tokens)
            and tokens[start].norm == "to"
            and tokens[start + 1].lemma in _ANSWER
        )
    if not candidate.group.negated or candidate.source is None:
        return False
    if lemma in ("respond", "reply", "comment", "answer", "elaborate", "specify", "return"):
        return True
    modal = {tokens[i].norm for i in range(candidate.group.first, candidate.group.head)}
    return lemma == "say" and bool(modal & {"would", "wo"}) and frame_class(candidate.frame) == "wh"


def read_form(document: Document, scene: Scene, candidate: Candidate, stance: Stance) -> Form:
    """How the content is given. Quotation marks decide first, then nobody, then the verb."""
    quoted = _quotation_share(document, scene, candidate)
    if quoted >= 0.999:
        kind = frame_class(candidate.frame)
        fragment = kind not in _CLAUSAL and "post" not in kind and candidate.kind != "frame"
        short = sum(b - a for a, b in candidate.parts) <= 8 and candidate.lemma.startswith("in the")
        return Form.MIXED if fragment or short else Form.DIRECT
    if quoted > 0:
        return Form.MIXED
    if candidate.source is None and _is_agentless(candidate):
        return Form.AGENTLESS
    kind = frame_class(candidate.frame)
    if candidate.frame == "frame-for" or stance is Stance.THOUGHT:
        return Form.ATTRIBUTED_THOUGHT
    if kind in _CLAUSAL or "post" in kind or candidate.kind == "frame":
        return Form.INDIRECT
    lemma = candidate.lemma.partition(" ")[0]
    if lemma in _ASSERTING and candidate.kind == "verb" and kind in ("np", "np-to", "to"):
        return Form.INDIRECT
    row = lexicon_row(candidate)
    if row is not None and row.rest.get("form") == "attributed_thought":
        return Form.ATTRIBUTED_THOUGHT
    return Form.NARRATED_ACT


def _is_agentless(candidate: Candidate) -> bool:
    if candidate.frame in ("adverb", "n-drew", "n-is") or candidate.relation in ("there", "sup0"):
        return True
    return (candidate.group is not None and candidate.group.passive) or candidate.kind == "noun"


def _quotation_share(document: Document, scene: Scene, candidate: Candidate) -> float:
    """Share of the content's words that stand in quotation marks."""
    words = quoted = 0
    tokens = document.tokens
    for first, last in candidate.parts:
        for i in range(first, last):
            if tokens[i].norm[0].isalnum():
                words += 1
                quoted += scene.inside[i] >= 0
    return quoted / words if words else 0.0


def polarity_of(document: Document, candidate: Candidate) -> Polarity:
    """Said, not said, or only said perhaps."""
    group = candidate.group
    if group is None:
        return Polarity.POSITIVE
    if group.negated:
        return Polarity.NEGATIVE
    tokens = document.tokens
    if candidate.lemma not in _SAYING:
        return Polarity.POSITIVE
    modals = {t.norm for t in tokens[group.first : group.head] if t.tag == "MD"}
    if not candidate.quoted and not modals.isdisjoint(_POSSIBLY):
        return Polarity.HYPOTHETICAL
    before = (candidate.source[0] if candidate.source else group.first) - 1
    first = document.sentences[candidate.sentence].first
    conditional = before >= first and tokens[before].norm in ("if", "unless")
    return Polarity.HYPOTHETICAL if conditional else Polarity.POSITIVE
