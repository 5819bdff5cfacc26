"""Something is believed, feared or said, and nobody is named who does.

Why
    *It is believed* gives a statement the weight of a source and no source. A reader cannot
    ask who believes it, and often the writer could not say. What one *could* call a thing, and
    in a whole article what a document or a recording says, hides nobody.

Flagged
    The suspect [[is believed to be]] armed.
    [[There are growing fears]] that the virus will spread.
    [[The rumour is]] that the plant will close.
    The decision [[drew criticism]].

Not flagged
    The suspect is believed by detectives to be armed.
    The decision drew criticism from the teachers’ union.
    The meeting is expected to last two hours.
    The plan could be described as bold.

Source
    BBC News Style Guide, "it is understood"; NPR Ethics Handbook, anonymous sourcing;
    Guardian Style Guide.
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column, is_talk
from audit.annotate.model import Article, SourceKind
from audit.document import Role, Sentence, Span, Token
from audit.finding import Mark, Severity
from audit.rules._agentless import (
    Form,
    agentless_forms,
    has_agent,
    introduces,
    is_passive,
    is_possible,
)
from audit.rules._cues import ends_in_tag, relayed, somebody
from audit.rules._legal import legal_kind
from audit.rules._who import NAMED, in_report

FAMILY = "attribution"
SEVERITY = Severity.WARNING

# A critic is heard within so many sentences.
_FOLLOW = 2
_TOLD = frozenset({"describe", "characterise", "characterize", "hear"})
_BLAMED = frozenset({"criticise", "criticize", "denounce", "mock", "ridicule", "condemn"})
_QUESTION = "Who? Name them, or say what is known and how."
# An outlet that "has learned" something has left out from whom.
_LEARNED = frozenset({"learn", "understand"})
_OUTLETS = frozenset({SourceKind.MEDIA_OUTLET, SourceKind.AUTHOR})
_PERFECT = frozenset({"has", "have", "'s", "’s"})
# With these a bare infinitive tells what is done, and "be" or "have" what is the case.
_STATES = frozenset({"be", "have"})


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    if is_talk(article):
        return
    for sentence in document.sentences:
        if sentence.role is not Role.TEXT:
            continue
        words = document.words(sentence)
        for form in agentless_forms(words):
            span = _span(words, form)
            if span and not _answered(article, sentence, words, form, span):
                yield _mark(article, span, form.entry.term, form.entry.source)
    yield from _learned(article)


def _span(words: tuple[Token, ...], form: Form) -> Span | None:
    """The words of the form, ``None`` where they only look like it."""
    if not form.strong:
        return None
    last = form.last
    if form.entry.category in ("passive", "impersonal") and not is_passive(words, form):
        return None
    if form.entry.category != "impersonal" and is_possible(words, form):
        return None
    if form.entry.category == "idiom" and not _is_idiom(words, form):
        return None
    if form.entry.category == "impersonal" and not introduces(words, form):
        return None
    if form.entry.category == "passive" and form.entry.term.endswith(" to"):
        if last >= len(words) or words[last].tag not in ("VB", "VBP"):
            return None
        if legal_kind(words[last : last + 1]):
            return None  # reported to police
        if words[last].lemma in _STATES:
            last += 1
    return Span(words[form.first].start, words[last - 1].end)


def _is_idiom(words: tuple[Token, ...], form: Form) -> bool:
    """*The argument goes that*: not *the word is used*, *the argument goes like this*."""
    if form.last >= len(words):
        return True
    after = words[form.last]
    return after.tag not in ("VBN", "VBG") and after.norm != "like"


def _answered(
    article: Article, sentence: Sentence, words: tuple[Token, ...], form: Form, span: Span
) -> bool:
    """Somebody else's words, or somebody is named after all."""
    if article.quoted(span) or relayed(article, span) is not None or ends_in_tag(words):
        return True
    if any(sentence.span.overlaps(link) for link in article.document.links):
        return True
    felt = form.entry.category in ("idiom", "nominal") or form.entry.term.startswith("=there")
    if (felt or _BLAMED & {t.lemma for t in words[form.first : form.last]}) and _critic_follows(
        article, span
    ):
        return True
    if in_report(article) and _is_custom(article, words, form):
        return True
    return form.entry.category != "idiom" and has_agent(words, form.last)


def _is_custom(article: Article, words: tuple[Token, ...], form: Form) -> bool:
    """What a document or a recording says (*is described as*), and a stir that was public.

    A column that says *was mocked* tells what its writer thinks of it.
    """
    lemmas = {token.lemma for token in words[form.first : form.last]}
    if lemmas & _TOLD and not form.widely and not lemmas & {"often", "frequently"}:
        return True
    before = words[form.first - 1].norm if form.first else ""
    if before == "when":
        return True  # *When it was suggested that …, he said*: by whoever asks him
    after = [token.norm for token in words[form.last : form.last + 2]]
    if "quote" in lemmas and "in" in after:
        return True  # is quoted as saying in the complaint
    if form.entry.category == "nominal" and lemmas & {"stir", "specter", "spectre"}:
        return True
    return bool(lemmas & _BLAMED) and is_column(article)


def _critic_follows(article: Article, span: Span) -> bool:
    """*came under fire*, and the next sentences let somebody fire."""
    here = article.document.sentence_index(span.start)
    return any(
        here <= attribution.sentence <= here + _FOLLOW and attribution.source.known_as.kind in NAMED
        for attribution in article.trusted
    )


def _learned(article: Article) -> Iterator[Mark]:
    for attribution in article.trusted:
        if attribution.cue.lemma not in _LEARNED or attribution.source.kind not in _OUTLETS:
            continue
        span = attribution.cue.spans[0]
        if attribution.cue.lemma == "learn" and not _PERFECT & set(attribution.cue.text.split()):
            continue
        if somebody(article, attribution.source, outlets=True) and not article.quoted(span):
            yield _mark(article, span, attribution.cue.lemma, attribution.id)


def _mark(article: Article, span: Span, term: str, source: str) -> Mark:
    message = f"“{article.document.quote(span)}” names nobody."
    return Mark(span, message, _QUESTION, (f"{term} ({source})",))
