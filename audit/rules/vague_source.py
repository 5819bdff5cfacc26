"""A statement rests on a crowd: critics, experts, some.

Why
    “Critics say” lets a writer choose an opinion and hide how many hold it. Two names would
    show that somebody does; a poll would show how many. Each crowd is flagged once.

Flagged
    [[Experts]] warn that the dam could fail.
    The proposal, which [[critics]] say is unworkable, passed easily.
    [[Some]] say he was pushed; [[others]] insist he fell.

Not flagged
    Critics including the Law Society and Amnesty say the law goes too far.
    Film critics gave the sequel four stars.

Source
    Ganter and Strube (2009), on weasel words; BBC Editorial Guidelines, section 3.
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_transcript
from audit.annotate.descriptions import signs
from audit.annotate.model import STATEMENTS, Article, Attribution, Form, Polarity, SourceKind
from audit.document import Role, Span
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._crowds import (
    are_bodies,
    are_people,
    is_nobody,
    is_on_poll,
    is_surveyed,
    only_think,
)
from audit.rules._language import own_words
from audit.rules._saying import happened, on_paper, states
from audit.rules._who import heard, holds_verb, in_report, is_object, once, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# An example of the crowd speaks within so many sentences.
_NEXT = 2
# What a crowd wants or does is no statement of its own; other rules look at it.
_NOT_SAYING = frozenset(
    {
        "want", "need", "seek", "try", "plan", "hope", "expect", "prefer", "love", "hate", "like",
        "enjoy", "feel", "wish", "intend", "aim", "decide", "agree", "refuse", "choose", "demand",
        "call", "vote", "pledge", "ask", "urge", "know", "remember", "forget", "learn", "see",
        "hear", "find", "consider", "support", "oppose", "back", "endorse", "reject",
        "accept", "show", "exercise", "use", "surge", "discover", "read",
        "chant", "shout", "yell", "debate", "discuss", "weigh", "revive"
    }
)  # fmt: skip
_THINGS = frozenset({"poll", "hospital", "school", "department", "photo", "number"})
_SHARES = frozenset({"third", "thirds", "quarter", "quarters", "half", "fifth", "percent"})
_STUDIES = frozenset(
    {
        "study", "research", "evidence", "statistic", "datum", "data"
    }
)  # fmt: skip
_SOME = frozenset({"some", "many", "most", "several", "other"})
_MOODS = frozenset(
    {
        "furious", "outraged", "angry", "delighted", "shocked", "divided", "baffled", "horrified",
        "unimpressed", "stunned", "dismayed", "thrilled", "upset", "concerned", "worried",
        "sceptical", "skeptical", "unconvinced"
    }
)  # fmt: skip


def find(article: Article) -> Iterator[Mark]:
    report = in_report(article)
    if report and is_transcript(article):
        return
    vague = (
        a
        for a in told(article, SourceKind.VAGUE_COLLECTIVE, SourceKind.DOCUMENT)
        if _is_vague(article, a) and not (report and _is_no_statement(article, a))
    )
    for attribution in once(vague):
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” could be anybody.",
            "Who, and how many? Name two, or give the survey.",
            (attribution.id,),
        )
    yield from _moods(article)


def _is_vague(article: Article, attribution: Attribution) -> bool:
    """A crowd says something, and nothing near tells who is in it."""
    if attribution.cue.lemma in _NOT_SAYING or attribution.form is Form.NO_COMMENT:
        return False
    if attribution.polarity is not Polarity.POSITIVE:
        return False
    if _is_thing(article, attribution) or _asks(article, attribution):
        return False
    if _counted_or_known(article, attribution) or _shown(article, attribution):
        return False
    return attribution.source.kind is not SourceKind.DOCUMENT or _any_study(article, attribution)


def _is_no_statement(article: Article, attribution: Attribution) -> bool:
    """In a report a crowd only acts, was polled, signed a statement, or is anybody at all."""
    if not states(article, attribution) or happened(article, attribution):
        return True
    head = attribution.cue.head
    if head >= 0 and article.document.tokens[head].tag in ("JJ", "JJR"):
        return True  # *have been critical of the plan*
    if attribution.frame.startswith(("p-", "colon")):
        return True  # *arguments raised by students*, the shouts of a crowd
    if attribution.source.kind is SourceKind.DOCUMENT:
        return False
    return (
        is_nobody(article, attribution)
        or not are_people(article, attribution)
        or holds_verb(tokens_of(article, attribution.source))
        or is_object(article, attribution)
        or is_surveyed(article, attribution)
        or are_bodies(article, attribution)
        or only_think(article, attribution)
        or on_paper(article, attribution)
    )


def _asks(article: Article, attribution: Attribution) -> bool:
    """*Can anyone believe this?*"""
    sentence = article.document.sentences[attribution.sentence]
    return any(token.norm == "?" for token in article.document.words(sentence))


def _counted_or_known(article: Article, attribution: Attribution) -> bool:
    """A share of those asked, or a group the text has brought in: *the researchers*."""
    tokens = tokens_of(article, attribution.source)
    if attribution.source.kind is SourceKind.DOCUMENT:
        return False
    known = tokens[0].norm in {"the", "these", "those", "both"} or tokens[0].tag == "PRP$"
    return known or any(token.tag == "CD" or token.norm in _SHARES for token in tokens)


def _shown(article: Article, attribution: Attribution) -> bool:
    """Somebody not heard before speaks right after, as one of the crowd: *Democrats*, Schumer."""
    here = attribution.sentence
    before: set[str] = set()
    for other in article.trusted:
        name = other.source.known_as.text
        person = other.source.known_as.kind is SourceKind.NAMED_PERSON
        if not person or other.level:
            continue
        if other.sentence <= here:
            before.add(name)
        elif other.sentence <= here + _NEXT:
            if name not in before and other.form in STATEMENTS:
                return True
        else:
            break
    return False


def _is_thing(article: Article, attribution: Attribution) -> bool:
    """*exit polls*, *hospitals*: no people; or an act (*identified themselves*), no statement."""
    last = tokens_of(article, attribution.source)[-1]
    if attribution.source.kind is SourceKind.VAGUE_COLLECTIVE and last.lemma in _THINGS:
        return True
    return attribution.form is Form.NARRATED_ACT and heard(article)


def _any_study(article: Article, attribution: Attribution) -> bool:
    """Studies, research, evidence with nothing that tells which."""
    tokens = tokens_of(article, attribution.source)
    plain = len(tokens) <= 2 and tokens[0].norm not in {"the", "its", "their", "this", "a", "an"}
    if len(tokens) == 2 and (tokens[0].tag != "JJ" or tokens[0].norm == "official"):
        return tokens[0].norm in _SOME  # and not *university data*
    return plain and tokens[-1].lemma in _STUDIES and tokens[-1].tag in {"NNS", "NN"}


def _moods(article: Article) -> Iterator[Mark]:
    """A crowd is said to be angry: *Twitter users were furious*."""
    document = article.document
    crowds = load("vague_collectives")
    for index, sentence in article.sentences():
        if sentence.role is not Role.TEXT:
            continue
        tokens = document.words(sentence)
        for i in range(1, min(len(tokens) - 1, 8)):
            is_mood = tokens[i].lemma == "be" and any(
                t.norm in _MOODS for t in tokens[i + 1 : i + 3]
            )
            if not is_mood or tokens[i - 1].tag not in {"NNS", "NNPS"}:
                continue
            words = [t.norm for t in tokens[max(0, i - 2) : i]]
            known = crowds.category(" ".join(words)) or crowds.category(words[-1])
            if not own_words(article, tokens[i].span) or is_on_poll(article, index):
                break
            if known and not signs(words) & {"direct", "familiar"}:
                span = Span(tokens[max(0, i - 2)].start, tokens[i - 1].end)
                yield Mark(
                    span,
                    f"“{document.quote(span)}” are given a mood, and nobody is named who has it.",
                    "Who said so? Quote two, or give the survey.",
                    (f"{words[-1]} (vague_collectives)",),
                )
            break
