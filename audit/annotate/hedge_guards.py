"""Whether a word that can hedge does so here: one question a guard.

A guard is given the document, a half-open range of tokens and their sentence.
"""

from collections.abc import Callable, Sequence

from audit.annotate.word_classes import words
from audit.document import Document, Sentence, Token

Guard = Callable[[Document, int, int, Sentence], bool]

_TRANSPARENT = frozenset({"RB", "RBR", "RBS", "MD"})


def _words(name: str) -> frozenset[str]:
    return words("context_words", name)


def _norm(tokens: Sequence[Token], i: int, first: int, last: int) -> str:
    return tokens[i].norm if first <= i < last else ""


def _tag(tokens: Sequence[Token], i: int, first: int, last: int) -> str:
    return tokens[i].tag if first <= i < last else ""


# No sentence reaches further, in tokens; only unpunctuated text would.
_FAR = 250


def _around(tokens: Sequence[Token], i: int, first: int, last: int) -> Sequence[Token]:
    """The sentence of token ``i``."""
    return tokens[max(first, i - _FAR) : min(last, i + _FAR)]


# How far a name or a past tense may stand from *may*: the neighbouring sentences.
_NEAR = 60


def epistemic(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The modal speaks of what is uncertain, not of ability, permission or the month of May."""
    tokens, first, last = document.tokens, sentence.first, sentence.last
    if tokens[i].tag != "MD":
        return False
    after, k = _norm(tokens, j, first, last), j
    negated = after in ("not", "n't")
    while k < last and tokens[k].tag in _TRANSPARENT:
        k += 1
    if k >= last or tokens[k].tag not in ("VB", "VBP", "VBN"):
        return False
    before = _norm(tokens, i - 1, first, last)
    if before in _words("service") or (before == "well" and tokens[i].norm == "might"):
        return False
    if after == "as" and tokens[i].norm in ("may", "might"):
        return False
    if tokens[k].norm == "have" or tokens[i].norm == "might":
        return True
    told = any(token.tag == "VBD" for token in _around(tokens, i, first, last))
    if tokens[i].norm == "may":
        return not _generic(tokens, i, k, sentence, told)
    # In a story told in the past, *could* is what somebody was able to do.
    return not (
        negated or told or tokens[k].lemma in _words("ability") or _asks(tokens, i, sentence)
    )


def _generic(tokens: Sequence[Token], i: int, k: int, sentence: Sentence, told: bool) -> bool:
    """*may be used*, *symptoms may include*: an option that exists, not a doubt."""
    last = sentence.last
    if tokens[k].lemma in ("include", "contain", "vary", "range", "consist", "choose", "wish"):
        return True
    if tokens[k].norm == "be" and k + 1 < last and tokens[k + 1].tag in ("VBN", "VBD"):
        return True
    if _any_one(tokens, i, sentence.first):
        return not told
    near = tokens[max(0, sentence.first - _NEAR) : last + _NEAR]
    return not (told or any(token.tag in ("NNP", "VBD") for token in near))


def _any_one(tokens: Sequence[Token], i: int, first: int) -> bool:
    """The subject is one of a kind: *a player*, *players*, *you*, not *the closure*."""
    k = i - 1
    while k >= first and tokens[k].tag in ("RB", ","):
        k -= 1
    if k < first or tokens[k].norm in ("you", "one", "they", "who", "which", "that", "and", "or"):
        return True
    if tokens[k].tag not in ("NN", "NNS"):
        return False
    while k >= first and tokens[k].tag in ("NN", "NNS", "JJ", "VBN", "VBG", "HYPH", "JJR"):
        k -= 1
    return k < first or tokens[k].norm not in ("the", "this", "that", "its", "his", "her", "their")


def _asks(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """*Could the minister …?*: the modal opens a question."""
    return i == sentence.first and tokens[sentence.last - 1].norm == "?"


def seeming(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The verb means *gives the impression*: appear in court, on leaves, before a judge do not."""
    tokens, last = document.tokens, sentence.last
    verb = next((t for t in tokens[i:j] if t.lemma in ("appear", "seem")), tokens[i])
    if not verb.tag.startswith("VB"):
        return False
    before = [t.norm for t in tokens[max(sentence.first, i - 2) : i]]
    if "not" in before or "n't" in before or tokens[sentence.first].norm == "to":
        return False  # *cannot seem to*; *to the old hands it seems*: their impression
    if verb.lemma == "seem" or tokens[j - 1].norm in ("to", "that"):
        return True
    k = j
    while k < last and tokens[k].tag in _TRANSPARENT:
        k += 1
    if k >= last:
        return False
    return tokens[k].tag in ("JJ", "VBN", "VBG", "JJR") or (
        _norm(tokens, i - 1, sentence.first, last) == "it" and tokens[k].norm in ("that", "as")
    )


def evidence_speaks(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The subject is evidence; a person who suggests a date proposes it."""
    tokens, first = document.tokens, sentence.first
    if not tokens[i].tag.startswith("VB") or tokens[i].tag in ("VBG", "VBN"):
        return False
    if j < sentence.last and tokens[j].tag in (".", ",", "IN") and tokens[j].norm != "that":
        return False
    k = i - 1
    while k >= first and (
        tokens[k].tag in _TRANSPARENT or tokens[k].norm in ("has", "have", "does")
    ):
        k -= 1
    # The head of the subject: the noun before, or before its *of* phrase.
    for _ in range(6):
        if k < first:
            return False
        if tokens[k].lemma in _words("evidence") or tokens[k].norm in _words("evidence"):
            return True
        if tokens[k].tag in ("PRP", "NNP", ",", ":", "''", "``", "WP"):
            return False
        k -= 1
    return False


def looks(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """*looks like* as a verb of the clause, not *a look like that*."""
    return document.tokens[i].tag in ("VBZ", "VBP", "VBD", "VB")


def predicative(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """*is likely to*, *will likely*: not *the likely winner*, *likely voters*."""
    tokens, first, last = document.tokens, sentence.first, sentence.last
    before, after = _tag(tokens, i - 1, first, last), _tag(tokens, j, first, last)
    if after in ("NN", "NNS", "NNP", "JJ", "HYPH") or before in ("DT", "PRP$", "POS", "JJ"):
        return False
    return _norm(tokens, j, first, last) not in ("as", "than")


def general(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The adverb narrows a statement, and does not measure a named share."""
    tokens, first, last = document.tokens, sentence.first, sentence.last
    return _norm(tokens, j, first, last) not in ("speaking", "because", "due", "thanks")


def aside(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """*In general, …*: not *in general elections*, *in General Electric*."""
    return _tag(document.tokens, j, sentence.first, sentence.last) not in (
        "NN", "NNS", "NNP", "JJ", "NNPS",
    )  # fmt: skip


_PEOPLE = frozenset({"he", "she", "they", "i", "we", "you"})


def open_condition(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The condition casts doubt on a report; it does not depend on a vote, or answer a question."""
    tokens, last = document.tokens, sentence.last
    if tokens[last - 1].norm == "?" or tokens[i - 1].norm == "even":
        return False
    rest = tokens[j : min(last, j + _FAR)]
    if tokens[j - 1].norm == "so":
        return not (_question_before(document, sentence, i) or _instructs(rest))
    if rest and rest[0].norm in ("by", "as", "in", "at", "to", "for"):
        return False
    if tokens[j - 1].norm == "confirmed":
        if any(token.norm in _words("nominee") for token in rest):
            return False
        subject = next((t for t in rest if t.tag in ("PRP", "NNP", "NN", "NNS", "DT")), None)
        return subject is None or (subject.tag != "NNP" and subject.norm not in _PEOPLE)
    return True


def _question_before(document: Document, sentence: Sentence, i: int) -> bool:
    if i > sentence.first + 1:
        return False
    here = document.sentence_index(sentence.start)
    if here == 0:
        return False
    return document.tokens[document.sentences[here - 1].last - 1].norm == "?"


def _instructs(rest: Sequence[Token]) -> bool:
    """What follows is an instruction: *If so, close it.*"""
    words = (t for t in rest if t.tag not in (",", "RB", ":", "UH") and t.norm != "please")
    opening = next(words, None)
    return opening is not None and opening.tag in ("VB", "WRB", "WP", "WDT")


GUARDS: dict[str, Guard] = {
    "aside": aside,
    "epistemic": epistemic,
    "evidence speaks": evidence_speaks,
    "general": general,
    "looks": looks,
    "open condition": open_condition,
    "predicative": predicative,
    "seeming": seeming,
}


def before_number(tokens: Sequence[Token], i: int, j: int, sentence: Sentence) -> bool:
    """*about 100 people*, *an hour or so*: a count made round.

    In an account of what happened, where somebody could have counted. Not *a book about
    100 people*; nor a measure, which is rounded by custom: *about 5 km*.
    """
    first, last = sentence.first, sentence.last
    if tokens[j - 1].norm in ("so", "thereabouts", "odd"):
        return any(t.tag == "CD" for t in tokens[max(first, i - 4) : i])
    k = j
    if _norm(tokens, k, first, last) in ("$", "£", "€", "the"):
        k += 1
    if _tag(tokens, k, first, last) != "CD" and not _half_a(tokens, k, first, last):
        return False
    if tokens[k].norm == "one" or _is_measure(tokens, k, last):
        return False
    if not any(token.tag in ("VBD", "VBN") for token in _around(tokens, i, first, last)):
        return False
    if tokens[i].norm == "about":
        before = [t.lemma for t in tokens[max(first, i - 4) : i]]
        telling = _words("telling")
        return not telling.intersection(before) and tokens[max(first, i - 1)].tag[:2] != "NN"
    return True


def _half_a(tokens: Sequence[Token], k: int, first: int, last: int) -> bool:
    """*a dozen*, *half a million*: a number in words."""
    return _norm(tokens, k, first, last) in ("a", "half", "two") and (
        _norm(tokens, k + 1, first, last)
        in ("dozen", "hundred", "thousand", "million", "billion", "third", "quarter", "half")
    )


def _is_measure(tokens: Sequence[Token], k: int, last: int) -> bool:
    """A length, weight, time of day or year."""
    while k < last and tokens[k].tag in ("CD", "HYPH", "JJ"):
        if len(tokens[k].norm) == 4 and "1000" <= tokens[k].norm <= "2100":
            return True
        k += 1
    return k < last and tokens[k].lemma in _words("unit")


def before_all(tokens: Sequence[Token], j: int, last: int) -> bool:
    """*almost every*, *virtually nobody*: a sweeping word held back."""
    return j < last and tokens[j].norm in _words("sweeping")
