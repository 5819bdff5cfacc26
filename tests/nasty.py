"""Reports with everything in them that breaks formats, made by hand.

A comma in the file name, markup in the text, a span over a line break, marks that overlap,
an article with no findings, a file that could not be read. Nothing here is detected, so the
golden files change only when a format does.
"""

from audit.annotate.model import (
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Content,
    Cue,
    Form,
    Source,
    SourceKind,
    Speaker,
    Stance,
)
from audit.config import Config
from audit.document import Document, Role, Sentence, Span, Token
from audit.finding import Finding, Severity
from audit.rank import listed
from audit.report import Report, Skipped, Suppressed
from audit.run import unaudited
from audit.score import Scores, StatementScore

TEXT = (
    "All <b>good</b> & “well”, <script>alert(1)</script> said 100% of critics.\r\n\r\n"
    "Then people familiar with the\nmatter said no: סוף.\n"
)
CODE = "SPJ Code of Ethics, “Identify sources clearly” (2014)."


def reports() -> list[Report]:
    """A nasty article, one without findings, one that could not be read."""
    calm = Report(Article(document("calm.txt", "Ana Ruiz said no.", [(0, 17)])), (), Scores())
    return [nasty(), calm, unaudited("gone.txt", "there is no such file; check the name", Config())]


def document(name: str, text: str, sentences: list[tuple[int, int]]) -> Document:
    """A document of one sentence a paragraph and one token a word."""
    tokens: list[Token] = []
    found = []
    for i, (start, end) in enumerate(sentences):
        first, at = len(tokens), start
        for word in text[start:end].split():
            at = text.index(word, at)
            tokens.append(Token(at, at + len(word), word, word.lower(), "NN", word.lower()))
            at += len(word)
        found.append(Sentence(Span(start, end), first, len(tokens), i, Role.TEXT, first))
    paragraphs = tuple(Span(*sentence) for sentence in sentences)
    return Document(name, text, tuple(tokens), tuple(found), paragraphs)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def nasty() -> Report:
    first = Span(0, TEXT.index("\r\n"))
    second = Span(TEXT.index("Then"), len(TEXT) - 1)
    doc = document('a,b "c" <d>.txt', TEXT, [(first.start, first.end), (second.start, second.end)])
    article = Article(
        doc,
        attributions=_attributions(),
        speakers=(
            Speaker("critics", SourceKind.VAGUE_COLLECTIVE, ("a1",), False, 1),
            Speaker("<people> familiar", SourceKind.UNNAMED_DESCRIBED, ("a2",), False, 0),
        ),
        claims=(
            Claim("c1", 0, Span(0, 30), ClaimKind.EVALUATION, "a1"),
            Claim("c2", 1, span_of("no"), ClaimKind.EVENT, None, "background"),
        ),
    )
    parts = {"identifiability": 3.0, "form": 9.0, "stance": 10.0, "hedge": 5.0}
    scores = Scores(
        {
            "a1": StatementScore(25.0, parts, ("anonymous opinion 25",)),
            "a2": StatementScore(0.0, {"identifiability": 0.0}),
        },
        {"c1": 25.0, "c2": None},
        27.4,
        "weak",
        {"M": 30.0, "B": 0.0, "R": 0.5, "L": 1.0, "T": 0.25},
    )
    suppressed = (Suppressed("vague-time", span_of("Then"), "it’s <i>obvious</i>"),)
    skipped = (
        Skipped("rule scare-quotes", "a fault of the program: ValueError", fault=True),
        Skipped("note at line 3", "there is no rule “<b>, 100%:x”", line=3),
    )
    return Report(article, listed(doc, _findings()), scores, suppressed, skipped)


def _attributions() -> tuple[Attribution, ...]:
    critics, said = span_of("critics"), span_of("said")
    people = span_of("people familiar with the\nmatter")
    said_too = Span(people.end + 1, people.end + 5)
    return (
        Attribution(
            "a1",
            0,
            Source((critics,), "critics", SourceKind.VAGUE_COLLECTIVE),
            Cue((said,), "said", "say"),
            Content((Span(0, said.start - 1),), TEXT[: said.start - 1]),
            Form.MIXED,
        ),
        Attribution(
            "a2",
            1,
            Source((people,), "people familiar with the\nmatter", SourceKind.UNNAMED_DESCRIBED),
            Cue((said_too,), "said", "say", Stance.NEUTRAL),
            Content((span_of("no: סוף"),), "no: סוף"),
            Form.INDIRECT,
            confidence=0.41,
        ),
    )


def _findings() -> list[Finding]:
    people = span_of("people familiar with the\nmatter")
    return [
        Finding(
            "opinion-as-fact",
            Severity.ERROR,
            span_of("<b>good</b> & “well”"),
            "“<b>good</b> & “well”” judges in the writer’s voice.",
            "Whose view is it?",
            ("good (compiled, 100%)", "c1"),
            CODE,
        ),
        Finding(
            "scare-quotes",
            Severity.NOTE,
            span_of("“well”, <script>"),
            "“““well”, <script>”” may be anybody’s.",
            "Whose words are they?",
            (),
            CODE,
        ),
        Finding(
            "unnamed-source",
            Severity.WARNING,
            people,
            "“people familiar with the matter” speaks here without a name.",
            "Who? Name them, or say why not.",
            ("a2",),
            CODE,
        ),
    ]
