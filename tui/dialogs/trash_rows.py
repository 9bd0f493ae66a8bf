"""The trash at the end of the list of articles: a folded row, and what it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.panels.row_text import one_line, spoken_date
from tui.store.clock import local_day
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.trash import Trash, Trashed

_FOLD = "trash"
_KEY = "trash "


class TrashRows:
    """The trash at the end of a list: one row, folded, or one for each article in it."""

    def __init__(self, trash: Trash) -> None:
        """Show none yet."""
        self._trash = trash
        self._entries: dict[str, Trashed] = {}
        self._is_open = False

    def read(self) -> tuple[ListRow, ...]:
        """The folded row, and the articles where it is open; nothing without any. Blocks."""
        entries = self._trash.entries()
        self._entries = {_KEY + entry.id: entry for entry in entries}
        if not entries:
            return ()
        sign = drawn("▾" if self._is_open else "▸")
        words = f"{sign} {len(entries)} forgotten"
        until = f"  kept until {day_of(entries[-1].until)}"
        if len(entries) > 1:
            until += f" and longer, until {day_of(entries[0].until)}"
        fold = ListRow((RowLine(((words, "muted"),)), RowLine(((until, "muted"),))), _FOLD)
        return (fold, *(map(_row, entries) if self._is_open else ()))

    def entry(self, row: ListRow | None) -> Trashed | None:
        """The article of a row; `None` for a row that is no article of the trash."""
        return None if row is None else self._entries.get(row.key)

    def unfold(self, row: ListRow) -> bool:
        """Open or close the folded row; whether the row was this one."""
        self._is_open ^= row.key == _FOLD
        return row.key == _FOLD


def trashed_facts(entry: Trashed, undo: str, forget: str) -> Content:
    """What is said of an article in the trash beside the list.

    Args:
        entry: The article.
        undo: The key that puts it back.
        forget: The key that forgets it for good.
    """
    marks = "1 highlight" if entry.highlights == 1 else f"{entry.highlights:,} highlights"
    lines = [
        *map(one_line, entry.sources[:1]),
        f"forgotten on {day_of(entry.forgotten)}, kept until {day_of(entry.until)}",
        marks,
        "",
        f"{undo} puts it back, {forget} forgets it for good",
    ]
    title = Content(one_line(entry.title) + "\n\n").stylize("$text-bright bold")
    return Content.assemble(title, Content("\n".join(lines)).stylize("$text-dim-raised"))


def day_of(moment: str) -> str:
    """The day of a stored time where the reader is, as dates are written here."""
    return spoken_date(local_day(moment))


def _row(entry: Trashed) -> ListRow:
    counts = f"{entry.highlights} {drawn('▌')} " if entry.highlights else " "
    kept = f"    kept until {day_of(entry.until)}"
    return ListRow(
        (
            RowLine((("  ", ""), (one_line(entry.title), "muted")), ((counts, "muted"),)),
            RowLine(((kept, "muted"),)),
        ),
        _KEY + entry.id,
    )
