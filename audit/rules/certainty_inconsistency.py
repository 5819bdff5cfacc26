"""The same claim stands as a fact or a certain forecast here, and as a possibility there.

Why
    If a source says that something *could* happen and the writer says that it *will* or *has*,
    one of the two sentences is wrong, and a reader cannot tell which. In a whole article the
    verb must be the same, or the same name must be judged the same way.

Flagged
    The bill [[will give Kadra an advantage]] in the vote.
    Aides believe it could give Kadra an advantage.

Not flagged
    The bill will give Kadra a seat. Aides believe it could cost Orlu its budget.

Source
    Compiled for this product: one fact, one degree of certainty.
"""

from collections.abc import Iterator, Sequence

from audit.annotate.model import Article, Claim
from audit.document import Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._unsourced import focus
from audit.rules._who import in_report

FAMILY = "claims"
SEVERITY = Severity.WARNING

_FLAT = frozenset(
    {"cause", "decision", "effect", "force", "opinion", "prediction", "terms", "trend"}
)
_POSSIBLE = frozenset({"could", "may", "might"})
_LIGHT = frozenset(
    {"be", "come", "could", "day", "do", "get", "give", "go", "have", "make", "may", "might", "new"}
    | {"ongoing", "other", "say", "take", "that", "this", "time", "will", "would", "year", "can"}
)
_DENIED = frozenset({"not", "n't", "never", "no", "nobody", "without"})
# With these it is not certain here either.
_GUESSED = frozenset({"likely", "unlikely", "probably", "expected", "set"})
_NAMES = frozenset({"NNP", "NNPS"})
_CONTENT = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBN", "VBP", "VBZ", "VBG", "JJ"})
# How many words of meaning, or classes of them, two versions of one claim must share.
SHARED = 3
# And what part of the shorter one they must be.
ALIKE = 0.4


def find(article: Article) -> Iterator[Mark]:
    certain, possible = [], []
    report = in_report(article)
    for claim in article.claims:
        if claim.exempt in ("headline, carried by the text below", "quoted words"):
            continue
        first, last = article.document.token_range(claim.span)
        modals = {token.norm for token in article.document.tokens[first:last] if token.tag == "MD"}
        if modals & _POSSIBLE:
            possible.append((claim, _meaning(article, first, last)))
        elif any(token.norm in _GUESSED for token in article.document.tokens[first:last]):
            continue
        elif claim.attribution is None and claim.ground in _FLAT and not modals & {"would"}:
            certain.append((claim, _meaning(article, first, last)))
    for claim, words in certain:
        for other, others in possible:
            if other.sentence == claim.sentence or not _same(words, others):
                continue
            if not report or _is_one_event(article, claim, other, words & others):
                yield _mark(article, claim, other)
                break


def _meaning(article: Article, first: int, last: int) -> frozenset[str]:
    """The lemmas of a claim that carry meaning; words of one class of judgement are one."""
    tokens = article.document.tokens
    words = {
        token.lemma
        for token in tokens[first:last]
        if (token.tag in _CONTENT or token.text[0].isupper()) and token.lemma not in _LIGHT
    }
    for i, j, row in load("evaluation_terms").within(article.document, first, last):
        if row.category in _CLASSES:
            words -= {token.lemma for token in tokens[i:j]}
            words.add(f"<{row.category}>")
    return frozenset(words)


_CLASSES = frozenset({"advantage", "setback", "tension"})


def _same(words: frozenset[str], others: frozenset[str]) -> bool:
    shared = words & others
    judged = any(word.startswith("<") for word in shared)
    if len(shared) < SHARED - judged or not words or not others:
        return False
    return len(shared) >= ALIKE * min(len(words), len(others))


def _is_one_event(article: Article, claim: Claim, other: Claim, shared: frozenset[str]) -> bool:
    """In a long text the same names meet often: it must be the same act, or the same judgement.

    What is denied here and may be there is no change of degree.
    """
    tokens = article.document.tokens
    here = article.document.token_range(claim.span)
    there = article.document.token_range(other.span)
    if any(token.norm in _DENIED for i, j in (here, there) for token in tokens[i:j]):
        return False
    if any(word.startswith("<") for word in shared):
        names = {token.lemma for token in tokens[slice(*here)] if token.tag in _NAMES}
        if names & shared:
            return True
    verb = _verb(tokens[slice(*article.document.token_range(focus(claim)))])
    modal = next(i for i in range(*there) if tokens[i].norm in _POSSIBLE)
    return verb is not None and verb == _verb(tokens[modal : there[1]])


def _verb(tokens: Sequence[Token]) -> str | None:
    """The lemma of the first verb that is no auxiliary."""
    verbs = (token.lemma for token in tokens if token.tag.startswith("VB"))
    return next((lemma for lemma in verbs if lemma not in ("be", "have", "do")), None)


def _mark(article: Article, claim: Claim, other: Claim) -> Mark:
    span = focus(claim)
    return Mark(
        span,
        f"“{article.document.quote(span)}” is certain here and only possible in "
        f"“{article.document.quote(other.span)}”.",
        "Which is it? Use the source’s degree of certainty in both places.",
        (claim.id, other.id),
    )
