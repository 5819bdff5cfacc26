"""The passive hides who decided, did or judged it, and that is what matters.

Why
    *Was deployed* and *is seen as* leave out the one thing a reader would ask: by whom. The
    rule looks only at acts of force, at decisions and at judgements; in a whole article not
    at those that are only wished, feared or denied.

Flagged
    Two battalions [[have been deployed]] to the border.
    The vote [[is widely seen as]] a test of the coalition.

Not flagged
    Two battalions have been deployed by the governor.
    The road was built in 1931.
    Ruiz said it was shut. It rained. The vote should be seen as a test.

Source
    BBC News Style Guide, "active and passive"; Orwell, Politics and the English Language (1946).
"""

from collections.abc import Iterator

from audit.annotate.claim_clauses import Clause, clauses
from audit.annotate.claim_genre import is_talk
from audit.annotate.claim_voices import speaks
from audit.annotate.model import Article, Form
from audit.document import Document, Role
from audit.finding import Mark, Severity
from audit.rules._who import in_report

FAMILY = "claims"
SEVERITY = Severity.WARNING

_JUDGED = frozenset({"see", "view", "regard", "perceive", "hail", "deem", "consider"})
_FAULTS = frozenset({"mistake", "error", "blunder", "misjudgment", "misjudgement"})
_HIDDEN = frozenset({"leak", "withhold", "redact", "censor", "silence", "delete", "shred"})
_DECIDED = frozenset({"authorize", "authorise", "greenlight", "sanction", "instruct"})
_UNDONE = frozenset({"not", "n't", "to", "never"})
# Who deletes a post is whoever posted it.
_POSTS = frozenset({"tweet", "post", "account"})
_VERBS = _JUDGED | _HIDDEN | _DECIDED | {"make"}


def find(article: Article) -> Iterator[Mark]:
    document = article.document
    if is_talk(article):
        return
    report = in_report(article)
    unsourced = {
        claim.span for claim in article.claims if claim.ground == "force" and claim.unsourced
    }
    for index in sorted(_places(article)):
        sentence = document.sentences[index]
        if sentence.role is not Role.TEXT or _is_said(article, index):
            continue
        for clause in clauses(document, index, sentence):
            if not clause.passive or _has_agent(document, clause):
                continue
            if article.quoted(document.tokens[clause.head].span):
                continue
            if report and _is_asked_for(document, clause):
                continue
            if clause.span(document) not in unsourced and not _matters(document, clause):
                continue
            last = clause.after + (document.tokens[clause.head].lemma in _JUDGED)
            span = document.span_of(clause.group, min(last, clause.last))
            yield Mark(
                span,
                f"“{document.quote(span)}” does not say by whom.",
                "By whom? Name who decided, did or judged it.",
            )


def _places(article: Article) -> set[int]:
    """The sentences worth a look: those with one of the verbs, and unsourced acts of force."""
    document = article.document
    found = {
        document.sentence_index(token.start)
        for token in document.tokens
        if token.lemma in _VERBS and token.tag in ("VBN", "VBD")
    }
    found.update(claim.sentence for claim in article.claims if claim.ground == "force")
    return found


def _is_said(article: Article, index: int) -> bool:
    """Somebody says the sentence; *is seen as* alone is nobody."""
    return any(
        speaks(attribution) and attribution.form is not Form.AGENTLESS
        for attribution in article.attributions_in(index)
    )


def _has_agent(document: Document, clause: Clause) -> bool:
    return any(token.norm == "by" for token in document.tokens[clause.after : clause.last])


def _is_asked_for(document: Document, clause: Clause) -> bool:
    """*should be seen as*, *will be silenced*, *was not redacted*: wished, feared, not done."""
    tokens = document.tokens
    if any(t.tag == "MD" or t.norm in _UNDONE for t in tokens[clause.group : clause.head]):
        return True
    if tokens[clause.head].lemma == "redact" or "if" in (
        token.norm for token in tokens[clause.first : clause.head]
    ):
        return True
    return clause.subject >= 0 and tokens[clause.subject].lemma in _POSTS


def _matters(document: Document, clause: Clause) -> bool:
    """A decision that nobody announced, a judgement *as* something."""
    lemma = document.tokens[clause.head].lemma
    if lemma in _JUDGED:
        return clause.after < clause.last and document.tokens[clause.after].norm == "as"
    subject = document.tokens[clause.subject] if clause.subject >= 0 else None
    if lemma == "make" and subject is not None:
        return subject.lemma in _FAULTS
    return (lemma in _DECIDED and clause.perfect) or lemma in _HIDDEN
