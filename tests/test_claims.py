"""What is a claim, what it rests on, and why it may rest on nobody."""

import pytest

from audit.annotate import annotate
from audit.annotate.claim_clauses import clauses
from audit.annotate.model import Claim, ClaimKind
from audit.parse import parse


def claims(text: str) -> tuple[Claim, ...]:
    return annotate(parse(text)).claims


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The administration has authorised covert strikes.", ClaimKind.EVENT),
        ("Inflation fell to 2.1 percent in April.", ClaimKind.FIGURE),
        ("Crime rose because of the new bail law.", ClaimKind.CAUSAL),
        ("The dam will collapse.", ClaimKind.PREDICTION),
        ("The rollout was a disaster.", ClaimKind.EVALUATION),
        ("The president wants revenge.", ClaimKind.INTENTION),
        ("It was the deadliest attack in the city since 2004.", ClaimKind.COMPARISON),
        ("The mayor took bribes from two builders.", ClaimKind.ALLEGATION),
    ],
)
def test_every_kind_is_found_and_needs_a_source(text: str, kind: ClaimKind) -> None:
    claim = only(text)
    assert claim.kind is kind
    assert claim.unsourced


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The parliament passed the bill on Monday.", "public record"),
        ("The merger will close on Friday.", "scheduled event"),
        ("Shares fell 3 percent on Tuesday.", "market data"),
        ("In 1944, the army bombed the port.", "open event"),
        ("Maybe the rollout was a disaster.", "put as a possibility"),
        ("I know the rollout was a disaster.", "spoken in the first person"),
        ("Mayor wants stadium sold", "headline, carried by the text below"),
    ],
)
def test_an_exempt_claim_says_why(text: str, reason: str) -> None:
    assert reason in {claim.exempt for claim in claims(text)}


def test_attributed_words_rest_on_their_attribution() -> None:
    article = annotate(parse("The mayor wants a deal, Ana Ruiz said."))
    assert {claim.attribution for claim in article.claims} == {article.trusted[0].id}


def test_a_question_claims_nothing() -> None:
    assert claims("Did the minister mislead parliament?") == ()


def test_no_text_has_no_claims() -> None:
    assert claims("") == ()


def test_clauses_know_subject_voice_and_marker() -> None:
    document = parse("Other states, including Orlu, are also considering a ban if prices rise.")
    main, condition = clauses(document, 0, document.sentences[0])
    assert document.tokens[main.subject].text == "states"
    assert main.progressive
    assert main.main
    assert condition.marker == "if"
