"""Words that colour only a little, and so are worth a stop only where nothing bears them out."""

from audit.annotate.model import Article
from audit.document import Role, Span
from audit.lexicon import Entry
from audit.rules._who import NAMED

# So many statements of somebody named make a text a report.
_HEARD = 2


def weighs(article: Article, span: Span, entry: Entry) -> bool:
    """The term is strong; or it stands in a headline, or where hardly anybody is heard.

    A list says in its column ``force`` which of its terms are ``mild``. In a report with
    named speakers the facts lie beside such a word, and editors let it stand.
    """
    if entry.rest.get("force") != "mild":
        return True
    if article.document.sentence_at(span.start).role is Role.HEADLINE:
        return True
    return sum(a.source.known_as.kind in NAMED for a in article.trusted) < _HEARD
