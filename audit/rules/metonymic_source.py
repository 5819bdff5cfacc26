"""A capital or a palace speaks for a government.

Why
    “Moscow said” hides which ministry, spokesman or document said it, and makes one voice of
    a whole state. Each place is flagged once, where it first speaks.

Flagged
    [[Moscow]] said the drones had been shot down.
    [[The Kremlin]] strongly condemned the decision.

Not flagged
    Moscow was covered in snow on Tuesday.
    The Kremlin’s spokesman, Dmitri Orlov, said the drones had been shot down.

Source
    Compiled for this product after the Reuters Handbook of Journalism, "sources".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Form, SourceKind
from audit.annotate.names import roles
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._who import once, tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# What is no statement needs no speaker.
_UNSAID = frozenset({Form.ATTRIBUTED_THOUGHT, Form.AGENTLESS, Form.NO_COMMENT})
_PEOPLE = frozenset({"aide", "aides", "observers", "officials", "sources", "insiders"})
# A state before a court is a party, and what a country is or gets it does not say.
_SUITS = frozenset({"file", "sue", "be", "do", "have", "get", "allow", "mandate"})
_SILENT = frozenset({"decline", "refuse", "respond"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in once(told(article, SourceKind.METONYMY)):
        if attribution.form in _UNSAID or attribution.cue.lemma.split()[0] in _SILENT:
            continue
        span = attribution.source.spans[0]
        if any(token.lemma in roles() for token in tokens_of(article, attribution.source)):
            continue  # *Tarland coach Jon Lund*
        if _is_part(article, span) or attribution.cue.lemma in _SUITS:
            continue
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is a place; somebody there spoke.",
            "Which office, spokesperson or document? Name it.",
            (attribution.id,),
        )


def _is_part(article: Article, span: Span) -> bool:
    """The place is half of a name for people: *White House aides*, *Collins of Maine*."""
    document = article.document
    first, last = document.token_range(span)
    before = document.tokens[first - 1].norm if first else ""
    after = document.tokens[last].tag if last < len(document.tokens) else ""
    people = document.tokens[last - 1].tag == "NNS" and last - first > 1
    if last < len(document.tokens) and document.tokens[last].norm in _PEOPLE:
        return True
    if before == "," and document.tokens[first - 2].tag == "NNP":
        return True  # Greenbelt, Maryland
    return people or before in {"of", "in", "like", "alongside"} or after in {"NN", "NNS"}
