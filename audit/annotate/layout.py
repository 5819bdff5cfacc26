"""Layout that attributes without a word: a name and a colon, a dash and a name below."""

from collections.abc import Iterator

from audit.annotate.scene import Candidate, Passage
from audit.annotate.syntax import FINITE, NAME, NOUN

_DASHES = frozenset({"-", "—", "–", "--"})
# No label before a colon is longer, in tokens, or holds one of these.
_LONGEST_LABEL = 9
_NO_LABEL = frozenset({",", "/"})


def signature(passage: Passage) -> Iterator[Candidate]:
    """A quotation, and below it a dash and who said it: *— Ana Ruiz, mayor*."""
    document, i = passage.scene.document, passage.first
    if passage.tokens[i].norm not in _DASHES or passage.index == 0:
        return
    paragraph = document.paragraphs[passage.sentence.paragraph]
    quotation = passage.scene.quotation_until(i - 1)
    if quotation is None or document.token_range(paragraph)[0] != i:
        return
    first, end, head = passage.syntax.chunk(i + 1)
    if first < end and passage.tokens[head].tag in NAME:
        made = Candidate(passage.index, i, (i, i + 1), "—", "frame", "signature")
        made.source, made.source_head = (first, end), head
        made.quote(quotation)
        yield made


def colon(passage: Passage, i: int) -> Iterator[Candidate]:
    """A name, a colon, what it says: *Calder: "We will rebuild it."*"""
    tokens, scene = passage.tokens, passage.scene
    first, last = passage.first, passage.last
    if i - first > _LONGEST_LABEL or tokens[i - 1].tag not in NOUN:
        return
    if any(t.tag in FINITE or t.tag == ":" or t.norm in _NO_LABEL for t in tokens[first:i]):
        return
    made = Candidate(passage.index, i, (i, i + 1), ":", "frame", "colon")
    made.source, made.source_head, made.relation = (first, i), i - 1, tokens[i - 1].tag
    quotation = scene.quotation_from(i + 1)
    if i + 1 < last and quotation is not None:
        made.frame = "colon-quote"
        made.quote((i + 1, max(quotation[1], passage.stop)))
    elif i + 1 < last:
        made.start, made.stop = i + 1, passage.stop
    elif quotation is not None:
        made.frame = "colon-next"
        made.quote(quotation)
    else:
        return
    yield made
