"""Document to Article: quotations, attributions, speakers, hedges, expressions, claims."""

from audit.annotate.attributions import find_attributions
from audit.annotate.claims import find_claims
from audit.annotate.coreference import resolve
from audit.annotate.expressions import find_expressions
from audit.annotate.hedges import find_hedges
from audit.annotate.known_sources import HouseSources
from audit.annotate.model import Article
from audit.annotate.quotations import find_quotations
from audit.document import Document


def annotate(document: Document, sources: HouseSources | None = None) -> Article:
    """Everything the article says. An empty document gives an empty article.

    ``sources`` are the names that a house explains.
    """
    sources = sources or HouseSources()
    quotations = find_quotations(document)
    attributions = find_attributions(document, quotations)
    attributions, speakers = resolve(document, quotations, attributions, sources)
    article = Article(document, quotations, attributions, speakers)
    article = Article(
        document,
        quotations,
        attributions,
        speakers,
        hedges=find_hedges(article),
        expressions=find_expressions(article),
    )
    return Article(
        document,
        quotations,
        attributions,
        speakers,
        article.hedges,
        article.expressions,
        claims=find_claims(article),
        voices=sources.voices,
    )
