"""Copying passages with their source into a clipboard."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual import work

from tui.desk.annotating import Annotating
from tui.documents.article import Article
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.field_message import FieldMessage

if TYPE_CHECKING:
    from tui.exchange.citation import Passage

MOST_FOR_TERMINAL = 74_994
"""Bytes of text a terminal takes over OSC 52: 100,000 bytes of the encoded sequence, the limit
that xterm's successors share; beyond it they drop or cut it without a word."""
COPY_WAIT = 10.0
"""Seconds a clipboard command may take."""


class Copying(Annotating):
    """What `y` and `Y` are about, and how it is copied."""

    class Told(FieldMessage):
        """Something outside the desk went well or did not."""

        text: str
        """What to tell the reader."""
        warning: bool = False
        """Whether it did not."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self._is_left = Event()

    def on_copying_told(self, event: Told) -> None:
        """Tell it in the status row."""
        event.stop()
        self.say(event.text, warning=event.warning)

    async def on_unmount(self) -> None:
        """A clipboard command must not outlive the desk: the program would wait for it."""
        self._is_left.set()

    def command_passage_copy(self) -> None:
        """Copy what the keys are about, with its source."""
        from tui.exchange.citation import cited

        if (found := self._passage()) is not None:
            what, passage = found
            self._copy(cited(passage, self.article), f"{what} with its source")

    def command_passage_copy_markdown(self) -> None:
        """Copy what the keys are about as Markdown."""
        from tui.exchange.citation import cited_markdown

        if (found := self._passage()) is not None:
            what, passage = found
            self._copy(cited_markdown(passage, self.article), f"{what} as Markdown")

    def _passage(self) -> tuple[str, Passage] | None:
        """What to copy and what it is called; `None` after saying why there is nothing.

        The selection, the focused row, the highlight under the cursor, the quote, the sentence.
        """
        from tui.exchange.citation import Passage, words_of

        if selected := self.selected:
            self.drop_selection()
            words = words_of(self.article, [selected])
            return "selection", Passage(words, self.speaker_at(selected))
        if self.is_on_row:
            return self._passage_of_row()
        if mark := self.target():
            words = words_of(self.article, [mark.span])
            return "highlight", Passage(words, mark.highlight.speaker or self.speaker_at(mark.span))
        here = self.view.cursor
        for quote in self.analysis.quotes if self.analysis else ():
            if any(part.contains(here) for part in quote.content):
                return "quote", Passage(words_of(self.article, quote.content), quote.speaker_name)
        return "sentence", Passage(words_of(self.article, [self.motions.sentence(here)]))

    def _passage_of_row(self) -> tuple[str, Passage] | None:
        from tui.exchange.citation import Passage, words_of

        panel = self.focused_panel
        row = panel.current if panel else None
        kind, _, number = row.key.partition(" ") if row else ("", "", "")
        # Rows are numbered as they are listed, hidden ones at the end.
        listed = self.findings.listed if self.findings else None
        if listed and kind == "quote":
            quote = listed.quotes[int(number)]
            return kind, Passage(words_of(self.article, quote.content), quote.speaker_name)
        if listed and kind == "question":
            question = listed.questions[int(number)]
            words = words_of(self.article, [question.evidence])
            return kind, Passage(words, self.speaker_at(question.evidence), about=question.text)
        if span := self.row_span():
            return "row", Passage(words_of(self.article, [span]), self.speaker_at(span))
        for lost in (*self.session.orphans, *self.session.deleted) if self.session else ():
            if lost.id == kind:
                return "highlight", Passage(" ".join(lost.anchor.exact.split()), lost.speaker)
        self.say("this row has no words to copy")
        return None

    def _copy(self, text: str, what: str) -> str:
        """Copy a text and say so; what was said, for a list that lies over the status row."""
        command = self.config.clipboard
        if command != "osc52":
            self._copy_with(command, text, what)
            return f"{what} handed to {command.split()[0]}"
        size = len(text.encode("utf-8", "backslashreplace"))
        if is_sent := size <= MOST_FOR_TERMINAL:
            self.app.copy_to_clipboard(text)
            said = f"{what} sent to the terminal's clipboard"
        else:
            said = (
                f"{size // 1000} kB is more than terminals take into their clipboard (74 kB); "
                f"set clipboard to a command in config.toml; {self.key('passage.pipe')} pipes it"
            )
        self.say(said, warning=not is_sent)
        return said

    @work(thread=True, exit_on_error=False, group="copy")
    def _copy_with(self, command: str, text: str, what: str) -> None:
        """Hand a text to the reader's clipboard command; runs in a thread."""
        from tui.outside.shell import run_shell

        name = command.split()[0]
        try:
            finished = run_shell(command, text, COPY_WAIT, self._is_left)
        except OSError as error:
            self.post_message(self.Told(f"not copied: {name} cannot be started ({error})", True))
            return
        if finished.code or finished.stopped:
            why = finished.stopped or f"ended with exit code {finished.code}"
            said = _first_line(finished.output)
            self.post_message(self.Told(f"not copied: {name} {why}" + (said and f": {said}"), True))
        else:
            self.post_message(self.Told(f"{what} copied with {name}"))


def _first_line(output: str) -> str:
    """The first line with something in it, safe to be shown."""
    from tui.documents.sanitising import sanitise_line

    lines = filter(None, map(sanitise_line, output.splitlines()))
    return next(lines, "")
