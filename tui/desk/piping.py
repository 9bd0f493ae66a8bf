"""Passages for a shell command of the reader's, and what it printed."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.dialogs.prompt import PromptScreen
from tui.documents.sanitising import sanitise, sanitise_line
from tui.outside.shell import ShellResult, run_shell
from tui.panels.highlights import highlight_words

if TYPE_CHECKING:
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets

PIPE_WAIT = 60.0
"""Seconds a command behind `|` may take."""


class Piping(Part):
    """The commands that pipe and show what came out."""

    def __init__(
        self, state: DeskState, surface: Surface, targets: Targets, moving: Moving
    ) -> None:
        """Pipe."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._stop = Event()
        self.is_running = False
        """Whether a command has not ended yet."""
        self._last_command = ""
        self._last_output: tuple[str, ...] = ()
        """The lines that the last command printed, safe to be shown."""

    def passage_pipe(self) -> None:
        """Pipe the selection, or all highlights, to a shell command."""
        selected, marks, say = self._targets.selected, self.state.marks, self.surface.say
        if self.is_running:
            say(f"a command is running; {self.surface.key('desk.cancel')} stops it")
            return
        if selected is None and not marks:
            say("nothing to pipe: nothing is selected and nothing highlighted yet")
            return
        count = "the highlight" if len(marks) == 1 else f"{len(marks)} highlights"
        what = "the selection" if selected else count
        text = self.state.article.text

        def run(command: str | None) -> None:
            if command:
                words = text[selected.start : selected.end] + "\n" if selected else None
                self._pipe(command, words or highlight_words(self.state.marks, text))

        self.surface.open_dialog(
            PromptScreen(
                f"Pipe {what} to a shell command",
                sign="|",
                placeholder="wc -w",
                history=self.state.shell_history,
            ),
            run,
        )

    def _pipe(self, command: str, text: str) -> None:
        """Run a command on a text beside the desk."""
        history = self.state.shell_history
        if command in history:
            history.remove(command)
        history.append(command)
        self._moving.drop_selection()
        self._stop = stop = Event()
        self.is_running = True
        stops = self.surface.key("desk.cancel")
        self.surface.say(f"{_shortened(command)} is running; {stops} stops it")
        self.surface.in_thread(lambda: self._run(command, text, stop), "pipe")

    def _run(self, command: str, text: str, stop: Event) -> None:
        """Run a command; runs in a thread."""
        try:
            finished = run_shell(command, text, PIPE_WAIT, stop)
        except OSError as error:
            finished = ShellResult(command, 127, "", f"cannot be started ({error})", False)
        lines = sanitise(finished.output).rstrip().expandtabs(4).split("\n")
        if finished.is_cut:
            lines.append("(the rest of its output is not kept)")
        self.surface.in_loop(self._show, finished, tuple(lines))

    def _show(self, finished: ShellResult, lines: tuple[str, ...]) -> None:
        """Say how it ended and the first line of what it printed."""
        self.is_running = False
        self._last_command = sanitise_line(finished.command)
        self._last_output = lines
        first = next(filter(None, map(str.strip, lines)), "")
        how = finished.stopped or f"exit code {finished.code}"
        count, shows = len(lines), self.surface.key("output.show")
        more = f" ({count} lines, {shows} shows them)" if count > 1 else ""
        said = f": {first}" if first else ", no output"
        is_bad = bool(finished.code or finished.stopped)
        self.surface.say(f"{_shortened(finished.command)}: {how}{more}{said}", warning=is_bad)

    def cancel(self) -> bool:
        """Stop the command that runs; `False` when there is none."""
        if not self.is_running or self._stop.is_set():
            return False
        self._stop.set()
        self.surface.say("stopping the command…")
        return True

    def stop(self) -> None:
        """A command must not outlive the desk: the program would wait for it."""
        self._stop.set()

    def output_show(self) -> None:
        """Show everything the last command printed."""
        from tui.dialogs.command_output import OutputScreen

        if any(self._last_output):
            self.surface.open_dialog(OutputScreen(self._last_command, self._last_output))
        else:
            pipes = self.surface.key("passage.pipe")
            self.surface.say(f"no command has printed anything yet: {pipes} runs one")


def _shortened(command: str) -> str:
    """A command as the status row names it, with room for what became of it."""
    return sanitise_line(command, 24)
