"""It is unclear whether a sentence or clause still belongs to the speaker before it.

Why
    After *she said* a reader goes on hearing her voice, but the writer may have taken over. If
    the statement is disputed later, nobody knows whose it was.

Flagged
    Lund said the port was shut. [[Ships were being turned away]].
    “It was an accident,” said Cole. [[“It was murder.”]] Prosecutor Dana Frey told jurors so.
    Officials believe the raid failed [[as Moscow continues to launch strikes on the city]].

Not flagged
    Lund said the port was shut. The closure began on May 3.
    Lund said the port was shut. He would not say why.
    A column and a transcript; what a plan or a bill would do; as others say. In paragraphs of
    more than six sentences, and for bare quotations and what goes on meanwhile in an article.

Source
    Banfield, Unspeakable Sentences (1982): free indirect style.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.annotate.claim_clauses import clauses
from audit.annotate.claim_settings import dated
from audit.annotate.claim_voices import says_plainly
from audit.annotate.claims import TAILS
from audit.annotate.model import STATEMENTS, Article, Attribution, Form, SourceKind
from audit.document import Role, Span, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._cues import is_report
from audit.rules._unsourced import DISPUTED
from audit.rules._who import LONG

FAMILY = "claims"
SEVERITY = Severity.WARNING

# An attribution less sure than this is none to a reader either.
HEARD = 0.3
# Paragraphs of more sentences change their speaker, and say so, on the way.
_TOGETHER = 6
# In a long text what goes on meanwhile is its writer's, unless nobody is named.
_NAMELESS = frozenset(
    {SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED, SourceKind.BARE_UNNAMED}
)
_OPENS, _CLOSES = '"“', '"”'
_TOLD = frozenset({Form.INDIRECT, Form.ATTRIBUTED_THOUGHT})
_VOICE = frozenset({Form.INDIRECT, Form.MIXED})
_BACKSHIFTED = frozenset({"would"})
# *The plan would cap* is an account of the plan.
_PLANS = frozenset({"plan", "proposal", "bill", "law", "measure", "deal", "draft", "amendment"})
_SAID = frozenset({"say", "tell", "claim", "argue", "note", "put"})
_SAID_REACH = 3
# These do not speak on in a voice of their own.
_TEXTS = frozenset({SourceKind.DOCUMENT, SourceKind.MEDIA_OUTLET, SourceKind.VAGUE_REPORTS})


def find(article: Article) -> Iterator[Mark]:
    if is_report(article):
        yield from _found(article)


def _found(article: Article) -> Iterator[Mark]:
    spoken = {a.sentence for a in article.attributions if a.confidence >= HEARD}
    short = article.document.word_count < LONG
    lengths = Counter(sentence.paragraph for sentence in article.document.sentences)
    marks = []
    for index, sentence in article.sentences():
        if sentence.role is not Role.TEXT or not _before(article, index):
            continue
        if lengths[sentence.paragraph] > _TOGETHER:
            continue
        bare = short and _free_quotation(article, index)
        if bare or (index not in spoken and _free_indirect(article, index)):
            marks.append(_without_stop(article, sentence.span))
    marks.extend(_tails(article))
    for span in sorted(set(marks)):
        yield Mark(
            span,
            f"“{article.document.quote(span)}” may be the source’s words or the writer’s.",
            "Who says this? Repeat the attribution, or mark it as the writer’s own.",
        )


def _before(article: Article, index: int) -> list[Attribution]:
    """The trusted attributions of the sentence before, if it is of the same paragraph."""
    sentences = article.document.sentences
    if index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph:
        return []
    return [a for a in article.attributions_in(index - 1) if a.trusted and a.sentence == index - 1]


def _without_stop(article: Article, span: Span) -> Span:
    end = span.end - (article.document.text[span.end - 1] == ".")
    return Span(span.start, end) if end > span.start else span


def _free_quotation(article: Article, index: int) -> bool:
    """A bare quotation between one speaker's sentence and another's."""
    document = article.document
    sentence = document.sentences[index]
    if index + 1 >= len(document.sentences) or not article.quoted(sentence.span):
        return False
    if (
        document.text[sentence.start] not in _OPENS
        or document.text[sentence.end - 1] not in _CLOSES
    ):
        return False
    following = document.sentences[index + 1]
    first = document.tokens[following.first]
    if following.paragraph != sentence.paragraph or first.tag not in ("NNP", "NN", "DT"):
        return False
    if any(a.trusted and a.form in STATEMENTS for a in article.attributions_in(index + 1)):
        return False  # the next speaker has words of their own
    told = clauses(document, index + 1, following)
    if not told or document.tokens[told[0].head].lemma not in load("reporting_verbs"):
        return False
    before = {token.text for token in document.words(document.sentences[index - 1])}
    # The same speaker again is no doubt: *said Cole. "…" Cole left.*
    named = document.tokens[following.first : max(told[0].head, following.first + 1)]
    return not any(token.tag.startswith("NN") and token.text in before for token in named)


def _free_indirect(article: Article, index: int) -> bool:
    """A sentence in the tense of reported speech, right behind reported speech."""
    document = article.document
    sentence, last = document.sentences[index], document.sentences[index - 1]
    if says_plainly(document, sentence):
        return False
    if not any(
        a.form in _VOICE
        and a.source.known_as.kind not in _TEXTS
        and a.content.spans
        and max(span.end for span in a.content.spans) >= last.end - 2
        for a in _before(article, index)
    ):
        return False
    tokens = document.tokens
    if any(token.text in '"“”' for token in document.words(sentence)):
        return False
    found = clauses(document, index, sentence)
    if not found or found[0].subject < 0 or not found[0].main:
        return False
    clause = found[0]
    subject = tokens[clause.subject]
    if subject.tag in ("NNP", "NNPS", "EX") or subject.norm in ("i", "we", "you"):
        return False
    if dated(tokens, sentence.first, sentence.last):
        return False
    if _speaks_on(article, index) or _is_told_plainly(
        document.words(sentence), clause.subject - sentence.first
    ):
        return False
    past = clause.tense == "past"
    return (past and clause.progressive) or clause.modal in _BACKSHIFTED


def _speaks_on(article: Article, index: int) -> bool:
    """The same speaker is quoted right behind it: one voice all through."""
    sentences = article.document.sentences
    if index + 1 >= len(sentences) or sentences[index + 1].paragraph != sentences[index].paragraph:
        return False
    voices = {a.source.known_as.text for a in _before(article, index)}
    return any(
        a.trusted and a.form is Form.DIRECT and a.source.known_as.text in voices
        for a in article.attributions_in(index + 1)
    )


def _is_told_plainly(words: Sequence[Token], subject: int) -> bool:
    """What a plan holds, a question, or what the speaker did: *He would not say why*."""
    if words[-1].norm == "?" or any(token.lemma in _PLANS for token in words[: subject + 1]):
        return True
    return words[subject].norm in ("he", "she")


def _tails(article: Article) -> Iterator[Span]:
    """*Officials believe X as rebels continue to attack*: whose is the last clause?"""
    document = article.document
    long = document.word_count >= LONG
    for claim in article.claims:
        if claim.ground not in DISPUTED or claim.attribution is not None:
            continue
        marker = document.token_range(claim.span)[0] - 1
        sentence = document.sentences[claim.sentence]
        if document.tokens[marker].norm not in TAILS or claim.span.end < sentence.end - 2:
            continue
        if any(
            a.trusted
            and a.form in _TOLD
            and not (long and a.source.kind not in _NAMELESS)
            and max(span.end for span in a.cue.spans) < claim.span.start
            for a in article.attributions_in(claim.sentence)
        ):
            span = Span(document.tokens[marker].start, claim.span.end)
            if not _is_said_elsewhere(article, span, marker):
                yield span


def _is_said_elsewhere(article: Article, span: Span, marker: int) -> bool:
    """*As some leaders like to say*, *even as he goes on*: others say it, or the writer."""
    tokens, sentence = article.document.tokens, article.document.sentence_at(span.start)
    if tokens[sentence.last - 1].norm == "?" or tokens[marker - 1].norm == "even":
        return True
    first, last = article.document.token_range(span)
    verbs = load("reporting_verbs")
    said = tokens[max(first, last - _SAID_REACH) : last]
    return any(t.lemma in _SAID and t.lemma in verbs and t.tag.startswith("VB") for t in said)
