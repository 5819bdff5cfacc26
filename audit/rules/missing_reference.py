"""A document is cited that the reader cannot find.

Why
    “In an article” and “a new study” promise something that can be looked up. Without a
    title, an author, a date or a link, the promise is empty.

Flagged
    [[In an article]], Al Jazeera reported that the army had crossed the river.
    [[A new study]] found that the vaccine halved admissions.

Not flagged
    A 2023 report by the National Audit Office says the scheme wasted 80 million pounds.
    In a report published on May 4, the court said the fund was empty.

Source
    SPJ Code of Ethics (2014): provide access to source material when it is relevant.
"""

from collections.abc import Iterator
from itertools import pairwise

from audit.annotate.model import Article, Attribution, SourceKind
from audit.annotate.names import DATES, NAME_TAGS
from audit.document import Span, Token
from audit.finding import Mark, Severity
from audit.rules._who import in_report, noun_of, once, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_WRITTEN = frozenset(
    {
        "article", "report", "study", "paper", "survey", "poll", "book", "editorial", "op-ed",
        "essay", "column", "analysis", "blog", "memo", "document", "letter", "audit",
        "assessment", "dossier", "documentary"
    }
)  # fmt: skip
# What an office or an expert files: whoever needs it knows where it lies.
_FILES = frozenset(
    {"autopsy", "court", "draft", "letter", "lengthy", "police", "pool", "prepared", "review"}
    | {"toxicology", "government"}
)
_TITLED = frozenset({"called", "entitled", "headlined", "known", "titled"})
_MARKS = frozenset("\"“‘'")
_RECENT = frozenset({"last", "this", "yesterday", "today"})
_DATES = DATES | {"may", "june"}
_SAME = frozenset({"poll", "survey", "study"})
# How many words behind it may tell more of it.
_NEAR = 6
_VAGUE = frozenset({"a", "an", "one", "another", "some"})


def find(article: Article) -> Iterator[Mark]:
    report = in_report(article)
    seen: set[Span] = set()
    vague = (a for a in told(article, SourceKind.DOCUMENT) if _is_vague(article, a, report))
    for attribution in once(vague):
        seen.add(attribution.source.spans[0])
        yield _mark(article, attribution.source.spans[0], attribution)
    for attribution in article.trusted:
        if attribution.level:
            continue
        span = _in_some_article(article, attribution)
        if span is None or span in seen or (report and _is_filed(article, attribution)):
            continue
        seen.add(span)
        yield _mark(article, span, attribution)


def _is_vague(article: Article, attribution: Attribution, report: bool) -> bool:
    """Some paper that a reader cannot tell from others of its kind."""
    tokens = tokens_of(article, attribution.source)
    if tokens[0].norm not in _VAGUE or not _written(tokens) or _findable(article, attribution):
        return False
    if report and noun_of(tokens).lemma not in _WRITTEN:
        return False  # *a third of the article*
    return not report or not (
        any(token.norm in _FILES for token in tokens) or _told_behind(article, attribution)
    )


def _told_behind(article: Article, attribution: Attribution) -> bool:
    """Behind it stands its title, its time or its maker; or the next sentence tells of it."""
    document = article.document
    _, last = document.token_range(attribution.source.spans[0])
    behind = document.tokens[last : last + _NEAR]
    if any(token.norm in _RECENT for token in tokens_of(article, attribution.source)[1:]):
        return True
    if any(t.text in _MARKS or t.norm in _TITLED for t in behind[:2]):
        return True
    if any(token.norm in _DATES | _RECENT or token.tag == "CD" for token in behind):
        return True
    if any(token.norm in ("by", "from") for token in behind):
        return True
    kind = document.tokens[attribution.source.head].lemma
    here = document.words(document.sentences[attribution.sentence])
    after = document.sentences[attribution.sentence + 1 : attribution.sentence + 2]
    following = [token for sentence in after for token in document.words(sentence)]
    if kind in _SAME and any(
        one.tag in NAME_TAGS and two.lemma in _SAME for one, two in pairwise(following)
    ):
        return True  # *A new poll … According to an Orl Times survey …*
    if any(one.norm == "the" and two.lemma in _SAME | {kind} for one, two in pairwise(following)):
        return True  # *A new poll … The poll, released by the institute, …*
    return any(
        one.tag in NAME_TAGS and two.lemma == kind for one, two in pairwise([*here, *following])
    )


def _is_filed(article: Article, attribution: Attribution) -> bool:
    """*In a letter, 56 members asked*, *in another column she wrote*: by whom is told."""
    if attribution.source.kind is SourceKind.PRONOUN:
        return True
    document = article.document
    words = document.words(document.sentences[attribution.sentence])
    return any(token.lemma in _FILES for token in words)


def _mark(article: Article, span: Span, attribution: Attribution) -> Mark:
    return Mark(
        span,
        f"“{article.document.quote(span)}” gives the reader nothing to look up.",
        "Which one? Give title, date and link.",
        (attribution.id,),
    )


def _written(tokens: tuple[Token, ...]) -> bool:
    return any(token.lemma in _WRITTEN for token in tokens)


def _findable(article: Article, attribution: Attribution) -> bool:
    """A name, a number, a date or a link goes with the document."""
    tokens = tokens_of(article, attribution.source)
    sentence = article.document.sentences[attribution.sentence].span
    linked = any(link.overlaps(sentence) for link in article.document.links)
    named = any(t.tag in NAME_TAGS or t.tag == "CD" or t.text in '"“' for t in tokens)
    named = named or any(token.text[:1].isupper() for token in tokens[1:])
    return named or linked or attribution.date is not None


def _in_some_article(article: Article, attribution: Attribution) -> Span | None:
    """The words *in an article* that go with the cue, where nothing tells which."""
    document = article.document
    sentence = document.sentences[attribution.sentence]
    if any(link.overlaps(sentence.span) for link in document.links) or attribution.date:
        return None
    tokens = document.words(sentence)
    for i, token in enumerate(tokens[:-2]):
        if token.norm not in {"in", "citing"} or tokens[i + 1].norm not in _VAGUE:
            continue
        span = _phrase(tokens, i)
        inside = any(content.overlaps(span) for content in attribution.content.spans) if span else 1
        if span and not inside:
            return span
    return None


def _phrase(tokens: tuple[Token, ...], i: int) -> Span | None:
    """*in an article* with its adjectives, if nothing more is told about the article."""
    for j in range(i + 2, min(i + 6, len(tokens))):
        if tokens[j].lemma in _WRITTEN and tokens[j].tag == "NN":
            rest = tokens[j + 1 : j + 2]
            plain = not rest or rest[0].text == "," or rest[0].tag.startswith(("VB", "NNP", "PRP"))
            told = rest and rest[0].tag in {"NN", "VBG", "VBN", "IN", "POS"}
            return Span(tokens[i].start, tokens[j].end) if plain and not told else None
        if tokens[j].tag not in {"JJ", "NN", "JJS", "VBG"}:
            return None
    return None
