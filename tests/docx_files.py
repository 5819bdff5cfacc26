"""Word documents as Word writes them, put together by hand: a zip, its parts, what is in them."""

import io
import zipfile
from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# The vocabularies that Word declares, some of which a reader may leave unread.
ROOT = (
    f'<w:document xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
    ' mc:Ignorable="w14 w16se">'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
RELATIONS = (
    '<Relationship Id="r1" Type="x/hyperlink" Target="https://a.b/c" TargetMode="External"/>'
    '<Relationship Id="r2" Type="x/hyperlink" Target="mailto:a@b.c" TargetMode="External"/>'
)


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def run(text: str, tag: str = "t", properties: str = "<w:b/>") -> str:
    format_ = f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{format_}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def document(body: str) -> str:
    return f"{HEAD}{ROOT}<w:body>{body}<w:sectPr/></w:body></w:document>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            # One date, so that the same document is the same bytes.
            entry = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 4))
            file.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def word_file(body: str, *, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A whole document; each of ``more`` is a part, served to the text by its name's stem."""
    others = {f"word/{name}": content for name, content in (more or {}).items()}
    served = [name for name in (more or {}) if name.endswith(".xml") and "/" not in name]
    relations = RELATIONS + "".join(
        f'<Relationship Id="s{i}" Type="{R}/{name[:-4]}" Target="{name}"/>'
        for i, name in enumerate(served)
    )
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_MAIN}.{name[:-4]}+xml"/>'
        for name in served
    )
    return zipped(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/><Override PartName='
            f'"/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>{types}</Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
            f'Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": document(body),
            "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/'
            f'relationships">{relations}</Relationships>',
            **others,
        }
    )


def part(name: str, content: str) -> str:
    """A part of WordprocessingML other than the text."""
    return f'{HEAD}<w:{name} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{name}>'


def docx_file(
    body: str, head: str = "", comments: Iterable[tuple[str, str]] = (), author: str = "x"
) -> bytes:
    """A document with this body, and something before its root; comments are id and text."""
    said = "".join(
        f'<w:comment w:id="{id_}" w:author="{author}">{paragraph(run(text))}</w:comment>'
        for id_, text in comments
    )
    data = word_file(body, more={"comments.xml": part("comments", said)} if said else None)
    parts: dict[str, str | bytes] = {**parts_of(data)}
    parts["word/document.xml"] = document(body).replace(ROOT, head + ROOT)
    return zipped(parts)


STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Haus"><w:name w:val="House quote"/>'
    '<w:basedOn w:val="Zitat"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Round"/>'
    '<w:basedOn w:val="Kreis"/></w:style>',
)
NUMBERS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    'w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/></w:num>',
)
NOTES = part(
    "footnotes",
    '<w:footnote w:id="1"><w:p><w:r><w:t>The register, https://a.b/register</w:t></w:r></w:p>'
    '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Sources said so in a note.</w:t></w:r>'
    "</w:p></w:footnote>",
)
COMMENTS = part(
    "comments",
    '<w:comment w:id="0" w:author="Mo Lind" w:initials="ML" w:date="2026-01-02T03:04:05Z">'
    "<w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Check this &amp; that.</w:t></w:r></w:p>"
    "</w:comment>",
)
BY = 'w:author="Mo Lind" w:date="2026-01-02T03:04:05Z"'


def box(text: str) -> str:
    """A text box as Word writes it: once for itself, once for programs that are older."""
    inner = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="2000000" cy="400000"/><wp:docPr id="1" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:150pt;height:30pt"><v:textbox>{inner}</v:textbox></v:shape>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def code(text: str, result: str) -> str:
    """A field: its code, and what is shown for it."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD}
    inner = run(text, "instrText")
    return f"{marks['begin']}{inner}{marks['separate']}{result}{marks['end']}"


FIELD = ("begin", "separate", "end")
EVERYTHING = "".join(
    (
        paragraph(run("Plant &amp; harbour to close"), properties='<w:pStyle w:val="Titel"/>'),
        # A comment that is there, a bookmark, an insertion, a deletion.
        paragraph(
            '<w:bookmarkStart w:id="0" w:name="top"/>',
            run("Some "),
            '<w:commentRangeStart w:id="0"/>',
            f'<w:ins w:id="1" {BY}>{run("reports claim", properties="<w:i/>")}</w:ins>',
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            f'<w:del w:id="2" {BY}>{run(" confirm", "delText")}</w:del>',
            '<w:bookmarkEnd w:id="0"/>',
            run(" the plant will close by June."),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
        ),
        # A link, a field, a line break, a tab, a soft hyphen, a hyphen that does not break.
        paragraph(
            '<w:proofErr w:type="spellStart"/>',
            f'<w:hyperlink r:id="r1" w:history="1">{run("A source close to the owners")}'
            "</w:hyperlink>",
            '<w:r><w:t xml:space="preserve"> said it was a dis</w:t><w:softHyphen/>'
            '<w:t>aster.</w:t><w:br/><w:t xml:space="preserve">If so, 400</w:t><w:tab/>'
            "<w:t>full</w:t><w:noBreakHyphen/><w:t>time jobs would be lost.</w:t></w:r>",
            code(" PAGEREF top ", run(" See page 3.")),
        ),
        # A content control, one inside it, and one that a program fills.
        '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>'
        + paragraph(
            '<w:sdt><w:sdtPr><w:id w:val="6"/></w:sdtPr><w:sdtContent>'
            + run("Officials said on Monday")
            + "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>"
            + run(" that critics believe")
            + "</w:sdtContent></w:sdt>",
            run(" it is doomed."),
        )
        + "</w:sdtContent></w:sdt>",
        f"<w:tbl><w:tr><w:tc>{paragraph(run('Sources said: a cell.'))}</w:tc></w:tr></w:tbl>",
        paragraph(box("Sources said: a box."), run("It is believed to be sold.")),
        paragraph(run("It is a disgrace for the town."), properties='<w:pStyle w:val="Haus"/>'),
        paragraph(run("Experts say it was overdue."), properties='<w:pStyle w:val="Aufz"/>'),
    )
)


def everything() -> bytes:
    """A document with all of Word's constructs in it, as an editor might have left it."""
    more: dict[str, str | bytes] = {
        "styles.xml": STYLES,
        "numbering.xml": NUMBERS,
        "footnotes.xml": NOTES,
        "comments.xml": COMMENTS,
        "media/image1.png": bytes(range(256)) * 9,
    }
    return word_file(EVERYTHING, more=more)
