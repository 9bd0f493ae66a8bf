"""Passages out of the finder: to the clipboard, or into a new file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ClosereadError
from tui.exchange.citation import CITATION_FORMS, cited_markdown
from tui.exchange.file_names import proposed_path, with_home_short
from tui.outside.file_writing import write_new_file

if TYPE_CHECKING:
    from tui.dialogs.finder import FinderScreen
    from tui.dialogs.finder_scopes import Quotation


class TakingOut:
    """Copies and exports the marked rows of a finder, or its current one."""

    def __init__(
        self,
        finder: FinderScreen,
        copy: Callable[[str, str], str] | None,
        citation: str,
        folder: str,
    ) -> None:
        """Take passages out of a finder.

        Args:
            finder: The finder.
            copy: As the finder was given it.
            citation: The form in which they are copied; a file is Markdown.
            folder: Where files are written; empty for the current folder.
        """
        self._form = CITATION_FORMS[citation]
        self._folder = folder
        self._finder = finder
        self._copy = copy

    def _passages(self) -> list[Quotation]:
        """The marked passages, or the one of the current row."""
        finder = self._finder
        if finder.marked:
            return list(finder.marked.values())
        row = finder.hits.current if finder.is_up_to_date else None
        return [finder.scope.quotation(row.key)] if row else []

    def copy(self) -> None:
        """Copy the passages with their sources."""
        passages = self._passages()
        if self._copy is None or not passages:
            missing = "no row to copy" if self._copy else "nothing can be copied from here"
            self._finder.say(missing)
            return
        text = self._form.between.join(
            self._form.cite(each.passage, each.article) for each in passages
        )
        self._finder.say(self._copy(text, f"{_counted(passages)} with source"))

    def export(self) -> None:
        """Write the passages to a new file of the folder for exports, in a thread."""
        passages, query = self._passages(), self._finder.prompt.value
        if not passages:
            self._finder.say("no row to write to a file")
            return
        self._finder.run_worker(
            lambda: self._write(passages, query), thread=True, exit_on_error=False, group="export"
        )

    def _write(self, passages: list[Quotation], query: str) -> None:
        text = "\n".join(cited_markdown(each.passage, each.article) for each in passages)
        try:
            proposed = proposed_path(self._folder, query or passages[0].article.title)
            path = write_new_file(Path(os.path.expanduser(proposed)), text)
        except ClosereadError as error:
            said = str(error)
        else:
            shown = with_home_short(path) if self._folder else path
            said = f"{_counted(passages)} written to {shown}"
        self._finder.app.call_from_thread(self._finder.say, said)


def _counted(passages: list[Quotation]) -> str:
    return "1 passage" if len(passages) == 1 else f"{len(passages)} passages"
