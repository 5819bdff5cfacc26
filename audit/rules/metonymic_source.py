"""A capital or a palace speaks for a government.

Why
    “Moscow said” hides which ministry, spokesman or document said it, and makes one voice of
    a whole state. Each place is flagged once, where it first speaks. In a report with people
    in it, what the place does, counts or has always denied is left alone, and so is an office
    with a spokesman of its own, such as the White House.

Flagged
    [[Moscow]] said the drones had been shot down.
    [[The Kremlin]] strongly condemned the decision.

Not flagged
    Moscow was covered in snow on Tuesday.
    The Kremlin’s spokesman, Dmitri Orlov, said the drones had been shot down.

Source
    Compiled for this product after the Reuters Handbook of Journalism, "Accuracy".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, Form, SourceKind
from audit.annotate.names import NAME_TAGS, roles
from audit.document import Span, Token
from audit.finding import Mark, Severity
from audit.lexicon import load
from audit.rules._cues import CLAUSE, shape
from audit.rules._saying import on_paper, states
from audit.rules._who import in_report, once, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# What is no statement needs no speaker.
_UNSAID = frozenset({Form.ATTRIBUTED_THOUGHT, Form.AGENTLESS, Form.NO_COMMENT})
_PEOPLE = frozenset(
    {"aide", "aides", "authorities", "hawks", "insiders", "observers", "officials", "pundits"}
    | {"sources"}
)
# A state before a court is a party, and what a country is or gets it does not say.
_SUITS = frozenset({"file", "sue", "be", "do", "have", "get", "allow", "mandate"})
_LINKS = frozenset({"the", "and", "'s", "’s"})
_SILENT = frozenset({"decline", "refuse", "respond"})
# Acts of a state, its figures, and positions everybody knows.
_ACTING = frozenset(
    {"accept", "agree", "blame", "conclude", "demand", "demonstrate", "deny", "dispute"}
    | {"estimate", "find", "guarantee", "pledge", "predict", "press", "propose", "put"}
    | {"recognise", "recognize", "refer", "report", "require", "sentence", "show", "underscore"}
)


# Offices with spokesmen, whom everybody takes to speak there.
_OFFICES = frozenset({"white house", "pentagon", "downing street", "number 10", "no 10"})


def find(article: Article) -> Iterator[Mark]:
    spoken = (a for a in told(article, SourceKind.METONYMY) if _is_said(article, a))
    for attribution in once(spoken):
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is a place; somebody there spoke.",
            "Which office, spokesperson or document? Name it.",
            (attribution.id,),
        )


def _is_said(article: Article, attribution: Attribution) -> bool:
    """The place says something, that cannot be looked up and is no act of the state."""
    lemma = attribution.cue.lemma.split()[0]
    if attribution.form in _UNSAID or lemma in _SILENT or attribution.cue.lemma in _SUITS:
        return False
    words = tokens_of(article, attribution.source)
    if any(token.lemma in roles() for token in words):
        return False  # *Tarland coach Jon Lund*
    if _is_part(article, attribution.source.spans[0]) or not _is_name(words):
        return False
    if lemma == "claim" and shape(attribution) not in CLAUSE:
        return False  # *which Norland claims as its capital*
    if in_report(article) and not _is_foreign(article, attribution, words):
        return False
    if lemma in _ACTING or (in_report(article) and on_paper(article, attribution)):
        return False
    return states(article, attribution)


def _is_foreign(article: Article, attribution: Attribution, words: tuple[Token, ...]) -> bool:
    """A capital or a country itself: no press office, and no *Orl Watch, a Rome-based group*."""
    name = " ".join(token.norm for token in words if token.norm != "the")
    if name in _OFFICES:
        return False
    document = article.document
    first, last = document.token_range(attribution.source.spans[0])
    comma = next((k for k in range(first, last) if document.tokens[k].norm == ","), last)
    return any(True for _ in load("metonyms").within(document, first, comma))


def _is_name(words: tuple[Token, ...]) -> bool:
    """The place alone, with an apposition at most: not *something Russia*."""
    if words[-1].tag == "POS" or words[-1].norm.endswith(("'s", "’s")):
        return False  # *Russia's alleged meddling*
    for token, after in zip(words, (*words[1:], None), strict=True):
        if token.norm == ",":
            # *Houston, TX-based Ruiz Ltd*
            return after is not None and after.tag in ("DT", "PRP$", "WDT")
        if token.tag not in NAME_TAGS and token.norm not in _LINKS:
            return False
    return True


def _is_part(article: Article, span: Span) -> bool:
    """The place is half of a name for people: *White House aides*, *Collins of Maine*."""
    document = article.document
    first, last = document.token_range(span)
    before = document.tokens[first - 1].norm if first else ""
    after = document.tokens[last].tag if last < len(document.tokens) else ""
    if after in NAME_TAGS | {"POS", "JJ", "VBN"} and last < len(document.tokens):
        follows = document.tokens[last]
        if follows.tag == "POS" or follows.text[:1].isupper():
            return True  # *White House press secretary Ana Reyes*, *China's Proposed Tariffs*
    people = document.tokens[last - 1].tag == "NNS" and last - first > 1
    if last < len(document.tokens) and document.tokens[last].norm in _PEOPLE:
        return True
    if before == "," and document.tokens[first - 2].tag == "NNP":
        return True  # Greenbelt, Maryland
    return (
        people
        or before in {"of", "in", "from", "like", "alongside", "and"}
        or after in {"NN", "NNS"}
    )
