"""Somebody is accused by name and is neither heard nor asked.

Why
    Whoever is accused has a right to answer, and the reader to know whether there is an
    answer. “Did not respond to a request for comment” is enough to show that it was sought.

Flagged
    Senator Ana Reyes [[accused]] Vantra Corp of dumping waste.
    The plant opened in 1998.
    It lies by the river.
    Reyes said the law was clear.

Not flagged
    Senator Ana Reyes accused Vantra Corp of dumping waste.
    The plant opened in 1998.
    It lies by the river.
    Vantra did not respond to a request for comment.

Source
    SPJ Code of Ethics (2014): diligently seek subjects of news coverage to allow them to respond.
"""

from collections.abc import Iterator

from audit.annotate import names as proper
from audit.annotate.model import Article, Attribution, Form, Polarity, SourceKind, Stance
from audit.finding import Mark, Severity
from audit.rules._who import NAMED

FAMILY = "article"
SEVERITY = Severity.WARNING

_ACCUSING = frozenset({"accuse", "blame"})
# A single sentence is a headline or a brief; the answer may stand elsewhere.
_SENTENCES = 4


def find(article: Article) -> Iterator[Mark]:
    if len(article.document.sentences) < _SENTENCES or _was_asked(article):
        return
    heard = _heard(article)
    flagged: set[str] = set()
    for attribution in article.trusted:
        if attribution.level or attribution.cue.lemma not in _ACCUSING:
            continue
        if article.document.tokens[attribution.cue.head].tag == "VB":
            continue  # *It is wrong to blame the mayor*: nobody does
        if attribution.polarity is not Polarity.POSITIVE or _is_quoted(article, attribution):
            continue
        accused = _accused(article, attribution)
        if not accused or accused & heard or accused & flagged:
            continue
        flagged |= accused
        span = article.document.tokens[attribution.cue.head].span
        yield Mark(
            span,
            f"“{article.document.quote(span)}”: the accused is not heard in this text.",
            "What does the other side say? If it would not, say that it was asked.",
            (attribution.id,),
        )


def _was_asked(article: Article) -> bool:
    """Somebody would not comment, or denies something: the other side was sought."""
    return any(a.form is Form.NO_COMMENT or a.cue.stance is Stance.DENY for a in article.trusted)


def _is_quoted(article: Article, attribution: Attribution) -> bool:
    return attribution.cue.head < 0 or article.quoted(
        article.document.tokens[attribution.cue.head].span
    )


def _heard(article: Article) -> set[str]:
    """Words of the names of everybody who speaks."""
    found: set[str] = set()
    for speaker in article.speakers:
        if speaker.kind in NAMED or speaker.kind is SourceKind.MEDIA_OUTLET:
            for name in (speaker.name, *speaker.aliases):
                found |= {word.strip(",.’'").lower() for word in name.split() if word[0].isupper()}
    return found


def _accused(article: Article, attribution: Attribution) -> set[str]:
    """The first name after the cue: whom it accuses."""
    tokens = article.document.tokens
    end = article.document.sentences[attribution.sentence].last
    for i in range(attribution.cue.head + 1, min(attribution.cue.head + 6, end)):
        if proper.capitalised(tokens, i):
            return {t.norm for t in tokens[i : proper.run_from(tokens, i, end)] if t.text.isalpha()}
        if tokens[i].tag.startswith(("VB", "IN")):
            break
    return set()
