"""A verb of seeming stands where the ground for it should.

Why
    Seems, appears to and suggests report an impression without whose it is, or evidence
    without what it is. A reader can weigh the evidence if it is shown. In a whole article,
    what a reporter saw (she seemed tired, a video appears to show) is told with due care.

Flagged
    The deal [[appears to]] be dead.
    The data [[suggest]] a slowdown.

Not flagged
    Dark spots appear on the leaves in autumn.
    She appeared in court on Monday.
    Mora suggested a date in June.
    Ruiz said it was shut. It rained. The video appears to show two boats.

Source
    Hyland 2005, Metadiscourse; AP Stylebook, "appears".
"""

from collections.abc import Iterator

from audit.annotate.model import Article
from audit.annotate.names import roles
from audit.annotate.word_classes import words
from audit.document import Span
from audit.finding import Mark, Severity
from audit.rules._hedging import answered, hedges, shared
from audit.rules._who import heard, in_report

FAMILY = "hedging"
SEVERITY = Severity.NOTE

# What is seen on a picture seems to be so, and is described with care.
_SEEN = frozenset({"show", "depict", "capture"})
_PICTURES = frozenset(
    {"audio", "clip", "footage", "image", "photo", "photograph", "picture", "recording", "tape"}
    | {"video"}
)
# The adverb says it, and another rule says so.
_UNLIKELY = frozenset({"likely", "unlikely"})
_PERSONS = frozenset({"PRP", "NNP", "NNPS"})
# How far before the verb its modal may stand, in tokens.
_NEAR = 3
_BEFORE = frozenset({"than", "as", "what", "how", "never"})


def find(article: Article) -> Iterator[Mark]:
    report, voiced = in_report(article), heard(article)
    for hedge in hedges(article, "hedge-verb"):
        # What findings suggest is their finding, where somebody speaks for them.
        if shared(article, hedge) or (voiced and "suggest" in hedge.evidence):
            continue
        if report and (_observed(article, hedge.span) or answered(article, hedge.span)):
            continue
        yield Mark(
            hedge.span,
            f"“{article.document.quote(hedge.span)}” reports an impression and not whose it is.",
            "To whom does it seem so, and from what? Show the evidence.",
            (hedge.evidence,),
        )


def _observed(article: Article, span: Span) -> bool:
    """The reporter tells what could be seen: how somebody looked, what a picture seems to show."""
    document = article.document
    tokens, sentence = document.tokens, document.sentence_at(span.start)
    i, j = document.token_range(span)
    verb, before = tokens[i], tokens[sentence.first : i]
    if tokens[j - 1].norm not in ("to", "that") and verb.lemma in ("seem", "appear"):
        return True  # seemed tired
    if verb.lemma in ("look", "sound", "point"):
        return True  # a machine that looks like a mower; voters point to a law
    if verb.tag == "VBG" or any(token.norm in _BEFORE for token in before[-2:]):
        return True  # for appearing to doze; what appears to be a response
    if verb.norm == "seemed" and verb.tag == "VBD":
        return True  # everything seemed to fall into place
    if any(token.tag == "MD" for token in before[-_NEAR:]):
        return True  # would have seemed unthinkable
    if j < len(tokens) and (tokens[j].lemma in _SEEN or tokens[j].lemma in _UNLIKELY):
        return True
    if any(token.lemma in _PICTURES for token in before):
        return True
    near = next((token for token in reversed(before) if token.tag not in ("RB", "MD")), None)
    if near is None:
        return False
    if near.lemma in words("context_words", "wording"):
        return True  # what somebody's words seem to mean can be read there
    if near.tag not in _PERSONS and near.lemma not in roles():
        return False
    doing = [token.tag for token in tokens[j : j + 2]]
    return verb.tag == "VBD" or doing[1:] == ["VBG"]  # she appears to be changing her mind
