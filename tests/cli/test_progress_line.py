"""The progress of a slow command: on a terminal only, and gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from tui.cli.progress_line import ProgressLine


class Terminal(io.StringIO):
    """What a terminal was sent."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_a_terminal_sees_how_far_it_is_and_nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with ProgressLine("report\x1b[2J.txt") as line:
        line.report(1, 4)
    shown = terminal.getvalue()
    assert "report" in shown
    assert "25 %" in shown
    assert "\x1b[2J" not in shown
    assert shown.endswith("\r\x1b[K")


def test_the_line_is_taken_away_when_the_reader_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    def interrupted() -> None:
        with ProgressLine("report.txt") as line:
            line.report(1, 4)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_a_pipe_and_a_dumb_terminal_get_nothing(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    stream = Terminal() if term == "dumb" else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", term)
    with ProgressLine("report.txt") as line:
        line.report(1, 4)
    assert stream.getvalue() == ""
