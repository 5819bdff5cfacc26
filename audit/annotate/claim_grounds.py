"""Why a reader could dispute a clause: the words and the frame that make it so.

A ground is found from the class of the verb, of its subject and of its complement.
A clause without one states an open event or a settled fact.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_figures import figures
from audit.annotate.model import ClaimKind
from audit.document import Token
from audit.lexicon import Entry, Lexicon, load

Tokens = tuple[Token, ...]

# Who can want, fear or plan something.
ANIMATE = frozenset({"executive", "office", "people", "faction", "force", "name", "they"})
_FIRST_PERSON = frozenset({"i", "we", "you", "us", "me", "one"})
_PERSONAL = frozenset({"he", "she", "they", "who"})
_SUPERLATIVE_SCOPE = frozenset(
    {"since", "ever", "history", "decades", "record", "memory", "generation"}
)
_PLACES = frozenset({"world", "country", "nation", "continent", "region", "earth"})
_FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_SOON = {("be", "likely"), ("be", "bound"), ("be", "sure"), ("be", "certain"), ("be", "poised"),
         ("be", "destined"), ("be", "doomed"), ("be", "unlikely"), ("be", "going")}  # fmt: skip
_TREND_SUBJECT = frozenset(
    {"crime", "unemployment", "price", "inflation", "poverty", "wage", "support", "rate"}
)
# *She wanted to know when* is a question she put.
_ASKING = (["to", "know"], ["to", "ask"], ["to", "see"], ["to", "be"])
# *raised concerns* is what a person says, and what an event does.
_VOICED = frozenset({"raise", "express", "voice"})
_MOVING = frozenset(
    {
        "crumble",
        "wane",
        "fade",
        "sour",
        "evaporate",
        "slip",
        "deteriorate",
        "ebb",
        "fray",
        "mount",
        "spread",
        "run",
        "simmer",
        "boil",
        "persist",
        "linger",
        "remain",
        "abound",
        "ease",
    }
)
_EVERYONE = frozenset({"nobody", "everyone", "everybody", "no-one"})
_BELIEVING = frozenset(
    ["believe", "know", "think", "want", "agree", "expect", "doubt", "understand", "trust", "like", "love", "hate", "fear"]
)
_KNOWING = frozenset({"know", "realize", "realise", "suspect", "sense"})
_MOST = frozenset({"most", "few", "majority", "everyone", "everybody", "nobody"})
# How far behind the verb the word that makes the claim may stand.
_REACH = 7


@dataclass(frozen=True, slots=True)
class Ground:
    """What makes a clause disputable: a name, a kind, its words, where the word list has it."""

    name: str
    kind: ClaimKind
    first: int
    last: int
    evidence: str


def ground_of(tokens: Tokens, clause: Clause) -> Ground | None:
    """The first ground that holds, the sharpest first; ``None`` if nobody would dispute it."""
    if clause.subject < 0 or tokens[clause.subject].norm in _FIRST_PERSON:
        return None
    for search in _SEARCHES:
        ground = search(tokens, clause)
        if ground:
            return ground
    return None


@cache
def _list(name: str) -> Lexicon:
    return load(name)


def entry(tokens: Tokens, i: int, name: str) -> Entry | None:
    """The row of a one-word term at token ``i``."""
    terms = _list(name).by_term
    token = tokens[i]
    return terms.get("=" + token.lemma) or terms.get(token.text)


def subject_class(tokens: Tokens, clause: Clause) -> str:
    """What kind of thing acts: a class of the noun list, ``name``, ``they``, ``it`` or ``thing``."""
    token = tokens[clause.subject]
    if token.norm in _PERSONAL:
        return "they"
    if token.tag in ("PRP", "DT", "EX", "WDT"):
        return "it"
    if clause.subject > 0:
        pair = f"{tokens[clause.subject - 1].text} {token.text}"
        row = _list("claim_nouns").by_term.get(pair)
        if row:
            return row.category
    row = entry(tokens, clause.subject, "claim_nouns")
    if row:
        return row.category
    return "name" if token.tag in ("NNP", "NNPS") else "thing"


def _verb_class(tokens: Tokens, clause: Clause) -> Entry | None:
    return _list("claim_verbs").by_term.get("=" + tokens[clause.head].lemma)


def _say(row: Entry) -> str:
    return f"{row.term.removeprefix('=')} ({row.source})"


def _mind(tokens: Tokens, clause: Clause) -> Ground | None:
    """*Voters want change*, *users were furious*: who looked into their heads?"""
    head = tokens[clause.head]
    if tokens[clause.subject].norm in _EVERYONE and head.lemma in _BELIEVING and not clause.modal:
        return Ground(
            "mind", ClaimKind.INTENTION, clause.first, clause.head + 1, tokens[clause.subject].norm
        )
    if clause.modal or subject_class(tokens, clause) not in ANIMATE:
        return None
    if head.lemma in _KNOWING and clause.after < clause.last and not clause.negated:
        if tokens[clause.after].norm == "that" or tokens[clause.after].tag == "PRP":
            return Ground("mind", ClaimKind.INTENTION, clause.group, clause.head + 1, head.lemma)
    row = _verb_class(tokens, clause)
    if row and row.category == "mind" and not clause.passive and clause.after < clause.last:
        if [token.norm for token in tokens[clause.after : clause.after + 2]] in _ASKING:
            return None
        if head.lemma == "want" and tokens[clause.after].norm in ("for", ",", "."):
            return None
        if head.lemma in ("care", "long", "fear") and tokens[clause.after].tag not in (
            "IN",
            "DT",
            "NN",
            "NNS",
            "PRP",
        ):
            return None
        return Ground("mind", ClaimKind.INTENTION, clause.group, clause.head + 1, _say(row))
    if row and row.category == "deliberation" and clause.progressive and not clause.negated:
        return Ground("deliberation", ClaimKind.INTENTION, clause.group, clause.head + 1, _say(row))
    if head.lemma in ("be", "feel", "remain", "grow") or (
        clause.passive and head.tag in ("VBN", "JJ")
    ):
        first = clause.head if clause.passive else clause.after
        wanted = {"emotion", "felt"} if head.lemma == "feel" else {"emotion"}
        found = _first(tokens, first, min(clause.last, first + 3), "evaluation_terms", wanted)
        if found:
            i, j, row = found
            return Ground("mind", ClaimKind.INTENTION, clause.group, j, _say(row))
    return None


def _aim(tokens: Tokens, clause: Clause) -> Ground | None:
    """*They seek to slow the advance*; *cut the aid in a bid to punish the city*."""
    if clause.modal or subject_class(tokens, clause) not in ANIMATE:
        return None
    row = _verb_class(tokens, clause)
    if row and row.category == "aim" and not clause.passive and clause.after < clause.last:
        if tokens[clause.after].norm in ("to", "for", "at", "against"):
            return Ground("aim", ClaimKind.INTENTION, clause.group, clause.last, _say(row))
    found = _first(tokens, clause.after, clause.last, "motive_terms", {"motive"})
    if found:
        i, _, row = found
        return Ground("motive", ClaimKind.INTENTION, i, clause.last, _say(row))
    return None


def _opinion(tokens: Tokens, clause: Clause) -> Ground | None:
    """*has gained a strategic advantage*, *is reckless*, *was a disaster*."""
    head = tokens[clause.head]
    if clause.negated:
        return None
    end = min(clause.last, clause.after + _REACH)
    phrase = _first(
        tokens, clause.head, min(clause.last, clause.head + 6), "evaluation_terms", {"phrase"}
    )
    if phrase and not clause.modal:
        return Ground("opinion", ClaimKind.EVALUATION, clause.group, phrase[1], _say(phrase[2]))
    if (
        head.lemma in ("be", "remain", "become", "prove", "look", "seem", "'s", "'re")
        and not clause.modal
    ):
        found = _complement(tokens, clause.after, end, {"opinion", "opinion_noun", "setback"})
    elif (
        not clause.passive
        and (row := _verb_class(tokens, clause))
        and row.category in ("get", "change")
    ):
        found = _complement(tokens, clause.after, end, {"advantage", "setback", "opinion_noun"})
        if found and found[2].category == "advantage" and head.lemma in ("have", "make"):
            found = found if tokens[found[0]].lemma != "hand" else None
    else:
        return None
    if not found:
        return None
    _, j, row = found
    kind = ClaimKind.PREDICTION if clause.modal in _FUTURE else ClaimKind.EVALUATION
    return Ground("opinion", kind, clause.group, j, _say(row))


def _effect(tokens: Tokens, clause: Clause) -> Ground | None:
    """*raised tensions*, *sent shockwaves through*, *will strengthen their hand*."""
    row = _verb_class(tokens, clause)
    if not row or row.category != "effect" or clause.passive:
        return None
    if tokens[clause.head].lemma in _VOICED and subject_class(tokens, clause) in ANIMATE:
        return None
    found = _complement(
        tokens, clause.after, min(clause.last, clause.after + _REACH),
        {"tension", "advantage", "setback", "opinion_noun"},
    )  # fmt: skip
    if not found:
        return None
    kind = ClaimKind.PREDICTION if clause.modal in _FUTURE else ClaimKind.CAUSAL
    return Ground("effect", kind, clause.group, found[1], _say(row))


def _cause(tokens: Tokens, clause: Clause) -> Ground | None:
    """*rose because of the new law*."""
    row = _verb_class(tokens, clause)
    if not row or row.category != "change" or clause.modal in _FUTURE:
        return None
    found = _first(tokens, clause.after, clause.last, "causal_terms", {"cause"})
    if not found:
        return None
    return Ground("cause", ClaimKind.CAUSAL, found[0], clause.last, _say(found[2]))


def _causation(tokens: Tokens, clause: Clause) -> Ground | None:
    """*The strike led to the collapse*; *was late because of rain* is an institution's own reason."""
    if clause.modal:
        return None
    found = _first(tokens, clause.head, clause.last, "causal_terms", {"cause"})
    if not found or (clause.passive and found[0] != clause.head):
        return None
    first = clause.group if found[0] == clause.head else found[0]
    return Ground("causation", ClaimKind.CAUSAL, first, clause.last, _say(found[2]))


