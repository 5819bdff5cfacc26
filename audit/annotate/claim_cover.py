"""Which attribution a clause rests on, or which one nearby a reader would let cover it."""

from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_voices import LIKELY, is_someone, says_plainly, speaks, tells
from audit.annotate.claim_words import Ground, TermIndex
from audit.annotate.model import (
    STATEMENTS,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Form,
    SourceKind,
)
from audit.document import Span

# Grounds that only a source speaking of the same thing can cover.
_DEMANDING = frozenset({"trend", "force"})
# Grounds that a quotation right behind bears out, and those that a party's words settle.
_BORNE_OUT = frozenset({"opinion", "effect", "trend", "inference", "generality", "mind"})
_OWN_MIND = frozenset({"mind", "aim", "deliberation", "motive"})
_NAMED = frozenset(
    {SourceKind.NAMED_PERSON, SourceKind.NAMED_ROLE, SourceKind.INSTITUTION, SourceKind.PRONOUN}
)
_EXAMPLES = frozenset({"example", "instance"})
_PERSONAL = frozenset({"he", "she", "they"})
# How many sentences off a party may speak for its own mind.
_REACH = 2
# Sources so vague that they cover nothing but their own content.
_VAGUE = frozenset(
    {SourceKind.VAGUE_REPORTS, SourceKind.VAGUE_COLLECTIVE, SourceKind.IMPLICIT}
    | {SourceKind.BARE_UNNAMED}
)
_WORDS = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ"})
_LIGHT = frozenset(
    [
        "be",
        "have",
        "do",
        "say",
        "tell",
        "make",
        "take",
        "get",
        "go",
        "come",
        "year",
        "new",
        "other",
        "time",
        "say",
        "people",
    ]
)
_TAILS = frozenset({"as", "while"})
_CAME_FROM = frozenset({"come", "be", "accord", "base"})
_ORIGIN = frozenset(
    {
        "figure",
        "number",
        "estimate",
        "toll",
        "count",
        "total",
        "finding",
        "statistic",
        "claim",
        "report",
    }
)


# Openings that go on with the sentence before.
_POINTING = frozenset({"that", "this", "these", "those", "it"})


