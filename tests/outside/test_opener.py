"""Which place an opener is given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.outside.opener import OpenError, open_source


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
    said = open_source("https://mill.example/a?b=c d")
    assert said.endswith("https://mill.example/a?b=c d")
    assert opened.read_text(encoding="utf-8") == "https://mill.example/a?b=c d\n"


def test_a_sample_is_opened_as_the_file_it_is(opened: Path) -> None:
    open_source("seed:nato-russia-talks")
    assert opened.read_text(encoding="utf-8").strip().endswith("seeds/nato-russia-talks.txt")


@pytest.mark.parametrize("source", ["stdin:0123", "seed:no-such-sample", "/no/such/file.txt"])
def test_what_is_no_file_is_not_opened(opened: Path, source: str) -> None:
    with pytest.raises(OpenError):
        open_source(source)
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
        open_source(str(source))
    assert not opened.exists()
