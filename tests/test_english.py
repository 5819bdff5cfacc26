"""What is taken for English and what is not."""

import pytest

import audit
from audit.english import NO_SENTENCE, NOT_ENGLISH, why_not
from audit.parse import parse


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierung teilte am Montag mit, dass die Gespräche gescheitert sind und enden.",
        "De regering zei maandag dat de gesprekken zijn mislukt en dat er geen nieuwe ronde komt.",
        "Le gouvernement a annoncé lundi que les négociations avaient échoué et prendront fin.",
        "El gobierno dijo el lunes que las conversaciones fracasaron y que no habrá otra ronda.",
        "Il governo ha detto lunedì che i colloqui sono falliti e che non ci sarà un altro giro.",
        "O governo disse na segunda-feira que as conversas fracassaram e que não haverá outra.",
        "Regeringen sade i måndags att samtalen har misslyckats och att de inte fortsätter.",
        "Rząd poinformował w poniedziałek, że rozmowy zakończyły się fiaskiem i nie będą dłuższe.",
        "Правительство заявило в понедельник, что переговоры провалились.",
        "政府周一表示，谈判已经失败，不会继续进行。部长说，他从来没有预料到会有其他结果。",
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor " * 4,
    ],
)
def test_other_languages_are_not_audited(text: str) -> None:
    report = audit.audit_text(text)

    assert why_not(report.document) == NOT_ENGLISH
    assert [(s.what, s.reason) for s in report.skipped] == [("article", NOT_ENGLISH)]
    assert (report.findings, report.article.attributions) == ((), ())
    assert not report.audited


@pytest.mark.parametrize(
    "text",
    [
        "Officials said no.",
        "No comment.",
        "New faces emerge as veteran politicians step down in Hong Kong legislative election",
        "Killed: Ana Ruiz, Tomas Brandt, Miriam Okafor, Piet Hallam, Karin Solberg, Jonas Li.",
        "“C'est la vie,” said the mayor of the town, “and the rest is history, as they say here.”",
        "The Rio de Janeiro and El Salvador teams of the Los Angeles club met in La Paz, he said.",
        "СОФИЯ: the paper “Труд” said on Friday that the minister would resign within the month.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert why_not(parse(text)) is None


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_nothing_is_not_audited(text: str) -> None:
    assert why_not(parse(text)) == NO_SENTENCE
