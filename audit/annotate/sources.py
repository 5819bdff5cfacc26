"""What kind of source a noun phrase is: a person, a role, a body, a crowd without a name."""

from audit.annotate import names as proper
from audit.annotate.descriptions import describe
from audit.annotate.model import SourceKind
from audit.annotate.people import People
from audit.annotate.phrases import INSIDE, appositions
from audit.annotate.phrases import base_phrase as base_phrase
from audit.document import Document, Token

PRONOUNS = frozenset(
    {
        "he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "him", "her", "them",
        "us", "me", "himself", "herself", "themselves", "itself", "whom", "whoever", "this",
        "one's"
    }
)  # fmt: skip
# Whose name may follow after a comma: his mother, Watfa.
_HUMAN = frozenset({SourceKind.UNNAMED_DESCRIBED, SourceKind.NAMED_ROLE})
_EXAMPLES = frozenset({"including", "like", "such", "among", "notably", "especially"})
_PORTFOLIOS = frozenset(
    {
        "state", "defense", "defence", "staff", "finance", "health", "justice", "labor", "labour",
        "treasury", "commerce", "education", "energy", "transport", "agriculture", "interior",
        "information", "trade", "environment", "homeland", "parliament", "police", "operations",
        "communications", "government", "canterbury", "york", "lords", "appeals", "missions",
        "human", "rights", "refugees", "affairs", "foreign", "climate", "children", "women"
    }
)  # fmt: skip


def classify(
    document: Document, first: int, last: int, head: int = -1, people: People | None = None
) -> SourceKind:
    """The kind of the noun phrase ``tokens[first:last]`` with its head at ``head``.

    ``people`` is who the rest of the article names; without it a lone surname is told
    from its shape. What a house says of a name stands above all. An empty range is ``IMPLICIT``.
    """
    tokens = document.tokens
    while first < last and tokens[first].text[0] in "\"“‘'(,":
        first += 1
    if first >= last:
        return SourceKind.IMPLICIT
    if last - first == 1 and tokens[first].norm in PRONOUNS:
        return SourceKind.PRONOUN
    found: SourceKind | None = None
    parts = appositions(tokens, first, last)
    told = people.sources.kind(tokens, *parts[0]) if people and parts else None
    if told:
        return told
    for start, stop in parts:
        kind = _part(document, start, stop, people, head)
        if kind is SourceKind.NAMED_PERSON or (kind is None and found in _HUMAN):
            return SourceKind.NAMED_PERSON
        if found is None or found is SourceKind.IMPLICIT:
            found = kind
    if found in {SourceKind.VAGUE_COLLECTIVE, SourceKind.UNNAMED_OFFICIAL}:
        return _exemplar(document, first, last, people) or found
    if found is None:
        return _lone_name(tokens, first, people)
    return found


def _part(
    document: Document, first: int, last: int, people: People | None, head: int
) -> SourceKind | None:
    """The kind of one apposition; ``None`` for a lone name that nothing explains."""
    tokens = document.tokens
    end = base_phrase(tokens, first, last)
    if end == head < last and tokens[head].tag[:2] == "VB":
        # The tagger took the head for a verb: unconfirmed *reports*.
        end = head + 1
    if end == first + 1 and tokens[first].norm in PRONOUNS:
        return SourceKind.PRONOUN
    listed = _listed_prefix(tokens, first, last)
    if listed:
        return listed
    name = _name_at_end(tokens, first, end)
    if name < end:
        return _named(document, first, name, end, last, people)
    if _office_holder(tokens, end, last):
        return SourceKind.NAMED_PERSON
    return describe(document, first, end, last)


def _listed_prefix(tokens: tuple[Token, ...], first: int, last: int) -> SourceKind | None:
    """The kind of a listed name with small words in it: Save the Children, Bank of England."""
    start = first + (tokens[first].norm == "the")
    for end in range(min(last, start + 6), start + 2, -1):
        kind = proper.kind_of_listed(tokens, start, end)
        goes_on = end < last and tokens[end].tag in INSIDE - {"RB", "VBN", "VBG"}
        if kind and not goes_on:
            return kind
    return None


