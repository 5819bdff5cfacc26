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

Source
    AP Stylebook, "believe, feel, think"; BBC Editorial Guidelines 3; Reuters Handbook.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, SourceKind, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import CLAUSE, evidence, guard, shape, with_stance, word, words_of

FAMILY = "verbs"
SEVERITY = Severity.WARNING

_FRAMES = CLAUSE | {"np-to", "as", "oc", "subj"}
# Verbs that need "as" or "to be" to be an opinion: see it as a threat.
_NEEDS_AS = frozenset({"consider", "regard", "view", "see"})
_SPOKEN = frozenset({Form.DIRECT, Form.MIXED, Form.INDIRECT})


def find(article: Article) -> Iterator[Mark]:
    spoken = _speeches(article)
    for attribution in with_stance(article, Stance.THOUGHT, negated=True):
        if not _is_opinion(attribution) or attribution.level or attribution.venue:
            continue
        if _anybodys(article, attribution):
            continue
        if not attribution.source.spans or attribution.cue.lemma == "hope":
            continue
        if _measured(article, attribution) or _said_so(article, attribution, spoken):
            continue
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” reports a state of mind, not a statement.",
            "How is this known? Report who said it, and to whom.",
            evidence(attribution),
        )


def _is_opinion(attribution: Attribution) -> bool:
    """An opinion on how things are; wishes and plans are the business of mind-reading."""
    lemma = attribution.cue.lemma
    base = lemma.removeprefix("be ").split()[0]
    if base not in guard("opinion"):
        return False
    frame = shape(attribution)
    if base in _NEEDS_AS:
        return frame in ("that", "as", "oc", "np-to") or lemma.endswith(" as")
    return not frame or frame in _FRAMES


def _anybodys(article: Article, attribution: Attribution) -> bool:
    """*It is hard not to think so*, *leaving little doubt*: nobody's thought."""
    tokens, head = article.document.tokens, attribution.cue.head
    if tokens[head - 1].norm in ("little", "no"):
        return True
    before = [token.norm for token in tokens[max(0, head - 2) : head]]
    return tokens[head].tag == "VB" and "to" in before


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
        if attribution.form in _SPOKEN and attribution.cue.stance is not Stance.THOUGHT:
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
