"""The article asks what it could report.

Why
    A question in the article's own voice puts a charge without making it. If there is an
    answer, it is the news; if there is none, that is.

Flagged
    [[Did the minister mislead parliament?]]
    The board met again. [[Why would it hide the report?]]

Not flagged
    “Did he lie?” Osei asked.
    When does the bridge open? On June 4, the mayor said.
    The court will decide whether the minister misled parliament.

Source
    BBC Editorial Guidelines 4; Reuters Handbook of Journalism, "Headlines".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.document import Document, Role, Sentence, Token
from audit.finding import Mark, Severity

FAMILY = "language"
SEVERITY = Severity.NOTE

_PROSE = frozenset({Role.TEXT, Role.HEADLINE})
# A question that opens with its verb wants a yes or a no, and so puts a statement.
_VERBS = frozenset({"MD", "VBZ", "VBD", "VBP", "VB"})
# Questions to the reader or the other speaker of a conversation.
_ADDRESSED = frozenset({"you", "your", "i", "we", "us", "our", "my", "me"})


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    for sentence in document.sentences:
        words = document.words(sentence)
        if words[-1].norm != "?" or sentence.role not in _PROSE or not _puts(words):
            continue
        if article.quoted(sentence.span) or article.quoted(words[-1].span):
            continue
        if _is_answered(document, sentence):
            continue
        if article.attributed_to(sentence.span) or _is_heading(document, sentence):
            continue
        yield Mark(
            sentence.span,
            f"“{document.quote(sentence.span)}” puts a charge as a question.",
            "What is known? Report the answer, or who asks.",
        )


def _puts(words: tuple[Token, ...]) -> bool:
    """The question holds a statement about a third party: it does not ask for a fact."""
    opening = [word for word in words if word.tag not in ("CC", "``", ",", ":", "RB")]
    if len(opening) < 4 or any(word.norm in _ADDRESSED for word in words):
        return False
    if opening[0].norm == "why":
        return opening[1].tag == "MD"
    return opening[0].tag in _VERBS and opening[0].norm not in ("let", "remember", "see")


def _is_heading(document: Document, sentence: Sentence) -> bool:
    """A question alone in its paragraph heads what follows, unless the text begins with it."""
    paragraph = document.paragraphs[sentence.paragraph]
    return sentence.paragraph > 0 and paragraph == sentence.span


def _is_answered(document: Document, sentence: Sentence) -> bool:
    """*Are all of them bad? No.*: the writer gives the answer at once."""
    following = document.sentence_index(sentence.start) + 1
    if following >= len(document.sentences):
        return False
    return document.words(document.sentences[following])[0].norm in {"no", "yes", "that", "because"}
