"""The article asks what it could report.

Why
    A question in the article's own voice puts a charge without making it. If there is an
    answer, it is the news; if there is none, that is.

Flagged
    [[Did the minister mislead parliament?]]
    [[Why would the board hide the report?]] Nobody on it would speak.

Not flagged
    “Did he lie?” Osei asked.
    When does the bridge open? On June 4, the mayor said.
    The court will decide whether the minister misled parliament.

Source
    BBC Editorial Guidelines 4; Reuters Handbook of Journalism, "Headlines".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.document import Role, Token
from audit.finding import Mark, Severity

FAMILY = "language"
SEVERITY = Severity.NOTE

# Questions that ask for a fact introduce its answer more often than a charge.
_FACTUAL = frozenset({"what", "when", "where", "which", "how", "who", "whose", "whom"})
_ASKED = ("q", "q.", "question")
_PROSE = frozenset({Role.TEXT, Role.HEADLINE})


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    for sentence in document.sentences:
        words = document.words(sentence)
        if words[-1].norm != "?" or sentence.role not in _PROSE:
            continue
        if article.quoted(sentence.span) or article.quoted(words[-1].span):
            continue
        if article.attributed_to(sentence.span) or _is_asked(words):
            continue
        yield Mark(
            sentence.span,
            f"“{document.quote(sentence.span)}” puts a charge as a question.",
            "What is known? Report the answer, or who asks.",
        )


def _is_asked(words: tuple[Token, ...]) -> bool:
    """A question of an interview, or one that asks for a fact."""
    opening = [word for word in words if word.tag not in ("CC", "``", ",", ":")][:2]
    if not opening or opening[0].norm in _ASKED:
        return True
    if opening[0].norm == "so" and len(opening) > 1:
        return opening[1].norm in _FACTUAL
    return opening[0].norm in _FACTUAL
