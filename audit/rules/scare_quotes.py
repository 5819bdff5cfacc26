"""Quotation marks that quote nobody hold a word at arm's length.

Why
    Marks around one word without a speaker say “so they call it” and do not say who. A
    reader cannot tell a quotation from a sneer. In an article with named speakers only words
    that claim a merit or a rank (the “reform”, the “experts”) are stopped at.

Flagged
    The [[“reform”]] cut pensions by a fifth.
    Bank [[‘misled’]] clients for years

Not flagged
    The word “genocide” does not occur in the ruling.
    Eddie “Fingers” Malone was jailed for six years.
    Ruiz called the plan “reckless.”
    Brokers call it a “freeze” — a halt to all trade in a share.

Source
    Guardian style guide, "quotation marks"; AP Stylebook, "quotation marks".
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column
from audit.annotate.model import Article, Quotation, QuotationUse
from audit.annotate.word_classes import words as doubted
from audit.document import Token
from audit.finding import Mark, Severity
from audit.rules._who import heard, in_report

FAMILY = "language"
SEVERITY = Severity.WARNING

_MARKS = "\"'“”‘’„«»`.,;:"
# Longer quotations are somebody's words, even where the speaker is hard to make out.
_LONGEST = 2
# An attribution this likely is enough to give the words a speaker.
_LIKELY = 0.3
_WHOSE = frozenset({"the", "his", "her", "their", "its", "this", "these", "those", "such"})
_NOUNS = frozenset({"NN", "NNS"})
# What comes before a word that is brought in, and behind one that is explained.
_NAMING = frozenset({"=", "is", "was", "term", "word", "phrase", "called", "known", "dubbed", "or"})
_EXPLAINING = frozenset({"—", "–", "--", "-", "(", ":", "level", "button", "category"})
_UNHELD = frozenset({QuotationUse.SCARE, QuotationUse.FRAGMENT})


def find(article: Article) -> Iterator[Mark]:
    if in_report(article) and is_column(article):
        return  # its writer takes up the words argued about
    said = _said(article)
    for quotation in article.quotations:
        words = article.document.quote(quotation.span).strip(_MARKS)
        if _is_scare(article, quotation, words) and words.lower() not in said:
            yield Mark(
                quotation.span,
                f"“{words}” stands in quotation marks and is nobody’s.",
                "Whose word is it? Name the speaker, or take off the marks.",
            )


def _is_scare(article: Article, quotation: Quotation, words: str) -> bool:
    """A word or two in lower case, in a sentence where nobody says anything."""
    if quotation.use not in _UNHELD or quotation.depth or not quotation.closed:
        return False
    if not 1 <= len(words.split()) <= _LONGEST or not words[:1].islower():
        return False
    if _is_term(article, quotation) or (heard(article) and not _own_label(article, quotation)):
        return False
    here = article.document.sentence_index(quotation.span.start)
    return not any(a.confidence >= _LIKELY for a in article.attributions_in(here))


def _said(article: Article) -> str:
    """All that stands in longer quotations: a word of it taken up again has a speaker."""
    return " ".join(
        article.document.quote(quotation.span)
        for quotation in article.quotations
        if quotation.use is QuotationUse.SPEECH
    ).lower()


def _own_label(article: Article, quotation: Quotation) -> bool:
    """*the "reform"*: one word that claims a merit or a rank, put on a thing in the text."""
    first, last = article.document.token_range(quotation.span)
    tokens = article.document.tokens
    words = [token for token in tokens[first:last] if token.text[0].isalpha()]
    opens = first > 0 and tokens[first - 1].norm in _WHOSE
    if not opens or len(words) != 1 or words[0].tag not in _NOUNS:
        return False
    return words[0].lemma in doubted("context_words", "doubted")


def _points(before: tuple[Token, ...]) -> bool:
    """One thing is meant: *the “free” lunch*."""
    return bool(before) and (before[-1].norm in _WHOSE or before[-1].norm in ("a", "an"))


def _is_term(article: Article, quotation: Quotation) -> bool:
    """A word brought in or explained (*“freeze” — a halt to …*), a slogan, a tag's attribute."""
    first, last = article.document.token_range(quotation.span)
    tokens = article.document.tokens
    before, after = tokens[max(0, first - 2) : first], tokens[last : last + 1]
    inner = [token for token in tokens[first:last] if token.text[0].isalpha()]
    verb = any(token.tag in ("VBD", "VBZ", "VBP") for token in inner)
    if not verb and after and after[0].tag in _NOUNS and not _points(before):
        return True  # *among “moderate” voters*: the name of a class
    if any(token.norm in _NAMING for token in before):
        return True
    return bool(after) and after[0].norm in _EXPLAINING
