"""What a quoted speaker quotes: *"She told me, 'I am done,' and left," Reyes recalled.*

Only words in marks of their own, with a verb of saying right before them and its subject
before that, all in one quotation: the writer's cues are read elsewhere.
"""

from collections.abc import Iterator

from audit.annotate.cue_rows import find_row
from audit.annotate.model import Quotation
from audit.annotate.scene import Candidate, Scene
from audit.annotate.syntax import FINITE, Syntax
from audit.document import Document

_BEFORE_QUOTE = frozenset({",", ":"})
# About as often as a cue before a quotation is one in the writer's own words.
_SURE = 0.75


def inner_statements(
    document: Document, scene: Scene, quotations: tuple[Quotation, ...]
) -> Iterator[Candidate]:
    """A candidate for each quotation within a quotation whose speaker stands before it."""
    for quotation in quotations:
        if quotation.depth == 1:
            first, last = document.token_range(quotation.span)
            made = _statement(document, scene, first, last)
            if made is not None:
                yield made


def _statement(document: Document, scene: Scene, first: int, last: int) -> Candidate | None:
    index = document.sentence_index(document.tokens[first].start)
    syntax, tokens = Syntax(document, document.sentences[index]), document.tokens
    i = first - (first > 0 and tokens[first - 1].norm in _BEFORE_QUOTE)
    hearer = None
    group = next((g for g in syntax.groups if g.last == i), None)
    if group is None:
        begin, end, _ = syntax.chunk_before(i)
        hearer = begin, end
        group = next((g for g in syntax.groups if g.last == begin < end), None)
    if group is None or tokens[group.first].tag not in FINITE or group.passive:
        return None
    row = find_row("verb", tokens[group.head].lemma, "quote")
    begin, end, head = syntax.chunk_before(group.first)
    outer = scene.inside[first]
    if row is None or begin == end or scene.inside[begin] != outer or outer < 0:
        return None
    made = Candidate(
        sentence=index,
        head=group.head,
        cue=(group.first, group.last),
        lemma=tokens[group.head].lemma,
        kind="verb",
        frame="quote",
        source=(begin, end),
        source_head=head,
        addressee=hearer,
        group=group,
        sure=_SURE,
    )
    made.quote((first, last))
    return made
