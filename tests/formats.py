"""What each format's specification allows, written down as strictly as it is published.

Objects are closed: a property that the specification does not know is an error, and so is
one that it knows and we never write.
"""

import re
import xml.etree.ElementTree as ElementTree
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 1}


def closed(required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


# https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, sections 3.13 to 3.58.
_MESSAGE = closed({"text": TEXT})
_URI: Schema = {
    "type": "string",
    "pattern": r"^(file:///)?([A-Za-z0-9._~/!$&'()*+,;=@-]|%[0-9A-F]{2})+$",
}
_REGION = closed(
    {
        "startLine": COUNT,
        "startColumn": COUNT,
        "endLine": COUNT,
        "endColumn": COUNT,
        "snippet": closed({"text": TEXT}),
    }
)
_PLACE = closed(
    {
        "physicalLocation": closed(
            {"artifactLocation": closed({"uri": _URI})}, {"region": closed({"startLine": COUNT})}
        )
    }
)
_LOCATION = closed(
    {"physicalLocation": closed({"artifactLocation": closed({"uri": _URI})}, {"region": _REGION})}
)
_LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
_SARIF_RULE = closed(
    {
        "id": TEXT,
        "name": {"type": "string", "pattern": "^([A-Z][a-z]*)+$"},
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "help": closed({"text": TEXT, "markdown": TEXT}),
        "defaultConfiguration": closed({"level": _LEVEL}),
        "properties": closed({"tags": {**array(TEXT), "uniqueItems": True}}),
    }
)
_RESULT = closed(
    {
        "ruleId": TEXT,
        "message": _MESSAGE,
        "locations": {**array(_LOCATION), "minItems": 1, "maxItems": 1},
    },
    {
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "rank": {"type": "number", "minimum": 0, "maximum": 100},
        "partialFingerprints": {"type": "object", "minProperties": 1, "additionalProperties": TEXT},
        "suppressions": array(
            closed(
                {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": TEXT,
                }
            )
        ),
    },
)
_NOTIFICATION = closed({"level": _LEVEL, "message": _MESSAGE, "locations": array(_PLACE)})
SARIF = closed(
    {
        "$schema": TEXT,
        "version": {"const": "2.1.0"},
        "runs": array(
            closed(
                {
                    "tool": closed(
                        {
                            "driver": closed(
                                {
                                    "name": TEXT,
                                    "fullName": TEXT,
                                    "semanticVersion": {"pattern": r"^\d+\.\d+\.\d+"},
                                    "rules": {**array(_SARIF_RULE), "uniqueItems": True},
                                }
                            )
                        }
                    ),
                    "invocations": array(
                        closed(
                            {
                                "executionSuccessful": {"type": "boolean"},
                                "toolExecutionNotifications": array(_NOTIFICATION),
                            }
                        )
                    ),
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": array(_RESULT),
                }
            )
        ),
    }
)

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = array(
    closed(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": closed(
                # A path that begins with ./ is not found.
                {
                    "path": {"type": "string", "pattern": r"^(?!\./).+"},
                    "lines": closed({"begin": COUNT, "end": COUNT}),
                }
            ),
        }
    )
)

# reviewdog, proto/rdf/reviewdog.proto
_POSITION = closed({"line": COUNT, "column": COUNT})
_LINE = closed({"start": closed({"line": COUNT})})
_CODE = closed({"value": TEXT})
RDJSON = closed(
    {
        "source": closed({"name": TEXT}),
        "diagnostics": array(
            closed(
                {
                    "message": TEXT,
                    "location": closed(
                        {"path": TEXT},
                        {
                            "range": {
                                "anyOf": [closed({"start": _POSITION, "end": _POSITION}), _LINE]
                            }
                        },
                    ),
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": _CODE,
                }
            )
        ),
    }
)

# junit-10.xsd: elements in their order, attributes required and optional.
_JUNIT: dict[str, tuple[str, set[str], set[str]]] = {
    "testsuites": ("(testsuite )*", set(), {"name", "time", "tests", "failures", "errors"}),
    "testsuite": (
        "(properties )?(testcase )*(system-out )*(system-err )*",
        {"name", "tests"},
        {"failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"},
    ),
    "testcase": (
        "(skipped |error |failure |system-out |system-err )*",
        {"name"},
        {"classname", "time", "status", "assertions"},
    ),
    "failure": ("", set(), {"message", "type"}),
    "error": ("", set(), {"message", "type"}),
    "skipped": ("", set(), {"message"}),
    "system-out": ("", set(), set()),
}


def check_junit(source: str) -> ElementTree.Element:
    """The root of a JUnit file. Raises ``AssertionError`` where it breaks the schema."""
    root = ElementTree.fromstring(source)
    assert root.tag == "testsuites"
    for element in root.iter():
        order, required, optional = _JUNIT[element.tag]
        children = "".join(f"{child.tag} " for child in element)
        assert re.fullmatch(order, children), (element.tag, children)
        assert required <= set(element.attrib) <= required | optional, element.attrib
    for suite in (root, *root.iter("testsuite")):
        cases = list(suite.iter("testcase"))
        counted = {"tests": len(cases)}
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            counted[name] = sum(case.find(tag) is not None for case in cases)
        for name, count in counted.items():
            assert int(suite.get(name, count)) == count, name
    return root


def check_annotation(line: str) -> dict[str, str]:
    """The properties of a GitHub annotation; its message under ``""``."""
    match = re.fullmatch(r"::(?:notice|warning|error) ([^:]+)::(.+)", line)
    assert match, line
    assert "\r" not in line
    assert not re.search(r"%(?!25|0D|0A|3A|2C)", match[1]), "a property with a bare %"
    assert not re.search(r"%(?!25|0D|0A)", match[2]), "a message with a bare %"
    properties = {
        key: _unescaped(value)
        for key, value in (pair.split("=", 1) for pair in match[1].split(","))
    }
    assert set(properties) <= {"file", "title", "line", "endLine", "col", "endColumn"}
    if "col" in properties:
        assert properties["line"] == properties["endLine"]
    return {**properties, "": _unescaped(match[2])}


def _unescaped(value: str) -> str:
    """What the runner makes of it; the sign of percent is the last to come back."""
    for escaped, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(escaped, char)
    return value
