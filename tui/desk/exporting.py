"""What leaves the desk as a file, and the source in another program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.dialogs.prompt import PromptScreen
from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source, SourceKind
from tui.errors import ClosereadError
from tui.exchange.earlier_exports import marks_in
from tui.exchange.file_names import file_name, proposed_path, with_home_short
from tui.exchange.formats import FORMATS, write_marks
from tui.outside.opener import open_outside

if TYPE_CHECKING:
    from tui.session.reading import ReadingSession

WAIT_FOR_SAVING = 5.0
"""Seconds an export waits for changes on their way to the disk."""


class Exporting(Part):
    """The commands that write a file or open the source."""

    def source_open(self) -> None:
        """Open the source with the program the system has for it."""
        self.surface.say("opening the source…")
        self.surface.in_thread(self._open_source, "open")

    def _open_source(self) -> None:
        """Start the opener; runs in a thread."""
        try:
            said = open_outside(self._location())
            self._report(sanitise_line(said))
        except ClosereadError as error:
            self._report(sanitise_line(str(error)), warning=True)

    def _location(self) -> str:
        """Where the article is: its file, or its address.

        Raises:
            SourceError: It is nowhere.
        """
        article = self.state.article
        _, container = Source.parse(article.source).in_container()
        if container.kind is SourceKind.ADDRESS:
            return article.address or container.name
        return container.location()

    def _report(self, said: str, *, warning: bool = False) -> None:
        self.surface.in_loop(lambda: self.surface.say(said, warning=warning))

    def marks_export(self) -> None:
        """Write the highlights of this article to a file."""
        session = self.state.session
        if self.surface.session() is None:
            return
        if session and not session.marks and not session.orphans:
            makes = self.surface.key("mark.make")
            self.surface.say(f"no highlights to export yet: {makes} makes one")
            return
        folder = self.state.config.exports
        self._ask_for_file(proposed_path(folder, self.state.article.title))

    def _ask_for_file(self, name: str, there: str = "") -> None:
        """Ask for a name.

        Args:
            name: What is proposed.
            there: What is there under this name, which the reader may replace; empty for nothing.
        """
        about = ", ".join(f"{each.suffix} writes {each.label}" for each in FORMATS)
        title = "Export the highlights to a file"
        if not self.state.config.exports:
            title += f" in {sanitise_line(with_home_short(os.curdir))}"
        may_replace = name if there else ""
        if there:
            about = f"{there}: Enter replaces it, another name keeps both"

        def export(chosen: str | None) -> None:
            session = self.state.session
            if chosen and session:
                may = chosen == may_replace
                self.surface.in_thread(lambda: self._export(session, chosen, may), "export")

        self.surface.open_dialog(PromptScreen(title, value=name, help_text=about), export)

    def _export(self, session: ReadingSession, name: str, may_replace: bool) -> None:
        """Write the file; runs in a thread."""
        # Of `os.path`, because those of `Path` raise where a folder may not be entered.
        path = Path(os.path.expanduser(name))
        if os.path.isdir(path):
            path = path / file_name(self.state.article.title)
            name, may_replace = with_home_short(path), False
        if os.path.exists(path) and not may_replace:
            there = _what_is_there(path, len(session.marks) + len(session.orphans))
            self.surface.in_loop(self._ask_for_file, name, there)
            return
        session.close(WAIT_FOR_SAVING)
        try:
            articles = session.marked()
            # The reader has been told what stands there.
            write_marks(path, articles, may_lose=True)
        except ClosereadError as error:
            self._report(sanitise_line(str(error)), warning=True)
            return
        number = sum(len(article.highlights) for article in articles)
        count = "1 highlight" if number == 1 else f"{number} highlights"
        self._report(f"{count} written to {sanitise_line(with_home_short(path))}")


def _what_is_there(path: Path, count: int) -> str:
    """What a reader should know of a file before it is replaced by some highlights. Blocks."""
    try:
        held = marks_in(path)
    except OSError:
        return "this file is there already and cannot be read"
    if held is None:
        return "this file is there already and is no export of closeread"
    if held > count:
        return f"this file is there already and holds {held:,} highlights, these are {count:,}"
    return "this file is there already"
