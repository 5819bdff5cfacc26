"""Whether a word that can hedge does so here: one question a guard.

A guard is given the document, a half-open range of tokens and their sentence.
"""

from collections.abc import Callable, Sequence

from audit.document import Document, Sentence, Token

Guard = Callable[[Document, int, int, Sentence], bool]

NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty seventy eighty ninety half a".split()
)
# What *could* takes when it tells of an ability: *they could see the smoke*.
_ABILITY = frozenset(
    "see hear afford feel smell read remember understand tell get count find help stand wait "
    "imagine speak sit sleep walk recall vote watch".split()
)
# Things that carry evidence and so *suggest*, where a person only proposes.
_EVIDENCE = frozenset(
    "analysis analyst calculation data datum document email estimate evidence experience figure "
    "finding footage history image indication indicator investigation it letter memo message name "
    "number paper picture poll polling photograph photo record report reporting research result "
    "review sign source statistic study survey test testimony that theory this trend video which "
    "work account example fact pattern model projection text tweet transcript tone rhetoric "
    "comment remark statement title similarity discovery some other these those they measurement "
    "observation behavior behaviour experiment tradition legend calculation material article".split()
)
_SERVICE = frozenset({"readers", "viewers", "listeners", "users", "you", "audiences"})
_TRANSPARENT = frozenset({"RB", "RBR", "RBS", "MD"})


def _norm(tokens: Sequence[Token], i: int, first: int, last: int) -> str:
    return tokens[i].norm if first <= i < last else ""


def _tag(tokens: Sequence[Token], i: int, first: int, last: int) -> str:
    return tokens[i].tag if first <= i < last else ""


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
    if before in _SERVICE or (before == "well" and tokens[i].norm == "might"):
        return False
    if after == "as" and tokens[i].norm in ("may", "might"):
        return False
    if tokens[i].norm != "could":
        return not (tokens[i].norm == "may" and _generic(tokens, k, last))
    if tokens[k].norm == "have":
        return True
    return not (negated or tokens[k].lemma in _ABILITY or _asks(tokens, i, sentence))


def _generic(tokens: Sequence[Token], k: int, last: int) -> bool:
    """*may be used*, *may include*: an option that exists, not a doubt."""
    if tokens[k].lemma in ("include", "contain", "vary", "range", "consist", "choose", "wish"):
        return True
    return tokens[k].norm == "be" and k + 1 < last and tokens[k + 1].tag in ("VBN", "VBD")


def _asks(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """*Could the minister …?*: the modal opens a question."""
    return i == sentence.first and tokens[sentence.last - 1].norm == "?"


def seeming(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The verb means *gives the impression*: appear in court, on leaves, before a judge do not."""
    tokens, last = document.tokens, sentence.last
    verb = next((t for t in tokens[i:j] if t.lemma in ("appear", "seem")), tokens[i])
    if not verb.tag.startswith("VB"):
        return False
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
        if tokens[k].lemma in _EVIDENCE or tokens[k].norm in _EVIDENCE:
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


_NOMINEE = frozenset(
    "nomination nominee nominated nominate pick appointment appointed tapped chosen judge seat "
    "post cabinet ambassador secretary".split()
)
_BODIES = ("senate", "congress", "parliament", "lawmakers", "council", "board", "voters")


def open_condition(document: Document, i: int, j: int, sentence: Sentence) -> bool:
    """The condition casts doubt on a report; it does not depend on a vote, or answer a question."""
    tokens, first, last = document.tokens, sentence.first, sentence.last
    if tokens[last - 1].norm == "?":
        return False
    rest = tokens[j:last]
    if tokens[j - 1].norm == "so":
        return not (_question_before(document, sentence, i) or _instructs(rest))
    if rest and rest[0].norm in ("by", "as", "in", "at", "to", "for"):
        return False
    if tokens[j - 1].norm == "confirmed":
        if any(token.norm in _BODIES or token.norm in _NOMINEE for token in rest):
            return False
        subject = next((t for t in rest if t.tag in ("PRP", "NNP", "NN", "NNS", "DT")), None)
        return (
            subject is None
            or subject.norm not in ("he", "she", "they", "i", "we", "you")
            and (subject.tag != "NNP")
        )
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
    words = [t for t in rest if t.tag not in (",", "RB", ":", "UH") and t.norm != "please"]
    return bool(words) and words[0].tag in ("VB", "WRB", "WP", "WDT")


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

# Works that are *about 100 people*, and have not 100 people in them, roughly.
_TELLING = frozenset(
    "book film movie story novel song article documentary series play show report column essay "
    "debate question argument case discussion speech conversation question this it that".split()
)
_PLACES = frozenset(
    "walk walked run gather gathered stood stand standing sit sat move moved".split()
)


def before_number(tokens: Sequence[Token], i: int, j: int, sentence: Sentence) -> bool:
    """*about 100 people*, *an hour or so*: a number made round; not *a book about 100 people*."""
    first, last = sentence.first, sentence.last
    if tokens[j - 1].norm in ("so", "thereabouts", "odd"):
        return any(t.tag == "CD" for t in tokens[max(first, i - 4) : i])
    k = j
    if _norm(tokens, k, first, last) in ("$", "£", "€", "the"):
        k += 1
    if _tag(tokens, k, first, last) not in ("CD", "$") and not (
        _norm(tokens, k, first, last) in ("a", "half", "two", "twice")
        and _norm(tokens, k + 1, first, last)
        in (
            "dozen",
            "hundred",
            "thousand",
            "million",
            "billion",
            "third",
            "quarter",
            "half",
            "century",
        )
    ):
        return False
    word = tokens[i].norm
    if word == "around" and tokens[k].norm in ("one",):
        return False
    if word == "some":
        return tokens[k].norm not in ("one",)
    if word == "about":
        before = [t.lemma for t in tokens[max(first, i - 4) : i]]
        return not (set(before) & _TELLING) and _tag(tokens, i - 1, first, last) not in (
            "NNS",
            "NN",
        )
    return True


def before_all(tokens: Sequence[Token], j: int, last: int) -> bool:
    """*almost every*, *virtually nobody*: a sweeping word held back."""
    return j < last and tokens[j].norm in (
        "all", "every", "everyone", "everybody", "everything", "no", "nobody", "nothing", "none",
        "always", "never", "entirely", "certainly", "completely", "impossible", "unanimous", "any",
        "exclusively", "identical",
    )  # fmt: skip
