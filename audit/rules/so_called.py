"""A name is held at arm's length.

Why
    So-called says that the name is wrong and leaves it there. If the name is disputed,
    somebody disputes it. Where it only brings in a technical name, nothing is doubted.

Flagged
    The [[so-called]] experts left early.
    Members of the [[self-styled]] council met on Monday.

Not flagged
    So-called superbugs are bacteria that resist several antibiotics.
    The fund trades so-called tax credits.
    The council met on Monday.
    “The so-called experts left,” Osei said.

Source
    Guardian style guide, "so-called"; AP Stylebook, "so-called".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.annotate.word_classes import words
from audit.document import Sentence, Token
from audit.finding import Mark, Severity
from audit.rules._language import own_words

FAMILY = "language"
SEVERITY = Severity.NOTE

# How long a name may be, in tokens.
_NAME = 3
_FORMS = (
    ("so", "-", "called"),
    ("so", "called"),
    ("self", "-", "styled"),
    ("self", "-", "proclaimed"),
    ("self", "-", "appointed"),
)


def find(article: Article) -> Iterator[Mark]:
    tokens = article.document.tokens
    for sentence in article.document.sentences:
        for i in range(sentence.first, sentence.last):
            if tokens[i].norm not in ("so", "self"):
                continue
            length = _length(tokens, i, sentence.last)
            if not length or _explains(tokens, i, length, sentence):
                continue
            if not _doubts(tokens, i + length, sentence.last):
                continue
            span = article.document.span_of(i, i + length)
            if own_words(article, span):
                yield Mark(
                    span,
                    f"“{article.document.quote(span)}” doubts the name and does not say who does.",
                    "Who calls it so, and who objects? Name them, or use a plain name.",
                )


def _length(tokens: tuple[Token, ...], i: int, last: int) -> int:
    """How many tokens the form takes, 0 if none starts here or no name follows."""
    for form in _FORMS:
        end = i + len(form)
        if end < last and tuple(token.norm for token in tokens[i:end]) == form:
            return len(form) if tokens[end].tag[:2] in ("NN", "JJ", "``", "VB", "CD") else 0
    return 0


def _doubts(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """What is named is people or a merit: *so-called experts*, not *so-called key accounts*."""
    doubted = words("context_words", "doubted")
    for token in tokens[i : min(i + _NAME, last)]:
        if token.tag.startswith("NNP") and token.text[0].isupper():
            return False  # a title: *the so-called Hyde Amendment*
        if token.lemma in doubted:
            return True
        if token.tag[:2] not in ("JJ", "NN", "VB", "HY", ":"):
            return False
    return False


def _explains(tokens: tuple[Token, ...], i: int, length: int, sentence: Sentence) -> bool:
    """The sentence says what the name means: *so-called superbugs are bacteria that …*."""
    if tokens[i].norm == "self":
        return False
    k = i + length
    while k < sentence.last and tokens[k].tag[:2] in ("NN", "JJ", "CD", "HY", "PO"):
        k += 1
    if k + 1 >= sentence.last:
        return False
    if tokens[i + length].norm == '"' or tokens[k].norm == ",":
        return True  # the marks or the next clause say what it is
    defines = tokens[k].norm in ("is", "are") and tokens[k + 1].tag not in (
        "VBN",
        "VBG",
        "RB",
        "TO",
    )
    return defines or tokens[k].norm in ("(", "because", "for")
