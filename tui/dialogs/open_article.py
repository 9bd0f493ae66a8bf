"""Opening an article: one of the library, a sample, a file or folder by its path, an address."""

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
_AS_A_LIST = "."
"""What ends the key of a folder that is opened itself, instead of being gone into."""


class OpenScreen(SearchingScreen[str]):
    """Choose an article by its title, or name a place; the answer is a source."""

    WITH_PREVIEW: ClassVar[bool] = False
    TITLE_TEXT = "Open an article"
    PLACEHOLDER = "words of its title, a path (Tab completes it), or an address"

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
        """Complete a path or an address, or search titles; called in a thread."""
        if address := as_address(query):
            known = [name for name in self._known() if _is_address_in(name.source, address)]
            self._paths = {address: address}
            return (_address_row(address), *map(self._known_row, known[:MOST_FOUND]))
        if is_path(query):
            paths = [*_itself(query), *completions(query)]
            self._paths = {path: _source(path) for path in paths}
            return tuple(_path_row(path) for path in self._paths)
        self._paths = {}
        names = self._known()
        if not query.strip():
            count = len(names) + len(self._samples)
            return tuple(self._row(number, ()) for number in range(min(count, MOST_FOUND)))
        if self._index is None:
            fields = [(name.title, name.place, name.source, name.said) for name in names]
            self._index = RecordIndex([*fields, *((sample,) for sample in self._samples)])
        hits = self._index.search(query)[:MOST_FOUND]
        return tuple(self._row(hit.number, hit.marks[0]) for hit in hits)

    def _known(self) -> list[Name]:
        """The articles of the library, the one opened last first; read when first asked for."""
        if self._names is None:
            self._names = [name for name in self._library.names() if name.source]
            known = {name.source for name in self._names}
            self._samples = [each.identity for each in samples() if each.identity not in known]
        return self._names

    def _row(self, number: int, marks: tuple[Span, ...]) -> ListRow:
        names = self._names or []
        if number >= len(names):
            sample = self._samples[number - len(names)]
            return ListRow(
                (RowLine(marked_runs(sample, marks), (("  a sample ", "muted"),)),), sample
            )
        return self._known_row(names[number], marks)

    def _known_row(self, name: Name, marks: tuple[Span, ...] = ()) -> ListRow:
        title = one_line(name.title)
        words = marked_runs(title, marks if title == name.title else ())
        right: tuple[Run, ...] = ((f"  {_where(name.source)} ", "muted"),)
        return ListRow((RowLine(words, right),), name.source)

    def nothing_found(self, query: str) -> str:
        """Neither an article nor a file."""
        if is_path(query):
            return "No file begins with this."
        return f"No article is called “{query}”; / ~ or ./ begin a path, https an address"

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
        """Write what the current row says into the box; a folder that stands there is passed."""
        row = self.hits.current
        if row is not None and row.key.endswith("/" + _AS_A_LIST):
            row = next(iter(self.hits.rows[1:]), None)
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


def _itself(typed: str) -> Iterator[str]:
    """The folder that stands there whole, to be opened as a list."""
    if typed.endswith("/") and os.path.isdir(os.path.expanduser(typed)):
        yield typed + _AS_A_LIST


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


def as_address(query: str) -> str:
    """What was typed or pasted as an address of the web; empty when it is none."""
    words = query.strip()
    if words.lower().startswith("www.") and " " not in words:
        words = f"https://{words}"
    return words if Source.parse(words).kind is SourceKind.ADDRESS else ""


def _is_address_in(source: str, typed: str) -> bool:
    """Whether a source is an address that holds what was typed, whatever stood before "://"."""
    is_address = Source.parse(source).kind is SourceKind.ADDRESS
    return is_address and source != typed and typed.partition("://")[2].lower() in source.lower()


def _where(source: str) -> str:
    """Where an article comes from in a word or two: the name of its file, or its site."""
    shown = Source.parse(source).shown
    if Source.parse(source).kind is SourceKind.ADDRESS:
        return shown.partition("://")[2].partition("/")[0]
    return os.path.basename(shown)


def _address_row(address: str) -> ListRow:
    right = (("  asks the network for it ", "muted"),)
    return ListRow((RowLine(((sanitise_line(address), ""),), right),), address)


def _path_row(path: str) -> ListRow:
    shown, is_list = path, path.endswith("/" + _AS_A_LIST)
    if is_list:
        shown = path.removesuffix(_AS_A_LIST)
    right = (("  the folder, as a list ", "muted"),) if is_list else ((" ", ""),)
    return ListRow((RowLine(((sanitise_line(shown), ""),), right),), path)