def _superlative(tokens: Tokens, clause: Clause) -> Ground | None:
    """*the deadliest attack in the city since 2004*."""
    for i in range(clause.after, clause.last):
        if (
            tokens[i].tag == "RBS"
            and tokens[i - 2].norm == "of"
            and tokens[clause.last - 1].norm in _PLACES
        ):
            return Ground("superlative", ClaimKind.COMPARISON, i - 1, clause.last, tokens[i].norm)
        if tokens[i].tag in ("JJS", "RBS") and tokens[i - 1].norm in ("the", "'s", "its", "their"):
            for j in range(i + 1, clause.last):
                if tokens[j].norm in _SUPERLATIVE_SCOPE and tokens[i].norm not in (
                    "last",
                    "latest",
                    "least",
                ):
                    evidence = f"{tokens[i].norm} … {tokens[j].norm} (superlative with a scope)"
                    return Ground("superlative", ClaimKind.COMPARISON, i - 1, clause.last, evidence)
    return None


def _inference(tokens: Tokens, clause: Clause) -> Ground | None:
    """*The deal appears to be dead*: the writer infers, and from what?"""
    head = tokens[clause.head]
    if (
        head.lemma not in ("appear", "seem")
        or clause.tense == "past"
        or clause.modal
        or clause.perfect
    ):
        return None
    if clause.after + 1 < clause.last and tokens[clause.after].norm == "to":
        return Ground("inference", ClaimKind.EVALUATION, clause.group, clause.after + 2, head.lemma)
    return None


