"""An adverb says that somebody says so, and not who.

Why
    *Reportedly* and *allegedly* pass on what somebody said and leave out who it was. With
    the source there, the adverb is not needed; without it, it is no cover. In a whole article
    the source may stand right before, and *allegedly* is left to the rule on legal qualifiers.

Flagged
    He was [[reportedly]] paid in cash.
    He [[allegedly]] told an officer where the gun was.

Not flagged
    According to the indictment, he allegedly paid three inspectors.
    “Apparently nobody cared,” she said.
    Ruiz said it was shut. It rained. The firm was sued in May. It allegedly hid the leak.

Source
    AP Stylebook, "allegedly" and "reportedly"; Guardian Style Guide, "reportedly".
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column, is_talk
from audit.annotate.model import Article
from audit.document import Role, Sentence, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._cues import ends_in_tag, relayed
from audit.rules._hedging import reported_before
from audit.rules._legal import names_a_charge
from audit.rules._who import in_report

FAMILY = "attribution"
SEVERITY = Severity.WARNING

_CHARGED = frozenset(
    {"accused", "arraigned", "arrested", "charged", "fine", "fined", "indicted", "sued"}
)
# These tell what the writer makes of it more than what is heard.
_SEEMING = frozenset({"apparently", "ostensibly", "supposedly"})
_QUALITIES = frozenset({"JJ", "JJR", "JJS", "IN", "DT", "RB", "CD", "TO", "PRP$"})


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    adverbs = {
        entry.term: entry
        for entry in load("agentless_forms").entries
        if entry.category == "adverb" and entry.rest["weight"] == "strong"
    }
    places = sorted(i for term in adverbs.keys() & document.places for i in document.places[term])
    if places and is_talk(article):
        return
    for i in places:
        token = document.tokens[i]
        entry = adverbs[token.norm]
        sentence = document.sentence_at(token.start)
        if sentence.role is not Role.TEXT or article.quoted(token.span):
            continue
        if _answered(article, sentence, token) or _answers(article, i, sentence):
            continue
        yield Mark(
            token.span,
            f"“{token.text}” says that somebody says so, and not who.",
            "By whom? Name the report, document or person, or leave the adverb out.",
            (f"{entry.term} ({entry.source})",),
        )


def _answered(article: Article, sentence: Sentence, token: Token) -> bool:
    """Somebody is named who says it, or the reader can follow a link to who does."""
    if relayed(article, token.span) is not None:
        return True
    if ends_in_tag(article.document.words(sentence)):
        return True
    if any(sentence.span.overlaps(link) for link in article.document.links):
        return True
    if token.norm == "allegedly":
        if in_report(article):
            return True  # a qualifier the law asks for, on which a rule of its own speaks
        charged = any(t.norm in _CHARGED for t in article.document.words(sentence))
        return charged or names_a_charge(article, sentence)
    return in_report(article) and reported_before(article, sentence)


def _answers(article: Article, i: int, sentence: Sentence) -> bool:
    """*Apparently* of how something looks, or in mockery: *the apparently healthy dog*."""
    tokens = article.document.tokens
    follows = tokens[i + 1].tag if i + 1 < sentence.last else ""
    before = tokens[i - 1].tag if i > sentence.first else ""
    if tokens[i].norm == "apparently" and follows == "JJ" and before in ("DT", "PRP$"):
        return True
    if tokens[i].norm not in _SEEMING or not in_report(article):
        return False
    if i + 1 < sentence.last and tokens[i + 1].lemma == "refer":
        return True  # apparently referring to
    pretext = tokens[i].norm == "ostensibly" or before == "IN"
    return pretext or follows in _QUALITIES or is_column(article)
