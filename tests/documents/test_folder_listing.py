"""A folder as a list to pick from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.documents import folder_listing
from tui.documents.loading import load, open_source
from tui.documents.unread import Listing
from tui.errors import SourceError


def listing(folder: Path) -> Listing:
    found = open_source(str(folder))
    assert isinstance(found, Listing)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "the texts"
    folder.mkdir()
    return folder


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("The harbour is closed.", encoding="utf-8")


def test_a_folder_lists_what_may_be_read_in_the_order_of_names(folder: Path) -> None:
    write(folder, "river.txt", "Harbour.md", "bridge", ".hidden.txt", "photo.JPG", "talk.mp3")
    (folder / "more").mkdir()
    (folder / ".git").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    found = listing(folder)
    assert (found.source, found.title) == (str(folder), "the texts")
    assert [choice.title for choice in found.choices] == [
        "bridge", "Harbour.md", "more/", "river.txt",
    ]  # fmt: skip
    assert load(found.choices[3].address).text == "The harbour is closed."
    assert found.notices == ()


def test_a_folder_in_a_folder_is_a_list_again(folder: Path) -> None:
    (folder / "more").mkdir()
    write(folder / "more", "river.txt")
    inner = open_source(listing(folder).choices[0].address)
    assert isinstance(inner, Listing)
    assert inner.source == str(folder / "more")


def test_names_are_shown_safely_and_open_all_the_same(folder: Path) -> None:
    name = "ri\x1b[31mver\n.txt"
    write(folder, name, "seed:x", "https:")
    found = listing(folder)
    assert [choice.title for choice in found.choices] == ["https:", "ri␛[31mver .txt", "seed:x"]
    assert all(load(choice.address).text for choice in found.choices)


def test_an_empty_folder_has_nothing_to_read(folder: Path) -> None:
    with pytest.raises(SourceError, match="without anything to read"):
        open_source(str(folder))


def test_a_command_wants_a_text_and_no_folder(folder: Path) -> None:
    write(folder, "river.txt")
    with pytest.raises(SourceError, match="is a folder; name a text file in it"):
        load(str(folder))


def test_a_folder_of_very_many_files_is_cut_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_listing, "MOST", 2)
    write(folder, "a", "b", "c")
    found = listing(folder)
    assert len(found.choices) == 2
    assert found.notices == ("only the first 2 of 3 files and folders are listed",)
