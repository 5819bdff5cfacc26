"""One source under two names is counted as two.

Why
    “The Kremlin said … Putin's office also said” makes one voice look like a second one that
    agrees. A seat of government, its capital and the office of its head speak for one state.

Flagged
    The Kremlin condemned the decision. [[Moscow also]] said it would respond.
    The White House rejected the report. [[Biden’s office also]] said it was wrong.

Not flagged
    The Kremlin condemned the decision. Beijing also said it would respond.
    The Kremlin condemned the decision. The union also said it would respond.

Source
    Compiled for this product: two names are no second source.
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Attribution, SourceKind
from audit.annotate.names import states
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._who import tokens_of, told

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_ALSO = frozenset({"also", "too", "likewise", "separately", "additionally"})
_OFFICES = frozenset(
    {
        "office", "spokesman", "spokeswoman", "spokesperson", "administration", "aides"
    }
)  # fmt: skip
# How many sentences after the first name the second one may stand.
_NEAR = 4


def find(article: Article) -> Iterator[Mark]:
    voices = list(told(article, SourceKind.METONYMY, SourceKind.INSTITUTION))
    for i, later in enumerate(voices):
        also = _also(article, later)
        if also is None:
            continue
        for earlier in reversed(voices[:i]):
            if later.sentence - earlier.sentence > _NEAR:
                break
            if _same_voice(article, earlier, later):
                span = Span(min(later.source.spans[0].start, also.start), also.end)
                yield Mark(
                    span,
                    f"“{later.source.text}” and “{earlier.source.text}” are one voice, "
                    "told here as two.",
                    "Is this a second source? If not, give it one name.",
                    (earlier.id, later.id),
                )
                break


def _also(article: Article, attribution: Attribution) -> Span | None:
    """The word that makes it a second voice, near the cue."""
    tokens = article.document.tokens
    first, last = article.document.token_range(attribution.cue.spans[0])
    for token in tokens[max(0, first - 2) : last + 1]:
        if token.norm in _ALSO and token.start > attribution.source.spans[0].start:
            return token.span
    return None


def _same_voice(article: Article, earlier: Attribution, later: Attribution) -> bool:
    one, two = _key(article, earlier), _key(article, later)
    if one == two:
        return False
    same_state = states().get(one) is not None and states().get(one) == states().get(two)
    voice = article.voices.get(one)
    same_voice = voice is not None and voice == article.voices.get(two)
    return same_state or same_voice or _office_of_head(article, earlier, later)


def _key(article: Article, attribution: Attribution) -> str:
    """The source's name without its article."""
    words = [token.norm for token in tokens_of(article, attribution.source)]
    return " ".join(words[1:] if words and words[0] in {"the", "a", "an"} else words)


def _office_of_head(article: Article, earlier: Attribution, later: Attribution) -> bool:
    """*Putin's office* right after a seat of government, in the same paragraph."""
    tokens = tokens_of(article, later.source)
    sentences = article.document.sentences
    together = sentences[earlier.sentence].paragraph == sentences[later.sentence].paragraph
    owned = len(tokens) >= 3 and tokens[0].text[0].isupper() and tokens[0].tag.startswith("NNP")
    office = tokens[-1].norm in _OFFICES and any(token.tag == "POS" for token in tokens)
    a_state = earlier.source.kind is SourceKind.METONYMY
    return together and owned and office and a_state
