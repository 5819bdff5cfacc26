"""What kind of text an article is, where that decides whose statements it makes.

A column argues: its judgements are its writer's, and say so by their whole manner. A talk
set down as text, or voices cut together, are the words of whoever is heard.
"""

from functools import lru_cache

from audit.annotate.claim_words import terms
from audit.annotate.model import (
    STATEMENTS,
    Article,
    Attribution,
    Form,
    QuotationUse,
    SourceKind,
    Stance,
)
from audit.document import Role

# Many rules ask the same of the article they look at; it is worked out once.
_AT_HAND = 2
# Words by which somebody argues, and what a conversation or a letter has.
_ARGUING = frozenset(
    {"should", "must", "ought", "surely", "indeed", "perhaps", "course", "simply", "truth"}
    | {"merely", "sadly", "yes", "obviously", "frankly", "maybe", "clearly"}
)
_TALKING = frozenset(
    {"i", "me", "my", "myself", "we", "our", "ourselves", "you", "your", "yourself", "?"}
    | {"!", "n't", "'re", "'ve", "'ll", "'m"}
)
_OPENING = frozenset({"but", "and", "so", "yet", "or"})
_REPORTING = frozenset({"say", "tell", "accord", "according", "announce", "report", "add"})
# Weights that part columns from reports: of the articles named as opinion by their
# publishers 87 in 100 lie above, of agencies' reports 10 in 100.
_TALK, _JUDGEMENT, _LEAST = 0.5, 1.5, 3.0
# So much of it must be more than judgements and a *but*.
_LEAST_OWN = 1.5
# And so much is enough where nobody else is heard at all.
_LEAST_ALONE = 1.0
# In sentences; less shows no manner of writing.
_FEW = 4
# A text of fewer words is an excerpt; in a report somebody is heard once in so many.
_WHOLE, _WORDS_A_VOICE, _FEWEST = 80, 120, 2
_NAMED = frozenset({SourceKind.NAMED_PERSON, SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT})
_BODIES = frozenset({SourceKind.NAMED_ROLE, SourceKind.INSTITUTION, SourceKind.METONYMY})
_RUMOUR = frozenset({SourceKind.BARE_UNNAMED, SourceKind.VAGUE_REPORTS})
_NAMELESS = _RUMOUR | {
    SourceKind.UNNAMED_OFFICIAL,
    SourceKind.UNNAMED_DESCRIBED,
    SourceKind.VAGUE_COLLECTIVE,
}
# A longer text is told by somebody who looked into it.
_SHORT = 500
_TOLD = STATEMENTS | {Form.AGENTLESS}
# Notes that only a transcript has.
_RECORDED = (
    "archived recording", "[inaudible]", "[crosstalk]", "[shouting]", "[laughter]", "[applause]",
    "[music", "(crosstalk)", "(inaudible)", "(laughter)", "(applause)", "BEGIN VIDEO",
)  # fmt: skip
# How many paragraphs of an interview are questions.
_LEAST_QUESTIONS, _QUESTION_SHARE = 5, 0.15
# Quotations without a speaker, and their share of all, where voices are cut together.
_LEAST_ORPHANS, _ORPHAN_SHARE = 4, 0.5


@lru_cache(maxsize=_AT_HAND)
def is_column(article: Article) -> bool:
    """The writer argues in their own voice, more than they report what others say."""
    document = article.document
    voice = _count(article, _ARGUING) + _TALK * _count(article, _TALKING)
    opening = sum(
        sentence.role is Role.TEXT
        and document.tokens[sentence.first].norm in _OPENING
        and not article.quoted(document.tokens[sentence.first].span)
        for sentence in document.sentences
    )
    judged = _JUDGEMENT * _judgements(article)
    heard = any(attribution.form in _TOLD for attribution in article.trusted)
    if voice >= _LEAST_ALONE and judged and not heard and len(document.sentences) >= _FEW:
        return True
    if voice < _LEAST_OWN or voice + opening < _LEAST:
        return False
    return voice + opening + judged >= _LEAST + _count(article, _REPORTING)


def _count(article: Article, words: frozenset[str]) -> int:
    """How often these words stand outside quotation marks, in any form."""
    places, tokens = article.document.places, article.document.tokens
    found = {i for word in words & places.keys() for i in places[word]}
    return sum(not article.quoted(tokens[i].span) for i in found)


def _judgements(article: Article) -> int:
    """How often something is called good or bad outside quotation marks."""
    document = article.document
    return sum(
        row.category.startswith("opinion") and not article.quoted(document.span_of(i, j))
        for i, j, row in terms("evaluation_terms").within(document, 0, len(document.tokens))
    )


@lru_cache(maxsize=_AT_HAND)
def is_sourced(article: Article) -> bool | None:
    """People and papers that can be found speak throughout, or the text goes into its matter.

    ``None`` for a mere excerpt.
    """
    words = article.document.word_count
    if words < _WHOLE:
        return None
    found = sum(_is_identified(attribution) for attribution in article.trusted)
    if (words > _SHORT and found) or (found >= _FEWEST and found * _WORDS_A_VOICE >= words):
        return True
    nameless = sum(
        a.form is Form.AGENTLESS or a.source.known_as.kind in _NAMELESS for a in article.trusted
    )
    return found > nameless


def is_hearsay(article: Article) -> bool:
    """A short text that rests on rumour, in which nobody who can be found says anything."""
    rumoured = any(a.source.known_as.kind in _RUMOUR for a in article.trusted)
    return rumoured and not any(_is_identified(a) for a in article.trusted)


def _is_identified(attribution: Attribution) -> bool:
    """A statement of somebody with a name, or of a body that is plainly said to say it."""
    if attribution.form not in STATEMENTS:
        return False
    kind = attribution.source.known_as.kind
    plain = attribution.form is Form.DIRECT or attribution.cue.stance is Stance.NEUTRAL
    return kind in _NAMED or (plain and kind in _BODIES)


def is_recorded(article: Article) -> bool:
    """The text has notes that only a transcript has: *[crosstalk]*."""
    return any(note in article.document.prose for note in _RECORDED)


def is_transcript(article: Article) -> bool:
    """A recording set down as text, or an interview of questions and answers."""
    document = article.document
    asked = sum(document.prose[span.end - 1] == "?" for span in document.paragraphs)
    asking = asked >= _LEAST_QUESTIONS and asked >= _QUESTION_SHARE * len(document.paragraphs)
    return asking or is_recorded(article)


@lru_cache(maxsize=_AT_HAND)
def is_talk(article: Article) -> bool:
    """Questions and answers, or a transcript: most words are somebody's, without marks."""
    if is_transcript(article):
        return True
    orphans = sum(attribution.frame == "orphan" for attribution in article.attributions)
    spoken = sum(q.depth == 0 and q.use is QuotationUse.SPEECH for q in article.quotations)
    return orphans >= _LEAST_ORPHANS and orphans >= _ORPHAN_SHARE * spoken
