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
    Parties and peoples (accused Republicans), who have many voices; an old quarrel that is
    only recalled (has accused); a column and a transcript; in an article, accusations further
    down than its first four sentences.

Source
    SPJ Code of Ethics (2014): diligently seek subjects of news coverage to allow them to respond.
"""

from collections.abc import Iterator

from audit.annotate import names as proper
from audit.annotate.model import (
    STATEMENTS,
    Article,
    Attribution,
    Form,
    Polarity,
    SourceKind,
    Stance,
)
from audit.finding import Mark, Severity
from audit.rules._cues import is_done, is_nested, is_report, is_verb
from audit.rules._language import posted
from audit.rules._who import NAMED, in_report

FAMILY = "article"
SEVERITY = Severity.WARNING

_ACCUSING = frozenset({"accuse", "blame"})
_ACCUSERS = NAMED | {SourceKind.PRONOUN, SourceKind.UNNAMED_OFFICIAL}
_OFTEN = frozenset(
    {"often", "repeatedly", "long", "regularly", "frequently", "always", "previously"}
)
_REACH = 4
# A people or a party is accused: whoever of them speaks may answer for it.
_MANY = frozenset({"NNPS", "NNS"})
# A single sentence is a headline or a brief; the answer may stand elsewhere.
_SENTENCES = 4


def find(article: Article) -> Iterator[Mark]:
    if len(article.document.sentences) < _SENTENCES or _was_asked(article):
        return
    if is_report(article):
        yield from _accusations(article)


def _accusations(article: Article) -> Iterator[Mark]:
    heard = _heard(article)
    flagged: set[str] = set()
    for attribution in article.trusted:
        if attribution.level or attribution.cue.lemma not in _ACCUSING:
            continue
        if not is_verb(article, attribution) or not is_done(article, attribution):
            continue  # *It is wrong to blame the mayor*: nobody does
        if _is_recalled(article, attribution) or not _is_news(article, attribution):
            continue
        if attribution.sentence >= _SENTENCES and in_report(article):
            continue  # further down, what was said before is told again
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


def _is_news(article: Article, attribution: Attribution) -> bool:
    """Somebody with a name accuses, in the writer's words."""
    if not attribution.source.spans or is_nested(article, attribution):
        return False
    span = article.document.tokens[attribution.cue.head].span
    return attribution.source.known_as.kind in _ACCUSERS and not posted(article, span)


def _is_recalled(article: Article, attribution: Attribution) -> bool:
    """*Has accused*, *often accused*: an old quarrel, which was answered in its day."""
    place = attribution.cue.head
    before = article.document.tokens[max(0, place - _REACH) : place]
    return any(token.norm in _OFTEN or token.lemma == "have" for token in before)


def _is_quoted(article: Article, attribution: Attribution) -> bool:
    return attribution.cue.head < 0 or article.quoted(
        article.document.tokens[attribution.cue.head].span
    )


def _heard(article: Article) -> set[str]:
    """Words of the names of everybody who speaks, and of those who speak for them."""
    texts = [a.source.text for a in article.trusted if a.source.spans and a.form in STATEMENTS]
    for speaker in article.speakers:
        if speaker.kind in NAMED or speaker.kind is SourceKind.MEDIA_OUTLET:
            texts += [speaker.name, *speaker.aliases]
    words = (word.strip(",.’'") for text in texts for word in text.split() if word[0].isupper())
    return {word.removesuffix("’s").removesuffix("'s").lower() for word in words}


def _accused(article: Article, attribution: Attribution) -> set[str]:
    """The first name after the cue: whom it accuses."""
    tokens = article.document.tokens
    end = article.document.sentences[attribution.sentence].last
    for i in range(attribution.cue.head + 1, min(attribution.cue.head + 6, end)):
        if proper.capitalised(tokens, i):
            after = proper.run_from(tokens, i, end)
            if any(token.tag in _MANY for token in tokens[after - 1 : after + 1]):
                return set()
            return {t.norm for t in tokens[i:after] if t.text.isalpha()}
        if tokens[i].tag.startswith(("VB", "IN")):
            break
    return set()
