"""Verbs of saying in senses that are not saying, asked of an article."""

from audit.annotate.model import Article
from audit.annotate.senses import not_speech as _not_speech
from audit.annotate.senses import object_head

__all__ = ["not_speech", "object_head"]


def not_speech(article: Article, head: int) -> bool:
    """``non_speech_senses`` lists the verb at token ``head`` with what stands around it."""
    return _not_speech(article.document, head)
