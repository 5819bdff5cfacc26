"""Not answering is told as a refusal.

Why
    Declined to comment says what happened. Refused, dodged and stonewalled say that there
    was a duty to answer. Where there was one, it can be stated.

Flagged
    Downing Street [[refused]] to say whether he had paid the fine.
    The mayor [[dodged]] questions about the bridge.

Not flagged
    The White House declined to comment.
    The driver refused to leave the car.
    The court refused to release the prisoners.
    She refused to answer, citing a constitutional right.
    “He refused to answer me,” Osei said.

Source
    AP Stylebook, "decline"; Guardian style guide, "refute, refuse".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.annotate.word_classes import words
from audit.finding import Mark, Severity
from audit.rules._language import terms

FAMILY = "language"
SEVERITY = Severity.NOTE

# *I refuse*, *may stonewall*, *a right to refuse*: no silence that is told of.
_OTHERWISE = frozenset({"i", "we", "my", "will", "may", "might", "could", "right", "can", "wo"})
_REACH = 3
# What a witness may stand on, anywhere in the sentence.
_RIGHTS = frozenset({"amendment", "constitutional", "privilege", "right", "rights", "sources"})
# Facts that may be asked for: *to release records*, not *to release prisoners*.
_HANDING = frozenset({"release", "provide", "give", "identify", "name", "disclose"})
_FACTS = 8
_CALLS = frozenset({"call", "e-mail", "email", "letter", "message", "phone", "request"})


def find(article: Article) -> Iterator[Mark]:
    tokens = article.document.tokens
    for span, entry in terms(article, "refusals"):
        first, last = article.document.token_range(span)
        if _is_due(article, first, last):
            continue
        verb = tokens[first].span
        yield Mark(
            verb,
            f"“{article.document.quote(span)}” tells silence as a refusal.",
            "What was asked, when, and what was the answer? “Declined” says no more than that.",
            (f"{entry.term} ({entry.source})",),
        )


def _is_due(article: Article, first: int, last: int) -> bool:
    """Nobody was asked for facts, or there is a right to be silent."""
    tokens = article.document.tokens
    sentence = article.document.sentence_at(tokens[first].start)
    if tokens[last - 1].norm in ("say", "respond") and last < sentence.last:
        after = tokens[last]
        # *refused to say the words*, *failed to respond promptly* are no want of an answer.
        if after.tag in ("DT", "RB") or after.norm == "that":
            return True
    before = tokens[max(sentence.first, first - _REACH) : first]
    if any(token.norm in _OTHERWISE for token in before):
        return tokens[last - 1].norm != "say"
    if any(token.norm in _RIGHTS for token in tokens[sentence.first : sentence.last]):
        return True
    if tokens[last - 1].lemma == "return":
        # *failed to return calls*, and not *failed to return home*
        return not any(t.lemma in _CALLS for t in tokens[last : min(last + _REACH, sentence.last)])
    if tokens[last - 1].lemma not in _HANDING:
        return False
    asked = words("context_words", "asked_for")
    return not any(t.lemma in asked for t in tokens[last : min(last + _FACTS, sentence.last)])
