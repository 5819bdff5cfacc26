"""Everyone a document names, gathered over all its sentences."""

from collections.abc import Sequence

from audit.annotate import names as proper
from audit.annotate.known_sources import HouseSources
from audit.annotate.model import SourceKind
from audit.annotate.names import Person, Proper
from audit.document import Document, Token


class People:
    """The persons of one document, found by any part of their names.

    Made in one pass over the runs of capitalised words; a surname alone belongs to the
    last person introduced under it. ``sources`` are the names that a house explains.
    """

    def __init__(self, document: Document, sources: HouseSources | None = None) -> None:
        self.document = document
        self.sources = sources or HouseSources()
        self.everyone: list[Person] = []
        self.by_word: dict[str, list[Person]] = {}
        self.at: dict[int, Person] = {}
        self.bodies: set[str] = set()
        lone: list[Proper] = []
        for run in proper.runs(document):
            if not self._introduce(run):
                lone.append(run)
        for run in lone:
            self._mention(run)

    @property
    def introduces(self) -> bool:
        """Somebody is introduced by name."""
        return bool(self.everyone)

    def knows(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """The words are part of the name of somebody introduced elsewhere."""
        return self.called(tokens, first, last) is not None

    def surname(self, word: str) -> bool:
        """Somebody introduced with a longer name is called this for short."""
        return any(p.name[-1] == word and len(p.name) > 1 for p in self.by_word.get(word, ()))

    def called(self, tokens: Sequence[Token], first: int, last: int) -> Person | None:
        """Who bears a name with all these words, the latest introduced; ``None`` if no one."""
        words = _name_words(tokens, first, last)
        if not words:
            return None
        for person in reversed(self.by_word.get(words[-1], ())):
            if all(word in person.name for word in words):
                return person
        if len(words) > 1:
            for person in reversed(self.by_word.get(words[-1], ())):
                if person.name[-1] == words[-1] and len(person.name) == 1:
                    return person
        return None

    def _introduce(self, run: Proper) -> bool:
        """Take the run for a person's full or titled name, if it is one."""
        tokens = self.document.tokens
        start, last = run.name, run.last
        if start == last:
            return True
        told = self.sources.kind(tokens, run.first, last)
        if told and told is not SourceKind.NAMED_PERSON:
            return True
        before = tokens[run.first - 1] if run.first else None
        role = before is not None and proper.is_role(before)
        titled = start > run.first or role
        definite = before is not None and before.norm == "the"
        if proper.listed(tokens, run.first, last) and start > run.first:
            return True
        kind = proper.judge(tokens, start, last, definite and not titled)
        if proper.PEOPLE.fullmatch(tokens[last - 1].norm) and tokens[last - 1].tag == "NNPS":
            return True
        if kind is SourceKind.INSTITUTION and not titled:
            self.bodies.update(t.norm for t in tokens[start:last])
        if titled and kind in {SourceKind.NAMED_PERSON, SourceKind.METONYMY, None}:
            pass
        elif kind is not SourceKind.NAMED_PERSON:
            return kind is not None
        elif proper.demonym(tokens[start]) and last - start == 2:
            return True
        words = _name_words(tokens, start, last)
        if not words:
            return True
        person = self.called(tokens, start, last)
        if person is None or len(words) > len(person.name) > 1:
            person = self._add(words)
        elif len(person.name) == 1 and len(words) > 1:
            person.name = words
            self._index(person)
        self._record(person, run)
        return True

    def _add(self, words: tuple[str, ...]) -> Person:
        person = Person(words)
        self.everyone.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in person.name:
            some = self.by_word.setdefault(word, [])
            if person not in some:
                some.append(person)

    def _mention(self, run: Proper) -> None:
        """A lone word that belongs to somebody introduced anywhere in the text."""
        person = self.called(self.document.tokens, run.name, run.last)
        if person:
            self._record(person, run)

    def _record(self, person: Person, run: Proper) -> None:
        """Keep where the person is mentioned, and the role and gender this mention gives."""
        tokens = self.document.tokens
        first = run.first
        while first > 0 and self._together(first) and _belongs(tokens, first - 1):
            first -= 1
        last, roles = _apposition(tokens, run.last)
        for token in tokens[first : run.name]:
            if proper.is_role(token):
                roles.add(token.norm if token.norm in proper.roles() else token.lemma)
        person.roles |= roles
        person.mentions.append((first, last))
        self.at[run.first] = person
        for token in tokens[first:last]:
            gender = proper.gendered().get(token.norm)
            if gender and (token.start < tokens[run.last - 1].start or token.norm in roles):
                person.gender = person.gender or gender

    def _together(self, i: int) -> bool:
        """The token stands on one line with the one before it, and a hyphen touches it."""
        tokens = self.document.tokens
        gap = self.document.text[tokens[i - 1].end : tokens[i].start]
        return "\n" not in gap and (tokens[i - 1].tag != "HYPH" or not gap)


def _name_words(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """The words of a name without particles, hyphens and generation marks."""
    return tuple(
        token.norm
        for token in tokens[first:last]
        if token.text[0].isalpha() and token.norm not in {"jr", "jr.", "sr", "sr.", "iii", "ii"}
    )


def _belongs(tokens: Sequence[Token], i: int) -> bool:
    """The word stands in one phrase with the name after it."""
    token = tokens[i]
    if proper.is_role(token):
        return True
    return (token.tag in {"NN", "JJ", "NNP", "HYPH", "POS"} and token.text[0] not in "\"“'‘") or (
        token.norm in {"the", "a", "an"} and tokens[i + 1].tag in {"NN", "JJ"}
    )


# How many words after a name's comma may pass before its role.
_REACH = 7


def _apposition(tokens: Sequence[Token], last: int) -> tuple[int, set[str]]:
    """Where the phrase *, the ministry's spokesman* behind a name ends, and its roles."""
    roles: set[str] = set()
    if last + 1 >= len(tokens) or tokens[last].text not in {",", "(", "–", "—"}:
        return last, roles
    known = proper.roles()
    end = last
    for i in range(last + 1, min(last + 1 + _REACH, len(tokens))):
        token = tokens[i]
        if token.tag[:2] in {"VB", "MD", "WP", "WD"} or token.text in {",", ".", ";", '"', "”"}:
            break
        if token.lemma in known and token.tag[:2] == "NN":
            roles.add(token.lemma)
            end = i + 1
    return end, roles
