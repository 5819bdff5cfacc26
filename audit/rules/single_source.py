"""The whole article rests on one source.

Why
    One source gives one side, and no check. A second one, or a document, would show whether
    what the first one says holds. A text that says at its top that it tells of one speech, one
    interview or one paper is left alone.

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

from audit.annotate import word_classes
from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.finding import Mark, Severity
from audit.rules._who import in_report

FAMILY = "article"
SEVERITY = Severity.WARNING

# Fewer statements, or fewer sentences, make a news item and no article.
_STATEMENTS = 4
_SENTENCES = 4
_NOBODY = frozenset({SourceKind.IMPLICIT, SourceKind.AUTHOR})
# In so many sentences from the top a text says what it is about.
_TOP = 4


def find(article: Article) -> Iterator[Mark]:
    if len(article.document.sentences) < _SENTENCES:
        return
    said = [a for a in article.trusted if _is_statement(article, a)]
    known = {article.speaker_of[a.id].name for a in said if a.id in article.speaker_of}
    if len(said) < _STATEMENTS or len(known) != 1:
        return
    if any(a.id not in article.speaker_of for a in said):
        return
    if in_report(article) and _tells_of_one_occasion(article, said):
        return
    first = next(a for a in said if a.source.kind is not SourceKind.PRONOUN or a is said[-1])
    span = first.source.spans[0]
    yield Mark(
        span,
        f"“{article.document.quote(span)}” is the only one who speaks, {len(said)} times.",
        "Who else knows? Who would disagree?",
        tuple(a.id for a in said),
    )


def _tells_of_one_occasion(article: Article, said: list[Attribution]) -> bool:
    """The top says that this is one speech, interview or paper; or the text only argues."""
    if is_column(article) or any(a.venue or a.addressee for a in said[:_TOP]):
        return True
    sentences = article.document.sentences[:_TOP]
    top = {token.lemma for sentence in sentences for token in article.document.words(sentence)}
    return bool(top & word_classes.words("sourcing_words", "occasion"))


def _is_statement(article: Article, attribution: Attribution) -> bool:
    """Somebody says it, outside anybody else's words."""
    if attribution.level or attribution.source.kind in _NOBODY or not attribution.source.spans:
        return False
    return attribution.form is not Form.AGENTLESS and not article.quoted(
        attribution.source.spans[0]
    )
