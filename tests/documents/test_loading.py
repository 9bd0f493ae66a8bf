from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents import file_reading, loading
from tui.documents.fetched import Fetched
from tui.documents.loaders import LOADERS
from tui.documents.loading import from_text, load, load_stream
from tui.documents.sentence_map import SentenceMap
from tui.errors import SourceError

TEXT = "The ministers met “again” on Monday.\n\nNobody was surprised.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "article.txt"


def refusal(source: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        load(source)
    return caught.value


def test_a_plain_text_comes_back_unchanged(file: Path) -> None:
    text = f"  {TEXT}\n\tx  \n\n"
    file.write_text(text, encoding="utf-8")
    article = load(str(file))
    assert (article.text, article.notices) == (text, ())


def test_a_path_becomes_absolute(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(file.parent)
    assert load("article.txt").source == str(file)


def test_the_sample_keeps_its_name() -> None:
    assert load("seed:nato-russia-talks").source == "seed:nato-russia-talks"


@pytest.mark.parametrize("source", ["seed:", "seed:nothing", "seed:../pyproject", "seed:a\0b"])
def test_there_are_only_the_samples_there_are(source: str) -> None:
    assert "sample" in refusal(source).message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_read_without_a_notice(file: Path, encoding: str) -> None:
    file.write_text(TEXT, encoding=encoding)
    article = load(str(file))
    assert (article.text, article.notices) == (TEXT, ())


def test_big_endian_texts_with_a_mark_are_read(file: Path) -> None:
    for encoding in ("utf-16-be", "utf-32-be"):
        file.write_bytes(f"\ufeff{TEXT}\ufffd".encode(encoding))
        article = load(str(file))
        assert (article.text, article.notices) == (TEXT + "\ufffd", ())
    file.write_bytes(f"\ufeff{TEXT}".encode("utf-16-be") + b"\n")
    assert "UTF-16" in load(str(file)).notices[0]


def test_another_encoding_is_read_as_windows_with_a_notice(file: Path) -> None:
    file.write_bytes(TEXT.encode("cp1252"))
    article = load(str(file))
    assert article.text == TEXT
    assert "Windows-1252" in article.notices[0]


def test_one_damaged_byte_does_not_spoil_every_quotation_mark(file: Path) -> None:
    file.write_bytes(TEXT.encode() + b"\xff")
    article = load(str(file))
    assert article.text == TEXT + "\ufffd"
    assert "UTF-8" in article.notices[0]


def test_stray_controls_are_shown_not_refused(file: Path) -> None:
    file.write_bytes(b"A\x00 word \x1b[31mred\x1b[0m [/ [bold]\r\nx")
    assert load(str(file)).text == "A␀ word ␛[31mred␛[0m [/ [bold]\nx"
    file.write_bytes(b"a\x00b")
    assert load(str(file)).text == "a␀b"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        ("\ufeff\u200b".encode(), "is empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(50), "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x01\x00\x02\x00\x03\x00\x04\x00" * 50, "binary"),
        (TEXT.encode("utf-32-le"), "binary"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
    ],
)
def test_what_is_no_text_is_refused_by_name_and_reason(
    file: Path, data: bytes, reason: str
) -> None:
    file.write_bytes(data)
    message = refusal(str(file)).message
    assert message.startswith(str(file))
    assert reason in message
    assert "\n" not in message
    with pytest.raises(SourceError, match="standard input"):
        load_stream(io.BytesIO(data))


def test_what_bytes_tell_for_certain_stands_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"%PDF-1.7\n# A heading")
    assert "a PDF file" in refusal(str(path)).message
    path.write_bytes(bytes(range(256)) * 20)
    assert "binary" in refusal(str(path)).message


def test_every_source_is_of_some_format() -> None:
    assert LOADERS[-1].fits(Fetched(b"", None, "standard input"))


def test_missing_folder_device_and_nameless_sources(tmp_path: Path) -> None:
    assert "does not exist" in refusal(str(tmp_path / "no.txt")).message
    assert "is a folder" in refusal(str(tmp_path)).message
    assert "is a device" in refusal("/dev/zero").message
    assert "cannot be read" in refusal("a\0b").message
    assert "does not exist" in refusal("").message
    assert "cannot be read" in refusal("x" * 5000).message


def test_a_file_that_may_not_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert "may not be read" in refusal(str(file)).message


def test_a_large_file_is_refused_before_it_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.open("wb") as stream:
        stream.truncate(file_reading.SIZE_LIMIT + 1)
    monkeypatch.setattr(file_reading, "read_stream", pytest.fail)
    assert "64 MiB" in refusal(str(file)).message


def test_an_endless_stream_is_read_to_the_limit_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_reading, "SIZE_LIMIT", 3 << 20)
    with open("/dev/zero", "rb") as stream, pytest.raises(SourceError, match="larger"):
        load_stream(stream)


def test_a_pipe_is_known_by_its_text() -> None:
    one = load_stream(io.BytesIO(TEXT.encode()))
    two = load_stream(io.BytesIO(TEXT.replace("\n", "\r\n").encode()))
    assert one.source == two.source == f"stdin:{one.text_hash}"
    assert one.title == "The ministers met “again” on Monday"


def test_a_named_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT.encode(),))
    writer.start()
    article = load(str(pipe))
    writer.join()
    assert (article.text, article.source[:6]) == (TEXT, "stdin:")


def test_a_file_name_that_is_no_text_opens_and_is_named_safely(tmp_path: Path) -> None:
    path = os.path.join(tmp_path, os.fsdecode(b"b\xffd \x1b[2J.txt"))
    assert "\x1b" not in refusal(path).message
    refusal(path).message.encode()
    with open(path, "w", encoding="utf-8") as stream:
        stream.write("***")
    article = load(path)
    assert article.source == path
    article.title.encode()


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        article = load_stream(io.BytesIO(data))
    except SourceError:
        return
    again = from_text(article.text, article.source, article.title)
    assert (again.text, again.blocks) == (article.text, article.blocks)
    assert again.asides == article.asides


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        '."',
        "[1]",
        "\t",
        " \n",
        "\n",
        "— ",
        "(",
        "REUTERS, ",
        "a",
        "A. ",
        "1. ",
        "\u0301",
        "\r",
        "|",
        "中",
    ],
)
def test_a_hundred_thousand_times_the_same_is_opened_like_anything(piece: str) -> None:
    article = load_stream(io.BytesIO(f"Words.{piece * 100_000}x\t\n".encode()))
    sentence_map = SentenceMap(article)
    assert sentence_map.at(0).start == 0
    assert sentence_map.at(len(article.text)).end == len(article.text.rstrip())


def test_loading_imports_nothing_heavy() -> None:
    code = (
        "import sys, tui.documents.loading as l; l.load('seed:nato-russia-talks');"
        "print([m for m in ('msgspec', 'platformdirs', 'spacy', 'numpy', 'rapidfuzz', 'textual',"
        " 'rich', 'sqlite3', 'asyncio') if m in sys.modules])"
    )
    root = Path(loading.__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert result.stdout.strip() == "[]"


def test_a_named_pipe_that_nobody_writes_to_is_refused_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.documents.file_reading.WRITER_WAIT", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(SourceError, match="a pipe that nobody writes to"):
        load(str(pipe))


def test_a_named_pipe_may_begin_late_and_stop_on_the_way(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writes = f"sleep 0.2; (printf 'The first words'; sleep 0.2; printf ' and more.') > {pipe}"
    writer = subprocess.Popen(["sh", "-c", writes])
    assert load(str(pipe)).text == "The first words and more."
    assert writer.wait() == 0
