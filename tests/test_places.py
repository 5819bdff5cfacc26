"""Every finding stands where the file has it, in every kind of file and encoding."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import audit
from audit.finding import Finding
from audit.read import Unreadable, read_file
from audit.report import Report
from tests.docx_files import docx_file, paragraph, run

SENTENCES = (
    "Some reports claim that the plant will close.",
    "Officials said on Monday that the café was empty 👩‍🚀 again.",
    "If so, 400 jobs would be lost.",
    "Critics said it is “a disgrace” to the town.",
    "Ana Ruiz, the minister, opened the library recently.",
)
# What each kind puts around and between sentences, none of it a part of the article.
NOTE = "<!-- audit: allow vague-time because “some reports” say so -->"
MARKDOWN = (
    " ",
    " *Yes* and **no**. ",
    " [A list](https://a.b/c_(d) 'e') of it. ",
    " `sources said` ",
    " ~~Sources said no.~~ ",
    "  \n",
    "\n",
    " &amp; &eacute; ",
    f" {NOTE} ",
    "\n\n",
    "\n\n> Some reports claim it.\n\n",
    "\n\n- One item.\n- Some reports claim it.\n\n",
    "\n\n| a | sources said |\n|---|---|\n| 1 | 2 |\n\n",
    "\n\n```\nsources said\n```\n\n",
    f"\n\n{NOTE}\n\n",
    "\n\n## Plant to close\n\n",
    "[^1]\n\n[^1]: See https://a.b, sources said.\n\n",
)
HTML = (
    " ",
    "\n  \t",
    " <b>Yes</b> and <i>no</i>. ",
    ' <a href="https://a.b/?c=d&amp;e">A\nlist</a> of it. ',
    " <code>sources said</code> ",
    " <del>Sources said no.</del> ",
    "<br>",
    " &amp; caf&eacute;&nbsp;&#8212; ",
    f" {NOTE} ",
    "</p>\n<p>",
    "</p><blockquote><p>Some reports claim it.</p></blockquote><p>",
    "</p><ul><li>One item.<li>Some reports claim it.</ul><p>",
    "</p><table><tr><td>sources said</table><p>",
    "</p><aside><p>Sources said so.</p></aside><p>",
    "</p><figure><img src=a><figcaption>Sources said it.</figcaption></figure><p>",
    f"</p>{NOTE}<p>",
    "</p><h2>Plant to close</h2><p>",
)
PLAIN = (" ", "  ", "\t", "\n", "\n\n", " \n \n", f" {NOTE} ", f"\n\n{NOTE}\n", "\n\n• ", " — ")

often = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def texts(between: tuple[str, ...]) -> st.SearchStrategy[str]:
    pieces = st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(between)), min_size=1, max_size=9
    )
    return pieces.map(lambda some: "".join(part for pair in some for part in pair))


def written(name: str, data: bytes) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return audit.audit_file(path)


def as_open(source: str) -> list[str]:
    """The lines that an editor shows of a file."""
    return re.split(r"\r\n|\n", source.removeprefix("\ufeff"))


def check(report: Report, source: str) -> int:
    """Every finding begins where it says; how many stand word for word in the file."""
    lines, exact = as_open(source), 0
    for found in report.findings:
        here = lines[found.line - 1][found.column - 1 :]
        words = report.document.excerpt(found.span)
        if report.document.as_written(found.span) == words and "\n" not in words:
            exact += 1
            assert here.startswith(words), (found.rule, words, here)
        elif words[0] not in "“”•é—&":
            first = words.split()[0].rstrip("”.,")
            assert here.startswith(first[:3]), (found.rule, words, here)
        check_end(report, found, lines)
    return exact


def check_end(report: Report, found: Finding, lines: list[str]) -> None:
    last = report.document.excerpt(found.span)[-1]
    line, column = report.document.end_position(found.span.end)
    if last not in "“”é—&":
        assert lines[line - 1][: column - 1].endswith(last), (found.rule, last, lines[line - 1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "head", "between", "tail"),
    [
        ("a.txt", "", PLAIN, ""),
        ("a.md", "", MARKDOWN, ""),
        ("b.md", "---\ntitle: Sources said\n---\n", MARKDOWN, ""),
        ("c.md", '+++\ntitle = "Sources said"\n+++\n', MARKDOWN, ""),
        ("a.html", "<p>", HTML, "</p>"),
        ("b.html", "<nav><p>Sources said</p></nav>\n<article>\n<p>", HTML, "</p></article>"),
    ],
)
def test_findings_stand_where_the_file_has_them(
    name: str, head: str, between: tuple[str, ...], tail: str, ends: str, encoding: str
) -> None:
    exact = 0

    @often
    @given(texts(between))
    def holds(text: str) -> None:
        nonlocal exact
        source = (head + text + tail).replace("\n", ends)
        exact += check(written(name, source.encode(encoding)), source)

    holds()
    assert exact > 30


@often
@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=5)
)
def test_findings_in_word_stand_in_their_paragraph(paragraphs: list[list[str]]) -> None:
    body = "".join(paragraph(*(run(f"{sentence} ") for sentence in one)) for one in paragraphs)
    report = written("a.docx", docx_file(body))
    source = "\n".join("".join(f"{sentence} " for sentence in one) for one in paragraphs)

    assert report.document.original == source
    check(report, source)


# Encodings

HEAD = '<html><head><meta charset="{}"><title>x</title></head><body>'
PAGE = HEAD + "<p>It is the café’s. Some reports claim it.</p>"


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("ISO-8859-15", "iso-8859-15"),
        ("windows-1252", "cp1252"),
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),  # What is UTF-8 is never anything else by chance.
    ],
)
def test_a_page_may_name_its_encoding(tmp_path: Path, named: str, encoding: str) -> None:
    page = PAGE.format(named)
    if encoding == "iso-8859-15":
        page = page.replace("’", "'")
    (tmp_path / "a.html").write_bytes(page.encode(encoding))
    document = read_file(str(tmp_path / "a.html"))

    assert document.text.startswith("It is the café")
    assert document.original == page


@pytest.mark.parametrize("named", ["utf-8", "utf-7", "unicode_escape", "iso-8859-99", "rot13", ""])
def test_no_other_encoding_is_taken_up(tmp_path: Path, named: str) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.replace("’", "'").format(named).encode("latin-1"))

    with pytest.raises(Unreadable, match="not UTF-8 text"):
        read_file(str(tmp_path / "a.html"))


def test_a_file_of_old_line_ends_has_lines() -> None:
    report = written("a.txt", b"Ana Ruiz came.\r\rSome reports claim it.\r")

    assert {(found.line, found.column) for found in report.findings} >= {(3, 1)}


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>It <del>was</del><s>is</s> so.", "It so."),
        ('<p style="color:red; display: none">Was.</p><p>It is so.', "It is so."),
        ('<p class="visually-hidden">Was.</p><p>It is so.', "It is so."),
        ("<figcaption>Was.</figcaption><p>It is so.", "It is so."),
    ],
)
def test_what_a_reader_of_the_page_does_not_see_is_left_out(page: str, text: str) -> None:
    assert written("a.html", page.encode()).document.text == text
