"""A word the law asks for: nobody has been convicted of this yet.

Why
    *Alleged*, *suspected* and *accused* are obligatory before a verdict and are not to be
    taken out. What makes them checkable is who makes the charge, where and when. In a whole
    article the rule speaks only of *allegedly*, and only where nobody near makes a charge.

Flagged
    The [[alleged]] thief appeared in court.
    Prosecutors say he [[allegedly]] paid three inspectors.

Not flagged
    Three suspected cases of measles were found.
    Prosecutors allege that Varga moved the money.
    Ruiz said it was shut. It rained. The alleged affair ended in May. The mayor denies it.

Source
    AP Stylebook, "allege": specify the source of an allegation; SPJ Code of Ethics.
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article
from audit.annotate.word_classes import words as words_of_class
from audit.document import Role, Sentence, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._cues import guard
from audit.rules._legal import legal_kind, names_a_charge
from audit.rules._who import NAMED, in_report

FAMILY = "verbs"
SEVERITY = Severity.NOTE

_ALLEGED = frozenset({"alleged", "accused", "suspected"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# What may stand between the qualifier and what it qualifies.
_BETWEEN = frozenset({"JJ", "NN", "HYPH", "VBG", "VBN", "NNP", "CC", "CD"})
_REACH = 5
# In a report, who alleges may have been told so many sentences before.
_FAR = 8
_AFTER = 2


def find(article: Article) -> Iterator[Mark]:
    report = in_report(article)
    if report and is_column(article):
        return  # *in whose name it is allegedly done*: the writer's own doubt
    charged = _is_charged if report else names_a_charge
    for sentence in article.document.sentences:
        if sentence.role is not Role.TEXT:
            continue
        words = article.document.words(sentence)
        named = None
        for i, token in enumerate(words):
            if token.norm not in _ALLEGED and token.norm != "allegedly":
                continue
            if named is None:
                named = charged(article, sentence)
            if report:
                said = token.norm == "allegedly" and not named
            else:
                said = _qualifies(words, i, named)
            if said and not article.quoted(token.span):
                yield _mark(article, sentence, token)
                break


def _is_charged(article: Article, sentence: Sentence) -> bool:
    """A report tells who alleges, by name or by what they did, before this or right after."""
    document = article.document
    here = document.sentence_index(sentence.start)
    if any(a.trusted and a.source.known_as.kind in NAMED for a in article.attributions_in(here)):
        return True
    first = document.sentences[max(here - _FAR, 0)].first
    last = document.sentences[min(here + _AFTER, len(document.sentences) - 1)].last
    near = document.tokens[first:last]
    charging = words_of_class("context_words", "charging")
    return any(token.lemma in charging for token in near) or legal_kind(near) is not None


def _qualifies(words: tuple[Token, ...], i: int, named: bool) -> bool:
    if words[i].norm == "allegedly":
        return named
    if words[i].tag in ("VBD", "VBP") or i + 1 >= len(words):
        return False
    if i and words[i - 1].lemma in ("be", "have", "not", "also"):
        return False
    if words[i].norm == "accused" and (not i or words[i - 1].tag not in ("DT", "JJ")):
        return False
    for token in words[i + 1 : i + 1 + _REACH]:
        if token.tag in ("NNS", "NN", "NNP", "NNPS") and token.lemma in guard("medical"):
            return words[i].norm != "suspected"
        if token.tag not in _BETWEEN | _NOUNS:
            break
    return words[i + 1].tag in _BETWEEN | _NOUNS


def _mark(article: Article, sentence: Sentence, token: Token) -> Mark:
    if names_a_charge(article, sentence):
        question = "Is the charge or document that says so named, dated and linked?"
    else:
        question = "Who makes the allegation? Name the charge, the court or the document."
    row = load("agentless_forms").by_term.get(token.norm)
    evidence = (f"{row.term} ({row.source})",) if row else (token.norm,)
    message = f"“{token.text}” marks a charge that is not proven."
    return Mark(token.span, message, question, evidence)
