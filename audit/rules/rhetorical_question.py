"""The article asks what it could report.

Why
    A question in the article's own voice puts a charge without making it. If there is an
    answer, it is the news; if there is none, that is. Of whole articles only columns are
    read for it: what a reporter asks is mostly what is not known yet.

Flagged
    [[Did the minister mislead parliament?]]
    The board met again. [[Why would it hide the report?]]

Not flagged
    “Did he lie?” Osei asked.
    When does the bridge open? On June 4, the mayor said.
    The court will decide whether the minister misled parliament.
    Will the bridge open in June?
    Was it a mistake? Probably.

Source
    BBC Editorial Guidelines 4.
"""

from collections.abc import Iterator
from itertools import pairwise

from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article
from audit.document import Document, Role, Sentence, Token
from audit.finding import Mark, Severity
from audit.rules._talk import spoken
from audit.rules._who import in_report

FAMILY = "language"
SEVERITY = Severity.NOTE

# An answer is no longer than this, in characters.
_BRIEF = 160
_PROSE = frozenset({Role.TEXT, Role.HEADLINE})
# A question that opens with its verb wants a yes or a no, and so puts a statement.
_VERBS = frozenset({"MD", "VBZ", "VBD", "VBP"})
_HELPING = frozenset({"be", "do", "have"})
_WONDERING = frozenset({"would", "should", "wo", "ca"})
_DENYING = frozenset({"n't", "not", "really", "anybody", "anyone", "nobody"})
# How a writer answers a question of their own.
_ANSWERS = frozenset(
    {"absolutely", "actually", "arguably", "because", "certainly", "considering", "hardly", "i"}
    | {"maybe", "neither", "no", "not", "of", "one", "or", "perhaps", "possibly", "probably"}
    | {"sure", "that", "well", "yeah", "yes"}
)
# Questions to the reader or the other speaker of a conversation.
_ADDRESSED = frozenset({"you", "your", "i", "we", "us", "our", "my", "me"})


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    aloud: frozenset[int] | None = None
    if in_report(article) and not is_column(article):
        return  # a reporter's questions are those that are open
    for sentence in document.sentences:
        words = document.words(sentence)
        if words[-1].norm != "?" or sentence.role not in _PROSE or not _puts(words, sentence.role):
            continue
        if article.quoted(sentence.span) or article.quoted(words[-1].span):
            continue
        if _is_answered(article, sentence):
            continue
        if article.attributed_to(sentence.span) or _is_heading(document, sentence):
            continue
        aloud = spoken(article) if aloud is None else aloud
        if sentence.paragraph in aloud:
            continue
        yield Mark(
            sentence.span,
            f"“{document.quote(sentence.span)}” puts a charge as a question.",
            "What is known? Report the answer, or who asks.",
        )


def _puts(words: tuple[Token, ...], role: Role) -> bool:
    """The question holds a statement about a third party: it does not ask for a fact."""
    opening = [word for word in words if word.tag not in ("CC", "``", ",", ":", "RB")]
    if len(opening) < 4 or any(word.norm in _ADDRESSED for word in words):
        return False
    first = opening[0]
    if first.norm == "why":
        return opening[1].tag == "MD" and opening[1].norm in _WONDERING
    if any(word.norm == "or" for word in words):
        return False  # it offers a choice
    denied = any(word.norm in _DENYING for word in words[:4])
    if first.tag == "MD":
        # *Could he have known?* puts it; *Will it last?* asks what nobody knows.
        past = any(a.norm == "have" and b.tag == "VBN" for a, b in pairwise(words))
        return past or denied or role is Role.HEADLINE or _ever(words)
    if first.lemma not in _HELPING or first.tag not in _VERBS:
        return False
    return denied or opening[1].tag != "PRP"


def _ever(words: tuple[Token, ...]) -> bool:
    """*Will they ever listen?*, not *ever-growing*."""
    return any(a.norm == "ever" and b.norm != "-" for a, b in pairwise(words))


def _is_heading(document: Document, sentence: Sentence) -> bool:
    """A question alone in its paragraph heads what follows, unless the text begins with it."""
    paragraph = document.paragraphs[sentence.paragraph]
    return sentence.paragraph > 0 and paragraph == sentence.span


def _is_answered(article: Article, sentence: Sentence) -> bool:
    """*Are all of them bad? No.*: the writer answers at once, or somebody is heard on it."""
    document = article.document
    following = document.sentence_index(sentence.start) + 1
    if following >= len(document.sentences):
        return False
    after = document.sentences[following]
    if document.words(after)[0].norm in _ANSWERS and after.span.end - after.start <= _BRIEF:
        return True
    return any(a.trusted and a.source.spans for a in article.attributions_in(following))
