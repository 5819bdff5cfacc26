"""The article forecasts in its own voice.

Why
    Nobody knows what will happen. A forecast needs a forecaster and a basis. Scheduled
    events and the text of laws and plans are announcements, not forecasts. In a whole article
    a plain *will* is taken for a plan, unless it tells what a thing will do to others.

Flagged
    If so, 900 jobs [[will go]].
    The merger [[will strengthen the chain's hand]].

Not flagged
    The council will meet on Friday.
    The plant will close, the mayor said.
    Ruiz said it was shut. It rained. Two ferries will sail at night.

Source
    Compiled for this product after the AP Stylebook entry "forecasts and projections".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Claim, ClaimKind
from audit.annotate.names import roles
from audit.annotate.word_classes import words
from audit.document import Role
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._hedging import answered
from audit.rules._unsourced import focus, unsourced
from audit.rules._who import in_report

FAMILY = "claims"
SEVERITY = Severity.WARNING

# What a thing will do to others, in so many verbs; these of their class say too little.
_WORKS = frozenset({"effect", "change"})
_VAGUE = frozenset({"deal", "help", "send"})
_PLAIN = frozenset({"cost", "prove", "spell"})
_PERSONS = frozenset({"NNP", "NNPS", "PRP", "WP"})


def find(article: Article) -> Iterator[Mark]:
    report = in_report(article)
    for claim in unsourced(article, {"prediction", "effect", "opinion"}):
        if claim.kind is not ClaimKind.PREDICTION:
            continue
        if report and (not _is_forecast(article, claim) or answered(article, claim.span)):
            continue
        span = focus(claim)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is a forecast in the writer’s voice.",
            "Who expects this, and on what basis?",
            (claim.id, claim.evidence),
        )


def _is_forecast(article: Article, claim: Claim) -> bool:
    """A guess in so many words, or what a thing will do to others.

    *Will meet*, *will close*, *will be deployed* tell what somebody has planned.
    """
    document = article.document
    sentence = document.sentences[claim.sentence]
    if sentence.role is Role.HEADLINE:
        return False
    first, last = document.token_range(focus(claim))
    tokens = document.tokens
    if any(token.norm == "now" for token in tokens[first:last]) or tokens[first - 1].tag == "EX":
        return False  # *will now walk free*; *there is bound to be one*
    if any(token.norm in words("context_words", "guess") for token in tokens[first:last]):
        return not any(token.tag == "VBN" for token in tokens[last : min(last + 2, sentence.last)])
    opening = [token.norm for token in tokens[sentence.first : sentence.first + 2]]
    if opening == ["if", "so"]:
        return True
    if any(token.norm in ("not", "n't", "be") for token in tokens[first:last]):
        return False
    verb = tokens[last - 1] if tokens[last - 1].tag.startswith("VB") else tokens[last - 2]
    before = next((t for t in reversed(tokens[sentence.first : first]) if t.tag != "RB"), None)
    if before is None or (before.tag in _PERSONS and before.norm != "it"):
        return False
    if verb.lemma == "fall" and last < sentence.last and tokens[last].norm == "to":
        return False  # will fall to him to
    return before.lemma not in roles() and _works(verb.lemma)


def _works(lemma: str) -> bool:
    if lemma in _PLAIN:
        return True
    row = load("claim_verbs").by_term.get(f"={lemma}")
    return row is not None and row.category in _WORKS and lemma not in _VAGUE
