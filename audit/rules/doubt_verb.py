"""The verb of saying casts doubt on what was said.

Why
    *Claimed*, *insisted* and *maintained* tell readers that the writer does not believe it.
    Where that is meant, facts that contradict it do more; where it is not, *said* is enough.
    In an article *contended*, *asserted* and *maintained* pass; they doubt little.

Flagged
    Police said a witness [[claimed]] the driver had been drinking.
    The governor’s [[claim]] that crime fell is false, the police union said.

Not flagged
    The company has never claimed the pill cures anything.
    Prosecutors allege that Varga moved the money through Cyprus.
    The storm claimed three lives.
    He falsely claimed to have won: the writer says what is wrong with it.
    Asked about her claim, he laughed. They insisted that credit be shared.
    The verbs of a column and of a transcript, and those inside what somebody else says.

Source
    AP Stylebook, "said"; BBC News Style Guide, "claim"; Reuters Handbook of Journalism.
"""

from collections.abc import Iterator
from itertools import pairwise

from audit.annotate.model import Article, Attribution, SourceKind, Stance
from audit.document import Token
from audit.finding import Mark, Severity
from audit.rules._cues import (
    evidence,
    guard,
    is_clause,
    is_done,
    is_excerpt,
    is_nested,
    is_report,
    is_verb,
    shape,
    with_stance,
    word,
)
from audit.rules._language import posted
from audit.rules._legal import legal_kind, source_kind
from audit.rules._who import heard

FAMILY = "verbs"
SEVERITY = Severity.WARNING

# A charge has to be called one: these are the law's own words, the first for everyone who
# brings it, the second for lawyers, the others for the paper it is brought in.
_LEGAL = frozenset({"allege", "allegation"})
_ARGUED = frozenset({"contend", "contention", "maintain"})
_IN_COURT = frozenset({"claim", "contend", "contention", "assert", "assertion", "maintain"})
# Nouns that doubt what they name wherever they stand before it.
_NOUNS = frozenset({"claim", "assertion", "contention", "insistence"})
_AFTER_NOUN = frozenset({"", "that", "is", "colon", "quote", "pp:of", "pp:about"})
_DENIED = frozenset({"reject", "refute", "deny", "dismiss", "dispute"})
# Verbs that need no statement after them to cast doubt: alleged fraud, professed ignorance.
_THINGS = frozenset({"allege", "profess", "purport", "insinuate", "feign", "peddle", "parrot"})
_OF_SELF = frozenset({"allege", "avow", "profess", "purport"})
# Suing is a charge, and so are these words behind it.
_SUING = frozenset({"sue", "petition", "countersue"})
# A case is told in so many sentences and one more.
_CASE = 2
# In an article, the verbs that are put for *said*; others are the writer's judgement.
_PLAIN = frozenset({"claim", "insist", "profess", "purport", "insinuate"})
# The clause of a demand has its verb this near its start, and in the bare form.
_DEMAND = 12
_TENSED = frozenset({"VBD", "VBZ", "VBP", "TO"})
_ASKING = frozenset({"must", "should", "ought"})
# How many words may stand before a noun that opens its sentence.
_OPENING = 6


def find(article: Article) -> Iterator[Mark]:
    found = [
        attribution
        for attribution in with_stance(article, Stance.DOUBT)
        if _doubts(article, attribution)
        and not _in_law(article, attribution)
        and not is_nested(article, attribution)
    ]
    if not found or not is_report(article):
        return
    for attribution in found:
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” keeps the writer at a distance from what was said.",
            "Would “said” do? If there is reason to doubt it, what is the reason?",
            evidence(attribution),
        )


def _doubts(article: Article, attribution: Attribution) -> bool:
    kind = attribution.source.known_as.kind
    if heard(article) and kind in (SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT):
        return False  # what a paper wrote is there to be read
    if _has_reason(article, attribution) or posted(article, word(article, attribution)):
        return False
    if not is_verb(article, attribution):
        return _is_doubting_noun(article, attribution)
    if not is_done(article, attribution) or _is_demand(article, attribution):
        return False
    if attribution.cue.lemma not in _PLAIN and not is_excerpt(article):
        return False  # what is alleged, too, has to be told as a charge
    if attribution.cue.lemma in _OF_SELF and _before_noun(article, attribution):
        return False  # the alleged victims, an avowed socialist: obligatory, or their own word
    things = attribution.cue.lemma in _THINGS
    return is_clause(attribution) or things or shape(attribution) == "to"