def _decision(tokens: Tokens, clause: Clause) -> Ground | None:
    """*The administration has authorised strikes*; *the decision allows them to fire*."""
    row = _verb_class(tokens, clause)
    if not row or clause.passive or clause.negated:
        return None
    who = subject_class(tokens, clause)
    if row.category == "decree" and who == "executive" and clause.modal == "":
        return Ground("decision", ClaimKind.EVENT, clause.group, clause.head + 1, _say(row))
    if row.category == "enable" and who == "decision":
        return Ground("terms", ClaimKind.EVENT, clause.group, clause.head + 1, _say(row))
    return None


def _force(tokens: Tokens, clause: Clause) -> Ground | None:
    """*towns have been shelled*, *troops are stationed there*, *thugs butchered protesters*."""
    row = _verb_class(tokens, clause)
    head = tokens[clause.head]
    if clause.modal or clause.negated:
        return None
    if head.lemma in ("continue", "launch", "keep"):
        struck = _first(
            tokens, clause.after, min(clause.last, clause.after + 8), "claim_nouns", {"force"}
        )
        if struck and subject_class(tokens, clause) == "executive":
            return Ground("force", ClaimKind.EVENT, clause.group, struck[1], _say(struck[2]))
    who = subject_class(tokens, clause)
    if row and row.category == "territory" and who == "force" and not clause.passive:
        return Ground("force", ClaimKind.EVENT, clause.group, clause.head + 1, _say(row))
    if not row or row.category != "force":
        return None
    if clause.passive or who in ("force", "executive"):
        return Ground("force", ClaimKind.EVENT, clause.group, clause.head + 1, _say(row))
    return None


def _wrongdoing(tokens: Tokens, clause: Clause) -> Ground | None:
    """*The mayor embezzled public money*."""
    if clause.modal or clause.negated or subject_class(tokens, clause) not in ANIMATE:
        return None
    phrase = _first(
        tokens, clause.head, min(clause.last, clause.head + 4), "evaluation_terms", {"misdeed"}
    )
    if phrase and phrase[0] == clause.head:
        return Ground("wrongdoing", ClaimKind.ALLEGATION, clause.group, phrase[1], _say(phrase[2]))
    row = _verb_class(tokens, clause)
    if not row or row.category != "wrongdoing" or clause.passive or clause.modal or clause.negated:
        return None
    if subject_class(tokens, clause) not in ANIMATE or clause.after >= clause.last:
        return None
    if tokens[clause.head].lemma == "lie" and tokens[clause.after].norm not in (
        "to",
        "about",
        "repeatedly",
        "under",
    ):
        return None
    return Ground("wrongdoing", ClaimKind.ALLEGATION, clause.group, clause.head + 1, _say(row))


