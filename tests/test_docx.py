"""Word documents: what is read of them, where it stands, and what is refused."""

import io
import random
import zipfile
from pathlib import Path

import pytest

import audit
from audit.document import Document
from audit.read import Unreadable, docx, read_file
from audit.read.package import LARGEST_PART

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x" Target="https://a.b/c" TargetMode="External"/>'
    '<Relationship Id="r2" Type="x" Target="footnotes.xml"/></Relationships>'
)


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


BODY = "".join(
    (
        paragraph(run("Plant &amp; harbour"), properties='<w:pStyle w:val="Title"/>'),
        paragraph(),
        paragraph(
            run("Ana Ruiz, the "),
            f'<w:hyperlink r:id="r1">{run("minister")}</w:hyperlink>',
            f'<w:del w:id="1">{run(", some reports claim,", "delText")}</w:del>',
            f'<w:ins w:id="2">{run(", said")}</w:ins>',
            '<w:r><w:footnoteReference w:id="3"/></w:r>',
            run(" it will"),
            '<w:r><w:br/></w:r><w:commentRangeStart w:id="4"/>',
            run("close."),
        ),
        f"<w:tbl><w:tr><w:tc>{paragraph(run('Sources said cell.'))}</w:tc></w:tr></w:tbl>",
        paragraph(
            "<w:r><w:pict><w:txbxContent>"
            + paragraph(run("Sources said box."))
            + "</w:txbxContent></w:pict></w:r>",
            run("Some reports claim that it is sold."),
        ),
        paragraph(run("It is a disgrace."), properties='<w:pStyle w:val="Quote"/>'),
        paragraph(run("It is open."), properties="<w:numPr/>"),
    )
)


def packed(body: str = BODY, head: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        source = (
            f'{head}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
        )
        file.writestr("word/document.xml", source)
        file.writestr("word/_rels/document.xml.rels", RELATIONS)
    return data.getvalue()


def read(folder: Path, data: bytes) -> Document:
    (folder / "a.docx").write_bytes(data)
    return read_file(str(folder / "a.docx"))


def test_the_prose_of_a_document(tmp_path: Path) -> None:
    found = read(tmp_path, packed())

    assert found.text.split("\n\n") == [
        "Plant & harbour",
        "Ana Ruiz, the minister, said it will close.",
        "Some reports claim that it is sold.",
        "“It is a disgrace.”",
        "• It is open.",
    ]
    assert [found.excerpt(link) for link in found.links] == ["minister"]


def test_a_finding_leads_to_its_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed())
    report = audit.audit_file(tmp_path / "a.docx")
    [found] = [finding for finding in report.findings if finding.rule == "vague-reports"]

    assert (found.line, found.column) == (5, 1)
    assert report.document.excerpt(found.span) == "Some reports"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a Word document"),
        (b"PK\x03\x04", "not a Word document"),
        (packed()[:200], "not a Word document"),
        (packed("<w:p>"), "damaged"),
        (packed(head='<!DOCTYPE x [<!ENTITY a "b">]>'), "entities of its own"),
        (packed(" " * (LARGEST_PART + 1)), "too large"),
    ],
)
def test_what_is_no_document_has_one_clear_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as caught:
        read(tmp_path, data)

    assert "\n" not in str(caught.value)


def test_a_thousand_damaged_documents_end_in_a_text_or_a_message(tmp_path: Path) -> None:
    whole = packed()
    chance = random.Random(1)
    for seed in range(1000):
        data = bytearray(whole if seed % 3 else whole[: chance.randrange(len(whole))])
        for _ in range(seed % 7):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        if seed % 5 == 0:
            body = chance.choice(["<w:p>", "<w:r>", "</w:p>", "<x>", "&a;", "<w:tbl>"]) * 900
            data = bytearray(packed(chance.choice([body, BODY[: chance.randrange(len(BODY))]])))
        try:
            docx.read(bytes(data))
        except docx.NotWord:
            continue


def test_deep_nesting_is_read_to_the_end(tmp_path: Path) -> None:
    deep = "<w:sdt>" * 5000 + paragraph(run("Ana Ruiz opened it.")) + "</w:sdt>" * 5000

    assert read(tmp_path, packed(deep)).text == "Ana Ruiz opened it."
