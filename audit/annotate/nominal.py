"""Cues that are not verbs: nouns of saying, *according to* and its kin, adverbs, layout."""

from bisect import bisect_right
from collections.abc import Iterator

from audit.annotate.candidates import (
    Candidate,
    Range,
    Scene,
    _clause_at,
    _phrase_stop,
    complements,
    noun_phrase,
    sentence_stop,
)
from audit.annotate.syntax import FINITE, NAME, NOUN, Syntax, VerbGroup
from audit.document import Sentence
from audit.lexicon import load

_SUPPORT = frozenset(
    "make have express give issue release offer voice raise hold share draw spark prompt get take "
    "reach deliver repeat renew reiterate publish file lodge send post face win reject announce "
    "receive provoke bring deny present lead show feel stand come".split()
)


def nominal(scene: Scene, index: int, syntax: Syntax) -> Iterator[Candidate]:
    """Candidates of one sentence whose cue is no verb."""
    sentence = scene.document.sentences[index]
    tokens = scene.tokens
    nouns = load("reporting_nouns").by_term
    adverbs = _adverbs()
    yield from _signature(scene, index, sentence, syntax)
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        if scene.inside[i] >= 0 and scene.is_speech(i):
            continue
        if token.tag in ("NN", "NNS") and token.lemma in nouns:
            yield from _noun(scene, index, sentence, syntax, i)
        elif token.norm == "according" and i + 1 < sentence.last and tokens[i + 1].norm == "to":
            yield from _according(scene, index, sentence, syntax, i, i + 2, "according to")
        elif token.norm == "per" and i + 1 < sentence.last and tokens[i + 1].tag in ("DT", "NNP"):
            yield from _according(scene, index, sentence, syntax, i, i + 1, "per")
        elif token.norm in adverbs:
            yield from _adverb(scene, index, sentence, syntax, i)
        elif token.norm == "in" and i + 4 < sentence.last and tokens[i + 1].norm == "the" and tokens[i + 2].norm in ("words", "opinion", "view", "eyes") and tokens[i + 3].norm == "of":
            yield from _according(scene, index, sentence, syntax, i, i + 4, f"in the {tokens[i + 2].norm} of")
        elif token.norm in ("for", "to") and i == sentence.first and tokens[i].tag in ("IN", "TO"):
            yield from _perspective(scene, index, sentence, syntax, i)
        elif token.tag in ("NN", "NNS") and token.lemma in _ANAPHORIC:
            yield from _came_from(scene, index, sentence, syntax, i)
        elif token.norm == "citing":
            yield from _citing(scene, index, sentence, syntax, i)
        elif token.norm == ":" :
            yield from _colon(scene, index, sentence, syntax, i)


_CACHE: dict[str, frozenset[str]] = {}


def _adverbs() -> frozenset[str]:
    if "adverb" not in _CACHE:
        _CACHE["adverb"] = frozenset(
            entry.term for entry in load("agentless_forms").entries if entry.category == "adverb" and " " not in entry.term
        )
    return _CACHE["adverb"]


def _noun(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int
) -> Iterator[Candidate]:
    tokens = scene.tokens
    lemma = tokens[i].lemma
    first = i
    while first > sentence.first and tokens[first - 1].tag in ("JJ", "JJR", "JJS", "CD", "RB", "VBG"):
        first -= 1
    source, head, how = None, -1, ""
    if first > sentence.first:
        before = tokens[first - 1]
        if before.tag == "PRP$":
            source, head, how = (first - 1, first), first - 1, "poss"
        elif before.tag == "POS":
            start, end, noun = syntax.chunk_before(first - 1)
            if start < end:
                source, head, how = (start, end), noun, "poss"
        elif before.tag in ("DT",):
            first -= 1
    cue: Range = (first, i + 1)
    j = i + 1
    if source is None and j < sentence.last and tokens[j].norm in ("by", "from"):
        start, end, noun = syntax.chunk(j + 1)
        if start < end:
            source, head, how = (start, end), noun, "by"
            j = end
    verb = _support(syntax, i) if source is None else None
    if source is None:
        if verb is not None and (lemma_ := tokens[verb.head].lemma):
            subject = syntax.subjects.get(verb.head)
            support = lemma_ in _SUPPORT
            if subject is not None and tokens[subject[2]].tag != "EX":
                source, head = noun_phrase(syntax, subject, verb.first), subject[2]
                how = "sup" if support else "obj"
                if support and i - verb.head <= 5:
                    cue = (verb.first, i + 1)
            elif support:
                cue, how = (verb.first, i + 1), "sup0"
        elif (i > first and first > sentence.first and tokens[first - 1].lemma == "be" and first - 2 >= sentence.first and tokens[first - 2].norm == "there") or (first - 1 >= sentence.first and tokens[first - 1].lemma == "be" and first - 2 >= sentence.first and tokens[first - 2].norm == "there"):
            cue, how = (first - 2, i + 1), "there"
    stop = sentence_stop(scene, sentence)
    is_verb = j < sentence.last and tokens[j].lemma == "be" and j + 1 < sentence.last and tokens[j + 1].norm == "that"
    if is_verb:
        if j + 1 < stop:
            yield _make(index, i, (cue[0], j + 1), lemma, "n-is", source, head, start=j + 1, stop=stop, relation=how)
        return
    given = False
    for frame, start, last, _ in complements(scene, syntax, j, lemma):
        if frame == "quote-next":
            made = _make(index, i, cue, lemma, "n-quote-next", source, head, relation=how)
            made.fixed, made.quoted = [scene.speech[scene.opens[start]][:2]], True
            yield made
            continue
        if frame in ("np", "np-to", "ing") or "+x" in frame or start >= stop:
            continue
        if frame == "bare" and how not in ("there", "sup", "sup0"):
            continue
        made = _make(index, i, (cue[0], max(last, cue[1]) if j == i + 1 else cue[1]), lemma, f"n-{frame}", source, head, start=start, stop=stop, relation=how)
        quotation = scene.opens.get(start)
        if quotation is not None and scene.speech[quotation][1] > stop:
            made.fixed, made.start = [(start, scene.speech[quotation][1])], -1
        made.quoted = quotation is not None
        given = True
        yield made
    if not given and how in ("sup", "sup0") and j == i + 1 and verb is not None:
        if how == "sup0" or tokens[verb.head].lemma in _DRAWS:
            subject = syntax.subjects.get(verb.head)
            if subject is not None:
                part = noun_phrase(syntax, subject, verb.first)
                yield _make(index, i, (i, i + 1), lemma, "n-drew", None, -1, fixed=[part], relation=how)


