"""A quotation was cut or added to.

Why
    Dots and brackets inside a quotation are the editor's. One cut, or a name put in for *he*,
    is the practice of every newsroom. A quotation cut to pieces, or one with a *not* or half
    a sentence put in, may no longer say what was said, and readers cannot see it.

Flagged
    “We [[[did not]]] sign it,” Lee testified.
    “It was cold [[…]] dark … and nobody came,” Osei said.

Not flagged
    “He never asked for my consent,” Lee testified.
    “He never asked ... for my consent,” Lee testified.
    “He [Mr Tan] never asked for my consent,” Lee testified.
    “[The firm was] late,” Osei said. “We lost. ... We went home,” Osei said.
    “We was [sic] robbed,” Osei said.
    The talks dragged on ... and on.

Source
    AP Stylebook, "ellipsis", "brackets"; Reuters Handbook of Journalism, "Accuracy".
"""

import re
from collections.abc import Iterator

from audit.annotate.model import Article, Quotation, QuotationUse
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._language import posted

FAMILY = "quotation"
SEVERITY = Severity.NOTE

_DOTS = re.compile(r"(?:\[\s*)?(?:\.\s?\.\s?\.(?!\s?\.)|…)(?:\s*\])?")
_BRACKETS = re.compile(r"\[([^\]\n]{2,80})\]")
# A quotation is cut to pieces where it is cut so often, and so few words are left to a piece.
_CUTS, _WORDS_A_PIECE = 2, 15
# What makes another sentence of a sentence, put in by the editor; a verb in words enough.
_TURNS = frozenset({"not", "no", "never", "cannot", "nothing", "nobody", "without", "none"})
_VERBS = frozenset(
    {
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did",
        "will", "would", "can", "could", "should", "must", "may", "might", "shall",
    }
)  # fmt: skip
_CLAUSE = 4
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def find(article: Article) -> Iterator[Mark]:
    for quotation in article.quotations:
        if quotation.depth or quotation.use not in (QuotationUse.SPEECH, QuotationUse.FRAGMENT):
            continue
        if posted(article, quotation.span):
            continue
        for span in sorted((*_pieces(article, quotation)[:1], *_turns(article, quotation))):
            yield Mark(
                span,
                f"“{article.document.quote(span)}” marks a change to the speaker’s words.",
                "What was said here in full? Paraphrase, or check the change with the recording.",
            )


def _pieces(article: Article, quotation: Quotation) -> list[Span]:
    """Where sentences of a quotation are cut, if hardly one is left whole.

    What is left out between two sentences harms neither.
    """
    text, start, end = article.document.prose, quotation.span.start + 1, quotation.span.end - 1
    cuts: list[Span] = []
    begin = start
    for match in _DOTS.finditer(text, start, end):
        before = _BRACKETS.sub("", text[begin : match.start()]).rstrip()
        if (
            _WORD.search(before)
            and before[-1] not in ".!?"
            and _WORD.search(text, match.end(), end)
        ):
            cuts.append(Span(*match.span()))
        begin = match.end()
    words = len(_WORD.findall(text, start, end))
    return cuts if len(cuts) >= _CUTS and words <= _WORDS_A_PIECE * (len(cuts) + 1) else []


def _turns(article: Article, quotation: Quotation) -> Iterator[Span]:
    """Brackets that put in a negation or a clause: *[did not]*, and not *[Mr Tan]*."""
    text, start, end = article.document.prose, quotation.span.start + 1, quotation.span.end - 1
    for match in _BRACKETS.finditer(text, start, end):
        words = [word.lower().replace("’", "'") for word in _WORD.findall(match[1])]
        negated = any(word in _TURNS or word.endswith("n't") for word in words)
        if negated or (len(words) >= _CLAUSE and _VERBS & set(words[:-1])):
            yield Span(*match.span())
