"""Which highlight or passage a key is about.

A key is about what is selected, else about the focused row, else about what is under the
cursor. Of several highlights over one another it is the shortest; `]h` and `[h` go from
highlight to highlight in text order, nested and crossing ones included, and the one arrived at
is chosen as long as the cursor stays there, which the text shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.desk.part import Part
from tui.documents.passage_parts import words_in
from tui.panels.row_keys import RowKind

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.documents.article import Span
    from tui.documents.passage_parts import Parts
    from tui.session.reading import Mark
    from tui.store.highlight_rows import Highlight

NO_PLACE = "this row has no place in the text"
"""Said of a row that nothing can be marked for."""


class About(NamedTuple):
    """What a sheet to write on is about."""

    highlight: Highlight
    """The highlight."""
    words: str
    """Its passage as it stands now; without a place, as it stood."""
    parts: Parts
    """Where that is; empty for one without a place."""
    is_new: bool = False
    """Whether it is made only with the first words that are typed about it."""

    @property
    def key(self) -> object:
        """What words are kept for that were typed about it and given up."""
        return self.parts if self.is_new else self.highlight.id

    @classmethod
    def mark(cls, mark: Mark, text: str) -> About:
        """A highlight where it stands in a text."""
        return cls(mark.highlight, words_in(text, mark.parts), mark.parts)

    @classmethod
    def orphan(cls, orphan: Highlight) -> About:
        """A highlight without a place."""
        return cls(orphan, orphan.words, ())


class Targets(Part):
    """What the next command is about."""

    def __init__(self, state: DeskState, surface: Surface, column: Column) -> None:
        """Look at selection, row and cursor."""
        super().__init__(state, surface)
        self._column = column
        self._chosen: tuple[str, int] | None = None
        """The id of the chosen highlight, and the cursor at which it was chosen."""

    @property
    def selected(self) -> Span | None:
        """What is selected; `None` outside select mode."""
        return self.surface.view.selection

    @property
    def passage(self) -> Parts:
        """The selection, else where the focused row leads; empty when it is about the cursor."""
        return (self.selected,) if self.selected else self._column.row_passage

    @property
    def is_on_row(self) -> bool:
        """Whether the keys are about a row; in an empty panel they are about the text."""
        return self._column.current is not None

    def highlight(self) -> Mark | None:
        """The highlight a command is about: the row's, the chosen one, else the shortest."""
        row = self._column.current
        if row is None:
            under_cursor = self.state.marks_at(self.surface.view.cursor)
            return self.chosen or next(iter(under_cursor), None)
        ident = row.key.highlight_id
        if ident is not None:
            return next((mark for mark in self.state.marks if mark.highlight.id == ident), None)
        if row.key.kind is RowKind.DELETED:
            return None
        return next(iter(self.state.marks_at(row.span.start)), None) if row.span else None

    def orphan(self) -> Highlight | None:
        """The highlight without a place that the focused row is about."""
        session, key = self.state.session, self._column.key
        ident = key.highlight_id if key else None
        if session is None or ident is None or self.selected:
            return None
        return next((each for each in session.orphans if each.id == ident), None)

    # -- one of several ---------------------------------------------------------------

    @property
    def chosen(self) -> Mark | None:
        """The highlight that was chosen and has not been left since."""
        session = self.state.session
        if self._chosen is None or session is None:
            return None
        ident, cursor = self._chosen
        mark = session.mark(ident) if cursor == self.surface.view.cursor else None
        return mark if mark and mark.contains(cursor) else None

    def choose(self, mark: Mark) -> None:
        """Choose the highlight that the cursor has been put on."""
        cursor = self.surface.view.cursor
        self._chosen = (mark.highlight.id, cursor)
        self.show_chosen()
        over = list(self.state.marks_at(cursor))
        if len(over) > 1:
            number = over.index(mark) + 1
            self.surface.say(f"highlight {number} of {len(over)} here, the shortest first")

    def show_chosen(self) -> None:
        """Show in the text which of several highlights the keys are about."""
        mark, view = self.chosen, self.surface.view
        is_one_of_several = mark is not None and len(self.state.marks_at(view.cursor)) > 1
        view.paint_once("mark-chosen", mark.parts if mark and is_one_of_several else [])
