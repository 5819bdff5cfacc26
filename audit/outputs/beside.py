"""The article on the page: its paragraphs, and the findings that stand beside each sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from operator import attrgetter

from audit.document import Document, Span
from audit.outputs.markup import escaped
from audit.outputs.segments import cut
from audit.outputs.speaking import statements
from audit.outputs.views import Beside, Block, Note, Paragraph, SentenceView
from audit.report import Listed, Report

# A quotation longer than this many characters is cut short beside the words themselves.
LONG = 48
# Evidence that is the id of a statement or claim, as against something a reader knows.
_ID = re.compile(r"[ac][0-9]+")


def notes(report: Report, prefix: str) -> tuple[Note, ...]:
    """The findings in reading order, numbered from 1."""
    resting = {claim.id: claim.attribution for claim in report.article.claims if claim.attribution}
    scores, document, findings = report.scores.claims, report.document, report.findings
    texts: list[str] = []
    about: list[str] = []
    for finding in findings:
        ids = [evidence for evidence in finding.evidence if _ID.fullmatch(evidence)]
        message = shortened(finding.message, document, finding.span)
        rests = "; ".join(_grounds(finding, ids, scores))
        texts += (finding.question, finding.rule, message, finding.code, rests)
        about.append(" ".join(dict.fromkeys([resting.get(id_, id_) for id_ in ids])))
    shown = escaped(texts)
    numbers = [str(number) for number in range(1, len(findings) + 1)]
    return tuple(
        map(
            Note,
            [f"{prefix}f{number}" for number in numbers],
            [finding.severity for finding in findings],
            numbers,
            *(shown[column::5] for column in range(5)),
            about,
            [finding.sentence for finding in findings],
            [finding.priority for finding in findings],
        )
    )


def _grounds(finding: Listed, ids: Sequence[str], scores: Mapping[str, float | None]) -> list[str]:
    """What a finding rests on, in words: rows of lists, and how the claim is scored."""
    words = [evidence for evidence in finding.evidence if evidence not in ids]
    for id_ in ids:
        score = scores.get(id_)
        if score is not None:
            words.append(f"a claim scored {score:.0f} of 100")
    return words


def shortened(message: str, document: Document, span: Span) -> str:
    """The message with a long quotation of the span cut to its first and last words."""
    if span.end - span.start <= LONG:
        return message
    quote = document.quote(span)
    if len(quote) <= LONG or quote not in message:
        return message
    inside = quote.split(" ")
    return message.replace(quote, f"{' '.join(inside[:4])[:LONG]} … {inside[-1][-LONG:]}")


def paragraphs(report: Report, found: Sequence[Note], prefix: str) -> Iterator[Paragraph]:
    """The article from end to end; what stands between sentences goes with the first."""
    document, pieces = report.document, cut(report, prefix)
    beside = _beside(report, found, prefix)
    inside: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(document.sentences):
        inside[sentence.paragraph].append(i)
    for p, paragraph in enumerate(document.paragraphs):
        there = inside[p]
        spans = [document.sentences[i].span for i in there]
        starts = [span.start for span in spans] + [paragraph.end]
        sentences = [
            SentenceView(f"{prefix}s{i + 1}", next(pieces), document.prose[span.end : following])
            for i, span, following in zip(there, spans, starts[1:], strict=True)
        ]
        yield Paragraph(
            document.prose[paragraph.start : starts[0]],
            tuple(sentences),
            tuple([beside[i] for i in there if i in beside]),
        )


def _beside(report: Report, found: Sequence[Note], prefix: str) -> dict[int, Beside]:
    """What stands beside each sentence that has anything, by its index.

    A finding is put with the first statement of its sentence that it rests on.
    """
    attributions = report.article.attributions
    homes = {a.id: a.sentence for a in attributions}
    loose: dict[int, list[Note]] = defaultdict(list)
    resting: dict[str, list[Note]] = defaultdict(list)
    for note in sorted(found, key=attrgetter("priority")):
        near = [id_ for id_ in note.statements.split() if homes.get(id_) == note.sentence]
        (resting[near[0]] if near else loose[note.sentence]).append(note)
    blocks: dict[int, list[Block]] = defaultdict(list)
    for i, notes in loose.items():
        blocks[i].append(Block((), tuple(notes)))
    for attribution, view in zip(attributions, statements(report, prefix), strict=True):
        block = Block((view,), tuple(resting[attribution.id]))
        blocks[attribution.sentence].append(block)
    return {
        i: Beside(f"{prefix}s{i + 1}", f"Sentence {i + 1}", tuple(sorted(there, key=_urgency)))
        for i, there in blocks.items()
    }


def _urgency(block: Block) -> float:
    """The priority of its first finding; what has none comes last."""
    return block.notes[0].priority if block.notes else inf