_DRAWS = frozenset("draw spark prompt provoke face receive win trigger".split())


def _support(syntax: Syntax, noun: int) -> VerbGroup | None:
    """The verb whose object the noun is: the nearest before it, nothing but its phrase between."""
    tokens = syntax.tokens
    place = bisect_right(syntax.groups, noun, key=lambda group: group.last)
    if not place:
        return None
    group = syntax.groups[place - 1]
    between = range(group.last, noun)
    if len(between) > 6 or group.passive:
        return None
    barred = any(tokens[k].tag in _BARRIER or tokens[k].norm in _COMMA for k in between)
    return None if barred else group


_BARRIER = NOUN | {"IN", "TO", "CC", "PRP"}
_COMMA = frozenset({",", ";", ":"})


def _make(
    index: int, head: int, cue: Range, lemma: str, frame: str, source: Range | None, source_head: int,
    *, start: int = -1, stop: int = -1, fixed: list[Range] | None = None, relation: str = "",
) -> Candidate:  # fmt: skip
    return Candidate(
        index, head, cue, lemma, "noun" if frame.startswith("n-") else "frame", frame, start, stop,
        fixed or [], source, source_head, relation=relation,
    )  # fmt: skip


def _according(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int, after: int, lemma: str
) -> Iterator[Candidate]:
    tokens = scene.tokens
    if after >= sentence.last:
        return
    head, limit = _phrase_head(syntax, after)
    if head < 0 or (lemma == "according to" and tokens[head].lemma in _MANNER):
        return
    source = (after, _phrase_stop(syntax, limit, sentence_stop(scene, sentence), commas=True))
    stop = sentence_stop(scene, sentence)
    leading = all(tokens[j].tag in ("CC", "RB", ",", "IN") for j in range(sentence.first, i))
    made = _make(index, i, (i, after), lemma, "frame-pre" if leading else "frame-post", source, head)
    if leading:
        commas = [k for k in range(limit, min(stop, after + 40)) if tokens[k].norm == ","]
        if not commas or commas[0] + 1 >= stop:
            return
        # An apposition or participle may come first: the clause begins after a later comma.
        comma = next((k for k in commas if k + 1 < stop and _begins_clause(scene, syntax, k + 1)), commas[0])
        quotation = scene.opens.get(comma + 1)
        made.source = (after, comma) if comma - after < 24 else source
        made.start, made.stop = comma + 1, stop
        if quotation is not None and scene.speech[quotation][1] > stop:
            made.fixed, made.start = [(comma + 1, scene.speech[quotation][1])], -1
    else:
        last = i
        while last > sentence.first and tokens[last - 1].norm in (",", "--", "—", "-"):
            last -= 1
        first = sentence.first if sentence.body < 0 else sentence.body
        if tokens[first].tag == "CC":
            first += 1
        quote = scene.closes.get(last - 1, -1)
        if quote >= 0:
            first = min(first, scene.speech[quote][0])
        if first >= last:
            return
        made.fixed = [(first, last)]
        made.quoted = quote >= 0
        end = source[1]
        if end + 1 < stop and tokens[end].norm == "," and last < i:
            made.start, made.stop = end + 1, stop
            made.frame = "frame-mid"
    yield made


# *According to plan* says how, not who.
_MANNER = frozenset("plan schedule script design tradition custom size type need taste".split())


def _begins_clause(scene: Scene, syntax: Syntax, i: int) -> bool:
    return i in scene.opens or (
        syntax.tokens[i].tag not in ("VBN", "VBG", "WDT", "WP") and _clause_at(syntax, i)
    )


