"""Another outlet's report stands in for a source of one's own.

Why
    Each hand a statement passes through may change it. The reader should know that this one
    was not heard first-hand, and where to read the original. Each outlet is flagged once.
    In a report with people in it, the day or a link will do (it tells which report it was), and
    only what stands in the first third is asked about: on that the report rests.

Flagged
    [[Al Jazeera]] reported that the army had crossed the river.
    [[Interfax]], citing the regional health ministry, put the toll at 14.

Not flagged
    The minister told the BBC that she would resign.
    The Herald declined to comment.

Source
    AP guidelines for credit and attribution (2010).
"""

from collections.abc import Iterator

from audit.annotate import word_classes
from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.annotate.names import NAME_TAGS
from audit.document import Role, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._saying import on_paper
from audit.rules._who import are_reports, around, in_report, once, tokens_of

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# How an outlet passes on what it has found out; in other ways it speaks for itself.
_RELAYING = frozenset(
    {"according to", "cite", "claim", "hear", "note", "per", "put", "quote", "report", "reveal"}
    | {"say", "show", "state", "write"}
)
# What a story about an outlet tells of it, and how often such a story names it.
_CRITICISED = frozenset({"claim", "cite", "quote", "correct", "argue", "story", "call", "note"})
_OFTEN = 4
_PRESS = frozenset({"media", "press", "radio", "television", "tv"})
_WRITING = frozenset({"write", "opine", "editorialise", "editorialize", "argue", "call"})
_FILED = frozenset({"charging", "court", "legal", "trial"})
# Acts that put a figure or a name forward; other acts of an outlet relay nothing.
_GIVING = frozenset({"cite", "put", "quote", "report", "reveal", "show"})
_UNSAID = frozenset({Form.NO_COMMENT, Form.NARRATED_ACT, Form.ATTRIBUTED_THOUGHT})
# In a short report all sentences count, up to this one.
_TOP = 12
_START = 3
_ITSELF = frozenset({"it", "its", "we", "our"})
# What news agencies count themselves.
_COUNTED = frozenset({"delegate", "precinct", "superdelegate", "tally", "vote"})


def find(article: Article) -> Iterator[Mark]:
    own = _own_agencies(article)
    relays = list(once(_relays(article)))
    if len(relays) >= _OFTEN:
        return  # a story about the press
    report = in_report(article)
    seen: set[str] = set()
    for attribution in relays:
        if attribution.source.text in own or _is_the_story(article, attribution):
            continue
        if report and (
            _is_far_down(article, attribution) or _can_be_found(article, attribution, seen)
        ):
            continue
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is heard here at second hand.",
            "Can it be confirmed first-hand? If not, link the report and say so.",
            (attribution.id,),
        )


def _own_agencies(article: Article) -> set[str]:
    """Agencies in brackets near the top: the article is theirs, NAIROBI (AP)."""
    tokens = article.document.tokens[:120]
    return {
        name.text
        for left, name, right in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if left.text == "(" and right.text == ")"
    }


def _relays(article: Article) -> Iterator[Attribution]:
    """Outlets and reports that pass on what others found or said."""
    for attribution in article.trusted:
        source = attribution.source
        if source.kind not in {SourceKind.MEDIA_OUTLET, SourceKind.VAGUE_REPORTS}:
            continue
        if attribution.level or not source.spans or article.quoted(source.spans[0]):
            continue
        vague = source.kind is SourceKind.VAGUE_REPORTS
        if _is_its_own_text(article, attribution) or (
            vague and not are_reports(article, attribution)
        ):
            continue
        if attribution.cue.lemma not in _RELAYING or _is_act(attribution):
            continue
        sentence = article.document.sentences[attribution.sentence]
        headed = sentence.role in {Role.BYLINE, Role.CAPTION, Role.BOILERPLATE, Role.CORRECTION}
        if not headed and tokens_of(article, source):
            yield attribution


def _is_act(attribution: Attribution) -> bool:
    """What it does relays nothing; but *put the toll at 14* does."""
    acts = attribution.form in _UNSAID
    return acts and not (attribution.form is Form.NARRATED_ACT and attribution.cue.lemma in _GIVING)


