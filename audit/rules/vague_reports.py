"""A statement rests on reports that nobody can look up.

Why
    “Some reports” may be one post or ten newspapers. Without a name, a date or a link the
    reader cannot tell, and cannot check whether they say so at all.

Flagged
    [[Some reports]] claim that the port will close.
    The factory closed in May, according to [[media reports]].

Not flagged
    A 2023 report by the National Audit Office says the scheme wasted 80 million pounds.
    The Herald reported that the port would close.
    The debt was 3 million, according to court papers.

Source
    Reuters Handbook of Journalism, "Accuracy"; AP guidelines for credit and
    attribution (2010).
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.finding import Mark, Severity
from audit.rules._saying import is_participle, states
from audit.rules._who import are_reports, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.ERROR

_KNOWN = frozenset({"the", "these", "those", "both"})
_FILED = frozenset({"bankruptcy", "charging", "court", "filed", "indictment", "legal", "lodged"})
_SAYING = frozenset({"add", "note", "say", "tell"})
_TRYING = frozenset({"attempt", "seek", "try"})
# How far behind a source its examples begin, in tokens.
_NEAR = 4


def find(article: Article) -> Iterator[Mark]:
    for attribution in told(article, SourceKind.VAGUE_REPORTS):
        span = attribution.source.spans[0]
        if _told_which(article, attribution) or not are_reports(article, attribution):
            continue
        if _on_record(article, attribution) or _is_spoken_of(article, attribution):
            continue
        if not states(article, attribution) or is_participle(article, attribution):
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” could be anything: no outlet, no date, no link.",
            "Which reports? Name and link them.",
            (attribution.id,),
        )


def _on_record(article: Article, attribution: Attribution) -> bool:
    """*court papers*, *papers filed with the office*: they lie where anybody may read them."""
    return any(token.norm in _FILED for token in tokens_of(article, attribution.source))


def _is_spoken_of(article: Article, attribution: Attribution) -> bool:
    """*A trader said reports of sales drove it*; or what they would say, or seek to."""
    document = article.document
    first, last = document.token_range(attribution.source.spans[0])
    opening = document.sentences[attribution.sentence].first
    if first > opening and document.tokens[first - 1].lemma in _SAYING:
        return True
    between = document.tokens[last : attribution.cue.head + 1]
    return any(token.tag == "MD" or token.lemma in _TRYING for token in between)


def _told_which(article: Article, attribution: Attribution) -> bool:
    """*papers including The Sun*, *the court papers*: which ones is said, or was.

    Or the next sentence names one; and a question asks about all of them.
    """
    document = article.document
    here = attribution.sentence
    if any(token.norm == "?" for token in document.words(document.sentences[here])):
        return True
    if any(
        other.sentence == here + 1 and other.source.kind is SourceKind.MEDIA_OUTLET
        for other in article.trusted
    ):
        return True
    first, last = document.token_range(attribution.source.spans[0])
    after = {token.norm for token in document.tokens[first + 1 : last + _NEAR]}
    return document.tokens[first].norm in _KNOWN or bool(after & {"including", "like", "such"})
