"""Text to Document. The only module that imports NLTK."""

import re
from functools import cache

from audit import lemmas, sentences, tagger
from audit.document import Document, Sentence, Span, Token
from audit.lexicon import load
from audit.tokens import STRAIGHTEN, TOKEN

_PARAGRAPH = re.compile(r"[^\S\r\n]*(?:\S[^\r\n]*)")


def parse(text: str, name: str = "text", links: tuple[Span, ...] = ()) -> Document:
    """Divide ``text`` into paragraphs, sentences and tagged tokens, changing nothing.

    >>> [sentence.span for sentence in parse("He’s in. She left.").sentences]
    [Span(start=0, end=8), Span(start=9, end=18)]
    """
    tag = tagger.load().tag
    tokens: list[Token] = []
    divided: list[Sentence] = []
    paragraphs: list[Span] = []
    for paragraph in _paragraphs(text):
        for span in _sentences(text, paragraph):
            first = len(tokens)
            found = [
                (match.start(), match.end(), match.group())
                for match in TOKEN.finditer(text, span.start, span.end)
            ]
            straight = [word.translate(STRAIGHTEN) for _, _, word in found]
            for (start, end, word), plain, pos in zip(found, straight, tag(straight), strict=True):
                norm = plain.lower()
                tokens.append(Token(start, end, word, norm, pos, lemmas.lemma(norm, pos)))
            divided.append(Sentence(span, first, len(tokens), len(paragraphs)))
        paragraphs.append(paragraph)
    return Document(name, text, tuple(tokens), tuple(divided), tuple(paragraphs), links)


def _paragraphs(text: str) -> list[Span]:
    """Every line that is not blank, without the white space around it."""
    spans = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip("\ufeff \t\u00a0\u200b"))
        end -= len(match.group()) - len(match.group().rstrip())
        if start < end:
            spans.append(Span(start, end))
    return spans


def _sentences(text: str, paragraph: Span) -> list[Span]:
    piece = text[paragraph.start : paragraph.end]
    breaks = [end for _, end in _punkt().span_tokenize(piece)]
    return [
        Span(paragraph.start + start, paragraph.start + end)
        for start, end in sentences.divide(piece, breaks)
    ]


@cache
def _punkt():  # type: ignore[no-untyped-def]
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types.update(entry.term
        for entry in load("abbreviations").entries
        if entry.category != "number")
    return PunktSentenceTokenizer(parameters)
