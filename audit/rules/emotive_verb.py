"""The verb of saying carries a temper.

Why
    *Slammed*, *blasted* and *boasted* tell readers how to feel about a speaker before they
    know what was said. The words spoken show a temper better, if there was one.

Flagged
    The senator [[slammed]] the bill as a giveaway.
    Osei [[lashed out]] the panel.

Not flagged
    A truck slammed into the barrier.
    The board dismissed two directors.
    “He slammed the bill,” her aide said.
    It is easy to mock the plan.
    The verbs of a column and of a transcript, and those inside what somebody else says.

Source
    AP Stylebook, "said"; Reuters Handbook of Journalism, "Freedom from bias".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import (
    evidence,
    guard,
    is_done,
    is_epithet,
    is_nested,
    is_report,
    is_verb,
    with_stance,
    word,
)
from audit.rules._language import posted

FAMILY = "verbs"
SEVERITY = Severity.WARNING


# As common in reports as "criticised", or no words at all.
_PLAIN = frozenset({"attack", "blast out", "boo", "fire off", "pounce", "pounce on"})
# Blows that are words only with their particle, and what is shut and no statement.
_WITH_PARTICLE = frozenset({"lash", "hit", "shoot", "fire", "strike", "snap"})
_SHUT = frozenset({"shut", "closed", "open", "into"})


def find(article: Article) -> Iterator[Mark]:
    found = [a for a in with_stance(article, Stance.EMOTIVE) if _has_temper(article, a)]
    if not found or not is_report(article):
        return
    for attribution in found:
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” gives the statement a temper of its own.",
            "What was said, in which words? A neutral verb with a quotation shows it.",
            evidence(attribution),
        )


def _has_temper(article: Article, attribution: Attribution) -> bool:
    """Somebody did speak so, and it is the writer who says it."""
    if not is_verb(article, attribution) or not is_done(article, attribution):
        return False
    if attribution.cue.lemma in _WITH_PARTICLE | _PLAIN or _is_shut(article, attribution):
        return False
    if _answers(article, attribution) or is_epithet(article, attribution):
        return False
    return not is_nested(article, attribution) and not posted(article, word(article, attribution))


def _answers(article: Article, attribution: Attribution) -> bool:
    """*falsely smeared*: the writer says what is wrong with it, and means the verb."""
    place = attribution.cue.head
    return article.document.tokens[place - 1].norm in guard("disproof")


def _is_shut(article: Article, attribution: Attribution) -> bool:
    """*slammed the door shut*: a thing is moved."""
    tokens, place = article.document.tokens, attribution.cue.head
    return any(token.norm in _SHUT for token in tokens[place + 1 : place + 4])
