"""What other tools and people reach on the same work, and how each figure was come by.

The figures were taken in November 2026, on a machine of two cores with Python 3.11.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool, or people; ``how`` is how its figures were taken, or the figures in words."""

    name: str
    figures: Mapping[str, float | None] = field(default_factory=dict)
    how: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One measure on the page. ``measure`` is its name among the figures."""

    measure: str
    title: str
    how: str
    peers: tuple[Peer, ...] = ()


INTRODUCTION = """\
# Measures

Written by `python -m tests.benchmarks.page` from `reports/benchmarks.json`; do not edit. The
corpora are for measuring: what is learned is learned from their training parts, and no sentence
of theirs is in this repository. To measure attribution again, with a copy of PolNeAR:
`python tests/benchmarks/attribution.py polnear --part dev --write`; `--misses 50` lists what went
wrong.
"""

ATTRIBUTION = Section(
    "attribution",
    "Who said what",
    "On the development part of PolNeAR: 84 articles of US political news, 2015–16, in which people"
    " marked source, cue and content of every attribution. Everything is counted in words."
    " *Relation*: a content found and a content marked share half of their words, matched one to"
    " one. *Strict*: 95 in 100. *Triple*: relation, and the sources share half of theirs, or both"
    " are absent. *Source tokens*, *content tokens*: words in any source, in any content. *Cue*: a"
    " cue shares a character with one on the other side. All that is listed counts, whatever its"
    " confidence.",
    (
        Peer(
            "GenderGapTracker",
            dict(zip(("relation", "strict", "triple"), (0.491, 0.321, 0.402), strict=True))
            | {"source_tokens": 0.590, "cue": 0.535, "content_tokens": 0.681},
            "its quotation extractor as published, over the same articles; its spans scored by the"
            " same definitions.",
        ),
        Peer(
            "Citron",
            dict(zip(("relation", "strict", "triple"), (0.486, 0.327, 0.394), strict=True))
            | {"source_tokens": 0.463, "cue": 0.564, "content_tokens": 0.626},
            "its cue classifier retrained on PolNeAR’s training part, then as above.",
        ),
        Peer(
            "textacy",
            {"relation": 0.200},
            "its direct quotations, as published; it raises an error on 44 of 168 articles.",
        ),
        Peer(
            "people",
            dict(zip(("relation", "strict", "triple"), (0.803, 0.687, 0.721), strict=True))
            | {"source_tokens": 0.824, "cue": 0.825, "content_tokens": 0.918},
            "one annotator’s marks scored against another’s by the same definitions.",
        ),
    ),
)

SECTIONS = (
    Section(
        "hedges",
        "Hedged sentences",
        "CoNLL 2010, Wikipedia sentences of the training part, which was looked at while the lists"
        " were made. A sentence is called uncertain where a finding about hedging or a vague source"
        " begins in it.",
        (
            Peer("best of the shared task", how="F1 .602, on its evaluation part"),
            Peer("a list of hedge words", how="F1 .399"),
        ),
    ),
    Section(
        "claims",
        "Claims that can be checked",
        "PoliClaim, sentences of political speeches, training part. A sentence is called a claim"
        " where we list a claim in it. The weights behind this were learned from the same"
        " sentences: expect less elsewhere.",
        (
            Peer("“has a digit”", how="F1 .379"),
            Peer("people", how="experts agree on 85.5 % of the sentences"),
        ),
    ),
    Section(
        "bias",
        "Biased sentences and loaded words",
        "BABE, news sentences with the experts’ label. A sentence is called biased where a finding"
        " about language begins in it; *words* compares the words flagged with those marked.",
        (
            Peer("a list of strong subjective words", how="F1 .664, no better than chance"),
            Peer("a neural classifier", how="F1 .804"),
        ),
    ),
    Section(
        "quoted",
        "Quoted words blamed on the writer",
        "BASIL, news articles, spans of lexical bias. *Blamed on writer*: the share of those inside"
        " a quotation on which a finding about language falls; lower is better. *Found*: the same"
        " outside quotations.",
    ),
    Section(
        "sentences",
        "Sentence boundaries",
        "Boundaries inside paragraphs of GUM and EWT, development parts, and the golden rules. F1"
        " of boundaries at the right character.",
        (
            Peer("Punkt", how="F1 .951 on GUM’s news, .882 on EWT"),
            Peer("pySBD", how="F1 .904 on GUM’s news, .850 on EWT; 47 of 48 golden rules"),
        ),
    ),
    Section(
        "names",
        "People as sources, from anywhere",
        "News from Africa, Asia and Latin America with people and organisations marked. Of the"
        " sources that we call a named person, the share that holds a person marked there.",
    ),
    Section(
        "speed",
        "Speed",
        "News articles, one process, warm; two-core machine, Python 3.11.",
        (
            Peer(
                "tools for attribution",
                how="2,000–3,000 words a second at 230–350 MB; 2–3.5 s to the first answer",
            ),
            Peer("proselint", how="43,000 words a second; it only matches words"),
            Peer("write-good", how="95,000 words a second; it only matches words"),
        ),
    ),
    Section(
        "damaged",
        "Damaged files",
        "Text, Markdown, pages and Word documents: torn, nested deep, in other encodings, of 10 MB"
        " in a line, without an end, packed to burst. Each is audited in a process of its own that"
        " may take 30 seconds and 1 GB, and has to end in a report or in one line that says what is"
        " wrong. Written by `python -m tests.benchmarks.damaged`.",
    ),
)
