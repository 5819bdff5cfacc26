"""Grounds in a judgement: opinions, effects, causes, trends, superlatives, inferences."""

from audit.annotate.claim_words import FUTURE, Found, Ground, Reading, entry
from audit.annotate.model import ClaimKind

_COPULAS = frozenset({"be", "become", "look", "prove", "remain", "seem", "'s", "'re"})
_BEING = frozenset({"opinion", "opinion_noun", "setback"})
_GETTING = frozenset({"advantage", "opinion_noun", "setback"})
_AFFECTED = frozenset({"advantage", "interest", "opinion_noun", "setback", "tension"})
_HARDLY = frozenset({"barely", "hardly", "neither", "scarcely"})
_PHRASE, _CAUSE, _TREND = frozenset({"phrase"}), frozenset({"cause"}), frozenset({"trend"})
_MOVERS = frozenset(
    {"alarm", "alienate", "anger", "delight", "demoralize", "dismay", "divide", "electrify"}
    | {"embarrass", "embolden", "energize", "enrage", "frustrate", "galvanize", "humiliate"}
    | {"infuriate", "outrage", "polarize", "rattle", "shock", "stun", "terrify", "unnerve"}
)
_GROUPS = frozenset({"people", "faction", "executive", "office"})
_SWAYING = frozenset({"tension", "standing"})
# *has credibility* says little, *has lost all credibility* much.
_RECORDS = frozenset({"history", "record", "relationship", "reputation"})
_WEAK = frozenset({"have", "make", "take"})
# *raised concerns* is what a person says, and what an event does.
_VOICED = frozenset({"raise", "express", "voice"})
_MOVING = frozenset(
    {"abound", "boil", "crumble", "deteriorate", "ease", "ebb", "evaporate", "fade", "fray"}
    | {"linger", "mount", "persist", "remain", "run", "simmer", "slip", "sour", "spread", "wane"}
)
_SCOPE = frozenset({"decades", "ever", "generation", "history", "memory", "record", "since"})
_PLACES = frozenset({"continent", "country", "earth", "nation", "region", "world"})
# Superlatives that a table settles.
_MEASURED = frozenset(
    {"biggest", "closest", "earliest", "fastest", "fewest", "greatest", "highest", "largest"}
    | {"last", "latest", "least", "longest", "lowest", "newest", "oldest", "shortest", "slowest"}
    | {"smallest", "tallest", "youngest"}
)
_DETERMINERS = frozenset({"the", "'s", "its", "their"})
_MOST = frozenset({"few", "majority", "most"})


def opinion(reading: Reading) -> Ground | None:
    """*has gained a strategic advantage*, *is reckless*, *was a disaster*."""
    clause, lemma = reading.clause, reading.head.lemma
    if clause.negated or reading.next in _HARDLY or reading.possible or reading.existential:
        return None
    if reading.tokens[clause.first].tag == "IN" or not _agrees(reading):
        return None  # *In this group are three moderates*
    if lemma == "fail" and not reading.next and clause.perfect and not reading.animate:
        return reading.verb_only("opinion", ClaimKind.EVALUATION)
    found = None if clause.modal else _phrase(reading)
    if found is None and lemma in _COPULAS and not clause.modal:
        found = reading.complement(_BEING)
    elif found is None and lemma == "have" and not clause.modal:
        found = reading.complement(_GETTING - {"advantage"}) or _record(reading)
    elif found is None and reading.verb in ("get", "change") and not clause.passive:
        found = reading.complement(_GETTING)
        if found and found[2].category == "advantage" and lemma in _WEAK:
            return None
    if not found or _is_measured(reading, found):
        return None
    kind = ClaimKind.PREDICTION if clause.modal in FUTURE else ClaimKind.EVALUATION
    return reading.predicate("opinion", kind, found[1], found[2])


def _record(reading: Reading) -> Found | None:
    """*has a terrible safety record*: a judgement on all it has done."""
    found = reading.complement(frozenset({"opinion"}))
    if found is None:
        return None
    i, j, row = found
    for k in range(j, min(j + 2, reading.clause.last)):
        if reading.tokens[k].lemma in _RECORDS:
            return i, k + 1, row
    return None


def _agrees(reading: Reading) -> bool:
    """Not *(a story resting on) sources has*: there the subject stands further off."""
    subject, verb = reading.tokens[reading.clause.subject], reading.tokens[reading.clause.group]
    return not (subject.tag == "NNS" and verb.tag == "VBZ" and subject.norm != subject.lemma)


def _is_measured(reading: Reading, found: Found) -> bool:
    """*was weaker than expected*: a comparison with figures, and no judgement."""
    after = [token.norm for token in reading.tokens[found[1] : found[1] + 2]]
    compared = reading.tokens[found[1] - 1].tag in ("JJR", "RBR")
    return compared and after[:1] == ["than"] and after[1:2] != ["any"]


def _phrase(reading: Reading) -> Found | None:
    """A fixed phrase as the predicate: *makes no sense*, *is on the brink of collapse*."""
    clause = reading.clause
    found = reading.find("evaluation_terms", _PHRASE, clause.head, reach=8)
    if not found or found[0] == clause.head:
        return found
    between = reading.tokens[clause.after : found[0]]
    return found if all(token.tag in ("RB", "DT", "JJ") for token in between) else None


