"""Claims of an article: what it states that a reader could check or dispute."""

from collections.abc import Iterator
from dataclasses import replace

from audit.annotate.claim_checkable import checkable
from audit.annotate.claim_clauses import Clause, clauses
from audit.annotate.claim_cover import Cover
from audit.annotate.claim_exemptions import BY_ROLE, COMMON, exemption
from audit.annotate.claim_grounds import ground_of
from audit.annotate.claim_settings import Setting
from audit.annotate.claim_voices import is_someone, speaks
from audit.annotate.claim_words import Ground
from audit.annotate.model import Article, Attribution, Claim, ClaimKind, Form
from audit.document import Document, Role, Sentence

# Subordinate clauses in which the writer asserts something of their own.
_ASSERTED = frozenset({"as", "while", "although", "though"})
# After a source’s words these may begin the writer’s own.
TAILS = frozenset({"as", "while"})
_SILENT = frozenset({Role.BYLINE, Role.BOILERPLATE})
# What points to another story in the middle of a paragraph.
_POINTERS = ("(RELATED:", "RELATED:", "(Related:", "READ MORE:", "Read more:", "(READ MORE")


def find_claims(article: Article) -> tuple[Claim, ...]:
    """Every claim in reading order; an article of no sentences has none."""
    cover, setting = Cover(article), Setting(article)
    found: list[Claim] = []
    for index, sentence in article.sentences():
        if sentence.role in _SILENT or _is_question(article.document, sentence):
            continue
        found.extend(_in_sentence(cover, setting, index, sentence))
    found.extend(_of_contents(article, found))
    found.sort(key=lambda claim: (claim.span, claim.kind))
    return tuple(replace(claim, id=f"c{i}") for i, claim in enumerate(found, start=1))


def _is_tail(document: Document, clause: Clause, attribution: Attribution) -> bool:
    """*Officials believe X as rebels continue to strike*: the last clause may be the writer's."""
    sentence = document.sentences[clause.sentence]
    return (
        clause.marker in TAILS
        and attribution.form in (Form.INDIRECT, Form.ATTRIBUTED_THOUGHT)
        and clause.sentence == attribution.sentence
        and not clause.modal
        and clause.tense == "present"
        and document.tokens[clause.first - 1].norm in TAILS
        and document.tokens[clause.first].start > max(span.end for span in attribution.cue.spans)
        and document.tokens[clause.last - 1].end >= sentence.end - 2
    )


def _is_question(document: Document, sentence: Sentence) -> bool:
    return document.prose[sentence.start : sentence.end].rstrip("\"'”’)").endswith("?")


def _in_sentence(cover: Cover, setting: Setting, index: int, sentence: Sentence) -> Iterator[Claim]:
    """The sentence's claims; what nobody disputes is one only if it could be checked."""
    document = cover.document
    opening = document.tokens[sentence.first].text
    if opening[0] in "@#" or document.prose.startswith(_POINTERS, sentence.start):
        return  # a message shown on the page, a link to another story
    found = clauses(document, index, sentence)
    claims = [
        claim
        for clause in found
        if (claim := _of_clause(cover, setting, clause, found, sentence.role)) is not None
    ]
    if any(_is_disputed(claim) or cover.by_someone(claim) for claim in claims):
        yield from claims
    elif checkable(document.tokens, sentence.first, sentence.last, found):
        if not claims and not cover.speaks_in(index):
            claims = [Claim("", index, sentence.span, ClaimKind.EVENT, exempt=COMMON)]
        yield from claims


def _is_disputed(claim: Claim) -> bool:
    """It has a ground, and one that could be checked wherever it stands."""
    return bool(claim.ground) and (claim.ground != "news" or claim.unsourced)


def _of_clause(
    cover: Cover, setting: Setting, clause: Clause, others: list[Clause], role: Role
) -> Claim | None:
    document = cover.document
    ground = ground_of(cover.terms, clause)
    inside = cover.inside(clause)
    if inside and ground and _is_tail(document, clause, inside):
        inside = None
    if clause.marker and not inside and not (ground and clause.marker in _ASSERTED):
        return None
    holder = inside or cover.holder(clause, ground)
    if holder is not None and inside is None and _holds_clause(document, holder, others):
        return None
    return _claim(cover, setting, clause, ground, role, holder)


def _holds_clause(document: Document, holder: Attribution, others: list[Clause]) -> bool:
    """What is attributed is a clause of its own, so that its frame claims nothing."""
    if holder.form in (Form.DIRECT, Form.MIXED):
        return True
    return any(
        span.covers(document.tokens[other.head].span)
        for span in holder.content.spans
        for other in others
    )


def _claim(
    cover: Cover,
    setting: Setting,
    clause: Clause,
    ground: Ground | None,
    role: Role,
    holder: Attribution | None,
) -> Claim:
    document = cover.document
    reason = None
    if holder is None:
        reason = BY_ROLE.get(role) or exemption(setting, clause, ground)
        if reason is None and ground is not None:
            reason = cover.nearby(clause, ground)
    return Claim(
        "",
        clause.sentence,
        clause.span(document),
        ground.kind if ground else ClaimKind.EVENT,
        holder.id if holder else None,
        reason,
        ground.name if ground else "",
        document.span_of(ground.first, ground.last) if ground else None,
        ground.evidence if ground else "",
    )


def _of_contents(article: Article, found: list[Claim]) -> Iterator[Claim]:
    """Contents in which no clause was found: noun phrases, fragments, headlines' tails."""
    resting = {claim.attribution for claim in found}
    for attribution in article.attributions:
        if attribution.id in resting or not attribution.content.spans or not speaks(attribution):
            continue
        if attribution.form is Form.NO_COMMENT or not is_someone(attribution):
            continue
        first = attribution.content.spans[0]
        yield Claim(
            "", article.document.sentence_index(first.start), first, ClaimKind.EVENT,
            attribution=attribution.id,
        )  # fmt: skip
