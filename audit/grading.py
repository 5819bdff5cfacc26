"""How well one statement is attributed: six components, each a row of the score's tables."""

from dataclasses import dataclass, field

from audit.annotate import names as proper
from audit.annotate.descriptions import signs
from audit.annotate.model import (
    Article,
    Attribution,
    Form,
    Polarity,
    Source,
    SourceKind,
    Stance,
)
from audit.annotate.sources import base_phrase
from audit.annotate.verifiable import document_is_identified, verified
from audit.document import Token
from audit.lexicon import load
from audit.weights import table

ANONYMOUS = frozenset(
    {
        SourceKind.UNNAMED_OFFICIAL,
        SourceKind.UNNAMED_DESCRIBED,
        SourceKind.BARE_UNNAMED,
        SourceKind.VAGUE_COLLECTIVE,
    }
)
_DOUBTS = frozenset({"modal-hedge", "hedge-verb", "hedge-adverb", "weasel-phrase"})
_EVIDENTIAL = frozenset({"conditional-hedge", "evidential-adverb"})
# Who stands below whom where several role nouns describe one person.
_STANDS = ("witness", "expert", "office", "official", "kin", "person")


# Quoted words shorter than this many characters are a fragment and no quotation.
_FRAGMENT = 16


@dataclass(frozen=True, slots=True)
class StatementScore:
    """``total`` is the sum of ``components``, clipped by each of ``caps`` that bit."""

    total: float
    components: dict[str, float] = field(default_factory=dict)
    caps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Grades:
    """The row each component takes in its table."""

    identifiability: str
    proximity: str
    caps: tuple[str, ...] = ()


def grade(article: Article, attribution: Attribution, opinion: bool) -> StatementScore:
    """Score one statement on its own; ``opinion``: an anonymous source passes judgement."""
    grades = _agentless(attribution) or _standing(article, attribution)
    known = table("identifiability")[grades.identifiability]
    form = table("form")[_form(article, attribution)]
    if known < table("identifiability")["person_with_role"] / 2:
        form *= 0.5 + known / table("identifiability")["person_with_role"]
    marks = verified(article, attribution, grades.identifiability)
    components = {
        "identifiability": known,
        "verifiability": sum(table("verifiability")[mark] for mark in marks),
        "proximity": table("proximity")[grades.proximity],
        "form": form,
        "stance": table("stance")[_stance(attribution)],
        "hedge": table("hedge")[_hedge(article, attribution)],
    }
    if attribution.anonymity_reason and attribution.source.known_as.kind in ANONYMOUS:
        components["anonymity_reason"] = table("bonus")["anonymity_reason"]
    caps = list(grades.caps)
    if opinion:
        caps.append("anonymous opinion")
    if grades.identifiability == "outlet" and not set(marks) & {"link", "date", "artefact"}:
        caps.append("relay without reference")
    return clipped(components, {cap: table("cap")[cap] for cap in caps})


def _form(article: Article, attribution: Attribution) -> str:
    """The form's row: what stands in quotation marks from end to end is direct."""
    spans = attribution.content.spans
    whole = bool(spans) and all(article.quoted(span) for span in spans)
    if attribution.form is Form.MIXED and whole and spans[0].end - spans[0].start > _FRAGMENT:
        return Form.DIRECT.value
    return attribution.form.value


def clipped(components: dict[str, float], caps: dict[str, float]) -> StatementScore:
    """Round the parts, add them up, and clip; only caps that bite are kept.

    The one place where a statement's numbers are rounded: to one decimal.
    """
    rounded = {name: round(value, 1) for name, value in components.items()}
    total = round(sum(rounded.values()), 1)
    biting = sorted((limit, name) for name, limit in caps.items() if limit < total)
    for limit, _ in biting:
        total = min(total, round(limit, 1))
    return StatementScore(total, rounded, tuple(f"{name} {limit:g}" for limit, name in biting))


def _agentless(attribution: Attribution) -> _Grades | None:
    """Nobody is named, or the outlet hides from whom it has learned."""
    kind = attribution.source.kind
    hiding = kind is SourceKind.AUTHOR and attribution.cue.lemma in {"learn", "understand"}
    if attribution.form is Form.AGENTLESS or kind is SourceKind.IMPLICIT or hiding:
        return _Grades("nobody", "unknown", ("agentless",))
    return None


def _standing(article: Article, attribution: Attribution) -> _Grades:
    """How well the reader knows the source, and how near it stands to what it says."""
    source = attribution.source.known_as
    kind = source.kind
    simple = {
        SourceKind.PRONOUN: _Grades("unresolved", "unknown", ("unresolved pronoun",)),
        SourceKind.VAGUE_REPORTS: _Grades("reports", "unnamed_relay", ("vague reports",)),
        SourceKind.BARE_UNNAMED: _Grades("bare", "unknown", ("vague source",)),
        SourceKind.MEDIA_OUTLET: _Grades("outlet", "named_relay"),
        SourceKind.AUTHOR: _Grades("outlet", "named_relay"),
        SourceKind.METONYMY: _Grades("metonymy", "official"),
        SourceKind.INSTITUTION: _Grades("institution", "official"),
    }
    if kind in simple:
        return simple[kind]
    if kind is SourceKind.NAMED_PERSON:
        return _person(article, attribution, source)
    if kind is SourceKind.DOCUMENT:
        identified = document_is_identified(article, source)
        return _Grades(
            "document" if identified else "document_unidentified",
            "own" if identified else "official",
        )
    return _unnamed(article, attribution, source, kind)


