"""Who is heard in which paragraph: what stands near a claim, and what does not."""

from functools import cached_property

from audit.annotate.claim_voices import LIKELY, SAYING, tells
from audit.annotate.model import STATEMENTS, Article, Attribution, Form, SourceKind
from audit.document import Document, Sentence, Span

# *Some reports say* is no voice that anything could rest on.
_NOBODY = frozenset({SourceKind.VAGUE_REPORTS, SourceKind.BARE_UNNAMED, SourceKind.AUTHOR})
_POINTING = frozenset({"PRP", "PRP$", "DT"})
_ARTICLES = frozenset({"a", "an", "the", "no", "some", "every", "each"})
_MATTER = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_LIGHT = frozenset(
    {"be", "come", "day", "do", "get", "go", "have", "make", "month", "people", "say", "take"}
    | {"tell", "time", "week", "year"}
)
# So many paragraphs off, a member of a group may speak for it.
_REACH = 2
# A year before this one makes what is told with it history.
_RECENT = 1980


class Paragraphs:
    """The statements of an article by paragraph."""

    def __init__(self, article: Article) -> None:
        self._document = article.document
        self._article = article
        self._content: dict[int, frozenset[str]] = {}

    @cached_property
    def _voices(self) -> dict[int, set[str]]:
        """The lemmas of the sources heard in each paragraph."""
        found: dict[int, set[str]] = {}
        for attribution in self._article.attributions:
            if _is_statement(attribution):
                found.setdefault(self._at(attribution), set()).update(self._words(attribution))
        return found

    @cached_property
    def _actors(self) -> dict[int, set[str]]:
        """The same with those of whom only an act is told: *executives faulted the software*."""
        found = {at: set(words) for at, words in self._voices.items()}
        for attribution in self._article.trusted:
            if attribution.form is Form.NARRATED_ACT:
                found.setdefault(self._at(attribution), set()).update(self._words(attribution))
        return found

    def _at(self, attribution: Attribution) -> int:
        return self._document.sentences[attribution.sentence].paragraph

    def _words(self, attribution: Attribution) -> set[str]:
        return {
            token.lemma
            for span in attribution.source.known_as.spans
            for token in self._document.tokens[slice(*self._document.token_range(span))]
        }

    def silent(self, sentence: int, before: int = 0, after: int = 0) -> bool:
        """Nobody in the sentence's paragraph says anything, and nobody near says it.

        Whoever speaks in so many paragraphs around it speaks of something else.
        """
        here = self._document.sentences[sentence].paragraph
        if here in self._voices:
            return False
        around = [at for at in range(here - before, here + after + 1) if at in self._voices]
        if not around:
            return True
        opening = self._document.tokens[self._document.sentences[sentence].first]
        if opening.tag in _POINTING and opening.norm not in _ARTICLES:
            return False  # *It was*, *This is*: of what was said
        own = self._lemmas(self._document.sentences[sentence])
        return not any(own & self._of_paragraph(at) for at in around)

    def alone(self, sentence: int) -> bool:
        """Nobody says anything in the sentence's paragraph and in those beside it."""
        here = self._document.sentences[sentence].paragraph
        return self._voices.keys().isdisjoint(range(here - 1, here + 2))

    def _of_paragraph(self, at: int) -> frozenset[str]:
        if at not in self._content:
            span = self._document.paragraphs[at]
            first = self._document.sentence_index(span.start)
            last = self._document.sentence_index(span.end - 1)
            found = (self._lemmas(s) for s in self._document.sentences[first : last + 1])
            self._content[at] = frozenset().union(*found)
        return self._content[at]

    def _lemmas(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence that carry its matter."""
        return frozenset(
            token.lemma
            for token in self._document.words(sentence)
            if token.tag in _MATTER and token.lemma not in _LIGHT
        )

    def heard_near(self, sentence: int, lemma: str) -> bool:
        """Somebody of this name speaks near, or people were interviewed.

        *Executives fear* rests on what *executives* said two paragraphs before.
        """
        here = self._document.sentences[sentence].paragraph
        near = range(here - _REACH, here + _REACH + 1)
        if any(lemma in self._actors.get(at, ()) for at in near):
            return True
        return any(
            self._document.sentence_at(token.start).paragraph in near
            for at in self._document.places.get("interviews", ())
            for token in [self._document.tokens[at]]
        )

    def history(self, sentence: int) -> bool:
        """The paragraph or one beside it names a year that only history tells of."""
        here, paragraphs = self._document.sentences[sentence].paragraph, self._document.paragraphs
        start = paragraphs[max(here - 1, 0)].start
        end = paragraphs[min(here + 1, len(paragraphs) - 1)].end
        first, last = self._document.token_range(Span(start, end))
        return any(
            token.tag == "CD" and len(token.norm) == 4 and token.norm.isdigit()
            and 1000 <= int(token.norm) < _RECENT
            for token in self._document.tokens[first:last]
        )  # fmt: skip

    def closed_quote(self, sentence: int) -> bool:
        """The paragraph ends a quotation that an earlier one opened."""
        here = self._document.sentences[sentence].paragraph
        span = self._document.paragraphs[here]
        text = self._document.prose[span.start : span.end]
        return text.endswith("”") and text.count("”") > text.count("“")


def shouted(document: Document, sentence: int) -> bool:
    """Set in capitals throughout, as a script for the screen is."""
    here = document.sentences[sentence]
    return here.last - here.first > _REACH and document.prose[here.start : here.end].isupper()


def _is_statement(attribution: Attribution) -> bool:
    """Somebody states something, as far as a reader would take it."""
    plain = attribution.cue.lemma in SAYING
    if not (attribution.form in STATEMENTS or (plain and attribution.form is Form.NARRATED_ACT)):
        return False
    likely = attribution.confidence >= LIKELY
    return likely and attribution.source.known_as.kind not in _NOBODY and tells(attribution)
