"""The article says what someone believes, and not that they said so.

Why
    A reporter knows what officials say, not what they believe. *Believe* hides who said it,
    to whom, and whether it was said at all.

Flagged
    US officials [[believe]] the move could help Ukraine in the talks.

Not flagged
    Ewa Lis said she feared another flood.
    “We believe it is safe,” the minister said.
    Two thirds of voters believe the law goes too far, the poll found.
    Those who believe it; voters who think so; the firm, fearing a strike, closed.
    In an article: anybody who is heard in the same paragraph or near it, and nobody in
    particular (some, many, others); a column and a transcript.

Source
    AP Stylebook, "believe, feel, think"; BBC Editorial Guidelines 3; Reuters Handbook.
"""

from collections.abc import Iterator

from audit.annotate.model import STATEMENTS, Article, Attribution, SourceKind, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import (
    CLAUSE,
    evidence,
    guard,
    is_done,
    is_epithet,
    is_excerpt,
    is_nested,
    is_report,
    shape,
    with_stance,
    word,
    words_of,
)
from audit.rules._language import posted
from audit.rules._near import heard_near

FAMILY = "verbs"
SEVERITY = Severity.WARNING

_FRAMES = CLAUSE | {"np-to", "as", "oc", "subj"}
# Verbs that need "as" or "to be" to be an opinion: regard it as a threat.
_NEEDS_AS = frozenset({"regard", "view"})
_SAYING = frozenset({"say", "tell", "speak", "add", "write", "ask", "explain", "argue"})
_RELATIVE = frozenset({"who", "that", "which", "whom", "those"})
# Kinds that stand for somebody in particular.
_SOMEBODY = frozenset(
    {
        SourceKind.NAMED_PERSON, SourceKind.NAMED_ROLE, SourceKind.INSTITUTION,
        SourceKind.METONYMY, SourceKind.UNNAMED_OFFICIAL, SourceKind.UNNAMED_DESCRIBED,
        SourceKind.PRONOUN, SourceKind.VAGUE_COLLECTIVE,
    }
)  # fmt: skip


def find(article: Article) -> Iterator[Mark]:
    spoken = _speeches(article)
    found = [
        attribution
        for attribution in with_stance(article, Stance.THOUGHT, negated=True)
        if not attribution.level
        and _is_opinion(article, attribution)
        and not is_epithet(article, attribution)
        and not _anybodys(article, attribution)
        and not _measured(article, attribution)
        and not _said_so(article, attribution, spoken)
        and (is_excerpt(article) or _is_unheard(article, attribution))
    ]
    if not found or not is_report(article):
        return
    for attribution in found:
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” reports a state of mind, not a statement.",
            "How is this known? Report who said it, and to whom.",
            evidence(attribution),
        )


def _is_opinion(article: Article, attribution: Attribution) -> bool:
    """An opinion on how things are; wishes and plans are the business of mind-reading."""
    lemma, frame = attribution.cue.lemma, shape(attribution)
    if attribution.venue or not attribution.source.spans or lemma not in guard("opinion"):
        return False
    if not is_done(article, attribution) or posted(article, word(article, attribution)):
        return False
    if lemma in _NEEDS_AS:
        return frame in ("that", "as", "oc", "np-to")
    return not frame or frame in _FRAMES


def _anybodys(article: Article, attribution: Attribution) -> bool:
    """*It is hard not to think so*, *leaving little doubt*: nobody's thought."""
    tokens, head = article.document.tokens, attribution.cue.head
    if tokens[head - 1].norm in ("little", "no"):
        return True
    if tokens[head].tag == "VBG" or tokens[head].text.isupper():
        return True
    words = words_of(article, attribution.source)
    return words[0].norm in _RELATIVE or _who_between(article, attribution)


def _who_between(article: Article, attribution: Attribution) -> bool:
    """*voters who believe it*: which of them is not said, and so they are nobody."""
    first = article.document.token_range(attribution.source.spans[0])[1]
    between = article.document.tokens[first : attribution.cue.head]
    return any(token.norm in _RELATIVE for token in between)


def _is_unheard(article: Article, attribution: Attribution) -> bool:
    """In an article, the thought of somebody in particular, with nobody heard near it."""
    if is_nested(article, attribution) or attribution.source.known_as.kind not in _SOMEBODY:
        return False
    words = words_of(article, attribution.source)
    if any(token.norm in guard("anybody") for token in words):
        return False
    if _is_embedded(article, attribution):
        return False
    return not heard_near(article, attribution)


def _is_embedded(article: Article, attribution: Attribution) -> bool:
    """*She told the host she believed it*, *said that they worried*: it was said."""
    document = article.document
    first = document.sentences[attribution.sentence].first
    before = document.tokens[first : document.token_range(attribution.source.spans[0])[0]]
    return any(t.lemma in _SAYING and t.tag.startswith("VB") for t in before)


def _measured(article: Article, attribution: Attribution) -> bool:
    """The source was asked what it thinks (*two thirds of voters*), or is what it wrote."""
    tokens = words_of(article, attribution.source)
    if attribution.source.kind is SourceKind.DOCUMENT:
        return True
    asked = guard("measured") | guard("record")
    return any(token.lemma in asked for token in tokens)


def _speeches(article: Article) -> dict[str, set[int]]:
    """The sentences in which each source is reported to speak."""
    found: dict[str, set[int]] = {}
    for attribution in article.trusted:
        if attribution.form in STATEMENTS and attribution.cue.stance is not Stance.THOUGHT:
            for name in _names(article, attribution):
                found.setdefault(name, set()).add(attribution.sentence)
    return found


def _said_so(article: Article, attribution: Attribution, spoken: dict[str, set[int]]) -> bool:
    """The same source speaks in this sentence or beside it: the thought is part of that.

    A person with a name may speak anywhere in the article.
    """
    near = range(attribution.sentence - 1, attribution.sentence + 2)
    person = attribution.source.known_as.kind is SourceKind.NAMED_PERSON
    return any(
        place in near or person
        for name in _names(article, attribution)
        for place in spoken.get(name, ())
    )


def _names(article: Article, attribution: Attribution) -> set[str]:
    names = {attribution.source.text.casefold(), attribution.source.known_as.text.casefold()}
    speaker = article.speaker_of.get(attribution.id)
    if speaker:
        names.add(speaker.name.casefold())
    return names