class Cover:
    """Attributions by sentence, and the words of each sentence, looked up as needed."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.document = article.document
        self.terms = TermIndex(article.document)
        self._names: frozenset[str] | None = None
        self._words: dict[int, frozenset[str]] = {}
        self._spoken: dict[int, list[Attribution]] = {}
        self._likely: dict[int, list[Attribution]] = {}
        for attribution in article.attributions:
            self._likely.setdefault(attribution.sentence, []).append(attribution)
            if speaks(attribution):
                self._spoken.setdefault(attribution.sentence, []).append(attribution)

    def words(self, sentence: int) -> frozenset[str]:
        """The lemmas of a sentence that carry meaning."""
        if sentence not in self._words:
            tokens = self.document.words(self.document.sentences[sentence])
            self._words[sentence] = frozenset(
                token.lemma for token in tokens if token.tag in _WORDS and token.lemma not in _LIGHT
            )
        return self._words[sentence]

    def inside(self, clause: Clause) -> Attribution | None:
        """The attribution in whose content the clause stands; the writer's *I think* is none."""
        found = self.article.attributed_to(self.document.tokens[clause.head].span)
        return None if found is None or found.source.kind is SourceKind.AUTHOR else found

    def by_someone(self, claim: Claim) -> bool:
        """The claim rests on the words of a party to the story."""
        return claim.attribution is not None and is_someone(self.article.by_id[claim.attribution])

    def speaks_in(self, sentence: int) -> bool:
        """Somebody says something in this sentence."""
        return bool(self._spoken.get(sentence))

    def holder(self, clause: Clause, ground: Ground | None) -> Attribution | None:
        """The attribution whose own frame the clause is."""
        for attribution in self._spoken.get(clause.sentence, ()):
            if not _overlaps(attribution.cue.spans, self._group(clause)):
                continue
            if ground and self._is_this(attribution, clause, ground):
                continue
            return attribution
        return None

    def nearby(self, clause: Clause, ground: Ground) -> str | None:
        """Why a reader takes the clause as sourced though it lies in no content."""
        tokens = self.document.tokens
        here = clause.sentence
        sentence = self.document.sentences[here]
        if self.article.quoted(tokens[clause.head].span):
            return "quoted words"
        for attribution in self._likely.get(here, ()):
            if attribution.confidence < LIKELY or self._is_this(attribution, clause, ground):
                continue
            if ground.name in _OWN_MIND and not tells(attribution):
                continue  # *knew that it was broken but wanted to go on*
            if clause.marker in _TAILS and attribution.trusted:
                # *officials believe X as Moscow continues to strike*: whose is the end?
                continue
            return "attributed in the same sentence"
        if says_plainly(self.document, sentence, clause.group, clause.after):
            return "attributed in the same sentence"
        if ground.kind is ClaimKind.FIGURE and self.origin_follows(here):
            return "attributed in the next sentence"
        if ground.kind is ClaimKind.FIGURE and self._points_back(here):
            return "attributed just before"
        if ground.name in _BORNE_OUT and self._quotes_next(here):
            return "borne out by the quotation that follows"
        if ground.name in _OWN_MIND and self._speaks_nearby(clause):
            return "told in that party's own words nearby"
        for other in (here + 1, here - 1):
            if self._covers_from(other, here, sentence.paragraph, ground):
                return (
                    "attributed in the next sentence" if other > here else "attributed just before"
                )
        opening = self.document.sentence_index(self.document.paragraphs[sentence.paragraph].start)
        if opening < here - 1 and self._covers_from(
            opening, here, sentence.paragraph, ground, least=2
        ):
            return "attributed at the start of the paragraph"
        return None

    def _points_back(self, here: int) -> bool:
        """*That is a record*: more of what a named source said in the sentence before."""
        opening = self.document.words(self.document.sentences[here])[0]
        return opening.norm in _POINTING and any(
            a.source.known_as.kind not in _VAGUE for a in self._spoken.get(here - 1, ())
        )

    def _quotes_next(self, here: int) -> bool:
        """Somebody with a name is quoted next, as one who finds the same, or an example told."""
        sentences = self.document.sentences
        if here + 1 < len(sentences) and any(
            token.norm in _EXAMPLES for token in self.document.words(sentences[here + 1])
        ):
            return True
        return any(
            a.trusted
            and a.form is Form.DIRECT
            and a.source.known_as.kind in _NAMED
            and self.document.sentence_index(a.content.spans[0].start) == here + 1
            for a in self.article.attributions_in(here + 1)
            if a.content.spans
        )

    def _speaks_nearby(self, clause: Clause) -> bool:
        """Whose mind it is speaks in a neighbouring sentence: *Ruiz, who said so, was angry*."""
        subject = self.document.tokens[clause.subject]
        here = clause.sentence
        paragraph = self.document.sentences[here].paragraph
        if subject.tag == "NNP" and subject.text in self._speakers():
            return True
        for other in range(max(0, here - _REACH), here + _REACH + 1):
            for attribution in self._spoken.get(other, ()):
                source = attribution.source
                if other == here or attribution.form not in STATEMENTS:
                    continue
                if subject.norm in _PERSONAL:
                    same = self.document.sentences[other].paragraph == paragraph
                    if same and other < here and source.known_as.kind in _NAMED:
                        return True
                elif subject.text in source.known_as.text.split():
                    return True
        return False

    def _speakers(self) -> frozenset[str]:
        """The words of the names of everybody who makes a statement in the article."""
        if self._names is None:
            self._names = frozenset(
                word
                for attributions in self._spoken.values()
                for a in attributions
                if a.form in STATEMENTS and a.source.known_as.kind is SourceKind.NAMED_PERSON
                for word in a.source.known_as.text.split()
            )
        return self._names

    def origin_follows(self, sentence: int) -> bool:
        """*The figure came from the governor's office.*"""
        if sentence + 1 >= len(self.document.sentences):
            return False
        following = self.document.words(self.document.sentences[sentence + 1])[:6]
        lemmas = [token.lemma for token in following]
        return bool(_ORIGIN & set(lemmas[:3])) and bool(_CAME_FROM & set(lemmas))

    def _covers_from(
        self, other: int, here: int, paragraph: int, ground: Ground, least: int = 0
    ) -> bool:
        if not 0 <= other < len(self.document.sentences):
            return False
        if not any(
            a.source.known_as.kind not in _VAGUE and tells(a) for a in self._spoken.get(other, ())
        ):
            return False
        same = self.document.sentences[other].paragraph == paragraph
        if other < here and not same:
            return False
        need = max(least, 0 if same else 1, 2 if ground.name in _DEMANDING else 0)
        if other < here and same and not least:
            need = max(need, 1)
        return len(self.words(other) & self.words(here)) >= need

    def _group(self, clause: Clause) -> Span:
        return self.document.span_of(clause.group, clause.after)

    def _is_this(self, attribution: Attribution, clause: Clause, ground: Ground) -> bool:
        """The attribution is only this clause's own verb: *wants*, *has authorised*."""
        own = ground.first <= clause.head < ground.last
        # *sacked her deputy out of spite*: whoever sacks does not state the motive.
        told = ground.name == "motive" and attribution.form is Form.NARRATED_ACT
        return (own or told) and _overlaps(attribution.cue.spans, self._group(clause))


def _overlaps(spans: tuple[Span, ...], other: Span) -> bool:
    return any(span.overlaps(other) for span in spans)
