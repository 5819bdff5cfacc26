"""Whether a source is told to say something, as against doing, wanting or getting it."""

from audit.annotate import word_classes
from audit.annotate.model import Article, Attribution, Form
from audit.lexicon import load
from audit.rules._cues import CLAUSE, shape
from audit.rules._who import around, in_report

# Frames in which words follow or precede: a statement, whatever the verb.
_FRAMES = CLAUSE | {
    "post-mid", "post-q-q", "invpost", "invpost-q", "colon-quote", "quote-next", "as-said",
    "quoted-as", "rel-clause", "as",
}  # fmt: skip
# Judgements and charges are words of somebody's even where no clause follows.
_CHARGING = frozenset(
    {"accuse", "allege", "blame", "condemn", "contradict", "criticise", "criticize", "deny"}
    | {"dispute", "estimate", "predict", "rebut", "refute", "warn"}
)
# Verbs that take quoted words along with what is done: *identified her as “ideal”*.
_DOING = frozenset({"identify", "show", "demonstrate", "reveal", "name", "find"})
_PARTING = frozenset({"n't", "not", "never"})
_BEFORE = 4
_RECORD = 8
_ARGUING = frozenset({"argue", "contend", "object", "say", "suggest"})
_CALLING = frozenset({"characterise", "characterize", "describe", "depict", "dismiss", "portray"})
_ADDRESSED = frozenset({"tell", "remind", "assure", "inform", "brief", "advise", "ask"})
_IN = frozenset({"in", "by", "via"})


def states(article: Article, attribution: Attribution) -> bool:
    """Words of the source are told as said: *said the plan was late*.

    Not what it may say or is to say, and not what it does: *would say*, *verified the photo*.
    In a lone sentence any act of speech will do.
    """
    if not is_told(article, attribution):
        return False
    if not in_report(article):
        return True
    lemma = attribution.cue.lemma.split()[0] if attribution.cue.lemma else ""
    frame = shape(attribution)
    if lemma in _CALLING and frame == "pp:as":
        return True
    if frame == "wh" and is_participle(article, attribution):
        return False  # *won the case, highlighting how the law had changed*
    if frame in _FRAMES or frame.startswith("frame") or lemma == "say":
        return _is_saying(attribution, lemma)
    if is_participle(article, attribution):
        return False  # *blocked a resolution condemning the raid*
    return lemma in _CHARGING or (attribution.form is Form.MIXED and _is_saying(attribution, lemma))


def is_participle(article: Article, attribution: Attribution) -> bool:
    """*saying*, *condemning*: its subject may be anything that stands before it."""
    head = attribution.cue.head
    framed = shape(attribution).startswith("frame")
    return head >= 0 and not framed and article.document.tokens[head].tag == "VBG"


def _is_saying(attribution: Attribution, lemma: str) -> bool:
    """A verb of saying, or a noun of it; not *are driving the narrative that*."""
    if attribution.form is Form.ATTRIBUTED_THOUGHT:
        return shape(attribution) != "wh"
    known = load("reporting_verbs").by_term
    row = known.get(attribution.cue.lemma) or known.get(lemma)
    if row is not None and attribution.form is Form.MIXED and shape(attribution) == "np":
        return row.category != "thought" and lemma not in _DOING
    return row is not None or shape(attribution).startswith("frame") or not lemma.isalpha()


def is_told(article: Article, attribution: Attribution) -> bool:
    """The cue says that it happened: no *may*, *to*, *can* or *never* goes before it.

    *Some would argue* does argue.
    """
    head = attribution.cue.head
    if head < 0:
        return True
    tokens = article.document.tokens
    if not tokens[head].tag.startswith("VB"):
        return shape(attribution).startswith("frame") or not tokens[head].norm.isalpha()
    first = article.document.sentences[attribution.sentence].first
    for i, token in enumerate(reversed(tokens[max(first, head - _BEFORE) : head])):
        if i == 0 and token.norm == "would" and attribution.cue.lemma in _ARGUING:
            return True
        if token.tag in ("MD", "TO") or token.norm in _PARTING | {"to"}:
            return False
        if i == 0 and token.norm in ("the", "a", "an"):
            return False  # *the alleged theft*
        if not token.tag.startswith(("VB", "RB")):
            break
    return not _may_only(article, attribution)


def _may_only(article: Article, attribution: Attribution) -> bool:
    """*voters may listen and conclude that*: the first verb after the source is a modal."""
    tokens = article.document.tokens
    if not attribution.source.spans:
        return False
    _, last = article.document.token_range(attribution.source.spans[0])
    for token in tokens[last : attribution.cue.head]:
        if token.tag == "MD":
            return True
        if token.tag.startswith(("VB", "W")) or token.norm == ",":
            return False
    return False


def happened(article: Article, attribution: Attribution) -> bool:
    """*reminded him*, *told the committee*: said to somebody in the story, and not to the press."""
    if attribution.cue.lemma not in _ADDRESSED or attribution.addressee is None:
        return False
    first, last = article.document.token_range(attribution.addressee)
    words = article.document.tokens[first:last]
    press = word_classes.words("sourcing_words", "press")
    if any({token.lemma, token.norm} & press for token in words):
        return False
    if attribution.cue.lemma == "remind":
        return True
    if any(True for _ in load("outlets").within(article.document, first, last)):
        return False
    if not any(token.text[:1].isupper() for token in words):
        return True
    # A name may be an outlet's that is not listed; a body is one that is.
    bodies = load("institutions").within(article.document, first, last)
    return any(end == last for _, end, _ in bodies)


def is_on_record(article: Article, attribution: Attribution) -> bool:
    """*have filed affidavits stating*, *asserting in court*: it stands on record."""
    if not is_participle(article, attribution):
        return False
    document, head = article.document, attribution.cue.head
    sentence = document.sentences[attribution.sentence]
    near = document.tokens[max(sentence.first, head - _RECORD) : min(head + 3, sentence.last)]
    paper = word_classes.words("sourcing_words", "paper")
    return any(token.lemma in paper or token.norm == "court" for token in near)


def on_paper(article: Article, attribution: Attribution) -> bool:
    """*said in a joint statement*, *wrote to the board in a letter*: it can be looked up."""
    words = around(article, attribution)
    if is_on_record(article, attribution):
        return True
    return any(
        token.lemma in word_classes.words("sourcing_words", "paper")
        and _IN & {before.norm for before in words[max(0, i - _BEFORE) : i]}
        for i, token in enumerate(words)
    )
