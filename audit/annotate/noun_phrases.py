"""Whole noun phrases, from their chunks: titles, appositions and what is joined to them."""

from audit.annotate.scene import Range
from audit.annotate.syntax import FINITE, NAME, NOUN, PRONOUN, Chunk, Syntax

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "tomorrow week month year morning afternoon evening night weekend january february march "
    "april may june july august september october november december then sept. oct. nov. dec. "
    "jan. feb. aug.".split()
)
# A relative pronoun, a clause mark or a verb begins what a source leaves out.
_CUT = FINITE | {"WDT", "WP", "WP$", "WRB", ":", "-LRB-", ".", "PRP"}
_CUT_WORDS = frozenset({"that", ";", '"'})
_ADVERBIAL = frozenset(
    "after before during because while as if since until though although when".split()
)
# After a comma, what may begin an apposition.
_APPOSITION = NOUN | {"DT", "JJ", "CD", "PRP$", "JJS"}
# No phrase ends with one of these.
_LOOSE = frozenset({",", "CC", "IN", "RB", ":", "DT", "``", "''"})
# Before the first of two joined phrases.
_BEFORE_JOINED = frozenset({",", "CC", "``", "''"})
_PREPOSITIONS = frozenset("of for in at on from with".split())
_WHEN = DAYS | {"last", "this", "next", "earlier", "later"}
# *Lund, now a teacher*
_SINCE_WHEN = frozenset("now then currently formerly once also both".split())
# Tokens of *(D-N.Y.)*, and a few more.
_INSERTION = 9
# Prepositional phrases and conjuncts that a noun phrase is followed through.
_LINKS = 4


def noun_phrase(syntax: Syntax, chunk: Chunk, limit: int) -> Range:
    """The whole phrase around a chunk: with title and apposition, no relative clause.

    ``limit`` is the first token of the verb after it, or 0 where the verb stands before;
    a phrase before its verb may reach the comma right before it.
    """
    tokens = syntax.tokens
    first, last, head = chunk
    if tokens[head].tag in PRONOUN or tokens[head].tag == "WDT":
        return (_joined(syntax, first) if limit else first), last
    if limit:
        first = _joined(syntax, first)
    while first < head and _is_day(syntax, first):
        first += 1
    end = phrase_stop(syntax, last, limit or syntax.last, commas=True)
    if tokens[first].norm == "one" and tokens[end - 1].tag in NAME:
        # *one of the aides, Ana Ruiz*: the name says who.
        name, _, _ = syntax.chunk_before(end)
        if name > first and tokens[name - 1].norm == ",":
            first = name
    return first, max(end, first + 1)


def _is_day(syntax: Syntax, i: int) -> bool:
    norm = syntax.tokens[i].norm
    return norm in DAYS or (norm in ("last", "this") and syntax.tokens[i + 1].norm in DAYS)


def _joined(syntax: Syntax, first: int) -> int:
    """The start of *Ruiz and Lund* where ``first`` is that of *Lund*."""
    tokens = syntax.tokens
    if first - 1 <= syntax.first or tokens[first - 1].norm != "and":
        return first
    start, end, _ = syntax.chunk_before(first - 1)
    if start == end or not _may_open(syntax, start):
        return first
    # *The mayor, teachers and two pilots*
    if start > syntax.first and tokens[start - 1].norm == ",":
        before, end, head = syntax.chunk_before(start - 1)
        if before < end and before == syntax.first and tokens[head].norm not in DAYS:
            return before
    return start


def _may_open(syntax: Syntax, start: int) -> bool:
    return start == syntax.first or syntax.tokens[start - 1].tag in _BEFORE_JOINED


