"""A Word document that comes back with comments: they are right, and all else is as it was."""

import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

import audit
from audit import cli
from audit.aside import put_aside
from audit.outputs import docx_package, kinds
from audit.outputs.docx import commented
from audit.outputs.docx_marks import Range, marked
from audit.read import docx
from audit.read.package import NotWord, unpack
from audit.read.wordml import Body
from tests.docx_files import (
    COMMENTS,
    W,
    document,
    everything,
    paragraph,
    part,
    parts_of,
    run,
    word_file,
    zipped,
)
from tests.test_cli import run as audit_command

Parts = dict[str, str | bytes]
TEXT = "word/document.xml"
FAULTY = "Some reports claim that the plant will close."
CALM = word_file(paragraph(run("Ana Ruiz opened the library.")))


def back(folder: Path, data: bytes) -> bytes:
    """What the command makes of a document."""
    (folder / "a.docx").write_bytes(data)
    return commented(data, audit.audit_file(folder / "a.docx"))


def body_of(data: bytes) -> Body:
    return docx.body_of(unpack(data))


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def ours(source: bytes, ids: set[str]) -> Iterator[tuple[str, str]]:
    """Each of these comments with the words between its marks, in order of where it ends."""
    begun: dict[str, str] = {}
    for element in ElementTree.fromstring(source).iter():
        id_ = element.get(w("id"), "")
        if element.tag == w("commentRangeStart") and id_ in ids:
            begun[id_] = ""
        elif element.tag == w("commentRangeEnd") and id_ in ids:
            yield id_, begun.pop(id_)
        said = SAID.get(element.tag.removeprefix(f"{{{W}}}"), "")
        for other in begun:
            begun[other] += (element.text or "") if element.tag == w("t") else said


SAID = {"tab": " ", "br": " ", "noBreakHyphen": "-"}


def said(data: bytes) -> list[tuple[str, str]]:
    """Our comments: the words each stands beside, and what it says."""
    parts = parts_of(data)
    if "word/comments.xml" not in parts:
        return []
    comments = {
        comment.get(w("id"), ""): "\n".join("".join(p.itertext()) for p in comment)
        for comment in ElementTree.fromstring(parts["word/comments.xml"])
        if comment.get(w("author")) == "audit"
    }
    return [(words, comments[id_]) for id_, words in ours(parts[TEXT], set(comments))]


def content(source: bytes, without: set[str]) -> list[str]:
    """All there is in a text part but these comments, every character with its format.

    Where runs begin and end is left out, and what must not be seen is not.
    """
    found: list[str] = []

    def walk(element: ElementTree.Element, format_: str) -> None:
        if element.tag == w("rPr"):
            return
        if element.get(w("id")) in without and element.tag.startswith(w("comment")):
            return
        if element.tag == w("r"):
            style = element.find(w("rPr"))
            format_ = "" if style is None else ElementTree.tostring(style, "unicode").rstrip()
        elif element.tag == w("t"):
            found.extend(f"{char} {format_}" for char in element.text or "")
        else:
            found.append(f"<{element.tag} {sorted(element.items())} {element.text or ''}")
        for child in element:
            walk(child, format_)
        if element.tag not in (w("r"), w("t")):
            found.append(f">{element.tag}")

    walk(ElementTree.fromstring(source), "")
    return found


# What comes back


def test_only_comments_are_new(tmp_path: Path) -> None:
    before, after = parts_of(everything()), parts_of(back(tmp_path, everything()))
    changed = {name for name in before if before[name] != after[name]}
    new = set(body_of(back(tmp_path, everything())).comments) - {"0"}

    assert list(after) == list(before)
    assert changed == {TEXT, "word/comments.xml"}
    assert content(after[TEXT], new) == content(before[TEXT], set())
    assert after["word/comments.xml"].startswith(before["word/comments.xml"].split(b"</w:comm")[0])
    # The head with its prefixes, and what a reader may leave unread.
    head = before[TEXT].index(b"<w:p>")
    assert after[TEXT][:head] == before[TEXT][:head]


