"""A newsroom's files, as the tests on house rules write them."""

from pathlib import Path

from audit.annotate import annotate
from audit.config import Config, read_config
from audit.house.cases import mark
from audit.house.rules import HouseRule, read_rules
from audit.parse import parse
from audit.report import Report

TOLD = """
message = "“{text}” is kept for wars."
question = "What happened?"
docs = "A word of last resort. Used of parking it is worth nothing."
code = "House style book, crisis"
"""
CRISIS = f"[crisis-word]{TOLD}pattern = '=crisis'\n"
CASES = 'flag = ["A [[crisis]] of parking."]\npass = ["“A crisis,” she said."]\n'


def write(place: Path, text: str, name: str = "house.toml") -> Path:
    path = place / name
    path.write_text(text, "utf-8")
    return path


def configured(place: Path, text: str = "") -> Path:
    """A configuration that names a rule on *crisis*, and says what else is given."""
    write(place, CRISIS + CASES, "words.toml")
    return write(place, f'house-rules = "*s.toml"\n{text}', "audit.toml")


def config(place: Path, text: str) -> Config:
    """The configuration with this text in its file."""
    return read_config(write(place, text, "audit.toml"))


def rule(place: Path, body: str) -> HouseRule:
    """A rule with what every rule has to tell, and this beside it."""
    [read] = read_rules(write(place, f"[a-rule]{TOLD}{body}\n"))
    return read


def flagged(found: HouseRule, text: str) -> str:
    """The text with what the rule flags in double brackets."""
    article = annotate(parse(text))
    return mark(text, {some.span for some in found.find(article)})


def words_of(report: Report, rule: str) -> list[str]:
    """The words that a rule flags in a report."""
    return [report.document.excerpt(f.span) for f in report.findings if f.rule == rule]
