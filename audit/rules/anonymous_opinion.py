"""Somebody without a name passes judgement on somebody with one.

Why
    An anonymous source may give facts that can be got no other way. An opinion or an attack
    from behind a curtain gives the reader nothing to weigh and its target nobody to answer.
    In a report it has to be of one person or body, and not of an event, by an office or by
    somebody who asked for no name.

Flagged
    One diplomat called the envoy [["a fool"]].
    A ministry official called [[the minister a fool]].

Not flagged
    A ministry official said the fund held 3 million euros.
    “He is a fool,” Senator Ana Reyes said.
    Zoo officials called the theft “cruel”.

Source
    AP Stylebook, "anonymous sources"; NPR Ethics Handbook; New York Times Guidelines on Integrity.
"""

from collections.abc import Iterator
from itertools import islice

from audit.annotate.claim_genre import is_column, is_sourced
from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.annotate.names import roles
from audit.document import Span, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._saying import is_participle, states
from audit.rules._who import heard, in_report, known_already, tokens_of, told, told_of

FAMILY = "sourcing"
SEVERITY = Severity.ERROR

_KINDS = (SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED, SourceKind.BARE_UNNAMED)
# In a report with sources of its own only these attack from behind a curtain.
_OFFICES = (SourceKind.UNNAMED_OFFICIAL, SourceKind.BARE_UNNAMED)
# Verbs that name somebody something: what follows is a judgement, not news.
_NAMING = frozenset(
    {
        "call", "describe", "label", "brand", "dub", "deride", "mock", "ridicule", "portray",
        "compare"
    }
)  # fmt: skip
# A quoted fragment longer than this is an account, not a verdict.
_VERDICT = 8
# Who speaks on record though no name is given, and whose spokesman a name tells.
_ON_RECORD = frozenset(
    {"author", "court", "dissent", "editorial", "indictment", "judge", "justice", "juror", "lawyer"}
    | {"attorney", "magistrate", "opinion", "panel", "plaintiff", "report", "researcher", "ruling"}
    | {"spokesman", "spokesperson", "spokeswoman", "study", "witness", "writer"}
)
_JUDGED = frozenset({"he", "she", "they", "him", "her", "them"})
# How many tokens before a verdict the one it is on stands.
_SUBJECT = 5
_ONE = frozenset({"he", "she", "him", "her"})
_JUDGING = frozenset({"opinion", "opinion_noun"})
_INSULTING = frozenset({"name-calling", "ridicule", "belittling", "demonising", "deceit"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in told(article, *_KINDS):
        if _can_be_found(article, attribution):
            continue
        span = _verdict(article, attribution)
        if span is None or _is_anothers(article, attribution, span):
            continue
        if attribution.source.kind not in _OFFICES and is_sourced(article):
            continue
        if in_report(article) and not _is_attack(article, attribution, span):
            continue
        if is_column(article):
            return
        yield Mark(
            span,
            f"“{article.document.quote(span).strip('“”')}” is a judgement by somebody unnamed.",
            "Who will say so by name? If nobody will, is it needed?",
            (attribution.id,),
        )


def _is_attack(article: Article, attribution: Attribution, span: Span) -> bool:
    """Somebody in office, or who asked for no name, says it of one person."""
    asked = told_of(article, attribution) & {"anonymity", "direct", "familiar"}
    if attribution.source.kind not in _OFFICES and not asked:
        return False
    if not states(article, attribution) or is_participle(article, attribution):
        return False
    if _is_named(article, attribution):
        return False
    tokens = article.document.tokens
    if attribution.cue.lemma.removesuffix(" as") in _NAMING:
        first, last = article.document.token_range(attribution.content.spans[0])
        called = (t for t in tokens[first:last] if t.tag.startswith("NN") or t.norm in _ONE)
        # *called the attack cruel* is of an event.
        return any(_is_somebody(token) for token in islice(called, 1))
    first, last = article.document.token_range(span)
    if attribution.form is Form.DIRECT and span == attribution.content.spans[0]:
        return any(_is_said_of(tokens, i) for i in _judging(article, first, last))
    start = max(0, first - _SUBJECT)
    if any(
        t.tag[:2] == "VB" and "=" + t.lemma in load("official_acts") for t in tokens[start:first]
    ):
        return False  # *that Ruiz has decried as "a lie"*: hers
    while any(token.norm == "," for token in tokens[start:first]):
        start += 1  # what stands behind a comma tells of something else
    return any(_is_somebody(token) for token in tokens[start:last])


def _is_somebody(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") or token.norm in _ONE or token.lemma in roles()


def _is_said_of(tokens: tuple[Token, ...], at: int) -> bool:
    """*He is a fool*: somebody and *is* stand right before the verdict."""
    before = tokens[max(0, at - _SUBJECT) : at]
    return any(t.lemma in ("be", "'s") for t in before) and any(_is_somebody(t) for t in before)


def _is_named(article: Article, attribution: Attribution) -> bool:
    """*charges that Ruiz has called a lie*: a name stands between the phrase and the verb."""
    _, last = article.document.token_range(attribution.source.spans[0])
    between = article.document.tokens[last : attribution.cue.head]
    return any(token.tag == "NNP" for token in between)


def _verdict(article: Article, attribution: Attribution) -> Span | None:
    """The words that judge; ``None`` where the source only reports."""
    if not attribution.content.spans or attribution.form is Form.NO_COMMENT:
        return None
    fragment = _fragment(article, attribution)
    naming = attribution.cue.lemma.removesuffix(" as") in _NAMING
    whole = attribution.content.spans[0]
    framed = naming or attribution.frame.startswith("frame")
    aimed = framed or (fragment is not None and _predicate(article, fragment))
    if fragment is not None and aimed and _judges(article, fragment):
        return fragment
    direct = attribution.form is Form.DIRECT
    if fragment is not None and not direct and _is_clause(article, fragment):
        return None
    if fragment is not None and aimed and not heard(article):
        return fragment
    if naming or direct:
        # What a passer-by thinks is no attack; what one calls somebody is.
        passer_by = attribution.source.kind is SourceKind.UNNAMED_DESCRIBED and heard(article)
        told = is_sourced(article)
        if passer_by or (told and not (naming or _of_somebody(article, whole))):
            return None
        return whole if _judges(article, whole) else None
    return None


def _fragment(article: Article, attribution: Attribution) -> Span | None:
    """A few words in quotation marks inside the content."""
    for quotation in article.quotations:
        if quotation.depth or not any(
            s.overlaps(quotation.span) for s in attribution.content.spans
        ):
            continue
        first, last = article.document.token_range(quotation.span)
        words = [t for t in article.document.tokens[first:last] if t.text[0].isalpha()]
        if 0 < len(words) <= _VERDICT:
            return quotation.span
    return None


def _is_clause(article: Article, fragment: Span) -> bool:
    """*"has been on one country"*: it tells something, and calls nobody a name."""
    first, _ = article.document.token_range(fragment)
    words = article.document.tokens[first + 1 : first + 5]
    return any(token.tag in ("VBZ", "VBP", "VBD", "MD", "TO") for token in words)


def _predicate(article: Article, fragment: Span) -> bool:
    """The fragment says what somebody or something *is*."""
    first, _ = article.document.token_range(fragment)
    before = article.document.tokens[max(0, first - 2) : first]
    return any(token.lemma in {"be", "as"} for token in before)


def _judges(article: Article, span: Span) -> bool:
    """A word of opinion or abuse stands in the span."""
    first, last = article.document.token_range(span)
    return any(True for _ in _judging(article, first, last))


def _judging(article: Article, first: int, last: int) -> Iterator[int]:
    """Where words of opinion or abuse begin."""
    for name, categories in (("evaluation_terms", _JUDGING), ("loaded_terms", _INSULTING)):
        for at, _, entry in load(name).within(article.document, first, last):
            if entry.category in categories:
                yield at


def _can_be_found(article: Article, attribution: Attribution) -> bool:
    """*the witness*, named before; *Ms. Ruiz's lawyer*; a judge, whose ruling is on record."""
    words = tokens_of(article, attribution.source)
    if words[0].norm not in ("a", "an", "one") and known_already(article, attribution):
        return True
    return any(token.lemma in _ON_RECORD for token in words)


def _is_anothers(article: Article, attribution: Attribution, span: Span) -> bool:
    """*According to two aides, she called him "weak"*: the verdict is hers."""
    here = article.document.sentence_index(span.start)
    return any(
        other.id != attribution.id
        and other.source.spans
        and other.source.kind not in _KINDS
        and any(content.covers(span) for content in other.content.spans)
        for other in article.attributions_in(here)
    )


def _of_somebody(article: Article, span: Span) -> bool:
    """What is judged has a name, or is *he* or *they*."""
    first, last = article.document.token_range(span)
    return any(
        token.tag in ("NNP", "NNPS") or token.norm in _JUDGED
        for token in article.document.tokens[first:last]
    )
