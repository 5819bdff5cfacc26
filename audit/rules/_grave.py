"""Whether a claim in a whole article is so grave that it needs a source right there.

In a report the acts of authorities are public record, what a party or a trade wants is in the
open, and accidents and attacks come from police and agencies. A charge against somebody, a
secret deed and what goes on in one person's heart do not.
"""

from collections.abc import Callable
from itertools import pairwise

from audit.annotate.claim_genre import is_hearsay, is_sourced
from audit.annotate.claim_words import terms
from audit.annotate.model import Article, Claim, Form, SourceKind
from audit.annotate.name_kinds import judge
from audit.document import Token
from audit.lexicon import load
from audit.rules._who import quoted_by_name

_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
    | {"tomorrow", "tonight", "yesterday"}
)
# In words: nobody retells at such length.
_LONG = 500
_SPANS, _POINTING = frozenset({"week", "month"}), frozenset({"last", "next", "this"})
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december"}
)
_SECRET = frozenset({"covert", "covertly", "clandestine", "secret", "secretly"})
_MANY = frozenset({"countless", "dozens", "hundreds", "many", "numerous", "scores", "thousands"})
# Who acts, by class, where a verb charges somebody.
_ABLE = frozenset({"executive", "faction", "force", "office", "people"})
_NAMES = frozenset({"NNP", "NNPS"})
# What is felt of somebody else, and no wish or hope.
_FEELINGS = frozenset(
    {"admire", "despise", "detest", "distrust", "dread", "envy", "feel", "hate", "loathe"}
    | {"mistrust", "relish", "resent"}
)
# A group that calls itself so, without *many* or *most* before it, and its anger.
_ANGER = frozenset({"angry", "disgusted", "enraged", "furious", "incensed", "livid", "outraged"})
# What is a thought, reported as one, and no mood.
_THINKING = frozenset({"believe", "doubt", "dread", "fear", "suspect", "think", "worry"})
# Grounds that are grave or not whatever the text.
_ALWAYS = frozenset({"generality", "mind", "rate"})
_PLURAL = frozenset({"NNS", "NNPS"})


def is_news(article: Article) -> bool:
    """A whole text that lets people speak, names a day or goes on at length; the rest retells."""
    sourced = is_sourced(article)
    if sourced is None or is_hearsay(article):
        return False
    if sourced or article.document.word_count > _LONG:
        return True
    return any(a.form is Form.DIRECT for a in article.trusted) or _names_a_day(article)


def _names_a_day(article: Article) -> bool:
    """*on Friday*, *next week*, *May 18*: whatever happened can be looked up."""
    if not _DAYS.isdisjoint(article.document.places):
        return True
    return any(
        (later.norm in _SPANS and before.norm in _POINTING)
        or (later.tag == "CD" and before.norm in _MONTHS)
        for before, later in pairwise(article.document.tokens)
    )


def is_grave(article: Article, claim: Claim) -> bool:
    """It charges somebody, tells a secret, or looks into one person's heart.

    In an excerpt and in hearsay any claim may be; a text that retells is asked for most of them.
    """
    if is_sourced(article) is None or is_hearsay(article):
        return True
    ruling = _JUDGES.get(claim.ground)
    if ruling is None or not (claim.ground in _ALWAYS or is_news(article)):
        return True
    return ruling(article, claim)


def _words(article: Article, claim: Claim) -> tuple[Token, ...]:
    first, last = article.document.token_range(claim.span)
    return article.document.tokens[first:last]


def _subject(article: Article, claim: Claim) -> tuple[Token, ...]:
    """The words of the claim before what makes it one."""
    start = claim.focus.start if claim.focus else claim.span.end
    before = (token for token in _words(article, claim) if token.end <= start)
    return tuple(token for token in before if not token.tag.startswith(("RB", "VB", "MD")))


def _classes(tokens: tuple[Token, ...]) -> set[str]:
    nouns = load("claim_nouns").by_term
    rows = [nouns.get("=" + token.lemma) or nouns.get(token.text) for token in tokens]
    return {row.category for row in rows if row}


