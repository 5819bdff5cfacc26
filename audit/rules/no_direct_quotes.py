"""Several sources speak, and not one word of theirs is quoted.

Why
    A paraphrase is the writer's reading of what was said. With no words of anybody's own the
    reader has nothing to hold that reading against.

Flagged
    [[Mayor Ines Calder said]] the bridge would reopen in June.
    Senator Ana Reyes warned that it was unsafe.
    The ministry said the tests were done.
    Engineer Bo Lund denied that.

Not flagged
    Mayor Ines Calder said the bridge would reopen in June.
    Senator Ana Reyes warned that it was “a trap”.
    The ministry said the tests were done.
    Engineer Bo Lund denied that.
    Plans and acts (will seek, has endorsed); a column and a transcript; a report of less than
    300 words, or with fewer than six statements.

Source
    Compiled for this product after the AP Stylebook entry "quotations in the news".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Form, QuotationUse
from audit.finding import Mark, Severity
from audit.rules._cues import is_report
from audit.rules._who import LONG, NAMED, says, source_and_cue

FAMILY = "article"
SEVERITY = Severity.WARNING

# An article with fewer statements may have had no words to quote; one in brief, in words, has
# no room for them.
_STATEMENTS = 4
_FULL, _MANY = 300, 6
_VOICED = frozenset({QuotationUse.SPEECH, QuotationUse.FRAGMENT})
_UNSAID = frozenset({Form.AGENTLESS, Form.NO_COMMENT})


def find(article: Article) -> Iterator[Mark]:
    if any(quotation.use in _VOICED for quotation in article.quotations):
        return
    said = [
        a
        for a in article.trusted
        if not a.level and says(a) and a.form not in _UNSAID and a.source.known_as.kind in NAMED
    ]
    if len(said) < _STATEMENTS or any(a.form in {Form.DIRECT, Form.MIXED} for a in said):
        return
    words = article.document.word_count
    if words >= LONG and (words < _FULL or len(said) < _MANY):
        return
    # One of them at least was told in a clause: plans and acts alone may have had no words.
    if not any(a.form is Form.INDIRECT for a in said) or not is_report(article):
        return
    span = source_and_cue(said[0])
    yield Mark(
        span,
        f"“{article.document.quote(span)}” and {len(said) - 1} statements more, "
        "all of them in the writer's words.",
        "What did they say, word for word? Quote the sentence that matters most.",
        tuple(a.id for a in said),
    )
