"""What holds for any text at all."""

import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import audit
from audit.annotate import annotate
from audit.document import Span
from audit.outputs import FORMATS
from audit.parse import parse
from audit.report import Report

# Pieces that news is made of, one a line, and pieces that break programs.
WORDS = """
Officials|said|that|the|talks|had|failed|according to|critics|Ana Ruiz|the Kremlin|told|reporters
on Friday|claimed|some reports|if so|it is believed|reportedly|he|they|who|12 percent|will|because
not|did not say|denied|declined to comment|Mr.|U.S.|J. K.|LONDON (Reuters) -|By Ana Ruiz|- |* |1. |#
<b>|&amp;|<!-- audit: allow vague-time because x -->|a source familiar with the matter|an article
"""
MARKS = "… -- — ? ! . , : ; “ ” ‘ ’ \" ' '' `` ( ) [ ] ️ é ß İ ﬁ سلام 中文 👩‍🚀 🇺🇦"
SPACES = (" ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", "\u2028", "\x85", "\xa0")
HIDDEN = ("\ufeff", "\u00ad", "\u200b", "\u200f", "\u0301", "\x00", "\ud800")
PIECES = st.sampled_from((*re.split(r"[|\n]", WORDS), *MARKS.split(), *SPACES, *HIDDEN))
NEWS = st.lists(PIECES, max_size=60).map(" ".join)
TIGHT = st.lists(PIECES, max_size=40).map("".join)
ANY = st.text(max_size=200)
TEXTS = NEWS | TIGHT | ANY

often = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@often
@given(TEXTS)
def test_pieces_joined_are_the_text(text: str) -> None:
    document = parse(text)

    at = 0
    rest = []
    for token in document.tokens:
        assert at <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        rest.append(document.prose[at : token.start])
        at = token.end
    rest.append(document.prose[at:])
    assert len(document.prose) == len(text)
    assert not re.search(r"\w", re.sub(r"[\u0300-\u036f\u00ad\u200b-\u200f]", "", "".join(rest)))


@often
@given(TEXTS)
def test_sentences_and_paragraphs_lie_in_order(text: str) -> None:
    document = parse(text)
    sentences = document.sentences

    for span in (*(s.span for s in sentences), *document.paragraphs):
        assert span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
    for parts in ([s.span for s in sentences], list(document.paragraphs)):
        for one, other in pairwise(parts):
            assert one.end <= other.start
    for sentence in sentences:
        assert document.paragraphs[sentence.paragraph].covers(sentence.span)
    assert [s.first for s in sentences[1:]] == [s.last for s in sentences[:-1]]


@often
@given(TEXTS)
def test_every_annotation_lies_in_the_text(text: str) -> None:
    article = annotate(parse(text))

    def check(spans: tuple[Span, ...], words: str | None = None) -> None:
        assert all(span.end <= len(text) for span in spans)
        if words is not None:
            assert bool(spans) == bool(words)
            for span in spans:
                excerpt = " ".join(article.document.prose[span.start : span.end].split())
                assert excerpt in " ".join(words.split()) or len(spans) > 1

    for a in article.attributions:
        check(a.source.spans, a.source.text)
        check(a.cue.spans, a.cue.text)
        check(a.content.spans, a.content.text)
        check(tuple(span for span in (a.venue, a.date, a.addressee) if span))
        assert 0 <= a.confidence <= 1
        assert (a.level == 0) == (a.parent is None)
        assert a.parent is None or a.parent in article.by_id
    assert len(article.by_id) == len(article.attributions)
    check(tuple(q.span for q in article.quotations))
    check(tuple(e.span for e in article.expressions))
    check(tuple(h.span for h in article.hedges))
    check(tuple(c.span for c in article.claims))
    spoken = [id_ for speaker in article.speakers for id_ in speaker.attributions]
    assert len(spoken) == len(set(spoken))
    assert set(spoken) <= set(article.by_id)


@often
@given(TEXTS)
def test_audit_never_raises_and_its_report_fits(text: str) -> None:
    report = audit.audit_text(text)
    as_json = report.to_dict()

    check_findings(report, text)
    for finding in as_json["findings"]:
        assert finding["text"] == text[finding["start"] : finding["end"]]
    for a in as_json["attributions"]:
        whole = round(sum(a["components"].values()), 1)
        assert a["score"] < whole if a["caps"] else a["score"] == whole
    for name in FORMATS:
        assert isinstance(FORMATS[name]([report]), str)


def check_findings(report: Report, text: str) -> None:
    order = [(f.span.start, f.span.end, f.rule) for f in report.findings]
    assert order == sorted(order)
    assert all(f.span.end <= len(text) for f in report.findings)
    assert sorted(f.priority for f in report.findings) == list(range(1, len(report.findings) + 1))
    prints = [f.fingerprint for f in report.findings]
    assert len(prints) == len(set(prints))
    for f in report.findings:
        assert f.message == " ".join(f.message.split())


@settings(max_examples=40, deadline=None, derandomize=True)
@given(TEXTS)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert audit.audit_text(text).to_dict() == audit.audit_text(text).to_dict()
