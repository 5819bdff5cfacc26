"""A statement rests on “a source” and nothing else.

Why
    Readers cannot weigh a source of whom they learn nothing: not the office, not the side, not
    how it knows. News agencies do not accept the bare word. Flagged
    once for each wording, and not where the text has told before which sources.

Flagged
    [[Sources]] said the merger is off.
    The bank will be sold, according to [[a source]].

Not flagged
    A source close to the negotiations said the merger is off.
    Banking sources said the merger is off. The sources expect a vote.
    The Herald, citing sources, reported that the merger is off.
    Some sources say he was born in May.
    Solar is one of the cheapest power sources, the agency said.

Source
    AP Stylebook, "anonymous sources": simply quoting “a source” is not allowed.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.document import Token
from audit.finding import Mark, Severity
from audit.rules._saying import is_participle
from audit.rules._who import known_already, once, tokens_of, told, told_behind

FAMILY = "sourcing"
SEVERITY = Severity.ERROR

# These before *source* tell nothing about it, and these behind it something.
_EMPTY = frozenset(
    {"anonymous", "another", "certain", "credible", "informed", "inside", "many", "multiple"}
    | {"new", "numerous", "other", "reliable", "separate", "several", "some", "trusted"}
    | {"unidentified", "unnamed", "various", "well-informed", "well-placed"}
)
_TELLING = frozenset({"aware", "briefed", "close", "familiar", "inside", "near", "within", "with"})
_RECORDS = frozenset({"many", "most", "other", "some"})
_WORDS = ("source", "sources")


def find(article: Article) -> Iterator[Mark]:
    for attribution in once(told(article, SourceKind.BARE_UNNAMED)):
        if known_already(article, attribution) or _is_described(article, attribution):
            continue
        if _is_of_books(article, attribution) or _is_an_outlets(article, attribution):
            continue
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” tells the reader nothing about who speaks.",
            "Who is it, how does the source know, and why is there no name?",
            (attribution.id,),
        )


def _is_described(article: Article, attribution: Attribution) -> bool:
    """*sources close to the talks*; or plain *sources*, told of in the article before."""
    if told_behind(article, attribution) or _told_earlier(article, attribution):
        return True
    word = article.document.tokens[attribution.source.head].lemma
    return any(
        earlier.source.head >= 0
        and any(token.lemma == word for token in tokens_of(article, earlier.source))
        and earlier.cue.head < attribution.cue.head
        and (earlier.source.kind is SourceKind.UNNAMED_DESCRIBED or told_behind(article, earlier))
        for earlier in article.trusted
    )


def _told_earlier(article: Article, attribution: Attribution) -> bool:
    """*Banking sources*, here or further up, whether or not that was read as a statement."""
    document, head = article.document, attribution.source.head
    places = sorted(at for word in _WORDS for at in document.places.get(word, ()) if at <= head)
    return any(_tells(document.tokens, at) for at in places)


def _tells(tokens: tuple[Token, ...], at: int) -> bool:
    """The word before or behind *sources* says which sources."""
    before, after = tokens[at - 1] if at else None, tokens[at + 1 : at + 2]
    if any(token.norm in _TELLING for token in after):
        return True
    if before is None or before.norm in _EMPTY or before.end + 1 < tokens[at].start:
        return False
    return before.tag in ("JJ", "NN", "NNP", "NNS", "VBG")


def _is_of_books(article: Article, attribution: Attribution) -> bool:
    """*Some sources say he was born in May*: books and records, which say so to this day.

    And what the writer answers to a question of their own, or only who spoke.
    """
    document = article.document
    opening = tokens_of(article, attribution.source)[0]
    cue = document.tokens[attribution.cue.head]
    if cue.lemma == "speak" or (opening.norm in _RECORDS and cue.tag == "VBP"):
        return True
    return any(
        document.prose[document.sentences[i].end - 1] == "?"
        and not article.quoted(document.tokens[document.sentences[i].last - 1].span)
        for i in range(max(0, attribution.sentence - 2), attribution.sentence)
    )


def _is_an_outlets(article: Article, attribution: Attribution) -> bool:
    """*CNN, citing sources, reported*: the outlet stands for it."""
    return attribution.cue.lemma in ("cite", "quote") and is_participle(article, attribution)
