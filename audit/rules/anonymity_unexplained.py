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
from audit.rules._who import known_already, once, role_of, told, told_of

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# People whose names news leaves out as a matter of course.
_PRIVATE = frozenset({"witness", "person", "kin", "expert"})
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
    for attribution in once(told(article, *kinds)):
        if known_already(article, attribution):
            continue
        if attribution.anonymity_reason or _explained(article, attribution):
            continue
        asked = told_of(article, attribution) & {"anonymity", "direct", "familiar"}
        if role_of(article, attribution.source) in _PRIVATE and not asked:
            continue
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"Nothing says why “{article.document.quote(span)}” is not named.",
            "Why is there no name? Say so, or name the source.",
            (attribution.id,),
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
