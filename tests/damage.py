"""Files of every kind, broken in every way we could think of; the same for the same number."""

import io
import random
import re
import zipfile
from collections.abc import Callable

from audit.read import LARGEST_FILE, LARGEST_MARKDOWN, LARGEST_PAGE, LARGEST_TEXT
from tests.docx_files import EVERYTHING, docx_file, paragraph, run
from tests.pages import MARKDOWN, PAGE

Chance = random.Random
Broken = tuple[str, bytes]

SOURCES = {"a.txt": MARKDOWN, "a.md": MARKDOWN, "a.html": PAGE}
LARGEST = {"a.txt": LARGEST_TEXT, "a.md": LARGEST_MARKDOWN, "a.html": LARGEST_PAGE}
PIECES = re.findall(r"<[^>]*>|&\w+;?|\w+|\s+|[^\w\s]", PAGE + MARKDOWN)
NASTY = [
    *("<", "<!--", "-->", "<a ", "</", "&#", "<![CDATA[", "[", "](", "`", "\0", "\ud7ff", "\x1b"),
    *(
        "\r",
        "“",
        "”",
        '"',
        "'",
        "~~",
        "**",
        "|",
        "[^1]:",
        "+++",
        "---",
        "\u202e",
        "\ufeff",
        "e\u0301",
    ),
    *("<!-- audit: allow ", "[audit: allow ", "[audit: ", "&amp;", "&#x10FFFF;", "![", "{{", "1. "),
]
NESTS = [
    *(
        "<div>",
        "<b>",
        "<q>",
        "<blockquote>",
        "<ul><li>",
        "<table><tr><td>",
        "<a href=x>",
        "<article>",
    ),
    *(
        "> ",
        "- ",
        "1. ",
        "[",
        "![",
        "(",
        "*",
        "_",
        "**a ",
        "“",
        "‘",
        "> - ",
        "<span class='",
        "&lt;",
    ),
]
SENTENCES = (
    "some reports claim that the plant will close and critics said it is a disgrace if so",
    "officials told the mayor on Monday that about 5 percent of the people recently left",
    "“we do not know,” said a source close to the talks, who asked not to be named",
)
ENCODINGS = (
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7"),
    *("shift_jis", "koi8-r", "cp037"),
)


def damaged(number: int) -> Broken:
    """A name that says the kind of file, and its bytes."""
    chance = Chance(number)
    return KINDS[kind(number)](chance)


def kind(number: int) -> str:
    """What is wrong with the file of that number."""
    return list(KINDS)[number % len(KINDS)]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _some(chance: Chance) -> tuple[str, str]:
    name = chance.choice(list(SOURCES))
    return name, SOURCES[name]


def _size(chance: Chance, most: int) -> int:
    """A number up to ``most``: most are small, some just below it."""
    return chance.choice([chance.randrange(1, 2000), chance.randrange(1, 40_000), most - 10])


def truncated(chance: Chance) -> Broken:
    if chance.random() < 0.3:
        whole = docx_file(EVERYTHING)
        return "a.docx", whole[: chance.randrange(len(whole))]
    name, source = _some(chance)
    data = source.encode()
    return name, data[: chance.randrange(len(data))]


def shuffled(chance: Chance) -> Broken:
    name, _ = _some(chance)
    return name, _encoded("".join(chance.choices(PIECES + NASTY, k=chance.randrange(1, 3000))))


def nested(chance: Chance) -> Broken:
    if chance.random() < 0.2:
        tag = chance.choice(["w:sdt", "w:tbl", "w:p", "w:hyperlink", "w:ins", "mc:x"])
        deep = _size(chance, 60_000)
        return "a.docx", docx_file(
            f"<{tag}>" * deep + paragraph(run("He left.")) + f"</{tag}>" * deep
        )
    name, source = _some(chance)
    unit = chance.choice(NESTS)
    lines = chance.random() < 0.2
    most = LARGEST[name] // (len(unit) + lines) - len(source)
    return name, _encoded((unit + "\n" * lines) * min(_size(chance, most), most) + source)


