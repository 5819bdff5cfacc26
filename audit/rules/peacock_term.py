"""A word of praise stands where the achievement should.

Why
    Renowned and landmark ask readers to admire. What the person did or the ruling changed
    lets them decide. Common ones (landmark, icon) are let stand below the headline of an
    article in which somebody named is heard, or of eighty words and more.

Flagged
    The [[noted]] historian Ida Krol dismissed the theory.
    The [[landmark]] ruling ended the case.

Not flagged
    She noted concerns about the bridge.
    Krol has written nine books.
    “He is a legendary coach,” Osei said.

Source
    Wikipedia Manual of Style, "Puffery"; The Economist Style Guide.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.finding import Mark, Severity
from audit.rules._language import terms
from audit.rules._mild import weighing

FAMILY = "language"
SEVERITY = Severity.NOTE

_DENYING = frozenset({"far", "hardly", "less", "n't", "never", "no", "not"})
_FINITE = frozenset({"VBD", "VBZ", "MD"})
_OWED = frozenset(
    {"balance", "bill", "claim", "debt", "fine", "issue", "loan", "question", "warrant"}
)
# How far before the term such a word may stand, in tokens.
_REACH = 3


def find(article: Article) -> Iterator[Mark]:
    weighs = weighing(article)
    for span, entry in terms(article, "peacock_terms"):
        if not weighs(span, entry):
            continue
        first, _ = article.document.token_range(span)
        before = article.document.tokens[max(0, first - _REACH) : first]
        _, last = article.document.token_range(span)
        after = article.document.tokens[last : last + 1]
        if after and after[0].lemma in _OWED and span.end - span.start == len("outstanding"):
            continue  # *outstanding issues* are not settled
        if after and after[0].tag in _FINITE and article.document.tokens[first].text[0].isupper():
            continue  # *Brilliant said*: a name
        if any(token.norm in _DENYING for token in before):
            continue  # *far from triumphant* praises nobody
        yield Mark(
            span,
            f"“{article.document.quote(span)}” praises in the article’s own words.",
            "What was done that earns it? Say that, or who says so.",
            (f"{entry.term} ({entry.source})",),
        )
