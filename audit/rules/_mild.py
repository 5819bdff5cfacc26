"""Words that colour only a little, and so are worth a stop only where nothing bears them out."""

from collections.abc import Callable
from functools import cache

from audit.annotate.claim_genre import is_column, is_sourced
from audit.annotate.model import Article
from audit.document import Role, Span
from audit.lexicon import Entry
from audit.rules._who import NAMED

# So many statements of somebody named make a text a report.
_HEARD = 2


def weighing(article: Article) -> Callable[[Span, Entry], bool]:
    """Whether a term weighs enough, for the terms of one article.

    A list says in its column ``force`` which of its terms are ``mild``. In a whole article or
    a report with named speakers the facts lie beside such a word, and a column makes no
    secret of its judgements: there editors let it stand, save in a headline.
    """

    @cache
    def bare() -> bool:
        if is_sourced(article) is not None:
            return False  # a whole article tells more than the word, voices or none
        heard = sum(a.source.known_as.kind in NAMED for a in article.trusted)
        return heard < _HEARD and not is_column(article)

    def weighs(span: Span, entry: Entry) -> bool:
        if entry.rest.get("force") != "mild":
            return True
        return article.document.sentence_at(span.start).role is Role.HEADLINE or bare()

    return weighs