def _generality(tokens: Tokens, clause: Clause) -> Ground | None:
    """*Most Republicans oppose it*: who asked them?"""
    if clause.tense == "past" or clause.modal or clause.perfect:
        return None
    if subject_class(tokens, clause) not in ("people", "faction") or clause.subject == clause.first:
        return None
    for i in range(clause.first, clause.subject):
        if tokens[i].norm in _MOST:
            return Ground("generality", ClaimKind.FIGURE, i, clause.last, tokens[i].norm)
    return None


def _prediction(tokens: Tokens, clause: Clause) -> Ground | None:
    """*Nine hundred jobs will go*."""
    head = tokens[clause.head]
    if clause.modal in _FUTURE and clause.head > clause.group:
        last = clause.head + 1
        last += last < clause.last and tokens[last].tag in ("RB", "RP")
        return Ground("prediction", ClaimKind.PREDICTION, clause.group, last, clause.modal)
    if head.lemma in ("be", "'s", "'re") or (head.lemma == "go" and clause.progressive):
        i = clause.head if head.lemma == "go" else clause.after
        if i + 1 < clause.last and ("be", tokens[i].norm) in _SOON and tokens[i + 1].norm == "to":
            return Ground("prediction", ClaimKind.PREDICTION, clause.group, i + 3, tokens[i].norm)
    return None


def _trend(tokens: Tokens, clause: Clause) -> Ground | None:
    """*comes in the wake of growing pressure*: grown since when, and who measured it?"""
    row = _verb_class(tokens, clause)
    moving = tokens[clause.head].lemma in _MOVING or (
        row is not None and row.category in ("change", "effect")
    )
    subject = entry(tokens, clause.subject, "evaluation_terms")
    if moving and subject and subject.category in ("tension", "standing") and not clause.passive:
        return Ground("trend", ClaimKind.EVALUATION, clause.first, clause.head + 1, _say(subject))
    found = _first(tokens, clause.first, clause.last, "evaluation_terms", {"trend"})
    if not found:
        return None
    i, _, row = found
    if tokens[clause.subject].tag == "EX":
        return None
    last = clause.last if i > clause.head else clause.group
    return Ground("trend", ClaimKind.EVALUATION, i, max(last, i + 1), _say(row))


_SEARCHES: tuple[Callable[[Tokens, Clause], Ground | None], ...] = (
    _aim, _mind, _opinion, _effect, _cause, _decision, _force, _wrongdoing, _superlative,
    _inference, _trend, _generality, _prediction, _causation,
)  # fmt: skip


def figure_of(tokens: Tokens, clause: Clause) -> Ground | None:
    """A figure someone must have counted, in a clause that is not disputable otherwise."""
    if (
        clause.after < clause.last
        and tokens[clause.head].lemma == "be"
        and tokens[clause.after].norm == "about"
    ):
        return None  # *The book is about 100 people*
    for first, last in figures(tokens, clause.first, clause.last):
        evidence = " ".join(token.text for token in tokens[first:last])
        return Ground("figure", ClaimKind.FIGURE, first, last, evidence)
    return None


def _first(
    tokens: Tokens, first: int, last: int, name: str, wanted: set[str]
) -> tuple[int, int, Entry] | None:
    """The first term of these categories between two tokens."""
    for i, j, row in _list(name).matches(tokens, first, last):
        if row.category in wanted and (name != "causal_terms" or _is_verb(tokens[i], row)):
            return i, j, row
    return None


def _is_verb(token: Token, row: Entry) -> bool:
    """*caused chaos* causes something, *gave her life to the cause* does not."""
    return row.term[0] != "=" or token.tag[0] == "V"


def _complement(
    tokens: Tokens, first: int, last: int, wanted: set[str]
) -> tuple[int, int, Entry] | None:
    """A term of these categories in the phrase right behind the verb, before any other verb."""
    for i in range(first, last):
        if tokens[i].tag in (
            "IN",
            "TO",
            "WDT",
            "WP",
            "VBD",
            "VBZ",
            "VBP",
            "MD",
            ",",
            ":",
            "''",
        ) and not (tokens[i].norm in ("of", "as", "in") and i == first):
            last = i
            break
    for i, j, row in _list("evaluation_terms").matches(tokens, first, last):
        if row.category in wanted and tokens[i - 1].norm not in ("not", "n't", "no"):
            # *a reckless driver was seen* judges nobody; the noun after it must not be a name.
            return i, j, row
    return None
