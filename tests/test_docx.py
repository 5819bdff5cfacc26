"""Word documents: what is read of them, and where it stands."""

import json
from pathlib import Path

import jsonschema
import pytest

import audit
from audit.document import Document
from audit.read import docx, read_file
from tests.docx_files import (
    BY,
    NOTES,
    STYLES,
    W,
    box,
    code,
    document,
    everything,
    paragraph,
    parts_of,
    run,
    word_file,
    zipped,
)

SCHEMA = Path(__file__).parent.parent / "templates" / "report.schema.json"


def text_of(data: bytes) -> str:
    return docx.read(data).text


def of(folder: Path, data: bytes) -> Document:
    (folder / "a.docx").write_bytes(data)
    return read_file(str(folder / "a.docx"))


def test_everything_that_word_can_put_in(tmp_path: Path) -> None:
    found = of(tmp_path, everything())

    assert found.text.split("\n\n") == [
        "Plant & harbour to close",
        "Some reports claim the plant will close by June.",
        "A source close to the owners said it was a disaster. "
        "If so, 400 full-time jobs would be lost. See page 3.",
        "Officials said on Monday that critics believe it is doomed.",
        "It is believed to be sold.",
        "“It is a disgrace for the town.”",
        "• Experts say it was overdue.",
    ]
    assert [found.excerpt(link) for link in found.links] == ["A source close to the owners"]


CHANGES = f'w:id="9" {BY}'
OLD = "<w:pPrChange><w:pPr><w:pStyle w:val='Zitat'/><w:numPr/></w:pPr></w:pPrChange>"
EMOJI = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F600"/>'
    "</mc:Choice><mc:Fallback><w:t>\U0001f600</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:ins {CHANGES}>{run('in')}</w:ins><w:del {CHANGES}>{run('out')}</w:del>", "in"),
        (f"<w:moveTo {CHANGES}>{run('in')}</w:moveTo>", "in"),
        (f"<w:moveFrom {CHANGES}>{run('out')}</w:moveFrom>{run('in')}", "in"),
        # The result of a field and not its code, of a field in the code neither.
        (code(" DATE ", run("today")), "today"),
        (code(f" IF {code(' PAGE ', run('9'))} = 1", run("yes")), "yes"),
        (f'<w:fldSimple w:instr=" DATE ">{run("today")}</w:fldSimple>', "today"),
        # Of alternatives the first that says something.
        (f"{EMOJI}{run('well')}", "\U0001f600well"),
        (
            "<mc:AlternateContent><mc:Choice Requires='w14'><w:r><w:t>one</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>two</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "one",
        ),
        (f"{box('aside')}{run('text')}", "text"),
        # Signs that are no characters in the file.
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
        ("<w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r>", "full-time"),
        ("<w:r><w:t>dis</w:t><w:softHyphen/><w:t>aster</w:t></w:r>", "disaster"),
        ('<w:r><w:sym w:font="Arial" w:char="201C"/><w:t>well”</w:t></w:r>', "“well”"),
        ('<w:r><w:t>good</w:t><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "good"),
        ('<w:r><w:sym w:char="D800"/><w:sym w:char="x"/><w:sym/><w:t>a</w:t></w:r>', "a"),
        ("<w:r><w:t>a\r\n  b</w:t></w:r>", "a b"),
        # An empty line in a paragraph divides it.
        ("<w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r>", "One.\n\nTwo."),
        # What a control shows while nothing has been filled in.
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{run('Click here.')}</w:sdtContent></w:sdt>{run('in')}",
            "in",
        ),
        # What the writer has hidden, and small letters above others.
        (f"{run('out', properties='<w:vanish/>')}{run('in')}", "in"),
        (run("in", properties='<w:vanish w:val="0"/>'), "in"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "base",
        ),
    ],
)
def test_each_text_is_read_once(inner: str, text: str) -> None:
    assert text_of(word_file(paragraph(inner))) == text


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ('<w:pStyle w:val="Haus"/>', "“said”"),
        ('<w:pStyle w:val="BlockText"/>', "“said”"),
        ('<w:pStyle w:val="Aufz"/>', "• said"),
        ('<w:pStyle w:val="Aufz"/><w:numPr><w:numId w:val="0"/></w:numPr>', "said"),
        ("<w:numPr/>", "• said"),
        ('<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>', "said"),
        ('<w:pStyle w:val="Kreis"/>', "said"),
        (f'<w:pStyle w:val="Titel"/>{OLD}', "said"),
    ],
)
def test_quotations_and_lists_are_known_by_the_names_of_styles(properties: str, text: str) -> None:
    data = word_file(paragraph(run("said"), properties=properties), more={"styles.xml": STYLES})

    assert text_of(data) == text


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    deleted = f"<w:rPr><w:del {CHANGES}/></w:rPr>"
    body = paragraph(run("Some "), properties=deleted) + paragraph(run("reports claim it."))
    found = of(tmp_path, word_file(body))

    assert found.text == "Some reports claim it."
    assert found.position(found.text.index("reports")) == (2, 1)


