"""What kind of source a description is: a phrase whose head is no proper name."""

from functools import cache
from itertools import pairwise

from audit.annotate import names as proper
from audit.annotate.described import Phrase
from audit.annotate.described import signs as signs
from audit.annotate.model import SourceKind
from audit.document import Document, Token
from audit.lexicon import load

# The count hides how many of what: the kind is that of the noun after *of*.
_COUNTS = frozenset(
    {
        "one", "two", "three", "four", "five", "six", "seven", "several", "some", "many", "most",
        "all", "none", "group", "number", "dozens", "dozen", "hundreds", "thousands", "majority",
        "minority", "handful", "couple", "pair", "series", "members", "member", "half", "few",
        "lot", "lots", "scores", "host", "array", "each", "both", "any", "plenty", "panel",
        "percent", "cent", "third", "per"
    }
)  # fmt: skip
_HUMAN = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "eer", "person", "ent", "ive")
# Endings of words for people that are no surnames: economists, politicians, villagers.
_CROWDS = ("ist", "ian", "eer", "man", "men", "or", "ger", "ker", "ner", "ter", "der", "ese", "ish")


@cache
def _terms(name: str) -> dict[str, str]:
    return {entry.term: entry.category for entry in load(name).entries}


def describe(document: Document, first: int, end: int, last: int) -> SourceKind:
    """The kind of ``tokens[first:last]`` whose base phrase ends at ``end``."""
    tokens = document.tokens
    partitive = _inner(tokens, first, end, last)
    if partitive:
        return _of_many(document, first, end, partitive, last)
    phrase = Phrase(document, first, end, last)
    for reading in (_crowd, _body, _speaker, _text):
        kind = reading(phrase)
        if kind:
            return kind
    return _unknown(phrase)


def _inner(tokens: tuple[Token, ...], first: int, end: int, last: int) -> int | None:
    """The first token of the noun after *of* in *one of the boy's neighbours*."""
    if end < last - 1 and tokens[end].norm == "of" and tokens[end - 1].norm in _COUNTS:
        return end + 1
    return None


def _of_many(document: Document, first: int, end: int, inner: int, last: int) -> SourceKind:
    """One or some of many: a person is described, officials stay officials."""
    stop = inner
    tokens = document.tokens
    while stop < last and tokens[stop].tag not in {"IN", "TO", "WP", "WDT", ","}:
        stop += 1
    kind = describe(document, inner, max(stop, inner + 1), last)
    one = tokens[end - 1].norm in {"one", "member", "each"}
    if kind in {SourceKind.VAGUE_COLLECTIVE, SourceKind.NAMED_ROLE} or kind in {
        SourceKind.INSTITUTION,
        SourceKind.METONYMY,
    }:
        return SourceKind.UNNAMED_DESCRIBED if one else SourceKind.VAGUE_COLLECTIVE
    if kind is SourceKind.UNNAMED_OFFICIAL and one:
        return SourceKind.UNNAMED_DESCRIBED
    return kind


def _crowd(phrase: Phrase) -> SourceKind | None:
    """Sources, reports and crowds nobody could find."""
    category = phrase.category(proper.roles())
    if category == "source":
        before = " ".join(t.norm for t in phrase.tokens[:-1])
        domain = before not in _bare_words() and any(
            t.tag in {"NN", "NNP", "JJ", "NNS", "POS"} and t.norm not in _bare_words()
            for t in phrase.tokens[:-1]
        )
        placed = any(t.tag in {"IN", "WP"} for t in phrase.after[:1])
        described = bool(phrase.signs & {"direct", "familiar"}) or domain or placed
        return SourceKind.UNNAMED_DESCRIBED if described else SourceKind.BARE_UNNAMED
    reports = phrase.category(_terms("vague_reports"))
    # Police reports and finance reports lie somewhere; media reports do not.
    filed = any(t.tag == "NN" and t.norm not in _SPREAD for t in phrase.tokens[:-1])
    somebodys = phrase.named_after() or phrase.possessed or filed
    if reports == "reports" and phrase.plural and not somebodys:
        return SourceKind.VAGUE_REPORTS
    if reports == "media":
        owned = {t.norm for t in phrase.tokens} & {"state", "official", "government"}
        return SourceKind.MEDIA_OUTLET if owned else SourceKind.VAGUE_REPORTS
    crowd = phrase.category(_terms("vague_collectives"))
    if crowd == "quantifier" or (crowd == "group" and not phrase.counted):
        return SourceKind.UNNAMED_DESCRIBED if phrase.described else SourceKind.VAGUE_COLLECTIVE
    return None


