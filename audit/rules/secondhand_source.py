"""Another outlet's report stands in for a source of one's own.

Why
    Each hand a statement passes through may change it. The reader should know that this one
    was not heard first-hand, and where to read the original. Each outlet is flagged once.

Flagged
    [[Al Jazeera]] reported that the army had crossed the river.
    [[Interfax]], citing the regional health ministry, put the toll at 14.

Not flagged
    The minister told the BBC that she would resign.
    The Herald declined to comment.

Source
    Reuters Handbook of Journalism: match the story or say that you could not.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.document import Role
from audit.finding import Mark, Severity
from audit.rules._who import are_reports, once, tokens_of

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# How an outlet speaks for itself and not for what it has found out.
_OWN_ACTS = frozenset(
    {
        "apologise", "apologize", "announce", "decline", "deny", "defend", "endorse", "publish",
        "launch", "plan", "decide", "agree", "refuse", "sue", "want", "believe", "hope", "expect",
        "urge", "criticise", "criticize", "condemn", "welcome", "ask", "call", "retract",
        "correct", "support", "commend", "thank", "promise", "vow", "confirm", "learn", "obtain"
    }
)  # fmt: skip
# What a story about an outlet tells of it, and how often such a story names it.
_CRITICISED = frozenset({"claim", "cite", "quote", "correct", "argue", "story", "call", "note"})
_OFTEN = 4
_WRITING = frozenset({"write", "opine", "editorialise", "editorialize", "argue", "call"})
_FILED = frozenset({"charging", "court", "legal", "trial"})
_UNSAID = frozenset({Form.NO_COMMENT, Form.NARRATED_ACT, Form.ATTRIBUTED_THOUGHT})


def find(article: Article) -> Iterator[Mark]:
    own = _own_agencies(article)
    relays = list(once(_relays(article)))
    if len(relays) >= _OFTEN:
        return  # a story about the press
    for attribution in relays:
        if attribution.source.text in own or _is_the_story(article, attribution):
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
        if attribution.cue.lemma in _OWN_ACTS or attribution.form in _UNSAID - _acts(attribution):
            continue
        sentence = article.document.sentences[attribution.sentence]
        headed = sentence.role in {Role.BYLINE, Role.CAPTION, Role.BOILERPLATE, Role.CORRECTION}
        if not headed and tokens_of(article, source):
            yield attribution


def _is_its_own_text(article: Article, attribution: Attribution) -> bool:
    """What a paper wrote, word for word, is first-hand; so are papers filed in court."""
    if attribution.form is Form.DIRECT and attribution.cue.lemma in _WRITING:
        return True
    return any(token.lemma in _FILED for token in tokens_of(article, attribution.source))


def _acts(attribution: Attribution) -> frozenset[Form]:
    """*put the toll at 14* tells an act and still relays a figure."""
    relays = attribution.cue.lemma in {"put", "report", "quote", "cite", "reveal", "show"}
    return frozenset({Form.NARRATED_ACT}) if relays else frozenset()


def _is_the_story(article: Article, attribution: Attribution) -> bool:
    """The text is about the outlet: it names it again and again."""
    name = attribution.source.text.removeprefix("The ").removeprefix("the ").split("’")[0]
    return attribution.cue.lemma in _CRITICISED and article.document.prose.count(name) >= _OFTEN
