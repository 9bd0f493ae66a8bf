"""The one string that names where an article comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.documents.loading import load
from tui.documents.source import SAMPLE, Source, SourceKind, samples
from tui.errors import SourceError

HASH = "0" * 64


@pytest.mark.parametrize(
    ("words", "kind", "identity"),
    [
        ("/a/river.txt", SourceKind.FILE, "/a/river.txt"),
        ("/a/../river.txt", SourceKind.FILE, "/river.txt"),
        ("seed:river", SourceKind.SAMPLE, "seed:river"),
        (f"stdin:{HASH}", SourceKind.PIPE, f"stdin:{HASH}"),
    ],
)
def test_what_is_typed_has_one_name_in_the_library(
    words: str, kind: SourceKind, identity: str
) -> None:
    source = Source.parse(words)
    assert (source.kind, source.identity) == (kind, identity)
    assert Source.parse(identity).identity == identity


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("HTTPS://Harbour.Example:443", "https://harbour.example/"),
        ("http://harbour.example:80/A?B=C#d", "http://harbour.example/A?B=C"),
        ("  https://harbour.example:8443/\n", "https://harbour.example:8443/"),
        ("https://harbour.example?a", "https://harbour.example/?a"),
        ("https://harbour.example:/#", "https://harbour.example/"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("https://[no", "https://[no"),
        ("part:a1@HTTPS://Harbour.Example/Feed", "part:a1@https://harbour.example/Feed"),
        ("part:a1@/a/../feed.xml", "part:a1@/feed.xml"),
        ("file:///a/the%20river.txt", "/a/the river.txt"),
        ("FILE://localhost/a/river.txt#part", "/a/river.txt"),
        ("file:///a/%ff", "/a/\udcff"),
    ],
)
def test_an_address_that_is_written_otherwise_has_one_name(words: str, identity: str) -> None:
    source = Source.parse(words)
    assert source.identity == identity
    assert Source.parse(identity) == Source.parse(source.identity)
    assert Source.parse(identity).identity == identity
    assert source.can_be_read_again


def test_a_path_is_named_from_the_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Source.parse("river.txt").identity == str(tmp_path / "river.txt")
    assert Source.parse("./seed:river").kind is SourceKind.FILE


def test_a_source_is_shown_on_one_line_and_never_as_a_hash() -> None:
    assert Source.parse("/a/ri\x1bver\n.txt").shown == "/a/ri␛ver .txt"
    assert Source.parse("seed:river").shown == "seed:river"
    assert Source.parse(f"stdin:{HASH}").shown == "a pipe"


def test_a_file_is_where_its_path_says_and_a_sample_where_it_is_installed() -> None:
    assert Source.parse("/a/river.txt").location() == "/a/river.txt"
    assert Path(SAMPLE.location()).is_file()
    assert Source.parse("https://Harbour.example/a#b").location() == "https://harbour.example/a"
    assert Source.parse("part:a1@/a/feed.xml").location() == "/a/feed.xml"
    assert SAMPLE in samples()


def test_a_pipe_is_nowhere_and_cannot_be_read_again() -> None:
    source = Source.parse(f"stdin:{HASH}")
    assert not source.can_be_read_again
    assert SAMPLE.can_be_read_again
    with pytest.raises(SourceError, match="came through a pipe"):
        source.location()
    with pytest.raises(SourceError, match="cannot be read again"):
        load(source.identity)


@pytest.mark.parametrize("name", ["", "nothing", "../pyproject", "a\0b"])
def test_a_sample_that_is_none_is_nowhere(name: str) -> None:
    with pytest.raises(SourceError, match="sample"):
        Source(SourceKind.SAMPLE, name).location()
