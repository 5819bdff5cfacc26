"""Several people are made to say the same words with one mouth.

Why
    Officials do not speak in unison. Words in quotation marks were said by one person; the
    plural hides who, and makes one source look like several.

Flagged
    “I saw the list,” [[officials said]].
    “The bridge was never safe and everybody knew it,” [[two engineers said]].

Not flagged
    The sisters said the bridge was “not safe”.
    “The bridge was never safe and everybody knew it,” the two unions said in a letter.
    “I saw the list,” one official said.

Source
    Reuters Handbook of Journalism: never pluralise a single source.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.finding import Mark, Severity
from audit.rules._saying import happened, on_paper
from audit.rules._who import in_report, known_already, role_of, source_and_cue, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_KINDS = (
    SourceKind.UNNAMED_OFFICIAL,
    SourceKind.UNNAMED_DESCRIBED,
    SourceKind.BARE_UNNAMED,
    SourceKind.VAGUE_COLLECTIVE,
)
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
# Words that a crowd may shout together.
_CHANT = 6
# Members of a party speak through it, and lawyers through the one who stands up.
_PARTIES = frozenset({"attorney", "conservative", "democrat", "lawmaker", "lawyer", "republican"})
_SAYING = frozenset(
    {"according to", "add", "explain", "note", "recall", "reply", "say", "tell", "warn"}
)
# A cue farther from its source than this many characters is marked without it.
_APART = 60


def find(article: Article) -> Iterator[Mark]:
    for attribution in told(article, *_KINDS):
        if known_already(article, attribution):
            continue
        if attribution.form not in {Form.DIRECT, Form.MIXED} or not attribution.content.spans:
            continue
        if not article.quoted(attribution.content.spans[0]) or not _is_plural(article, attribution):
            continue
        words = _words(article, attribution)
        if len(words) < _CHANT and not _FIRST_PERSON & set(words):
            continue
        if in_report(article) and not _spoke(article, attribution):
            continue
        span = source_and_cue(attribution)
        if span.end - span.start > _APART or any(
            content.overlaps(span) for content in attribution.content.spans
        ):
            span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}”: these words came out of one mouth.",
            "Which one of them said it?",
            (attribution.id,),
        )


def _spoke(article: Article, attribution: Attribution) -> bool:
    """People, asked for a word: not a party, a crowd that shouts, a letter that all signed."""
    words = tokens_of(article, attribution.source)
    if role_of(article, attribution.source) is None or words[0].norm == "both":
        return False
    if article.document.tokens[attribution.source.head].lemma in _PARTIES:
        return False
    if attribution.frame.startswith("colon") or attribution.cue.lemma not in _SAYING:
        return False
    return not on_paper(article, attribution) and not happened(article, attribution)


def _is_plural(article: Article, attribution: Attribution) -> bool:
    tokens = tokens_of(article, attribution.source)
    if any(token.norm in {"one", "a", "an"} for token in tokens[:1]):
        return False
    head = article.document.tokens[attribution.source.head]
    return head.tag in {"NNS", "NNPS"} or head.norm in {"some", "others", "many"}


def _words(article: Article, attribution: Attribution) -> list[str]:
    """The words of the content, in lower case."""
    found: list[str] = []
    for span in attribution.content.spans:
        first, last = article.document.token_range(span)
        found += [t.norm for t in article.document.tokens[first:last] if t.text[0].isalnum()]
    return found
