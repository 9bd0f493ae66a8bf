"""Shell commands of the reader's own: what they read, what they print, how they end."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from tui.outside.shell import MOST_OUTPUT, ShellResult, run_shell

PATIENCE = 20.0


def run(command: str, text: str = "", seconds: float = PATIENCE) -> ShellResult:
    return run_shell(command, text, seconds, threading.Event())


def test_a_command_reads_the_text_and_its_output_comes_back() -> None:
    assert run("tr a-z A-Z", "one two\n") == ShellResult("tr a-z A-Z", 0, "ONE TWO\n", "", False)


def test_errors_are_part_of_the_output_and_the_exit_code_is_told() -> None:
    finished = run("echo no such luck >&2; exit 3")
    assert (finished.code, finished.output, finished.stopped) == (3, "no such luck\n", "")


def test_a_text_longer_than_a_pipe_holds_goes_through_whole() -> None:
    text = "zwölf Wörter\n" * 100_000
    assert run("cat", text).output == text


@pytest.mark.parametrize("command", ["true", "exec <&-; sleep 0.1"])
def test_a_command_that_does_not_read_is_no_error(command: str) -> None:
    assert run(command, "x" * 1_000_000).code == 0


def test_a_command_that_takes_too_long_is_stopped_with_all_it_started() -> None:
    started = time.monotonic()
    finished = run("echo begun; sleep 60 & sleep 60", seconds=0.3)
    assert time.monotonic() - started < PATIENCE
    assert finished.output == "begun\n"
    assert finished.stopped == "took longer than 0.3 seconds and was stopped"


def test_a_command_that_will_not_end_when_asked_is_made_to() -> None:
    finished = run("trap '' TERM; while :; do sleep 0.1; done", seconds=0.3)
    assert finished.stopped
    assert finished.code == 128 + 9


def test_another_thread_can_stop_it(tmp_path: Path) -> None:
    stop, begun = threading.Event(), tmp_path / "begun"
    os.mkfifo(begun)

    def stop_once_begun() -> None:
        begun.read_text()
        stop.set()

    watcher = threading.Thread(target=stop_once_begun)
    watcher.start()
    finished = run_shell(f"echo > {begun}; sleep 60", "", PATIENCE, stop)
    watcher.join()
    assert finished.stopped == "was stopped"


def test_a_program_left_running_behind_is_not_waited_for() -> None:
    # As clipboard programs do: they keep the text, and the output open.
    started = time.monotonic()
    finished = run("cat > /dev/null; sleep 3 &", "text")
    assert (finished.code, finished.stopped) == (0, "")
    assert time.monotonic() - started < 2.5


def test_an_endless_output_is_read_and_only_its_beginning_kept() -> None:
    finished = run(f"yes | head -c {MOST_OUTPUT + 1_000_000}")
    assert finished.code == 0
    assert len(finished.output) == MOST_OUTPUT
    assert finished.is_cut


def test_no_command_gets_the_terminal_of_the_desk() -> None:
    finished = run("(echo drawn over the desk > /dev/tty) 2>/dev/null || echo no terminal")
    assert finished.output == "no terminal\n"
