"""Who speaks at all: statements, as against thoughts, wishes and acts done in words."""

from audit.annotate.model import Attribution, Form, SourceKind, Stance
from audit.document import Document, Sentence
from audit.lexicon import load

# An attribution less sure than this is no attribution to a reader either.
LIKELY = 0.3
# Verbs that word lists of attribution share with the grounds for dispute.
_UNSPOKEN = frozenset({"mind", "deliberation", "aim", "decree", "enable", "force", "get"})
# Acts of record that are done in words.
_WORDED = frozenset(
    {"charge", "confirm", "dismiss", "plead", "reject", "rule", "sue", "testify", "write"}
)
_NOBODY = frozenset({"you", "who", "that", "it", "'s", "which"})
_SILENT = frozenset({Form.ATTRIBUTED_THOUGHT, Form.NO_COMMENT})
_KNOWING = frozenset({"discover", "know", "learn", "realise", "realize", "understand"})
SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "note",
        "explain",
        "argue",
        "write",
        "find",
        "report",
        "estimate",
        "warn",
    }
)


def speaks(attribution: Attribution) -> bool:
    """Someone says it: not the writer, and not a wish, an aim or a decree alone."""
    if not attribution.trusted or attribution.source.kind is SourceKind.AUTHOR:
        return False
    row = load("claim_verbs").by_term.get("=" + attribution.cue.lemma)
    if row is None or attribution.cue.lemma in _WORDED:
        return True
    return row.category not in _UNSPOKEN and not (
        row.category == "record" and attribution.form is Form.NARRATED_ACT
    )


def tells(attribution: Attribution) -> bool:
    """Somebody makes a statement, and does not only think, know, deny or refuse."""
    if attribution.form in _SILENT or attribution.cue.stance is Stance.DENY:
        return False
    return attribution.cue.lemma not in _KNOWING


def is_someone(attribution: Attribution) -> bool:
    """The source is a party to the story: not *you*, *those who*, not nobody at all."""
    if attribution.form is Form.AGENTLESS:
        return True
    return bool(attribution.source.spans) and attribution.source.text.lower() not in _NOBODY


def says_plainly(document: Document, sentence: Sentence, first: int = -1, last: int = -1) -> bool:
    """A plain verb of saying or *according to* stands in the sentence, whoever's it is.

    Words of the token range given do not count.
    """
    tokens = document.tokens
    return any(
        (tokens[i].lemma in SAYING and tokens[i].tag[0] == "V") or tokens[i].norm == "according"
        for i in range(sentence.first, sentence.last)
        if not first <= i < last
    )
