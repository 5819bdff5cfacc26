"""Spoken words set down as text: a transcript, an interview by turns, a script for television."""

import re
from collections import Counter

from audit.annotate.claim_genre import is_recorded
from audit.annotate.model import Article
from audit.document import Role

# A paragraph that opens with a name and a colon is a turn; so many make a conversation.
_SPEAKER = re.compile(r"[A-Za-z][\w.’' ]{0,30}: (?=[A-Za-z“\"‘])")
_LABEL, _TURNS = 40, 4
# A name alone in its paragraph, which comes again: the speaker of what stands below.
_ALONE, _LONGEST = 3, 4
# Where turns take up so much of the text, what stands between them is spoken too.
_SHARE = 0.3
# A voice-over is written in capitals: so many words, and such a share of all.
_CAPITALS, _CAPITAL_SHARE = 60, 0.3


def by_turns(article: Article) -> bool:
    """A conversation set down with the speakers' names: *Ruiz: We did not know.*"""
    return len(_turns(article)) >= _TURNS


def spoken(article: Article) -> frozenset[int]:
    """The paragraphs, by index, that give somebody's words without quotation marks."""
    count = len(article.document.paragraphs)
    if is_recorded(article) or _by_name(article) or _in_capitals(article):
        return frozenset(range(count))
    turns = _turns(article)
    if len(turns) < _TURNS:
        return frozenset()
    return frozenset(range(turns[0], count) if len(turns) >= _SHARE * count else turns)


def _turns(article: Article) -> list[int]:
    """The paragraphs that open with a name and a colon."""
    document = article.document
    return [
        i
        for i, span in enumerate(document.paragraphs)
        if document.sentence_at(span.start).role is Role.TEXT
        and _SPEAKER.match(document.prose[span.start : span.start + _LABEL])
    ]


def _by_name(article: Article) -> bool:
    """Names of speakers stand alone above what they say, again and again."""
    document = article.document
    short = Counter(
        text
        for span in document.paragraphs
        if len((text := document.quote(span)).split()) <= _LONGEST and text[-1].isalpha()
    )
    again = sum(count for count in short.values() if count >= _ALONE)
    return again >= _TURNS and again >= _SHARE * len(document.paragraphs)


def _in_capitals(article: Article) -> bool:
    """A voice-over in capitals, with what is said and seen between."""
    words = [token.text for token in article.document.tokens if len(token.text) > 2]
    loud = sum(word.isupper() for word in words)
    return loud >= _CAPITALS and loud >= _CAPITAL_SHARE * len(words)
