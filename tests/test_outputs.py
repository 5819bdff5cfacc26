"""Every format, on the same nasty reports, against a file that people can read.

``UPDATE_GOLDEN=1 python -m pytest tests/test_outputs.py`` writes the files anew.
"""

import json
import os
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from typing import Any

import jsonschema
import pytest
from markupsafe import escape

import audit
from audit.outputs import FORMATS
from audit.outputs.comparison import compare
from audit.outputs.files import write
from audit.outputs.html import render_difference, render_index
from audit.outputs.markup import escaped
from audit.outputs.page import page
from audit.outputs.segments import Segment
from audit.report import Report
from audit.resources import folder
from tests import nasty

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = folder("seeds") / "articles" / "atacms.txt"
SCHEMA = json.loads((folder("templates") / "report.schema.json").read_text("utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("name", FORMATS)
def test_matches_the_golden_file(name: str) -> None:
    path = GOLDEN / f"report.{name}"
    actual = FORMATS[name](nasty.reports()).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(actual)

    assert actual.decode() == path.read_bytes().decode()


def test_no_reports_make_an_empty_output() -> None:
    assert FORMATS["text"]([]) == FORMATS["github"]([]) == FORMATS["jsonl"]([]) == ""
    assert json.loads(FORMATS["json"]([])) == []
    assert "No article" in FORMATS["html"]([])


# JSON


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", nasty.reports(), ids=lambda report: report.document.name)
def test_reports_keep_to_the_schema(report: Report) -> None:
    CHECK.validate(report.to_dict())


@pytest.mark.parametrize(
    "text", ["", "Officials said no.", SAMPLE.read_text("utf-8")], ids=["empty", "one", "sample"]
)
def test_what_is_audited_keeps_to_the_schema(text: str) -> None:
    CHECK.validate(audit.audit_text(text).to_dict())


def test_fields_come_in_the_order_of_the_schema() -> None:
    """A reader that streams, and a person, may rely on it."""

    def check(value: Any, schema: dict[str, Any]) -> None:
        schema = schema.get("anyOf", [schema])[0] if value is not None else {}
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        if isinstance(value, dict) and "properties" in schema:
            assert list(value) == list(schema["properties"])
            for key, part in value.items():
                check(part, schema["properties"][key])
        elif isinstance(value, list) and isinstance(schema.get("items"), dict):
            for part in value:
                check(part, schema["items"])

    check(nasty.nasty().to_dict(), SCHEMA)


def test_several_reports_are_an_array_and_one_is_not() -> None:
    reports = nasty.reports()

    assert isinstance(json.loads(FORMATS["json"](reports[:1])), dict)
    assert len(json.loads(FORMATS["json"](reports))) == len(reports)


def test_a_line_of_jsonl_is_a_report() -> None:
    reports = nasty.reports()
    lines = FORMATS["jsonl"](reports).splitlines()

    assert [json.loads(line) for line in lines] == [report.to_dict() for report in reports]


# HTML


class _Seen(HTMLParser):
    """The elements, the attributes and the text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        self.texts[tag] = self.texts.get(tag, "") + data


def test_markup_in_an_article_stays_text() -> None:
    seen = _Seen(FORMATS["html"](nasty.reports()))

    assert seen.tags.count("script") == 1
    assert "alert(1)" not in seen.texts["script"]
    assert not {name for name, _ in seen.attributes if name.startswith("on")}


HOSTILE = "\"'><x-bad onload=alert(1)>{{ 7 * 7 }}</script></style><!--&\0"


def test_no_text_of_a_report_is_markup() -> None:
    """Names, messages, questions, codes, evidence, reasons: each as bad as can be."""
    report = nasty.nasty()
    findings = [
        replace(
            finding,
            rule=HOSTILE,
            message=HOSTILE,
            question=HOSTILE,
            evidence=(HOSTILE,) * len(finding.evidence),
            code=HOSTILE,
            group=HOSTILE,
        )
        for finding in report.findings
    ]
    document = replace(report.document, name=HOSTILE, text=_bad_text(report.document.text))
    speakers = [replace(s, name=HOSTILE, aliases=(HOSTILE,)) for s in report.article.speakers]
    attributions = [
        replace(
            a,
            source=replace(a.source, text=HOSTILE, resolves_to=replace(a.source, text=HOSTILE)),
            cue=replace(a.cue, text=HOSTILE, lemma=HOSTILE),
        )
        for a in report.article.attributions
    ]
    article = replace(
        report.article,
        document=document,
        speakers=tuple(speakers),
        attributions=tuple(attributions),
    )
    bad = replace(
        report,
        article=article,
        findings=tuple(findings),
        suppressed=tuple(
            replace(s, rule=HOSTILE, reason=HOSTILE, message=HOSTILE) for s in report.suppressed
        ),
        skipped=tuple(replace(s, what=HOSTILE, reason=HOSTILE) for s in report.skipped),
    )
    pages = (
        FORMATS["html"]([bad]),
        render_index([bad], [HOSTILE]),
        render_difference(compare(bad, report)),
    )

    for source in pages:
        seen = _Seen(source)
        assert "x-bad" not in seen.tags
        assert "{{ 7 * 7 }}" in source
        assert "49" not in seen.texts.get("p", "")
        assert not {name for name, _ in seen.attributes if name.startswith("on")}
        assert source.count("<script>") == source.count("</script>") <= 1
        assert source.count("<style>") == source.count("</style>") == 1
        assert "<!--" not in source


def _bad_text(text: str) -> str:
    """A text of the same length, so that every span still fits."""
    return (HOSTILE * len(text))[: len(text)]


def test_many_texts_are_escaped_as_one_would_be() -> None:
    texts = ["", "plain", HOSTILE, "\0", "<b>“A” & 'b'</b>"]

    assert escaped(texts) == [str(escape(text.replace("\0", "\ufffd"))) for text in texts]
    assert escaped([]) == []
    assert escaped([""]) == [""]


def test_a_page_loads_nothing() -> None:
    seen = _Seen(FORMATS["html"]([nasty.nasty()]))
    addresses = [value for name, value in seen.attributes if name in ("src", "href", "srcset")]

    assert all((address or "").startswith("#") for address in addresses)
    assert not {"img", "link", "iframe", "object", "form"} & set(seen.tags)
    assert "url(" not in seen.texts["style"]
    assert "@import" not in seen.texts["style"]
    assert not [name for name, _ in seen.attributes if name == "style"], "the policy forbids it"


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    seen = _Seen(FORMATS["html"](nasty.reports()))
    ids = [value for name, value in seen.attributes if name == "id"]
    links = [value for name, value in seen.attributes if name in ("href", "aria-labelledby")]

    assert len(ids) == len(set(ids))
    assert {(link or "").removeprefix("#") for link in links} <= set(ids)


def test_every_page_says_what_it_does_not_say() -> None:
    unread = nasty.reports()[2]
    pages = (
        FORMATS["html"]([nasty.nasty()]),
        FORMATS["html"]([unread]),
        FORMATS["html"]([]),
        render_index([nasty.nasty()], ["a"]),
        render_difference(compare(unread, nasty.nasty())),
    )
    for page_ in pages:
        source = re.sub(r"\s+", " ", page_)
        assert "not a validated instrument" in source
        assert "not whether it is true" in source
        assert "places nobody left or right" in source


def _pieces(report: Report) -> list[Segment]:
    return [
        segment
        for paragraph in page(report).paragraphs
        for sentence in paragraph.sentences
        for segment in sentence.segments
    ]


@pytest.mark.parametrize("name", ["nasty", "sample"])
def test_the_page_shows_every_character_of_every_paragraph(name: str) -> None:
    report = nasty.nasty() if name == "nasty" else audit.audit_file(SAMPLE)
    shown = []
    for paragraph in page(report).paragraphs:
        words = paragraph.before
        for sentence in paragraph.sentences:
            words += "".join(unescape(segment.text) for segment in sentence.segments)
            words += sentence.after
        shown.append(words)

    assert shown == [report.document.excerpt(span) for span in report.document.paragraphs]


def test_every_finding_is_marked_and_referred_to_once() -> None:
    report = nasty.nasty()
    segments = _pieces(report)

    for number, finding in enumerate(report.findings, start=1):
        marked = "".join(unescape(s.text) for s in segments if f"f{number}" in s.classes.split())
        assert marked == report.document.excerpt(finding.span)
        references = [r.id for s in segments for r in s.references]
        assert references.count(f"r1-f{number}") == 1


def test_overlapping_marks_share_their_words() -> None:
    [both] = [
        segment
        for segment in _pieces(nasty.nasty())
        if {"f1", "f2"} <= set(segment.classes.split())
    ]

    assert both.text == "“well”"
    kinds = {"content", "finding", "error", "note"}
    assert kinds | {"a1", "f1", "f2"} == set(both.classes.split())


def test_a_statement_in_doubt_is_shown_fainter() -> None:
    faint = {segment.text for segment in _pieces(nasty.nasty()) if "faint" in segment.classes}

    assert "said" in faint
    assert "no: סוף" in faint


# Lines


def test_a_line_break_in_a_name_cannot_forge_a_line() -> None:
    report = audit.audit_text("Officials said no.", name="a\n::error::b")

    for name in ("text", "github"):
        for line in FORMATS[name]([report]).splitlines():
            assert not line.startswith("::error::b")


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write(pipe, "said")
    reader.join(10)

    assert read == [b"said"]
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("before")
    link.symlink_to(real)
    write(link, "after")

    assert link.is_symlink()
    assert real.read_text() == "after"