def test_a_group_of_findings_is_one_comment(tmp_path: Path) -> None:
    found = dict(said(back(tmp_path, everything())))
    report = audit.audit_file(tmp_path / "a.docx")

    assert list(found) == [
        "Some reports",
        "A source close to the owners",
        "If so",
        "Officials",
        "is believed",
    ]
    assert len(found) == len({finding.group for finding in report.findings})
    lines = found["Some reports"].split("\n")
    assert lines[:3] == [
        "“Some reports” could be anything: no outlet, no date, no link.",
        "Which reports? Name and link them.",
        "error · vague-reports",
    ]
    assert [line for line in lines if " · " in line] == [
        "error · vague-reports",
        "warning · secondhand-source",
        "warning · doubt-verb",
    ]
    assert lines[-1] == "audit measures how sourcing is shown, not whether an article is true."
    assert sum("audit measures" in text for text in found.values()) == 1


def test_another_program_reads_the_comments_and_the_same_text(tmp_path: Path) -> None:
    word = pytest.importorskip("docx")
    before, after = (
        word.Document(BytesIO(everything())),
        word.Document(BytesIO(back(tmp_path, everything()))),
    )

    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert [(c.author, c.initials) for c in after.comments] == [("Mo Lind", "ML")] + [
        ("audit", "a")
    ] * 5
    assert len({c.comment_id for c in after.comments}) == 6


def test_a_document_without_comments_gets_a_part_for_them(tmp_path: Path) -> None:
    data = word_file(paragraph(run(FAULTY)))
    before, after = parts_of(data), parts_of(back(tmp_path, data))
    changed = {name for name in before if before[name] != after[name]}

    assert list(after) == [*before, "word/comments.xml"]
    assert changed == {TEXT, "[Content_Types].xml", "word/_rels/document.xml.rels"}
    types = ElementTree.fromstring(after["[Content_Types].xml"])
    assert types[-1].attrib == {
        "PartName": "/word/comments.xml",
        "ContentType": "application/vnd.openxmlformats-officedocument.wordprocessingml"
        ".comments+xml",
    }
    assert unpack(back(tmp_path, data)).related("comments") == "word/comments.xml"
    assert [words for words, _ in said(back(tmp_path, data))] == ["Some reports"]


def test_nothing_found_is_the_same_file(tmp_path: Path) -> None:
    assert back(tmp_path, CALM) == CALM


def test_doing_it_again_adds_nothing(tmp_path: Path) -> None:
    once = back(tmp_path, everything())

    assert back(tmp_path, once) == once
    # A finding that is new gets its comment, and no other gets a second one.
    parts = parts_of(once)
    parts[TEXT] = parts[TEXT].replace(b"Experts say it", b"Some reports claim it")
    twice = back(tmp_path, zipped(parts))
    assert len(said(twice)) == len(said(once)) + 1


