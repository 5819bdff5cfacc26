"""An official's position is given in the writer's words alone: not one word is quoted.

Why
    *Condemned*, *slammed as* and *commented on* are the writer's summary of a statement. For
    someone who speaks for a state or an office the words themselves are news, and the only
    guard against a summary that says more or less than they did. Officials in general and
    officials of history made no statement that could be quoted. In a news report, which quotes
    people or names a day, what was done in words is told as done: there it takes two
    statements of one office, one of them a claim, and no office quoted at all.

Flagged
    The Kremlin [[strongly condemned the decision]].
    The senator [[slammed the bill as a giveaway]].

Not flagged
    The Kremlin condemned the decision as “reckless”.
    The senator said the vote would be on Friday.
    The minister declined to comment.

Source
    Compiled for this product after the AP Stylebook entry "quotations in the news".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from audit.annotate.claim_genre import is_column
from audit.annotate.claim_paragraphs import Paragraphs
from audit.annotate.model import (
    Article,
    Attribution,
    Form,
    Polarity,
    QuotationUse,
    Source,
    SourceKind,
)
from audit.document import Document, Span
from audit.finding import Mark, Severity
from audit.lexicon import Entry, load
from audit.rules._cues import CLAUSE, shape
from audit.rules._grave import is_news
from audit.rules._who import quoted_by_name, says

FAMILY = "attribution"
SEVERITY = Severity.ERROR

# *an adviser to the president* is not the president.
_TITLES_END = re.compile(r"\b(?:for|to|at|who|whose)\b")
# Kinds that never speak for a state or an office.
_OTHERS = frozenset(
    {SourceKind.MEDIA_OUTLET, SourceKind.DOCUMENT, SourceKind.AUTHOR}
    | {SourceKind.VAGUE_COLLECTIVE, SourceKind.VAGUE_REPORTS, SourceKind.BARE_UNNAMED}
    | {SourceKind.UNNAMED_DESCRIBED, SourceKind.UNNAMED_OFFICIAL}
)
_SILENT = frozenset({Form.DIRECT, Form.MIXED, Form.NO_COMMENT, Form.AGENTLESS})
_MARKS = re.compile('[“”"‘]')
# *called it quits*
_IDIOMS = frozenset({"quits", "shots", "attention"})
_PLEADED = frozenset(
    {"allegation", "argument", "appeal", "motion", "request", "defense", "offer", "subpoena"}
)
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
# What opens a phrase that picks nobody out: *officials*, *senior officials*.
_BARE = frozenset({"NNS", "JJ", "NN"})
# What joins a noun to the next word without a verdict.
_LINKS = frozenset({"IN", "TO", "CC", ",", ".", "POS", "HYPH", "WDT", "WP"})
# How far from *called* its object may end.
_OBJECT = 8
# What was said before the news is told for background.
_BEFORE = frozenset({"previously", "initially", "once", "earlier", "originally", "long", "first"})
_AFTER = frozenset({"after", "since", "when", "before", "while", "although", "though", "until"})
# An expression of thanks or of a wish in more words than these gives it.
_TOLD = 5
# How far before a cue the word that makes it background may stand, in tokens.
_LEAD = 8
# A sentence this near that quotes anybody gives the reader words to go by.
_NEAR = 2


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    if is_column(article):
        return
    quoted = _quoted_sentences(article)
    near = Paragraphs(article)
    for attribution in article.trusted:
        if attribution.level or attribution.form in _SILENT or not attribution.content.spans:
            continue
        row = load("official_acts").by_term.get("=" + attribution.cue.lemma)
        if row is None or attribution.polarity is not Polarity.POSITIVE:
            continue
        source = attribution.source.known_as
        if not _is_paraphrase(document, attribution) or not _is_official(document, source):
            continue
        if _is_told(article, attribution, row) or near.history(attribution.sentence):
            continue
        if _is_generic(document, source):
            continue
        here = attribution.sentence
        if not quoted.isdisjoint(range(here - _NEAR, here + _NEAR + 1)):
            continue
        speaker = article.speaker_of.get(attribution.id)
        if speaker is not None and speaker.quoted_words:
            continue
        span = _act(document, attribution)
        if _MARKS.search(document.excerpt(span)) or _is_background(document, attribution, span):
            continue
        if is_news(article) and not _is_statement(article, attribution, row):
            continue
        yield Mark(
            span,
            f"“{document.quote(span)}” paraphrases an official without a word of the statement.",
            "What were the words, when and where? Quote them.",
            (attribution.id, f"{row.term.removeprefix('=')} ({row.source})"),
        )


def _is_statement(article: Article, attribution: Attribution, row: Entry) -> bool:
    """One of two statements at least by somebody in office, where no office is quoted.

    What is done in words, such as accusing, is told in a news report as it was done.
    """
    if row.category != "claim" or attribution.form is not Form.INDIRECT:
        return False
    document, name = article.document, attribution.source.known_as.text
    others = [a for a in article.trusted if a.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT)]
    if any(
        a.form is not Form.INDIRECT and _is_official(document, a.source.known_as) for a in others
    ):
        return False
    return sum(a.source.known_as.text == name for a in others) > 1


def _is_paraphrase(document: Document, attribution: Attribution) -> bool:
    """The cue is a verb and gives a position: not *called a meeting*, *commented that*."""
    cue = document.tokens[attribution.cue.head]
    first, last = document.token_range(attribution.content.spans[0])
    content = document.tokens[first:last]
    if cue.lemma == "claim" and shape(attribution) not in CLAUSE:
        return False  # claims the islands
    if cue.lemma == "reject" and any(token.lemma in _PLEADED for token in content):
        return False  # a court's ruling
    # A tagger takes *condemned the raid* for a participle; *accused of fraud* is one.
    following = document.tokens[attribution.cue.head + 1 : attribution.cue.head + 2]
    object_ = bool(following) and following[0].tag not in ("IN", "TO")
    perfect = attribution.cue.text.lower().startswith(("has", "have", "had", "'", "’"))
    past = cue.tag == "VBN" and (object_ or perfect)
    if cue.tag not in ("VBD", "VBP", "VBZ") and not past:
        return False
    if cue.lemma == "comment":
        return content[0].norm != "that"
    if cue.lemma == "call":
        words = {token.norm for token in content[:3]}
        # *called them misleading*, *called the raid an act of war*: an object and a verdict.
        verdict = any(
            (before.tag == "PRP" and later.tag not in _LINKS)
            or (before.tag in _NOUN and later.tag not in _LINKS and later.tag not in _NOUN)
            for before, later in pairwise(content[:_OBJECT])
        )
        return verdict and content[0].norm not in ("on", "for", "upon") and not _IDIOMS & words
    return True


def _is_generic(document: Document, source: Source) -> bool:
    """*Politicians blame*, *France and other countries blame*: nobody's words could be quoted.

    *Then-Governor Ruiz* is told of for background.
    """
    if not source.spans:
        return False
    first, last = document.token_range(source.spans[0])
    tokens = document.tokens[first:last]
    former = tokens[0].norm == "then" or document.tokens[first - 1].norm in ("then", "then-")
    plural = source.head >= 0 and document.tokens[source.head].tag == "NNS"
    others = tokens[-1].tag == "NNS" and any(token.norm == "other" for token in tokens)
    bare = others or (plural and tokens[0].tag in _BARE)
    return former or bare or tokens[0].norm.startswith("then-")


def _is_official(document: Document, source: Source) -> bool:
    """The source speaks for a state or holds an office."""
    if source.kind in (SourceKind.NAMED_ROLE, SourceKind.METONYMY):
        return True
    if source.kind in _OTHERS:
        return False
    nouns = load("claim_nouns").by_term
    words = [source.text]
    if source.kind is SourceKind.NAMED_PERSON:
        words = _TITLES_END.split(source.text)[0].split()
    elif source.head >= 0:
        words += document.tokens[source.head].lemma, document.tokens[source.head].text
    rows = [nouns.get("=" + word.lower()) or nouns.get(word) for word in words]
    return any(row.category in ("executive", "office") for row in rows if row)


def _quoted_sentences(article: Article) -> set[int]:
    """Sentences in which somebody's words stand in quotation marks."""
    uses = (QuotationUse.SPEECH, QuotationUse.FRAGMENT)
    return {
        index
        for quotation in article.quotations
        if quotation.use in uses
        for index in range(
            article.document.sentence_index(quotation.span.start),
            article.document.sentence_index(quotation.span.end - 1) + 1,
        )
    }


