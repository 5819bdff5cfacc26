"""House rules in a configuration: named, ranked, switched off, put out in every format."""

import json
import pickle
from pathlib import Path

import pytest

import audit
from audit.config import BadConfig, Config, config_for, read_config
from audit.finding import Severity
from audit.house.named import rules_at
from audit.outputs import FORMATS
from tests.formats import SARIF
from tests.house import CRISIS, configured, write


def test_a_house_rule_is_found_and_ranked_as_any_other(tmp_path: Path) -> None:
    config = read_config(
        configured(tmp_path, "[rules]\ncrisis-word = 'error'\n[max]\ncrisis-word = 2\n")
    )
    text = "The crisis grew. Some reports claim that the mayor fled.\n"
    report = audit.audit_text(text, config=config)
    [found] = [finding for finding in report.findings if finding.rule == "crisis-word"]

    assert (found.severity, found.line, found.column) == (Severity.ERROR, 1, 5)
    assert found.message == "“crisis” is kept for wars."
    assert (found.question, found.code) == ("What happened?", "House style book, crisis")
    assert found.evidence == ("words.toml: crisis-word",)
    assert found.fingerprint
    assert found.group
    assert {f.priority for f in report.findings} == set(range(1, len(report.findings) + 1))
    assert report.scores == audit.audit_text(text).scores


def test_it_can_be_switched_off_and_allowed(tmp_path: Path) -> None:
    text = "<!-- audit: allow crisis-word because the charity is called so -->\nThe crisis grew.\n"
    usual = read_config(configured(tmp_path))
    off = read_config(configured(tmp_path, "[rules]\ncrisis-word = 'off'\n"))

    allowed = audit.audit_text(text, config=usual)
    assert {(s.rule, s.reason) for s in allowed.suppressed} == {
        ("crisis-word", "the charity is called so")
    }
    assert "crisis-word" not in {finding.rule for finding in allowed.findings}
    assert not audit.audit_text("The crisis grew.", config=off).findings


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_holds_it(tmp_path: Path, name: str) -> None:
    config = read_config(configured(tmp_path))
    rendered = FORMATS[name]([audit.audit_text("The crisis grew.", "a.txt", config)])

    assert "crisis-word" in rendered


def test_formats_for_machines_stay_valid(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    from audit.resources import folder

    report = audit.audit_text("The crisis grew.", "a.txt", read_config(configured(tmp_path)))
    schema = json.loads((folder("templates") / "report.schema.json").read_text("utf-8"))
    jsonschema.validate(report.to_dict(), schema)
    sarif = json.loads(FORMATS["sarif"]([report]))
    jsonschema.validate(sarif, SARIF)
    [told] = [r for r in sarif["runs"][0]["tool"]["driver"]["rules"] if r["id"] == "crisis-word"]
    assert told["shortDescription"]["text"] == "A word of last resort."
    assert "A [[crisis]] of parking." in told["help"]["text"]


def test_a_report_with_house_rules_can_be_sent_to_another_process(tmp_path: Path) -> None:
    config = read_config(configured(tmp_path))
    sent: Config = pickle.loads(pickle.dumps(config))

    assert audit.audit_text("The crisis grew.", config=sent).findings


def test_folders_and_extended_files_add_their_rules(tmp_path: Path) -> None:
    write(tmp_path, CRISIS, "first.toml")
    write(tmp_path, CRISIS.replace("crisis", "fog"), "second.toml")
    write(tmp_path, CRISIS.replace("crisis", "rain"), "third.toml")
    write(
        tmp_path,
        'house-rules = "first.toml"\n[folders.sport]\nhouse-rules = ["third.toml"]\n',
        "base.toml",
    )
    write(
        tmp_path,
        'extends = "base.toml"\n[rules]\ncrisis-word = "note"\nfog-word = "error"\n'
        '[folders."sport"]\nhouse-rules = "second.toml"\n'
        '[folders."sport".rules]\ncrisis-word = "off"\n',
        "audit.toml",
    )
    text = "The crisis, the fog and the rain grew."

    def found(folder: str) -> dict[str, str]:
        config = config_for(str(tmp_path / folder / "a.txt"))
        return {f.rule: f.severity.value for f in audit.audit_text(text, config=config).findings}

    assert found(".") == {"crisis-word": "note"}
    assert found("sport") == {"fog-word": "error", "rain-word": "warning"}
    named = {rule.id for rule in rules_at(str(tmp_path))}
    assert {"crisis-word", "fog-word", "rain-word", "vague-time"} <= named


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('house-rules = "no.toml"\n', "audit.toml:1: house-rules: there is no file no.toml"),
        (
            'house-rules = ["*.toml",\n "no/*.toml"]\n',
            "audit.toml:2: house-rules: there is no file no/*.toml",
        ),
        ("house-rules = 3\n", "audit.toml:1: house-rules: not the name of a file"),
        (
            'house-rules = "words.toml"\n[rules]\ncrisis-wrd = "off"\n',
            "audit.toml:3: crisis-wrd: not a known key; did you mean crisis-word?",
        ),
        (
            'house-rules = ["words.toml", "more.toml"]\n',
            "more.toml:1: crisis-word: is there already, ",
        ),
    ],
)
def test_a_mistake_in_naming_them_is_named(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, CRISIS, "words.toml")
    write(tmp_path, CRISIS, "more.toml")

    with pytest.raises(BadConfig) as caught:
        read_config(write(tmp_path, text, "audit.toml"))

    assert message in str(caught.value)


def test_setup_cfg_names_them_too(tmp_path: Path) -> None:
    write(tmp_path, CRISIS, "words.toml")
    write(tmp_path, CRISIS.replace("crisis", "fog"), "more.toml")
    write(
        tmp_path,
        "[tool:audit]\nhouse-rules = words.toml,\n  more.toml\n"
        "[tool:audit:rules]\nfog-word = off\n",
        "setup.cfg",
    )
    config = config_for(str(tmp_path / "a.txt"))

    assert {rule.id for rule in config.rules} == {"crisis-word", "fog-word"}
    assert config.off == {"fog-word"}
