"""Whether anybody near a quotation may have spoken it."""

import re
from collections.abc import Sequence

from audit.annotate.claim_genre import is_sourced
from audit.annotate.model import STATEMENTS, Article, Attribution, Form, Quotation
from audit.document import Role, Token
from audit.lexicon import load
from audit.rules._cues import guard

# Whoever these name in its sentence may have said it.
_NAMES = frozenset({"NNP", "NNPS", "PRP", "PRP$"})
_SKIPPED = frozenset({"a", "an", "as", "very", "too", ",", "being", "of", "for"})
_CLOSING = "\"”’'» "
_OPENING = "\"“‘'«"
# A dash and a name below the words: — Ana Ruiz.
_SIGNED = re.compile(r"\s*[-–—]{1,2}\s?[A-Z]")
# How many tokens into the next sentence its speaker may speak: "Why?" I asked her.
_TAG = 8


# So many sentences before a quotation a reader still hears who spoke there.
_MEMORY = 5
# And so many in the paragraphs above.
_NEARBY = 2
_SPEECHES = frozenset({"declaration", "word", "remark", "statement", "comment", "outburst"})
# A name brought in is remembered this long, in characters.
_FAR = 4000
# What is quoted from a text that everybody can look up.
_WRITTEN = frozenset(
    {"constitution", "amendment", "clause", "statute", "bible", "slogan", "banner", "engrave"}
    | {"inscribe", "inscription", "motto", "phrase", "plaque", "sign", "headstone"}
)
# No sentence ends in these.
_OPEN = frozenset({"IN", "MD", "TO", "DT", "VBD", "VBZ", "VBP", "WP"})


def answers(article: Article, attribution: Attribution) -> bool:
    """A doubtful attribution still answers for a quotation: better silent than wrong.

    Also one whose speaker stands further off: *urged them to agree, warning "…"*.
    """
    if attribution.form is Form.AGENTLESS or attribution.source.spans:
        return bool(attribution.source.spans)
    cue = attribution.cue
    return cue.head >= 0 and article.document.tokens[cue.head].tag != "VBN"


def speaks(attribution: Attribution) -> bool:
    """It reports words, and not a thought or an act."""
    return attribution.form in STATEMENTS and bool(attribution.source.spans)


def may_be_known(article: Article, quotation: Quotation, spoken: set[int]) -> bool:
    """Somebody speaks or is named in its sentence, or it follows on what somebody said.

    Which words are whose may be in doubt there; that there is a speaker is not.
    ``spoken``: the sentences that hold the cue of an attribution of words to somebody.
    """
    document = article.document
    first = document.sentence_index(quotation.span.start)
    last = document.sentence_index(quotation.span.end - 1)
    if document.prose[max(0, quotation.span.start - 3) : quotation.span.start].rstrip()[-1:] == ":":
        return True
    if any(index in spoken for index in range(first, last + 1)):
        return True
    same = first > 0 and (
        document.sentences[first - 1].paragraph == document.sentences[first].paragraph
    )
    if document.prose[quotation.span.end : quotation.span.end + 1] == ":":
        return True  # a title, with what it is about behind it
    if _SIGNED.match(document.prose, quotation.span.end):
        return True
    if _goes_on(article, first) or (same and first - 1 in spoken):
        return True
    if first > 0 and document.prose[document.sentences[first - 1].end - 1] == "?":
        return True  # the answer, or the words that were asked about
    if _in_row(article, first, last, spoken) or _opens_report(article, first, spoken):
        return True
    words = document.excerpt(quotation.span).strip(_CLOSING + "“‘«")
    start = quotation.span.start
    if words.lower() in document.prose[max(0, start - _FAR) : start].lower():
        return True  # a name for something, brought in before
    around = [token for i in range(first, last + 1) for token in _outside(article, i)]
    if any(token.norm[:1].isalnum() for token in around):
        if document.excerpt(quotation.span).rstrip(_CLOSING)[-1:] == ",":
            return True  # "These people are loyal," diGenova points out
        return _is_named(article, quotation, around)
    if first > 0 and (first - 1 in spoken or _is_told(article, first - 1)):
        return True
    if _heard_before(article, first, spoken) or _spoken_of_after(article, last):
        return True
    if first > 0 and any(token.tag in _NAMES - {"PRP$"} for token in _outside(article, first - 1)):
        return True  # the sentence before tells of somebody, and lets them speak
    if last + 1 < len(document.sentences):
        return _has_speech_verb(document.words(document.sentences[last + 1])[:_TAG])
    return False


def _heard_before(article: Article, first: int, spoken: set[int]) -> bool:
    """Somebody speaks earlier in the paragraph, or right before a sentence on a person."""
    sentences = article.document.sentences
    same = [
        i
        for i in range(max(0, first - _MEMORY), first)
        if sentences[i].paragraph == sentences[first].paragraph
    ]
    if any(i in spoken for i in same):
        return True
    return any(i in spoken for i in range(max(0, first - _NEARBY), first))


