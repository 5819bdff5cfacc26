"""Somebody speaks without a name and the text does not say why.

Why
    Anonymity is a favour that the reader pays for. The reason shows that it was asked for and
    weighed, and lets the reader guess what the source stands to gain or lose.

Flagged
    [[US officials]] believe the move could help.
    [[A source close to the negotiations]] said the merger is off.

Not flagged
    An aide, who asked not to be named because the talks are private, said the merger is off.
    A witness said the car was red.

Source
    AP Stylebook, "anonymous sources": the story must explain why the source requested anonymity.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.document import Token
from audit.finding import Mark, Severity
from audit.rules._saying import on_paper
from audit.rules._unnamed import apart, nameless
from audit.rules._who import holds_verb, known_already, once, role_of, tokens_of, told_of

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# People whose names news leaves out as a matter of course.
_PRIVATE = frozenset({"witness", "person", "kin", "expert", "spokesperson"})
_REASONS = frozenset(
    {
        "because", "fear", "fearing", "fears", "fearful", "afraid", "authorised", "authorized",
        "permitted", "allowed", "retaliation", "reprisal", "reprisals", "sensitive",
        "sensitivity", "private", "confidential", "protect", "safety", "security", "citing",
        "jeopardise", "jeopardize"
    }
)  # fmt: skip


def find(article: Article) -> Iterator[Mark]:
    kinds = (SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED)
    missed = (a for a in nameless(article, *kinds) if _is_missed(article, a))
    for attribution in apart(article, once(missed)):
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"Nothing says why “{article.document.quote(span)}” is not named.",
            "Why is there no name? Say so, or name the source.",
            (attribution.id,),
        )


def _is_missed(article: Article, attribution: Attribution) -> bool:
    """Somebody new who would be expected to have a name, and no reason why there is none."""
    if known_already(article, attribution) or _is_crowd(article, attribution):
        return False
    if holds_verb(tokens_of(article, attribution.source)):
        return False
    if attribution.anonymity_reason or _explained(article, attribution):
        return False
    asked = told_of(article, attribution) & {"anonymity", "direct", "familiar"}
    return bool(asked) or role_of(article, attribution.source) not in _PRIVATE


def _is_crowd(article: Article, attribution: Attribution) -> bool:
    """*60 lawmakers*; *three of the senators*, who signed a statement."""
    counted = [t for t in tokens_of(article, attribution.source) if t.tag == "CD"]
    return any(token.norm[:2].isdigit() for token in counted) or (
        bool(counted) and on_paper(article, attribution)
    )


def _explained(article: Article, attribution: Attribution) -> bool:
    """Anonymity and a reason for it stand in this sentence or in the next one."""
    document = article.document
    words: list[Token] = []
    for sentence in document.sentences[attribution.sentence : attribution.sentence + 3]:
        words += document.words(sentence)
    norms = {word.norm for word in words}
    return bool(norms & {"anonymity", "anonymous", "anonymously", "named", "identified"}) and bool(
        norms & _REASONS
    )