def phrase_stop(syntax: Syntax, last: int, limit: int, *, commas: bool) -> int:
    """Where a phrase whose first chunk ends at ``last`` ends: before clause or adjunct."""
    tokens = syntax.tokens
    end = skip = last
    for i in range(last, limit):
        token = tokens[i]
        if i < skip:
            continue
        if token.norm == "(":
            # *Ana Ruiz (Greens)*
            skip = _past_brackets(syntax, i, limit)
            if i < skip:
                end = skip
                continue
        if token.tag in _CUT or token.norm in _CUT_WORDS:
            break
        if token.norm == "," and not (commas and _apposition_follows(syntax, i, limit)):
            break
        if _adds_only(syntax, i, limit):
            break
        if token.tag not in _LOOSE:
            end = i + 1
    return _without_time(syntax, last, end)


def _past_brackets(syntax: Syntax, i: int, limit: int) -> int:
    """Past a short insertion behind a name; ``i`` itself where there is none."""
    tokens = syntax.tokens
    if tokens[i - 1].tag in NAME:
        for j in range(i + 1, min(i + _INSERTION, limit)):
            if tokens[j].norm == ")":
                return j + 1
            if tokens[j].tag in FINITE:
                break
    return i


def _without_time(syntax: Syntax, last: int, end: int) -> int:
    """*The Herald last month* is the Herald."""
    tokens = syntax.tokens
    kept = end
    while kept > last - 1 and kept > syntax.first + 1 and tokens[kept - 1].norm in _WHEN:
        kept -= 1
    return kept if kept < end and tokens[kept - 1].tag in NOUN else end


def _apposition_follows(syntax: Syntax, comma: int, limit: int) -> bool:
    """A noun phrase stands behind the comma, and no clause of its own."""
    if comma + 1 >= limit:
        return False
    following = syntax.tokens[comma + 1]
    if following.norm in _SINCE_WHEN and comma + 2 < limit:
        following = syntax.tokens[comma + 2]
    if following.tag not in _APPOSITION or following.norm in DAYS:
        return False
    if syntax.tokens[comma].tag != "," or limit < syntax.last - 1:
        return True
    return not verb_at(syntax, chain(syntax, max(syntax.chunk(comma + 1)[1], comma + 1)))


def _adds_only(syntax: Syntax, i: int, limit: int) -> bool:
    """A day, an adverbial, or a participle behind a comma: it does not say who.

    *a memo seen by the Guardian* names it closer; after a comma it only adds.
    """
    tokens = syntax.tokens
    _, _, _, norm, tag, _ = tokens[i]
    if tag in ("VBN", "VBG"):
        return tokens[i - 1].norm == ","
    if tag in ("NN", "NNP"):
        return norm in DAYS
    if tag == "IN" and i + 1 < limit:
        return norm in _ADVERBIAL or tokens[i + 1].norm in DAYS
    return False


def chain(syntax: Syntax, end: int) -> int:
    """Past the prepositional phrases that continue a noun phrase ending at ``end``."""
    tokens = syntax.tokens
    for _ in range(_LINKS):
        if end >= syntax.last:
            break
        _, _, _, norm, tag, _ = tokens[end]
        preposition = tag == "IN" and norm in _PREPOSITIONS
        if not (preposition or tag == "POS" or (tag == "CC" and norm == "and")):
            break
        first, last, _ = syntax.chunk(end + 1)
        if first == last or (preposition and _dated(syntax, first, last)):
            break
        end = last
    return end


def _dated(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.tokens[i].norm in DAYS for i in range(first, last))


def clause_at(syntax: Syntax, i: int) -> bool:
    """A subject and a finite verb stand here, or an introduction before them."""
    first, end, _ = syntax.chunk(i)
    if first < end:
        return verb_at(syntax, chain(syntax, end))
    return i < syntax.last and syntax.tokens[i].tag in ("IN", "EX", "RB", ",")


def verb_at(syntax: Syntax, i: int) -> bool:
    """A finite verb stands here, perhaps after an adverb or two."""
    tokens = syntax.tokens
    for j in range(i, min(i + 3, syntax.last)):
        tag = tokens[j].tag
        if tag in FINITE:
            return True
        if tag not in ("RB", "RBR"):
            return False
    return False
