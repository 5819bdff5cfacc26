"""The writer says that something may be, and not who thinks so.

Why
    Could, may and might let a guess pass as news. In a source's mouth they report how sure
    that source is; in the writer's own voice nobody is. In a whole article it is shown where
    no named voice is near it, and not for a right, a condition or a point that is granted.

Flagged
    The closure [[could]] cost the town 900 jobs.
    The fire [[may]] have started in the kitchen.

Not flagged
    The plant closed in May.
    Divers could not open the hatch.
    Ruiz said it was shut. It rained. The ruling could be appealed.
    Mayor Ines Calder said the bridge could reopen in June.

Source
    Hyland 2005, Metadiscourse.
"""

from collections.abc import Iterator, Sequence

from audit.annotate.model import Article
from audit.annotate.word_classes import words
from audit.document import Role, Span, Token
from audit.finding import Mark, Severity
from audit.rules._hedging import answered, hedges, shared
from audit.rules._who import in_report

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# How far before a modal its clause may open, in tokens.
_REACH = 5
_OPENERS = frozenset({"WDT", "WP", "WRB"})
_DEPENDENT = frozenset({"that", "if", "whether", "i", "we", "you", "as"})
_PERSONAL = frozenset({"he", "she", "they", "who"})
# How far behind the modal a rank may stand, in tokens.
_AHEAD = 7
# How far behind it its verb may stand.
_CLOSE = 4
# With these near behind it, what may be is a date.
_DATED = frozenset(
    {"today", "tomorrow", "tonight", "week", "soon"}
    | {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")}
)
# Somebody's hopes and fears, or a condition: the guess is theirs, or depends on something.
_THEIRS = frozenset({"hope", "fear", "worry", "concern", "if", "unless", "whether", "doubtful"})
# With these a point is granted and then turned.
_TURNS = frozenset({"but", "though", "although", "while", "yet"})
_SUPERLATIVE = frozenset({"RBS", "JJS"})


_AS_ONE_LIKES = frozenset({"however", "whatever", "whoever", "wherever"})


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
    asked = document.tokens[document.sentence_at(span.start).last - 1].norm == "?"
    if asked or (near and near[-1].norm == "one"):
        return True  # one might expect
    return any(token.tag in _OPENERS or token.norm in _DEPENDENT for token in near)


def _allows(article: Article, span: Span) -> bool:
    """*may apply*, *may be small, but*: a right, a skill or a point granted, and no guess."""
    document = article.document
    tokens, sentence = document.tokens, document.sentence_at(span.start)
    i, j = document.token_range(span)
    if sentence.role is Role.HEADLINE or tokens[i].text.isupper():
        return True  # the text below tells who thinks so; a script is read out
    before, after = tokens[sentence.first : i], tokens[j : sentence.last]
    verbs = [token for token in after if token.tag.startswith("VB")][:2]
    if verbs and verbs[0].lemma in words("context_words", "right"):
        return True
    if any(token.norm in _AS_ONE_LIKES for token in after[1:_AHEAD]):
        return True  # may worship however they wish
    if tokens[i].norm != "could" and _is_granted(article, i, after):
        return True
    if tokens[i].norm == "could" and _is_open_to_all(before, verbs):
        return True
    if any(token.tag in _SUPERLATIVE for token in after[:_AHEAD]):
        return True  # may be the luckiest
    if any(token.norm in _DATED for token in after[:_AHEAD]):
        return True  # could come as soon as Tuesday
    if before and before[0].norm in _TURNS - {"but", "yet"}:
        return True
    around = (*before, *(token for token in after if token.norm in ("if", "unless")))
    return any(token.lemma in _THEIRS or token.tag in _SUPERLATIVE for token in around)


def _is_granted(article: Article, i: int, after: Sequence[Token]) -> bool:
    """*may be small, but*, *may want to look*, *might have happened*: a turn of speech."""
    document = article.document
    here = document.sentence_index(document.tokens[i].start)
    following = document.sentences[here + 1 : here + 2]
    if any(document.tokens[sentence.first].norm in ("but", "yet") for sentence in following):
        return True
    if any(token.norm in _TURNS for token in after):
        return True
    plain = [token for token in after[:_CLOSE] if token.tag != "RB"]
    if not plain or plain[0].lemma in ("want", "seem"):
        return True
    if plain[0].norm == "have":
        # May have failed is a guess; might have failed tells what did not.
        return document.tokens[i].norm == "might" or after[0].norm in ("not", "n't")
    return plain[0].norm == "be" and (len(plain) < 2 or plain[1].tag != "VBG")


def _is_open_to_all(before: Sequence[Token], verbs: Sequence[Token]) -> bool:
    """*could be seen*, *could be appealed*, *she could win*: what can be done."""
    if [token.lemma for token in verbs[:1]] == ["be"] and verbs[-1].tag == "VBN":
        return True
    near = next((token for token in reversed(before) if token.tag != "RB"), None)
    return near is not None and near.norm in _PERSONAL
