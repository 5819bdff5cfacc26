"""Grounds in what is said to be done: decisions, force, misdeeds; and in what will be."""

from audit.annotate.claim_figures import figures
from audit.annotate.claim_words import FUTURE, Ground, Reading, terms
from audit.annotate.model import ClaimKind

_FORCE, _MISDEED = frozenset({"force"}), frozenset({"misdeed"})
_STATES = frozenset({"executive", "force", "name"})
_LAUNCHING = frozenset({"continue", "launch", "keep"})
# What can be shelled, deployed or attacked, besides people and forces.
_TARGETS = frozenset(
    {"base", "building", "child", "civilian", "convoy", "detainee", "embassy", "home", "hospital"}
    | {"hostage", "house", "journalist", "neighborhood", "neighbourhood", "prisoner", "refugee"}
    | {"school", "ship", "village", "system", "weapon", "battery", "target", "position", "site"}
)
_STRUCK = frozenset({"people", "force", "executive", "office", "faction", "name", "they"})
# Misdeeds only by what they are done to, and how far behind the verb that may stand.
_NEEDS_OBJECT, _OBJECT = frozenset({"forge", "pocket"}), 6
_LIED = frozenset({"to", "about", "repeatedly", "under"})
_LIKELY = frozenset({"likely", "unlikely", "bound", "sure", "certain", "poised", "destined"})
# What is done by appointment, and what *will* says of the present.
_ANNOUNCED = frozenset(
    {"advise", "air", "appear", "attend", "be", "begin", "broadcast", "deliver", "devote", "face"}
    | {"feature", "get", "have", "hear", "hold", "host", "include", "involve", "join", "lead"}
    | {"meet", "need", "open", "oversee", "play", "publish", "receive", "release", "replace"}
    | {"require", "return", "run", "say", "serve", "speak", "start", "succeed", "tell", "testify"}
    | {"travel", "use", "visit", "vote", "continue", "make", "take", "see", "find", "know", "come"}
)


def decision(reading: Reading) -> Ground | None:
    """*The administration has authorised strikes*; *the decision allows them to fire*."""
    clause = reading.clause
    if clause.passive or clause.negated:
        return None
    if reading.verb == "decree" and reading.who == "executive" and not clause.modal:
        return reading.verb_only("decision", ClaimKind.EVENT)
    if reading.verb == "enable" and reading.who == "decision":
        return reading.verb_only("terms", ClaimKind.EVENT)
    return None


def force(reading: Reading) -> Ground | None:
    """*towns have been shelled*, *troops are stationed there*, *thugs butchered protesters*."""
    clause, head = reading.clause, reading.head
    if clause.modal or clause.negated:
        return None
    if head.lemma in _LAUNCHING and reading.who in _STATES:
        found = reading.find("claim_nouns", _FORCE, clause.after, reach=8)
        if found:
            return reading.predicate("force", ClaimKind.EVENT, found[1], found[2])
    if reading.verb == "territory" and reading.who == "force" and not clause.passive:
        return reading.verb_only("force", ClaimKind.EVENT)
    if reading.verb != "force":
        return None
    if reading.head.lemma == "target" and reading.who != "force" and not clause.passive:
        return None
    struck = reading.who in _STRUCK or reading.tokens[clause.subject].lemma in _TARGETS
    if (clause.passive and struck) or reading.who in ("force", "executive"):
        return reading.verb_only("force", ClaimKind.EVENT)
    return None


def wrongdoing(reading: Reading) -> Ground | None:
    """*The mayor embezzled public money*, *took bribes*."""
    clause = reading.clause
    if clause.modal or clause.negated or clause.passive:
        return None
    phrase = reading.find("evaluation_terms", _MISDEED, clause.head, reach=4)
    if reading.head.lemma in _NEEDS_OBJECT and not _has_object(reading):
        return None
    if phrase and phrase[0] == clause.head and (reading.animate or reading.who == "thing"):
        return reading.predicate("wrongdoing", ClaimKind.ALLEGATION, phrase[1], phrase[2])
    if not reading.animate:
        return None
    if reading.verb != "wrongdoing" or not reading.next:
        return None
    if reading.head.lemma == "lie" and reading.next not in _LIED:
        return None
    return reading.verb_only("wrongdoing", ClaimKind.ALLEGATION)


def _has_object(reading: Reading) -> bool:
    """*forged a signature*, *pocketed the fees*: not *forged an alliance*, *pocketed six wins*."""
    clause = reading.clause
    return any(
        terms("misdeed_objects").category("=" + token.lemma) == reading.head.lemma
        for token in reading.tokens[clause.after : min(clause.after + _OBJECT, clause.last)]
    )


def prediction(reading: Reading) -> Ground | None:
    """*Nine hundred jobs will go*, *is likely to lose*, *is going to cost*."""
    tokens, clause, kind = reading.tokens, reading.clause, ClaimKind.PREDICTION
    if clause.modal in FUTURE and clause.head > clause.group:
        if reading.head.lemma in _ANNOUNCED:
            return None
        last = clause.after + (reading.next_tag in ("RB", "RP"))
        return reading.predicate("prediction", kind, last, clause.modal)
    if clause.tense == "past":
        return None
    going = reading.head.lemma == "go" and clause.progressive
    i = clause.head if going else clause.after
    if i + 2 >= clause.last or tokens[i + 1].norm != "to":
        return None
    if going or (reading.head.lemma in ("be", "'s", "'re") and tokens[i].norm in _LIKELY):
        return reading.predicate("prediction", kind, i + 3, tokens[i].norm)
    return None


def figure(reading: Reading) -> Ground | None:
    """A figure someone must have counted, in a clause that is not disputable otherwise."""
    tokens, clause = reading.tokens, reading.clause
    if reading.head.lemma == "be" and reading.next == "about":
        return None  # *The book is about 100 people*
    for first, last in figures(tokens, clause.first, clause.last):
        evidence = " ".join(token.text for token in tokens[first:last])
        return reading.words("figure", ClaimKind.FIGURE, first, last, evidence)
    return None
