"""Times and quantities, and whether a reader could pin them down.

*June 4*, *on Friday*, *190 miles* are precise; *in recent days*, *soon*, *a number of* are
vague. ``evidence`` is the lexicon row of those a finding may point at; it is empty for
the precise ones and for those that only count (*now*, *many*, *often*).
"""

from collections.abc import Iterator

from audit.annotate.expression_guards import GUARDS, amount, stretch
from audit.annotate.model import Article, Expression
from audit.document import Document, Role, Sentence, Token
from audit.lexicon import load

SILENT = frozenset({Role.BYLINE, Role.CAPTION, Role.CORRECTION, Role.BOILERPLATE})

_UNITS = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "night"}
)
_CURRENCY = frozenset({"$", "£", "€", "¥"})
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})

# First and last token, half open; time or quantity; precise; evidence.
Found = tuple[int, int, str, bool, str]


def find_expressions(article: Article) -> tuple[Expression, ...]:
    """Every time and quantity in reading order, none inside another."""
    document = article.document
    found = []
    for sentence in document.sentences:
        if sentence.role in SILENT:
            continue
        reached = -1
        for start, end, what, precise, evidence in sorted(
            _in_sentence(document, sentence), key=lambda found: (found[0], -found[1])
        ):
            if start >= reached:
                span = document.span_of(start, end)
                found.append(Expression(span, what, precise, evidence))
                reached = end
    return tuple(found)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Found]:
    tokens, first, last = document.tokens, sentence.first, sentence.last
    for i, j, entry in load("time_expressions").within(document, first, last):
        row = f"{entry.term} ({entry.source})"
        if entry.category == "month":
            yield from _month(tokens, i, first, last)
        elif entry.category == "precise":
            yield i, j, "time", True, ""
        elif entry.category == "counted":
            yield i, j, "time", False, ""
        else:
            guard = entry.rest["guard"]
            end = GUARDS[guard](tokens, i, j, first, last) if guard else j
            if end:
                yield i, end, "time", False, row
    for i in range(first, last):
        end = stretch(tokens, i, last)
        if end:
            yield i, end, "time", False, "a stretch of time (AP Stylebook: time element)"
    for i, j, entry in load("vague_quantities").within(document, first, last):
        row = f"{entry.term} ({entry.source})"
        if entry.category in ("head", "share"):
            begin = amount(tokens, i, first, last, entry.category == "share")
            if begin is not None:
                yield begin, i + 2, "quantity", False, row
            continue
        guard = entry.rest["guard"]
        end = GUARDS[guard](tokens, i, j, first, last) if guard else j
        reported = entry.category != "counted" and end
        yield i, end or j, "quantity", False, row if reported else ""
    yield from _numbers(tokens, first, last)


def _month(tokens: tuple[Token, ...], i: int, first: int, last: int) -> Iterator[Found]:
    """A month with the day and year around it; *may* and *march* only as names."""
    if not tokens[i].text[0].isupper() or tokens[i].tag not in ("NNP", "NN", "NNPS"):
        return
    start, end = i, i + 1
    if i > first and tokens[i - 1].tag == "CD" and tokens[i - 1].norm.rstrip("stndrh").isdigit():
        start = i - 1
    while end < last and (
        tokens[end].tag == "CD"
        or (tokens[end].norm == "," and end + 1 < last and _is_year(tokens[end + 1]))
    ):
        end += 1
    yield start, end, "time", True, ""


def _numbers(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[Found]:
    """Runs of digits and number words: years, times of day, spans of time, amounts."""
    i = first
    while i < last:
        token = tokens[i]
        if token.tag != "CD" and not token.norm[0].isdigit():
            i += 1
            continue
        start, end = i, i + 1
        while end < last and (tokens[end].tag == "CD" or tokens[end].norm in _SCALES):
            end += 1
        if start > first and tokens[start - 1].norm in _CURRENCY:
            start -= 1
        i = end
        if token.norm == "one" and (end >= last or not tokens[end].tag.startswith("NN")):
            continue
        if end - start == 1 and _is_year(token):
            yield start, end, "time", True, ""
        elif end < last and tokens[end].norm in ("a.m.", "p.m.", "am", "pm", "o'clock"):
            yield start, end + 1, "time", True, ""
        elif end < last and tokens[end].lemma in _UNITS:
            after = end + 1
            if after < last and tokens[after].norm in ("ago", "later", "earlier", "before"):
                after += 1
            yield start, after, "time", True, ""
        else:
            yield start, end, "quantity", True, ""


def _is_year(token: Token) -> bool:
    return len(token.norm) == 4 and token.norm.isdigit() and "1500" <= token.norm <= "2100"
