"""Who said what: candidates read, weighed, chosen, and given their form.

The way: quotations, then for each sentence every candidate cue with its frame,
where its content would end, how likely it is an attribution; then one outermost reading a
place, then the nested ones that are sure, then form, stance and circumstances.
"""

from dataclasses import replace

from audit.annotate.adjust import adjust
from audit.annotate.circumstances import find_circumstances
from audit.annotate.cue_rows import lexicon_row
from audit.annotate.decide import (
    LISTED,
    STRETCH,
    Model,
    by_stretch,
    choose,
    hopeless,
    load_attribution_model,
    weigh,
)
from audit.annotate.ends import best_end
from audit.annotate.forms import is_no_comment, polarity_of, read_form, read_stance
from audit.annotate.gather import gather
from audit.annotate.model import (
    Attribution,
    Content,
    Cue,
    Form,
    Polarity,
    Quotation,
    Source,
)
from audit.annotate.orphans import with_orphans
from audit.annotate.scene import Candidate, Range, Scene, carry_on
from audit.annotate.syntax import Syntax
from audit.document import Document, Span

# A nested attribution is listed only when its cue is this sure: people rarely mark them.
_NESTED, _NESTED_NOUN, _NESTED_OWNING = 0.9, 0.75, 0.5
# *Police said the driver admitted drinking*: who owns up or denies is told by another.
_OWNING = frozenset({"concede", "deny"})
_NESTING = frozenset("that bare quote wh n-that ing frame-citing".split())
# An attribution nests in one of so many before or behind it, and no deeper than this.
_NEIGHBOURS, _DEEPEST = 12, 9
# Speech that only could happen is nobody's statement yet.
_HYPOTHETICAL = 0.45


