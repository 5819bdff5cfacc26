"""Words that colour a text, in the writer's own voice and in the sense that colours."""

from collections.abc import Callable, Iterator

from audit.annotate.model import Article, Attribution, Form
from audit.annotate.word_classes import words
from audit.document import Role, Sentence, Span, Token
from audit.lexicon import Entry, Lexicon, load
from audit.rules._cues import CLAUSE, shape
from audit.rules._held import held
from audit.rules._talk import spoken

# A post is no longer than this, in characters.
_POST = 300
# What reports nothing in the outlet's own voice.
_SILENT = frozenset({Role.BYLINE, Role.CORRECTION, Role.BOILERPLATE})

# Frames whose content is another's statement; after *wants revenge*, *condemned the
# regime* the words are still the writer's.
_STATEMENTS = CLAUSE | {"as"}
_ACTS = frozenset({Form.NARRATED_ACT, Form.ATTRIBUTED_THOUGHT})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TAGS = {
    "n": frozenset({"NN", "NNS"}),
    "v": frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}),
    "a": frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"}),
    "r": frozenset({"RB", "RBR", "RBS"}),
}

Guard = Callable[[tuple[Token, ...], int, int, Sentence], bool]


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
        if not held(document, span, entry.category)
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
            if own_words(article, span):
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


def _head(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """A noun that is not the first half of a compound: *terrorists*, not *terrorist attack*."""
    after = tokens[j].tag if j < sentence.last else ""
    return tokens[j - 1].tag in ("NN", "NNS", "JJ") and after not in _NOUNS


def _before_noun(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*a supposed plot*: not *was supposed to*."""
    if j >= sentence.last or (i > sentence.first and tokens[i - 1].lemma == "be"):
        return False
    return tokens[j].tag in _NOUNS or tokens[j].tag == "JJ"


def _named(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*the noted historian*: not *she noted concerns*."""
    before = tokens[i - 1].tag if i > sentence.first else ""
    return before in ("DT", "PRP$", "POS", "CC") and _before_noun(tokens, i, j, sentence)


def _regime(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """A government one dislikes, and not a system of rules."""
    before = tokens[i - 1].norm if i > sentence.first else ""
    after = tokens[j].norm if j < sentence.last else ""
    return before not in words("context_words", "system") and after not in ("of", "change", "for")


def _trend(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*growing fears*: a trend in feelings that nobody measured."""
    return j < sentence.last and tokens[j].lemma in words("context_words", "feeling")


def _parted(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """The adverb comments on the sentence: it opens it, or stands between commas."""
    opens = i == sentence.first or tokens[i - 1].norm in (",", "-", "–", "—", "and", "but")
    return opens and (j >= sentence.last or tokens[j].norm == ",")


def _modifies(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*absolute chaos*: the word stands right before what it strengthens."""
    return j < sentence.last and tokens[j].tag in _NOUNS | {"VBG"}


def _known(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*everyone knows that*: not *made sure everyone knows how*."""
    sure = i > sentence.first and tokens[i - 1].norm in ("sure", "until", "if", "so", "that")
    return not sure and j < sentence.last and tokens[j].norm in (",", "that", "the", "it")


def _neglect(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*did not even call*: somebody left undone what was owed; not *did not even live there*."""
    if i <= sentence.first or j >= sentence.last:
        return False
    helped = any(t.lemma in ("do", "have") for t in tokens[max(sentence.first, i - 1) : j])
    return helped and tokens[j].lemma in words("context_words", "owed")


def _dismissed(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*is nothing more than a stunt*: not *culminated in nothing but*."""
    is_ = i > sentence.first and tokens[i - 1].lemma == "be"
    return is_ and j < sentence.last and tokens[j].tag == "DT"


def _denied(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*never bothered to*: not *whether they will bother to*."""
    before = {token.norm for token in tokens[max(sentence.first, i - 2) : i]}
    return bool(before & {"n't", "not", "never"}) and tokens[i].tag != "VBG"


# What follows a verb of admitting where something is taken to be so.
_FACTS = frozenset(
    {"that", "how", "what", "where", "why", "the", "any", "his", "her", "its", "their", "it"}
    | {"wrongdoing", "guilt", "fault", "defeat", "responsibility"}
)


def _factual(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*refuses to accept that*: what follows is put as a fact."""
    return j < sentence.last and tokens[j].norm in _FACTS


def _armed(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*collateral damage* of bombs, and not of a quarrel."""
    around = tokens[sentence.first : sentence.last]
    return any(token.lemma in _ARMS for token in around)


_ARMS = frozenset({"airstrike", "bomb", "civilian", "drone", "military", "missile", "raid", "war"})

GUARDS: dict[str, Guard] = {
    "armed": _armed,
    "before noun": _before_noun,
    "denied": _denied,
    "dismissed": _dismissed,
    "factual": _factual,
    "known": _known,
    "neglect": _neglect,
    "head": _head,
    "i": _parted,
    # A phrase of the list in which a colouring word is plain: *a lame duck*.
    "literal": lambda tokens, i, j, sentence: False,
    "named": _named,
    "p": _modifies,
    "regime": _regime,
    "t": _trend,
    "x": lambda tokens, i, j, sentence: True,
}
