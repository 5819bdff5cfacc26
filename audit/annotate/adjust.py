"""What the lists know better than the counts: rare verbs, other senses, fixed formulas.

The counts come from one year of American politics; the term lists know verbs that it
hardly used, and senses of its verbs that it never needed.
"""

from audit.annotate.cue_rows import lexicon_row
from audit.annotate.decide import LISTED
from audit.annotate.end_features import frame_class
from audit.annotate.forms import is_no_comment
from audit.annotate.scene import Candidate
from audit.annotate.senses import not_speech
from audit.annotate.syntax import FINITE
from audit.document import Document, Role

# A listed verb in a listed clause is at least this sure; a formula of refusal or relay too.
_LISTED_CLAUSE = 0.55
_FORMULA = 0.9
# Acts by which something is so, and no statement that it is: they source nothing.
_PERFORMED = frozenset("authorize authorise allow permit enable ban let".split())
_ACT = 0.4
_CLAUSES = frozenset({"that", "bare", "quote", "wh"})
# *are feared dead*, *is believed to be armed*: somebody fears and believes, nobody is named.
_AGENTLESS_TO = frozenset(
    "believe think understand say report allege rumour rumor fear presume".split()
)
_AGENTLESS = frozenset("fear presume allege".split())
# *put the toll at 14*
_ESTIMATES = frozenset("put place".split())
_SEEMING = 0.45
# A listed verb that denies, concedes or vouches is speech with an object too.
_SPOKEN = frozenset("deny concede endorse".split())
_SPOKEN_OBJECT = 0.5
# As likely as what is just listed.
_JUST_LISTED = 0.37
# Listed where nothing surer stands in the same words.
_BARELY_LISTED = LISTED + 0.005
# Adjectives of ability say nothing of anybody's mind.
_ABILITY = frozenset(
    "capable able unable likely unlikely available responsible due full ready".split()
)
_BEHIND = frozenset({"post", "invpost"})
_SUBORDINATE = frozenset({"IN", "WRB", "VBG", "VBN", "TO", "WDT", "WP"})
_MOTIVES = frozenset({("fear", "for"), ("hope", "in"), ("hope", "with"), ("belief", "in")})
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
_FORMULAS = frozenset(
    "came-from quoted-as quoted-by frame-citing anonymous colon-quote signature as-said".split()
)
# The wish of a source not to be named is no statement.
_WISHING = frozenset("ask request decline refuse wish want prefer insist".split())
_UNNAMED = frozenset("name identify quote".split())


def adjust(document: Document, candidate: Candidate) -> None:
    """Raise or lower a candidate's weights where a list speaks against the counts."""
    if candidate.frame.removeprefix("p-") in _FORMULAS or is_no_comment(document, candidate):
        _raise(candidate, _FORMULA)
        if candidate.frame == "frame-citing":
            candidate.weight = 0.0  # beside the one who cites, never instead
        elif candidate.frame == "p-quoted-as":
            candidate.weight = _FORMULA
        return
    if candidate.lemma in _WISHING and _to_be_unnamed(document, candidate):
        candidate.weight = candidate.sure = 0.0
    if candidate.frame == "frame-for" and candidate.lemma == "to":
        _raise(candidate, _LISTED_CLAUSE)
    if candidate.frame == "n-drew":
        _raise(candidate, _SPOKEN_OBJECT)
    if candidate.lemma in _HEARSAY and _is_clause(document, candidate):
        candidate.sure = max(candidate.sure, _SPOKEN_OBJECT)
        candidate.weight = max(candidate.weight, _BARELY_LISTED)
    if candidate.kind == "noun" and _is_motive(document, candidate):
        candidate.weight = candidate.sure = 0.0
    if candidate.kind == "adj" and candidate.lemma in _ABILITY:
        candidate.sure = min(candidate.sure, _ACT)
    if candidate.kind == "verb":
        _adjust_verb(document, candidate)


def _adjust_verb(document: Document, candidate: Candidate) -> None:
    kind = frame_class(candidate.frame)
    lemma = candidate.lemma.partition(" ")[0]
    if lemma in _PERFORMED:
        candidate.sure = min(candidate.sure, _ACT)
    elif kind not in _CLAUSES and not candidate.quoted and not_speech(document, candidate.head):
        candidate.weight = candidate.sure = 0.0
    elif candidate.frame == "raise-to":
        candidate.sure = min(candidate.sure, _SEEMING)
    elif _is_agentless(candidate, lemma) or (
        lemma in _ESTIMATES and kind == "np" and _is_estimate(document, candidate)
    ):
        _raise(candidate, _LISTED_CLAUSE)
    elif candidate.source is not None:
        _trust_list(document, candidate, kind)


def _trust_list(document: Document, candidate: Candidate, kind: str) -> None:
    """A listed verb with a source is an attribution in the frames it is listed with."""
    row = lexicon_row(candidate)
    if row is None:
        return
    frames = row.rest.get("frames", "").split(",")
    finite = candidate.group is not None and candidate.group.finite
    spoken = kind in ("np", "ing") and row.category in _SPOKEN and "np" in frames
    relative = kind == "rel-clause" and "bare" in frames
    if finite and (spoken or relative or (kind == "np-to" and "to" in frames)):
        candidate.sure = max(candidate.sure, _SPOKEN_OBJECT)
        candidate.weight = max(candidate.weight, _JUST_LISTED)
    elif (kind in _CLAUSES and kind in frames) or (
        kind in _BEHIND and "that" in frames and _is_headline(document, candidate)
    ):
        _raise(candidate, _LISTED_CLAUSE)


def _is_clause(document: Document, candidate: Candidate) -> bool:
    """What stands before the cue has a finite verb, and begins as no subordinate clause does."""
    tokens = document.tokens
    first, last = candidate.fixed[0][0], candidate.fixed[-1][1]
    if tokens[first].tag in _SUBORDINATE:
        return False
    return any(tokens[i].tag in FINITE for i in range(first, last))


def _is_headline(document: Document, candidate: Candidate) -> bool:
    """*Mayor took bribes, prosecutor says*: the cue closes a headline."""
    sentence = document.sentences[candidate.sentence]
    closes = candidate.cue[1] >= sentence.last
    return closes and sentence.role is Role.HEADLINE and _is_clause(document, candidate)


def _is_motive(document: Document, candidate: Candidate) -> bool:
    """*for fear of dismissal*, *in hopes of a deal*: why something is done, and no words."""
    before = document.tokens[candidate.head - 1].norm if candidate.head else ""
    return (candidate.lemma, before) in _MOTIVES


def _is_agentless(candidate: Candidate, lemma: str) -> bool:
    """*are feared dead*, *is believed to be armed*."""
    if candidate.frame == "p-to":
        return lemma in _AGENTLESS_TO
    return candidate.frame == "p-subj" and lemma in _AGENTLESS and candidate.source is None


def _to_be_unnamed(document: Document, candidate: Candidate) -> bool:
    """*asked not to be named*, *declined to be identified*."""
    following = document.tokens[candidate.cue[1] : candidate.cue[1] + 5]
    words = [token.norm for token in following]
    return "to" in words and "be" in words and any(t.lemma in _UNNAMED for t in following)


def _is_estimate(document: Document, candidate: Candidate) -> bool:
    tokens = document.tokens
    return any(
        tokens[i].norm == "at" and tokens[i + 1].tag in ("CD", "$")
        for i in range(candidate.start, candidate.end - 1)
    )


def _raise(candidate: Candidate, floor: float) -> None:
    candidate.sure = max(candidate.sure, floor)
    candidate.weight = max(candidate.weight, min(floor, 0.5))
