"""The formats that other programs read, each held against its published structure."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import audit
from audit.finding import Severity
from audit.gate import settled
from audit.outputs import FORMATS
from audit.outputs.paths import relative, uri
from audit.report import Report
from audit.rules import load_rules
from tests import formats, nasty

ODD = "Officials said\x00 no.\u2028\ufeffSome reports claim \ud800 it\x1b[31m. 𐐀 Critics said so."


# What the summary may hold of HTML.
OUR_OWN = {f"<{end}{name}>" for name in ("sub", "details", "summary") for end in ("", "/")}


RULES = {rule.id for rule in load_rules()}


def several() -> list[Report]:
    """The nasty reports and what an audit makes of characters no format likes."""
    return [*nasty.reports(), audit.audit_text(ODD, 'we|rd\n"name\x07.txt')]


@pytest.mark.parametrize(
    ("name", "schema"),
    [("sarif", formats.SARIF), ("gitlab", formats.GITLAB), ("rdjson", formats.RDJSON)],
)
@pytest.mark.parametrize("reports", [several, list], ids=["nasty", "none"])
def test_json_formats_keep_to_their_schema(
    name: str, schema: formats.Schema, reports: Callable[[], list[Report]]
) -> None:
    jsonschema.Draft202012Validator(schema).validate(json.loads(FORMATS[name](reports())))


@pytest.mark.parametrize("reports", [several, list], ids=["nasty", "none"])
def test_sarif_keeps_to_the_schema_that_is_published(reports: Callable[[], list[Report]]) -> None:
    path = os.environ.get("SARIF_SCHEMA", "")
    if not Path(path).is_file():
        pytest.skip("set SARIF_SCHEMA to sarif-schema-2.1.0.json; .ci/run does")
    schema = json.loads(Path(path).read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    log = json.loads(FORMATS["sarif"](reports()))
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(log)


def test_sarif_says_everything_about_a_finding() -> None:
    run = json.loads(FORMATS["sarif"]([nasty.nasty()]))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    results = run["results"]

    named = {"opinion-as-fact", "scare-quotes", "unnamed-source", "vague-time"}
    assert {rule["id"] for rule in rules} == named
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert [result["level"] for result in results[:3]] == ["error", "note", "warning"]
    region = results[2]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (3, 4)
    assert region["snippet"]["text"] == "people familiar with the\nmatter"
    assert results[3]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "it’s <i>obvious</i>"}
    ]


def test_sarif_names_what_could_not_be_audited() -> None:
    invocation = json.loads(FORMATS["sarif"](nasty.reports()))["runs"][0]["invocations"][0]

    assert invocation["executionSuccessful"] is False
    assert [n["message"]["text"] for n in invocation["toolExecutionNotifications"]] == [
        "rule scare-quotes: a fault of the program: ValueError",
        "note at line 3: there is no rule “<b>, 100%:x”",
        "article: there is no such file; check the name",
    ]


def test_gitlab_fingerprints_are_unique_and_differ_between_files() -> None:
    text = "Officials said no. Officials said no."
    reports = [audit.audit_text(text, name) for name in ("a.txt", "b.txt")]
    issues = json.loads(FORMATS["gitlab"]([*several(), *reports]))

    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_rdjson_counts_columns_in_bytes() -> None:
    report = audit.audit_text("𐐀é some reports claim that the plant will close.")
    [found] = [
        diagnostic
        for diagnostic in json.loads(FORMATS["rdjson"]([report]))["diagnostics"]
        if diagnostic["code"]["value"] == "vague-reports"
    ]

    assert found["location"]["range"]["start"] == {"line": 1, "column": 1 + 4 + 2 + 1}


# JUnit


def test_junit_keeps_to_its_schema() -> None:
    formats.check_junit(FORMATS["junit"](several()))
    formats.check_junit(FORMATS["junit"]([]))


@pytest.mark.parametrize(
    ("report", "failures"),
    [
        (nasty.nasty(), {"opinion-as-fact"}),
        (settled(nasty.nasty(), "never"), set()),
        (settled(nasty.nasty(), "warning", 30), {"opinion-as-fact", "unnamed-source", "score"}),
        (settled(nasty.nasty(), "never", most={"scare-quotes": 0}), {"scare-quotes"}),
        (settled(nasty.nasty(), "error", most={"opinion-as-fact": 1}), set()),
    ],
)
def test_junit_fails_what_fails_the_gate(report: Report, failures: set[str]) -> None:
    root = formats.check_junit(FORMATS["junit"]([report]))
    failed = {
        case.attrib["name"].split()[0]
        for case in root.iter("testcase")
        if case.find("failure") is not None
    }

    assert failed == failures


# Lines and Markdown


def test_annotations_can_be_read_back() -> None:
    lines = FORMATS["github"](several()).split("\n")
    assert lines.pop() == ""

    read = [formats.check_annotation(line) for line in lines]
    assert [one["title"] for one in read[:7]] == [
        "not audited",
        "note to the audit",
        "opinion-as-fact",
        "scare-quotes",
        "unnamed-source",
        "allowed: vague-time",
        "not audited",
    ]
    assert {one["file"] for one in read[:6]} == {'a,b "c" <d>.txt'}
    assert read[1][""] == "note at line 3: there is no rule “<b>, 100%:x”"
    # A finding that runs over a line's end has lines and no columns.
    assert (read[4]["line"], read[4]["endLine"]) == ("3", "4")
    messages = [f"{f.message} {f.question}" for report in several() for f in report.findings]
    assert [one[""] for one in read if one["title"] in RULES] == messages


@pytest.mark.parametrize("odd", ["%", "\r", "\n", ":", ",", "::", "%0A", "a=b", "100%25"])
def test_no_character_breaks_an_annotation(odd: str) -> None:
    report = nasty.nasty()
    finding = replace(report.findings[0], message=f"x{odd}y", question="", rule=f"r{odd}r")
    name = f"d{odd}e.txt"
    document = replace(report.document, name=name)
    broken = replace(
        report, article=replace(report.article, document=document), findings=(finding,), skipped=()
    )
    lines = FORMATS["github"]([broken]).split("\n")
    read = formats.check_annotation(lines[0])

    assert len(lines) == 3  # the finding, what is allowed, the end
    assert (read["file"], read["title"], read[""]) == (name, f"r{odd}r", f"x{odd}y")


def test_a_summary_shows_the_words_and_runs_none() -> None:
    from markdown_it import MarkdownIt

    shown = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = shown.parse(FORMATS["markdown"](several()))
    inline = [child for token in tokens for child in token.children or ()]
    texts = [token.content for token in tokens if token.type == "inline"]
    html = "".join(token.content for token in (*tokens, *inline) if token.type.startswith("html"))

    assert set(re.findall("<[^>]*>?", html)) <= OUR_OWN
    assert not [child for child in inline if child.type in ("link_open", "image", "em_open")]
    headings = [
        "".join(child.content for child in tokens[i + 1].children or ())
        for i, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert headings[:2] == ["Who says so?", 'a,b "c" <d>.txt']
    assert len([text for text in texts if text in set(Severity)]) == sum(
        len(report.findings) for report in several()
    )


def test_paths_lead_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert relative(str(tmp_path / "desk" / "a.txt")) == "desk/a.txt"
    assert relative("/elsewhere/a.txt") == "/elsewhere/a.txt"
    assert uri("/elsewhere/ä.txt") == "file:///elsewhere/%C3%A4.txt"
    assert uri("-") == "-"