def test_a_large_initial_belongs_to_its_word() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    body = paragraph(run("A"), properties=frame) + paragraph(run("na Ruiz opened it."))

    assert text_of(word_file(body)) == "Ana Ruiz opened it."


def test_a_field_that_never_ends_costs_its_own_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert text_of(word_file(paragraph(begin, run("out")) + paragraph(run("in")))) == "in"


@pytest.mark.parametrize(
    ("inner", "links"),
    [
        (f'<w:hyperlink r:id="r1">{run("the report")}</w:hyperlink>', ["the report"]),
        (f'<w:hyperlink r:id="r2">{run("write")}</w:hyperlink>', []),
        (f'<w:hyperlink w:anchor="top">{run("up")}</w:hyperlink>', []),
        (code(' HYPERLINK "https://a.b/c" \\o "tip" ', run("the report")), ["the report"]),
        (code(' HYPERLINK \\l "top" ', run("up")), []),
        (
            f'<w:fldSimple w:instr="HYPERLINK https://a.b">{run("the report")}</w:fldSimple>',
            ["the report"],
        ),
        # The word on which a note with an address hangs; the second has none.
        (run("the report") + '<w:r><w:footnoteReference w:id="1"/></w:r>', ["report"]),
        (run("the report") + '<w:r><w:footnoteReference w:id="2"/></w:r>', []),
    ],
)
def test_a_link_is_a_reference(tmp_path: Path, inner: str, links: list[str]) -> None:
    found = of(tmp_path, word_file(paragraph(inner, run(" end")), more={"footnotes.xml": NOTES}))

    assert [found.excerpt(link) for link in found.links] == links


def test_a_layout_that_puts_the_article_in_a_table_or_a_box_is_read() -> None:
    prose = paragraph(run("Ana Ruiz opened the library."))

    assert text_of(word_file(f"<w:tbl><w:tr><w:tc>{prose}</w:tc></w:tr></w:tbl>")) == (
        "Ana Ruiz opened the library."
    )
    assert text_of(word_file(paragraph(box("Ana Ruiz opened it.")))) == "Ana Ruiz opened it."


def test_a_finding_leads_to_its_paragraph_and_run(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(everything())
    report = audit.audit_file(tmp_path / "a.docx").to_dict()
    places = {f["rule"]: (f["line"], f["column"], f["run"]) for f in report["findings"]}

    jsonschema.validate(report, json.loads(SCHEMA.read_text("utf-8")))
    assert places["vague-reports"] == (2, 1, 1)
    # Behind a deletion and after a line break of the same run.
    assert places["doubt-verb"] == (2, 14, 2)
    assert places["conditional-hedge"] == (3, 54, 2)
    # The box in the paragraph has a paragraph and a run of its own, twice.
    assert places["weasel-phrase"] == (6, 4, 2)


def test_only_a_word_document_has_runs() -> None:
    [finding, *_] = audit.audit_text("Some reports claim that it is sold.").to_dict()["findings"]

    assert "run" not in finding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_any_encoding_that_a_part_may_have(encoding: str) -> None:
    source = document(paragraph(run("Zoë opened it.")))
    source = source.replace("UTF-8", encoding.removesuffix("-sig"))
    parts: dict[str, str | bytes] = {**parts_of(everything())}
    parts["word/document.xml"] = source.encode(encoding)

    assert text_of(zipped(parts)) == "Zoë opened it."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ("w:", "x:"),
    ],
)
def test_any_edition_and_prefix(old: str, new: str) -> None:
    inner = "<w:body><w:p><w:r><w:t>Yes.</w:t></w:r></w:p></w:body>"
    source = f'<w:document xmlns:w="{W}">{inner}</w:document>'
    source = source.replace("xmlns:w", f"xmlns:{new[:-1]}") if new == "x:" else source
    parts: dict[str, str | bytes] = {**parts_of(everything())}
    parts["word/document.xml"] = source.replace(old, new)

    assert text_of(zipped(parts)) == "Yes."


def test_the_package_says_where_the_text_is() -> None:
    moved = {
        name.replace("document.xml", "document2.xml"): content.replace(
            b"word/document.xml", b"word/document2.xml"
        )
        for name, content in parts_of(everything()).items()
    }

    assert text_of(zipped(moved)) == text_of(everything())


def test_deep_nesting_is_read_to_the_end() -> None:
    deep = "<w:sdt>" * 5000 + paragraph(run("Ana Ruiz opened it.")) + "</w:sdt>" * 5000

    assert text_of(word_file(deep)) == "Ana Ruiz opened it."
