"""Long text without a full stop is audited like any other; how long it takes is a benchmark."""

import pytest

import audit

WORDS = 3000


@pytest.mark.parametrize("phrase", ["said ", "if so, ", "about 5 ", "1,000 ", "one of the most , "])
def test_a_text_without_full_stops_is_audited(phrase: str) -> None:
    report = audit.audit_text(phrase * (WORDS // len(phrase.split()))).to_dict()

    assert report["document"]["sentences"] == 1
    assert all(finding["text"] for finding in report["findings"])
