"""The whole article rests on one source.

Why
    One source gives one side, and no check. A second one, or a document, would show whether
    what the first one says holds.

Flagged
    [[Mayor Ines Calder]] said the bridge would reopen in June.
    She said the tests were done.
    Calder said the cost had doubled.
    She blamed the weather.

Not flagged
    Mayor Ines Calder said the bridge would reopen in June.
    She said the tests were done.
    The ministry said the cost had doubled.
    She blamed the weather.

Source
    Project for Excellence in Journalism (2005): number of sources;
    BBC Editorial Guidelines, section 3.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.finding import Mark, Severity

FAMILY = "article"
SEVERITY = Severity.WARNING

# Fewer statements, or fewer sentences, make a news item and no article.
_STATEMENTS = 4
_SENTENCES = 4
_NOBODY = frozenset({SourceKind.IMPLICIT, SourceKind.AUTHOR})


def find(article: Article) -> Iterator[Mark]:
    if len(article.document.sentences) < _SENTENCES:
        return
    said = [a for a in article.trusted if _is_statement(article, a)]
    known = {article.speaker_of[a.id].name for a in said if a.id in article.speaker_of}
    if len(said) < _STATEMENTS or len(known) != 1:
        return
    if any(a.id not in article.speaker_of for a in said):
        return
    first = next(a for a in said if a.source.kind is not SourceKind.PRONOUN or a is said[-1])
    span = first.source.spans[0]
    yield Mark(
        span,
        f"“{article.document.quote(span)}” is the only one who speaks, {len(said)} times.",
        "Who else knows? Who would disagree?",
        tuple(a.id for a in said),
    )


def _is_statement(article: Article, attribution: Attribution) -> bool:
    """Somebody says it, outside anybody else's words."""
    if attribution.level or attribution.source.kind in _NOBODY or not attribution.source.spans:
        return False
    return attribution.form is not Form.AGENTLESS and not article.quoted(
        attribution.source.spans[0]
    )
