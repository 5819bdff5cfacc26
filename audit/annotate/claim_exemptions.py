"""Why a claim needs no source of its own, in words a reader of the report understands."""

from audit.annotate.claim_clauses import Clause
from audit.annotate.claim_figures import figures
from audit.annotate.claim_words import Ground, entry, subject_class
from audit.annotate.model import ClaimKind
from audit.document import Document, Role, Token

PUBLIC_RECORD = "public record"
SCHEDULED = "scheduled event"
OPEN_EVENT = "open event"
SPORT = "sports result"
MARKET = "market data"
COMMON = "common knowledge"
INTERVIEW = "words of an interview"
BACKGROUND = "background nobody disputes"
# The reasons that lie in the clause itself, not in an attribution or the place it stands in.
PLAIN = frozenset({PUBLIC_RECORD, SCHEDULED, OPEN_EVENT, SPORT, MARKET, COMMON, BACKGROUND})
BY_ROLE = {
    Role.HEADLINE: "headline, carried by the text below",
    Role.CAPTION: "caption, what the picture shows",
    Role.CORRECTION: "correction by the publisher",
}

_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan.",
        "feb.",
        "aug.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
    ]
)
_DEICTIC = frozenset({"yesterday", "today", "tonight", "overnight"})
_HOURS = frozenset({"noon", "midnight", "a.m.", "p.m.", "am", "pm", "dawn", "dusk"})
_MONTHS = frozenset(
    ["may", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
_EARLIER = frozenset({"last", "this", "earlier", "that", "same", "next"})
_PERIODS = frozenset(
    [
        "week",
        "month",
        "year",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
        "morning",
        "evening",
        "night",
        "season",
    ]
)
_CENTURIES = frozenset({"17", "18", "19", "20"})
_COURT = frozenset(
    [
        "court",
        "judge",
        "justice",
        "ruling",
        "jury",
        "verdict",
        "convict",
        "plead",
        "indict",
        "indictment",
        "sentence",
        "trial",
        "conviction",
        "lawsuit",
        "bill",
        "law",
        "statute",
        "legislation",
        "amendment",
    ]
)
_SPORT = frozenset(
    [
        "league",
        "season",
        "coach",
        "playoff",
        "tournament",
        "championship",
        "quarterback",
        "inning",
        "goal",
        "touchdown",
        "striker",
        "midfielder",
        "nba",
        "nfl",
        "nhl",
        "mlb",
        "fifa",
        "olympics",
        "medal",
        "seed",
        "innings",
        "wicket",
    ]
)
_MARKET = frozenset(
    [
        "share",
        "stock",
        "trading",
        "index",
        "yen",
        "euro",
        "dollar",
        "yield",
        "bond",
        "barrel",
        "crude",
        "futures",
        "nasdaq",
        "dow",
        "s&p",
        "benchmark",
        "ftse",
        "nikkei",
    ]
)
_VAGUE = frozenset(
    [
        "number",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "several",
        "many",
        "some",
        "countless",
        "numerous",
    ]
)
# Words that only a transcript has, and how many of its paragraphs are questions.
_RECORDED = "archived recording"
LEAST_QUESTIONS, QUESTION_SHARE = 5, 0.15
# Grounds that a match or the market itself supplies.
_PLAYED = frozenset({"opinion", "effect", "superlative", "prediction", "cause", "figure"})
_TRADED = frozenset({"superlative", "cause", "causation", "figure"})
_PAPERS = frozenset(
    [
        "bill",
        "plan",
        "package",
        "budget",
        "deal",
        "contract",
        "fine",
        "settlement",
        "vote",
        "lawsuit",
        "law",
        "proposal",
        "program",
        "fund",
        "grant",
        "loan",
        "bond",
        "tax",
        "tariff",
        "cap",
        "limit",
        "ceiling",
        "award",
        "bail",
        "salary",
    ]
)


class Setting:
    """What the whole article is about, as far as exemptions ask."""

    def __init__(self, document: Document) -> None:
        lemmas = {token.lemma for token in document.tokens}
        norms = {token.norm for token in document.tokens}
        self.sport = len(_SPORT & (lemmas | norms)) >= 3
        self.market = len(_MARKET & (lemmas | norms)) >= 3
        self.document = document
        self.interview = _is_interview(document)

    def market_in(self, sentence: int) -> bool:
        """The sentence tells what was traded at what price."""
        return any(
            token.lemma in _MARKET
            for token in self.document.words(self.document.sentences[sentence])
        )

    def court_near(self, sentence: int) -> bool:
        """A court, a charge or a law is spoken of here or just before."""
        document = self.document
        first = document.sentences[max(sentence - 3, 0)].first
        last = document.sentences[sentence].last
        return any(token.lemma in _COURT for token in document.tokens[first:last])


def _is_interview(document: Document) -> bool:
    """Questions and answers, or a transcript: most words are somebody's, without marks."""
    if _RECORDED in document.text:
        return True
    asked = sum(document.text[span.end - 1] == "?" for span in document.paragraphs)
    return asked >= LEAST_QUESTIONS and asked >= QUESTION_SHARE * len(document.paragraphs)


def dated(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """A day, a month, a year or *earlier this year* stands between two tokens."""
    for i in range(first, last):
        norm = tokens[i].norm
        if norm in _DEICTIC or norm in _HOURS or (norm in _DAYS and tokens[i].text[0].isupper()):
            return True
        if norm in _MONTHS and i + 1 < last and tokens[i + 1].tag == "CD":
            return True
        if norm in _PERIODS and i > first and tokens[i - 1].norm in _EARLIER:
            return True
        if tokens[i].tag == "CD" and len(norm) == 4 and norm.isdigit() and norm[:2] in _CENTURIES:
            return True
    return False


def exemption(setting: Setting, clause: Clause, ground: Ground | None) -> str | None:
    """The reason why the clause needs no source; ``None`` if it does need one."""
    tokens = setting.document.tokens
    sentence = setting.document.sentences[clause.sentence]
    if ground is None:
        return _plain(setting, clause)
    if setting.interview:
        return INTERVIEW
    if setting.sport and ground.name in _PLAYED:
        return SPORT
    if ground.name in _TRADED and setting.market_in(clause.sentence):
        return MARKET
    if ground.kind is ClaimKind.FIGURE:
        return _recorded(tokens, clause, ground)
    when = dated(tokens, sentence.first, sentence.last)
    if ground.name == "prediction":
        return _scheduled(tokens, clause, when)
    if ground.name == "decision":
        opening = clause.sentence < 2 or clause.perfect
        if any(True for _ in figures(tokens, clause.first, clause.last)):
            return PUBLIC_RECORD
        return None if opening and not when else OPEN_EVENT
    if ground.name == "terms":
        return PUBLIC_RECORD if setting.court_near(clause.sentence) else None
    if ground.name == "wrongdoing":
        return PUBLIC_RECORD if setting.court_near(clause.sentence) else None
    if ground.name == "force":
        return _settled(tokens, clause, when)
    return None


def _recorded(tokens: tuple[Token, ...], clause: Clause, ground: Ground) -> str | None:
    """*a $2 billion bill*, *52 percent of the vote*: the figure stands in a public paper."""
    around = tokens[ground.last : min(ground.last + 4, clause.last)]
    if any(token.lemma in _PAPERS for token in around):
        return PUBLIC_RECORD
    row = entry(tokens, clause.head, "claim_verbs")
    return PUBLIC_RECORD if row and row.category == "record" else None


def _scheduled(tokens: tuple[Token, ...], clause: Clause, when: bool) -> str | None:
    """*will meet on Friday* is announced, *the bill will require* stands in the bill."""
    if when:
        return SCHEDULED
    if subject_class(tokens, clause) == "document":
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
    if setting.market and row and row.category == "change":
        return MARKET
    if clause.tense == "past" or clause.perfect:
        return OPEN_EVENT
    return COMMON
