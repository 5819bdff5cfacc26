"""Cues with a stance, as the rules on verbs look at them."""

from collections.abc import Iterator, Sequence
from functools import cache

from audit.annotate.claim_genre import is_column, is_sourced, is_talk
from audit.annotate.model import Article, Attribution, Polarity, Source, SourceKind, Stance
from audit.annotate.senses import not_speech
from audit.document import Span, Token
from audit.lexicon import load

# How a cue may be followed by a whole statement, and not by a thing or a name.
CLAUSE = frozenset({"that", "bare", "wh", "quote", "colon", "post", "post-q", "mid", "ing", "is"})
# Sources that are nobody a reader could ask.
_NOBODY = frozenset({SourceKind.IMPLICIT, SourceKind.AUTHOR})
_SAY = frozenset({"say", "add", "report", "announce", "state", "write", "note", "show", "tell"})
_NAMES = frozenset({"NNP", "NNPS"})
# The fewest tokens before the verb of such a tag, and the most between its comma and verb.
_TAG = 4
_TAG_REACH = 14
_NO_ONE = frozenset(
    {"i", "we", "you", "me", "us", "one", "nobody", "none", "everybody", "everyone", "anyone"}
)

# Verbs in these forms tell what somebody did, and the words that may stand before the others.
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPS = frozenset({"do", "will"})
_GOES_ON = frozenset({",", "while", "by", "be", "and"})
_LIKE_NOUNS = frozenset({"VB", "VBP", "VBZ"})
_BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ"})
_REACH = 4
_SELF = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})


def with_stance(
    article: Article, stance: Stance, *, negated: bool = False
) -> Iterator[Attribution]:
    """Attributions in the writer's own words, by somebody, that say it was said.

    What stands inside quotation marks is the speaker's choice of verb; under a condition,
    and under a negation (*has never claimed*) unless ``negated``, the verb is meant literally;
    in another sense (*claimed three lives*) it is no verb of saying.
    """
    wanted = {Polarity.POSITIVE, Polarity.NEGATIVE} if negated else {Polarity.POSITIVE}
    for attribution in article.trusted:
        if attribution.cue.stance is not stance or attribution.cue.head < 0:
            continue
        if attribution.polarity not in wanted or not somebody(article, attribution.source):
            continue
        if article.quoted(article.document.tokens[attribution.cue.head].span):
            continue
        if not not_speech(article.document, attribution.cue.head):
            yield attribution


def somebody(article: Article, source: Source, *, outlets: bool = False) -> bool:
    """A third party who can be named: not the writer, the reader or nobody.

    ``outlets``: the writer's own newspaper, by its name, counts too.
    """
    if not source.spans or (source.kind in _NOBODY and not outlets):
        return False
    if source.head < 0:
        return True
    return article.document.tokens[source.head].norm not in _NO_ONE


def head(article: Article, attribution: Attribution) -> Token:
    """The token that carries the cue's meaning."""
    return article.document.tokens[attribution.cue.head]


def word(article: Article, attribution: Attribution) -> Span:
    """The cue from its meaning word on, with its particle and without its auxiliaries.

    Of *has pointed out on Friday* it is *pointed out*: as many words as the lemma has.
    """
    tokens = article.document.tokens
    first = attribution.cue.head
    count = len(attribution.cue.lemma.split())
    last = first + 1
    cue_end = max(span.end for span in attribution.cue.spans)
    while last - first < count and last < len(tokens) and tokens[last].end <= cue_end:
        last += 1
    return Span(tokens[first].start, tokens[last - 1].end)


def shape(attribution: Attribution) -> str:
    """The frame without what precedes or interrupts it: *p-that+x* is *that*."""
    frame = attribution.frame.partition("+")[0]
    for prefix in ("p-", "j-", "n-", "inv-"):
        frame = frame.removeprefix(prefix)
    return frame


def is_verb(article: Article, attribution: Attribution) -> bool:
    """The cue is a verb, and not a noun or adjective."""
    return head(article, attribution).tag.startswith("VB")


def is_clause(attribution: Attribution) -> bool:
    """What is attributed is a statement: *claimed that it works*, not *claimed the seat*."""
    frame = shape(attribution)
    return not frame or frame in CLAUSE or frame.startswith("frame")


