"""A noun phrase is told for what it is, wherever in the world its name comes from."""

import pytest

from audit.annotate.model import SourceKind
from audit.annotate.people import People
from audit.annotate.sources import classify
from audit.parse import parse

KINDS = {
    "named_person": [
        "Ana Reyes",
        "Chukwuemeka Okonkwo-Bello",
        "Nguyễn Thị Minh Khai",
        "Kim Dae-jung",
        "Abdulrahman bin Saleh al-Otaibi",
        "Juan de la Cruz",
        "María José Fernández Núñez",
        "Ludwig van der Berg",
        "Mr Tan",
        "Dr. Amara Singh",
        "Sheikh Nawaf Al-Sabah",
        "J.K. Okafor",
        "labour minister Ana Reyes",
        "chief executive Lena Ruiz",
        "Ukrainian President Volodymyr Zelensky",
        "Secretary of State John Kerry",
        "Minister of Finance Ngozi Okonjo-Iweala",
        "Foreign Ministry spokesperson Hua Chunying",
        "Trade and Industry Minister Rob Davies",
        "the noted historian Ida Krol",
        "Judge Imani Cole",
        "the ministry's spokesman, Ali Hassan",
        "one of the boy's neighbours, Hanna Weiss",
        "Ewa Lis, a spokeswoman for Amnesty International",
        "head of sales Bo Lund",
        "former governor Tunde Bakare",
    ],
    "named_role": [
        "the minister",
        "the envoy",
        "the Nigerian president",
        "prosecutor",
        "the chief executive",
        "a spokesman for the Ministry of Health",
        "her press secretary",
        "the White House press secretary",
    ],
    "institution": [
        "police",
        "prosecutors",
        "management",
        "the company",
        "the drivers' union",
        "the Ministry of Health",
        "Human Rights Watch",
        "the Bank of England",
        "Doctors Without Borders",
        "Universidad de Chile",
        "the University of Nairobi",
        "Safaricom Ltd",
        "Jamaat-e-Islami Pakistan",
        "the African Union",
        "OSCE",
        "Goldman Sachs",
        "the regional health ministry",
        "the governor's office",
        "critics including the Law Society and Amnesty",
        "a post on the party's verified Facebook page",
        "a statement from the ministry",
    ],
    "metonymy": ["the Kremlin", "Moscow", "Nairobi", "Downing Street", "Brasília", "South Africa"],
    "media_outlet": [
        "Reuters",
        "Al Jazeera",
        "the Guardian",
        "state television",
        "the newspaper",
        "the Accra Herald",
        "Xinhua",
        "Voice of America",
    ],
    "document": [
        "court records",
        "the indictment",
        "a study in The Lancet",
        "the data",
        "CCTV footage",
        "an internal memo seen by the Guardian",
        "the manual",
    ],
    "unnamed_official": [
        "officials",
        "ministers",
        "US officials",
        "a government official",
        "a senior State Department official",
        "two Western diplomats",
        "senators",
    ],
    "unnamed_described": [
        "one aide",
        "a witness",
        "the driver",
        "one diplomat",
        "a person with direct knowledge of the talks",
        "a source close to the negotiations",
        "three people familiar with the matter",
        "two residents",
        "her lawyers",
    ],
    "bare_unnamed": ["sources", "a source", "several sources", "well-placed sources"],
    "vague_collective": [
        "engineers",
        "critics",
        "experts",
        "some",
        "others",
        "residents",
        "analysts",
        "many observers",
        "Chileans",
        "rights groups",
    ],
    "vague_reports": ["reports", "some reports", "media reports", "local media", "rumours"],
    "pronoun": ["he", "they", "who", "it"],
    "author": ["an earlier version of this article"],
}


@pytest.mark.parametrize(
    ("phrase", "kind"), [(phrase, kind) for kind, some in KINDS.items() for phrase in some]
)
def test_kind_of_phrase(phrase: str, kind: str) -> None:
    document = parse(f"On Monday {phrase} said the plant would close.")
    first, last = 2, next(i for i, t in enumerate(document.tokens) if t.norm == "said")

    assert classify(document, first, last, last - 1) is SourceKind(kind)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Rivers", "named_person"),
        ("Will Foster", "named_person"),
        ("Ministers", "unnamed_official"),
        ("Police", "institution"),
        ("Studies", "document"),
        ("Teachers", "vague_collective"),
    ],
)
def test_capital_at_the_start_of_a_sentence_tells_nothing(phrase: str, kind: str) -> None:
    document = parse(f"{phrase} said the plant would close.")

    assert classify(document, 0, len(phrase.split())) is SourceKind(kind)


def test_a_surname_is_known_from_the_full_name() -> None:
    text = "Bo Washington runs the plant. Washington said it would close."
    document = parse(text)
    people = People(document)
    first = next(
        i for i, t in enumerate(document.tokens) if t.start == text.index("Washington said")
    )

    assert classify(document, first, first + 1) is SourceKind.METONYMY
    assert classify(document, first, first + 1, first, people) is SourceKind.NAMED_PERSON


def test_an_empty_phrase_is_nobody() -> None:
    document = parse("Nobody spoke.")

    assert classify(document, 0, 0) is SourceKind.IMPLICIT


def test_the_roles_of_a_person_are_gathered_from_everywhere() -> None:
    document = parse("Ana Reyes opened it. Reyes, the mayor, left. “No,” said Mayor Reyes.")
    (person,) = People(document).everyone

    assert person.name == ("ana", "reyes")
    assert person.roles == {"mayor"}
    assert len(person.mentions) == 3