def _is_doubting_noun(article: Article, attribution: Attribution) -> bool:
    """*Ruiz's claim that it works …*: in an article, what the sentence opens with.

    Elsewhere in a sentence somebody asks about it, backs it or rejects it.
    """
    if _words_before(article, attribution) & _DENIED:
        return False
    first, place = article.document.sentences[attribution.sentence].body, attribution.cue.head
    before = article.document.tokens[first:place]
    if not is_excerpt(article) and (
        len(before) > _OPENING or any(token.tag.startswith("VB") for token in before)
    ):
        return False
    named = attribution.cue.lemma in _NOUNS and shape(attribution) in _AFTER_NOUN
    return named and _is_whose(article, attribution)


def _has_reason(article: Article, attribution: Attribution) -> bool:
    """*falsely claimed*; in an article also a reason in the sentence or beside it."""
    document = article.document
    if document.tokens[attribution.cue.head - 1].norm in guard("disproof"):
        return True
    if is_excerpt(article):
        return False
    following = document.sentences[min(attribution.sentence + 1, len(document.sentences) - 1)]
    before = document.sentences[max(attribution.sentence - 1, 0)]
    words = document.tokens[before.first : following.last]
    if document.tokens[following.first].norm == "however":
        return True
    if any(token.norm in guard("disproof") or token.lemma in guard("disproof") for token in words):
        return True
    return any(a.norm in ("no", "without") and b.norm == "evidence" for a, b in pairwise(words))


def _is_demand(article: Article, attribution: Attribution) -> bool:
    """*insisted that credit be shared*: it asks for something, and doubts nothing."""
    if attribution.cue.lemma != "insist" or not attribution.content.spans:
        return False
    first, last = article.document.token_range(attribution.content.spans[0])
    tokens = article.document.tokens[first : min(last, first + _DEMAND)]
    for token in tokens:
        if token.tag in _TENSED or token.tag in ("VB", "MD"):
            return token.tag == "VB" or token.norm in _ASKING or _must(tokens, token)
    return False


def _must(tokens: tuple[Token, ...], token: Token) -> bool:
    """*would have to address*"""
    after = [t.norm for t in tokens if t.start > token.start][:2]
    return token.norm in ("would", "will") and after == ["have", "to"]


def _is_whose(article: Article, attribution: Attribution) -> bool:
    """*Ruiz's claim*, *a claim by Ruiz*: not *Ruiz does not buy the claims*."""
    tokens, head = article.document.tokens, attribution.cue.head
    near = {token.norm for token in tokens[head + 1 : head + 3]} & {"by", "from", "of"}
    owned = any(token.tag in ("POS", "PRP$") for token in tokens[max(0, head - 4) : head])
    return owned or bool(near)


def _before_noun(article: Article, attribution: Attribution) -> bool:
    after = article.document.tokens[attribution.cue.head + 1 : attribution.cue.head + 2]
    return bool(after) and after[0].tag in ("NN", "NNS", "JJ", "``", "NNP", "VBG")


def _in_law(article: Article, attribution: Attribution) -> bool:
    kind = source_kind(article, attribution.source)
    lemma = attribution.cue.lemma
    if (kind is not None and lemma in _LEGAL) or (kind == "document" and lemma in _IN_COURT):
        return True
    if kind is not None and lemma in _ARGUED:
        return True
    if lemma not in _LEGAL | _IN_COURT:
        return False
    sentences = article.document.sentences
    first = sentences[max(0, attribution.sentence - _CASE)].first
    words = article.document.tokens[first : sentences[attribution.sentence].last]
    return any(token.lemma in _SUING for token in words) or legal_kind(words) == "document"


def _words_before(article: Article, attribution: Attribution) -> set[str]:
    """The lemmas right before the cue."""
    head = attribution.cue.head
    return {token.lemma for token in article.document.tokens[max(0, head - 3) : head]}
