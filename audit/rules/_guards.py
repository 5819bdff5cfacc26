"""The frames in which a term colours, by the name that a list gives in its column ``guard``."""

from collections.abc import Callable

from audit.annotate.word_classes import words
from audit.document import Sentence, Token

Guard = Callable[[tuple[Token, ...], int, int, Sentence], bool]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def _head(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """A noun that is not the first half of a compound: *terrorists*, not *terrorist attack*."""
    after = tokens[j].tag if j < sentence.last else ""
    return tokens[j - 1].tag in ("NN", "NNS", "JJ") and after not in _NOUNS


def _before_noun(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*a supposed plot*: not *was supposed to*."""
    if j >= sentence.last or (i > sentence.first and tokens[i - 1].lemma == "be"):
        return False
    return tokens[j].tag in _NOUNS or tokens[j].tag == "JJ"


def _named(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*the noted historian*: not *she noted concerns*."""
    before = tokens[i - 1].tag if i > sentence.first else ""
    return before in ("DT", "PRP$", "POS", "CC") and _before_noun(tokens, i, j, sentence)


def _regime(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """A government one dislikes: no system of rules, no kind of state, nor those against it."""
    if tokens[j - 1].tag == "NNS" or (i >= 2 and tokens[i - 2].norm == "anti"):
        return False
    before = tokens[i - 1].norm if i > sentence.first else ""
    after = tokens[j].norm if j < sentence.last else ""
    return before not in words("context_words", "system") and after not in ("of", "change", "for")


def _trend(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*growing fears*: a trend in feelings that nobody measured."""
    return j < sentence.last and tokens[j].lemma in words("context_words", "feeling")


def _parted(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """The adverb comments on the sentence: it opens it, or stands between commas."""
    opens = i == sentence.first or tokens[i - 1].norm in (",", "-", "–", "—", "and", "but")
    return opens and (j >= sentence.last or tokens[j].norm == ",")


def _modifies(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*absolute chaos*: the word stands right before what it strengthens."""
    return j < sentence.last and tokens[j].tag in _NOUNS | {"VBG"}


def _known(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*everyone knows that*: not *made sure everyone knows how*."""
    sure = i > sentence.first and tokens[i - 1].norm in ("sure", "until", "if", "so", "that")
    return not sure and j < sentence.last and tokens[j].norm in (",", "that", "the", "it")


def _sure(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*will no doubt fail*: not *have no doubt*, *left no doubt*."""
    return not (i > sentence.first and tokens[i - 1].lemma in ("cast", "express", "have", "leave"))


def _neglect(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*did not even call*: somebody left undone what was owed; not *did not even live there*."""
    if i <= sentence.first or j >= sentence.last:
        return False
    helped = any(t.lemma in ("do", "have") for t in tokens[max(sentence.first, i - 1) : j])
    return helped and tokens[j].lemma in words("context_words", "owed")


def _dismissed(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*is nothing more than a stunt*: not *culminated in nothing but*."""
    is_ = i > sentence.first and tokens[i - 1].lemma == "be"
    return is_ and j < sentence.last and tokens[j].tag == "DT"


def _denied(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*never bothered to*: not *whether they will bother to*."""
    before = {token.norm for token in tokens[max(sentence.first, i - 2) : i]}
    return bool(before & {"n't", "not", "never"}) and tokens[i].tag != "VBG"


# What follows a verb of admitting where something is taken to be so.
_FACTS = frozenset(
    {"that", "how", "what", "where", "why", "any", "it", "his", "her", "its", "their"}
    | {"wrongdoing", "guilt", "fault", "defeat", "responsibility"}
)


def _factual(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*refuses to accept that*: what follows is put as a fact."""
    return j < sentence.last and tokens[j].norm in _FACTS


# What shows that damage was done by arms.
_ARMS = frozenset({"airstrike", "bomb", "civilian", "drone", "military", "missile", "raid", "war"})


def _armed(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*collateral damage* of bombs, and not of a quarrel."""
    around = tokens[sentence.first : sentence.last]
    return any(token.lemma in _ARMS for token in around)


def _wing(tokens: tuple[Token, ...], i: int, j: int, sentence: Sentence) -> bool:
    """*the far left*: not *Ruiz, far left, and Osei* below a picture."""
    return not (i > sentence.first and tokens[i - 1].norm in (",", "("))


GUARDS: dict[str, Guard] = {
    "armed": _armed,
    "before noun": _before_noun,
    "denied": _denied,
    "dismissed": _dismissed,
    "factual": _factual,
    "known": _known,
    "neglect": _neglect,
    "head": _head,
    "i": _parted,
    # A phrase of the list in which a colouring word is plain: *a lame duck*.
    "literal": lambda tokens, i, j, sentence: False,
    "named": _named,
    "p": _modifies,
    "regime": _regime,
    "sure": _sure,
    "t": _trend,
    "wing": _wing,
    "x": lambda tokens, i, j, sentence: True,
}