def test_what_does_not_count_has_no_comment(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(everything())
    report = audit.audit_file(tmp_path / "a.docx")
    less = put_aside(report, "known before", lambda finding: finding.rule == "conditional-hedge")
    lines = "\n".join(text for _, text in said(commented(everything(), less))).split("\n")

    assert len(less.suppressed) == 1
    assert "error · conditional-hedge" not in lines
    assert "error · vague-reports" in lines


def test_the_ids_are_free_whatever_is_taken(tmp_path: Path) -> None:
    taken = part("comments", '<w:comment w:id="1" w:author="Mo"><w:p/></w:comment>')
    orphan = '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="03"/>'
    data = word_file(
        paragraph(orphan, run(FAULTY + " If so, it is sold.")), more={"comments.xml": taken}
    )
    root = ElementTree.fromstring(parts_of(back(tmp_path, data))["word/comments.xml"])

    assert [comment.get(w("id")) for comment in root] == ["1", "2", "4"]


# Where marks can stand


@pytest.mark.parametrize(
    ("inner", "marks"),
    [
        # In one run, from its start, to its end, in the middle.
        (
            "<w:r><w:t>[a b] c</w:t></w:r>",
            '<S/><w:r><w:t>a b</w:t></w:r><E/><w:r><w:t xml:space="preserve"> c</w:t></w:r>',
        ),
        (
            "<w:r><w:t>a [b c]</w:t></w:r>",
            '<w:r><w:t xml:space="preserve">a </w:t></w:r><S/><w:r><w:t>b c</w:t></w:r><E/>',
        ),
        (
            "<w:r><w:t>x[y]z</w:t></w:r>",
            "<w:r><w:t>x</w:t></w:r><S/><w:r><w:t>y</w:t></w:r><E/><w:r><w:t>z</w:t></w:r>",
        ),
        # The format and the other attributes go with each part.
        (
            '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">x[ y]</w:t></w:r>',
            '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">x</w:t></w:r><S/>'
            '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> y</w:t></w:r><E/>',
        ),
        # Over a break, a tab, several runs.
        (
            "<w:r><w:t>x[y</w:t><w:br/><w:t>z]</w:t><w:tab/></w:r>",
            "<w:r><w:t>x</w:t></w:r><S/><w:r><w:t>y</w:t><w:br/><w:t>z</w:t></w:r><E/>"
            "<w:r><w:tab/></w:r>",
        ),
        (
            "<w:r><w:t>x[y</w:t></w:r><w:r><w:t>z]</w:t></w:r>",
            "<w:r><w:t>x</w:t></w:r><S/><w:r><w:t>y</w:t></w:r><w:r><w:t>z</w:t></w:r><E/>",
        ),
        # Inside a link, over its edge, around all of it.
        (
            '<w:hyperlink w:anchor="a"><w:r><w:t>x[y]z</w:t></w:r></w:hyperlink>',
            '<w:hyperlink w:anchor="a"><w:r><w:t>x</w:t></w:r><S/><w:r><w:t>y</w:t></w:r><E/>'
            "<w:r><w:t>z</w:t></w:r></w:hyperlink>",
        ),
        (
            '<w:ins w:id="9"><w:r><w:t>[x</w:t></w:r></w:ins><w:r><w:t>y]</w:t></w:r>',
            '<S/><w:ins w:id="9"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:t>y</w:t></w:r><E/>',
        ),
        (
            '<w:ins w:id="9"><w:hyperlink w:anchor="a"><w:r><w:t>[x]</w:t></w:r></w:hyperlink>'
            "</w:ins>",
            '<S/><w:ins w:id="9"><w:hyperlink w:anchor="a"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
            "</w:ins><E/>",
        ),
        # Around what cannot be taken apart: a control that is filled, a simple field, an
        # alternative, a section of character data.
        (
            "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>x[y]z</w:t></w:r>"
            "</w:sdtContent></w:sdt>",
            "<S/><w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>xyz</w:t></w:r>"
            "</w:sdtContent></w:sdt><E/>",
        ),
        (
            '<w:fldSimple w:instr="X"><w:r><w:t>x[y]z</w:t></w:r></w:fldSimple>',
            '<S/><w:fldSimple w:instr="X"><w:r><w:t>xyz</w:t></w:r></w:fldSimple><E/>',
        ),
        (
            "<w:r><w:t>x</w:t><mc:AlternateContent><mc:Fallback><w:t>[y</w:t></mc:Fallback>"
            "</mc:AlternateContent><w:t>z]z</w:t></w:r>",
            "<w:r><w:t>x</w:t></w:r><S/><w:r><mc:AlternateContent><mc:Fallback><w:t>y</w:t>"
            "</mc:Fallback></mc:AlternateContent><w:t>z</w:t></w:r><E/><w:r><w:t>z</w:t></w:r>",
        ),
        (
            "<w:r><w:t>a<![CDATA[x[y]z]]></w:t></w:r>",
            "<S/><w:r><w:t>a<![CDATA[xyz]]></w:t></w:r><E/>",
        ),
        # Behind something in the text that is none.
        (
            "<w:r><w:t><!-- > -->a [b]</w:t></w:r>",
            '<w:r><w:t xml:space="preserve"><!-- > -->a </w:t></w:r><S/>'
            "<w:r><w:t>b</w:t></w:r><E/>",
        ),
        # Characters that are written otherwise.
        (
            "<w:r><w:t>a&amp;[&#x201C;b]&lt;</w:t></w:r>",
            "<w:r><w:t>a&amp;</w:t></w:r><S/><w:r>"
            "<w:t>&#x201C;b</w:t></w:r><E/><w:r><w:t>&lt;</w:t></w:r>",
        ),
        # Text that is in no run, which Word never writes.
        ("<w:t>x[y]</w:t>", "<S/><w:t>xy</w:t><E/>"),
    ],
)
def test_marks_stand_around_the_words(inner: str, marks: str) -> None:
    plain = inner.replace("[CDATA[", "\0").replace("]]>", "\1")
    bare = plain.replace("[", "").replace("]", "").replace("\0", "[CDATA[").replace("\1", "]]>")
    # The brackets are counted in the text as it is read.
    shown = body_of(word_file(paragraph(inner))).text
    start, end = shown.index("["), shown.index("]") - 1
    result = marked(body_of(word_file(paragraph(bare))), [Range(7, start, end)]).decode()
    found = result.split("</w:pPr>")[1].split("</w:p>")[0]

    sign = '<w:r><w:commentReference w:id="7"/></w:r>'
    assert found == marks.replace("<S/>", '<w:commentRangeStart w:id="7"/>').replace(
        "<E/>", f'<w:commentRangeEnd w:id="7"/>{sign}'
    )


def test_any_ranges_at_all_keep_the_text_and_hold_their_words() -> None:
    data = everything()
    body, chance = body_of(data), random.Random(1)
    letters = [i for i, char in enumerate(body.text) if char != "\n"]
    # It stands in the file before the paragraph that it is read after.
    box = body.text.index("Sources said: a box.")
    for _ in range(200):
        ranges = []
        for id_ in range(100, 100 + chance.randrange(1, 9)):
            first = chance.randrange(len(letters))
            last = min(first + chance.randrange(60), len(letters) - 1)
            ranges.append(Range(id_, letters[first], letters[last] + 1))
        ids = {str(range_.id) for range_ in ranges}
        result = marked(body, ranges)

        assert content(result, ids) == content(body.data, set())
        held = dict(ours(result, ids))
        assert held.keys() == ids
        for id_, start, end in ranges:
            words, inside = body.text[start:end].replace("\n", ""), iter(held[str(id_)])
            # What goes around a whole holds more than its words, and never less.
            boxed = start < box + len("Sources said: a box.") and box < end
            assert boxed or all(char in inside for char in words)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("w:", "x:"),
        (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ("UTF-8", "UTF-16"),
        ("</w:body>", "<!-- </w:body> --></w:body>"),
    ],
)
def test_any_prefix_edition_and_encoding(tmp_path: Path, old: str, new: str) -> None:
    source = document(paragraph(run(FAULTY)))
    source = source.replace(old, new)
    source = source.replace("xmlns:w=", "xmlns:x=") if new == "x:" else source
    parts: Parts = {**parts_of(CALM), TEXT: source.encode("utf-16" if new == "UTF-16" else "utf-8")}
    after = parts_of(back(tmp_path, zipped(parts)))

    assert len(after) == len(parts) + 1
    assert docx.read(back(tmp_path, zipped(parts))).text == FAULTY


