"""Does a sentence state something that could be looked up, counted or witnessed?

A sum of small weights over words, tags and clauses, learned by
``seeds/models/train_checkable.py`` from sentences that people marked as holding a
verifiable fact or not. Thanks, wishes, promises and exhortations hold none.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_figures import figures
from audit.annotate.claim_settings import dated
from audit.annotate.claim_words import entry, subject_class
from audit.annotate.linear import total
from audit.document import Token
from audit.resources import load_model

_NAMES = frozenset({"NNP", "NNPS"})
_NAMED = frozenset({"NNP", "NNPS", "CD"})
_OPEN = frozenset({"NN", "VB", "JJ", "CD"})
# Sentences longer than this many times six words are one class.
_LONGEST = 6


def checkable(tokens: tuple[Token, ...], first: int, last: int, clauses: Sequence[Clause]) -> bool:
    """The sentence holds a verifiable fact, more likely than not. No words: no."""
    if first >= last:
        return False
    weights = _weights()
    seen = set(features(tokens, first, last, clauses))
    return total(weights, seen) + weights[""] > 0


def features(
    tokens: tuple[Token, ...], first: int, last: int, clauses: Iterable[Clause]
) -> Iterator[str]:
    """What is looked at, by name; the same name may come twice."""
    words = tokens[first:last]
    yield f"length {min(_LONGEST, len(words) // 6)}"
    numbers = sum(token.tag == "CD" for token in words)
    names = sum(token.tag in _NAMES for token in words[1:])
    lemmas = [token.tag if token.tag in _NAMED else token.lemma for token in words]
    coarse = [token.tag if token.tag[:2] in _OPEN else token.norm for token in words]
    for tag in {token.tag for token in words}:
        yield "tag " + tag
    for lemma in set(lemmas):
        yield "lemma " + lemma
    for before, after in pairwise(coarse):
        yield "pair " + before + " " + after
    yield f"names {min(names, 4)}"
    yield f"numbers {min(numbers, 3)}"
    yield f"first {words[0].norm}"
    if dated(tokens, first, last):
        yield "dated"
    if any(True for _ in figures(tokens, first, last)):
        yield "figure"
    for clause in clauses:
        yield from _of_clause(tokens, clause)


def _of_clause(tokens: tuple[Token, ...], clause: Clause) -> Iterator[str]:
    """Who acts, in which tense, by which verb."""
    who = "nobody"
    if clause.subject >= 0:
        subject = tokens[clause.subject]
        who = subject.norm if subject.tag == "PRP" else subject_class(tokens, clause)
    verb = tokens[clause.head].lemma
    shape = clause.modal or clause.tense
    shape += " perfect" * clause.perfect + " progressive" * clause.progressive
    shape += " passive" * clause.passive
    row = entry(tokens, clause.head, "claim_verbs")
    rank = "main" if clause.main else "sub"
    yield f"who {who} {rank}"
    yield f"who shape {who} {shape}"
    yield f"shape {shape} {rank}"
    yield f"who verb {who} {verb}"
    yield f"shape verb {shape} {verb}"
    yield f"class {row.category if row else '-'} {shape}"


@cache
def _weights() -> dict[str, int]:
    weights: dict[str, int] = load_model("checkable")["weights"]
    return weights
