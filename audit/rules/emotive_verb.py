"""The verb of saying carries a temper.

Why
    *Slammed*, *blasted* and *boasted* tell readers how to feel about a speaker before they
    know what was said. The words spoken show a temper better, if there was one.

Flagged
    The senator [[slammed]] the bill as a giveaway.
    Osei [[lashed out]] the panel.

Not flagged
    A truck slammed into the barrier.
    The board dismissed two directors.
    “He slammed the bill,” her aide said.

Source
    AP Stylebook, "said"; Reuters Handbook of Journalism, "Loaded words".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, Stance
from audit.finding import Mark, Severity
from audit.rules._cues import evidence, is_verb, with_stance, word

FAMILY = "verbs"
SEVERITY = Severity.WARNING


def find(article: Article) -> Iterator[Mark]:
    for attribution in with_stance(article, Stance.EMOTIVE):
        if not is_verb(article, attribution):
            continue
        span = word(article, attribution)
        yield Mark(
            span,
            f"“{article.document.quote(span)}” gives the statement a temper of its own.",
            "What was said, in which words? A neutral verb with a quotation shows it.",
            evidence(attribution),
        )
