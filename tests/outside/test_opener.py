"""Which place an opener is given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.outside.opener import OpenError, open_outside


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose opener only writes down what it was given."""
    report = tmp_path / "opened"
    for name in ("xdg-open", "open"):
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\necho "$1" > {report}\n', encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return report


def test_an_address_is_opened_as_it_stands(opened: Path) -> None:
    said = open_outside("https://mill.example/a?b=c d")
    assert said.endswith("https://mill.example/a?b=c d")
    assert opened.read_text(encoding="utf-8") == "https://mill.example/a?b=c d\n"


def test_a_file_is_opened_by_its_path(opened: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.touch()
    assert open_outside(str(source)).endswith(f": {source}")
    assert opened.read_text(encoding="utf-8") == f"{source}\n"


def test_a_file_that_is_gone_is_not_opened(opened: Path) -> None:
    with pytest.raises(OpenError, match="is gone"):
        open_outside("/no/such/file.txt")
    assert not opened.exists()


def test_without_a_desktop_the_path_is_told(
    opened: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    source = tmp_path / "a.txt"
    source.touch()
    with pytest.raises(OpenError, match=r"no desktop .*a\.txt"):
        open_outside(str(source))
    assert not opened.exists()
