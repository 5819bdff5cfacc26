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
from audit.finding import Mark, Severity
from audit.rules._who import once, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

# What is no statement needs no speaker.
_UNSAID = frozenset({Form.ATTRIBUTED_THOUGHT, Form.AGENTLESS, Form.NO_COMMENT})
_SILENT = frozenset({"decline", "refuse", "respond"})


def find(article: Article) -> Iterator[Mark]:
    for attribution in once(told(article, SourceKind.METONYMY)):
        if attribution.form in _UNSAID or attribution.cue.lemma.split()[0] in _SILENT:
            continue
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” is a place; somebody there spoke.",
            "Which office, spokesperson or document? Name it.",
            (attribution.id,),
        )
