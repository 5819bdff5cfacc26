"""The verb of saying casts doubt on what was said.

Why
    *Claimed*, *insisted* and *maintained* tell readers that the writer does not believe it.
    Where that is meant, facts that contradict it do more; where it is not, *said* is enough.

Flagged
    Police said a witness [[claimed]] the driver had been drinking.
    The governor’s [[claim]] that crime fell is false, the police union said.

Not flagged
    The company has never claimed the pill cures anything.
    Prosecutors allege that Varga moved the money through Cyprus.
    The storm claimed three lives.

Source
    AP Stylebook, "said"; BBC News Style Guide, "claim"; Reuters Handbook of Journalism.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import evidence, is_clause, is_verb, shape, with_stance, word
from audit.rules._legal import source_kind
from audit.rules._who import heard

FAMILY = "verbs"
SEVERITY = Severity.WARNING

# A charge has to be called one: these are the law's own words, the first for everyone who
# brings it, the others for the paper it is brought in.
_LEGAL = frozenset({"allege", "allegation"})
_IN_COURT = frozenset({"claim", "contend", "contention", "assert", "assertion", "maintain"})
# Nouns that doubt what they name wherever they stand before it.
_NOUNS = frozenset({"claim", "assertion", "contention", "insistence"})
_AFTER_NOUN = frozenset({"", "that", "is", "colon", "quote", "pp:of", "pp:about"})
_DENIED = frozenset({"reject", "refute", "deny", "dismiss", "dispute"})
# Verbs that need no statement after them to cast doubt: alleged fraud, professed ignorance.
_THINGS = frozenset({"allege", "profess", "purport", "insinuate", "feign", "peddle", "parrot"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in with_stance(article, Stance.DOUBT):
        if not _doubts(article, attribution) or _in_law(article, attribution):
            continue
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” keeps the writer at a distance from what was said.",
            "Would “said” do? If there is reason to doubt it, what is the reason?",
            evidence(attribution),
        )


def _doubts(article: Article, attribution: Attribution) -> bool:
    lemma = attribution.cue.lemma
    kind = attribution.source.known_as.kind
    if heard(article) and kind in (SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT):
        return False  # what a paper wrote is there to be read
    if not is_verb(article, attribution):
        before = _words_before(article, attribution)
        if before & _DENIED:
            return False  # rejected assertions: whoever rejects them doubts them
        owned = _is_whose(article, attribution)
        return owned and lemma in _NOUNS and shape(attribution) in _AFTER_NOUN
    if lemma == "allege" and _before_noun(article, attribution):
        return False  # the alleged victims: obligatory
    return is_clause(attribution) or lemma in _THINGS or shape(attribution) == "to"


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
    return (kind is not None and lemma in _LEGAL) or (kind == "document" and lemma in _IN_COURT)


def _words_before(article: Article, attribution: Attribution) -> set[str]:
    """The lemmas right before the cue."""
    head = attribution.cue.head
    return {token.lemma for token in article.document.tokens[max(0, head - 3) : head]}