def effect(reading: Reading) -> Ground | None:
    """*raised tensions*, *sent shockwaves through*, *will strengthen their hand*."""
    clause, lemma = reading.clause, reading.head.lemma
    works = reading.verb == "effect" or lemma == "shake"
    if not works or clause.passive or reading.possible:
        return None
    if reading.head.lemma in _VOICED and reading.animate:
        return None
    found = reading.complement(_AFFECTED)
    if not found and (clause.modal or clause.tense != "past"):
        found = _moved(reading)
    if not found or (lemma == "raise" and found[2].term == "=hand"):
        return None
    kind = ClaimKind.PREDICTION if clause.modal in FUTURE else ClaimKind.CAUSAL
    return reading.predicate("effect", kind, found[1], reading.verb_row or "")


def _moved(reading: Reading) -> Found | None:
    """*has angered farmers*: a group is moved, and who asked it?"""
    if reading.head.lemma not in _MOVERS:
        return None
    found = reading.find("claim_nouns", _GROUPS, reading.clause.after, reach=4)
    return found if found and reading.tokens[found[0]].tag in ("NNS", "NNPS", "NN") else None


def cause(reading: Reading) -> Ground | None:
    """*rose because of the new law*; *led to the collapse*.

    *was late because of rain* is an institution's own reason, and no ground.
    """
    clause = reading.clause
    if clause.modal:
        return None
    found = reading.find("causal_terms", _CAUSE, clause.head)
    # *caused chaos* causes something; *gave her life to the cause*, *aims to cause* do not.
    if not found:
        return None
    own = found[0] == clause.head
    verb = reading.tokens[found[0]].tag
    if found[2].term[0] == "=" and not own and (verb[0] != "V" or verb == "VB"):
        return None
    if clause.passive and not own:
        return None
    name = "cause" if reading.verb == "change" and not own else "causation"
    first = clause.group if own else found[0]
    return reading.words(name, ClaimKind.CAUSAL, first, clause.last, found[2])


def superlative(reading: Reading) -> Ground | None:
    """*the deadliest attack in the city since 2004*, *one of the most corrupt in the world*."""
    tokens, clause = reading.tokens, reading.clause
    for i in range(clause.after, clause.last):
        token = tokens[i]
        if token.tag not in ("JJS", "RBS") or tokens[i - 1].norm not in _DETERMINERS:
            continue
        if token.norm == "most" and tokens[i + 1].tag[:2] not in ("JJ", "RB", "VB"):
            continue  # *the most in a month*
        among = tokens[clause.last - 1].norm in _PLACES
        scoped = next((t.norm for t in tokens[i + 1 : clause.last] if t.norm in _SCOPE), "")
        if tokens[clause.last - 1].norm == "years" and tokens[clause.last - 2].tag == "CD":
            scoped = "years"
        if token.norm not in _MEASURED and (scoped or (among and token.tag == "RBS")):
            evidence = f"{token.norm} … {scoped or tokens[clause.last - 1].norm}: superlative"
            return reading.words("superlative", ClaimKind.COMPARISON, i - 1, clause.last, evidence)
    return None


def inference(reading: Reading) -> Ground | None:
    """*The deal appears to be dead*: the writer infers, and from what?"""
    clause = reading.clause
    if reading.head.lemma not in ("appear", "seem") or reading.next != "to":
        return None
    if clause.tense == "past" or clause.modal or clause.perfect or not _agrees(reading):
        return None
    last = clause.after + 2
    return reading.predicate("inference", ClaimKind.EVALUATION, last, reading.head.lemma)


def trend(reading: Reading) -> Ground | None:
    """*comes in the wake of growing pressure*: grown since when, and who measured it?"""
    tokens, clause = reading.tokens, reading.clause
    if reading.existential or (clause.modal and clause.modal not in FUTURE):
        return None
    if any(token.norm == "would" for token in tokens[clause.first : clause.group]):
        return None
    moving = reading.head.lemma in _MOVING or reading.verb in ("change", "effect")
    subject = entry(tokens, clause.subject, "evaluation_terms")
    lasting = reading.head.lemma == "remain" and subject and subject.category == "standing"
    if lasting:
        return None  # *his support remains*: nothing moved
    if moving and not clause.passive and subject and subject.category in _SWAYING:
        return reading.words("trend", ClaimKind.EVALUATION, clause.first, clause.after, subject)
    found = reading.find("evaluation_terms", _TREND, clause.first)
    # *is mounting pressure on* is a verb and its object.
    if not found or found[0] == clause.head:
        return None
    last = clause.last if found[0] > clause.head else clause.group
    return reading.words("trend", ClaimKind.EVALUATION, found[0], last, found[2])


def generality(reading: Reading) -> Ground | None:
    """*Most Republicans oppose it*: who asked them?"""
    tokens, clause = reading.tokens, reading.clause
    if clause.tense == "past" or clause.modal or clause.perfect:
        return None
    if reading.who not in ("people", "faction"):
        return None
    for i in range(clause.first, clause.subject):
        if tokens[i].norm in _MOST:
            kind = ClaimKind.FIGURE
            return reading.words("generality", kind, i, clause.last, tokens[i].norm)
    return None
