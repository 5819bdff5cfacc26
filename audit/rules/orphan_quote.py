"""Words stand in quotation marks and nobody is named who spoke them.

Why
    A quotation without a speaker cannot be checked and cannot be held against anyone. In a
    headline or after *was described as*, quotation marks give a judgement a false witness.

Flagged
    The hall fell silent. [["You have failed us."]]
    The plan was described as [["reckless"]].
    Bank [['misled']] clients for years

Not flagged
    "We tried everything," Dr. Patel said. "Nothing worked."
    She appeared on "Meet the Nation" on Sunday.
    Eddie "Fingers" Malone was jailed.
    The boxes are labelled "P-70".

Source
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "quotations in the news".
"""

from bisect import bisect_left
from collections.abc import Iterator

from audit.annotate.claim_genre import is_column, is_sourced, is_talk
from audit.annotate.model import Article, Quotation, QuotationUse
from audit.document import Document, Role, Span, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._speakers import after_judgement, answers, in_headline, may_be_known, speaks

FAMILY = "attribution"
SEVERITY = Severity.ERROR

# Fewer words than these are a term, a label or a scare quote, unless a verb of saying
# stands before them or they are what a headline claims.
_WORDS = 3
_WORDS_WITHOUT_VERB = 6
# A title has this share of capitals in words longer than this.
_CAPITALS = 0.8
_SMALL = 3
# Quotations nearer to each other than this stand in a row, in characters.
_NEXT = 4
_NAMING = frozenset({"call", "dub", "label", "name", "term"})
# How far before a label the verb stands that gives it, in tokens.
_NEAR = 3
# How much of a quotation a message shows, in characters.
_SHOWN = 60


def find(article: Article) -> Iterator[Mark]:
    marks = list(_orphans(article))
    # Voices cut together, as in a transcript, and a column's turns of phrase: no report.
    if marks and not is_talk(article) and not is_column(article):
        yield from marks


def _orphans(article: Article) -> Iterator[Mark]:
    covered = _covered(article)
    spoken = {a.sentence for a in article.attributions if speaks(a)}
    carried_on = {i for i, q in enumerate(article.quotations) if q.continues is not None}
    orphans: set[int] = set()
    end = covered_until = -_NEXT
    for index, quotation in enumerate(article.quotations):
        if quotation.depth or _is_covered(covered, quotation.span):
            covered_until = max(covered_until, quotation.span.end)
            continue
        if quotation.span.start - covered_until < _NEXT:
            covered_until = quotation.span.end
            continue  # right behind somebody's words, as where marks run together
        if _is_damaged(article.document, quotation.span):
            continue
        if not (quotation.closed or index + 1 in carried_on):
            continue  # an odd mark; where the quotation ends is anybody's guess
        if quotation.continues is not None and quotation.continues not in orphans:
            continue
        if _is_speech(article, quotation) and not may_be_known(article, quotation, spoken):
            orphans.add(index)
            if quotation.span.start - end < _NEXT:
                end = quotation.span.end
                continue  # one finding for a row of them
            end = quotation.span.end
            yield Mark(
                quotation.span,
                f"“{_short(article, quotation.span)}” is quoted without a speaker.",
                "Who said this, to whom, and when?",
                ("no attribution covers this quotation",),
            )


def _is_damaged(document: Document, span: Span) -> bool:
    """A mark inside a word or at a stray *?*: *didn"t*, from a file that lost its characters."""
    prose = document.prose
    before, after = prose[span.start - 1 : span.start], prose[span.end : span.end + 1]
    inside = prose[span.start + 1 : span.start + 2]
    return before.isalnum() or after.isalnum() or "?" in (before, after, inside)


def _covered(article: Article) -> list[tuple[int, int]]:
    """Where content, cues and sources of what somebody says stand, merged and in order."""
    spans = sorted(
        (span.start, span.end)
        for attribution in article.attributions
        if answers(article, attribution)
        for span in attribution.spans
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_covered(covered: list[tuple[int, int]], span: Span) -> bool:
    i = bisect_left(covered, (span.end, 0)) - 1
    return i >= 0 and covered[i][1] > span.start


def _is_speech(article: Article, quotation: Quotation) -> bool:
    document = article.document
    first, last = document.token_range(quotation.span)
    words = [t for t in document.tokens[first:last] if t.norm[:1].isalnum()]
    sentence = document.sentence_at(quotation.span.start)
    if _is_title(words):
        return False
    if sentence.role not in (Role.TEXT, Role.HEADLINE) or not words:
        return False
    if _is_label(article, quotation, words):
        return False
    inside = not _stands_alone(sentence.span, quotation.span)
    if inside and is_sourced(article) is not None and not in_headline(article, quotation):
        # Words set into the writer's sentence belong to whoever the text is about.
        return after_judgement(article, quotation)
    if sentence == document.sentences[0] and is_sourced(article):
        return False  # the words above a report stand in the report
    if quotation.use is QuotationUse.SPEECH:
        return _says_something(words) or _stands_alone(sentence.span, quotation.span)
    if quotation.use not in (QuotationUse.FRAGMENT, QuotationUse.SCARE):
        return False
    if after_judgement(article, quotation):
        return True
    if in_headline(article, quotation):
        if is_sourced(article):
            return False  # its words stand in the report below
        return words[0].tag.startswith("VB") or len(words) >= _WORDS
    return quotation.use is QuotationUse.FRAGMENT and _says_something(words)


def _stands_alone(sentence: Span, quotation: Span) -> bool:
    return quotation.start <= sentence.start and sentence.end <= quotation.end


def _says_something(words: list[Token]) -> bool:
    """More than a term or a label: it has a verb, or is long."""
    verbs = any(token.tag.startswith(("VB", "MD")) for token in words)
    return len(words) >= (_WORDS if verbs else _WORDS_WITHOUT_VERB)


def _is_title(words: list[Token]) -> bool:
    """Nearly every longer word begins with a capital: a book, a film, a headline."""
    longer = [token.text for token in words if len(token.text) > _SMALL]
    capitals = sum(text[0].isupper() for text in longer)
    return len(longer) > 1 and capitals >= _CAPITALS * len(longer)


def _is_label(article: Article, quotation: Quotation, words: list[Token]) -> bool:
    """*are labelled “P-70”*, *is called a “pass”*: what it is called, and no verdict."""
    if len(words) > _WORDS or any(token.tag.startswith(("VBD", "MD")) for token in words):
        return False
    if all(any(c.isdigit() for c in token.text) for token in words):
        return True
    tokens = article.document.tokens
    first, last = article.document.token_range(quotation.span)
    before = tokens[max(0, first - _NEAR) : first]
    if is_sourced(article) is None or not any(token.lemma in _NAMING for token in before):
        return False
    judged = load("evaluation_terms").within(article.document, first, last)
    loaded = load("loaded_terms").within(article.document, first, last)
    return not any(True for _ in judged) and not any(True for _ in loaded)


def _short(article: Article, span: Span) -> str:
    """The quoted words without their marks, cut after a few."""
    text = article.document.quote(span).strip("\"“”„‘’'«»` ")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
