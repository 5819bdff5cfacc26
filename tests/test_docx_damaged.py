"""Word documents that are damaged or no such thing end in one clear line, soon and small."""

import random
import re
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

import audit
from audit.outputs.docx import commented
from audit.read import Unreadable, read_file
from audit.read.package import LARGEST_PART, NotWord
from tests.docx_files import (
    HEAD,
    W,
    document,
    everything,
    paragraph,
    parts_of,
    run,
    word_file,
    zipped,
)

Parts = dict[str, str | bytes]
TEXT = "word/document.xml"
WHOLE = everything()
MANY = 320
# Address space for the interpreter, its libraries and the document.
MOST_BYTES = 1_000_000_000
MOST_SECONDS = 30


def with_text(source: str | bytes) -> bytes:
    parts: Parts = {**parts_of(WHOLE), TEXT: source}
    return zipped(parts)


def compound(*names: str) -> bytes:
    """The head of a file as older Word wrote it, with streams of these names."""
    streams = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + streams


def bomb(size: int, lie: bool = False) -> bytes:
    """A text part that unpacks to ``size`` bytes of spaces, and says so or not."""
    data = bytearray(with_text(b" " * size))
    if lie:
        entry = data.rindex(b"PK\1\2", 0, data.rindex(TEXT.encode()))
        data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def packed_by(way: int) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", way) as file:
        for name, content in parts_of(WHOLE).items():
            file.writestr(name, content)
    return data.getvalue()


def locked() -> bytes:
    """Every entry with the bit that says it needs a password."""
    data = bytearray(WHOLE)
    for match in re.finditer(rb"PK\x03\x04|PK\x01\x02", WHOLE):
        data[match.start() + (6 if match[0][2] == 3 else 8)] |= 1
    return bytes(data)


