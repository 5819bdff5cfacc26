"""A statement rests on reports that nobody can look up.

Why
    “Some reports” may be one post or ten newspapers. Without a name, a date or a link the
    reader cannot tell, and cannot check whether they say so at all.

Flagged
    [[Some reports]] claim that the port will close.
    The factory closed in May, according to [[media reports]].

Not flagged
    A 2023 report by the National Audit Office says the scheme wasted 80 million pounds.
    The Herald reported that the port would close.

Source
    Reuters Handbook of Journalism: name the media you pick up from.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, SourceKind
from audit.finding import Mark, Severity
from audit.rules._who import told

FAMILY = "sourcing"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    for attribution in told(article, SourceKind.VAGUE_REPORTS):
        span = attribution.source.spans[0]
        yield Mark(
            span,
            f"“{article.document.quote(span)}” could be anything: no outlet, no date, no link.",
            "Which reports? Name and link them.",
            (attribution.id,),
        )
