"""Archives: what is in them is counted before it is unpacked, and lies nowhere but in them."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from tests.documents.reader.made_files import zipped
from tui.documents.reader import unzipping
from tui.documents.reader.unzipping import BUDGET, Unzipping, member_at
from tui.errors import SourceError


def patched(data: bytes, offset_in_entry: int, change: bytes) -> bytes:
    """An archive of one member with both of its headers changed."""
    local = data.index(b"PK\x03\x04")
    entry = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    for start in (local + offset_in_entry, entry + offset_in_entry + 2):
        changed[start : start + len(change)] = change
    return bytes(changed)


def test_a_member_is_read_and_one_that_is_not_there_is_empty() -> None:
    archive = Unzipping(zipped({"a": "one", "b/c": "two"}), "x.zip")
    assert archive.read("b/c") == b"two"
    assert archive.read("d") == b""
    assert "a" in archive
    assert archive.names == ("a", "b/c")


def test_all_members_together_have_one_budget() -> None:
    archive = Unzipping(zipped({f"{n}": bytes(1024 * 1024) for n in range(65)}), "x.zip")
    for name in archive.names[:64]:
        archive.read(name)
    with pytest.raises(SourceError, match="zip unpacks to more than 64 MiB"):
        archive.read(archive.names[64])


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    archive = Unzipping(zipped({"a.xml": bytes(BUDGET // 2)}), "x.zip")
    with pytest.raises(SourceError, match="unpacks to more than 200 times"):
        archive.read("a.xml")


def test_a_header_that_declares_less_than_there_is_gives_no_more() -> None:
    honest = zipped({"a": b"x" * 5000})
    lying = patched(honest, 22, (10).to_bytes(4, "little"))
    with pytest.raises(SourceError, match="damaged"):
        Unzipping(lying, "x.zip").read("a")


def test_too_many_members_are_refused_before_they_are_counted_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unzipping, "MOST_MEMBERS", 5)
    with pytest.raises(SourceError, match="more than 5 files"):
        Unzipping(zipped({f"{n}": "" for n in range(6)}), "x.zip")


def test_a_locked_member_is_refused_in_a_sentence() -> None:
    locked = patched(zipped({"a": "one"}), 6, b"\x01\x00")
    with pytest.raises(SourceError, match="locked with a password"):
        Unzipping(locked, "x.zip").read("a")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_no_book_is_packed_by_is_not_unpacked(method: int) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("a", "one")
    with pytest.raises(SourceError, match="damaged"):
        Unzipping(held.getvalue(), "x.zip").read("a")


@pytest.mark.parametrize("name", ["../a", "/etc/a", "b/../../a", "b/"])
def test_a_member_that_lies_outside_is_none(name: str) -> None:
    assert Unzipping(zipped({name: "one"}), "x.zip").names == ()


def test_a_link_is_no_member() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        link = zipfile.ZipInfo("a")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert Unzipping(held.getvalue(), "x.zip").names == ()


WHOLE = zipped({"a": b"words " * 1000, "b": "more"})


@pytest.mark.parametrize("cut", [4, 30, 60, len(WHOLE) // 2, len(WHOLE) - 30, len(WHOLE) - 1])
def test_an_archive_that_is_cut_is_refused_in_a_sentence(cut: int) -> None:
    with pytest.raises(SourceError, match="damaged or not complete"):
        Unzipping(WHOLE[:cut], "x.zip")


def test_any_changed_byte_gives_the_words_or_a_sentence() -> None:
    for place in range(len(WHOLE)):
        changed = bytearray(WHOLE)
        changed[place] ^= 0xFF
        with suppress(SourceError):
            archive = Unzipping(bytes(changed), "x.zip")
            for name in archive.names:
                archive.read(name)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("b.xhtml#c", "text/b.xhtml"),
        ("../b%20c.xhtml", "b c.xhtml"),
        ("#c", "text/a.xhtml"),
        ("/b.xhtml", "b.xhtml"),
        ("../../etc/passwd", ""),
        ("..%2F..%2Fetc/passwd", ""),
        ("https://a.example/b", ""),
        ("..\\b", ""),
    ],
)
def test_a_reference_leads_to_a_member_or_nowhere(reference: str, name: str) -> None:
    assert member_at(reference, "text/a.xhtml") == name