def _in_row(article: Article, first: int, last: int, spoken: set[int]) -> bool:
    """One of several paragraphs of quotation, below whoever opens the row or a colon."""
    document = article.document
    sentences, paragraphs = document.sentences, document.paragraphs
    here = sentences[first].paragraph
    alone = sentences[first].start == paragraphs[here].start
    if not alone or sentences[last].end < paragraphs[here].end:
        return False
    while here > 0 and document.prose[paragraphs[here].start] in _OPENING:
        here -= 1
        lead = paragraphs[here]
        end = document.sentence_index(lead.end - 1)
        begin = max(document.sentence_index(lead.start), end + 1 - _NEARBY)
        if document.prose[lead.end - 1] == ":" or any(i in spoken for i in range(begin, end + 1)):
            return True
    return False


def _opens_report(article: Article, first: int, spoken: set[int]) -> bool:
    """Words before the text proper: a motto, or what the report goes on to tell of."""
    opening = article.document.sentences[first].paragraph == article.document.sentences[0].paragraph
    return opening and any(i in spoken for i in range(first + 1, first + 1 + _MEMORY))


def _spoken_of_after(article: Article, last: int) -> bool:
    """*Addington made that declaration to Goldstone*: the next sentence gives the speaker."""
    sentences = article.document.sentences
    if last + 1 >= len(sentences):
        return False
    following = article.document.words(sentences[last + 1])
    return following[0].tag in _NAMES and any(token.lemma in _SPEECHES for token in following)


def _goes_on(article: Article, first: int) -> bool:
    """A sentence that was not ended leads to the quotation: *had no doubt that*."""
    if first == 0:
        return False
    before = article.document.words(article.document.sentences[first - 1])
    return before[-1].tag in _OPEN


def after_judgement(article: Article, quotation: Quotation) -> bool:
    """*was described as "reckless"*: a passive verb of saying leads to the mark."""
    tokens = article.document.tokens
    start = article.document.sentence_at(quotation.span.start).first
    i = article.document.token_range(quotation.span)[0] - 1
    while i > start and tokens[i].norm in _SKIPPED:
        i -= 1
    if i <= start or tokens[i].lemma not in guard("judge") or tokens[i].tag not in ("VBN", "VBD"):
        return False
    return any(tokens[j].lemma == "be" for j in range(max(start, i - 3), i))


def _judged_by(article: Article, quotation: Quotation) -> bool:
    """*was called "reckless" by Ana Ruiz*: the judge stands behind it."""
    document = article.document
    after = document.token_range(quotation.span)[1]
    end = document.sentence_at(quotation.span.start).last
    following = document.tokens[after : min(after + _TAG, end)]
    return (
        bool(following)
        and following[0].norm == "by"
        and any(token.tag in _NAMES for token in following)
    )


def in_headline(article: Article, quotation: Quotation) -> bool:
    """A headline, or a line of its own without a full stop."""
    sentence = article.document.sentence_at(quotation.span.start)
    if sentence.role is Role.HEADLINE:
        return True
    opening = article.document.sentences[0]
    whole = is_sourced(article) is not None
    if whole and opening.role is Role.TEXT and opening.start < sentence.start:
        return False  # an item of the text, and no title
    paragraph = article.document.paragraphs[sentence.paragraph]
    last = article.document.excerpt(sentence.span).rstrip()[-1:]
    return sentence.span == paragraph and last not in ".!?:…\"”'’"


def _is_named(article: Article, quotation: Quotation, around: Sequence[Token]) -> bool:
    """Its own sentence has a speaker for it, among the words around it."""
    if after_judgement(article, quotation):
        return _judged_by(article, quotation)
    if _has_speech_verb(around) or any(token.lemma in _WRITTEN for token in around):
        return True
    if in_headline(article, quotation):
        return False
    return any(token.tag in _NAMES for token in around)


def _outside(article: Article, index: int) -> list[Token]:
    """The tokens of a sentence that stand in no quotation."""
    words = article.document.words(article.document.sentences[index])
    return [token for token in words if not article.quoted(token.span)]


def _is_told(article: Article, index: int) -> bool:
    """The sentence is somebody's words, quotes somebody it names, or has a verb of saying."""
    if any(speaks(attribution) for attribution in article.attributions_in(index)):
        return True
    outside = _outside(article, index)
    sentence = article.document.sentences[index]
    words = [token for token in outside if token.norm[:1].isalpha()]
    if words and len(outside) < sentence.last - sentence.first:
        return True  # whoever is quoted there stands beside the quotation
    return _has_speech_verb(outside)


def _has_speech_verb(tokens: Sequence[Token]) -> bool:
    """A verb that can introduce a quotation is among them, and not in the passive."""
    verbs = load("reporting_verbs").by_term
    before = ""
    for i, token in enumerate(tokens):
        # *the owners write, …*: before a comma a tagger may take it for a noun.
        parted = i > 0 and i + 1 < len(tokens) and tokens[i + 1].norm == ","
        verb = token.tag.startswith("VB") or (parted and token.tag == "NN")
        entry = verbs.get(token.lemma) if verb and before != "be" else None
        if entry and "quote" in entry.rest["frames"].split(","):
            return True
        before = token.lemma
    return False