def relayed(article: Article, span: Span) -> Attribution | None:
    """The attribution to somebody whose content the span lies in, if there is one."""
    sentence = article.document.sentence_index(span.start)
    for attribution in article.attributions_in(sentence):
        if not attribution.trusted or not somebody(article, attribution.source):
            continue
        if any(content.covers(span) for content in attribution.content.spans):
            return attribution
    return None


def is_excerpt(article: Article) -> bool:
    """Too short for an article: nothing follows from who else is heard in it."""
    return is_sourced(article) is None


def is_report(article: Article) -> bool:
    """Neither a column, whose writer argues in verbs too, nor a talk set down as text."""
    return not is_column(article) and not is_talk(article)


def is_nested(article: Article, attribution: Attribution) -> bool:
    """In an article, the verb stands in what somebody else is reported to say.

    Whose verb it is cannot be told there; in a lone sentence the writer relays it.
    """
    if is_excerpt(article):
        return False
    span = head(article, attribution).span
    other = relayed(article, span)
    return attribution.level > 0 or (other is not None and other.id != attribution.id)


def is_done(article: Article, attribution: Attribution) -> bool:
    """The verb tells that somebody did it: not *it is easy to mock*, *blamed for claiming*.

    Nor in a question.
    """
    tokens, place = article.document.tokens, attribution.cue.head
    sentence = article.document.sentences[attribution.sentence]
    first = max(sentence.first, place - _REACH)
    if tokens[sentence.last - 1].norm == "?":
        return False
    before = [token for token in tokens[first:place] if not token.tag.startswith("RB")]
    tag = tokens[place].tag
    if tag in _LIKE_NOUNS and before and before[-1].tag in _BEFORE_NOUN:
        return False  # the crude insults: a noun after all
    if tag == "VBN":
        passive = any(token.lemma == "be" for token in before)
        return not passive and tokens[min(place + 1, len(tokens) - 1)].norm != "by"
    if tag == "VBG":
        return not before or before[-1].norm in _GOES_ON or before[-1].lemma in _GOES_ON
    if tag == "VB":
        helps = any(token.lemma in _HELPS for token in before)
        return helps and not any(token.norm == "to" for token in before)
    return tag in _FINITE


def is_of_self(article: Article, attribution: Attribution) -> bool:
    """*Harry revealed that he had been ill*: people know about themselves."""
    if not attribution.content.spans:
        return True
    first, _ = article.document.token_range(attribution.content.spans[0])
    opening = article.document.tokens[first : first + 2]
    return any(token.norm in _SELF for token in opening)


def is_epithet(article: Article, attribution: Attribution) -> bool:
    """*insulting asides*, *the dreaded cuts*: the verb's form names a quality of a thing."""
    tokens, place = article.document.tokens, attribution.cue.head
    if place < 1 or place + 1 >= len(tokens) or tokens[place].tag not in ("JJ", "VBN", "VBG"):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    if after.tag not in ("NN", "NNS"):
        return False
    listed = before.norm in (",", "and") and tokens[place - 2].tag in ("NN", "NNS")
    return listed or before.tag in ("DT", "PRP$", "RB", "JJ")


def ends_in_tag(words: Sequence[Token]) -> bool:
    """The sentence closes with who says it: *…, police said*, *…, police have told Reuters*."""
    last = len(words) - 1
    while last > 0 and (words[last].tag in _NAMES or not words[last].norm[:1].isalnum()):
        last -= 1
    if last < _TAG or words[last].lemma not in _SAY or not words[last].tag.startswith("VB"):
        return False
    return any(token.norm == "," for token in words[max(0, last - _TAG_REACH) : last])


def evidence(attribution: Attribution) -> tuple[str, ...]:
    """The attribution and the lexicon row that a finding on its cue rests on."""
    for name in ("reporting_verbs", "reporting_nouns"):
        entry = load(name).by_term.get(attribution.cue.lemma)
        if entry:
            return attribution.id, f"{entry.term} ({entry.source})"
    return (attribution.id,)


@cache
def guard(category: str) -> frozenset[str]:
    """The words of one category of ``cue_guards``."""
    return frozenset(e.term for e in load("cue_guards").entries if e.category == category)


def words_of(article: Article, source: Source) -> list[Token]:
    """The tokens of a source and of what it stands for."""
    found: list[Token] = []
    for span in (*source.spans, *(source.known_as.spans if source.resolves_to else ())):
        first, last = article.document.token_range(span)
        found.extend(article.document.tokens[first:last])
    return found
