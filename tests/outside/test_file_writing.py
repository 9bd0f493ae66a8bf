from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tui.outside.file_writing import WriteError, write_file, write_new_file


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_private(tmp_path: Path) -> None:
    write_file(tmp_path / "marks.md", "“Yes.”\n")
    assert (tmp_path / "marks.md").read_text(encoding="utf-8") == "“Yes.”\n"
    assert mode(tmp_path / "marks.md") == 0o600
    assert os.listdir(tmp_path) == ["marks.md"]


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "marks.md"
    path.write_text("old")
    path.chmod(0o644)
    write_file(path, "new")
    assert path.read_text() == "new"
    assert mode(path) == 0o644


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_file(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_device_is_written_directly() -> None:
    # A terminal of the test's own: the machine's devices must survive a bug here.
    reader, device = os.openpty()
    try:
        path = Path(os.ttyname(device))
        write_file(path, "gone")
        assert stat.S_ISCHR(path.stat().st_mode)
        assert os.read(reader, 100) == b"gone"
    finally:
        os.close(reader)
        os.close(device)


def test_a_named_pipe_is_written_directly(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(path, "gone")
        assert stat.S_ISFIFO(path.stat().st_mode)
        assert os.read(reader, 100) == b"gone"
    finally:
        os.close(reader)


@pytest.mark.parametrize("place", ["missing/marks.md", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    with pytest.raises(WriteError) as caught:
        write_file(tmp_path / place, "text")
    assert str(tmp_path / place) in str(caught.value)


def test_a_failure_on_the_way_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marks.md"
    path.write_text("old")

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.outside.file_writing.os.fsync", full_disk)
    with pytest.raises(WriteError, match="No space left"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["marks.md"]


def test_a_new_file_that_cannot_be_written_leaves_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        write_new_file(tmp_path / "marks.md", "“Yes.”")
    assert os.listdir(tmp_path) == []
