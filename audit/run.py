"""Documents in, reports out: annotate, run the rules, score, rank, sort once."""

import os
import traceback
from collections.abc import Iterable, Sequence

from audit import english, rank, suppress
from audit.annotate.model import Article
from audit.config import Config
from audit.document import Document
from audit.finding import Finding
from audit.report import ARTICLE, Report, Skipped, Suppressed
from audit.rules import Rule, load_rules
from audit.score import score_article

# Set to 1 where a rule that raises should stop the run: in tests.
STRICT = "AUDIT_STRICT"


def run(document: Document, config: Config | None = None) -> Report:
    """Audit a document with every rule there is."""
    return audit(document, load_rules(), config or Config())


def audit(document: Document, rules: Iterable[Rule], config: Config) -> Report:
    """Run the rules over a document. Findings come back sorted by place, then by rule.

    Every rule runs and the score counts what it finds; only then does the configuration
    take findings out, so that no house can better its score by looking away.
    """
    unread = english.why_not(document)
    if unread:
        article = Article(document)
        return Report(article, (), score_article(article, ()), skipped=(Skipped(ARTICLE, unread),))

    from audit.annotate import annotate

    article = annotate(document)
    found, skipped = _find(article, rules, config)
    scores = score_article(article, tuple(found))
    wanted = [finding for finding in found if finding.rule not in config.off]
    kept, taken, idle = suppress.apply(wanted, suppress.read(document))
    skipped += [
        Skipped(f"allowance at line {document.position(a.span.start)[0]}", a.idle_because)
        for a in idle
    ]
    suppressed = tuple(Suppressed(f.rule, f.span, allowance.reason) for f, allowance in taken)
    return Report(article, rank.listed(document, kept), scores, suppressed, tuple(skipped))


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
            where = traceback.extract_tb(error.__traceback__)[-1]
            reason = f"a fault of the program: {type(error).__name__} in {where.name}: {error}"
            failed.append(Skipped(f"rule {rule.id}", " ".join(reason.split())))
    return sorted(found, key=lambda f: (f.sort_key, f.message)), failed