def _is_far_down(article: Article, attribution: Attribution) -> bool:
    """What a report rests on stands in its first third; a column only starts from the papers."""
    if attribution.source.kind is SourceKind.VAGUE_REPORTS:
        return False
    if is_column(article):
        return attribution.sentence >= _START
    return attribution.sentence >= max(_TOP, len(article.document.sentences) // 3)


def _can_be_found(article: Article, attribution: Attribution, seen: set[str]) -> bool:
    """In a report: the day, a link or a statement tells which it was, or it is no relay at all.

    ``seen``: the outlets flagged before, which this one joins if it is not found to be known.
    """
    document = article.document
    words = tokens_of(article, attribution.source)
    if not _is_outlet(article, attribution, words) or _speaks_for_itself(article, attribution):
        return True
    sentence = document.sentences[attribution.sentence].span
    if attribution.date or any(link.overlaps(sentence) for link in document.links):
        return True
    when = word_classes.words("sourcing_words", "when")
    told = document.words(document.sentences[attribution.sentence])
    dated = any(token.norm in when and token.tag in NAME_TAGS for token in told)
    if dated or any(token.norm in when for token in around(article, attribution)):
        return True
    name = _name(words)
    short = "".join(word[0] for word in name.split())
    if name in seen or name in {"".join(w[0] for w in other.split()) for other in seen}:
        return True
    seen |= {name, short}
    return document.prose.lower().count(name) >= _OFTEN


def _is_outlet(article: Article, attribution: Attribution, words: tuple[Token, ...]) -> bool:
    """The whole name of an outlet, or reports: not *Fox viewers*, *the paper*, *a site’s host*."""
    document = article.document
    if attribution.source.kind is SourceKind.VAGUE_REPORTS:
        return words[0].norm != "the"
    first, last = document.token_range(attribution.source.spans[0])
    after = document.tokens[last] if last < len(document.tokens) else None
    if after is not None and after.tag in ("NN", "NNS", "POS"):
        return False
    plain = [token for token in words if token.norm != "the"]
    # *The Times*: what a paper calls itself, and others only once its whole name is told.
    short = word_classes.words("sourcing_words", "short")
    if (len(plain) == 1 and plain[0].norm in short) or words[-1].text in short:
        return False
    if any(token.norm in ("a", "an", "and") for token in words):
        return False
    # *The Diplomat* is an outlet, and *the diplomat* is not.
    if not (words[-1].text[:1].isupper() or words[-1].lemma in _PRESS):
        return False
    return any(end == last for _, end, _ in load("outlets").within(document, first, last))


def _speaks_for_itself(article: Article, attribution: Attribution) -> bool:
    """*CNN said it stands by the story*; its words; a story that it was the first to print."""
    if attribution.frame == "p-quoted-by":
        return False
    if attribution.form is Form.DIRECT or attribution.frame.startswith(("p-", "as-")):
        return True
    if attribution.form is Form.MIXED and not attribution.frame.startswith("frame"):
        return True
    if attribution.source.kind is SourceKind.VAGUE_REPORTS:
        return False
    content = attribution.content.spans
    opening: tuple[Token, ...] = ()
    if content:
        first, last = article.document.token_range(content[0])
        opening = article.document.tokens[first : min(last, first + 2)]
    if any(token.norm in _ITSELF for token in opening) or _counts(article, attribution):
        return True
    return on_paper(article, attribution)


def _counts(article: Article, attribution: Attribution) -> bool:
    """*1,543 delegates, according to the Associated Press*: that is its own work."""
    words = article.document.words(article.document.sentences[attribution.sentence])
    name = _name(tokens_of(article, attribution.source))
    agency = load("outlets").category(name) == "agency"
    return agency and any(token.lemma in _COUNTED for token in words)


def _name(words: tuple[Token, ...]) -> str:
    """The outlet in lower case, without its article."""
    return " ".join(token.norm for token in words if token.norm != "the")


def _is_its_own_text(article: Article, attribution: Attribution) -> bool:
    """What a paper wrote, word for word, is first-hand; so are papers filed in court."""
    if attribution.form is Form.DIRECT and attribution.cue.lemma in _WRITING:
        return True
    return any(token.lemma in _FILED for token in tokens_of(article, attribution.source))


def _is_the_story(article: Article, attribution: Attribution) -> bool:
    """The text is about the outlet: it names it again and again."""
    name = attribution.source.text.removeprefix("The ").removeprefix("the ").split("’")[0]
    return attribution.cue.lemma in _CRITICISED and article.document.prose.count(name) >= _OFTEN