_SPREAD = frozenset({"media", "news", "press", "newspaper", "television", "wire"})


@cache
def _bare_words() -> frozenset[str]:
    """Words before *source* that tell nothing about it."""
    signs = _terms("unnamed_signs").items()
    return frozenset(word for word, category in signs if category in {"bare", "anonymity"})


def _body(phrase: Phrase) -> SourceKind | None:
    """Institutions, outlets, and seats of government in words that are no name."""
    seat = phrase.category(proper.places())
    if seat:
        return SourceKind.METONYMY
    category = phrase.category(proper.bodies())
    outlet = phrase.category(proper.outlets())
    person = phrase.category(proper.roles())
    if (outlet in {"noun", "agency", "name"} and category != "body") or outlet in {
        "agency",
        "name",
    }:
        bare_plural = phrase.plural and not phrase.definite and not phrase.named_before()
        return SourceKind.VAGUE_REPORTS if bare_plural else SourceKind.MEDIA_OUTLET
    if category in {"collective", "name"} and not (phrase.indefinite or phrase.counted):
        return SourceKind.INSTITUTION if phrase.plural or not person else None
    if category == "body" and not person:
        known = phrase.definite or phrase.counted or phrase.named_before()
        crowd = phrase.head.tag == "NNS" and not known
        return SourceKind.VAGUE_COLLECTIVE if crowd else SourceKind.INSTITUTION
    named = phrase.head.text[0].isupper() and len(phrase.tokens) > 1
    if category in {"head", "opener"} and named:
        return SourceKind.INSTITUTION
    return None


def _speaker(phrase: Phrase) -> SourceKind | None:
    """A human being without a name."""
    category = phrase.category(proper.roles())
    if category is None:
        return None
    if category == "spokesperson":
        known = phrase.definite or phrase.modified or bool(phrase.after)
        return SourceKind.NAMED_ROLE if known else SourceKind.UNNAMED_OFFICIAL
    if phrase.plural:
        return _speakers(phrase, category)
    if category == "office":
        if not phrase.indefinite:
            return SourceKind.NAMED_ROLE
        return SourceKind.UNNAMED_DESCRIBED if phrase.described else SourceKind.UNNAMED_OFFICIAL
    if category == "official" and phrase.lemma == "official" and not phrase.described:
        return SourceKind.UNNAMED_OFFICIAL
    return SourceKind.UNNAMED_DESCRIBED


def _speakers(phrase: Phrase, category: str) -> SourceKind:
    """Several human beings without names."""
    if phrase.described:
        return SourceKind.UNNAMED_DESCRIBED
    if category in {"office", "official"}:
        return SourceKind.UNNAMED_OFFICIAL
    if phrase.counted or phrase.possessed:
        return SourceKind.UNNAMED_DESCRIBED
    return SourceKind.VAGUE_COLLECTIVE


def _text(phrase: Phrase) -> SourceKind | None:
    """Documents, data, recordings, and the author's own article."""
    category = phrase.category(_terms("documents"))
    if category is None:
        return None
    words = phrase.words
    if any(a in {"this", "our"} and b in _OWN for a, b in pairwise(words)):
        return SourceKind.AUTHOR
    if category == "channel" and _channel_owner(phrase):
        return SourceKind.INSTITUTION
    return SourceKind.DOCUMENT


_OWN = frozenset(
    {
        "article", "story", "report", "column", "post", "newsletter", "piece", "page", "blog",
        "analysis"
    }
)  # fmt: skip


def _channel_owner(phrase: Phrase) -> bool:
    """A body speaks through its statement, post or page: a post on *the party's* page."""
    owners = phrase.tokens[:-1] if phrase.possessed else phrase.after
    terms = proper.bodies()
    return any(
        terms.get(t.lemma) in {"body", "collective", "name"} or terms.get(t.norm) == "name"
        for t in owners
    )


def _unknown(phrase: Phrase) -> SourceKind:
    """A head no list knows: people by its ending, else a thing that shows something."""
    if phrase.plural:
        alone = len(phrase.tokens) == 1 and phrase.head.text[0].isupper()
        if alone and phrase.head.norm not in proper.common_words():
            return SourceKind.NAMED_PERSON
        human = phrase.lemma.endswith(_HUMAN + _CROWDS)
        return SourceKind.VAGUE_COLLECTIVE if human else SourceKind.DOCUMENT
    if phrase.lemma.endswith(_HUMAN) and len(phrase.lemma) > 4:
        return SourceKind.UNNAMED_DESCRIBED
    return SourceKind.INSTITUTION if phrase.head.text[0].isupper() else SourceKind.DOCUMENT
