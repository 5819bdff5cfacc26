"""What is learned from marked articles is the same every time.

The two articles are composed, and marked as people mark them: one row for each stretch of
text, one for each attribution.
"""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "seeds" / "models" / "train_attribution.py"
# Reads the script as a module, so that nothing is written beside it.
LEARN = """
import importlib.util, json, pathlib, sys
sys.path.insert(0, str(pathlib.Path(sys.argv[1]).parent))
spec = importlib.util.spec_from_file_location("train_attribution", sys.argv[1])
module = importlib.util.module_from_spec(spec)
sys.modules["train_attribution"] = module
spec.loader.exec_module(module)
print(json.dumps(module.learn(pathlib.Path(sys.argv[2])), ensure_ascii=False))
"""
# {source} <cue> [content]; a line is a paragraph.
ARTICLES = {
    "bridge": """
{Ana Ruiz} <said> [that the bridge was safe].
[“We tested it in May,”] {she} <told> reporters on Friday.
The bridge was built in 1950 and has two lanes.
{Engineers} <said> [the cables were worn], but nobody shut the road.
<According to> {the ministry}, [the work will cost 3 million euros].
The council meets on Monday.
""",
    "school": """
{Bo Lund} <said> [that the school would close].
[“We were never asked,”] {he} <told> parents on Monday.
{Parents} <condemned> [the decision].
The school opened in 1960 and has nine classes.
{The council} <said> [the roof was unsafe], but lessons went on.
<According to> {the council}, [the children will move in June].
""",
}


def write_marked(folder: Path, name: str, lines: str) -> None:
    """One article as ``text/NAME.txt`` and ``attributions/NAME_0a1b.ann``."""
    text, rows, count = "", [], 0
    for line in lines.strip().split("\n"):
        parts = []
        for piece in re.split(r"([{<\[].*?[}>\]])", line):
            role = {"{": "Source", "<": "Cue", "[": "Content"}.get(piece[:1])
            if role:
                count += 1
                words = piece[1:-1]
                rows.append(f"T{count}\t{role} {len(text)} {len(text) + len(words)}\t{words}")
                parts.append(f"{role}:T{count}")
                text += words
            else:
                text += piece
        if parts:
            rows.append(f"E{count}\t{' '.join(parts)}")
        text += "\n\n"
    (folder / "text" / f"{name}.txt").write_text(text, "utf-8")
    (folder / "attributions" / f"{name}_0a1b.ann").write_text("\n".join(rows) + "\n", "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("text", "attributions"):
        (tmp_path / part).mkdir()
    for name, lines in ARTICLES.items():
        write_marked(tmp_path, name, lines)
    return tmp_path


def learn(folder: Path, seed: str) -> str:
    """What is learned, as JSON in the script's own order, with sets ordered by ``seed``."""
    return subprocess.run(
        [sys.executable, "-c", LEARN, str(SCRIPT), str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


def test_learning_twice_gives_the_same(folder: Path) -> None:
    first = learn(folder, "1")

    assert learn(folder, "2") == first
    model = json.loads(first)
    found, seen = model["counts"]["say\tthat"]
    assert found == seen == 2


def test_of_the_articles_only_lemmas_and_counts_remain(folder: Path) -> None:
    counts = json.loads(learn(folder, "1"))["counts"]

    for row, numbers in counts.items():
        lemma, frame = row.split("\t")
        assert len(lemma.split()) <= 3
        assert " " not in frame
        assert [type(number) for number in numbers] == [int, int]


def test_the_table_shipped_holds_the_counts_of_the_model_shipped() -> None:
    packed = (SCRIPT.parent / "attribution.json.gz").read_bytes()
    counts = json.loads(gzip.decompress(packed))["counts"]
    head, *rows = (SCRIPT.parent / "frames.tsv").read_text("utf-8").splitlines()

    assert head.split("\t") == ["lemma", "frame", "attributions", "seen"]
    assert rows == [f"{key}\t{found}\t{seen}" for key, (found, seen) in counts.items()]