def _act(document: Document, attribution: Attribution) -> Span:
    """From the cue to the end of what it tells, within its sentence."""
    sentence = document.sentences[attribution.sentence]
    spans = [*attribution.cue.spans, *attribution.content.spans]
    inside = [span for span in spans if sentence.start <= span.start and span.end <= sentence.end]
    start = min(span.start for span in attribution.cue.spans)
    first = document.token_range(Span(start, start + 1))[0]
    while first > sentence.first and document.tokens[first - 1].tag == "RB":
        first -= 1
    start = document.tokens[first].start
    return Span(start, max([span.end for span in inside if span.start >= start], default=start + 1))


def _is_background(document: Document, attribution: Attribution, span: Span) -> bool:
    """*had defended*, *after Kadra blamed it*: an earlier statement, told in passing.

    Also one whose words follow below: *described the problem this way:*.
    """
    if document.prose[span.end : span.end + 1] == ":":
        return True
    sentence = document.sentences[attribution.sentence]
    cue = attribution.cue.head
    if any(
        token.norm in ("had", "'d") for token in document.tokens[max(sentence.first, cue - 3) : cue]
    ):
        return True
    before = document.tokens[max(sentence.first, cue - _LEAD) : cue]
    if before and before[-1].tag in ("WP", "WDT"):
        return True  # *the president, who called it a mistake*
    words = attribution.content.text.split()
    if document.tokens[cue].lemma in ("express", "describe") and len(words) > _TOLD:
        return True  # what was meant is told
    return any(
        token.norm in _BEFORE or (token.norm in _AFTER and token.tag in ("IN", "WRB"))
        for token in before
    )


def _is_told(article: Article, attribution: Attribution, row: Entry) -> bool:
    """The sentence also tells what was said: *blamed them, arguing that nothing was new*.

    *claimed that* tells it itself; only where nobody is quoted at all are the words missed.
    """
    if row.category == "claim":
        return quoted_by_name(article)
    return any(
        other.id != attribution.id
        and other.form is Form.INDIRECT
        and other.sentence == attribution.sentence
        and says(other)
        and other.source.known_as.text in ("", attribution.source.known_as.text)
        for other in article.attributions_in(attribution.sentence)
    )
