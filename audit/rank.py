"""What to look at first: findings with their priority, their group and their fingerprint."""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
    document: Document,
    findings: Sequence[Finding],
    prints: Mapping[Finding, str] | None = None,
    *,
    argues: bool = False,
) -> tuple[Listed, ...]:
    """The findings, given and returned in reading order, with their place in the report.

    ``prints`` are their fingerprints, where they were taken before some findings were.
    ``argues``: the article is a column, so that whatever colours it is one item.
    """
    prints = fingerprints(document, findings) if prints is None else prints
    sentences = [document.sentence_index(finding.span.start) for finding in findings]
    repeats = [_repeat(document, finding, argues) for finding in findings]
    groups = _groups(findings, sentences, by_urgency(findings), repeats)
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
                i + 1,
                groups[i],
                prints[finding],
            )
        )
    return prioritised(result)


def prioritised(findings: Sequence[Listed]) -> tuple[Listed, ...]:
    """The findings, given and returned in reading order, numbered by what to look at first.

    The most urgent of each group comes first, then what is mended along with one of these.
    """
    order = by_urgency(findings)
    leaders: dict[str, int] = {}
    for i in order:
        leaders.setdefault(findings[i].group, i)
    first = [*leaders.values(), *(i for i in order if leaders[findings[i].group] != i)]
    priority = {i: place for place, i in enumerate(first, start=1)}
    return tuple(replace(finding, priority=priority[i]) for i, finding in enumerate(findings))


def by_urgency(findings: Sequence[Finding | Listed]) -> list[int]:
    """Indices by severity, then the rule's weight, then place: what stands first is read most."""
    weight = weights()
    return sorted(
        range(len(findings)),
        key=lambda i: (findings[i].severity.rank, -weight.get(findings[i].rule, _USUAL), i),
    )


@cache
def weights() -> dict[str, int]:
    """How much each rule matters among those of its severity, from 0 to 100."""
    return {row["rule"]: int(row["weight"]) for row in _rows()}


@cache
def _once(where: str) -> frozenset[str]:
    """The rules whose findings are one item: those on the same ``words``, in an ``article``, or
    in a ``column``."""
    return frozenset(row["rule"] for row in _rows() if where in row["once"].split())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    lines = (folder("seeds") / "priorities.tsv").read_text("utf-8").splitlines()
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


class _Partition:
    """Numbers from 0 put into groups, each known by its first member."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def first(self, i: int) -> int:
        while self._leader[i] != i:
            i = self._leader[i]
        return i

    def join(self, i: int, j: int) -> None:
        first, second = sorted((self.first(i), self.first(j)))
        self._leader[second] = first


def _groups(
    findings: Sequence[Finding],
    sentences: Sequence[int],
    order: Sequence[int],
    repeats: Sequence[str],
) -> list[str]:
    """One name for findings that one answer would mend.

    Those of one sentence that are about the same words or statement, and those that lead
    there and repeat each other. ``order`` is the most urgent first; ``repeats`` is the same
    for findings that say one thing again, ``""`` for the others.
    """
    about = [{e for e in f.evidence if _ABOUT.fullmatch(e)} for f in findings]
    parts = _Partition(len(findings))
    by_sentence: dict[int, list[int]] = {}
    for i, sentence in enumerate(sentences):
        by_sentence.setdefault(sentence, []).append(i)
    for members in by_sentence.values():
        for i, j in _same_matter(findings, about, members):
            parts.join(i, j)
    leading: dict[int, int] = {}
    for i in order:
        leading.setdefault(parts.first(i), i)
    earlier: dict[str, int] = {}
    for i in sorted(leading.values()):
        if repeats[i]:
            parts.join(earlier.setdefault(repeats[i], i), i)
    names: dict[int, str] = {}
    return [names.setdefault(parts.first(i), f"g{len(names) + 1}") for i in range(len(findings))]


def _repeat(document: Document, finding: Finding, argues: bool) -> str:
    """What a finding says, where saying it again is no news; ``""`` elsewhere."""
    if argues and finding.rule in _once("column"):
        return "column"
    if finding.rule in _once("article"):
        return finding.rule
    if finding.rule in _once("words"):
        return f"{finding.rule} {_normal(document.excerpt(finding.span))}"
    return ""


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
