"""Which of several highlights over one another a key is about.

Without a choice it is the shortest one under the cursor. `]h` and `[h` go from highlight to
highlight in text order, nested and crossing ones included; the one arrived at is chosen as
long as the cursor stays there, and the text shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.marking import Marking

if TYPE_CHECKING:
    from tui.session.reading import Mark


class Choosing(Marking):
    """Going from highlight to highlight."""

    _chosen: tuple[str, int] | None = None
    """The id of the chosen highlight, and the cursor at which it was chosen."""

    @property
    def chosen_mark(self) -> Mark | None:
        """The highlight that was chosen and has not been left since."""
        if self._chosen is None or self.session is None:
            return None
        ident, cursor = self._chosen
        mark = self.session.mark(ident) if cursor == self.view.cursor else None
        return mark if mark and mark.span.contains(cursor) else None

    def target(self) -> Mark | None:
        """The highlight a command is about: the row's, the chosen one, else the shortest."""
        if self.is_on_row:
            return super().target()
        return self.chosen_mark or super().target()

    def command_mark_next(self) -> None:
        """Go to the next highlight."""
        if self.selection_anchor is not None:
            super().command_mark_next()
            return
        here, chosen = self.view.cursor, self.chosen_mark
        later = [mark for mark in self.marks if mark.span.start > here]
        if chosen:
            later = list(self.marks)[list(self.marks).index(chosen) + 1 :]
        self._choose(later[0] if later else None, "after")

    def command_mark_previous(self) -> None:
        """Go to the highlight before."""
        if self.selection_anchor is not None:
            super().command_mark_previous()
            return
        here, chosen = self.view.cursor, self.chosen_mark
        earlier = [mark for mark in self.marks if mark.span.start < here]
        if chosen:
            earlier = list(self.marks)[: list(self.marks).index(chosen)]
        self._choose(earlier[-1] if earlier else None, "before")

    def _choose(self, mark: Mark | None, where: str) -> None:
        if mark is None:
            self.say(f"no highlight {where} this place")
            return
        self._goal_column = None
        self.go_to(mark.span)
        self._chosen = (mark.highlight.id, self.view.cursor)
        self.show_chosen()
        over = self.marks_at(self.view.cursor)
        if len(over) > 1:
            number = list(over).index(mark) + 1
            self.say(f"highlight {number} of {len(over)} here, the shortest first")

    def show_marks(self) -> None:
        """Draw the highlights, and which one is chosen."""
        super().show_marks()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show in the text which of several highlights the keys are about."""
        mark = self.chosen_mark
        is_one_of_several = mark is not None and len(self.marks_at(self.view.cursor)) > 1
        wanted = [mark.span] if mark and is_one_of_several else []
        if not self._paints("mark-chosen", wanted):
            self.view.paint("mark-chosen", wanted)

    def on_article_view_cursor_moved(self) -> None:
        """A highlight is chosen until the cursor leaves it."""
        self.show_chosen()