def _person(article: Article, attribution: Attribution, source: Source) -> _Grades:
    """A name, with or without a role; spokespersons and experts speak of others' acts."""
    speaker = article.speaker_of.get(attribution.id)
    texts = (speaker.name, *speaker.aliases) if speaker else (source.text,)
    words = [word.lower() for text in texts for word in text.replace("-", " ").split()]
    found = {proper.roles().get(word.strip(",.")) for word in words}
    named = "person_with_role" if (speaker and speaker.identified) else "person"
    if found & {"office", "official", "witness", "kin", "person"} and "spokesperson" not in found:
        near = "own" if named == "person_with_role" and not _outside(found) else "official"
    else:
        near = "official"
    if "spokesperson" in found:
        near = "spokesperson"
    elif _outside(found):
        near = "expert"
    return _Grades(named, near)


def _outside(found: set[str | None]) -> bool:
    """An expert who holds no office in the matter."""
    return "expert" in found and not found & {"office", "witness"}


def _unnamed(
    article: Article, attribution: Attribution, source: Source, kind: SourceKind
) -> _Grades:
    """Roles, officials, people described and crowds."""
    document = article.document
    first, last = document.token_range(source.spans[0])
    end = base_phrase(document.tokens, first, last)
    tokens = document.tokens[first:end]
    said = signs([token.norm for token in _told(article, attribution, first, last)])
    roles = {proper.roles().get(t.lemma) or proper.roles().get(t.norm) for t in tokens}
    if kind is SourceKind.NAMED_ROLE:
        spokes = "spokesperson" in roles
        return _Grades(*(("spokesperson", "spokesperson") if spokes else ("role", "official")))
    near = _nearness(roles)
    if kind is SourceKind.VAGUE_COLLECTIVE:
        vague = load("vague_collectives")
        names = {vague.category(t.norm) or vague.category(t.lemma) for t in tokens}
        bare = bool(names & {"critic", "quantifier"}) or tokens[-1].lemma in {"expert", "analyst"}
        cap = "vague source" if bare else "domain collective"
        return _Grades("bare" if bare else "domain_collective", near, (cap,))
    if "direct" in said:
        return _Grades("direct_knowledge", "official")
    if "familiar" in said and kind is SourceKind.UNNAMED_DESCRIBED:
        return _Grades("familiar", near if near != "official" else "unknown")
    if kind is SourceKind.UNNAMED_OFFICIAL:
        return _Grades("senior_official" if "senior" in said else "officials", "official")
    official = roles & {"official", "office"}
    return _Grades("officials" if official else "described", near)


def _nearness(roles: set[str | None]) -> str:
    rows = {"witness": "own", "expert": "expert", "office": "official", "official": "official"}
    return next((rows[stands] for stands in _STANDS if stands in roles & rows.keys()), "unknown")


def _told(article: Article, attribution: Attribution, first: int, last: int) -> tuple[Token, ...]:
    """The source with what stands between it and its cue: *who has direct knowledge of it*."""
    tokens = article.document.tokens
    head = attribution.cue.head
    return tokens[first : head if last <= head <= last + 30 else last]


def _stance(attribution: Attribution) -> str:
    """The stance's row; a cue under negation is taken at its word."""
    if attribution.form is Form.AGENTLESS or attribution.source.kind is SourceKind.IMPLICIT:
        return "none"
    if attribution.polarity is Polarity.NEGATIVE:
        return Stance.NEUTRAL.value
    plain = attribution.cue.stance in {Stance.EMOTIVE, Stance.NEUTRAL}
    if plain and attribution.cue.lemma in table("mild"):
        return "mild"
    return attribution.cue.stance.value


def _hedge(article: Article, attribution: Attribution) -> str:
    """Whose doubt colours the statement: the writer's before the source's."""
    if attribution.form is Form.AGENTLESS:
        adverb = attribution.cue.lemma.endswith("ly")
        return "evidential" if adverb else "none"
    if attribution.polarity is Polarity.HYPOTHETICAL:
        return "evidential"
    spans = attribution.content.spans
    found = "none"
    for hedge in article.hedges_near((*attribution.cue.spans, *spans)):
        if any(cue.overlaps(hedge.span) for cue in attribution.cue.spans):
            if hedge.category in _EVIDENTIAL:
                return "evidential"
            if hedge.category == "modal-hedge":
                found = "writer"
        elif hedge.category in _DOUBTS and any(span.covers(hedge.span) for span in spans):
            found = "source" if found == "none" else found
    return found
