"""A pronoun speaks and the text does not settle who it is.

Why
    A reader who has to guess who *they* are may guess wrong, and put words into the wrong
    mouth. Where the text leaves two readings, or none, the name belongs there.

Flagged
    It is clear, [[it]] said, that demand has peaked.
    [[She]] said the bridge was safe.

Not flagged
    Osei told the panel that he had not signed. He said the letter was forged.
    “She told me to wait,” Reyes recalled.
    In an article: a pronoun with somebody named before it, unless two were named in one
    breath (Petrov and Haddad met. He said …); one in its first lines with nobody named yet,
    where the text was cut.

Source
    AP Stylebook, "pronouns".
"""

from collections.abc import Iterator

from audit.annotate.claim_genre import is_talk
from audit.annotate.model import STATEMENTS, Article, Attribution, Form, Polarity, SourceKind
from audit.annotate.names import roles
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._cues import is_excerpt
from audit.rules._language import posted
from audit.rules._who import says

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_THIRD = frozenset({"he", "she", "they", "it"})
# *It appears*, *it means*: an *it* that stands for nobody speaks in no other verbs.
_IT_SPEAKS = frozenset(
    {
        "say", "add", "announce", "report", "warn", "claim", "argue", "state", "note", "deny",
        "confirm", "tell", "call", "accuse"
    }
)  # fmt: skip


_MAYBE_NOBODY = frozenset({"it", "they"})
# What a pronoun of an article may stand for.
_MEANT = frozenset({"NNP", "NNPS", "NNS"})
# A speaker is still in a reader's ear this many sentences later.
_HEARD = 3


# In sentences.
_OPENING = 4


def find(article: Article) -> Iterator[Mark]:
    for attribution in article.trusted:
        source = attribution.source
        if source.kind is not SourceKind.PRONOUN:
            continue
        if source.resolves_to is not None and not _is_either(article, attribution):
            continue
        if source.text.lower() not in _THIRD or article.quoted(source.spans[0]):
            continue
        if not says(attribution):
            continue
        if source.text.lower() in _MAYBE_NOBODY and attribution.cue.lemma not in _IT_SPEAKS:
            continue
        if attribution.form not in STATEMENTS or attribution.polarity is not Polarity.POSITIVE:
            continue
        if source.text.lower() == "it" and not _speaks_at_once(article, attribution):
            continue
        if is_excerpt(article) and _goes_on(article, attribution):
            continue
        # What opens a long text with a pronoun is cut out of a longer one.
        cut = attribution.sentence < _OPENING and _names_nobody_before(article, source.spans[0])
        if not is_excerpt(article) and (cut or not _is_lost(article, attribution)):
            continue
        yield Mark(
            source.spans[0],
            f"“{source.text}” could be more than one, or nobody named so far.",
            "Who is meant? Put the name.",
            (attribution.id,),
        )


def _names_nobody_before(article: Article, span: Span) -> bool:
    first, _ = article.document.token_range(span)
    return not any(token.tag == "NNP" for token in article.document.tokens[:first])


def _is_lost(article: Article, attribution: Attribution) -> bool:
    """In an article, nobody named so far can be meant, or two named in one breath can.

    Where the text has names, its readers find the one.
    """
    if is_talk(article) or posted(article, attribution.source.spans[0]):
        return False
    document = article.document
    start = document.token_range(attribution.source.spans[0])[0]
    before = (token for token in document.tokens[:start] if not article.quoted(token.span))
    if _is_either(article, attribution):
        return True
    return not any(token.tag in _MEANT or token.lemma in roles() for token in before)


def _is_either(article: Article, attribution: Attribution) -> bool:
    """*He* opens the sentence behind *Petrov and Haddad met*: which of the two?"""
    document, here = article.document, attribution.sentence
    start = document.token_range(attribution.source.spans[0])[0]
    single = attribution.source.text.lower() in {"he", "she"}
    opens = start == document.sentences[here].body
    return single and opens and here > 0 and _joint_subject(article, here - 1)


def _joint_subject(article: Article, sentence: int) -> bool:
    """Two names with *and* between them open the sentence, and no more of it is names."""
    tokens = article.document.words(article.document.sentences[sentence])
    opening = []
    for token in tokens:
        if not token.tag.startswith("NNP") and token.norm != "and":
            break
        opening.append(token.norm)
    return "and" in opening[1:-1] and len(opening) < len(tokens)


def _speaks_at_once(article: Article, attribution: Attribution) -> bool:
    """*it said*, *it has warned*: not *it would be hard to argue*."""
    tokens = article.document.tokens
    first, last = attribution.source.head + 1, attribution.cue.head
    return all(t.lemma in ("have", "also") or t.tag == "RB" for t in tokens[first:last])


def _goes_on(article: Article, attribution: Attribution) -> bool:
    """One person has been speaking right before, and nobody else: a reader hears them on."""
    near = range(attribution.sentence - _HEARD, attribution.sentence)
    if attribution.source.text.lower() not in {"he", "she"}:
        return any(_pair(article, sentence) for sentence in near if sentence >= 0)
    people = {
        other.source.known_as.text
        for sentence in near
        if sentence >= 0
        for other in article.attributions_in(sentence)
        if other.trusted and other.source.known_as.kind is SourceKind.NAMED_PERSON
    }
    return len(people) == 1 or _is_plain(article, attribution)


def _is_plain(article: Article, attribution: Attribution) -> bool:
    """A name opens the sentence, or only one person speaks in all that stands before."""
    document = article.document
    sentence = document.sentences[attribution.sentence]
    first, _ = document.token_range(attribution.source.spans[0])
    if any(token.tag == "NNP" for token in document.tokens[sentence.first : first]):
        return True
    if attribution.form is Form.DIRECT:
        return True  # behind a quotation, its speaker goes on
    before = {
        other.source.known_as.text
        for other in article.trusted
        if other.cue.head < attribution.cue.head
        and other.source.known_as.kind is SourceKind.NAMED_PERSON
    }
    return len(before) == 1


def _pair(article: Article, sentence: int) -> bool:
    """Two people are named together: *Milley and Esper*."""
    words = article.document.words(article.document.sentences[sentence])
    return any(
        one.tag == other.tag == "NNP" and link.norm == "and"
        for one, link, other in zip(words, words[1:], words[2:], strict=False)
    )
