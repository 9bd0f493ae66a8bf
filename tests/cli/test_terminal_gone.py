"""A terminal that goes away before the desk does."""

from __future__ import annotations

import os
import pty

import pytest

from tui.cli.tty import Lasting


def test_drawing_on_a_terminal_that_is_gone_does_nothing() -> None:
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", buffering=1) as terminal:
        lasting = Lasting(terminal)
        assert lasting.write("seen\n") == 5
        assert os.read(master, 100) == b"seen\r\n"
        assert lasting.isatty()
        assert lasting.fileno() == slave
        os.close(master)
        with pytest.raises(OSError, match="error"):
            terminal.write("gone\n")
        assert lasting.write("gone\n") == 5
        lasting.flush()
        with pytest.raises(OSError, match="error"):
            terminal.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), slave)
