"""Weasel phrases that are still a fault in a whole report, in which others are heard."""

from collections.abc import Callable

from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article, Hedge
from audit.annotate.names import roles
from audit.annotate.word_classes import words
from audit.document import Role, Token
from audit.lexicon import load
from audit.rules._agentless import has_agent
from audit.rules._hedging import answered

Tokens = tuple[Token, ...]

_FINITE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re", "been"})
# How far before a passive its modal or its perfect may stand, in tokens.
_REACH = 3
_COMPLEMENTS = frozenset({"JJ", "JJR", "JJS", "RBR", "RBS", "DT", "PRP$"})
_AS = frozenset({"as", "to", "for"})
_CLAUSE = frozenset({"as", "that", "it", "this", "the", "a", "an", "his", "her", "their", "its"})
# With these before them, a plain *polls suggest* is about polls that the text has told of.
_BARE = frozenset({",", "CC", "IN", ":", "``", "-LRB-"})
_WEIGHED = frozenset({"no", "little", "few", "some"})
_ASSERTS = frozenset({"be", "have", "hold", "say", "suggest", "go", "dictate"})
_EVIDENCE = ("context_words", "evidence")
# Behind these the crowd is free to think so, or does not.
_MAY = frozenset({"can", "could", "may", "might", "n't", "not", "rather"})
# A survey tells how many think so; the text under a headline tells who.
_MEASURED = frozenset({"percent", "%", "per"})
_OFTEN = frozenset({"generally", "often", "sometimes", "traditionally"})
_HELPERS = frozenset({"be", "do", "have"})
_JOINED = frozenset({"and", "or", "&"})
_SPEAKERS = frozenset({"NNP", "NNPS", "PRP", "WP", "TO", "IN"})


def holds(article: Article, hedge: Hedge) -> bool:
    """The phrase lends an opinion to nobody, and nobody near it owns up to it.

    A crowd that is only counted (*some towns*), a passive that tells an act (*was told*), what
    nobody knows yet (*it is not clear how many*) and a rank are no opinions.
    """
    here = article.document.sentence_index(hedge.span.start)
    sentence = article.document.sentences[here]
    tokens = article.document.words(sentence)
    if sentence.role is Role.HEADLINE or any(token.norm in _MEASURED for token in tokens):
        return False
    first, last = article.document.token_range(hedge.span)
    i, j = first - sentence.first, last - sentence.first
    term = hedge.evidence.partition(" (")[0]
    if term.endswith(" by nobody"):
        judged = _is_judged(tokens, i, j) and not is_column(article)
        return judged and not answered(article, hedge.span)
    if term.endswith(" …"):
        return _opines(tokens, i, j) and not answered(article, hedge.span)
    return _is_firm(tokens, i, j, term) and (
        term in words("weasels", "open") or not answered(article, hedge.span)
    )


def _is_judged(tokens: Tokens, i: int, j: int) -> bool:
    """*is seen as*, *are considered vulnerable*, *has been criticized for*: by whom?"""
    if tokens[i].norm not in _FINITE or tokens[j - 1].norm not in words("weasels", "judged"):
        return False
    if any(token.tag == "MD" or token.norm == "to" for token in tokens[max(0, i - _REACH) : i]):
        return False
    if j >= len(tokens) or has_agent(tokens, j):
        return False
    if tokens[j - 1].norm in ("seen", "viewed", "perceived"):
        return tokens[j].norm == "as"
    return tokens[j].tag in _COMPLEMENTS or tokens[j].norm in _AS


def _opines(tokens: Tokens, i: int, j: int) -> bool:
    """*some say*, *others have blamed*, *many experts fear*: the crowd thinks or says it."""
    if i and (tokens[i - 1].norm in _JOINED or tokens[i - 1].lemma in ("make", "let", "help")):
        return False  # Ruiz and others say; it makes many think
    k = j - 1
    if not tokens[k].tag.startswith("VB"):
        k = j
        while k < len(tokens) and (
            tokens[k].tag == "RB" or tokens[k].norm in words("weasels", "helper")
        ):
            k += 1
    if k >= len(tokens) or not tokens[k].tag.startswith("VB") or tokens[k].tag == "VBG":
        return False
    if any(token.norm in _MAY for token in tokens[i:k]):
        return False
    if tokens[k].lemma not in words("weasels", "view"):
        return False
    plain = tokens[k].lemma != "see" or (k + 1 < len(tokens) and tokens[k + 1].norm in _CLAUSE)
    return plain and tokens[k].norm != "seen"


def _is_firm(tokens: Tokens, i: int, j: int, term: str) -> bool:
    row = load("weasels").by_term.get(term)
    if row is None:
        return True  # a phrase of the house
    guard = row.rest["guard"]
    if guard in _GUARDED:
        return _GUARDED[guard](tokens, i, j)
    if "firm" not in row.category.split():
        return False
    if term.startswith("=") and not term.startswith(("=matter", "=subject")):
        return _stirs(tokens, i, j)
    if tokens[j - 1].lemma in ("suggest", "show") or tokens[j - 1].norm == "shown":
        return i == 0 or tokens[i - 1].tag in _BARE
    if tokens[i].norm in _OFTEN:
        return i > 0 and tokens[i - 1].lemma == "be"
    if tokens[j - 1].norm == "wisdom":
        return j < len(tokens) and tokens[j].lemma in _ASSERTS
    return True


def _stirs(tokens: Tokens, i: int, j: int) -> bool:
    """*The sale raised questions*: in whom? *The council raised questions* says it."""
    k = i - 1
    while k >= 0 and (tokens[k].tag in ("RB", "MD") or tokens[k].lemma in _HELPERS):
        k -= 1
    if k >= 0 and (tokens[k].tag in _SPEAKERS or tokens[k].lemma in words(*_EVIDENCE)):
        return False
    if k >= 0 and (tokens[k].lemma in roles() or tokens[k].norm in words("weasels", "crowd")):
        return False
    return not has_agent(tokens, j)


def _by_crowd(tokens: Tokens, i: int, j: int) -> bool:
    """*is seen by some as*: not *disliked by many*, *known to some*."""
    return (
        i > 0
        and tokens[i].norm == "by"
        and tokens[i - 1].tag in ("VBN", "VBD")
        and tokens[i - 1].lemma in words("weasels", "view")
    )


def _mood(tokens: Tokens, i: int, j: int) -> bool:
    """*there were indications that*: a mood of nobody's, that is not played down."""
    if any(token.norm in _WEIGHED for token in tokens[i:j]) or has_agent(tokens, j):
        return False
    return tokens[j - 1].lemma in words("weasels", "mood")


def _widely(tokens: Tokens, i: int, j: int) -> bool:
    """*widely criticized*, *views widely shared*: not *a widely shared video*."""
    if tokens[j - 1].norm not in words("weasels", "widely-held") or has_agent(tokens, j):
        return False
    thing = j < len(tokens) and tokens[j].tag in ("NN", "NNS", "JJ")
    return not (thing and tokens[j - 1].norm == "shared")


_GUARDED: dict[str, Callable[[Tokens, int, int], bool]] = {
    "by unnamed": _by_crowd,
    "existential opinion": _mood,
    "superlative": lambda tokens, i, j: False,
    "widely held": _widely,
}
