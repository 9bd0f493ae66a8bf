"""What leaves the desk: piping, exporting, opening the source elsewhere."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual import work

from tui.desk.copying import Copying
from tui.documents.article import Article, Span
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.field_message import FieldMessage

if TYPE_CHECKING:
    from tui.outside.shell import ShellResult
    from tui.session.reading import ReadingSession

PIPE_WAIT = 60.0
"""Seconds a command behind `|` may take."""
WAIT_FOR_SAVING = 5.0
"""Seconds an export waits for changes on their way to the disk."""


class Outward(Copying):
    """The commands of the group Copy and out that need a program or a file."""

    class CommandEnded(FieldMessage):
        """The command behind `|` has ended."""

        finished: ShellResult
        """How."""
        lines: tuple[str, ...]
        """What it printed, safe to be shown; empty lines at the end are left out."""

    class ReplaceAsked(FieldMessage):
        """The file of an export is there already."""

        name: str
        """Its name as it was typed."""

    last_output: tuple[str, ...] = ()
    """The lines that the last command printed, safe to be shown."""
    last_command: str = ""
    """The last command."""
    is_command_running: bool = False
    """Whether a command behind `|` has not ended yet."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.shell_history: list[str] = []
        """Commands typed in this run, the latest last; all desks of the program share it."""
        self._stop = Event()

    async def on_unmount(self) -> None:
        """A command must not outlive the desk: the program would wait for it."""
        self._stop.set()

    # -- piping -----------------------------------------------------------------------

    def command_passage_pipe(self) -> None:
        """Pipe the selection, or all highlights, to a shell command."""
        from tui.dialogs.prompt import PromptScreen

        selected, marks = self.selected, self.marks
        if self.is_command_running:
            self.say(f"a command is running; {self.key('desk.cancel')} stops it")
            return
        if selected is None and not marks:
            self.say("nothing to pipe: nothing is selected and nothing highlighted yet")
            return
        count = "the highlight" if len(marks) == 1 else f"{len(marks)} highlights"
        what = "the selection" if selected else count

        def run(command: str | None) -> None:
            if command:
                self.pipe(command, self._text_to_pipe(selected))

        self.app.push_screen(
            PromptScreen(
                f"Pipe {what} to a shell command",
                sign="|",
                placeholder="wc -w",
                history=self.shell_history,
            ),
            run,
        )

    def _text_to_pipe(self, selected: Span | None) -> str:
        """The selection as it stands in the text, or every highlight on a line, notes below it."""
        if selected:
            return self.article.text[selected.start : selected.end] + "\n"
        lines: list[str] = []
        for mark in self.marks:
            lines.append(" ".join(self.article.text[mark.span.start : mark.span.end].split()))
            lines += [f"\t{line}" for line in mark.highlight.note.splitlines()]
        return "\n".join(lines) + "\n"

    def pipe(self, command: str, text: str) -> None:
        """Run a command on a text beside the desk."""
        if command in self.shell_history:
            self.shell_history.remove(command)
        self.shell_history.append(command)
        self.drop_selection()
        self._stop = Event()
        self.is_command_running = True
        self.say(f"{_shortened(command)} is running; {self.key('desk.cancel')} stops it")
        self._run_command(command, text, self._stop)

    @work(thread=True, exit_on_error=False, group="pipe")
    def _run_command(self, command: str, text: str, stop: Event) -> None:
        """Run a command; runs in a thread."""
        from tui.documents.sanitising import sanitise
        from tui.outside.shell import ShellResult, run_shell

        try:
            finished = run_shell(command, text, PIPE_WAIT, stop)
        except OSError as error:
            finished = ShellResult(command, 127, "", f"cannot be started ({error})", False)
        lines = sanitise(finished.output).rstrip().expandtabs(4).split("\n")
        if finished.is_cut:
            lines.append("(the rest of its output is not kept)")
        self.post_message(self.CommandEnded(finished, tuple(lines)))

    def on_outward_command_ended(self, event: CommandEnded) -> None:
        """Say how it ended and the first line of what it printed."""
        from tui.documents.sanitising import sanitise_line

        event.stop()
        finished = event.finished
        self.is_command_running = False
        self.last_command = sanitise_line(finished.command)
        self.last_output = event.lines
        first = next(filter(None, map(str.strip, event.lines)), "")
        how = finished.stopped or f"exit code {finished.code}"
        count, shows = len(event.lines), self.key("output.show")
        more = f" ({count} lines, {shows} shows them)" if count > 1 else ""
        said = f": {first}" if first else ", no output"
        is_bad = bool(finished.code or finished.stopped)
        self.say(f"{_shortened(finished.command)}: {how}{more}{said}", warning=is_bad)

    def stop_command(self) -> bool:
        """Stop the command that runs; `False` when there is none."""
        if not self.is_command_running or self._stop.is_set():
            return False
        self._stop.set()
        self.say("stopping the command…")
        return True

    def command_output_show(self) -> None:
        """Show everything the last command printed."""
        from tui.dialogs.command_output import OutputScreen

        if not any(self.last_output):
            self.say(f"no command has printed anything yet: {self.key('passage.pipe')} runs one")
            return
        self.app.push_screen(OutputScreen(self.last_command, self.last_output))

    # -- the source -------------------------------------------------------------------

    def command_source_open(self) -> None:
        """Open the source with the program the system has for it."""
        self.say("opening the source…")
        self._open_source()

    @work(thread=True, exit_on_error=False, group="open")
    def _open_source(self) -> None:
        """Start the opener; runs in a thread."""
        from tui.documents.sanitising import sanitise_line
        from tui.documents.source import Source
        from tui.errors import ClosereadError
        from tui.outside.opener import open_outside

        try:
            done = open_outside(Source.parse(self.article.source).location())
            self.post_message(self.Told(sanitise_line(done)))
        except ClosereadError as error:
            self.post_message(self.Told(sanitise_line(str(error)), True))

    # -- exporting --------------------------------------------------------------------

    def command_marks_export(self) -> None:
        """Write the highlights of this article to a file."""
        from tui.exchange.file_names import file_name

        if self.open_session() is None:
            return
        if self.session and not self.marks and not self.session.orphans:
            self.say(f"no highlights to export yet: {self.key('mark.make')} makes one")
            return
        self._ask_for_file(file_name(self.article.title), "")

    def _ask_for_file(self, name: str, may_replace: str) -> None:
        from tui.dialogs.prompt import PromptScreen

        about = ".md writes Markdown, .json everything a highlight has"
        if may_replace:
            about = "this file is there already: Enter replaces it, another name keeps both"

        def export(chosen: str | None) -> None:
            if chosen and self.session:
                self._export(self.session, chosen, chosen == may_replace)

        self.app.push_screen(
            PromptScreen("Export the highlights to a file", value=name, help_text=about), export
        )

    @work(thread=True, exit_on_error=False, group="export")
    def _export(self, session: ReadingSession, name: str, may_replace: bool) -> None:
        """Write the file; runs in a thread."""
        from tui.documents.sanitising import sanitise_line
        from tui.errors import ClosereadError
        from tui.exchange.as_json import marks_object
        from tui.exchange.as_markdown import as_markdown
        from tui.exchange.json_text import json_text
        from tui.outside.file_writing import write_file

        # Of `os.path`, because those of `Path` raise where a folder may not be entered.
        path = Path(os.path.expanduser(name))
        if os.path.exists(path) and not may_replace and not os.path.isdir(path):
            self.post_message(self.ReplaceAsked(name))
            return
        session.close(WAIT_FOR_SAVING)
        try:
            records = session.records()
            is_json = path.suffix.lower() == ".json"
            value = json_text(marks_object(records), indent=2) + "\n" if is_json else ""
            write_file(path, value or as_markdown(records))
        except ClosereadError as error:
            self.post_message(self.Told(sanitise_line(str(error)), True))
            return
        count = "1 highlight" if len(records) == 1 else f"{len(records)} highlights"
        self.post_message(self.Told(f"{count} written to {sanitise_line(str(path))}"))

    def on_outward_replace_asked(self, event: ReplaceAsked) -> None:
        """Ask for the name again, saying what is there."""
        event.stop()
        self._ask_for_file(event.name, event.name)


def _shortened(command: str) -> str:
    """A command as the status row names it, with room for what became of it."""
    from tui.documents.sanitising import sanitise_line

    return sanitise_line(command, 24)
