"""Who speaks without a name where a reader would miss it."""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_column, is_transcript
from audit.annotate.model import Article, Attribution, SourceKind
from audit.annotate.name_lists import titles
from audit.annotate.names import NAME_TAGS, roles
from audit.document import Token
from audit.rules._saying import happened, is_on_record, states
from audit.rules._who import (
    holds_verb,
    in_report,
    is_object,
    noun_of,
    role_of,
    tokens_of,
    told,
    told_of,
)

_PRIVATE = frozenset({"witness", "person", "kin"})
# A ruling is on record, a reporter only asks.
_JUDGING = frozenset({"court", "judge", "juror", "jury", "justice", "magistrate", "panel"})
_ASKING = frozenset({"reporter", "journalist"})
# Whom the name of whoever they speak for tells.
_COUNSEL = frozenset({"attorney", "counsel", "lawyer", "solicitor", "barrister"})
_GENERIC = frozenset({"all", "any", "every", "no", "our", "such", "what", "whatever", "which"})
_POINTING = frozenset({"the", "that", "this"})
# In sentences.
_NEAR = 4
_COUNTED = frozenset({"one", "some", "other", "several"})
_TELLING = frozenset({"anonymity", "direct", "familiar"})


def nameless(article: Article, *kinds: SourceKind) -> Iterator[Attribution]:
    """What sources of these kinds state, who have no name and no place in the text before.

    Not what goes on between people of the story (*told him*), not who can be found without a
    name (a judge, her lawyers), not whoever a column or a talk has in mind.
    """
    if is_transcript(article):
        return
    argues = is_column(article)
    for attribution in told(article, *kinds):
        if not states(article, attribution) or happened(article, attribution):
            continue
        words = tokens_of(article, attribution.source)
        if in_report(article) and (
            holds_verb(words) or is_object(article, attribution) or _is_half(article, attribution)
        ):
            continue
        if _is_to_somebody(article, attribution) or is_on_record(article, attribution):
            continue
        if _is_apposition(article, attribution) or _can_be_found(article, attribution, words):
            continue
        private = role_of(article, attribution.source) in _PRIVATE
        if argues and private and not told_of(article, attribution) & _TELLING:
            continue
        yield attribution


def apart(article: Article, missed: Iterator[Attribution]) -> Iterator[Attribution]:
    """Without a bare *officials said* right behind the officials it speaks of."""
    last: dict[str, int] = {}
    for attribution in missed:
        words = tokens_of(article, attribution.source)
        noun = noun_of(words).lemma
        bare = len(words) == 1 or (len(words) == 2 and words[0].norm in _COUNTED)
        again = bare and attribution.sentence - last.get(noun, -_NEAR) < _NEAR
        last[noun] = attribution.sentence
        if not again:
            yield attribution


def _is_half(article: Article, attribution: Attribution) -> bool:
    """The end of a longer phrase: *Observer* of *the News & Observer*, *task force member*."""
    tokens = article.document.tokens
    first, _ = article.document.token_range(attribution.source.spans[0])
    if not first:
        return False
    noun = noun_of(tokens_of(article, attribution.source))
    singular = noun.norm == noun.lemma and tokens[first].tag in ("NN", "NNP", "JJ")
    before = tokens[first - 1]
    return before.norm == "&" or (singular and before.tag in ("NN", "NNP", "JJ"))


def _is_to_somebody(article: Article, attribution: Attribution) -> bool:
    """*told Ana Ruiz, a volunteer*: a scene between two, at which the writer listens."""
    if attribution.addressee is None or not in_report(article):
        return False
    document = article.document
    first, last = document.token_range(attribution.addressee)
    tokens = document.tokens[first : last + 2]
    two = len(tokens) > 3 and tokens[0].tag == tokens[1].tag == "NNP"
    return two and tokens[2].norm == "," and tokens[3].tag == "DT"


def _is_apposition(article: Article, attribution: Attribution) -> bool:
    """It has a name: *Lisa Bardack, an internist*, *a user, Ana Ruiz*, *aides, including Lund*."""
    tokens = article.document.tokens
    first, last = article.document.token_range(attribution.source.spans[0])
    before = tokens[max(0, first - 2) : first]
    named = len(before) == 2 and before[0].tag == "NNP" and before[1].norm == ","
    inside = any(
        one.norm == "," and two.tag == "NNP" and three.tag == "NNP"
        for one, two, three in zip(
            tokens[first:last], tokens[first + 1 : last], tokens[first + 2 : last], strict=False
        )
    )
    following = [token.norm for token in tokens[last : last + 2]]
    return (
        named
        or inside
        or following[:2] == [",", "including"]
        or (last - first > 2 and tokens[first].tag == "NNP" and tokens[first + 1].norm == ",")
    )


def _can_be_found(article: Article, attribution: Attribution, words: tuple[Token, ...]) -> bool:
    """A judge; somebody's lawyers or daughter; *the same writer*; anybody at all."""
    head = article.document.tokens[attribution.source.head]
    if head.lemma in _JUDGING | _ASKING or words[0].norm in _GENERIC:
        return True
    before = [token for token in words if token.start < head.start]
    owned = any(token.tag in ("PRP$", "POS") for token in before)
    singular = head.tag in ("NN", "NNP")
    if owned and (singular or head.lemma in _COUNSEL):
        return True  # *Ruiz's lawyers*, *his former strategist*
    if _is_name(article, words, head):
        return True
    private = role_of(article, attribution.source) in _PRIVATE
    if private and (words[0].norm == "the" or words[0].tag == "PRP$"):
        return True
    last = words[-1]
    if words[0].norm not in _POINTING or noun_of(words) is not last:
        return False
    return last.norm == last.lemma  # *the official*, *the Norland Democrat*: no *the officials*


def _is_surname(article: Article, word: Token) -> bool:
    """*Fisher*, where the text has an *Abigail Fisher*."""
    tokens = article.document.tokens
    return word.text[:1].isupper() and any(
        i and tokens[i].text == word.text and tokens[i - 1].tag == tokens[i].tag == "NNP"
        for i in article.document.places.get(word.norm, ())
    )


def _is_name(article: Article, words: tuple[Token, ...], head: Token) -> bool:
    """*Senator Ana Ruiz of Norland*, *Ms. Fisher*: not *White House officials*."""
    if len(words) == 1 and _is_surname(article, head):
        return True
    called = len(words) == 2 and words[0].norm in titles()
    if called and all(token.tag in NAME_TAGS and token.text[:1].isupper() for token in words):
        return True
    if not all(token.tag in NAME_TAGS and token.text[:1].isupper() for token in (words[0], head)):
        return False
    return not any(token.lemma in roles() and token.text[:1].islower() for token in words) and (
        head.lemma not in roles()
    )
