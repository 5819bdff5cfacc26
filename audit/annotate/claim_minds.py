"""Grounds in someone's head: wishes, feelings, deliberations, aims and motives."""

from functools import cache

from audit.annotate.claim_words import Ground, Reading, terms
from audit.annotate.model import ClaimKind

_INTENTION = ClaimKind.INTENTION
_EVERYONE = frozenset({"nobody", "everyone", "everybody"})
_BELIEVING = frozenset(
    {"agree", "believe", "doubt", "expect", "fear", "hate", "know", "like", "love", "think"}
    | {"trust", "understand", "want"}
)
_KNOWING = frozenset({"know", "realize", "realise", "suspect", "sense"})
_SHOWN = frozenset({"publicly", "openly", "visibly", "vocally"})
_FEELING = frozenset({"appear", "be", "feel", "grow", "look", "remain", "seem"})
_OBJECTS = frozenset({"CD", "DT", "IN", "JJ", "JJR", "NN", "NNP", "NNS", "PRP", "PRP$"})
# *She wanted to know when* is a question she put.
_ASKING = frozenset({"know", "ask", "see", "be"})
# Behind these an infinitive is no purpose: *tried to silence*, *an effort to silence*.
_NO_PURPOSE = frozenset(
    {"ability", "attempt", "chance", "decision", "effort", "move", "order", "plan", "power"}
    | {"right", "way", "bid", "need", "able", "likely", "ready", "willing", "have", "not"}
)
# *allowed him to avoid*: the purpose is not his.
_LETTING = frozenset(
    {"allow", "ask", "enable", "force", "help", "let", "order", "pay", "permit", "tell", "urge"}
)
# Acts that need no object, so that an infinitive behind them is a purpose.
_WHOLE = frozenset({"abstain", "flee", "leave", "lie", "quit", "resign", "retire", "withdraw"})


def mind(reading: Reading) -> Ground | None:
    """*Voters want change*, *users were furious*: who looked into their heads?"""
    clause, head = reading.clause, reading.head
    subject = reading.tokens[clause.subject]
    if clause.modal:
        return None
    if subject.norm == "nobody" and head.lemma == "know":
        return None  # it is not known
    if subject.norm in _EVERYONE and head.lemma in _BELIEVING:
        return reading.words("mind", _INTENTION, clause.first, clause.after, subject.norm)
    if not reading.animate:
        return None
    if head.lemma in _KNOWING and not clause.negated:
        if reading.next == "that" or reading.next_tag == "PRP":
            return reading.verb_only("mind", _INTENTION)
        return None
    if head.lemma == "trust" and reading.next_tag in _OBJECTS:
        return reading.verb_only("mind", _INTENTION)
    if _is_open(reading):
        return None
    if reading.verb == "mind" and not clause.passive and _has_object(reading):
        return reading.verb_only("mind", _INTENTION)
    if reading.verb == "deliberation" and clause.progressive and not clause.negated:
        return reading.verb_only("deliberation", _INTENTION)
    return _feeling(reading)


def _is_open(reading: Reading) -> bool:
    """*publicly*, *wanted 3 billion dollars*: it was shown, or asked for at a table."""
    tokens, clause = reading.tokens, reading.clause
    near = tokens[clause.group : min(clause.after + 3, clause.last)]
    if any(token.norm in _SHOWN for token in near):
        return True
    asked = tokens[clause.after : min(clause.after + 4, clause.last)]
    return reading.head.lemma == "want" and any(
        token.tag == "CD" or token.norm in ("$", "£", "€") for token in asked
    )


def _has_object(reading: Reading) -> bool:
    """Something is wanted: not *he wants for nothing*, not *she wanted to know when*."""
    lemma = reading.head.lemma
    if lemma == "want":
        after = reading.tokens[reading.clause.after + 1 : reading.clause.after + 2]
        asks = reading.next == "to" and bool(after) and after[0].norm in _ASKING
        return reading.next not in ("for", ",", ".", "") and not asks
    if lemma == "care":
        return reading.next != "for" and reading.next_tag in _OBJECTS
    if lemma in ("long", "fear"):
        return reading.next_tag in _OBJECTS
    # *the future they hoped for*
    return bool(reading.next) and reading.clause.after + 1 < reading.clause.last


def _feeling(reading: Reading) -> Ground | None:
    clause, lemma = reading.clause, reading.head.lemma
    if lemma not in _FEELING and not clause.passive:
        return None
    if clause.negated and lemma in ("appear", "look", "seem"):
        return None
    first = clause.head if clause.passive else clause.after
    wanted = frozenset({"emotion", "felt"} if lemma == "feel" else {"emotion"})
    found = reading.find("evaluation_terms", wanted, first, reach=3)
    # *more sceptical than the others* compares what is known of both.
    if not found or reading.tokens[min(found[1], clause.last - 1)].norm == "than":
        return None
    return reading.predicate("mind", _INTENTION, found[1], found[2])


def aim(reading: Reading) -> Ground | None:
    """*They seek to slow the advance*; *cut the grant in a bid to silence the club*."""
    clause = reading.clause
    if clause.modal or clause.negated or not reading.animate:
        return None
    # What was sought in the past was seen to be done.
    present = clause.tense != "past" and not clause.perfect and not clause.passive
    if reading.verb == "aim" and present and reading.next in ("to", "for", "at", "against"):
        return reading.predicate("aim", _INTENTION, clause.last, reading.verb_row or "")
    return _motive(reading)


@cache
def _charged() -> frozenset[str]:
    """The verbs of the infinitives that charge somebody with a motive."""
    listed = (row.term.split() for row in terms("motive_terms").entries)
    return frozenset(words[1] for words in listed if words[0] == "to")


def _motive(reading: Reading) -> Ground | None:
    tokens, clause = reading.tokens, reading.clause
    for i, j, row in reading.index.between("motive_terms", clause.after, clause.last):
        if row.category == "frame":
            # *in an effort to stop the virus* is open; *to silence the press* is a charge.
            act = tokens[j].lemma if j < clause.last else ""
            if act not in _charged():
                continue
        elif row.term.startswith("to "):
            before = tokens[i - 1]
            verb = before.tag[0] == "V" and before.lemma not in _WHOLE
            if verb or before.lemma in _NO_PURPOSE or tokens[i - 2].lemma in _LETTING:
                continue
        return reading.words("motive", _INTENTION, i, clause.last, row)
    return None
