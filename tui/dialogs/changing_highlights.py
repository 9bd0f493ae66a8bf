"""Highlights that the finder has found in the library: deleted, tagged, recoloured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from tui.dialogs.finder_scopes import LibraryScope
from tui.dialogs.tag_line import TagsScreen
from tui.panels.row_text import one_line
from tui.search.tags import parse_tags
from tui.session.library_edits import LibraryEdits
from tui.settings.colours import Colour

if TYPE_CHECKING:
    from tui.dialogs.finder import FinderScreen
    from tui.session.reading import ReadingSession
    from tui.store.database import Database
    from tui.store.highlight_rows import Highlight

CHANGES = {"ctrl+x": "delete", "ctrl+g": "tags", "ctrl+r": "colour"}
"""What the keys do to the picked highlights, or to that of the current row."""
UNDO = "ctrl+z"
"""Takes a change back as long as nothing else was typed."""


class ChangingDesk(Protocol):
    """What lies under the finder."""

    @property
    def database(self) -> Database | None:
        """The library, once it is open."""

    def open_sessions(self) -> Sequence[ReadingSession]:
        """The articles that are open, that of the desk first."""

    def draw_marks(self) -> None:
        """Draw the highlights of the desk anew."""


class ChangingHighlights:
    """The keys of a finder that change what it has found."""

    def __init__(
        self,
        finder: FinderScreen,
        desk: ChangingDesk,
    ) -> None:
        """Change highlights of a library.

        Args:
            finder: The finder.
            desk: The desk under it.
        """
        self._finder = finder
        self._desk = desk
        self._edits: LibraryEdits | None = None
        self._said = ""
        self._may_undo = False
        self._is_writing = self._is_listing = False
        self._held: list[str] = []

    @property
    def labels(self) -> dict[str, str]:
        """What its keys do; nothing where no highlights of the library are listed."""
        return CHANGES if self._finder.scope.NAME == LibraryScope.NAME else {}

    def _chosen(self) -> list[Highlight]:
        """The picked highlights, or that of the current row; none while rows are on their way."""
        finder = self._finder
        row = finder.hits.current if finder.is_up_to_date else None
        chosen = list(finder.marked.values())
        if not chosen and row is not None:
            chosen = [finder.scope.quotation(row.key)]
        return [each.highlight for each in chosen if each.highlight]

    def handle(self, key: str) -> bool:
        """A key of the finder; whether it is one of these."""
        if self._edits is None and self.labels and self._desk.database:
            self._edits = LibraryEdits(self._desk.database, self._desk.open_sessions, self._saved)
        return bool(self.labels and self._edits and self._handle(key, self._edits))

    def _handle(self, key: str, edits: LibraryEdits) -> bool:
        is_busy = self._is_writing or self._is_listing
        if is_busy and (key in CHANGES or (key == UNDO and self._may_undo)):
            # The rows are those of before the last change: they come first.
            self._held.append(key)
            return True
        if key == UNDO and self._may_undo:
            edits.undo()
            self._told("taken back", may_undo=edits.can_undo)
            return True
        self._may_undo = False
        if key not in CHANGES:
            return False
        if marks := self._chosen():
            does = {"ctrl+x": self._delete, "ctrl+g": self._tag, "ctrl+r": self._recolour}
            does[key](edits, marks)
        return True

    def _delete(self, edits: LibraryEdits, marks: Sequence[Highlight]) -> None:
        edits.delete(marks)
        self._finder.marked.clear()
        self._told(f"{_counted(marks)} deleted; {UNDO} brings {_them(marks)} back", may_undo=True)

    def _recolour(self, edits: LibraryEdits, marks: Sequence[Highlight]) -> None:
        colours = list(Colour)
        colour = colours[(colours.index(marks[0].colour) + 1) % len(colours)]
        edits.recolour(marks, colour)
        self._told(f"{_counted(marks)} {colour.value} now; {UNDO} takes it back", may_undo=True)

    def _tag(self, edits: LibraryEdits, marks: Sequence[Highlight]) -> None:
        first, is_one = marks[0], len(marks) == 1

        def close(line: str | None, _: str | None) -> None:
            if line is None:
                edits.drop_draft(first)
            elif is_one:
                edits.tag(first, parse_tags(line))
            else:
                edits.add_tags(marks, parse_tags(line))
            if line is not None:
                self._told(f"the tags are saved; {UNDO} takes them back", may_undo=True)

        self._finder.app.push_screen(
            TagsScreen(
                passage=" … ".join(one_line(mark.words) for mark in marks),
                saved=first.tags if is_one else (),
                typed=None,
                read_tags=self._desk.open_sessions()[0].library_tags,
                on_draft=lambda line: edits.keep_draft(first, line),
                on_close=close,
            )
        )

    def _told(self, said: str, *, may_undo: bool = False) -> None:
        self._said, self._may_undo, self._is_writing = said, may_undo, True
        self._finder.say(said)

    def _saved(self, refused: str) -> None:
        """On the writer thread: what was changed is on the disk, or was refused."""
        self._finder.call_later(self._show, refused)

    def _show(self, refused: str) -> None:
        self._desk.draw_marks()
        if self._finder.is_attached:
            self._said = refused or self._said
            self._is_writing, self._is_listing = False, True
            self._finder.search_anew(self._said)

    def listed(self) -> None:
        """The rows are those of now: the keys that waited for them are for these."""
        if self._is_listing:
            self._finder.call_later(self._handle_held)

    def _handle_held(self) -> None:
        self._is_listing = False
        held, self._held = self._held, []
        for key in held:
            self.handle(key)


def _counted(marks: Sequence[Highlight]) -> str:
    return "1 highlight" if len(marks) == 1 else f"{len(marks)} highlights"


def _them(marks: Sequence[Highlight]) -> str:
    return "it" if len(marks) == 1 else "them"
