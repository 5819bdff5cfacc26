"""Sources as the rules on sourcing look at them."""

from collections.abc import Iterator

from audit.annotate.descriptions import signs
from audit.annotate.model import Article, Attribution, Form, Polarity, Source, SourceKind
from audit.annotate.names import roles
from audit.document import Role, Sentence, Span, Token
from audit.lexicon import load
from audit.rules._language import posted

_PROSE = frozenset({Role.TEXT, Role.HEADLINE, Role.LIST_ITEM})
NAMED = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.NAMED_ROLE,
        SourceKind.INSTITUTION,
        SourceKind.METONYMY,
    }
)


# What follows the noun of a phrase.
_AFTER_NOUN = frozenset({"IN", "TO", "WDT", "WP", "VBN", "CC"})

# Acts of speech that make somebody a source even where no words of theirs follow.
_SPEAKING = frozenset(
    {
        "accuse", "acknowledge", "admit", "allege", "announce", "argue", "assert", "blame",
        "call", "claim", "comment", "complain", "condemn", "confirm", "criticise", "criticize",
        "defend", "demand", "deny", "describe", "detail", "disclose", "dismiss", "dispute",
        "estimate", "explain", "mention", "note", "predict", "propose", "put", "question",
        "recall", "reject", "report", "request", "reveal", "show", "slam", "speak", "state",
        "suggest", "tell", "testify", "urge", "voice", "vow", "warn"
    }
)  # fmt: skip
# Verbs of saying that do something: they need an office, not a witness.
_ACTING = frozenset(
    {"ask", "declare", "determine", "decide", "order", "require", "rule", "sign", "vote"}
)
_KNOWING = frozenset({"know", "learn", "realise", "realize"})
_OPINING = frozenset({"believe", "think", "suspect", "fear", "doubt", "worry", "feel", "assume"})
# A text this long is no remark cut out of one, and in a shorter one somebody must be heard;
# in words and in sentences.
LONG, _LEAST = 120, 3


def says(attribution: Attribution) -> bool:
    """Somebody makes a statement, as against wanting, doing or getting something."""
    if attribution.polarity is Polarity.NEGATIVE or attribution.cue.lemma in _KNOWING:
        return False
    lemma = attribution.cue.lemma.split()[0] if attribution.cue.lemma else ""
    if lemma in _ACTING:
        return False
    row = load("reporting_verbs").by_term.get(lemma)
    if attribution.form is Form.NARRATED_ACT:
        return lemma in _SPEAKING or (row is not None and row.rest.get("form") == "indirect")
    if attribution.form is Form.ATTRIBUTED_THOUGHT:
        return lemma in _OPINING or attribution.frame.startswith("frame")
    if attribution.form is Form.NO_COMMENT:
        return False
    return row is None or row.category != "thought" or lemma in _OPINING


def told(article: Article, *kinds: SourceKind) -> Iterator[Attribution]:
    """What sources of these kinds say in the writer's own words, one level deep.

    A source inside a quotation is the speaker's choice; one inside another's report, the
    reporter's.
    """
    for attribution in article.trusted:
        if attribution.source.kind not in kinds or attribution.level or not says(attribution):
            continue
        if not attribution.source.spans or article.quoted(attribution.source.spans[0]):
            continue
        if posted(article, attribution.source.spans[0]):
            continue
        sentence = article.document.sentences[attribution.sentence]
        first, _ = article.document.token_range(attribution.source.spans[0])
        # Before the body stands a dateline: WASHINGTON (Reuters).
        dateline = sentence.first <= first < sentence.body
        if sentence.role in _PROSE and not dateline and not _is_line(article, sentence):
            yield attribution


def _is_line(article: Article, sentence: Sentence) -> bool:
    """In a whole article, a line that closes with no stop: a link or a heading."""
    if sentence.role is not Role.TEXT or not in_report(article):
        return False
    document = article.document
    paragraph = document.paragraphs[sentence.paragraph]
    alone = sentence.start <= paragraph.start + 1 and sentence.end >= paragraph.end - 1
    return alone and document.prose[sentence.end - 1].isalnum()


def once(attributions: Iterator[Attribution]) -> Iterator[Attribution]:
    """The first attribution of each source; a second finding would tell nothing new."""
    seen = set()
    for attribution in attributions:
        name = " ".join(attribution.source.text.lower().split())
        if name not in seen:
            seen.add(name)
            yield attribution


def heard(article: Article) -> bool:
    """Somebody with a name speaks: the text is a report, in which what is vague can be asked."""
    return any(attribution.source.known_as.kind in NAMED for attribution in article.trusted)


def quoted_by_name(article: Article) -> bool:
    """Somebody with a name is heard in their own words."""
    return any(
        attribution.form is Form.DIRECT and attribution.source.known_as.kind in NAMED
        for attribution in article.trusted
    )


