"""The writer says that something may be, and not who thinks so.

Why
    Could, may and might let a guess pass as news. In a source's mouth they report how sure
    that source is; in the writer's own voice nobody is.

Flagged
    The closure [[could]] cost the town 900 jobs.
    The fire [[may]] have started in the kitchen.

Not flagged
    The plant closed in May.
    Divers could not open the hatch.
    Mayor Ines Calder said the bridge could reopen in June.

Source
    Hyland 2005, Metadiscourse; Reuters Handbook of Journalism, "Hedging".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import answered, hedges, in_report, shared

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# How far before a modal its clause may open, in tokens.
_REACH = 5
_OPENERS = frozenset({"WDT", "WP", "WRB"})
_DEPENDENT = frozenset({"that", "if", "whether", "i", "we", "you", "as"})
# What one *may* or *could* do by right or by skill, or what is only an example.
_RIGHTS = frozenset(
    {"appeal", "apply", "ask", "choose", "file", "impeach", "impose", "include", "involve"}
    | {"order", "overturn", "penalise", "penalize", "request", "seek", "take", "use", "vote"}
)
_SENSED = frozenset({"see", "hear", "find", "read"})
# Somebody's hopes and fears, or a condition: the guess is theirs, or depends on something.
_THEIRS = frozenset({"hope", "fear", "worry", "concern", "if", "unless", "whether", "doubtful"})
_TURNS = frozenset({"but", "though", "although", "while", "yet"})
_SUPERLATIVE = frozenset({"RBS", "JJS"})


def find(article: Article) -> Iterator[Mark]:
    report = in_report(article)
    for hedge in hedges(article, "modal-hedge"):
        if shared(article, hedge):
            continue
        if _depends(article, hedge.span):
            continue
        if report and (_allows(article, hedge.span) or answered(article, hedge.span)):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” leaves open whether it is so.",
            "Who thinks so, and on what grounds? Name them.",
            (hedge.evidence,),
        )


def _depends(article: Article, span: Span) -> bool:
    """*how much it might cost*, *whoever may replace him*: no statement, or one of *I*, *we*."""
    document = article.document
    at, _ = document.token_range(span)
    first = document.sentence_at(span.start).first
    near = document.tokens[max(first, at - _REACH) : at]
    return any(token.tag in _OPENERS or token.norm in _DEPENDENT for token in near)


def _allows(article: Article, span: Span) -> bool:
    """*may apply*, *may be small, but*: a right, a skill or a point granted, and no guess."""
    document = article.document
    tokens, sentence = document.tokens, document.sentence_at(span.start)
    i, j = document.token_range(span)
    before, after = tokens[sentence.first : i], tokens[j : sentence.last]
    verbs = [token for token in after if token.tag.startswith("VB")][:2]
    if verbs and verbs[0].lemma in _RIGHTS:
        return True
    if verbs and verbs[0].lemma == "be" and verbs[-1].lemma in _SENSED:
        return True
    if tokens[i].norm == "may" and (
        any(token.norm in _TURNS for token in after)
        or (before and before[0].norm in _TURNS - {"but", "yet"})
    ):
        return True
    words = (*before, *(token for token in after if token.norm in ("if", "unless")))
    return any(token.lemma in _THEIRS or token.tag in _SUPERLATIVE for token in words)
