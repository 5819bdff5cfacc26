"""Grounds in harm told of: charges in the writer's voice, tolls and rates without a count.

A report that names its sources tells such things on their word; where hardly anybody is
named, each of them is the writer's own and asks for a source.
"""

from audit.annotate.claim_voices import SAYING
from audit.annotate.claim_words import Ground, Reading, terms
from audit.annotate.model import ClaimKind

# Grounds that need a source of their own only where the article names hardly any.
THIN_ONLY = frozenset({"accusation", "toll", "rate", "news"})

_MISCONDUCT, _COLLUSION = frozenset({"misconduct"}), frozenset({"collusion"})
_ANY = frozenset({"misconduct", "misdeed"})
# Said of an act, these charge whoever did it.
_CHARGING = frozenset(
    {"brutally", "corruptly", "covertly", "deceptively", "deliberately", "fraudulently"}
    | {"illegally", "improperly", "knowingly", "maliciously", "secretly", "unlawfully"}
    | {"viciously", "wilfully", "willfully", "wrongfully", "wrongly"}
)
# Misconduct too, though the list has them for what is felt or said.
_LISTED_ELSEWHERE = frozenset(
    {"bully", "humiliate", "ignore", "poison", "scapegoat", "threaten", "torture"}
)
_NO_OBJECT = frozenset({"IN", "TO", ",", "CC", "."})
_TRYING = frozenset({"attempt", "try", "conspire", "seek", "want"})
# How far behind *tried to* the charge may end.
_REACH = 6
_EVIDENCE = frozenset(
    {"document", "e-mail", "email", "evidence", "file", "footage", "paper", "record", "report"}
    | {"result", "sample", "tape", "trace"}
)
_DESTROYING = frozenset({"delete", "destroy", "burn", "shred", "erase", "lose"})
_HARM = frozenset(
    {"arrest", "bury", "butcher", "desert", "destroy", "die", "displace", "drown", "evacuate"}
    | {"flee", "hospitalise", "hospitalize", "infect", "injure", "kill", "maim", "massacre"}
    | {"murder", "perish", "poison", "rape", "starve", "torture", "vanish", "wound"}
)
_MANY = frozenset({"countless", "dozens", "hundreds", "many", "numerous", "scores", "thousands"})
_MULTIPLY = frozenset({"double", "halve", "quadruple", "treble", "triple"})


def accusation(reading: Reading) -> Ground | None:
    """*Officials destroyed test results*, *inspectors looked the other way*."""
    clause, tokens, kind = reading.clause, reading.tokens, ClaimKind.ALLEGATION
    if clause.modal or clause.negated:
        return None
    near = tokens[clause.group : min(clause.after + 2, clause.last)]
    before = tokens[max(clause.first, clause.group - 1) : clause.group]
    adverb = next((t.norm for t in (*before, *near) if t.norm in _CHARGING), "")
    if adverb:
        name = "wrongdoing" if _charges(reading) else "accusation"
        return reading.predicate(name, kind, clause.after + 1, adverb)
    if clause.subject < 0:
        return None
    found = reading.find("evaluation_terms", _COLLUSION, clause.head)
    if found:
        return reading.predicate("accusation", kind, found[1], found[2])
    return _misconduct(reading)


def _misconduct(reading: Reading) -> Ground | None:
    clause, tokens, kind = reading.clause, reading.tokens, ClaimKind.ALLEGATION
    if not (reading.animate or reading.who == "name") or clause.passive:
        return None
    if reading.head.lemma in _TRYING and reading.next == "to":
        found = reading.find("evaluation_terms", _ANY, clause.after, _REACH)
        if found:
            return reading.predicate("accusation", kind, found[1], found[2])
    if reading.next_tag in _NO_OBJECT:
        return None  # *hides behind a name*, *threatened to resign*
    grave = "=" + reading.head.lemma in terms("grave_terms")
    name = "wrongdoing" if grave else "accusation"
    if reading.head.lemma in _LISTED_ELSEWHERE and reading.next:
        return reading.verb_only(name, kind)
    charged = reading.find("evaluation_terms", _MISCONDUCT, clause.head, reach=3)
    if charged and charged[0] == clause.head and reading.next:
        return reading.predicate(name, kind, charged[1], charged[2])
    if reading.head.lemma in _DESTROYING and clause.tense != "present":
        ended = min(clause.after + _REACH, clause.last)
        if any(token.lemma in _EVIDENCE for token in tokens[clause.after : ended]):
            return reading.verb_only("wrongdoing", kind)
    return None


def _charges(reading: Reading) -> bool:
    """*Officials secretly approved the sale*: whoever acts is charged with how it was done."""
    clause = reading.clause
    if not clause.main or clause.passive or not (reading.animate or reading.who == "name"):
        return False
    if reading.head.lemma in SAYING:
        return False  # *secretly told her*
    within = reading.tokens[max(clause.first, clause.group - 1) : clause.head]
    return any(terms("grave_terms").category(token.norm) == "charge" for token in within)


def toll(reading: Reading) -> Ground | None:
    """*Hundreds of civilians were killed*: who counted?"""
    clause, tokens = reading.clause, reading.tokens
    if clause.modal:
        return None
    if tokens[clause.subject].lemma == "toll" and reading.verb == "change":
        return reading.verb_only("toll", ClaimKind.FIGURE)
    if reading.head.lemma not in _HARM:
        return None
    for i in range(clause.first, clause.group):
        if tokens[i].norm in _MANY:
            return reading.words("toll", ClaimKind.FIGURE, i, clause.after, tokens[i].norm)
    for i in range(clause.after, min(clause.after + 2, clause.last)):
        if tokens[i].norm in _MANY:
            return reading.predicate("toll", ClaimKind.FIGURE, i + 1, tokens[i].norm)
    return None


def rate(reading: Reading) -> Ground | None:
    """*Cancer rates in the valley have doubled*: from what, and who measured it?"""
    clause = reading.clause
    if reading.head.lemma not in _MULTIPLY or clause.modal or reading.animate or clause.negated:
        return None
    return reading.verb_only("rate", ClaimKind.FIGURE)


def news(reading: Reading) -> Ground | None:
    """*The president has fired his army chief*: done lately, and on no day."""
    clause = reading.clause
    if not clause.perfect or clause.tense == "past" or clause.modal or clause.negated:
        return None
    if reading.verb == "record" or not (reading.animate or reading.who == "name"):
        return None
    if reading.head.lemma in terms("reporting_verbs").by_term:
        return None  # *has told his aides*: who says what is another matter
    return reading.verb_only("news", ClaimKind.EVENT)
