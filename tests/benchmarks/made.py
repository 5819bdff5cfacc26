"""News-like text of any length, made from templates: the same seed gives the same text."""

import random

FIRST = ("Ana", "Tomas", "Miriam", "Piet", "Karin", "Jonas", "Lena", "Omar", "Ida", "Chen")
LAST = ("Ruiz", "Brandt", "Okafor", "Hallam", "Solberg", "Wiik", "Maas", "Haddad", "Holt", "Li")
ROLES = ("Mayor", "Senator", "Foreign Minister", "Judge", "Professor", "Councillor")
BODIES = (
    "the council",
    "the ministry",
    "Vantra Corp",
    "the union",
    "the police",
    "the central bank",
)
VAGUE = ("Officials", "Critics", "Some reports", "Sources close to the talks", "Observers")
VERBS = ("said", "told reporters", "claimed", "warned", "denied", "argued", "believes", "admitted")
CLAIMS = (
    "the plant would close in June",
    "{n} people had lost their homes",
    "the talks had failed because nobody wanted a deal",
    "prices would rise by {n} percent",
    "the bridge was unsafe when it opened",
    "the minister had known about the letter for months",
)
DAYS = ("on Monday", "on Friday", "in a statement", "last week", "at a news conference", "")
FRAMES = (
    "{role} {name} {verb} {day} that {claim}.",
    "“{Claim},” {name} said {day}. “We were never asked.”",
    "{vague} {verb} {claim}.",
    "According to {body}, {claim}.",
    "{Claim}, {body} said {day}.",
    "It is believed that {claim}. If so, the town faces a hard winter.",
    "{Claim}.",
    "{name}, who voted against the plan, called it “a disaster” and said that {claim}.",
    "The library opens on Monday. It has {n} seats.",
)


def article(words: int, seed: int = 1) -> str:
    """An article of about so many words, in paragraphs of one to four sentences."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = [_sentence(chance) for _ in range(chance.randint(1, 4))]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random) -> str:
    claim = chance.choice(CLAIMS).format(n=chance.randint(3, 900))
    sentence = chance.choice(FRAMES).format(
        role=chance.choice(ROLES),
        name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        verb=chance.choice(VERBS),
        day=chance.choice(DAYS),
        claim=claim,
        Claim=claim[0].upper() + claim[1:],
        vague=chance.choice(VAGUE),
        body=chance.choice(BODIES),
        n=chance.randint(3, 900),
    )
    return " ".join(sentence.split()).replace(" .", ".")
