"""Text to Document. The only module that imports NLTK."""

from bisect import bisect_left
from functools import cache

from audit import lemmas
from audit.annotate.roles import assign_roles
from audit.collector import paused
from audit.document import Document, Sentence, Span, Token
from audit.lexicon import load
from audit.notes import Note, blanked, find_notes
from audit.paragraphs import find_paragraphs
from audit.portions import portions
from audit.retag import tag
from audit.sentences import divide
from audit.tokens import TOKEN, plain, visible


@paused()
def parse(
    text: str,
    name: str = "text",
    links: tuple[Span, ...] = (),
    notes: tuple[Note, ...] | None = None,
) -> Document:
    """Divide ``text`` into paragraphs, sentences and tagged tokens, changing nothing.

    Notes to the audit are looked for in the text, unless its reader found them.

    >>> [sentence.span for sentence in parse("He’s in. She left.").sentences]
    [Span(start=0, end=8), Span(start=9, end=18)]
    """
    notes = find_notes(text) if notes is None else notes
    prose = blanked(text, notes)
    lemma, shown = lemmas.lemma, visible(prose)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraphs = find_paragraphs(prose)
    for i, (role, opening) in enumerate(assign_roles(prose, paragraphs)):
        for span in _sentences(prose, paragraphs[i]):
            first = len(tokens)
            places = [match.span() for match in TOKEN.finditer(shown, span.start, span.end)]
            words = [plain(text[start:end]) for start, end in places]
            for (start, end), word, pos in zip(places, words, tag(words), strict=True):
                norm = word.lower()
                tokens.append(Token(start, end, text[start:end], norm, pos, lemma(norm, pos)))
            body = first
            if span.start < opening < span.end:
                body += bisect_left([start for start, _ in places], opening)
            sentences.append(Sentence(span, first, len(tokens), i, role, body))
    return Document(
        name, text, tuple(tokens), tuple(sentences), tuple(paragraphs), links, notes=notes
    )


def _sentences(text: str, paragraph: Span) -> list[Span]:
    piece = text[paragraph.start : paragraph.end]
    breaks = [end for _, end in _punkt().span_tokenize(piece)]
    return [
        Span(paragraph.start + start, paragraph.start + end)
        for sentence in divide(piece, breaks)
        for start, end in portions(piece, *sentence)
    ]


@cache
def _punkt():  # type: ignore[no-untyped-def]
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    # Those that only stand before a number (no., p.) are words as well; divide() knows them.
    parameters.abbrev_types.update(
        entry.term for entry in load("abbreviations").entries if entry.category != "number"
    )
    return PunktSentenceTokenizer(parameters)
