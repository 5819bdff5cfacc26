"""What a whole text spares its writer: one claim in it does not stand alone.

Whoever reads a report hears its sources before and behind a sentence. So in a whole text a
claim asks for a source of its own only where it is grave or nobody near could be its source:
harm that is charged, a verdict in strong words, what a group is said to feel.
"""

from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_settings import Setting
from audit.annotate.claim_words import Ground, subject_class, terms
from audit.document import Token

NAMED_SOURCES = "told in a report that names its sources"
BESIDE = "told beside what somebody says"
PAST = "history"
OPEN_AIM = "an aim of an office, which it states"
GROUP = "told of people of whom some are heard nearby"

_SUMMED_UP = frozenset(
    {"aim", "effect", "force", "generality", "inference", "motive", "opinion", "superlative"}
    | {"trend"}
)
_OFFICES = frozenset({"executive", "office"})
_MINDS = frozenset({"mind", "deliberation"})
# What harm is told of, and what a source of it may stand in: this paragraph and the one above.
_HARM = frozenset({"wrongdoing", "accusation", "toll", "rate"})
_VIOLENCE = frozenset({"toll", "force"})
# In a text that names hardly anybody, one voice in the paragraph leaves these in doubt.
_DOUBTED = frozenset({"aim", "effect", "trend", "inference", "generality", "motive"})
# What a government wants of others it says at every turn.
_TASTES = frozenset({"enjoy", "like", "love"})
_OPEN_AIMS = frozenset({"want", "hope", "consider"})
# What is wanted by whoever there is: a truth about people, and nobody's secret.
_LEANINGS = frozenset({"know", "like", "love", "prefer", "trust", "want"})


def spared(setting: Setting, clause: Clause, ground: Ground) -> str | None:
    """Why the text around it spares a claim a source of its own; ``None`` if it does not."""
    if setting.sourced is None or setting.hearsay:
        return None
    near = setting.paragraphs
    if ground.name in _HARM and not near.silent(clause.sentence, before=1):
        return BESIDE
    if ground.name in _MINDS:
        return _mind(setting, clause)
    if setting.sourced:
        return _in_report(setting, clause, ground)
    if ground.name == "motive" and not _grave(setting, ground):
        return BESIDE
    if ground.name == "aim" and subject_class(setting.document.tokens, clause) in _OFFICES:
        return OPEN_AIM
    if ground.name == "opinion" and not near.silent(clause.sentence, before=1):
        return BESIDE
    if _moves_people(setting, ground) and not near.alone(clause.sentence):
        return BESIDE
    if ground.name in _DOUBTED and not near.silent(clause.sentence):
        return BESIDE
    return None


def _in_report(setting: Setting, clause: Clause, ground: Ground) -> str | None:
    """In a report with sources of its own a judgement sums up what is shown.

    A verdict in strong words, a low motive, people killed and towns shelled need a source where
    nobody is heard around them.
    """
    near = setting.paragraphs
    if ground.name in ("opinion", "motive"):
        alone = _grave(setting, ground) and near.silent(clause.sentence, before=1, after=1)
        return None if alone else NAMED_SOURCES
    if ground.name in _VIOLENCE:
        alone = _grave(setting, ground) and near.silent(clause.sentence, before=1)
        return None if alone else NAMED_SOURCES
    if ground.name in ("accusation", "rate") or ground.name in _SUMMED_UP:
        return NAMED_SOURCES
    return None


def _moves_people(setting: Setting, ground: Ground) -> bool:
    """*has frustrated millions of people*: an effect on those who could be asked."""
    tokens = setting.document.tokens[ground.first : ground.last]
    nouns = terms("claim_nouns")
    return ground.name == "effect" and any(
        nouns.category("=" + token.lemma) == "people" for token in tokens
    )


def _grave(setting: Setting, ground: Ground) -> bool:
    """A verdict that nobody would let pass, a motive that nobody owns to, dead people."""
    listed = terms("grave_terms").matches(setting.document.tokens, ground.first, ground.last)
    return any(True for _ in listed)


def _mind(setting: Setting, clause: Clause) -> str | None:
    """Minds of persons in the story come from the persons; what was felt once, is history."""
    tokens, near = setting.document.tokens, setting.paragraphs
    if clause.tense == "past" and near.history(clause.sentence):
        return PAST
    if setting.sourced and _is_shown(tokens, clause):
        return NAMED_SOURCES
    who, subject = subject_class(tokens, clause), tokens[clause.subject]
    if near.heard_near(clause.sentence, subject.lemma):
        return GROUP
    if who != "people":
        return None
    if tokens[clause.head].lemma in _LEANINGS or not near.alone(clause.sentence):
        return GROUP
    return None


def _is_shown(tokens: tuple[Token, ...], clause: Clause) -> bool:
    """By what they did in the past, or what they say at every turn."""
    head, subject = tokens[clause.head].lemma, tokens[clause.subject]
    if (clause.negated and head == "be") or head in _TASTES:
        return True
    recent = clause.tense == "present" and not clause.perfect
    office = subject_class(tokens, clause) in ("executive", "office", "name")
    return (head in _OPEN_AIMS and office) or not recent or subject.tag in ("PRP", "WP")
