"""Claims of an article: what it states that a reader could check or dispute."""

from collections.abc import Iterator
from dataclasses import replace

from audit.annotate.claim_clauses import Clause, clauses
from audit.annotate.claim_cover import Cover
from audit.annotate.claim_exemptions import BY_ROLE, Setting, exemption
from audit.annotate.claim_grounds import Ground, figure_of, ground_of
from audit.annotate.model import Article, Attribution, Claim, ClaimKind, Form, SourceKind
from audit.document import Document, Role, Sentence, Span

# Subordinate clauses in which the writer asserts something of their own.
_ASSERTED = frozenset({"as", "while", "although", "though"})
_SILENT = frozenset({Role.BYLINE, Role.BOILERPLATE})


def find_claims(article: Article) -> tuple[Claim, ...]:
    """Every claim in reading order; an article of no sentences has none."""
    cover, setting = Cover(article), Setting(article.document)
    found: list[Claim] = []
    for index, sentence in article.sentences():
        if sentence.role in _SILENT or _is_question(article.document, sentence):
            continue
        found.extend(_in_sentence(cover, setting, index, sentence))
    found.extend(_of_contents(article, found))
    found.sort(key=lambda claim: (claim.span, claim.kind))
    return tuple(replace(claim, id=f"c{i}") for i, claim in enumerate(found, start=1))


def _is_question(document: Document, sentence: Sentence) -> bool:
    return document.text[sentence.start : sentence.end].rstrip("\"'”’)").endswith("?")


def _in_sentence(
    cover: Cover, setting: Setting, index: int, sentence: Sentence
) -> Iterator[Claim]:
    document = cover.document
    for clause in clauses(document, index, sentence):
        ground = ground_of(document.tokens, clause)
        inside = cover.article.attributed_to(document.tokens[clause.head].span)
        if clause.marker and not inside and not (ground and clause.marker in _ASSERTED):
            continue
        holder = inside or cover.holder(clause, ground)
        if holder is not None and inside is None and _has_clause(holder, document, clause):
            continue
        yield _claim(cover, setting, clause, ground, sentence.role, holder)


def _has_clause(holder: Attribution, document: Document, clause: Clause) -> bool:
    """What is attributed is a clause of its own, so that its frame claims nothing."""
    return holder.form in (Form.INDIRECT, Form.DIRECT, Form.MIXED) and bool(holder.content.spans)


def _claim(
    cover: Cover,
    setting: Setting,
    clause: Clause,
    ground: Ground | None,
    role: Role,
    holder: Attribution | None,
) -> Claim:
    document = cover.document
    ground = ground or figure_of(document.tokens, clause)
    claim = Claim(
        "",
        clause.sentence,
        clause.span(document),
        ground.kind if ground else ClaimKind.EVENT,
        ground=ground.name if ground else "",
        focus=document.span_of(ground.first, ground.last) if ground else None,
        evidence=ground.evidence if ground else "",
    )
    if holder is not None:
        return replace(claim, attribution=holder.id)
    if role in BY_ROLE:
        return replace(claim, exempt=BY_ROLE[role])
    reason = exemption(setting, clause, ground)
    if reason is None and ground is not None:
        reason = cover.nearby(clause, ground)
    return replace(claim, exempt=reason)


def _of_contents(article: Article, found: list[Claim]) -> Iterator[Claim]:
    """Contents in which no clause was found: noun phrases, fragments, headlines' tails."""
    resting = {claim.attribution for claim in found}
    for attribution in article.trusted:
        if attribution.id in resting or not attribution.content.spans:
            continue
        if attribution.source.kind is SourceKind.AUTHOR or attribution.form is Form.NO_COMMENT:
            continue
        if any(claim.sentence == attribution.sentence and claim.ground in ("mind", "deliberation", "aim") for claim in found):
            continue
        first = attribution.content.spans[0]
        yield Claim(
            "", article.document.sentence_index(first.start), first, ClaimKind.EVENT,
            attribution=attribution.id,
        )  # fmt: skip
