"""Words that colour a text, in the writer's own voice and in the sense that colours."""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form
from audit.document import Role, Sentence, Span, Token
from audit.lexicon import Entry, Lexicon, load
from audit.rules._cues import CLAUSE, shape
from audit.rules._guards import GUARDS
from audit.rules._held import held, told_aside
from audit.rules._talk import spoken
from audit.rules._torn import torn

# A post is no longer than this, in characters.
_POST = 300
# What reports nothing in the outlet's own voice.
_SILENT = frozenset({Role.BYLINE, Role.CORRECTION, Role.BOILERPLATE})

# Frames whose content is another's statement; after *wants revenge*, *condemned the
# regime* the words are still the writer's.
_STATEMENTS = CLAUSE | {"as"}
_ACTS = frozenset({Form.NARRATED_ACT, Form.ATTRIBUTED_THOUGHT})
_TAGS = {
    "n": frozenset({"NN", "NNS"}),
    "v": frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}),
    "a": frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"}),
    "r": frozenset({"RB", "RBR", "RBS"}),
}


def own_words(article: Article, span: Span) -> bool:
    """The writer answers for the words: they are neither quoted nor somebody's statement."""
    if article.quoted(span) or posted(article, span):
        return False
    here = article.document.sentence_index(span.start)
    return not any(
        attribution.trusted
        and _states(attribution)
        and any(content.covers(span) for content in attribution.content.spans)
        for attribution in article.attributions_in(here)
    )


def posted(article: Article, span: Span) -> bool:
    """A post set into the text, with its handle behind it: *— Ana Ruiz (@ana) June 3*."""
    paragraphs = article.document.paragraphs
    here = article.document.sentence_at(span.start).paragraph
    end = paragraphs[min(here + 1, len(paragraphs) - 1)].end
    return "(@" in article.document.prose[span.end : min(end, span.end + _POST)]


def _states(attribution: Attribution) -> bool:
    """The content is a statement: a clause, or whatever a verb of saying takes as its object."""
    if attribution.form not in _ACTS:
        return True
    frame = shape(attribution)
    if frame == "np":
        verb = load("reporting_verbs").by_term.get(attribution.cue.lemma)
        return verb is not None and verb.rest["form"] == "indirect"
    return not frame or frame in _STATEMENTS or frame.startswith("frame")


def terms(article: Article, name: str) -> Iterator[tuple[Span, Entry]]:
    """The terms of a list that stand in the writer's own words, in their colouring sense.

    What somebody is accused of, fears or calls a thing is theirs, and a turn of a
    conversation is its speaker's.
    """
    document = article.document
    found = [
        (span, entry)
        for span, entry in terms_of(article, article.lexicon(name))
        if not held(document, span, entry.category) and not told_aside(document, span)
    ]
    aloud = spoken(article) if found else frozenset()
    for span, entry in found:
        if document.sentence_at(span.start).paragraph not in aloud:
            yield span, entry


def terms_of(article: Article, lexicon: Lexicon) -> Iterator[tuple[Span, Entry]]:
    """The same of a list that is at hand."""
    document = article.document
    for sentence in document.sentences:
        if sentence.role in _SILENT:
            continue
        for i, j, entry in lexicon.within(document, sentence.first, sentence.last):
            if not _in_sense(document.tokens, i, j, entry, sentence):
                continue
            span = document.span_of(i, j)
            if own_words(article, span) and not torn(article, span):
                yield span, entry


def _in_sense(tokens: tuple[Token, ...], i: int, j: int, entry: Entry, sentence: Sentence) -> bool:
    if _is_name(tokens[i], entry, i > sentence.first):
        return False
    guard = entry.rest.get("guard", "")
    if guard in _TAGS:
        return tokens[j - 1].tag in _TAGS[guard]
    return not guard or GUARDS[guard](tokens, i, j, sentence)


def _is_name(token: Token, entry: Entry, inside: bool) -> bool:
    """A common word that stands here as somebody's name: *Savage*, *the HEROES Act*."""
    if inside and token.tag == "NNP" and len(token.text) > 1 and token.text.isupper():
        return True
    return (
        inside
        and entry.term.islower()
        and token.tag in ("NNP", "NNPS")
        and token.text[0].isupper()
        and not token.text.isupper()
    )
