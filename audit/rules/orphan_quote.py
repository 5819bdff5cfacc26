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

Source
    Reuters Handbook of Journalism, "Quotes"; AP Stylebook, "quotations in the news".
"""

from bisect import bisect_left
from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, Quotation, QuotationUse
from audit.document import Role, Span, Token
from audit.finding import Mark, Severity
from audit.rules._cues import guard

FAMILY = "attribution"
SEVERITY = Severity.ERROR

# Fewer words than these are a term, a label or a scare quote, unless a verb of saying
# stands before them or they are what a headline claims.
_WORDS = 3
_SPEECH_WORDS = 2
_SKIPPED = frozenset({"a", "an", "the", "as", "so", "very", "too", ",", "being", "of", "for"})


def find(article: Article) -> Iterator[Mark]:
    covered = _covered(article)
    orphans: set[int] = set()
    for index, quotation in enumerate(article.quotations):
        if quotation.depth or _is_covered(covered, quotation.span):
            continue
        if quotation.continues is not None and quotation.continues not in orphans:
            continue
        if _is_speech(article, quotation):
            orphans.add(index)
            yield Mark(
                quotation.span,
                f"{_short(article, quotation.span)} stands in quotation marks without a speaker.",
                "Who said this, to whom, and when?",
                ("no attribution covers this quotation",),
            )


def _covered(article: Article) -> list[tuple[int, int]]:
    """Where content, cues and sources of what somebody says stand, merged and in order."""
    spans = sorted(
        (span.start, span.end)
        for attribution in article.attributions
        if _counts(article, attribution)
        for span in attribution.spans
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _counts(article: Article, attribution: Attribution) -> bool:
    """A doubtful attribution still answers for a quotation: better silent than wrong."""
    return attribution.form is not Form.AGENTLESS and bool(attribution.source.spans)


def _is_covered(covered: list[tuple[int, int]], span: Span) -> bool:
    i = bisect_left(covered, (span.end, 0)) - 1
    return i >= 0 and covered[i][1] > span.start


def _is_speech(article: Article, quotation: Quotation) -> bool:
    document = article.document
    first, last = document.token_range(quotation.span)
    words = [t for t in document.tokens[first:last] if t.norm[:1].isalnum()]
    sentence = document.sentence_at(quotation.span.start)
    if sentence.role not in (Role.TEXT, Role.HEADLINE) or not words:
        return False
    if quotation.use is QuotationUse.SPEECH:
        return len(words) >= _SPEECH_WORDS
    if quotation.use not in (QuotationUse.FRAGMENT, QuotationUse.SCARE):
        return False
    if _after_verb(document.tokens, sentence.first, first):
        return True
    if _is_headline(article, quotation):
        return words[0].tag.startswith("VB") or len(words) >= _WORDS
    return quotation.use is QuotationUse.FRAGMENT and len(words) >= _WORDS


def _after_verb(tokens: tuple[Token, ...], start: int, first: int) -> bool:
    """*was described as "reckless"*: a passive verb of saying leads to the mark."""
    i = first - 1
    while i > start and tokens[i].norm in _SKIPPED:
        i -= 1
    if i <= start or tokens[i].lemma not in guard("judge") or tokens[i].tag not in ("VBN", "VBD"):
        return False
    return any(tokens[j].lemma == "be" for j in range(max(start, i - 3), i))


def _is_headline(article: Article, quotation: Quotation) -> bool:
    """A headline, or a line of its own without a full stop."""
    sentence = article.document.sentence_at(quotation.span.start)
    if sentence.role is Role.HEADLINE:
        return True
    paragraph = article.document.paragraphs[sentence.paragraph]
    last = article.document.excerpt(sentence.span).rstrip()[-1:]
    return sentence.span == paragraph and last not in ".!?:…\"”'’"


def _short(article: Article, span: Span) -> str:
    text = article.document.quote(span)
    return text if len(text) <= 60 else f"{text[:45].rsplit(' ', 1)[0]} …"
