"""What an article is about and when it speaks of, as far as exemptions ask."""

from audit.annotate.claim_genre import is_column, is_hearsay, is_sourced, is_talk
from audit.annotate.claim_paragraphs import Paragraphs
from audit.annotate.claim_words import terms
from audit.annotate.model import Article
from audit.document import Token

_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january"}
    | {"february", "march", "april", "june", "july", "august", "september", "october", "november"}
    | {"december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."}
)
_DEICTIC = frozenset({"yesterday", "today", "tonight", "overnight"})
_HOURS = frozenset({"noon", "midnight", "a.m.", "p.m.", "am", "pm", "dawn", "dusk"})
_MONTHS = frozenset(
    {"apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "may", "nov", "oct", "sep"}
)
_EARLIER = frozenset({"last", "this", "earlier", "that", "same", "next"})
_PERIODS = frozenset(
    {"autumn", "evening", "fall", "month", "morning", "night", "season", "spring", "summer"}
    | {"week", "winter", "year"}
)
_CENTURIES = frozenset({"17", "18", "19", "20"})
_SPOKEN = frozenset({"i", "me", "my", "myself"})
_TENTATIVE = frozenset({"maybe", "perhaps"})
_POLLING = frozenset({"poll"})
_TRADING, _LEGAL = frozenset({"market"}), frozenset({"court", "law"})
# *Tiffany added 4 percent to $79.22*: a price and how it moved.
_PER_CENT, _PRICE = frozenset({"percent", "%"}), frozenset({"$", "£", "€", "¥"})
_MOVED = frozenset(
    {
        "rose", "fell", "added", "lost", "gained", "erased", "slid", "slipped", "climbed", "jumped",
        "dropped", "declined", "advanced", "sank", "surged", "tumbled", "plunged", "retreated",
    }
)  # fmt: skip
# What may be given word for word below a colon.
_WRITTEN = frozenset({"e-mail", "email", "letter", "statement", "post", "tweet", "story", "this"})
# So many of its words make an article one about sport.
LEAST_SPORT = 3


class Setting:
    """The whole article: is it sport, a market report, a column, an interview?"""

    def __init__(self, article: Article) -> None:
        document = article.document
        seen = document.places
        kinds = [row.category for row in terms("claim_settings").entries if row.term in seen]
        self.sport = kinds.count("sport") >= LEAST_SPORT
        self.document = document
        self.interview = is_talk(article)
        self.column = is_column(article)
        self.paragraphs = Paragraphs(article)
        self.sourced = is_sourced(article)
        self.thin = self.sourced is False
        self.hearsay = self.thin and is_hearsay(article)

    def market_in(self, sentence: int) -> bool:
        """The sentence tells what was traded at what price."""
        here = self.document.sentences[sentence]
        if self._speaks_of(here.first, here.last, _TRADING):
            return True
        words = [token.norm for token in self.document.words(here)]
        return not _MOVED.isdisjoint(words) and any(
            one in _PER_CENT and other == "to" and (price in _PRICE or "." in price)
            for one, other, price in zip(words, words[1:], words[2:], strict=False)
        )

    def poll_near(self, sentence: int) -> bool:
        """A poll is spoken of here or just before, or the sentence gives its shares."""
        here = self.document.sentences[sentence]
        first = self.document.sentences[max(sentence - 3, 0)].first
        if self._speaks_of(first, here.last, _POLLING):
            return True
        return sum(token.norm in _PER_CENT for token in self.document.words(here)) > 1

    def set_off(self, sentence: int) -> bool:
        """The paragraph above ends with a colon and tells of somebody's words.

        *She wrote to us in an e-mail:* and what she wrote, without marks.
        """
        here = self.document.sentences[sentence].paragraph
        if here == 0:
            return False
        above = self.document.paragraphs[here - 1]
        if self.document.prose[above.end - 1] != ":":
            return False
        last = self.document.sentence_at(above.end - 1)
        return any(
            token.lemma in terms("reporting_verbs").by_term or token.lemma in _WRITTEN
            for token in self.document.words(last)
        )

    def spoken(self, sentence: int) -> bool:
        """*I*, *my*, *you know*: no report talks like that, a person does."""
        here = self.document.sentences[sentence]
        return any(token.norm in _SPOKEN for token in self.document.words(here))

    def tentative(self, sentence: int) -> bool:
        """*Perhaps* and *maybe* make no statement."""
        here = self.document.sentences[sentence]
        return any(token.norm in _TENTATIVE for token in self.document.words(here)[:4])

    def court_near(self, sentence: int) -> bool:
        """A court, a charge or a law is spoken of here or just before."""
        first = self.document.sentences[max(sentence - 3, 0)].first
        return self._speaks_of(first, self.document.sentences[sentence].last, _LEGAL)

    def _speaks_of(self, first: int, last: int, categories: frozenset[str]) -> bool:
        listed = terms("claim_settings")
        tokens = self.document.tokens[first:last]
        return any(listed.category(token.lemma) in categories for token in tokens)


def dated(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """A day, a month, a year or *earlier this year* stands between two tokens."""
    for i in range(first, last):
        norm = tokens[i].norm
        if norm in _DEICTIC or norm in _HOURS or (norm in _DAYS and tokens[i].text[0].isupper()):
            return True
        if norm in _MONTHS and i + 1 < last and tokens[i + 1].tag == "CD":
            return True
        if norm in _PERIODS and i > first and tokens[i - 1].norm in _EARLIER:
            return True
        if tokens[i].tag == "CD" and len(norm) == 4 and norm.isdigit() and norm[:2] in _CENTURIES:
            return True
    return False
