"""Sources that a newsroom knows: of what kind a name is, and for whom it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from audit.annotate.model import SourceKind
from audit.document import Token
from audit.tokens import divided

_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a house says of one name: its kind, and for whom it stands (``""`` if for itself)."""

    kind: SourceKind
    stands_for: str = ""


@dataclass(frozen=True)
class HouseSources:
    """The names that a house explains. Empty, it changes nothing."""

    names: Mapping[str, Known] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.names)

    def kind(self, tokens: Sequence[Token], first: int, last: int) -> SourceKind | None:
        """The kind of the phrase, if it is one of the names and nothing more."""
        if not self.names:
            return None
        known = self._by_words.get(plain_name(token.norm for token in tokens[first:last]))
        return known.kind if known else None

    def voice(self, tokens: Sequence[Token], first: int, last: int) -> str | None:
        """Whose voice the phrase is, if the house says so."""
        if not self.names:
            return None
        return self.voices.get(plain_name(token.norm for token in tokens[first:last]))

    @cached_property
    def voices(self) -> dict[str, str]:
        """Whose voice a name is that stands for another, and that other itself, in plain words."""
        told = {name: _words(k.stands_for) for name, k in self._by_words.items() if k.stands_for}
        voices: dict[str, str] = {}
        for name, voice in told.items():
            for _ in told:  # one may stand for another that stands for a third
                voice = told.get(voice, voice)
            voices |= {name: voice, voice: voice}
        return voices

    @cached_property
    def _by_words(self) -> dict[str, Known]:
        return {_words(name): known for name, known in self.names.items()}


def plain_name(norms: Iterable[str]) -> str:
    """A name by which two mentions of it are the same: small letters and no article."""
    words = list(norms)
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _words(name: str) -> str:
    return plain_name(word.lower() for word in divided(name))
