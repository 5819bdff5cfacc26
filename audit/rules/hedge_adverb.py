"""An adverb makes a statement of the writer's less than certain.

Why
    Probably and likely are estimates. A reader can use an estimate if it is known whose it
    is; in the writer's own voice it is a guess. In a whole article only the guess that carries
    its sentence is shown (will probably, is unlikely to), where no named voice is near it.

Flagged
    The vote will [[probably]] be delayed.
    It is [[likely]] that the strike will spread.

Not flagged
    The likely winner did not speak.
    A survey of likely voters ends on Friday.
    Ruiz said it was shut. It rained. The vote is likely to come next week.
    “It will probably rain,” Ruiz said.

Source
    Hyland 2005, Metadiscourse; Biber et al. 1999, Longman Grammar §10.3.
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import answered, hedges, shared
from audit.rules._who import heard, in_report

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# These measure how far a statement reaches; in a report others are heard on that.
_SCOPE = (
    "generally", "largely", "mostly", "in general", "in some cases", "in some ways",
    "in many cases", "in many ways", "most likely", "less likely", "more likely", "very likely",
)  # fmt: skip


# In a report these alone carry a guess that the text rests on: they tell how sure it is.
_SURE = frozenset({"likely", "unlikely", "probably", "presumably", "likelihood", "probability"})
_LINKS = frozenset({"be", "seem", "look", "appear", "remain", "become"})
# With a modal before it, *will likely*, or behind it, *probably will*.
_AUX = frozenset({"MD"})
# With these near behind it, what is likely is a date.
_DATED = frozenset(
    {"today", "tomorrow", "week", "month", "next", "until", "soon", "later"}
    | {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")}
)
_AHEAD = 8
_PLAIN = frozenset({"also", "now", "still", "not", "n't", "never", "therefore", "thus", "then"})


def find(article: Article) -> Iterator[Mark]:
    report, voiced = in_report(article), heard(article)
    for hedge in hedges(article, "hedge-adverb"):
        if shared(article, hedge):
            continue
        if voiced and hedge.evidence.startswith(_SCOPE):
            continue
        if report and (not _forecasts(article, hedge.span) or answered(article, hedge.span)):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” is an estimate that the article makes itself.",
            "Whose estimate is this? Name the person or the forecast.",
            (hedge.evidence,),
        )


def _forecasts(article: Article, span: Span) -> bool:
    """*is likely to*, *will probably*: the guess is the sentence's own, and not about a date."""
    document = article.document
    tokens = document.tokens
    sentence = document.sentence_at(span.start)
    i, j = document.token_range(span)
    word = tokens[j - 1].norm
    if word not in _SURE:
        return False
    after = tokens[j : min(j + _AHEAD, sentence.last)]
    if any(token.norm in _DATED for token in after):
        return False
    near = tokens[max(sentence.first, i - 3) : i]
    if near and near[-1].tag == "RB" and near[-1].norm not in _PLAIN:
        return False  # disproportionately likely
    before = [token for token in near if token.tag != "RB"]
    if not before or not after:
        return bool(after)
    modal = before[-1].tag in _AUX or after[0].tag in _AUX
    if word in ("likely", "unlikely"):
        linked = before[-1].lemma in _LINKS and after[0].norm in ("to", "that", ".", ",")
        return linked or modal
    return word != "probably" or modal or before[-1].lemma in _LINKS
