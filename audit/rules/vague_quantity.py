"""An amount is given that nobody counted.

Why
    A number of, several and a handful sound like a count and are none. Whoever knew enough
    to write it can usually say how many, and who counted. In a whole article that is asked
    where people, bodies, places or incidents are what the clause is about.

Flagged
    [[A number of]] towns have been shelled.
    [[A significant number of]] troops are stationed there.

Not flagged
    Three towns have been shelled.
    The strike lasted several weeks.
    Ruiz said it was shut. It rained. The law set a number of limits.
    “I called numerous times,” Osei said.

Source
    AP Stylebook, "numerals"; Wikipedia Manual of Style, "Unsupported attributions".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from audit.annotate.model import Article, Expression
from audit.annotate.names import roles
from audit.annotate.word_classes import words
from audit.document import Token
from audit.finding import Mark, Severity
from audit.rules._hedging import vague
from audit.rules._language import own_words
from audit.rules._who import heard, in_report

FAMILY = "precision"
SEVERITY = Severity.WARNING

# How far behind the amount its examples begin, in tokens.
_NEAR = 6
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# How long the phrase that is counted may be, in tokens.
_FAR = 8
_NAMES = frozenset({"NNP", "NNPS"})
_INSIDE = frozenset({"JJ", "HYPH"})
_BETWEEN = frozenset({"JJ", "VBN", "VBG", "HYPH", "CC", ",", "POS", "RB"})
_ONE_OF = frozenset({("one", "of"), ("among", "them"), ("among", "those")})
# An amount so measured is a point made: *a record number of*, *only a certain number of*.
_WEIGHED = frozenset(
    {"certain", "disproportionate", "fixed", "given", "good", "high", "limited", "minimum"}
    | {"record", "set", "small", "unknown"}
)
_OPEN = frozenset({"if", "whether", "unless", "i", "we", "you"})
# Behind these the amount is what the clause is about: *after a number of mayors objected*.
_CLAUSE = frozenset(
    {",", ";", ":", "(", "-", "–", "—", "and", "but", "or", "that", "after", "as", "because"}
    | {"before", "since", "though", "when", "while", "“", "unfortunately"}
)


def find(article: Article) -> Iterator[Mark]:
    for expression in vague(article, "quantity"):
        # In somebody's statement the vagueness is that source's, and so is the count.
        if own_words(article, expression.span) and not _is_custom(article, expression):
            yield Mark(
                expression.span,
                f"“{article.document.quote(expression.span)}” gives no number.",
                "How many, and who counted? Give the figure and its source.",
                (expression.evidence,),
            )


def _is_custom(article: Article, expression: Expression) -> bool:
    """*several*, *a handful of* in a report, and what the sentence goes on to name."""
    document = article.document
    _, last = document.token_range(expression.span)
    after = {token.norm for token in document.tokens[last : last + _NEAR]}
    if after & {"including", "among", "like", "such"} or _one_is_named(article, expression):
        return True
    report = in_report(article)
    if (report or heard(article)) and not expression.evidence.startswith("number "):
        return True
    return report and not _is_at_stake(article, expression)


def _one_is_named(article: Article, expression: Expression) -> bool:
    """*A number of mayors objected. Ana Ruiz was one of them.*"""
    document = article.document
    here = document.sentence_index(expression.span.start)
    if here + 1 == len(document.sentences):
        return False
    following = [token.norm for token in document.words(document.sentences[here + 1])]
    return any(pair in _ONE_OF for pair in pairwise(following))


def _is_at_stake(article: Article, expression: Expression) -> bool:
    """People, bodies, places or incidents are counted, and somebody did count them.

    Nobody counts restrictions or distinctions; *if a number of states* counts what is not so.
    """
    document = article.document
    sentence = document.sentence_at(expression.span.start)
    first, last = document.token_range(expression.span)
    if first and document.tokens[first - 1].norm == "such":
        return False
    if any(token.norm in _WEIGHED for token in document.tokens[first:last]):
        return False
    if any(token.norm in _OPEN for token in document.tokens[sentence.first : first]):
        return False
    if document.tokens[sentence.last - 1].norm == "?":
        return False
    if any(token.tag == "CD" for token in document.tokens[last : sentence.last]):
        return False  # the sentence goes on to give the figure
    head = _counted(document.tokens[last : min(last + _FAR, sentence.last)])
    if head is None:
        return False
    names = {head.lemma, head.norm}
    if names & words("context_words", "incident"):
        return True
    opens = first == sentence.first or document.tokens[first - 1].norm in _CLAUSE
    counted = names & (words("context_words", "counted") | words("weasels", "crowd"))
    return opens and (bool(counted) or head.lemma in roles())


def _counted(tokens: Sequence[Token]) -> Token | None:
    """The noun that the amount is of: *troops* in *of Russian and North Korean troops*."""
    head = None
    for token in tokens:
        if token.tag in _NOUNS:
            head = token
        elif token.tag == "CC" and head is not None and head.tag in _NAMES:
            continue  # Russian and North Korean troops
        elif token.tag not in _BETWEEN or (head is not None and token.tag not in _INSIDE):
            break
    return head