def find_attributions(
    document: Document, quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """All attributions in reading order of their cues, with kinds of source left open."""
    scene = Scene(document, quotations)
    model = load_attribution_model()
    found: list[Candidate] = []
    for index, sentence in enumerate(document.sentences):
        if not _wholly_quoted(scene, sentence.first, sentence.last):
            found += _weighed(scene, index, Syntax(document, sentence), model)
    chosen = choose(found)
    nested = _nested(found, chosen)
    attributions = _number(
        document, scene, sorted([*chosen, *nested], key=lambda c: (c.cue, c.head))
    )
    return with_orphans(document, quotations, attributions)


def _wholly_quoted(scene: Scene, first: int, last: int) -> bool:
    """Every token stands in one quotation of speech: the writer says nothing here."""
    quotation = scene.inside[first]
    return quotation >= 0 and scene.inside[last - 1] == quotation and scene.is_speech(first)


def _weighed(scene: Scene, index: int, syntax: Syntax, model: Model) -> list[Candidate]:
    """The candidates of a sentence that are worth keeping, ends and weights set."""
    found = []
    for candidate in gather(scene, index, syntax, model.subjects):
        if hopeless(model.counts, candidate):
            continue
        if candidate.start >= 0:
            candidate.end, candidate.end_sure = best_end(scene, syntax, candidate, model.ends)
        carry_on(scene, candidate)
        candidate.weight, candidate.sure = weigh(scene, syntax, candidate, model)
        adjust(scene.document, candidate)
        if candidate.weight >= LISTED or candidate.sure >= _NESTED_OWNING:
            found.append(candidate)
    return found


def _nested(found: list[Candidate], chosen: list[Candidate]) -> list[Candidate]:
    """Statements inside the content of a chosen one: *Police said a witness claimed …*"""
    taken = {candidate.head for candidate in chosen}
    best: dict[int, Candidate] = {}
    around = by_stretch(chosen)
    for candidate in found:
        if candidate.frame == "frame-citing":
            best[candidate.head] = candidate
            continue
        if candidate.frame == "p-quoted-by":
            # The relay of *was quoted as saying by*, beside the speaker.
            if any(c.frame == "p-quoted-as" and c.group is candidate.group for c in chosen):
                best[candidate.head] = candidate
            continue
        if candidate.head in taken or not _may_nest(candidate):
            continue
        near = around.get(candidate.cue[0] // STRETCH, ())
        if any(outer.holds(candidate.cue) and outer.head != candidate.head for outer in near):
            rival = best.get(candidate.head)
            if rival is None or rival.weight < candidate.weight:
                best[candidate.head] = candidate
    return list(best.values())


def _may_nest(candidate: Candidate) -> bool:
    """A listed cue with a source, in a frame that only statements have."""
    row = lexicon_row(candidate)
    if row is None or candidate.source is None:
        return False
    least = _NESTED_NOUN if candidate.kind == "noun" else _NESTED
    if row.category in _OWNING and candidate.group is not None and candidate.group.finite:
        least = _NESTED_OWNING
    return candidate.sure >= least and candidate.frame.partition("+")[0] in _NESTING


def _number(document: Document, scene: Scene, chosen: list[Candidate]) -> tuple[Attribution, ...]:
    """Attributions with ids, levels and parents, in reading order."""
    parents = [_parent(chosen, i) for i in range(len(chosen))]
    numbered = []
    for i, candidate in enumerate(chosen):
        built = _build(document, scene, candidate, f"a{i + 1}")
        level, at = 0, parents[i]
        while at is not None and level < _DEEPEST:
            level, at = level + 1, parents[at]
        parent = parents[i]
        name = None if parent is None else f"a{parent + 1}"
        numbered.append(replace(built, level=level, parent=name))
    return tuple(numbered)


def _parent(chosen: list[Candidate], i: int) -> int | None:
    """The place of the shortest content that a cue stands in; ``None`` where it is in none."""
    candidate = chosen[i]
    near = range(max(0, i - _NEIGHBOURS), min(len(chosen), i + _NEIGHBOURS))
    outer = [j for j in near if j != i and _inside(candidate, chosen[j])]
    return min(outer, key=lambda j: sum(b - a for a, b in chosen[j].parts), default=None)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    """One stands in the other's content. Whoever is cited stands in the citer's sentence."""
    if inner.frame == "frame-citing":
        return inner.holds(outer.cue) and outer.frame != "frame-citing"
    if outer.frame == "frame-citing":
        return False
    return outer.holds(inner.cue) and not inner.holds(outer.cue)


def _build(document: Document, scene: Scene, candidate: Candidate, id_: str) -> Attribution:
    """One attribution from its candidate."""
    spans = tuple(document.span_of(*part) for part in candidate.parts)
    spans = _merged(spans, document.text)
    cue_span = document.span_of(*candidate.cue)
    stance = read_stance(candidate)
    no_comment = is_no_comment(document, candidate)
    if no_comment:
        cue_span, spans = _refusal(document, candidate, cue_span, spans)
    form = Form.NO_COMMENT if no_comment else read_form(document, scene, candidate, stance)
    polarity = polarity_of(document, candidate)
    confidence = candidate.sure
    if polarity is Polarity.HYPOTHETICAL:
        confidence = min(confidence, _HYPOTHETICAL)
    where = find_circumstances(document, candidate)
    return Attribution(
        id=id_,
        sentence=candidate.sentence,
        source=_source(document, candidate),
        cue=Cue((cue_span,), document.excerpt(cue_span), candidate.lemma, stance, candidate.head),
        content=Content(spans, " … ".join(document.quote(span) for span in spans)),
        form=form,
        polarity=polarity,
        confidence=round(confidence, 2),
        frame=candidate.frame,
        venue=where.venue,
        date=where.date,
        addressee=where.addressee,
        anonymity_reason=where.anonymity_reason,
    )


def _source(document: Document, candidate: Candidate) -> Source:
    if candidate.source is None:
        return Source()
    span = document.span_of(*candidate.source)
    return Source((span,), document.excerpt(span), head=candidate.source_head)


def _merged(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Neighbouring spans with nothing but space between become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and _adjoin(merged[-1], span, text):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _adjoin(first: Span, second: Span, text: str) -> bool:
    """They overlap, or no word or line parts them; two quotations side by side are two."""
    if second.start <= first.end:
        return True
    between = text[first.end : second.start]
    if between.strip() or "\n" in between:
        return False
    return text[second.start] not in "\"“‘'" or text[first.end - 1] not in "\"”’'"


def _refusal(
    document: Document, candidate: Candidate, cue: Span, spans: tuple[Span, ...]
) -> tuple[Span, tuple[Span, ...]]:
    """*declined to comment*, *refused to say*: the infinitive belongs to the cue."""
    tokens = document.tokens
    start = candidate.start
    if start < 0 or tokens[start].norm != "to" or start + 1 >= candidate.end:
        return cue, spans
    last = start + 2
    if last < candidate.end and tokens[last].norm in ("on", "to", "about"):
        last += 1
    cue = Span(cue.start, tokens[last - 1].end)
    rest: Range = (last, candidate.end)
    return cue, (document.span_of(*rest),) if rest[0] < rest[1] else ()