def _phrase_head(syntax: Syntax, i: int) -> tuple[int, int]:
    """Head of the noun phrase at ``i``, and where its first chunk ends."""
    first, end, head = syntax.chunk(i)
    if first == end:
        return -1, i
    return head, end


def _adverb(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int
) -> Iterator[Candidate]:
    """*reportedly*: the whole clause, without the adverb, is what nobody says."""
    tokens = scene.tokens
    first = sentence.first if sentence.body < 0 else sentence.body
    stop = sentence_stop(scene, sentence)
    j = i
    while j > first and tokens[j - 1].norm not in (",", ";", ":", "—", "–"):
        j -= 1
    k = i + 1
    while k < stop and tokens[k].norm not in (",", ";", ":", "—", "–"):
        k += 1
    parts = [part for part in ((j, i), (i + 1, k)) if part[0] < part[1]]
    if parts:
        yield _make(index, i, (i, i + 1), tokens[i].norm, "adverb", None, -1, fixed=parts)


def _perspective(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int
) -> Iterator[Candidate]:
    """*To Marchetti, the deal was a surrender.*"""
    tokens = scene.tokens
    first, end, head = syntax.chunk(i + 1)
    stop = sentence_stop(scene, sentence)
    if first == end or tokens[head].tag not in NAME | {"NNS", "PRP"}:
        return
    if end < stop and tokens[end].norm == "," and _clause_at(syntax, end + 1):
        yield _make(index, i, (i, i + 1), tokens[i].norm, "frame-for", (first, end), head, start=end + 1, stop=stop)


# Nouns that take up what the sentence before said.
_ANAPHORIC = frozenset("figure number estimate total count toll information detail datum".split())


def _came_from(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int
) -> Iterator[Candidate]:
    """*The figure came from the governor's office*: the source of the sentence before."""
    tokens = scene.tokens
    if index == 0 or i + 3 >= sentence.last or i > sentence.first + 1:
        return
    if tokens[i + 1].lemma != "come" or tokens[i + 2].norm != "from":
        return
    first, end, head = syntax.chunk(i + 3)
    before = scene.document.sentences[index - 1]
    if first == end or before.paragraph != sentence.paragraph:
        return
    source = (first, _phrase_stop(syntax, end, syntax.last, commas=False))
    yield _make(
        index, i + 1, (i + 1, i + 3), "come from", "came-from", source, head,
        fixed=[(before.first, sentence_stop(scene, before))],
    )  # fmt: skip


def _signature(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax
) -> Iterator[Candidate]:
    """A quotation, and below it a dash and who said it: *— Ana Ruiz, mayor*."""
    tokens = scene.tokens
    i = sentence.first
    if tokens[i].norm not in ("-", "—", "–", "--") or index == 0 or i not in {
        scene.document.token_range(scene.document.paragraphs[sentence.paragraph])[0]
    }:
        return
    quote = scene.closes.get(i - 1, -1)
    first, end, head = syntax.chunk(i + 1)
    if quote < 0 or first == end or tokens[head].tag not in NAME:
        return
    made = _make(index, i, (i, i + 1), "—", "signature", (first, end), head)
    made.fixed, made.quoted = [scene.speech[quote][:2]], True
    yield made


def _citing(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int
) -> Iterator[Candidate]:
    """*Interfax, citing the ministry, put the toll at 14*: the ministry is the source too."""
    tokens = scene.tokens
    first, end, head = syntax.chunk(i + 1)
    if first == end:
        return
    last = _phrase_stop(syntax, end, syntax.last, commas=False)
    stop = sentence_stop(scene, sentence)
    if last < stop and tokens[last].norm == "," and last + 1 < stop:
        yield _make(index, i, (i, i + 1), "cite", "frame-citing", (first, last), head, start=last + 1, stop=stop)


def _colon(
    scene: Scene, index: int, sentence: Sentence, syntax: Syntax, i: int
) -> Iterator[Candidate]:
    """A name, a colon, what it says: *Calder: "We will rebuild it."*"""
    tokens = scene.tokens
    if i - sentence.first > 9:
        return
    if any(tokens[j].tag in FINITE or tokens[j].norm in (",", "/") for j in range(sentence.first, i)):
        return
    head = i - 1
    if tokens[head].tag not in NOUN or any(tokens[j].tag == ":" for j in range(sentence.first, i)):
        return
    source = (sentence.first, i)
    if i + 1 < sentence.last and i + 1 in scene.opens:
        quote = scene.opens[i + 1]
        made = _make(index, i, (i, i + 1), ":", "colon-quote", source, head)
        made.fixed, made.quoted = [(i + 1, max(scene.speech[quote][1], sentence_stop(scene, sentence)))], True
    elif i + 1 < sentence.last:
        made = _make(index, i, (i, i + 1), ":", "colon", source, head)
        made.start, made.stop = i + 1, sentence_stop(scene, sentence)
    elif sentence.last in scene.opens:
        quote = scene.opens[sentence.last]
        made = _make(index, i, (i, i + 1), ":", "colon-next", source, head)
        made.fixed, made.quoted = [scene.speech[quote][:2]], True
    else:
        return
    made.relation = tokens[head].tag
    yield made
