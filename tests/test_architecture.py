"""Imports point one way, one module knows NLTK, one prints; the help is quick."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "audit"
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

# From the ground up. A module imports from its own layer and from those before it.
LAYERS = (
    {"audit.collector", "audit.layout", "audit.notes", "audit.document"},
    {"audit.finding", "audit.resources", "audit.tokens", "audit.portions"},
    {"audit.guides", "audit.written", "audit.plugins", "audit.house.pattern"},
    {
        "audit.lexicon",
        "audit.lemmas",
        "audit.tagger",
        "audit.sentences",
        "audit.portions",
        "audit.syllables",
    },
    {"audit.annotate.model", "audit.english", "audit.paragraphs", "audit.retag"},
    {"audit.house.read_pattern", "audit.house.words"},
    {"audit.parse", "audit.annotate"},
    {"audit.rules"},
    {"audit.house"},
    {"audit.weights", "audit.grading", "audit.score"},
    {"audit.settings", "audit.layers", "audit.config", "audit.house.named"},
    {"audit.wording", "audit.note_places", "audit.suppress"},
    {"audit.read", "audit.readability"},
    {"audit.report", "audit.as_json"},
    {"audit.rank", "audit.gate", "audit.aside"},
    {"audit.baseline", "audit.changed"},
    {"audit.run"},
    {"audit.outputs"},
    {"audit.cli", "audit.__main__"},
)
# The public API: it imports the rest when it is called, and all may ask it for the version.
TOP = "audit"


def imports(path: Path, everywhere: bool = True) -> Iterator[str]:
    """The modules a file imports; those inside functions only if ``everywhere``."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree) if everywhere else _at_import(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _at_import(child)


def importers(library: str) -> set[str]:
    return {
        name
        for name, path in MODULES.items()
        if any(used == library or used.startswith(f"{library}.") for used in imports(path))
    }


@pytest.mark.parametrize(
    ("library", "modules"),
    [
        ("nltk", {"audit.parse"}),
        ("textstat", {"audit.readability"}),
        ("click", {"audit.cli"}),
        ("jinja2", {"audit.outputs.html"}),
        ("markdown_it", {"audit.read.markdown"}),
    ],
)
def test_one_module_knows_each_library(library: str, modules: set[str]) -> None:
    assert importers(library) == modules


def test_only_the_command_line_prints_and_exits() -> None:
    for name, path in MODULES.items():
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        spoken = calls & {"print", "click.echo", "sys.exit", "exit", "sys.stdout.write"}
        assert name == "audit.cli" or not spoken, name


def layer(module: str) -> int:
    """The layer that names the module, or the nearest package around it."""
    name = module
    while name != TOP:
        for number, names in enumerate(LAYERS):
            if name in names:
                return number
        name = name.rpartition(".")[0]
    raise AssertionError(f"{module} is in no layer: add it to LAYERS")


def test_imports_point_one_way() -> None:
    wrong = []
    for name, path in MODULES.items():
        if name == TOP:
            continue
        for used in imports(path, everywhere=False):
            if used in MODULES and used != TOP and layer(used) > layer(name):
                wrong.append(f"{name} imports {used}")
    assert wrong == []


def test_rules_know_nothing_of_outputs() -> None:
    for name, path in MODULES.items():
        if name.startswith("audit.rules."):
            used = set(imports(path))
            assert not {u for u in used if u.startswith(("audit.outputs", "audit.run"))}, name


def test_nothing_is_imported_in_a_circle() -> None:
    """What a module needs when it is imported is there already."""
    uses = {
        name: {used for used in imports(path, everywhere=False) if used in MODULES}
        for name, path in MODULES.items()
    }
    # A package is run through before what is in it, and that is no circle.
    done: set[str] = set()
    while ready := {n for n, used in uses.items() if n not in done and used <= done | {n, "audit"}}:
        done |= ready
    assert sorted(set(uses) - done) == []


@pytest.mark.parametrize(
    "statement",
    ["import audit", "import audit.cli", "import audit.rules; audit.rules.load_rules()"],
)
def test_importing_loads_no_slow_library(statement: str) -> None:
    code = f"import sys; {statement}; print(sorted({{'nltk', 'textstat'}} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["rules"]])
def test_help_loads_neither_nltk_nor_textstat(arguments: list[str]) -> None:
    code = (
        "import sys, atexit; from audit.cli import main; sys.argv = ['audit', *sys.argv[1:]]\n"
        "atexit.register(lambda: print({'nltk', 'textstat', 'jinja2'} & set(sys.modules)))\n"
        "main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )

    assert result.stdout.endswith("set()\n")


def test_checking_loads_no_textstat(tmp_path: Path) -> None:
    """Readability is not in the text output, and textstat costs as much as the audit."""
    article = tmp_path / "a.txt"
    article.write_text("Ana Ruiz opened the library.\n")
    code = (
        "import sys, atexit; from audit.cli import main\n"
        "sys.argv = ['audit', 'check', sys.argv[1]]\n"
        "atexit.register(lambda: print({'textstat', 'jinja2'} & set(sys.modules)))\n"
        "main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(article)], capture_output=True, text=True, check=False
    )

    assert result.returncode in (0, 1), result.stderr
    assert result.stdout.endswith("set()\n")


def test_nothing_names_the_sample() -> None:
    """The sample article is one input among many: no code and no list knows it."""
    lists = (ROOT / "seeds").rglob("*.tsv")
    for path in (*MODULES.values(), *lists):
        assert "atacms" not in path.read_text("utf-8").lower(), path.name