def repeated(chance: Chance) -> Broken:
    name, _ = _some(chance)
    unit = chance.choice(NASTY + NESTS + PIECES) + chance.choice(["", " ", "\n", "a"])
    return name, _encoded((unit * (_size(chance, LARGEST[name]) // len(unit) + 1))[: LARGEST[name]])


def otherwise_encoded(chance: Chance) -> Broken:
    name, source = _some(chance)
    return name, source.encode(chance.choice(ENCODINGS), "replace")


def flipped(chance: Chance) -> Broken:
    name, source = _some(chance)
    data = bytearray(source.encode())
    if chance.random() < 0.3:
        name, data = "a.docx", bytearray(docx_file(EVERYTHING))
    for _ in range(chance.choice([1, 20, 400])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return name, bytes(data)


def noise(chance: Chance) -> Broken:
    name = chance.choice([*SOURCES, "a.docx", "a.bin"])
    return name, chance.choice([b"", b"PK\x03\x04", b"\xff\xfe"]) + chance.randbytes(
        chance.randrange(4000)
    )


def turned(chance: Chance) -> Broken:
    name, source = _some(chance)
    cut = chance.randrange(len(source))
    return name, _encoded(source[cut:] + chance.choice(NASTY) * chance.randrange(40) + source[:cut])


def one_line(chance: Chance) -> Broken:
    name, _ = _some(chance)
    unit = chance.choice(["x", "word ", "a, ", " ", "é", "said ", *(f"{s} " for s in SENTENCES)])
    size = chance.choice([LARGEST_FILE, LARGEST_FILE + 10, LARGEST[name] + 1, 2_000_000])
    return name, (unit * (size // len(unit.encode()) + 1)).encode()[:size]


def no_full_stop(chance: Chance) -> Broken:
    name, _ = _some(chance)
    size = chance.choice([2000, 20_000, 20_000, 100_000, LARGEST_TEXT - 1])
    parts, length = [], 0
    while length < size:
        parts.append(
            chance.choice(SENTENCES) + chance.choice([" ", ", ", " and ", "; ", "\n", " — "])
        )
        length += len(parts[-1])
    return name, "".join(parts)[:size].encode()


def linked(chance: Chance) -> Broken:
    many = _size(chance, 12_000)
    form = chance.randrange(5)
    if form == 0:
        return "a.md", ("[said](https://a.b) " * many).encode()[: LARGEST_MARKDOWN - 1]
    if form == 1:
        notes = "".join(f"said[{i}][r{i}]\n\n[r{i}]: http://a.b/{i}\n\n" for i in range(many))
        return "a.md", notes.encode()[: LARGEST_MARKDOWN - 1]
    if form == 2:
        notes = "".join(f"said[^{i}]\n\n[^{i}]: http://a.b/{i}\n\n" for i in range(many))
        return "a.md", notes.encode()[: LARGEST_MARKDOWN - 1]
    if form == 3:
        return "a.html", ("<p>" + "<a href='https://a.b'>said</a> so " * many).encode()
    links = f'<w:hyperlink r:id="r1">{run("said so ")}</w:hyperlink>' * (many // 4)
    return "a.docx", docx_file(paragraph(links))


def with_nulls(chance: Chance) -> Broken:
    name, source = _some(chance)
    data = bytearray(source.encode())
    for _ in range(chance.choice([1, 5, 500])):
        data.insert(chance.randrange(len(data)), 0)
    return name, bytes(data)


def of_entities(chance: Chance) -> Broken:
    unit = chance.choice(
        ["&amp;", "&#60;", "&eacute;", "&nbsp;", "&#xD800;", "&#0;", "&#99999999;", "&x;", "&"]
    )
    if chance.random() < 0.3:
        laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
        head = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>'
        return "a.docx", docx_file(paragraph(run("&a9;")), head)
    name = chance.choice(["a.html", "a.md"])
    return name, ("<p>" + f"{unit} said " * (_size(chance, 300_000) // len(unit))).encode()


def bomb(chance: Chance) -> Broken:
    """A small archive of a large text, or one that is no document."""
    form = chance.randrange(6)
    if form == 0:
        return "a.docx", docx_file(paragraph(run(" " * chance.choice([4_000_001, 40_000_000]))))
    if form == 1:
        return "a.docx", docx_file(paragraph(run("said so ")) * 20_000)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        if form == 2:
            for i in range(3000):
                file.writestr(f"word/{i}.xml", "x")
        elif form == 3:
            file.writestr("word/document.xml", b"\0" * 50_000_000)
        elif form == 4:
            file.writestr("word/document.xml", docx_file(EVERYTHING))
        else:
            comments = "<w:comment>" + "audit: allow " * 3_000_000
            file.writestr("word/document.xml", "<w:document/>")
            file.writestr("word/comments.xml", comments)
    packed = bytearray(data.getvalue())
    if chance.random() < 0.3:
        packed[6] |= 1  # It says that it is locked.
    return "a.docx", bytes(packed)


def unclosed(chance: Chance) -> Broken:
    name, source = _some(chance)
    openings = [
        "<!--",
        "<script>",
        "<style>",
        "<title>",
        "```\n",
        "~~~\n",
        "$$",
        "<textarea>",
        "<p ",
    ]
    openings += ["<!-- audit: allow vague-time", "[audit: allow x", "---\n", "“", "('", "<![CDATA["]
    at = chance.choice([0, chance.randrange(len(source))])
    return name, _encoded(source[:at] + chance.choice(openings) + source[at:])


def broken_word(chance: Chance) -> Broken:
    piece = chance.choice(
        ["<w:p>", "<w:r>", "</w:p>", "<x>", "&a;", "<w:tbl>", "<w:comment/>", "\x01"]
    )
    cut = EVERYTHING[: chance.randrange(len(EVERYTHING))]
    body = chance.choice([piece * 900, cut, EVERYTHING + piece])
    return "a.docx", docx_file(body, comments=[("1", "audit: allow vague-time because x")])


KINDS: dict[str, Callable[[Chance], Broken]] = {
    made.__name__.replace("_", " "): made
    for made in (
        *(truncated, shuffled, nested, repeated, otherwise_encoded, flipped, noise, turned),
        *(one_line, no_full_stop, linked, with_nulls, of_entities, bomb, unclosed, broken_word),
    )
}