# What cannot be had


def test_a_document_with_no_namespace_prefix_is_marked(tmp_path: Path) -> None:
    source = f'<document xmlns="{W}"><body><p><r><t>{FAULTY}</t></r></p></body></document>'
    parts: Parts = {**parts_of(CALM), TEXT: source}

    assert [words for words, _ in said(back(tmp_path, zipped(parts)))] == ["Some reports"]


@pytest.mark.parametrize("root", ["<w:comments xmlns:w='{}'/>", "<comments xmlns='{}'></comments>"])
def test_an_empty_list_of_comments_is_filled(tmp_path: Path, root: str) -> None:
    data = word_file(paragraph(run(FAULTY)), more={"comments.xml": root.format(W)})

    assert [words for words, _ in said(back(tmp_path, data))] == ["Some reports"]


def test_names_that_are_taken_are_left_alone(tmp_path: Path) -> None:
    parts: Parts = {**parts_of(word_file(paragraph(run(FAULTY))))}
    after = parts_of(back(tmp_path, zipped({**parts, "word/Comments.xml": "<x/>"})))

    assert after["word/Comments.xml"] == b"<x/>"
    assert "word/comments2.xml" in after


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("[Content_Types].xml", None, r"it has no \[Content_Types\].xml"),
        ("[Content_Types].xml", "<Types>", "damaged: its text is not XML"),
        ("word/_rels/document.xml.rels", "none", "damaged"),
        ("word/_rels/document.xml.rels", "<a" * 500_000, "damaged"),
        ("word/comments.xml", "<w:comments>", "damaged: its text is not XML"),
        ("word/comments.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "entities of its own"),
    ],
)
def test_what_takes_no_comments_has_one_clear_line(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    data = word_file(paragraph(run(FAULTY)), more={"comments.xml": COMMENTS})
    parts: Parts = {**parts_of(data)}
    parts = {n: c for n, c in parts.items() if n != name} | ({name: content} if content else {})
    if "rels" in name:
        del parts["word/comments.xml"]

    with pytest.raises(NotWord, match=message) as caught:
        back(tmp_path, zipped(parts))
    assert "\n" not in str(caught.value)


def test_a_document_in_which_marks_would_be_lost_is_refused(tmp_path: Path) -> None:
    """Its prefixes mean something else where the text stands."""
    inner = f'<x:p xmlns:x="{W}" xmlns:w="urn:other"><x:r><x:t>{FAULTY}</x:t></x:r></x:p>'

    with pytest.raises(NotWord, match="takes no comments; save it in Word once more"):
        back(tmp_path, word_file(inner))


def test_pictures_that_unpack_to_too_much_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx_package, "LARGEST", 1000)

    with pytest.raises(NotWord, match="unpacks to over 1,000 bytes"):
        back(tmp_path, everything())


