"""Opening an article: one of the library, a sample, or a file by its path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events

from tui.dialogs.searching import SearchingScreen
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.source import Source, SourceKind, samples
from tui.library import Library
from tui.panels.row_text import one_line
from tui.search.record_index import RecordIndex
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.documents.article import Span
    from tui.store.database import Database
    from tui.store.document_list import Name

MOST_FOUND = 200
"""Rows listed."""
_PATH_BEGINS = ("/", "~", "./", "../")


class OpenScreen(SearchingScreen[str]):
    """Choose an article by its title, or type a path; the answer is a source."""

    WITH_PREVIEW: ClassVar[bool] = False
    TITLE_TEXT = "Open an article"
    PLACEHOLDER = "words of its title, or a path: Tab completes it"

    def __init__(self, database: Database) -> None:
        """List a library.

        Args:
            database: The open library.
        """
        super().__init__()
        self._library = Library(database)
        self._names: list[Name] | None = None
        self._samples: list[str] = []
        self._index: RecordIndex | None = None
        self._paths: dict[str, str] = {}

    def rows_for(self, query: str) -> tuple[ListRow, ...]:
        """Complete a path, or search titles; called in a thread."""
        if is_path(query):
            self._paths = {path: _source(path) for path in completions(query)}
            return tuple(_path_row(path) for path in self._paths)
        self._paths = {}
        if self._names is None:
            self._names = [name for name in self._library.names() if name.source]
            known = {name.source for name in self._names}
            self._samples = [each.identity for each in samples() if each.identity not in known]
        if not query.strip():
            count = len(self._names) + len(self._samples)
            return tuple(self._row(number, ()) for number in range(min(count, MOST_FOUND)))
        if self._index is None:
            fields = [(name.title, name.place, name.source) for name in self._names]
            self._index = RecordIndex([*fields, *((sample,) for sample in self._samples)])
        hits = self._index.search(query)[:MOST_FOUND]
        return tuple(self._row(hit.number, hit.marks[0]) for hit in hits)

    def _row(self, number: int, marks: tuple[Span, ...]) -> ListRow:
        names = self._names or []
        if number >= len(names):
            sample = self._samples[number - len(names)]
            return ListRow(
                (RowLine(marked_runs(sample, marks), (("  a sample ", "muted"),)),), sample
            )
        name = names[number]
        title = one_line(name.title)
        words = marked_runs(title, marks if title == name.title else ())
        shown = os.path.basename(Source.parse(name.source).shown)
        right: tuple[Run, ...] = ((f"  {shown} ", "muted"),)
        return ListRow((RowLine(words, right),), name.source)

    def nothing_found(self, query: str) -> str:
        """Neither an article nor a file."""
        if is_path(query):
            return "No file begins with this."
        return f"No article is called “{query}”; a path begins with / ~ or ./"

    def answer(self, row: ListRow) -> str:
        """The source of the row."""
        return self._paths.get(row.key, row.key)

    def choose(self) -> None:
        """Open a file or an article; go into a folder."""
        row = self.hits.current
        is_known = self.query_in_force == self.prompt.value
        if is_known and row is not None and row.key.endswith("/"):
            self._complete()
        else:
            super().choose()

    def _complete(self) -> None:
        """Write what the current row says into the box."""
        row = self.hits.current
        if row is not None and row.key in self._paths and _can_be_typed(row.key):
            self.prompt.set_text(row.key)

    def handle(self, event: events.Key) -> bool:
        """Tab completes a path."""
        if event.key == "tab":
            self._complete()
            return True
        return super().handle(event)

    def foot_keys(self) -> tuple[Run, ...]:
        """The keys shown below the list."""
        return (*super().foot_keys(), ("  Tab", "key"), (" completes a path ", "muted"))


def is_path(query: str) -> bool:
    """Whether what was typed names a place and not a title."""
    is_sample = Source.parse(query).kind is SourceKind.SAMPLE
    return is_sample or query.startswith(_PATH_BEGINS) or query in (".", "..")


def completions(typed: str) -> Iterator[str]:
    """Files and folders a typed path may become, folders with a slash at the end.

    Hidden ones only when the dot is typed; also names that differ in case.
    """
    if Source.parse(typed).kind is SourceKind.SAMPLE:
        yield from (each.identity for each in samples() if each.identity.startswith(typed))
        return
    folder, begun = os.path.split(typed)
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            found = sorted((entry.name, entry.is_dir()) for entry in entries)
    except (OSError, ValueError):
        return
    fitting = [
        (name, is_folder)
        for name, is_folder in found
        if name.lower().startswith(begun.lower()) and (begun or not name.startswith("."))
    ]
    for name, is_folder in fitting[:MOST_FOUND]:
        yield os.path.join(folder, name) + "/" * is_folder


def _source(path: str) -> str:
    """A typed path as the library names it."""
    return Source.parse(os.path.expanduser(path)).identity


def _can_be_typed(path: str) -> bool:
    """Whether a path can stand in the box: one with control codes would command the terminal."""
    return "\n" not in path and sanitise(path) == path


def _path_row(path: str) -> ListRow:
    return ListRow((RowLine(((sanitise_line(path), ""),), ((" ", ""),)),), path)
