"""Markdown and HTML: what is read, what is left out, and where it stands in the file."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import audit
from audit import cli
from audit.document import Document
from audit.read import LARGEST_FILE, LARGEST_TEXT, Unreadable, html, markdown, read_file
from audit.report import Report
from tests.damage import NASTY, PIECES
from tests.pages import MARKDOWN, PAGE


def document(folder: Path, name: str, text: str) -> Document:
    path = folder / name
    path.write_bytes(text.encode())
    return read_file(str(path))


def audited(folder: Path, name: str, text: str) -> Report:
    path = folder / name
    path.write_bytes(text.encode())
    return audit.audit_file(path)


def linked(document: Document) -> list[str]:
    return [document.excerpt(link) for link in document.links]


def misplaced(document: Document) -> list[str]:
    """The words that do not stand in the file where the document says."""
    lines = document.original.split("\n")
    wrong = []
    for token in document.tokens:
        line, column = document.position(token.start)
        if lines[line - 1][column - 1 : column - 1 + len(token.text)] != token.text:
            wrong.append(token.text)
    return wrong


# Markdown


def test_the_prose_of_markdown(tmp_path: Path) -> None:
    read = document(tmp_path, "a.md", MARKDOWN)

    assert read.text.split("\n\n") == [
        "Plant to close",
        "The minister, Ana Ruiz, said on Friday that the plant & the harbour will close. "
        "The paper* is sold. More.",
        "“The bill is a disgrace. Critics said so.",
        "“We think so.”",
        "• Officials said no. End.",
        "• A note by him is https://a.b/c here.",
        "Critics said no.",
        "It’s bold inner text and a lone * star.",
    ]
    assert linked(read) == ["Ana Ruiz", "said on Friday", "sold.", "A note", "https://a.b/c"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_word_of_markdown_stands_where_the_file_has_it(tmp_path: Path, ends: str) -> None:
    read = document(tmp_path, "a.md", MARKDOWN.replace("\n", ends))

    # What was put in stands nowhere, and the sign written \\* begins with the stroke.
    assert set(misplaced(read)) <= {"“", "”", "•", "*"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+++\na = 1\n+++\nIt is so.", "It is so."),
        ("---\nIt is so.", "It is so."),
        ("It\n==\n\nis so.", "It\n\nis so."),
        ("> “It is so.”\n> he said.", "“It is so.” he said."),
        ("> > It is so.\n\nYes.", "“It is so.”\n\nYes."),
        ("    code\n\nIt is so.", "It is so."),
        ("It is <b>so</b>.", "It is so."),
        ("<div>It</div>\n\nis so.", "is so."),
        ("It  \nis\\\nso.", "It is so."),
        ("[It](<a b> 'c') is [so][x].\n\n[x]: y", "It is so."),
        ("[It is [so]](y) [not", "It is [so] [not"),
        ("1. It\n\n   is\n2. so", "• It\n\nis\n\n• so"),
        ("", ""),
        ("---\n", ""),
    ],
)
def test_constructs_of_markdown(text: str, expected: str) -> None:
    assert markdown.read(text).text == expected


# HTML


def test_the_article_of_a_page(tmp_path: Path) -> None:
    read = document(tmp_path, "a.html", PAGE)

    assert read.text.split("\n\n") == [
        "Plant & harbour",
        "The minister, Ana Ruiz, said on Friday that it’s the café <b> that will close.",
        "The paper is sold. A &unknown; &c. 3 < 4 end.",
        "“The bill is a disgrace.",
        "“We “think” so.”",
        "• Officials said no.",
        "• Critics said so.",
    ]
    assert linked(read) == ["Ana Ruiz"]
    # Words with a character reference in them stand there otherwise written.
    assert set(misplaced(read)) <= {"“", "”", "•", "’s", "café", "<"}


@pytest.mark.parametrize(
    "page",
    [
        "<nav><p>Menu menu</p></nav><div><p>{}</p><p>{}</p></div><div><p>Menu</p></div>",
        "<body><main><p>{}</p><p>{}</p></main><p>Menu</p></body>",
        "<article><p>Menu</p></article><article><p>{}</p><p>{}</p></article>",
        "<div class=sidebar><p>{}</p><p>{}</p></div>",
        "<p>{}<p>{}",
        "<DIV><P>{}</P><P>{}</P></DIV><FOOTER>Menu</FOOTER>",
        "{}<br><div>{}</div>",
    ],
)
def test_the_article_is_found(page: str) -> None:
    first, second = "Ana Ruiz opened the library. " * 5, "The doors were open at noon. " * 5
    shown = html.read(page.format(first, second)).text

    assert shown.split("\n\n") == [first.strip(), second.strip()]


# Findings


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# Plant\n\n> “Yes,” she said.\n\nIt *is*. **Some** [reports](x.md) claim it."),
        (
            "a.html",
            "<h1>Plant</h1>\n\n<p>\n\n<p>It is. It is. <b>Some</b> <a>reports</a> claim it.",
        ),
    ],
)
def test_findings_stand_where_the_file_has_them(tmp_path: Path, name: str, text: str) -> None:
    report = audited(tmp_path, name, text)
    [found] = [finding for finding in report.findings if finding.rule == "vague-reports"]
    line = text.split("\n")[found.line - 1]

    assert found.line == 5
    assert line[found.column - 1 :].startswith("Some")
    assert report.document.excerpt(found.span) == "Some reports"
    assert report.document.end_position(found.span.end)[0] == 5
    written = report.document.as_written(found.span)
    assert (written[:4], written[-7:]) == ("Some", "reports")


def score(folder: Path, name: str, text: str) -> float:
    report = audited(folder, name, text)
    return max(score.total for score in report.scores.statements.values())


def test_a_link_on_the_attributing_words_is_the_reference(tmp_path: Path) -> None:
    plain = score(tmp_path, "a.txt", "Ana Ruiz, the minister, said on Friday that it will close.")
    for name, text in (
        ("a.md", "Ana Ruiz, the minister, [said on Friday](https://a.b/c) that it will close."),
        (
            "b.md",
            "Ana Ruiz, the minister, said[^1] on Friday that it will close.\n\n[^1]: http://a.b",
        ),
        (
            "a.html",
            "<p>Ana Ruiz, the minister, <a href=//a.b>said</a> on Friday that it will close.",
        ),
    ):
        assert score(tmp_path, name, text) > plain, name
    unlinked = "Ana Ruiz, the minister, [said](#there) on Friday that it will close."
    assert score(tmp_path, "c.md", unlinked) == plain


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_an_allowance_works_and_readers_do_not_see_it(tmp_path: Path, name: str) -> None:
    note = "<!-- audit: allow vague-reports because the court sealed them -->"
    report = audited(tmp_path, name, f"{note}\n\nSome reports claim that it will close.\n")

    assert "vague-reports" not in {finding.rule for finding in report.findings}
    assert [taken.reason for taken in report.suppressed] == ["the court sealed them"]


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a.rtf", "a.JSON"])
def test_unknown_types_have_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.4 text")
    result = CliRunner().invoke(cli.commands, ["check", str(tmp_path / name)])

    assert result.exit_code == 3
    assert "give the article as text, Markdown, HTML or .docx" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_report_does_not_take_the_place_of_its_article_and_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(PAGE)
    refused = CliRunner().invoke(cli.commands, ["report", "a.html", "-o", "."])
    assert refused.exit_code == 2
    assert "a.html is an article" in refused.output
    assert Path("a.html").read_text() == PAGE

    CliRunner().invoke(cli.commands, ["report", "a.html"])
    assert Path("reports/a.html").is_file()
    checked = CliRunner().invoke(cli.commands, ["check", ".", "--format", "jsonl"])
    assert checked.stdout.count("\n") == 1


# Damage; the rest is in tests/damage.py


def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    for name, data in (
        ("a.txt", b"x " * (LARGEST_TEXT // 2 + 1)),
        ("b.html", b"<p>" * 4_000_000),
        ("c.md", b"x" * (LARGEST_FILE + 1)),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Unreadable, match="too l"):
            read_file(str(tmp_path / name))


@pytest.mark.parametrize(
    ("name", "unit", "size"),
    [
        ("a.html", "<a ", 3_000_000),
        ("a.html", "<div>", 3_000_000),
        ("a.html", "<!--", 3_000_000),
        ("a.md", "![", 500_000),
        ("a.md", "> ", 500_000),
    ],
)
def test_the_worst_that_is_not_refused_keeps_within_bounds(
    tmp_path: Path, name: str, unit: str, size: int
) -> None:
    """In a process of its own, under a limit of 1 GB of memory and 30 s."""
    path = tmp_path / name
    path.write_text((unit * (size // len(unit)))[:size])
    code = (
        "import resource, sys; from audit.read import read_file, Unreadable\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (30, 30))\n"
        "try: read_file(sys.argv[1])\n"
        "except Unreadable as error: print(error)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stderr) == (0, "")


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(PIECES + NASTY), max_size=40).map("".join), st.booleans())
def test_pieces_stand_in_order_and_every_copied_character_is_the_files(
    source: str, page: bool
) -> None:
    reading = (html if page else markdown).read(source)
    layout = reading.layout

    for piece in layout.pieces:
        if piece.verbatim:
            text = reading.text[piece.start : piece.start + piece.size]
            assert text == source[piece.origin : piece.origin + piece.size]
    assert all(0 <= layout.before(i) <= len(source) for i in range(len(reading.text) + 1))
    assert all(link.end <= len(reading.text) for link in reading.links)
