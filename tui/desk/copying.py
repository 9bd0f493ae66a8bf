"""Copying passages with their source into a clipboard."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from tui.corrections.said_by import speaker_of
from tui.desk.part import Part
from tui.documents.sanitising import sanitise_line
from tui.exchange.citation import CITATION_FORMS, passage_of
from tui.exchange.passage import Passage
from tui.outside.shell import run_shell
from tui.page.selection import without_page_breaks

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets

MOST_FOR_TERMINAL = 74_994
"""Bytes of text a terminal takes over OSC 52: 100,000 bytes of the encoded sequence, the limit
that xterm's successors share; beyond it they drop or cut it without a word."""
COPY_WAIT = 10.0
"""Seconds a clipboard command may take."""


class Copying(Part):
    """What `y` and `Y` are about, and how it is copied."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        column: Column,
    ) -> None:
        """Copy."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._column = column
        self._is_left = Event()

    def stop(self) -> None:
        """A clipboard command must not outlive the desk: the program would wait for it."""
        self._is_left.set()

    def passage_copy(self) -> None:
        """Copy what the keys are about, with its source, in the form of the settings."""
        self._copy_in(self.state.config.citation)

    def passage_copy_markdown(self) -> None:
        """Copy what the keys are about as Markdown."""
        self._copy_in("markdown")

    def _copy_in(self, name: str) -> None:
        if (found := self._passage()) is not None:
            (what, passage), form = found, CITATION_FORMS[name]
            self.copy(form.cite(passage, self.state.article), f"{what} {form.called}")

    def _passage(self) -> tuple[str, Passage] | None:
        """What to copy and what it is called; `None` after saying why there is nothing.

        The selection, the focused row, the highlight under the cursor, the quote, the sentence.
        """
        state, article = self.state, self.state.article
        if selected := self._targets.selected:
            self._moving.drop_selection()
            return "selection", passage_of(article, [selected], state.speaker_at(selected))
        if self._targets.is_on_row:
            return self._passage_of_row()
        if mark := self._targets.highlight():
            return "highlight", passage_of(article, mark.parts, state.speaker_of_mark(mark))
        here = self.surface.view.cursor
        for quote in state.analysis.quotes if state.analysis else ():
            if any(part.contains(here) for part in quote.content):
                speaker = speaker_of([quote], article.readable, quote.content)
                return "quote", passage_of(article, quote.content, speaker)
        sentence = without_page_breaks(article, state.motions.sentence(here))
        return "sentence", passage_of(article, sentence)

    def _passage_of_row(self) -> tuple[str, Passage] | None:
        panel, row = self._column.panel, self._column.current
        if panel is None or row is None:
            return None
        found = panel.passage(row.key, self.state.contents, self.state.speaker_at)
        if found is not None:
            return found
        if row.parts:
            speaker = self.state.speaker_at(*row.parts)
            return "row", passage_of(self.state.article, row.parts, speaker)
        self.surface.say("this row has no words to copy")
        return None

    def copy(self, text: str, what: str) -> str:
        """Copy a text and say so; what was said, for a list that lies over the status row."""
        command = self.state.config.clipboard
        if command != "osc52":
            self.surface.in_thread(lambda: self._copy_with(command, text, what), "copy")
            return f"{what} handed to {command.split()[0]}"
        size = len(text.encode("utf-8", "backslashreplace"))
        if is_sent := size <= MOST_FOR_TERMINAL:
            self.surface.app.copy_to_clipboard(text)
            said = f"{what} sent to the terminal's clipboard"
        else:
            pipes = self.surface.key("passage.pipe")
            said = (
                f"{size // 1000} kB is more than terminals take into their clipboard (74 kB); "
                f"set clipboard to a command in config.toml; {pipes} pipes it"
            )
        self.surface.say(said, warning=not is_sent)
        return said

    def _copy_with(self, command: str, text: str, what: str) -> None:
        """Hand a text to the reader's clipboard command; runs in a thread."""
        name = command.split()[0]
        try:
            finished = run_shell(command, text, COPY_WAIT, self._is_left)
        except OSError as error:
            self._report(f"not copied: {name} cannot be started ({error})", warning=True)
            return
        if finished.code or finished.stopped:
            why = finished.stopped or f"ended with exit code {finished.code}"
            said = _first_line(finished.output)
            self._report(f"not copied: {name} {why}" + (said and f": {said}"), warning=True)
        else:
            self._report(f"{what} copied with {name}", warning=False)

    def _report(self, said: str, *, warning: bool) -> None:
        self.surface.in_loop(lambda: self.surface.say(said, warning=warning))


def _first_line(output: str) -> str:
    """The first line with something in it, safe to be shown."""
    return next(filter(None, map(sanitise_line, output.splitlines())), "")