def known_already(article: Article, attribution: Attribution) -> bool:
    """*The official*, *this source*: the text has brought this unnamed source in before."""
    first = tokens_of(article, attribution.source)[0]
    if attribution.source.resolves_to is not None or _is_nobody(article, attribution):
        return True
    if first.norm not in {"the", "this", "these", "those", "that", "all", "both"}:
        return False
    plural = article.document.tokens[attribution.source.head].tag == "NNS"
    if plural and role_of(article, attribution.source) == "office":
        return True
    return any(
        earlier.source.kind in _UNNAMED and earlier.cue.head < attribution.cue.head
        for earlier in article.trusted
        if earlier.id != attribution.id
    )


def _is_nobody(article: Article, attribution: Attribution) -> bool:
    """The head names no human being, and nothing is told of one: *such an event*."""
    described = attribution.source.kind is SourceKind.UNNAMED_DESCRIBED
    if not described or role_of(article, attribution.source):
        return False
    return not told_of(article, attribution) & {"direct", "familiar", "anonymity"}


_UNNAMED = frozenset(
    {SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED, SourceKind.BARE_UNNAMED}
)


def in_report(article: Article) -> bool:
    """The text is a whole article, and no remark or two: what it says stands among other voices.

    Where only a sentence or two are at hand, whatever a rule asks for is shown.
    """
    document = article.document
    if len(document.sentences) < _LEAST:
        return False
    return document.word_count >= LONG or heard(article)


def tokens_of(article: Article, source: Source) -> tuple[Token, ...]:
    """The words of a source."""
    first, last = article.document.token_range(source.spans[0])
    return article.document.tokens[first:last]


def around(article: Article, attribution: Attribution) -> tuple[Token, ...]:
    """The words of the sentence that are not attributed: source, cue and what goes with them."""
    document = article.document
    content = attribution.content.spans
    return tuple(
        token
        for token in document.words(document.sentences[attribution.sentence])
        if not any(token.start in span for span in content)
    )


def told_of(article: Article, attribution: Attribution) -> frozenset[str]:
    """What the sentence says of an unnamed source: ``direct``, ``familiar``, ``anonymity`` …"""
    return signs([token.norm for token in around(article, attribution)])


# Behind *sources* these tell what the source knows or belongs to, and these when it spoke.
_TELLING = frozenset({"IN", "VBN", "VBD", "WP"})
_NEAR = frozenset({"close", "familiar", "aware", "knowledgeable", "privy"})
_TIMES = frozenset({"on", "at", "in", "for", "after", "before", "during", "as", "that", "by"})


def told_behind(article: Article, attribution: Attribution) -> bool:
    """*sources close to the talks*, *one source briefed on it*: the next words describe it."""
    tokens, head = article.document.tokens, attribution.source.head
    if head < 0 or head + 1 >= len(tokens):
        return False
    if tokens[head].norm in _NEAR:
        return True
    after = tokens[head + 1]
    if after.start == attribution.cue.spans[0].start or after.norm in _TIMES:
        return False
    return after.norm in _NEAR or after.tag in _TELLING


def noun_of(tokens: tuple[Token, ...]) -> Token:
    """The noun that heads a phrase: *official* of *a White House official in Rome*."""
    last = tokens[0]
    for token in tokens:
        if token.tag in _AFTER_NOUN or token.norm == ",":
            break
        last = token
    return last


def is_object(article: Article, attribution: Attribution) -> bool:
    """The phrase is what another verb is about: *denounced Republicans for …, saying*."""
    first, _ = article.document.token_range(attribution.source.spans[0])
    head = attribution.cue.head
    tokens = article.document.tokens
    if first < 1 or head < 0 or tokens[head].tag != "VBG":
        return False
    return tokens[first - 1].tag in ("VBD", "VBZ", "VBP") and tokens[first - 1].lemma != "be"


def holds_verb(tokens: tuple[Token, ...]) -> bool:
    """A verb inside makes the phrase no name of anybody: *one resident warded off more*."""
    return any(token.tag in ("VBD", "VBZ", "VBP") for token in tokens[1:])


def role_of(article: Article, source: Source) -> str | None:
    """The category of the role noun that heads a source, from ``roles``."""
    if source.head < 0:
        return None
    token = article.document.tokens[source.head]
    return roles().get(token.lemma) or roles().get(token.norm)


def source_and_cue(attribution: Attribution) -> Span:
    """From the source to the cue, whichever comes first."""
    spans = (*attribution.source.spans, *attribution.cue.spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


# *bank accounts*, *the accounts he read*, *at times* report nothing.
_OTHERS = frozenset({"bank", "email", "fake", "instagram", "social", "twitter", "facebook"})
_THINGS = frozenset({"intercept", "one", "time", "member", "people"})


def are_reports(article: Article, attribution: Attribution) -> bool:
    """The head of the phrase is what reports: not *members of the media*, *at times*."""
    tokens, head = article.document.tokens, attribution.source.head
    if head < 0:
        return True
    first, last = article.document.token_range(attribution.source.spans[0])
    words = {token.norm for token in tokens[first:last]}
    if "account" in (token.lemma for token in tokens[first:last]) and _OTHERS & words:
        return False
    opening = next((t for t in tokens[first:last] if t.tag in ("NN", "NNS", "CD")), tokens[head])
    return tokens[head].lemma not in _THINGS and opening.lemma not in _THINGS
