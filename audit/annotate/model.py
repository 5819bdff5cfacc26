"""What an article says: the values every later step reads.

Spans are code points into ``Document.text``. The words are those of PolNeAR
(Newell et al. 2018) and of ``design`` section 3: a *source* speaks, a *cue* does
the attributing, a *content* is attributed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from audit.document import Document, Sentence, Span
from audit.lexicon import Lexicon, load

# Attributions below this confidence are listed, but nothing rests on them.
TRUSTED = 0.5


class SourceKind(StrEnum):
    """Who or what a source is, from the most to the least identified."""

    NAMED_PERSON = "named_person"
    NAMED_ROLE = "named_role"
    INSTITUTION = "institution"
    METONYMY = "metonymy"
    MEDIA_OUTLET = "media_outlet"
    DOCUMENT = "document"
    UNNAMED_OFFICIAL = "unnamed_official"
    UNNAMED_DESCRIBED = "unnamed_described"
    BARE_UNNAMED = "bare_unnamed"
    VAGUE_COLLECTIVE = "vague_collective"
    VAGUE_REPORTS = "vague_reports"
    PRONOUN = "pronoun"
    AUTHOR = "author"
    IMPLICIT = "implicit"


class Form(StrEnum):
    """How the content is given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATED_ACT = "narrated_act"
    ATTRIBUTED_THOUGHT = "attributed_thought"
    NO_COMMENT = "no_comment"
    AGENTLESS = "agentless"


# The forms in which a source is told to say something, as against doing or thinking it.
STATEMENTS = frozenset({Form.DIRECT, Form.MIXED, Form.INDIRECT})


class Stance(StrEnum):
    """What the cue says about the writer's distance from the content."""

    NEUTRAL = "neutral"
    DOUBT = "doubt"
    ENDORSE = "endorse"
    CONCEDE = "concede"
    DENY = "deny"
    EMOTIVE = "emotive"
    COMMIT = "commit"
    THOUGHT = "thought"


class Polarity(StrEnum):
    """Whether it was said, not said, or only might be."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to say it. No spans and kind ``IMPLICIT`` where nobody is named.

    ``head`` is the token that names the source, -1 where there is none.
    ``resolves_to`` is the antecedent of a pronoun or short form, ``None`` if undecided.
    """

    spans: tuple[Span, ...] = ()
    text: str = ""
    kind: SourceKind = SourceKind.IMPLICIT
    head: int = -1
    resolves_to: "Source | None" = None

    @property
    def known_as(self) -> "Source":
        """The antecedent where there is one, this source itself where not."""
        return self.resolves_to or self


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute. ``head`` is the token that carries the meaning."""

    spans: tuple[Span, ...]
    text: str
    lemma: str
    stance: Stance = Stance.NEUTRAL
    head: int = -1


@dataclass(frozen=True, slots=True)
class Content:
    """What is attributed, in one piece or several; empty after *declined to comment*."""

    spans: tuple[Span, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, in which form.

    ``sentence`` is an index into ``Document.sentences``, of the cue; ``level`` is 0, or
    one more than that of ``parent``, whose content it stands in. ``confidence``, 0 to 1,
    is how often words in this frame were an attribution where people marked them.
    ``anonymity_reason`` is the stated reason why a source is not named.
    """

    id: str
    sentence: int
    source: Source
    cue: Cue
    content: Content
    form: Form
    polarity: Polarity = Polarity.POSITIVE
    level: int = 0
    parent: str | None = None
    confidence: float = 1.0
    frame: str = ""
    venue: Span | None = None
    date: Span | None = None
    addressee: Span | None = None
    anonymity_reason: Span | None = None

    @property
    def trusted(self) -> bool:
        """Findings may rest on it: it is likely enough, and words say who speaks."""
        return self.confidence >= TRUSTED and bool(self.cue.spans)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every stretch of source, cue and content, in reading order."""
        return tuple(sorted((*self.source.spans, *self.cue.spans, *self.content.spans)))


class QuotationUse(StrEnum):
    """What quotation marks do. Only ``SPEECH`` is somebody's words at length."""

    SPEECH = "speech"
    FRAGMENT = "fragment"
    SCARE = "scare"
    TITLE = "title"
    NICKNAME = "nickname"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks. ``span`` includes the marks.

    ``closed`` is false where a paragraph ends first. ``depth`` is 0, or 1 inside another.
    ``continues`` is the index, in ``Article.quotations``, of the quotation of the paragraph
    before that this one carries on, ``None`` where it starts afresh.
    """

    span: Span
    mark: str
    closed: bool = True
    depth: int = 0
    use: QuotationUse = QuotationUse.SPEECH
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source with everything it says in the article.

    ``name`` is its fullest form, ``attributions`` their ids. ``identified``: a reader
    could find this source (a name with a role, or an institution that is named).
    """

    name: str
    kind: SourceKind
    attributions: tuple[str, ...]
    identified: bool
    quoted_words: int
    aliases: tuple[str, ...] = ()