def _name_at_end(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """Where the run of name words that closes the phrase begins; ``end`` if none does.

    A run that ends in a role or a word for a body names no one: it is a description.
    """
    i = proper.closing_run(tokens, first, end)
    if i < end and proper.after_titles(tokens, i, end) == end:
        return i if _is_surname(tokens, first, i, end) else end
    return i


def _is_surname(tokens: tuple[Token, ...], first: int, start: int, end: int) -> bool:
    """A word for a calling closes a name: Dusty *Baker*, committee chair Stuart *Challenger*."""
    if end - start < 2 or tokens[end - 1].tag not in proper.NAME_TAGS:
        return False
    opens = tokens[start]
    if opens.tag not in proper.NAME_TAGS or opens.norm in proper.titles() | proper.bodies().keys():
        return False
    if opens.norm in proper.places() and opens.norm not in proper.people_too():
        return False
    calling = proper.roles().get(tokens[end - 1].norm) in {"person", "witness", "expert"}
    return _role_before(tokens, first, start) or (calling and end - start == 2)


def _named(
    document: Document, first: int, start: int, end: int, last: int, people: People | None
) -> SourceKind | None:
    """The kind of a phrase that ends in a name, whose name words begin at ``start``."""
    tokens = document.tokens
    name = proper.after_titles(tokens, start, end)
    if name == end:
        name = start
    titled = name > start or _role_before(tokens, first, start)
    definite = start > first and tokens[start - 1].norm == "the" and not titled
    alone = proper.judge(tokens, start, end, definite)
    if titled:
        rest = proper.judge(tokens, name, end, definite=False)
        if start < name and proper.listed(tokens, start, end):
            return alone
        honoured = start < name and end - name == 1 and tokens[name].text.isupper()
        return rest if rest is SourceKind.INSTITUTION and not honoured else SourceKind.NAMED_PERSON
    lone = end - start == 1 and people is not None and people.surname(tokens[start].norm)
    if definite or (proper.listed(tokens, start, end) and not lone):
        return alone
    if _is_people(tokens, first, start, end):
        return SourceKind.VAGUE_COLLECTIVE
    if people and people.knows(tokens, start, end):
        return SourceKind.NAMED_PERSON
    if _of_something(tokens, start, end, last):
        return SourceKind.INSTITUTION
    if alone is SourceKind.NAMED_PERSON and proper.demonym(tokens[start]) and end - start == 2:
        return proper.judge(tokens, start + 1, end, definite=False)
    return alone


def _is_people(tokens: tuple[Token, ...], first: int, start: int, end: int) -> bool:
    """A whole people or following: Chileans, most Eritreans, British Hindus."""
    token = tokens[end - 1]
    if token.tag not in {"NNPS", "NNS"} and not proper.PEOPLE.fullmatch(token.norm):
        return False
    crowd = proper.crowds().get(token.norm) == "group" or proper.PEOPLE.fullmatch(token.norm)
    counted = start > first and tokens[start - 1].tag in {"JJ", "JJS", "CD", "DT", "NNS"}
    return bool(crowd) or (counted and token.tag == "NNPS")


def _of_something(tokens: tuple[Token, ...], start: int, end: int, last: int) -> bool:
    """A name of the form *Voice of America*."""
    if end + 1 >= last or tokens[end].norm not in {"of", "for"} or end - start > 2:
        return False
    after = end + 2 if tokens[end + 1].norm == "the" and end + 2 < last else end + 1
    return tokens[end].norm == "of" and tokens[after].text[0].isupper()


def _role_before(tokens: tuple[Token, ...], first: int, start: int) -> bool:
    """A role in small letters stands right before the name."""
    i = start - 1
    if i >= first and tokens[i].text in "\"“”'":
        i -= 1
    return i >= first and (proper.is_role(tokens[i]) or tokens[i].norm in proper.titles())


def _office_holder(tokens: tuple[Token, ...], end: int, last: int) -> bool:
    """A name behind an office and its field: Secretary of State John Kerry."""
    if end + 1 >= last or tokens[end].norm not in {"of", "for", "to"}:
        return False
    if tokens[end - 1].norm not in proper.roles():
        return False
    start = proper.closing_run(tokens, end + 1, last)
    while start < last and tokens[start].norm in _PORTFOLIOS | proper.places().keys():
        start += 1
    if start < proper.after_titles(tokens, start, last) < last:
        return True
    field = start > end + 1 and tokens[start - 1].tag not in {"IN", "DT", "CC", "TO"}
    if start >= last or not field or not proper.capitalised(tokens, start):
        return False
    kind = proper.judge(tokens, start, last, definite=False)
    return kind is SourceKind.NAMED_PERSON or (kind is None and _portfolio(tokens[start - 1]))


def _portfolio(token: Token) -> bool:
    return token.norm in _PORTFOLIOS


def _exemplar(
    document: Document, first: int, last: int, people: People | None
) -> SourceKind | None:
    """The kind of whom a vague plural names: critics *including the Law Society*."""
    tokens = document.tokens
    for i in range(first, last - 1):
        if tokens[i].norm in _EXAMPLES:
            start = i + 2 if tokens[i + 1].norm in {"as", "them"} else i + 1
            names = any(proper.capitalised(tokens, j) for j in range(start, min(start + 3, last)))
            return classify(document, start, last, -1, people) if names else None
    return None


def _lone_name(tokens: tuple[Token, ...], first: int, people: People | None) -> SourceKind:
    """One unknown name: a person, unless the article is long enough to have introduced one."""
    if people and people.introduces and first > 120:
        return SourceKind.INSTITUTION
    return SourceKind.NAMED_PERSON
