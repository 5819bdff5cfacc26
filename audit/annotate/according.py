"""*According to* and its kin: a frame that names the source before or behind the content."""

from collections.abc import Iterator

from audit.annotate.noun_phrases import clause_at, phrase_stop
from audit.annotate.scene import Candidate, Passage

# *According to plan* says how, not who.
_MANNER = frozenset("plan schedule script design tradition custom size type need taste".split())
# The words such a frame begins with.
ACCORDING = frozenset("according per in".split())
# *in the words of*
_VIEWS = frozenset("words opinion view eyes".split())
# What may stand before a frame that opens its sentence.
_LEADING = frozenset({"CC", "RB", ",", "IN"})
_MARKS = frozenset({",", "--", "—", "-"})
# A participle or relative clause behind the first comma still says who.
_ABOUT_SOURCE = frozenset({"VBN", "VBG", "WDT", "WP"})
# How far off the comma may stand that ends the frame, and the longest source, in tokens.
_COMMA_REACH, _LONGEST_SOURCE = 40, 24


def according(passage: Passage, i: int) -> Iterator[Candidate]:
    """The candidate whose frame begins at token ``i``."""
    after = _frame_end(passage, i)
    if after is None or after >= passage.last:
        return
    tokens, syntax = passage.tokens, passage.syntax
    lemma = " ".join(token.norm for token in tokens[i:after])
    first, end, head = syntax.chunk(after)
    if first == end or (lemma == "according to" and tokens[head].lemma in _MANNER):
        return
    made = Candidate(passage.index, i, (i, after), lemma, "frame", "frame-post")
    made.source = after, phrase_stop(syntax, end, passage.stop, commas=True)
    made.source_head = head
    if all(tokens[j].tag in _LEADING for j in range(passage.first, i)):
        made.frame = "frame-pre"
        placed = _place_behind(passage, end, made)
    else:
        placed = _place_before(passage, made)
    if placed:
        yield made


def _frame_end(passage: Passage, i: int) -> int | None:
    """Where a frame that begins at token ``i`` ends; ``None`` where none does."""
    norms = [token.norm for token in passage.tokens[i : min(i + 5, passage.last)]]
    if norms[:2] == ["according", "to"]:
        return i + 2
    if norms[0] == "per" and len(norms) > 1 and passage.tokens[i + 1].tag in ("DT", "NNP"):
        return i + 1
    if len(norms) == 5 and norms[:2] == ["in", "the"] and norms[2] in _VIEWS and norms[3] == "of":
        return i + 4
    return None


def _place_behind(passage: Passage, i: int, made: Candidate) -> bool:
    """*According to police, the road is closed.* False where no comma ends the frame."""
    tokens, stop, first = passage.tokens, passage.stop, made.cue[1]
    commas = [k for k in range(i, min(stop, first + _COMMA_REACH)) if tokens[k].norm == ","]
    if not commas or commas[0] + 1 >= stop:
        return False
    # An apposition or participle may come first: the clause begins after a later comma.
    comma = next((k for k in commas if k + 1 < stop and _begins_clause(passage, k + 1)), commas[0])
    if comma - first < _LONGEST_SOURCE:
        made.source = first, comma
    made.start, made.stop = comma + 1, stop
    quotation = passage.scene.quotation_from(comma + 1)
    if quotation is not None and quotation[1] > stop:
        made.fixed, made.start = [quotation], -1
    return True


def _begins_clause(passage: Passage, i: int) -> bool:
    if i in passage.scene.opens:
        return True
    return passage.tokens[i].tag not in _ABOUT_SOURCE and clause_at(passage.syntax, i)


def _place_before(passage: Passage, made: Candidate) -> bool:
    """*The road, according to police, is closed.* False where nothing stands before it."""
    tokens, i, first = passage.tokens, made.cue[0], passage.body
    last = i
    while last > passage.first and tokens[last - 1].norm in _MARKS:
        last -= 1
    if tokens[first].tag == "CC":
        first += 1
    quotation = passage.scene.quotation_until(last - 1)
    if quotation is not None:
        first = min(first, quotation[0])
    if first >= last:
        return False
    made.fixed = [(first, last)]
    made.quoted = quotation is not None
    end = made.source[1] if made.source else i
    if end + 1 < passage.stop and tokens[end].norm == "," and last < i:
        made.start, made.stop = end + 1, passage.stop
        made.frame = "frame-mid"
    return True