def test_a_file_that_changed_meanwhile_is_not_commented(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(everything())
    report = audit.audit_file(tmp_path / "a.docx")

    with pytest.raises(NotWord, match="changed while it was audited"):
        commented(CALM, report)


# The command


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(everything())
    (tmp_path / "b.docx").write_bytes(CALM)
    (tmp_path / "c.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def test_the_command_writes_each_document_back(desk: Path) -> None:
    result = audit_command("report", "a.docx", "b.docx", "--format", "docx", "-o", "out")

    assert (result.exit_code, result.stdout) == (0, "out/a.docx\nout/b.docx\n")
    assert sorted(path.name for path in (desk / "out").iterdir()) == ["a.docx", "b.docx"]
    assert (desk / "out" / "b.docx").read_bytes() == CALM
    assert len(said((desk / "out" / "a.docx").read_bytes())) == 5
    assert (desk / "a.docx").read_bytes() == everything()


def test_what_is_no_document_has_a_line_and_the_rest_is_written(desk: Path) -> None:
    (desk / "d.docx").write_bytes(b"PK")
    result = audit_command("report", ".", "-", "gone.docx", "--format", "docx", given="x")

    assert result.exit_code == 3
    assert result.stdout == "reports/a.docx\nreports/b.docx\n"
    assert sorted(result.stderr.splitlines()) == [
        "audit: -: only a .docx comes back as one; save it as .docx, or leave out --format docx",
        "audit: ./c.txt: only a .docx comes back as one; save it as .docx, "
        "or leave out --format docx",
        "audit: ./d.docx: this is not a Word document, or a damaged one; save it as .docx again",
        "audit: gone.docx: there is no such file; check the name",
    ]


def test_a_document_is_never_written_over(desk: Path) -> None:
    result = audit_command("report", "a.docx", "--format", "docx", "-o", ".")

    assert result.exit_code == 2
    assert "a.docx is an article; choose another folder with -o" in result.stderr
    assert (desk / "a.docx").read_bytes() == everything()


@pytest.mark.parametrize(
    ("format_", "names"),
    [
        ("html", ["a.html", "a.json", "c.html", "c.json", "index.html"]),
        ("json", ["a.json", "c.json"]),
        ("csv", ["a.csv", "c.csv"]),
        ("markdown", ["a.md", "c.md"]),
        ("text", ["a.txt", "c.txt"]),
    ],
)
def test_other_formats_of_a_report(desk: Path, format_: str, names: list[str]) -> None:
    result = audit_command("report", "a.docx", "c.txt", "--format", format_)

    assert result.exit_code == 0
    assert sorted(path.name for path in (desk / "reports").iterdir()) == names


def test_the_command_line_knows_every_format() -> None:
    assert tuple(sorted({*kinds.FILES, "docx"})) == cli.KINDS


def test_the_files_of_an_open_document_are_no_articles(desk: Path) -> None:
    (desk / "~$a.docx").write_bytes(b"\5Mo Lind")

    assert audit_command("report", ".").exit_code == 0
