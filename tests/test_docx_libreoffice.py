"""Word documents on their way through LibreOffice: it writes them, and reads what we made."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import audit
from audit.outputs.docx import commented, comments_of
from audit.read import docx
from tests.docx_files import everything, paragraph, run, word_file

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="soffice is missing: apt-get install libreoffice-writer-nogui"
)
# The first start of LibreOffice makes a profile, which takes a while on a busy machine.
SECONDS = 180
Convert = Callable[[Path, str], Path]

# A draft as an editor leaves it: a change, a comment, a note, a table, a box, a list, a link.
WRITTEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info>
<dc:creator>Mo Lind</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info>
</text:insertion></text:changed-region><text:changed-region text:id="c2"><text:deletion>
<office:change-info><dc:creator>Mo Lind</dc:creator><dc:date>2026-01-02T03:04:05</dc:date>
</office:change-info><text:p> of the harbour</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="1">Plant &amp; harbour to close</text:h>
<text:p>Some <text:span text:style-name="B">reports</text:span> claim the <text:change-start
 text:change-id="c1"/>old <text:change-end text:change-id="c1"/>plant<text:change
 text:change-id="c2"/> will close.<text:note text:note-class="footnote"><text:note-citation>1
</text:note-citation><text:note-body><text:p>See https://a.b/c for it.</text:p></text:note-body>
</text:note></text:p>
<text:p><office:annotation office:name="a1"><dc:creator>Mo Lind</dc:creator><text:p>Check
 this.</text:p></office:annotation>A source close<office:annotation-end office:name="a1"/> to
 the owners said it was a dis\u00adaster.<text:line-break/>If so, 400 full\u2011time jobs
 would be lost.</text:p>
<text:p><text:a xlink:type="simple" xlink:href="https://a.b/c">Ana Ruiz</text:a>, the mayor, said
 on Monday that critics<text:tab/>were wrong.</text:p>
<table:table><table:table-column/><table:table-row><table:table-cell><text:p>Sources said: a
 cell.</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame svg:width="5cm" text:anchor-type="as-char"><draw:text-box
 fo:min-height="1cm"><text:p>Sources said: a box.</text:p></draw:text-box></draw:frame>It is
 believed to be sold.</text:p>
<text:list><text:list-item><text:p>Officials said no.</text:p></text:list-item></text:list>
</office:text></office:body></office:document>
"""


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """A file as LibreOffice writes it in another format, beside a profile of its own."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def converted(path: Path, format_: str) -> Path:
        folder = path.parent / f"{path.stem}.{format_.partition(':')[0]}"
        command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", format_, "--outdir", str(folder), str(path)]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        assert folder.is_dir(), done.stderr.decode()
        return next(folder.iterdir())

    return converted


def documents(folder: Path, convert: Convert) -> dict[str, Path]:
    """A document by LibreOffice itself, and one with what only Word writes."""
    draft = folder / "written.fodt"
    draft.write_text(WRITTEN, "utf-8")
    word = folder / "word.docx"
    word.write_bytes(everything())
    return {"libreoffice": convert(draft, "docx:MS Word 2007 XML"), "word": word}


@pytest.fixture(scope="module")
def pairs(
    tmp_path_factory: pytest.TempPathFactory, convert: Convert
) -> dict[str, tuple[Path, Path]]:
    """Each document, and the same with comments."""
    made = {}
    for name, path in documents(tmp_path_factory.mktemp("made"), convert).items():
        after = tmp_path_factory.mktemp("after") / f"{name}.docx"
        after.write_bytes(commented(path.read_bytes(), audit.audit_file(path)))
        made[name] = path, after
    return made


def annotations(path: Path) -> list[tuple[str, str, str]]:
    """Author, words and text of each comment in a flat OpenDocument file."""
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    found: dict[str, list[str]] = {}
    open_: set[str] = set()

    def walk(element: ElementTree.Element) -> None:
        name = element.get(f"{office}name", "")
        if element.tag == f"{office}annotation":
            (
                author,
                *_,
            ) = (e.text or "" for e in element if e.tag.endswith("}creator"))
            lines = ["".join(e.itertext()) for e in element if e.tag.endswith("}p")]
            found[name] = [author, "", "\n".join(lines)]
            open_.add(name)
            return
        if element.tag == f"{office}annotation-end":
            open_.discard(name)
        say(element.text)
        for child in element:
            walk(child)
            say(child.tail)

    def say(text: str | None) -> None:
        for name in open_:
            found[name][1] += text or ""

    body = ElementTree.parse(path).getroot().find(f"{office}body")
    assert body is not None
    walk(body)
    return [(author, words, text) for author, words, text in found.values()]


@pytest.mark.parametrize("name", ["libreoffice", "word"])
def test_libreoffice_reads_the_same_text_and_the_comments(
    name: str, pairs: dict[str, tuple[Path, Path]], convert: Convert
) -> None:
    before, after = pairs[name]
    expected = comments_of(audit.audit_file(before))

    assert docx.read(after.read_bytes()).text == docx.read(before.read_bytes()).text
    texts = [convert(path, "txt:Text").read_text("utf-8-sig") for path in (before, after)]
    assert texts[0] == texts[1]
    assert "Some reports claim" in texts[0]
    there = annotations(convert(after, "fodt"))
    ours = [text.split("\naudit measures")[0] for by, _, text in there if by == "audit"]
    assert ours == [comment.text for comment in expected]
    theirs = [comment for comment in there if comment[0] == "Mo Lind"]
    assert theirs == annotations(convert(before, "fodt"))
    assert len(theirs) == 1
    assert convert(after, "pdf").read_bytes().startswith(b"%PDF")


def test_what_libreoffice_writes_is_read(pairs: dict[str, tuple[Path, Path]]) -> None:
    assert docx.read(pairs["libreoffice"][0].read_bytes()).text.split("\n\n") == [
        "Plant & harbour to close",
        "Some reports claim the old plant will close.",
        "A source close to the owners said it was a disaster. "
        "If so, 400 full-time jobs would be lost.",
        "Ana Ruiz, the mayor, said on Monday that critics were wrong.",
        "It is believed to be sold.",
        "• Officials said no.",
    ]


def test_a_page_that_libreoffice_makes_a_document_of(tmp_path: Path, convert: Convert) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><h1>Plant to close</h1><p>Some reports <b>cla</b>im that it <i>will</i> "
        "close.<br>If so, it is sold.</p><blockquote><p>Everybody knows it.</p></blockquote>"
        "<ul><li>Officials said no.</li></ul></body></html>",
        "utf-8",
    )
    document = convert(page, "docx:MS Word 2007 XML")
    report = audit.audit_file(document)
    (tmp_path / "after.docx").write_bytes(commented(document.read_bytes(), report))
    ours = annotations(convert(tmp_path / "after.docx", "fodt"))

    assert report.document.text.split("\n\n")[2] == "“Everybody knows it.”"
    assert [words for _, words, _ in ours] == ["Some reports", "If so"]
    assert len(ours) == len({finding.group for finding in report.findings})


def test_marks_inside_what_cannot_be_divided_open_as_well(tmp_path: Path, convert: Convert) -> None:
    control = (
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>"
        + run("Some reports claim that it is sold.")
        + "</w:sdtContent></w:sdt>"
    )
    data = word_file(paragraph(control))
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    path.write_bytes(commented(data, audit.audit_file(path)))
    [(_, words, text), *_] = annotations(convert(path, "fodt"))

    assert words == "Some reports claim that it is sold."
    assert re.match("“Some reports” could be anything", text)
