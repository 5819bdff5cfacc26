"""Crowds a reader could ask about, and those that stand for nobody or can be looked up."""

from collections.abc import Sequence

from audit.annotate.model import Article, Attribution, Form
from audit.annotate.names import NAME_TAGS, roles
from audit.annotate.word_classes import words
from audit.document import Token
from audit.lexicon import load
from audit.rules._who import noun_of, role_of, tokens_of

# *anyone who disagrees*, *everyone from the Times to the union*, *some of us*
_ANYBODY = frozenset(
    {"all", "any", "anybody", "anyone", "each", "every", "everybody", "everyone", "few"}
    | {"neither", "no", "nobody", "none", "somebody", "someone"}
)
_ONESELF = frozenset({"me", "our", "us", "we", "you", "your"})
_SURVEY = frozenset({"poll", "pollster", "respondent", "survey", "percent"})
# Heads that are counted by pollsters, and by nobody else.
_COUNTED = frozenset(
    {"adult", "american", "consumer", "household", "independent", "majority", "man", "public"}
    | {"respondent", "voter", "woman"}
)
_KNOWN = frozenset({"the", "them", "these", "those", "whom", "which"})
# *lawyers argued he was ill*: those of whoever is on trial.
_COUNSEL = frozenset({"attorney", "lawyer", "prosecutor"})
_CROWDS = ("ans", "eers", "ees", "ers", "ese", "ists", "ives", "men", "ors")
# Groups and works of people, in whose name somebody speaks.
_SPEAKING_FOR = frozenset({"group", "estimate", "study", "camp", "circle", "quarter"})
_PEOPLE = frozenset({"figure", "people", "member", "those"})
# Whose fears and beliefs somebody could have told the writer.
_THINKING = frozenset({"critic", "expert", "official", "quantifier"})


def is_nobody(article: Article, attribution: Attribution) -> bool:
    """Anybody, nobody, the writer's own side; plain *people*, of whom nothing is told."""
    tokens = tokens_of(article, attribution.source)
    if tokens[0].norm in _ANYBODY or any(token.norm in _ONESELF for token in tokens):
        return True
    if _is_cut_out(article, attribution):
        return True
    head = article.document.tokens[attribution.source.head]
    if head.lemma in _COUNSEL:
        return True
    return len(tokens) == 1 and (tokens[0].lemma in _PEOPLE or _is_unknown_name(tokens[0]))


def _is_cut_out(article: Article, attribution: Attribution) -> bool:
    """The words before and behind change it: *how many settlers*, *many of you*."""
    document = article.document
    first, last = document.token_range(attribution.source.spans[0])
    before, behind = document.tokens[max(0, first - 1) : first], document.tokens[last : last + 3]
    if any(token.norm == "how" for token in before) or any(t.tag == "WP" for t in behind[1:2]):
        return True
    after = [token.norm for token in document.tokens[first + 1 : first + 3]]
    quantified = document.tokens[first].norm in words("vague_collectives", "quantifier")
    if quantified and len(after) == 2 and after[0] == "of" and after[1] in _KNOWN | _ONESELF:
        return True  # *most of them*, *some of the women*
    near = [token.norm for token in behind if token.norm != ","]
    if near[:1] in (["including"], ["like"]) or near[:2] == ["such", "as"]:
        return True  # *critics, including the Law Society*
    # *Log Cabin Republicans president Ana Reyes*
    return len(behind) > 1 and behind[0].lemma in roles() and behind[1].tag in NAME_TAGS


def _is_unknown_name(token: Token) -> bool:
    """A word that is in no list of crowds and begins with a capital is somebody's name."""
    if token.tag not in NAME_TAGS or token.text[:1].islower() or token.norm.endswith(_CROWDS):
        return False
    crowds = load("vague_collectives").by_term
    return not (token.norm in crowds or token.lemma in crowds or token.lemma in roles())


def are_people(article: Article, attribution: Attribution) -> bool:
    """*some*, *residents*, *rights groups*, *many studies*: not *other films*."""
    noun = noun_of(tokens_of(article, attribution.source))
    kinds = {load("vague_collectives").category(w) for w in (noun.norm, noun.lemma)}
    if kinds & {"critic", "group", "quantifier"} or {noun.norm, noun.lemma} & roles().keys():
        return True
    return noun.norm.endswith(_CROWDS) or noun.lemma in _SPEAKING_FOR


def is_surveyed(article: Article, attribution: Attribution) -> bool:
    """Those who were asked, in a text on a poll: *most respondents*, *voters in Virginia*."""
    document = article.document
    tokens = tokens_of(article, attribution.source)
    head = document.tokens[attribution.source.head]
    if head.lemma == "respondent" or any(token.norm in _SURVEY for token in tokens):
        return True
    role = roles().get(head.lemma) or roles().get(head.norm.removesuffix("s"))
    group = load("vague_collectives").category(head.norm) in ("group", "quantifier")
    counted = head.lemma in _COUNTED or (group and role != "expert")
    here = document.sentences[attribution.sentence]
    if not counted and head.lemma not in _PEOPLE:
        # Members of a party are polled where the poll is named right there.
        return role == "official" and _asks_many(document.words(here))
    return is_on_poll(article, attribution.sentence)


def is_on_poll(article: Article, index: int) -> bool:
    """The sentence or one next to it tells what share of people said so."""
    document = article.document
    here = document.sentences[index]
    return any(
        _asks_many(document.words(sentence))
        for sentence in document.sentences[max(0, index - 2) : index + 2]
        if abs(sentence.paragraph - here.paragraph) < 2
    )


def _asks_many(tokens: Sequence[Token]) -> bool:
    return any(token.lemma in _SURVEY or token.norm == "%" for token in tokens)


def are_bodies(article: Article, attribution: Attribution) -> bool:
    """Bodies, of which each has an office to ask; or one that is named among them."""
    tokens = tokens_of(article, attribution.source)
    head = article.document.tokens[attribution.source.head]
    if head.lemma in _named("body") and head.lemma != "group":
        return True
    joined = any(token.norm in (",", "and", "or") for token in tokens)
    return joined and _holds_name(tokens)


def only_think(article: Article, attribution: Attribution) -> bool:
    """What a people, voters or *many* believe; not *economists fear that*."""
    if attribution.form is not Form.ATTRIBUTED_THOUGHT:
        return False
    head = article.document.tokens[attribution.source.head]
    kinds = {role_of(article, attribution.source), load("vague_collectives").category(head.lemma)}
    return not kinds & _THINKING


def _holds_name(tokens: tuple[Token, ...]) -> bool:
    """*Democrats, the FBI and the Justice Department*: one that a reader can find."""
    bodies = [t for t in tokens if t.tag in NAME_TAGS and t.norm not in _crowd_words()]
    return any(t.text.isupper() or t.norm in _named("head") | _named("name") for t in bodies)


def _crowd_words() -> frozenset[str]:
    return words("vague_collectives", "group")


def _named(category: str) -> frozenset[str]:
    return words("institutions", category)
