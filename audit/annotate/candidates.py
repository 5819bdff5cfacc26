"""Every word that may attribute something, with the frame it stands in.

A candidate is a cue with one frame: what follows it (that-clause, bare clause, quotation,
to-infinitive, object, preposition …) or what it follows (a quotation or clause with the cue
after it or inside it). Which candidates are attributions is decided later, by how often
words like these were one (``weigh``); where content ends is decided by ``ends``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from audit.annotate.model import Quotation, QuotationUse
from audit.annotate.syntax import FINITE, NAME, NOUN, PRONOUN, Chunk, Syntax, VerbGroup
from audit.document import Document, Sentence

Range = tuple[int, int]

# No content of one sentence is longer, in tokens; only unpunctuated text would have one.
LONGEST = 120
WH = frozenset("who whom what why how whether if when where which".split())
# Verbs whose first object hears it and does not make it.
HEARERS = frozenset(
    "tell ask remind inform assure warn advise notify convince persuade promise teach show "
    "caution instruct reassure brief text email message quiz press question pressure".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "tomorrow week month year morning afternoon evening night weekend january february march "
    "april may june july august september october november december then sept. oct. nov. dec. "
    "jan. feb. aug.".split()
)
_ADJUNCT = frozenset("in on at during after before from through via by to with over of for since following last next this earlier late".split())
_PREPOSITIONS = frozenset({"IN", "TO", "RP"})
_COPULA = frozenset("be seem appear feel remain become sound look".split())
# *The deal appears to be dead*: whose judgement, nobody says.
_WITH_SUBJECT = frozenset({"to", "np", "pp:as"})
_RAISING = frozenset("appear seem".split())
_STOP = frozenset({".", "?", "!", ";", ":", "…"})


@dataclass(slots=True)
class Candidate:
    """A possible attribution, before anybody has decided anything.

    Ranges are half-open in tokens of the document. ``start`` is where content begins and
    ``stop`` the furthest it may reach; ``fixed`` are parts whose ends are known (quotations,
    what stands before a cue). ``source`` is ``None`` where nobody is named.
    """

    sentence: int
    head: int
    cue: Range
    lemma: str
    kind: str
    frame: str
    start: int = -1
    stop: int = -1
    fixed: list[Range] = field(default_factory=list)
    source: Range | None = None
    source_head: int = -1
    addressee: Range | None = None
    group: VerbGroup | None = None
    quoted: bool = False
    relation: str = ""
    rivals: tuple[str, ...] = ()
    weight: float = 0.0
    sure: float = 0.0
    end: int = -1
    end_sure: float = 1.0

    @property
    def key(self) -> str:
        return f"{self.lemma} {self.frame}"


_NO_SPEECH = frozenset({QuotationUse.TITLE, QuotationUse.NICKNAME, QuotationUse.MENTION})


class Scene:
    """A document with its quotations by token, and a sentence's syntax at a time."""

    def __init__(self, document: Document, quotations: tuple[Quotation, ...]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.speech: list[tuple[int, int, Quotation]] = []
        n = len(document.tokens)
        # Index into ``speech`` of the quotation a token lies in, -1 outside.
        self.inside = [-1] * n
        self.opens: dict[int, int] = {}
        self.closes: dict[int, int] = {}
        # Where titles and nicknames end, by their first token: stepped over, not into.
        self.names: dict[int, int] = {}
        for quotation in quotations:
            first, last = document.token_range(quotation.span)
            if quotation.depth or first >= last:
                continue
            if quotation.use in _NO_SPEECH:
                self.names[first] = last
                continue
            index = len(self.speech)
            self.speech.append((first, last, quotation))
            for i in range(first, last):
                self.inside[i] = index
            self.opens[first] = index
            self.closes[last - 1] = index

    def is_speech(self, i: int) -> bool:
        """The token stands inside a quotation that is more than a fragment."""
        index = self.inside[i]
        if index < 0:
            return False
        first, last, quotation = self.speech[index]
        return quotation.use is QuotationUse.SPEECH or last - first > 10


def candidates(scene: Scene, index: int, syntax: Syntax) -> Iterator[Candidate]:
    """All candidates of one sentence, in the order of their cues."""
    sentence = scene.document.sentences[index]
    for group in syntax.groups:
        if scene.is_speech(group.head) or scene.tokens[group.head].norm == "according":
            continue
        yield from _verb(scene, index, sentence, syntax, group)


def _verb(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, group: VerbGroup
) -> Iterator[Candidate]:
    tokens = scene.tokens
    lemma = tokens[group.head].lemma
    cue_last = group.last
    kind = "verb"
    if group.last > group.head + 1:
        lemma = f"{lemma} {tokens[group.head + 1].norm}"
    if lemma in _COPULA:
        j = group.last
        while j < syntax.last and tokens[j].tag in ("RB", "RBR", "RBS"):
            j += 1
        if j < syntax.last and tokens[j].tag in ("JJ", "VBN", "JJR"):
            k = j + 1
            if k < syntax.last and tokens[k].tag in NOUN:
                return
            lemma, cue_last, kind = tokens[j].norm, k, "adj"
            group = replace(group, last=k, head=j, passive=False)
        elif lemma == "be":
            return
    source, source_head = find_source(scene, syntax, group)
    if source is None and group.first == syntax.first and tokens[group.first].tag == "VB":
        return  # *Tell us what you think*: the reader is asked, nobody says.
    relation = _setting(syntax, group, source_head)

    def make(frame: str, **more: object) -> Candidate:
        if group.passive:
            frame = "p-" + frame
        elif kind == "adj":
            frame = "j-" + frame
        candidate = Candidate(
            index, group.head, (group.first, cue_last), lemma, kind, frame,
            source=source, source_head=source_head, group=group, relation=relation,
        )  # fmt: skip
        for name, value in more.items():
            setattr(candidate, name, value)
        return candidate

    stop = sentence_stop(scene, sentence)
    for frame, start, last, addressee in complements(scene, syntax, cue_last, lemma):
        if group.passive and frame == "pp:by":
            continue
        made = make(frame, start=start, stop=min(stop, start + LONGEST), addressee=addressee)
        if frame == "quote-next":
            made.fixed, made.start = [scene.speech[scene.opens[start]][:2]], -1
            made.cue, made.quoted = (group.first, last), True
            yield made
            continue
        if made.start >= made.stop:
            continue
        if (frame == "to" and lemma in _RAISING) or (group.passive and frame in _WITH_SUBJECT):
            chunk = syntax.subjects.get(group.head)
            if chunk is not None:
                made.fixed = [noun_phrase(syntax, chunk, group.first)]
            if lemma in _RAISING:
                made.frame, made.source, made.source_head = "raise-to", None, -1
        made.cue = (group.first, last)
        quotation = scene.opens.get(start)
        made.quoted = quotation is not None
        if quotation is not None and scene.speech[quotation][1] > made.stop:
            made.fixed = [(start, scene.speech[quotation][1])]
            made.start = -1
        yield made
    if lemma in ("tell", "speak", "talk") and not group.passive:
        yield from _anonymously(scene, syntax, group, cue_last, make)
    if group.passive and lemma == "quote":
        yield from _quoted_as_saying(scene, syntax, group, make)
    yield from _postposed(scene, index, sentence, syntax, group, cue_last, make)
    if group.passive:
        yield from _passive_subject(scene, syntax, group, cue_last, make)
    if not group.passive and group.finite:
        yield from _relative_object(scene, syntax, group, cue_last, make)


def carry_on(scene: Scene, candidate: Candidate) -> None:
    """Add the quotations that follow in the same breath to a quoted candidate.

    *"Enough," she said. "I am done."*: a sentence that is nothing but a quotation goes on
    with the speaker before it; so does a paragraph that opens what the last left open.
    """
    if not candidate.quoted and "post" not in candidate.frame:
        return
    document = scene.document
    index = candidate.sentence
    if not candidate.quoted and not _ends_at_cue(scene, candidate):
        return
    paragraph = document.sentences[index].paragraph
    reached = max([last for _, last in candidate.fixed] + [candidate.end, candidate.cue[1]])
    index = max(index, document.sentence_index(document.tokens[reached - 1].start))
    while index + 1 < len(document.sentences):
        following = document.sentences[index + 1]
        quotation = scene.opens.get(following.first)
        if quotation is None:
            break
        first, last, value = scene.speech[quotation]
        if value.continues is None and following.paragraph != paragraph:
            break
        end = document.sentence_index(document.tokens[last - 1].start)
        if document.sentences[end].last > last and not _only_marks(scene, last, document.sentences[end].last):
            break
        candidate.fixed.append((first, last))
        paragraph = document.sentences[end].paragraph
        index = end


def _ends_at_cue(scene: Scene, candidate: Candidate) -> bool:
    """Nothing but the source, an adjunct and the full stop follows the cue."""
    last = scene.document.sentences[candidate.sentence].last
    reached = max(candidate.cue[1], candidate.source[1] if candidate.source else 0)
    return candidate.start < 0 and last - reached <= 8


def _only_marks(scene: Scene, first: int, last: int) -> bool:
    return not any(scene.tokens[i].norm[0].isalnum() for i in range(first, last))


def sentence_stop(scene: Scene, sentence: Sentence) -> int:
    """The token after which the sentence's words end: its closing mark is not content."""
    last = sentence.last
    tokens = scene.tokens
    while last - 1 > sentence.first and tokens[last - 1].norm in (".", "…") and not scene.is_speech(last - 1):
        last -= 1
    return last


def find_source(scene: Scene, syntax: Syntax, group: VerbGroup) -> tuple[Range | None, int]:
    """The noun phrase that does the saying, as a range and its head token."""
    if group.passive:
        return _agent(syntax, group)
    chunk = syntax.subjects.get(group.head)
    if chunk is None or scene.tokens[chunk[2]].tag == "EX":
        return None, -1
    return noun_phrase(syntax, chunk, group.first), chunk[2]


def _setting(syntax: Syntax, group: VerbGroup, subject: int) -> str:
    """What kind of clause the verb stands in, as far as the words before it tell."""
    tokens = syntax.tokens
    chunk = syntax.subjects.get(group.head)
    start = group.first
    if chunk is not None and chunk[1] == group.first:
        if tokens[chunk[2]].tag in ("WDT", "WP"):
            return "relative"
        start = chunk[0]
    if start <= syntax.first:
        return "opens"
    token = tokens[start - 1]
    if token.tag in ("IN", "WRB", "CC", "TO", "WDT", "WP"):
        return f"after {token.norm}"
    if token.norm in (",", ";", ":", "—", "–", "--", "-", "(", '"', "''"):
        return f"after {token.norm}"
    return f"after {token.tag[:2]}"


def _agent(syntax: Syntax, group: VerbGroup) -> tuple[Range | None, int]:
    tokens = syntax.tokens
    for i in range(group.last, min(group.last + 12, syntax.last)):
        if tokens[i].norm == "by":
            first, last, head = syntax.chunk(i + 1)
            if first < last and tokens[head].tag != "CD" and tokens[head].norm not in DAYS:
                return (first, last), head
        if tokens[i].norm in (",", ";", ":") or tokens[i].tag in FINITE:
            break
    return None, -1


# A relative pronoun or a clause mark begins what a source leaves out.
_CUT = frozenset({"WDT", "WP", "WP$", "WRB", ":", "-LRB-"})


def noun_phrase(syntax: Syntax, chunk: Chunk, limit: int) -> Range:
    """The whole phrase around a chunk: with title and apposition, no relative clause.

    ``limit`` is the first token of the verb after it, or 0 where the verb stands before;
    a phrase before its verb may reach the comma right before it.
    """
    tokens = syntax.tokens
    first, last, head = chunk
    if tokens[head].tag in PRONOUN or tokens[head].tag == "WDT":
        return first, last
    first = _joined(syntax, first, limit)
    while first < head and (
        tokens[first].norm in DAYS or (tokens[first].norm in ("last", "this") and tokens[first + 1].norm in DAYS)
    ):
        first += 1
    end = _phrase_stop(syntax, last, limit or syntax.last, commas=True)
    if tokens[first].norm == "one" and tokens[end - 1].tag in NAME:
        name, _, _ = syntax.chunk_before(end)
        if name > first and tokens[name - 1].norm == ",":
            first = name
    return first, end


def _joined(syntax: Syntax, first: int, limit: int) -> int:
    """The start of *Sanders and Clinton* where ``first`` is that of *Clinton*."""
    tokens = syntax.tokens
    if first - 1 > syntax.first and tokens[first - 1].norm == "and" and limit:
        start, end, _ = syntax.chunk_before(first - 1)
        opens = start == syntax.first or tokens[start - 1].tag in (",", "IN", "CC", "``", "''")
        if start < end and opens and tokens[start - 1].tag not in ("IN",):
            return start
        if start < end and start == syntax.first:
            return start
    return first


# Number words that stand for people: *said one of the advisers*.
_ONES = frozenset("one two three another some others many".split())
# After a comma, what may begin an apposition.
_APPOSITION = NOUN | {"DT", "JJ", "CD", "PRP$", "JJS"}


def _phrase_stop(syntax: Syntax, last: int, limit: int, *, commas: bool) -> int:
    """Where a phrase whose first chunk ends at ``last`` ends: before clause or adjunct."""
    tokens = syntax.tokens
    end = i = last
    while i < limit:
        token = tokens[i]
        tag = token.tag
        if (tag in _CUT and token.norm != "including") or tag in FINITE or token.norm in ("that", ";", '"'):
            break
        # *a memo seen by the Guardian* names it closer; after a comma it only adds.
        if tag in ("VBN", "VBG") and tokens[i - 1].norm == ",":
            break
        following = tokens[i + 1] if i + 1 < limit else None
        if tag == ".":
            break
        if token.norm == ",":
            if not commas or following is None or following.tag not in _APPOSITION or following.norm in DAYS:
                break
            if tag == "," and _verb_at(syntax, _chain(syntax, max(syntax.chunk(i + 1)[1], i + 1))) and limit >= syntax.last - 1:
                break
        if tag == "IN" and following is not None and (
            following.norm in DAYS or token.norm in _ADVERBIAL
        ):
            break
        if tag in ("RB", "MD", "PRP") and tag != "RB":
            break
        if tag in ("NN", "NNP") and token.norm in DAYS:
            break
        i += 1
        if tag not in (",", "CC", "IN", "RB", ":", "DT", "``", "''"):
            end = i
    return end


_ADVERBIAL = frozenset("after before during because while as if since until though although when".split())


def _list_comma(syntax: Syntax, i: int) -> bool:
    return i + 1 < syntax.last and i > syntax.first and syntax.tokens[i - 1].tag in NOUN | {"CD"} and syntax.tokens[i + 1].tag in NOUN | {"DT", "CD", "JJ", "CC"}


Complement = tuple[str, int, int, Range | None]


def complements(scene: Scene, syntax: Syntax, i: int, lemma: str) -> Iterator[Complement]:
    """What may follow a cue whose last token is ``i - 1``.

    Yields frame, first token of the content, end of the cue, addressee.
    """
    tokens, last = scene.tokens, syntax.last
    cue_last = i
    addressee: Range | None = None
    steps = 0
    suffix = ""
    while i < last and steps < 14:
        steps += 1
        token = tokens[i]
        norm, tag = token.norm, token.tag
        if i in scene.opens:
            yield "quote" + suffix, i, cue_last, addressee
            return
        if i in scene.names:
            i = scene.names[i]
            continue
        if norm in (",", ":", "—", "–", "--", "-"):
            if i + 1 < last and i + 1 in scene.opens:
                yield "quote" + suffix, i + 1, cue_last, addressee
            elif norm == ":" and i + 1 in scene.opens:
                yield "quote-next", i + 1, cue_last, addressee
            elif norm == ":" and i + 1 < last:
                yield "colon" + suffix, i + 1, cue_last, addressee
            elif norm == "," and i + 1 < last and tokens[i + 1].norm == "that":
                yield "that" + suffix, i + 1, cue_last, addressee
            elif norm == ",":
                yield from _after_interruption(scene, syntax, i, cue_last, suffix)
            return
        if norm in _STOP or tag in ("-LRB-", "-RRB-"):
            return
        if norm == "that" and (tag in ("IN", "WDT") or _clause_at(syntax, i + 1)):
            yield "that" + suffix, i, cue_last, addressee
            return
        if norm in WH and tag in ("WP", "WRB", "WDT", "IN") and not (norm == "when" or norm == "where" or norm == "which"):
            yield "wh" + suffix, i, cue_last, addressee
            return
        if norm == "to" and i + 1 < last and (
            tokens[i + 1].tag in ("VB", "RB") or tokens[i + 1].norm in _BARE_INFINITIVES
        ):
            yield "to" + suffix, i, cue_last, addressee
            return
        if tag == "VBG" and steps == 1:
            yield "ing", i, cue_last, addressee
            return
        if tag in ("IN", "TO") and norm != "whether":
            if (not suffix and cue_last == i) or steps == 1:
                yield f"pp:{norm}", i + 1, i + 1, addressee
            if norm not in _ADJUNCT:
                return
            first, end, _ = syntax.chunk(i + 1)
            if first == end:
                return
            i = _chain(syntax, end)
            suffix = suffix or "+x"
            continue
        if tag in ("RB", "RBR", "RP", "JJR"):
            i += 1
            if tag == "RP":
                cue_last = i
            continue
        if tag == "UH" or norm in ("yes", "no", "so"):
            yield "np", i, cue_last, addressee
            return
        first, end, head = syntax.chunk(i)
        if first == end:
            return
        if norm in DAYS or tokens[head].norm in DAYS or (norm in ("last", "this", "next", "earlier", "late") and tokens[head].norm in DAYS):
            i = end
            if i < last and tokens[i].tag == "CD":
                i += 1
            suffix = suffix or "+x"
            continue
        if _verb_at(syntax, _chain(syntax, end)) and not (tokens[head].tag == "PRP" and tokens[head].norm in ("him", "them", "me", "us")):
            yield "bare" + suffix, i, cue_last, addressee
            if lemma not in HEARERS:
                return
        if suffix:
            return
        object_end = _chain(syntax, end)
        after = object_end if object_end < last else last
        marker = _marker(scene, syntax, after)
        if marker == "to":
            yield "np-to", i, cue_last, None
            return
        if marker in ("that", "wh", "quote") or lemma in HEARERS:
            addressee = (i, object_end)
            yield "np", i, cue_last, None
            i = object_end
            suffix = "+a"
            continue
        yield "np", i, cue_last, None
        return


# Tagged as nouns more often than not: *declined to comment*.
_BARE_INFINITIVES = frozenset("comment answer respond elaborate speculate".split())


def _after_interruption(
    scene: Scene, syntax: Syntax, comma: int, cue_last: int, suffix: str
) -> Iterator[Complement]:
    """*said, citing the report, that …*: the clause goes on after a closing comma."""
    tokens = scene.tokens
    for i in range(comma + 2, min(comma + 16, syntax.last - 1)):
        if tokens[i].norm == "," and tokens[i + 1].norm == "that":
            yield "that" + (suffix or "+x"), i + 1, cue_last, None
            return
        if tokens[i].norm == "," and i + 1 in scene.opens:
            yield "quote" + (suffix or "+x"), i + 1, cue_last, None
            return


def _chain(syntax: Syntax, end: int) -> int:
    """Past the prepositional phrases that continue a noun phrase ending at ``end``."""
    tokens = syntax.tokens
    for _ in range(4):
        if end < syntax.last and tokens[end].tag == "IN" and tokens[end].norm in ("of", "for", "in", "at", "on", "from", "with"):
            first, last, head = syntax.chunk(end + 1)
            if first == last or tokens[head].norm in DAYS:
                break
            end = last
        elif end < syntax.last and tokens[end].tag == "POS":
            first, last, head = syntax.chunk(end + 1)
            if first == last:
                break
            end = last
        elif end + 1 < syntax.last and tokens[end].tag == "CC" and tokens[end].norm == "and":
            first, last, head = syntax.chunk(end + 1)
            if first == last or (last < syntax.last and tokens[last].tag in FINITE and False):
                break
            end = last
        else:
            break
    return end


def _marker(scene: Scene, syntax: Syntax, i: int) -> str:
    tokens = scene.tokens
    if i < syntax.last and tokens[i].norm == "," and i + 1 in scene.opens:
        return "quote"
    if i >= syntax.last:
        return ""
    if i in scene.opens:
        return "quote"
    token = tokens[i]
    if token.norm == "that" and token.tag in ("IN", "DT") and _clause_at(syntax, i + 1):
        return "that"
    if token.norm in ("whether", "if", "how", "why", "what"):
        return "wh"
    if token.tag == "TO" and i + 1 < syntax.last and tokens[i + 1].tag in ("VB", "RB"):
        return "to"
    return ""


def _clause_at(syntax: Syntax, i: int) -> bool:
    """A subject and a finite verb stand here, or an introduction before them."""
    first, end, _ = syntax.chunk(i)
    if first < end:
        return _verb_at(syntax, _chain(syntax, end))
    return i < syntax.last and syntax.tokens[i].tag in ("IN", "EX", "RB", ",")


def _verb_at(syntax: Syntax, i: int) -> bool:
    """A finite verb stands here, perhaps after an adverb."""
    tokens = syntax.tokens
    for _ in range(3):
        if i >= syntax.last:
            return False
        tag = tokens[i].tag
        if tag in FINITE:
            return True
        if tag not in ("RB", "RBR"):
            return False
        i += 1
    return False


def _postposed(scene, index, sentence, syntax, group, cue_last, make):  # type: ignore[no-untyped-def]
    """The cue stands after its content or inside it."""
    tokens = scene.tokens
    closed = group.first - 1 in scene.closes and tokens[group.head].tag == "VB"
    if group.infinitive or not (group.finite or closed or tokens[group.head].tag == "VBN"):
        return
    inverted = None
    subject_first = group.first
    before = group.first - 1
    lemma = tokens[group.head].lemma
    if (
        before >= sentence.first
        and lemma not in HEARERS
        and (tokens[before].norm == "," or before in scene.closes)
    ):
        first, end, head = syntax.chunk(cue_last)
        if first < end and (
            tokens[head].tag in NOUN or tokens[head].tag in PRONOUN or tokens[head].norm in _ONES
        ):
            inverted = (noun_phrase(syntax, (first, end, head), 0), head)
    elif group.first == sentence.first:
        first, end, head = syntax.chunk(cue_last)
        if first < end and tokens[cue_last].tag != "PRP":
            rest = complements(scene, syntax, end, "")
            for frame, start, _, _ in rest:
                if frame in ("quote", "colon"):
                    made = make("inv-" + frame, start=start, stop=sentence_stop(scene, sentence))
                    made.source, made.source_head = (first, end), head
                    made.quoted = frame == "quote"
                    yield made
                break
        return
    if inverted is None:
        subject = syntax.subjects.get(group.head)
        candidates_ = []
        if subject is not None and tokens[subject[2]].tag not in ("WDT", "WP"):
            candidates_.append(noun_phrase(syntax, subject, group.first)[0])
        first, end, head = syntax.chunk_before(group.first)
        if first < end:
            candidates_.append(first)
        for place in candidates_:
            if place > sentence.first and (
                tokens[place - 1].norm in (",", "—", "–", "--", "-") or place - 1 in scene.closes
            ):
                subject_first = place
                break
        else:
            return
        before = subject_first - 1
    content_last = before if before not in scene.closes else before + 1
    quote = scene.closes.get(before, -1)
    if quote < 0 and before > sentence.first and before - 1 in scene.closes:
        quote = scene.closes[before - 1]
        content_last = before
    first = sentence.first if sentence.body < 0 else sentence.body
    if content_last <= first and quote < 0:
        return
    frame = "post"
    alone = False
    parts: list[Range] = []
    if quote >= 0:
        start = scene.speech[quote][0]
        # After a comma or at the start a quotation stands alone; in running words it is
        # a part of the clause: *The plan is "a mess," she said.*
        whole = start + 1 < len(tokens) and tokens[start + 1].text[0].isupper()
        alone = first >= start or (tokens[start - 1].norm in (",", ":", ".", "?", "!") and whole)
        lead = start if alone else first + (tokens[first].tag == "CC")
        parts.append((min(lead, start), content_last))
        frame = "post-q"
    else:
        if tokens[first].tag == "CC" and first + 1 < content_last:
            first += 1
        parts.append((first, content_last))
    follow_from = inverted[0][1] if inverted else cue_last
    made = make(("inv" if inverted else "") + frame, fixed=parts, quoted=quote >= 0)
    if inverted:
        made.source, made.source_head = inverted
    elif subject_first < group.first and (made.source is None or made.source[0] != subject_first):
        first, end, head = syntax.chunk(subject_first)
        if first < end:
            made.source, made.source_head = (first, min(end, group.first)), head
    if lemma in HEARERS and not inverted:
        heard = syntax.chunk(cue_last)
        if heard[0] < heard[1] and tokens[heard[2]].norm not in DAYS:
            made.addressee = heard[:2]
    _continue_after(scene, sentence, syntax, follow_from, made, quote >= 0 and alone)
    yield made


def _has_clause(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.tokens[i].tag in FINITE for i in range(first, last))


def _continue_after(
    scene: Scene, sentence: Sentence, syntax: Syntax, i: int, made: Candidate, quoted: bool
) -> None:
    """Content that goes on after a cue in its middle: *The bridge, she said, is safe.*"""
    tokens = scene.tokens
    stop = sentence_stop(scene, sentence)
    limit = min(i + 14, stop)
    j = i
    while j < limit:
        if j in scene.opens:
            first, last, _ = scene.speech[scene.opens[j]]
            if quoted:
                made.fixed.append((first, last))
                made.frame += "-q"
            return
        norm = tokens[j].norm
        if norm == "," and not quoted and j == i and j + 1 < stop:
            following = tokens[j + 1]
            if following.tag in ("VBG", "CC", "WDT", "WP", "WRB") and following.norm not in ("that",):
                return
            made.start, made.stop = j + 1, stop
            made.frame += "-mid"
            return
        if norm in (";", ":") or tokens[j].tag in FINITE:
            return
        j += 1


def _anonymously(scene, syntax, group, cue_last, make):  # type: ignore[no-untyped-def]
    """*told Reuters on condition of anonymity*: a statement whose content stands elsewhere."""
    tokens = scene.tokens
    for i in range(cue_last, min(cue_last + 8, syntax.last - 3)):
        if tokens[i].norm == "condition" and tokens[i + 2].norm == "anonymity":
            made = make("anonymous")
            heard = syntax.chunk(cue_last)
            if heard[0] < heard[1]:
                made.addressee = heard[:2]
            yield made
            return


def _quoted_as_saying(scene, syntax, group, make):  # type: ignore[no-untyped-def]
    """*"…," the general was quoted as saying by state television*: the relay is a source too."""
    tokens = scene.tokens
    i = group.last
    if i + 1 >= syntax.last or tokens[i].norm != "as" or tokens[i + 1].norm != "saying":
        return
    chunk = syntax.subjects.get(group.head)
    if chunk is None:
        return
    quote = scene.closes.get(chunk[0] - 1, -1)
    quote = quote if quote >= 0 else scene.closes.get(chunk[0] - 2, -1)
    speaker = make("quoted-as")
    speaker.cue, speaker.head = (group.first, i + 2), i + 1
    speaker.source, speaker.source_head = noun_phrase(syntax, chunk, group.first), chunk[2]
    relay = make("quoted-by")
    relay.cue = (group.head, group.head + 1)
    for made in (speaker, relay):
        if quote >= 0:
            made.fixed, made.quoted = [scene.speech[quote][:2]], True
        else:
            made.start, made.stop = i + 2, syntax.last
            if made.start >= made.stop:
                return
    yield speaker
    if relay.source is not None and quote >= 0:
        yield relay


def _passive_subject(scene, syntax, group, cue_last, make):  # type: ignore[no-untyped-def]
    """*The plan was rejected (by the board)*: the subject is what was said of."""
    chunk = syntax.subjects.get(group.head)
    if chunk is not None:
        yield make("subj", fixed=[noun_phrase(syntax, chunk, group.first)])


def _relative_object(scene, syntax, group, cue_last, make):  # type: ignore[no-untyped-def]
    """*the deal that she rejected*, *The proposal, which critics say is unworkable*."""
    tokens = scene.tokens
    first, end, subject = syntax.chunk_before(group.first)
    if first == end or tokens[subject].tag in ("WDT", "WP"):
        return
    pronoun = first - 1
    if pronoun <= syntax.first:
        return
    before = pronoun - 1 if tokens[pronoun - 1].norm == "," else pronoun
    clause = cue_last < syntax.last and _verb_at(syntax, cue_last)
    if tokens[pronoun].tag in ("WDT", "WP"):
        noun = syntax.chunk_before(before)
        if clause and noun[0] < noun[1]:
            made = make("rel-clause", fixed=[noun[:2]])
            made.start, made.stop = cue_last, syntax.last
        else:
            made = make("rel-who", fixed=[(pronoun, pronoun + 1)])
    elif tokens[pronoun].tag in NOUN and tokens[subject].tag in ("PRP", "NNP"):
        noun = syntax.chunk_before(first)
        if noun[0] == noun[1]:
            return
        made = make("rel", fixed=[noun[:2]])
        if clause:
            made.frame, made.start, made.stop = "rel-clause", cue_last, syntax.last
    else:
        return
    yield made