LAUGHS = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a Word document, or a damaged one; save it as .docx again"),
        (b"PK\x03\x04", "not a Word document, or a damaged one"),
        (WHOLE[:200], "not a Word document, or a damaged one"),
        (WHOLE[:-40], "not a Word document, or a damaged one"),
        (b"{\\rtf1 Ana}", "not a Word document, or a damaged one"),
        (compound("WordDocument"), r"an older Word document \(.doc\); save it as .docx"),
        (compound("EncryptedPackage"), "is locked; save it without a password"),
        (locked(), "is locked; save it without a password"),
        (zipped({"a": "b"}), "not a Word document, or a damaged one: it has no word/document.xml"),
        (zipped({f"{i}": "" for i in range(10_001)}), "it has over 10,000 parts"),
        (with_text("<w:document>"), "damaged: its text is not XML"),
        (with_text(document("<w:p>")), "damaged: its text is not XML"),
        (with_text(document("&a;")), "damaged: its text is not XML"),
        (with_text(""), "damaged: its text is not XML"),
        (with_text(b"\xff\xfea"), "damaged: its text is not XML"),
        (with_text(document("").replace("UTF-8", "rot13")), "its text is in rot13, not in UTF-8"),
        (with_text(f'{HEAD}<w:ftr xmlns:w="{W}"/>'), "its main part holds no text"),
        (with_text("<workbook/>"), "its main part holds no text"),
        (with_text(f"<!DOCTYPE x [<!ENTITY a0 'ha'>{LAUGHS}]><x>&a11;</x>"), "entities of its own"),
        (with_text("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"), "entities of its own"),
        (
            with_text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")),
            "entities of its own",
        ),
        (bomb(LARGEST_PART + 1), "too large .*; give one article a file"),
        (bomb(LARGEST_PART + 1, lie=True), "damaged; open it in Word, save it again"),
        (packed_by(zipfile.ZIP_LZMA), "packed in a way Word does not know"),
        (packed_by(zipfile.ZIP_BZIP2), "packed in a way Word does not know"),
    ],
)
def test_what_is_no_document_has_one_clear_line(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(Unreadable, match=message) as caught:
        read_file(str(tmp_path / "a.docx"))

    assert str(caught.value).startswith(f"{tmp_path / 'a.docx'}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", [".doc", ".docm", ".dotx", ".odt", ".rtf"])
def test_documents_of_other_kinds_are_refused_by_name(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(WHOLE)

    with pytest.raises(Unreadable, match=f"audit reads no {suffix} files; give the article as"):
        read_file(str(tmp_path / f"a{suffix}"))


@pytest.mark.parametrize("name", ["word/styles.xml", "word/footnotes.xml", "word/numbering.xml"])
def test_what_the_text_does_not_need_may_be_broken(tmp_path: Path, name: str) -> None:
    for content in (b"", b"<w:p>", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", b"\xff\xfe\0"):
        parts: Parts = {**parts_of(WHOLE), name: content}
        (tmp_path / "a.docx").write_bytes(zipped(parts))

        assert "Some reports claim" in read_file(str(tmp_path / "a.docx")).text


def test_a_document_of_no_paragraphs_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_file(""))

    assert read_file(str(tmp_path / "a.docx")).text == ""


def damaged(seed: int) -> bytes:
    """A document with something wrong in it, another for each seed."""
    chance = random.Random(seed)
    parts: Parts = {**parts_of(WHOLE)}
    text = bytearray(parts_of(WHOLE)[TEXT])
    tags = [match.span() for match in re.finditer(rb"<[^>]*>", bytes(text))]
    match seed % 8:
        case 0:
            return WHOLE[: chance.randrange(len(WHOLE))]
        case 1:
            data = bytearray(WHOLE)
            for _ in range(chance.randrange(1, 20)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(data)
        case 2:
            for _ in range(chance.randrange(1, 4)):
                text[chance.randrange(len(text))] = chance.randrange(256)
        case 3:
            for start, end in sorted(chance.sample(tags, chance.randrange(1, 4)), reverse=True):
                del text[start:end]
        case 4:
            # Pairs of tags that end where another begins: well-formed, and out of place.
            names = ["p", "r", "t", "ins", "del", "sdt", "tbl", "fldChar", "pPr", "hyperlink"]
            for _ in range(chance.randrange(1, 30)):
                name, (start, _) = chance.choice(names), chance.choice(tags[2:])
                text[start:start] = f'<w:{name} w:fldCharType="begin"/>'.encode()
                tags = [match.span() for match in re.finditer(rb"<[^>]*>", bytes(text))]
        case 5:
            del parts[chance.choice(list(parts))]
            return zipped(parts)
        case 6:
            one, other = chance.sample(list(parts), 2)
            parts[one], parts[other] = parts[other], parts[one]
            return zipped(parts)
        case _:
            name, depth = chance.choice(["p", "r", "t", "tbl", "sdt", "ins", "x"]), 900
            inner = f"<w:{name}>" * depth + f"</w:{name}>" * chance.choice([depth, depth - 1])
            start, _ = chance.choice(tags[2:])
            text[start:start] = inner.encode()
    return zipped({**parts, TEXT: bytes(text)})


def test_hundreds_of_damaged_documents_end_in_comments_or_in_a_message(tmp_path: Path) -> None:
    path, ended = tmp_path / "a.docx", {"commented": 0, "refused": 0}
    for seed in range(MANY):
        data = damaged(seed)
        path.write_bytes(data)
        try:
            report = audit.audit_file(path)
            commented(data, report)
            ended["commented"] += 1
        except (Unreadable, NotWord) as error:
            ended["refused"] += "\n" not in str(error)

    assert sum(ended.values()) == MANY
    assert min(ended.values()) > MANY / 5


def test_the_command_has_a_line_for_each_and_no_trace(tmp_path: Path) -> None:
    for seed in range(48):
        (tmp_path / f"{seed:02}.docx").write_bytes(damaged(seed))
    command = [sys.executable, "-m", "audit", "report", ".", "--format", "docx"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    lines = result.stderr.splitlines()

    assert result.returncode == 3, result.stderr
    assert all(re.match(r"audit: \./\d\d\.docx: \w", line) for line in lines)
    assert "fault of the program" not in result.stderr
    named = {line[7:16] for line in lines} | set(result.stdout.replace("reports", ".").split())
    assert len(named) == len(lines) + len(result.stdout.split()) == 48


def _within_bounds() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


LETTERS = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"


WORST: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: bomb(100_000_000),
    "lie": lambda: bomb(100_000_000, lie=True),
    "deep": lambda: word_file("<w:r>" * 250_000 + "</w:r>" * 250_000),
    "runs": lambda: word_file(f"<w:p>{'<w:r>' * 250_000}{'</w:r>' * 250_000}</w:p>"),
    "tables": lambda: word_file("<w:tbl>" * 150_000 + "</w:tbl>" * 150_000),
    "empty": lambda: word_file("<w:p/>" * 600_000),
    "short": lambda: word_file(LETTERS * (LARGEST_PART // len(LETTERS) - 100)),
    "line": lambda: word_file(paragraph(run("Sources said no. " * 200_000))),
    "pad": lambda: zipped({"word/document.xml": b"", "pad": bytes(9_000_000)}),
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_is_over_soon_and_takes_little_room(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.docx").write_bytes(WORST[name]())
    command = [sys.executable, "-m", "audit", "report", "a.docx", "--format", "docx"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_within_bounds,
        timeout=4 * MOST_SECONDS,
    )

    assert result.returncode == 3
    assert re.fullmatch(r"audit: a\.docx: \w[^\n]*\n", result.stderr), result.stderr
    # Its own time, since other things may run beside it.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < MOST_SECONDS
