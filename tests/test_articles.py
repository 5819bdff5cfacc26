"""Whole articles, and what is found in them, as files that people can read and compare.

``UPDATE_GOLDEN=1 python -m pytest tests/test_articles.py`` writes the readings anew; what
changed in them is then read by a person before it is committed.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit
from audit.annotate.model import Attribution
from audit.document import Span
from audit.report import Report
from audit.resources import folder

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
SAMPLE = folder("seeds") / "articles" / "atacms.txt"


def reading(report: Report) -> str:
    """Everything found in an article, one thing a line, by sentence."""
    article = report.article
    by_sentence: dict[int, list[str]] = {}
    for a in article.attributions:
        by_sentence.setdefault(a.sentence, []).append(_attribution(a, report))
    for claim in article.claims:
        state = claim.exempt or claim.attribution or "no source"
        line = f"    claim {claim.kind} ({state}): {_short(report, claim.span)}"
        by_sentence.setdefault(claim.sentence, []).append(line)
    for f in report.findings:
        line = f"    {f.severity} {f.rule}: {_short(report, f.span)}"
        by_sentence.setdefault(f.sentence, []).append(line)
    lines = [f"score {report.scores.article} {report.scores.band}", ""]
    for i, sentence in article.sentences():
        lines += [f"{i + 1} {sentence.role}: {_short(report, sentence.span)}"]
        lines += by_sentence.get(i, [])
    lines += ["", *_speakers(report)]
    return "".join(f"{line}\n" for line in lines)


def _attribution(a: Attribution, report: Report) -> str:
    source = a.source.text or "–"
    if a.source.resolves_to:
        source += f" = {a.source.resolves_to.text}"
    content = " … ".join(_short(report, span) for span in a.content.spans)
    marks: list[str] = [a.form, a.source.kind, a.cue.stance]
    marks += [a.polarity] if a.polarity != "positive" else []
    marks += [f"in {a.parent}"] if a.parent else []
    marks += ["in doubt"] if not a.trusted else []
    words = " ".join(f"{source} | {a.cue.text} | {content}".split())
    score = report.scores.statements[a.id].total
    return f"    {a.id} {score:.0f} ({', '.join(marks)}): {words}"


def _speakers(report: Report) -> Iterator[str]:
    for s in report.article.speakers:
        found = "identified" if s.identified else "not identified"
        yield f"{s.name} ({s.kind}, {found}, {s.quoted_words} words): {', '.join(s.attributions)}"


def _short(report: Report, span: Span) -> str:
    words = report.document.quote(span)
    return words if len(words) <= 60 else f"{words[:28].rstrip()} … {words[-28:].lstrip()}"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_reading_is_the_golden_one(path: Path) -> None:
    golden = path.with_suffix(".golden")
    actual = reading(audit.audit_text(path.read_bytes().decode(), path.stem))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(actual, "utf-8")

    assert actual == golden.read_text("utf-8")


# No detector knows the sample

# Every name of the sample. People, places and weapons become invented ones of the same shape;
# outlets, governments and countries that act become others that a reader knows as such.
INVENTED = {
    "Biden": "Marlow", "Ukraine": "Tavria", "Ukrainian": "Tavrian", "Russian": "Ostrian",
    "Russia": "Ostria", "ATACMS": "HALBRD", "Kursk": "Velin", "North Korean": "South Balic",
    "Volodymyr": "Bohdan", "Zelensky": "Markovich", "Putin": "Orlov",
}  # fmt: skip
KNOWN = {
    "Moscow": "Beijing", "Washington": "Paris", "Kiev": "Seoul", "Al Jazeera": "Al Arabiya",
    "France": "Italy", "Kremlin": "Vatican", "US": "EU", "UK": "UAE",
}  # fmt: skip
OTHERS = INVENTED | KNOWN
_NAMES = re.compile(rf"\b(?:{'|'.join(sorted(OTHERS, key=len, reverse=True))})\b")


def renamed(text: str) -> str:
    return _NAMES.sub(lambda match: OTHERS[match.group()], text)


def found(text: str) -> list[tuple[int, str]]:
    # A house list of contested names is a list of names, and knows some and not others.
    findings = audit.audit_text(text).findings
    return sorted((f.sentence, f.rule) for f in findings if f.rule != "contested-name")


def test_other_names_make_no_other_findings() -> None:
    text = SAMPLE.read_text("utf-8")
    other = renamed(text)

    assert not any(name in other for name in OTHERS)
    assert found(other) == found(text)
