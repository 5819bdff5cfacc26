"""What every step looks at: a document with its quotations, and the candidates found in it."""

from dataclasses import dataclass, field

from audit.annotate.model import Quotation, QuotationUse
from audit.annotate.syntax import Syntax, VerbGroup
from audit.document import Document, Sentence

# Half-open, in tokens of the document.
Range = tuple[int, int]

# A fragment of more tokens than this is speech too.
_LONG_FRAGMENT = 10
_NO_SPEECH = frozenset({QuotationUse.TITLE, QuotationUse.NICKNAME, QuotationUse.MENTION})
# A source, an adjunct and a full stop behind a cue are no longer than this.
_REMNANT = 8


@dataclass(slots=True)
class Candidate:
    """A possible attribution, before anybody has decided anything.

    ``sentence`` is an index, ``head`` the token of the cue that carries the meaning.
    ``start`` is where content begins and ``stop`` the furthest it may reach; ``fixed`` are
    parts whose ends are known (quotations, what stands before a cue). ``source`` is ``None``
    where nobody is named. ``weight`` is how likely it is an attribution with this content,
    ``sure`` one with any; ``rivals`` are what else its cue could be read as.
    """

    sentence: int
    head: int
    cue: Range
    lemma: str
    kind: str
    frame: str
    start: int = -1
    stop: int = -1
    fixed: list[Range] = field(default_factory=list)
    source: Range | None = None
    source_head: int = -1
    addressee: Range | None = None
    group: VerbGroup | None = None
    quoted: bool = False
    relation: str = ""
    rivals: tuple[str, ...] = ()
    weight: float = 0.0
    sure: float = 0.0
    end: int = -1
    end_sure: float = 1.0

    @property
    def parts(self) -> list[Range]:
        """All ranges of the content, in reading order."""
        found = list(self.fixed)
        if 0 <= self.start < self.end:
            found.append((self.start, self.end))
        return sorted(part for part in found if part[0] < part[1])

    def holds(self, cue: Range) -> bool:
        """The cue stands inside the content."""
        return any(first <= cue[0] and cue[1] <= last for first, last in self.parts)

    def quote(self, quotation: Range) -> None:
        """Let the content be a quotation, whole."""
        self.fixed, self.start, self.quoted = [quotation], -1, True


class Scene:
    """A document with its quotations by token.

    ``inside`` gives each token the index into ``speech`` of the quotation it lies in, -1
    outside; ``opens`` and ``closes`` the same by first and by last token. ``names`` are
    where titles and nicknames end, by first token: they are stepped over, not into.
    """

    def __init__(self, document: Document, quotations: tuple[Quotation, ...]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.speech: list[tuple[int, int, Quotation]] = []
        self.inside = [-1] * len(document.tokens)
        self.opens: dict[int, int] = {}
        self.closes: dict[int, int] = {}
        self.names: dict[int, int] = {}
        for quotation in quotations:
            first, last = document.token_range(quotation.span)
            if quotation.depth or first >= last:
                continue
            if quotation.use in _NO_SPEECH:
                self.names[first] = last
                continue
            index = len(self.speech)
            self.speech.append((first, last, quotation))
            self.inside[first:last] = [index] * (last - first)
            self.opens[first] = index
            self.closes[last - 1] = index

    def is_speech(self, i: int) -> bool:
        """The token stands inside a quotation that is more than a fragment."""
        index = self.inside[i]
        if index < 0:
            return False
        first, last, quotation = self.speech[index]
        return quotation.use is QuotationUse.SPEECH or last - first > _LONG_FRAGMENT

    def quotation_from(self, i: int) -> Range | None:
        """The quotation that opens at the token."""
        index = self.opens.get(i)
        return None if index is None else self.speech[index][:2]

    def quotation_until(self, i: int) -> Range | None:
        """The quotation that the token closes."""
        index = self.closes.get(i)
        return None if index is None else self.speech[index][:2]


class Passage:
    """One sentence of a scene, with its syntax.

    ``body`` is where its prose begins, after a dateline or bullet; ``stop`` where its words
    end.
    """

    def __init__(self, scene: Scene, index: int, syntax: Syntax) -> None:
        self.scene, self.index, self.syntax = scene, index, syntax
        self.tokens = scene.tokens
        self.sentence = scene.document.sentences[index]
        self.first, self.last = self.sentence.first, self.sentence.last
        self.body = self.first if self.sentence.body < 0 else self.sentence.body
        self.stop = sentence_stop(scene, self.sentence)


def sentence_stop(scene: Scene, sentence: Sentence) -> int:
    """The token after which the sentence's words end: its closing mark is not content."""
    last, tokens = sentence.last, scene.tokens
    while (
        last - 1 > sentence.first
        and tokens[last - 1].norm in (".", "…")
        and not scene.is_speech(last - 1)
    ):
        last -= 1
    return last


def carry_on(scene: Scene, candidate: Candidate) -> None:
    """Add the quotations that follow in the same breath to a quoted candidate.

    *"Enough," she said. "I am done."*: a sentence that is nothing but a quotation goes on
    with the speaker before it; so does a paragraph that opens what the last left open.
    """
    if not candidate.quoted and not ("post" in candidate.frame and _ends_at_cue(scene, candidate)):
        return
    document = scene.document
    sentences, tokens = document.sentences, document.tokens
    paragraph = sentences[candidate.sentence].paragraph
    reached = max([last for _, last in candidate.fixed] + [candidate.end, candidate.cue[1]])
    index = max(candidate.sentence, document.sentence_index(tokens[reached - 1].start))
    while index + 1 < len(sentences):
        following = sentences[index + 1]
        quotation = scene.opens.get(following.first)
        if quotation is None:
            break
        first, last, value = scene.speech[quotation]
        if value.continues is None and following.paragraph != paragraph:
            break
        index = document.sentence_index(tokens[last - 1].start)
        if any(tokens[i].norm[0].isalnum() for i in range(last, sentences[index].last)):
            break
        candidate.fixed.append((first, last))
        paragraph = sentences[index].paragraph


def _ends_at_cue(scene: Scene, candidate: Candidate) -> bool:
    """Nothing but the source, an adjunct and the full stop follows the cue."""
    last = scene.document.sentences[candidate.sentence].last
    reached = max(candidate.cue[1], candidate.source[1] if candidate.source else 0)
    return candidate.start < 0 and last - reached <= _REMNANT