class ClaimKind(StrEnum):
    """What a claim claims."""

    EVENT = "event"
    FIGURE = "figure"
    CAUSAL = "causal"
    PREDICTION = "prediction"
    EVALUATION = "evaluation"
    INTENTION = "intention"
    COMPARISON = "comparison"
    ALLEGATION = "allegation"


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause that states something checkable or disputable.

    ``attribution`` is the id of the attribution it rests on. ``exempt`` is why it needs
    no source (``None`` if it does need one or has one). ``ground`` names what makes it
    disputable (``mind``, ``effect`` …; ``""`` if nothing does), ``focus`` is the words that
    do, ``evidence`` where those words are listed.
    """

    id: str
    sentence: int
    span: Span
    kind: ClaimKind
    attribution: str | None = None
    exempt: str | None = None
    ground: str = ""
    focus: Span | None = None
    evidence: str = ""

    @property
    def unsourced(self) -> bool:
        """It needs a source and has none."""
        return self.exempt is None and self.attribution is None

    @property
    def needs_source(self) -> bool:
        return self.exempt is None


class Holder(StrEnum):
    """Whose words a stretch of text is."""

    WRITER = "writer"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken a statement, by what they do here.

    ``category`` is the rule the hedge belongs to (``modal-hedge``, ``hedge-verb`` …);
    ``evidence`` names the lexicon row.
    """

    span: Span
    category: str
    holder: Holder
    evidence: str


@dataclass(frozen=True, slots=True)
class Expression:
    """A time or quantity. ``what`` is ``time`` or ``quantity``; vague or precise."""

    span: Span
    what: str
    precise: bool
    evidence: str = ""


@dataclass(frozen=True, eq=False)
class Article:
    """A document and everything it was found to say; equal to itself alone.

    ``lexicons`` are the term lists that a house has changed, by the names of the packaged
    ones; ``voices`` gives names, in plain words, whose voice they are where a house says so.
    """

    document: Document
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    expressions: tuple[Expression, ...] = ()
    claims: tuple[Claim, ...] = field(default=())
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)
    voices: Mapping[str, str] = field(default_factory=dict)

    def lexicon(self, name: str) -> Lexicon:
        """A term list as the house has it."""
        return self.lexicons.get(name) or load(name)

    @cached_property
    def by_id(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    @cached_property
    def trusted(self) -> tuple[Attribution, ...]:
        """The attributions that findings and the score may rest on."""
        return tuple(a for a in self.attributions if a.trusted)

    @cached_property
    def speaker_of(self) -> dict[str, Speaker]:
        """The speaker of each attribution, by the attribution's id."""
        return {id_: speaker for speaker in self.speakers for id_ in speaker.attributions}

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Attribution, ...]]:
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            places = {
                self.document.sentence_index(span.start) for span in attribution.cue.spans
            } or {attribution.sentence}
            for span in attribution.content.spans:
                first = self.document.sentence_index(span.start)
                last = self.document.sentence_index(span.end - 1)
                places.update(range(first, last + 1))
            for place in places:
                found.setdefault(place, []).append(attribution)
        return {place: tuple(some) for place, some in found.items()}

    def attributions_in(self, sentence: int) -> tuple[Attribution, ...]:
        """Those whose cue or content touches the sentence with this index."""
        return self._by_sentence.get(sentence, ())

    def hedges_near(self, spans: Iterable[Span]) -> Sequence[Hedge]:
        """The hedges from the sentence where the first of the spans begins to the last's end."""
        spans = tuple(spans)
        if not spans or not self.hedges:
            return ()
        starts, hedges = self._hedges
        first = self.document.sentence_at(min(span.start for span in spans)).start
        last = max(span.end for span in spans)
        return hedges[bisect_left(starts, first) : bisect_left(starts, last)]

    @cached_property
    def _hedges(self) -> tuple[list[int], list[Hedge]]:
        """The hedges in reading order, and where they begin."""
        found = sorted(self.hedges, key=lambda hedge: hedge.span)
        return [hedge.span.start for hedge in found], found

    def sentences(self) -> Iterator[tuple[int, Sentence]]:
        yield from enumerate(self.document.sentences)

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """Starts and ends of the outermost quotations of anybody's words."""
        kept: list[Span] = []
        for quotation in self.quotations:
            if quotation.depth == 0 and quotation.use is not QuotationUse.SCARE:
                kept.append(quotation.span)
        kept.sort()
        return [span.start for span in kept], [span.end for span in kept]

    def quoted(self, span: Span) -> bool:
        """The span lies inside quotation marks (scare quotes are the writer's own)."""
        starts, ends = self._quoted
        i = bisect_right(starts, span.start) - 1
        return i >= 0 and span.end <= ends[i]

    def attributed_to(self, span: Span) -> Attribution | None:
        """The innermost trusted attribution whose content covers the span."""
        best = None
        for attribution in self.attributions_in(self.document.sentence_index(span.start)):
            covers = attribution.trusted and any(
                content.covers(span) for content in attribution.content.spans
            )
            if covers and (best is None or attribution.level >= best.level):
                best = attribution
        return best

    def holder(self, span: Span) -> Holder:
        """Whose words the span is: quoted, attributed without quotation, or the writer's."""
        if self.quoted(span):
            return Holder.QUOTED
        return Holder.ATTRIBUTED if self.attributed_to(span) else Holder.WRITER
