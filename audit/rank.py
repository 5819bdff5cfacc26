"""What to look at first: findings with their priority, their group and their fingerprint."""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from audit.document import Document
from audit.finding import Finding
from audit.report import Listed
from audit.resources import folder
from audit.tokens import STRAIGHTEN

# Evidence that names an attribution or a claim, as against a lexicon row.
_ABOUT = re.compile(r"[ac][0-9]+")
# Of rules that the data file does not name.
_USUAL = 50


def fingerprints(document: Document, findings: Sequence[Finding]) -> dict[Finding, str]:
    """What each of the findings, given in reading order, is known by from draft to draft."""
    occurrences: Counter[tuple[str, str]] = Counter()
    sentences = [document.sentence_index(finding.span.start) for finding in findings]
    words = {i: _normal(document.quote(document.sentences[i].span)) for i in set(sentences)}
    prints = {}
    for finding, sentence in zip(findings, sentences, strict=True):
        key = finding.rule, words[sentence]
        occurrences[key] += 1
        prints[finding] = _fingerprint(*key, occurrences[key])
    return prints


def listed(
    document: Document, findings: Sequence[Finding], prints: Mapping[Finding, str] | None = None
) -> tuple[Listed, ...]:
    """The findings, given and returned in reading order, with their place in the report.

    ``prints`` are their fingerprints, where they were taken before some findings were.
    """
    prints = fingerprints(document, findings) if prints is None else prints
    sentences = [document.sentence_index(finding.span.start) for finding in findings]
    order = sorted(range(len(findings)), key=lambda i: _urgency(document, findings[i], i))
    priority = {i: place for place, i in enumerate(order, start=1)}
    groups = _groups(findings, sentences)
    result = []
    for i, (finding, sentence) in enumerate(zip(findings, sentences, strict=True)):
        line, column = document.position(finding.span.start)
        result.append(
            Listed(
                finding.rule,
                finding.severity,
                finding.span,
                finding.message,
                finding.question,
                finding.evidence,
                finding.code,
                sentence,
                line,
                column,
                priority[i],
                groups[i],
                prints[finding],
            )
        )
    return tuple(result)


def _urgency(document: Document, finding: Finding, i: int) -> tuple[int, int, int]:
    """Severity, then the rule's weight, then place: what stands first is read most."""
    return finding.severity.rank, -weights().get(finding.rule, _USUAL), i


@cache
def weights() -> dict[str, int]:
    """How much each rule matters among those of its severity, from 0 to 100."""
    lines = (folder("seeds") / "priorities.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["rule"]: int(row["weight"]) for row in rows}


def _groups(findings: Sequence[Finding], sentences: Sequence[int]) -> list[str]:
    """One name for findings of one sentence that are about the same words or statement."""
    about = [{e for e in f.evidence if _ABOUT.fullmatch(e)} for f in findings]
    leader = list(range(len(findings)))

    def lead(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    by_sentence: dict[int, list[int]] = {}
    for i, sentence in enumerate(sentences):
        by_sentence.setdefault(sentence, []).append(i)
    for members in by_sentence.values():
        for i, j in _same_matter(findings, about, members):
            first, second = sorted((lead(i), lead(j)))
            leader[second] = first
    names: dict[int, str] = {}
    return [names.setdefault(lead(i), f"g{len(names) + 1}") for i in range(len(findings))]


def _same_matter(
    findings: Sequence[Finding], about: Sequence[set[str]], members: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that rest on one statement, or share words and do not rest on different ones.

    ``members`` are in reading order. Of those on one statement only neighbours are paired.
    """
    latest: dict[str, int] = {}
    for at, i in enumerate(members):
        for statement in about[i]:
            if statement in latest:
                yield latest[statement], i
            latest[statement] = i
        end = findings[i].span.end
        for k in range(at + 1, len(members)):
            j = members[k]
            if findings[j].span.start >= end:
                break
            if not (about[i] and about[j]):
                yield i, j


def _normal(sentence: str) -> str:
    """The sentence without what changes when it is reset: case, spacing, kind of quote mark."""
    return " ".join(sentence.translate(STRAIGHTEN).casefold().split())


def _fingerprint(rule: str, sentence: str, occurrence: int) -> str:
    """Source: the line hashes of SARIF's ``primaryLocationLineHash``, with our own input."""
    data = f"{rule}\n{sentence}\n{occurrence}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16]
