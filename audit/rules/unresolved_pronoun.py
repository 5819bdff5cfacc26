"""A pronoun speaks and the text does not settle who it is.

Why
    A reader who has to guess who *they* are may guess wrong, and put words into the wrong
    mouth. Where the text leaves two readings, or none, the name belongs there.

Flagged
    It is clear, [[it]] said, that demand has peaked.
    [[She]] said the bridge was safe.

Not flagged
    Osei told the panel that he had not signed. He said the letter was forged.
    “She told me to wait,” Reyes recalled.

Source
    AP Stylebook, "pronouns"; Reuters Handbook of Journalism, "attribution".
"""

from collections.abc import Iterator

from audit.annotate.model import Article, SourceKind
from audit.finding import Mark, Severity
from audit.rules._who import says

FAMILY = "sourcing"
SEVERITY = Severity.WARNING

_THIRD = frozenset({"he", "she", "they", "it"})
# *It appears*, *it means*: an *it* that stands for nobody speaks in no other verbs.
_IT_SPEAKS = frozenset(
    {
        "say", "add", "announce", "report", "warn", "claim", "argue", "state", "note", "deny",
        "confirm", "tell", "call", "accuse"
    }
)  # fmt: skip


def find(article: Article) -> Iterator[Mark]:
    for attribution in article.trusted:
        source = attribution.source
        if source.kind is not SourceKind.PRONOUN or source.resolves_to is not None:
            continue
        if source.text.lower() not in _THIRD or article.quoted(source.spans[0]):
            continue
        if not says(attribution):
            continue
        if source.text.lower() == "it" and attribution.cue.lemma not in _IT_SPEAKS:
            continue
        yield Mark(
            source.spans[0],
            f"“{source.text}” could be more than one, or nobody named so far.",
            "Who is meant? Put the name.",
            (attribution.id,),
        )