def _charges(article: Article, claim: Claim) -> bool:
    """A name, an office or a group stands before the verb: somebody is charged."""
    subject = _subject(article, claim)
    named = any(token.tag in _NAMES for token in subject)
    pronoun = any(token.norm in ("he", "she", "they") for token in subject)
    return not subject or named or pronoun or bool(_classes(subject) & _ABLE)


def _is_secret(article: Article, claim: Claim) -> bool:
    return any(token.norm in _SECRET for token in _words(article, claim))


def _is_uncounted(article: Article, claim: Claim) -> bool:
    """*Hundreds of sailors were killed*: on no day, and counted by nobody."""
    return any(token.norm in _MANY for token in _words(article, claim))


def _is_forceful(article: Article, claim: Claim) -> bool:
    """Harm to uncounted many; or, where nobody is heard, what an army *has* done."""
    words = _words(article, claim)
    perfect = any(token.norm in ("has", "have") for token in words)
    return _is_uncounted(article, claim) or (not is_sourced(article) and perfect)


def _is_unmeasured(article: Article, claim: Claim) -> bool:
    """*halved to 16 million* has its figures, from wherever they were published."""
    return not any(token.tag == "CD" for token in _words(article, claim))


def _is_verdict(article: Article, claim: Claim) -> bool:
    """A verdict that nobody would let pass."""
    first, last = article.document.token_range(claim.span)
    listed = terms("grave_terms").matches(article.document.tokens, first, last)
    return any(True for _ in listed)


def _is_felt(article: Article, claim: Claim) -> bool:
    """What a named person feels, or a party's anger; not what it hopes, and not its thought."""
    if claim.focus is None or _is_thought(article, claim):
        return False
    first, last = article.document.token_range(claim.focus)
    words, subject = article.document.tokens[first:last], _subject(article, claim)
    verbs = [token for token in words if token.tag.startswith("VB") and token.lemma != "be"]
    felt = any(load("evaluation_terms").category("=" + token.lemma) == "emotion" for token in words)
    if not felt and not any(token.lemma in _FEELINGS for token in verbs):
        return False
    if not subject:
        return False
    if len(subject) == 1 and subject[0].tag in _PLURAL:
        return "faction" in _classes(subject) and any(t.lemma in _ANGER for t in words)
    return any(token.tag == "NNP" for token in subject) and _is_person(subject)


def _is_person(subject: tuple[Token, ...]) -> bool:
    """The last name in the subject is a person's: *Trump and his aides*."""
    last = max(i for i, token in enumerate(subject) if token.tag == "NNP")
    first = last
    while first and subject[first - 1].tag == "NNP":
        first -= 1
    if first and subject[first - 1].tag in ("DT", "JJ"):
        return False  # *the Reagan administration*, *the EC*
    if last + 1 < len(subject) and subject[last + 1].tag in ("NN", "NNS", "POS"):
        return False  # *Trump's lawyers*
    return judge(subject, first, last + 1, definite=False) in (None, SourceKind.NAMED_PERSON)


def _is_thought(article: Article, claim: Claim) -> bool:
    """*The insurer fears that …* tells whose thought it is, and a rule of its own looks at it."""
    tokens = article.document.tokens
    return any(
        a.trusted
        and a.form is Form.ATTRIBUTED_THOUGHT
        and tokens[a.cue.head].lemma in _THINKING
        and a.content.spans
        and any(span.overlaps(claim.span) for span in a.cue.spans)
        for a in article.attributions_in(claim.sentence)
    )


def _never(article: Article, claim: Claim) -> bool:
    del article, claim
    return False


def _in_silence(article: Article, claim: Claim) -> bool:
    """A judgement is the writer's where nobody is quoted, and strong words are anywhere."""
    return _is_verdict(article, claim) or (
        is_sourced(article) is False and not quoted_by_name(article) and not article.trusted
    )


_JUDGES: dict[str, Callable[[Article, Claim], bool]] = {
    "accusation": _charges, "wrongdoing": _charges, "decision": _is_secret, "terms": _is_secret,
    "news": _is_secret, "toll": _is_uncounted, "rate": _is_unmeasured, "force": _is_forceful,
    "opinion": _in_silence, "mind": _is_felt, "deliberation": _is_secret, "aim": _never,
    "effect": _in_silence, "trend": _never, "inference": _never, "generality": _never,
    "superlative": _never,
}  # fmt: skip
