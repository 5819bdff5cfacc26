"""A report as plain lists and dictionaries, in the order the schema gives them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import audit
from audit.annotate.model import Attribution, Claim, Source, Speaker
from audit.collector import paused
from audit.document import Document, Span
from audit.score import Scores

if TYPE_CHECKING:
    from audit.report import Listed, Report

SCHEMA = "source-audit/report/1"
TOOL = "source-audit"


@paused()
def to_dict(report: Report) -> dict[str, Any]:
    """Everything a report says. Sentences and paragraphs are counted from 1."""
    article, document, scores = report.article, report.document, report.scores
    return {
        "schema": SCHEMA,
        "tool": {"name": TOOL, "version": audit.__version__},
        "document": _document(document),
        "sentences": [
            {
                "id": i,
                "start": sentence.start,
                "end": sentence.end,
                "paragraph": sentence.paragraph + 1,
            }
            for i, sentence in enumerate(document.sentences, start=1)
        ],
        "attributions": [_attribution(a, document, scores) for a in article.attributions],
        "claims": [_claim(claim, scores) for claim in article.claims],
        "sources": [_speaker(speaker) for speaker in article.speakers],
        "findings": [_finding(finding, document) for finding in report.findings],
        "suppressed": [
            {"rule": s.rule, "start": s.span.start, "end": s.span.end, "reason": s.reason}
            for s in report.suppressed
        ],
        "scores": {
            "article": scores.article,
            "band": scores.band,
            "profile": dict(scores.profile),
        },
        "readability": report.readability,
        "skipped": [{"what": s.what, "reason": s.reason} for s in report.skipped],
    }


def words(document: Document) -> int:
    """How many tokens hold a letter or a digit."""
    return sum(any(map(str.isalnum, token.text)) for token in document.tokens)


def _document(document: Document) -> dict[str, Any]:
    # A lone surrogate is not text that UTF-8 can hold, and still no reason to fail.
    data = document.text.encode("utf-8", "surrogatepass")
    return {
        "name": document.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "characters": len(document.text),
        "words": words(document),
        "sentences": len(document.sentences),
        "paragraphs": len(document.paragraphs),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _source(source: Source) -> dict[str, Any]:
    other = source.resolves_to
    return {
        "spans": _pairs(source.spans),
        "text": source.text,
        "kind": source.kind.value,
        "resolves_to": other
        and {"spans": _pairs(other.spans), "text": other.text, "kind": other.kind.value},
    }


def _attribution(attribution: Attribution, document: Document, scores: Scores) -> dict[str, Any]:
    cue, score = attribution.cue, scores.statements[attribution.id]

    def excerpt(span: Span | None) -> str | None:
        return document.quote(span) if span else None

    return {
        "id": attribution.id,
        "sentence": attribution.sentence + 1,
        "source": _source(attribution.source),
        "cue": {
            "spans": _pairs(cue.spans),
            "text": cue.text,
            "lemma": cue.lemma,
            "stance": cue.stance.value,
        },
        "content": {
            "spans": _pairs(attribution.content.spans),
            "text": attribution.content.text,
        },
        "form": attribution.form.value,
        "polarity": attribution.polarity.value,
        "level": attribution.level,
        "parent": attribution.parent,
        "confidence": round(attribution.confidence, 3),
        "venue": excerpt(attribution.venue),
        "date": excerpt(attribution.date),
        "addressee": excerpt(attribution.addressee),
        "score": score.total,
        "components": dict(score.components),
        "caps": list(score.caps),
    }


def _claim(claim: Claim, scores: Scores) -> dict[str, Any]:
    return {
        "id": claim.id,
        "sentence": claim.sentence + 1,
        "start": claim.span.start,
        "end": claim.span.end,
        "kind": claim.kind.value,
        "attribution": claim.attribution,
        "needs_source": claim.needs_source,
        "exempt": claim.exempt,
        "score": scores.claims.get(claim.id),
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "attributions": list(speaker.attributions),
        "identified": speaker.identified,
        "quoted_words": speaker.quoted_words,
    }


def _finding(finding: Listed, document: Document) -> dict[str, Any]:
    run = document.run(finding.span.start)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": finding.line,
        "column": finding.column,
        "sentence": finding.sentence + 1,
        "text": document.excerpt(finding.span),
        "message": finding.message,
        "question": finding.question,
        "evidence": list(finding.evidence),
        "code": finding.code,
        "fingerprint": finding.fingerprint,
        "priority": finding.priority,
        "group": finding.group,
        **({} if run is None else {"run": run}),
    }
