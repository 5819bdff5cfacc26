"""What a bare name names, from its words alone: a person, a body, an outlet, a place."""

import re
from collections.abc import Sequence

from audit.annotate.model import SourceKind
from audit.annotate.name_lists import bodies, common_words, outlets, people_too, places
from audit.document import Token

_ROMAN = re.compile(r"[IVX]+|Jr\.?|Sr\.?")
_DEMONYM = re.compile(r".{2,}(?:ese|ish|[ei]an|[mlrtkndg]an|i|ch)$")


def judge(tokens: Sequence[Token], first: int, last: int, definite: bool) -> SourceKind | None:
    """What a bare name names, from its words alone; ``None`` where they do not tell.

    ``definite``: *the* stands before it.
    """
    words = [token.norm for token in tokens[first:last]]
    whole = " ".join(words)
    listed = _listed(whole, definite)
    if listed:
        return listed
    if last - first == 1:
        return _judge_word(tokens[first], definite)
    category = bodies().get(words[-1])
    if category or "&" in words:
        return SourceKind.INSTITUTION
    if outlets().get(words[-1]) == "masthead":
        return SourceKind.MEDIA_OUTLET
    if bodies().get(words[0]) == "opener" or definite or len(words) - words.count("-") * 2 > 5:
        return SourceKind.INSTITUTION
    for edge in (words[0], words[-1]):
        if edge in places() and edge not in people_too():
            return SourceKind.INSTITUTION
    if _acronym(tokens[last - 1].text) or (
        len(tokens[first].text) > 2
        and "." not in tokens[first].text
        and _acronym(tokens[first].text)
    ):
        return SourceKind.INSTITUTION
    if len(words) > 2 and all(word in common_words() for word in words):
        return SourceKind.INSTITUTION
    return SourceKind.NAMED_PERSON


def _listed(whole: str, definite: bool) -> SourceKind | None:
    """The kind of a name that a list holds."""
    if outlets().get(whole) in {"agency", "name"} or (definite and f"the {whole}" in outlets()):
        return SourceKind.MEDIA_OUTLET
    if whole in places():
        return SourceKind.METONYMY
    if bodies().get(whole) in {"name", "body", "collective"}:
        return SourceKind.INSTITUTION
    return None


def _judge_word(token: Token, definite: bool) -> SourceKind | None:
    if outlets().get(token.norm) == "masthead" and definite:
        return SourceKind.MEDIA_OUTLET
    if definite or _acronym(token.text) or any(c.isupper() for c in token.text[3:]):
        return SourceKind.INSTITUTION
    return None


def _acronym(text: str) -> bool:
    """Two capitals or more and no small letter: OSCE, but not a numeral or an initial."""
    letters = text.replace(".", "").removesuffix("s")
    return len(letters) > 1 and letters.isupper() and not _ROMAN.fullmatch(text)


def listed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """The whole run is a name that a list holds."""
    return kind_of_listed(tokens, first, last) is not None


def kind_of_listed(tokens: Sequence[Token], first: int, last: int) -> SourceKind | None:
    """The kind of a name that a list holds, ``None`` for any other."""
    return _listed(" ".join(token.norm for token in tokens[first:last]), False)


def demonym(token: Token) -> bool:
    """The word says where somebody is from: *Syrian*, *Chinese*."""
    return token.tag == "JJ" and _DEMONYM.fullmatch(token.norm) is not None
