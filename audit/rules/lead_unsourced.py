"""The first paragraph makes a disputable claim, and nothing in it says who says so.

Why
    The first paragraph is what most readers read. If its news is not an open event, the
    reader has to learn there where it comes from.

Flagged
    [[The ministry has authorised secret talks with the rebels]]. They began in May.

Not flagged
    The ministry has authorised secret talks with the rebels, two diplomats said on Friday.
    A bus overturned on Friday in Port Ansel.

Source
    AP Stylebook, "attribution": the source belongs in the lead unless the fact is plain.
"""

from collections.abc import Iterator

from audit.annotate.claim_voices import speaks
from audit.annotate.model import Article
from audit.document import Role, Sentence, Span
from audit.finding import Mark, Severity
from audit.rules._unsourced import in_dispute, unsourced

FAMILY = "claims"
SEVERITY = Severity.ERROR


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    opening = next((s for s in document.sentences if s.role is Role.TEXT), None)
    if opening is None:
        return
    paragraph = document.paragraphs[opening.paragraph]
    if not _is_article(article, opening) or _has_source(article, paragraph):
        return
    for claim in unsourced(article, in_dispute(article)):
        if claim.span.start >= paragraph.end:
            return
        yield Mark(
            claim.span,
            f"The first paragraph says “{document.quote(claim.span)}” and not who says so.",
            "Who announced or reported this, and when? Say so in the first paragraph.",
            (claim.id,),
        )
        return


def _is_article(article: Article, opening: Sentence) -> bool:
    """One sentence by itself has no lead."""
    after = [
        s for s in article.document.sentences if s.role is Role.TEXT and s.start > opening.start
    ]
    return bool(after)


def _has_source(article: Article, paragraph: Span) -> bool:
    return any(
        span.overlaps(paragraph)
        for attribution in article.trusted
        if speaks(attribution)
        for span in attribution.cue.spans
    )
