"""Why a claim needs no source of its own, in words a reader of the report understands."""

from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_figures import figures
from audit.annotate.claim_harms import THIN_ONLY
from audit.annotate.claim_settings import Setting, dated
from audit.annotate.claim_whole import spared
from audit.annotate.claim_words import Ground, entry, subject_class, terms
from audit.annotate.model import ClaimKind
from audit.document import Role, Token

PUBLIC_RECORD = "public record"
SCHEDULED = "scheduled event"
OPEN_EVENT = "open event"
SPORT = "sports result"
MARKET = "market data"
COMMON = "common knowledge"
POLL = "poll named nearby"
SPOKEN = "spoken in the first person"
TENTATIVE = "put as a possibility"
INTERVIEW = "words of an interview"
COLUMN = "argued in the writer's own voice, as columns do"
QUOTED = "quoted words"
EXCERPT = "told in a text too short to show its sources"
SET_OFF = "another's text, set off below a colon"
BACKGROUND = "background nobody disputes"
BY_ROLE = {
    Role.HEADLINE: "headline, carried by the text below",
    Role.CAPTION: "caption, what the picture shows",
    Role.CORRECTION: "correction by the publisher",
}

_VAGUE = frozenset(
    {"countless", "dozens", "hundreds", "many", "number", "numerous", "scores", "several", "some"}
    | {"thousands"}
)
# Grounds that a match or the market itself supplies.
_PLAYED = frozenset({"opinion", "effect", "superlative", "prediction", "cause", "figure"})
_TRADED = frozenset({"superlative", "cause", "causation", "figure"})
_POLLED = frozenset({"effect", "opinion", "generality", "figure", "mind", "news"})
# What stands in a paper that orders something.
_PROVISIONS = frozenset(
    {"allow", "ban", "bar", "create", "cut", "enable", "end", "extend", "give", "impose", "include"}
    | {"let", "limit", "permit", "prohibit", "protect", "provide", "raise", "require", "set"}
)
_MESSAGES = frozenset({"argument", "claim", "headline", "line", "message", "question", "theme"})
_PAPERS = frozenset({"paper", "law"})


def exemption(setting: Setting, clause: Clause, ground: Ground | None) -> str | None:
    """The reason why the clause needs no source; ``None`` if it does need one."""
    tokens = setting.document.tokens
    sentence = setting.document.sentences[clause.sentence]
    if ground is None:
        return _plain(setting, clause)
    if setting.interview:
        return INTERVIEW
    if setting.column and ground.kind is not ClaimKind.ALLEGATION:
        return COLUMN
    if setting.spoken(clause.sentence):
        return SPOKEN
    if ground.name != "prediction" and setting.tentative(clause.sentence):
        return TENTATIVE
    if ground.name == "news" and not setting.hearsay:
        return _plain(setting, clause)
    if ground.name in THIN_ONLY and setting.sourced is None:
        return EXCERPT
    if setting.paragraphs.closed_quote(clause.sentence):
        return QUOTED
    reason = spared(setting, clause, ground)
    if reason:
        return reason
    if setting.set_off(clause.sentence) or _is_named_before(tokens, clause):
        return SET_OFF
    if ground.name in _POLLED and setting.poll_near(clause.sentence):
        return POLL
    if setting.sport and ground.name in _PLAYED:
        return SPORT
    if ground.name in _TRADED and setting.market_in(clause.sentence):
        return MARKET
    if ground.kind is ClaimKind.FIGURE:
        return _recorded(tokens, clause, ground)
    when = dated(tokens, sentence.first, sentence.last)
    if ground.name == "news" and when:
        return OPEN_EVENT
    if ground.name == "prediction":
        return _scheduled(tokens, clause, when)
    if ground.name == "decision":
        opening = clause.sentence < 2 or clause.perfect
        if any(True for _ in figures(tokens, clause.first, clause.last)):
            return PUBLIC_RECORD
        return None if opening and not when else OPEN_EVENT
    if ground.name == "terms":
        return PUBLIC_RECORD if setting.court_near(clause.sentence) else None
    if ground.name in ("wrongdoing", "accusation"):
        return PUBLIC_RECORD if setting.court_near(clause.sentence) else None
    if ground.name == "force":
        return _settled(tokens, clause, when)
    return None


def _is_named_before(tokens: tuple[Token, ...], clause: Clause) -> bool:
    """*The advertisements have one message: she is out of touch.*"""
    before = tokens[max(0, clause.first - 4) : clause.first]
    return bool(before) and before[-1].norm == ":" and any(t.lemma in _MESSAGES for t in before)


def _recorded(tokens: tuple[Token, ...], clause: Clause, ground: Ground) -> str | None:
    """*a $2 billion bill*, *52 percent of the vote*: the figure stands in a public paper."""
    listed = terms("claim_settings")
    around = tokens[ground.last : min(ground.last + 4, clause.last)]
    if any(listed.category(token.lemma) in _PAPERS for token in around):
        return PUBLIC_RECORD
    row = entry(tokens, clause.head, "claim_verbs")
    return PUBLIC_RECORD if row and row.category == "record" else None


def _scheduled(tokens: tuple[Token, ...], clause: Clause, when: bool) -> str | None:
    """*will meet on Friday* is announced, *the bill will require* stands in the bill."""
    if when:
        return SCHEDULED
    if subject_class(tokens, clause) == "document" and tokens[clause.head].lemma in _PROVISIONS:
        return PUBLIC_RECORD
    return None


def _settled(tokens: tuple[Token, ...], clause: Clause, when: bool) -> str | None:
    """A dated attack, or one told as history, is in every archive."""
    vague = any(token.norm in _VAGUE for token in tokens[clause.first : clause.group])
    if vague:
        return None
    if when:
        return OPEN_EVENT
    if clause.passive and tokens[clause.subject].tag == "NNS" and clause.subject == clause.first:
        return None
    recent = clause.perfect or clause.tense == "present"
    forces = subject_class(tokens, clause) == "force"
    if clause.passive:
        return None if recent or forces else BACKGROUND
    return None if forces or recent else BACKGROUND


def _plain(setting: Setting, clause: Clause) -> str:
    """The reason for a clause that has nothing disputable about it."""
    tokens = setting.document.tokens
    row = entry(tokens, clause.head, "claim_verbs")
    if row and row.category == "record":
        return PUBLIC_RECORD
    if setting.sport:
        return SPORT
    if row and row.category == "change" and setting.market_in(clause.sentence):
        return MARKET
    if clause.tense == "past" or clause.perfect:
        return OPEN_EVENT
    return COMMON
