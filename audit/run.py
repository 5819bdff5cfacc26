"""Documents in, reports out: annotate, run the rules, score, rank, sort once."""

import os
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit import english, rank, suppress
from audit.annotate.model import Article
from audit.collector import paused
from audit.config import Config, config_for
from audit.document import Document
from audit.finding import Finding
from audit.read import Unreadable, read_file, shown
from audit.report import ARTICLE, Report, Skipped, Suppressed
from audit.rules import Rule, load_rules
from audit.score import score_article

# Set to 1 where a rule that raises should stop the run: in tests.
STRICT = "AUDIT_STRICT"


def audit_path(path: str) -> Report:
    """Audit one file as its newsroom configured it; what goes wrong is in ``skipped``.

    Raises ``audit.config.BadConfig`` and nothing else.
    """
    config = config_for(path)
    try:
        return run(read_file(path), config)
    except Unreadable as error:
        return unaudited(error.name, error.reason, config)
    except Exception as error:
        if os.environ.get(STRICT) == "1":
            raise
        return unaudited(shown(path), _fault(error), config, fault=True)


def unaudited(name: str, reason: str, config: Config, fault: bool = False) -> Report:
    """The report on an article that could not be audited at all."""
    article = Article(Document(name, "", (), (), ()))
    skipped = (Skipped(ARTICLE, reason, fault),)
    return Report(article, (), score_article(article, ()), (), skipped, config)


def run(document: Document, config: Config | None = None) -> Report:
    """Audit a document with every rule there is."""
    return audit(document, load_rules(), config or Config())


@paused()
def audit(document: Document, rules: Iterable[Rule], config: Config) -> Report:
    """Run the rules over a document. Findings come back sorted by place, then by rule.

    Every rule runs and the score counts what it finds; only then does the configuration
    take findings out, so that no house can better its score by looking away.
    """
    rules = tuple(rules)
    unread = english.why_not(document)
    if unread:
        article = Article(document)
        skipped = (Skipped(ARTICLE, _swallowed(document) or unread),)
        return Report(article, (), score_article(article, ()), skipped=skipped)
    return _audited(document, rules, config)


def _audited(document: Document, rules: Sequence[Rule], config: Config) -> Report:
    """The report on a document that is English."""
    from audit.annotate import annotate
    from audit.annotate.claim_genre import is_column

    usual = annotate(document, config.sources)
    article = replace(usual, lexicons=config.lexicons) if config.lexicons else usual
    rules = (*rules, *config.rules)
    found, failed = _find(article, rules, config)
    scores = score_article(usual, tuple(_scored(found, usual, rules, config)))
    wanted = [finding for finding in found if finding.rule not in config.off]
    asked = suppress.read(document, {rule.id for rule in rules})
    kept, taken, idle = suppress.apply(document, wanted, asked.allowances)
    left_out = [*failed, *_notes(document, asked.mistakes, idle)]
    prints = rank.fingerprints(document, wanted)
    suppressed = tuple(
        Suppressed(f.rule, f.span, allowance.reason, message=f.message, fingerprint=prints[f])
        for f, allowance in taken
    )
    findings = rank.listed(document, kept, prints, argues=is_column(article))
    return Report(article, findings, scores, suppressed, tuple(left_out), config)


def _swallowed(document: Document) -> str | None:
    """That a note has no end, where one hides the whole article from readers and from us."""
    for note in document.notes:
        if not note.closed and not document.sentences:
            line, _ = document.file_position(note.origin)
            return f"nothing is left of it but a note at line {line} that is not closed with -->"
    return None


def _notes(
    document: Document,
    mistakes: Iterable[suppress.Mistake],
    idle: Iterable[suppress.Allowance],
) -> list[Skipped]:
    """What is to be said of notes that allow nothing, by line."""
    said = [("note", mistake.note, mistake.reason) for mistake in mistakes]
    said += [("allowance", allowance.note, allowance.idle_because) for allowance in idle]
    places = [document.file_position(note.origin)[0] for _, note, _ in said]
    return [
        Skipped(f"{what} at line {line}", reason, line=line)
        for line, (what, _, reason) in sorted(zip(places, said, strict=True), key=lambda s: s[0])
    ]


def _scored(
    found: Sequence[Finding], usual: Article, rules: Sequence[Rule], config: Config
) -> Sequence[Finding]:
    """The findings as they are without the house's words, which no score may rest on."""
    reworded = [rule for rule in rules if rule.id in config.reworded]
    if not reworded:
        return found
    return [
        *(f for f in found if f.rule not in config.reworded),
        *_find(usual, reworded, config)[0],
    ]


def _find(
    article: Article, rules: Iterable[Rule], config: Config
) -> tuple[Sequence[Finding], list[Skipped]]:
    """What the rules find, each once and in order, and the rules that failed."""
    found: set[Finding] = set()
    failed: list[Skipped] = []
    for rule in rules:
        severity = config.severities.get(rule.id, rule.severity)
        try:
            for mark in rule.find(article):
                found.add(
                    Finding(
                        rule.id,
                        severity,
                        mark.span,
                        mark.message,
                        mark.question,
                        mark.evidence,
                        rule.code,
                    )
                )
        except Exception as error:
            # One faulty rule must not cost the reader the others; the report says so.
            if os.environ.get(STRICT) == "1":
                raise
            failed.append(Skipped(f"rule {rule.id}", _fault(error), fault=True))
    return sorted(found, key=lambda f: (f.sort_key, f.message, f.evidence)), failed


def _fault(error: Exception) -> str:
    """What went wrong in the program, and where, on one line."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {where.name}: {error}"
    return f"a fault of the program: {' '.join(what.split())}"
