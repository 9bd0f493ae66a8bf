"""What changed in a source, a passage a row; and the older texts that it can be compared with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events

from tui.dialogs.list import ListScreen
from tui.documents.text_changes import ChangeKind
from tui.keys.dispatcher import key_name
from tui.panels.row_text import spoken_date
from tui.session.source_change import ChangedPassage, SourceChange
from tui.store.clock import local_day, local_time
from tui.store.revisions import Revision
from tui.widgets.row_list import ListRow, RowLine

OLDER = "older"
"""The answer that asks for the list of older texts."""
ANSWER = "answer "
"""How the key of a row begins that leads to a passage that may answer a question."""
_CLOSING_KEYS = ("escape", "q", "ctrl+c")
_SIGNS = {
    ChangeKind.EDITED: ("~ ", "key"),
    ChangeKind.ADDED: ("+ ", "key"),
    ChangeKind.REMOVED: ("− ", "key"),
}


class SourceChangesScreen(ListScreen[str]):
    """The passages; the answer is the number of one, `ANSWER` and a number, or `OLDER`."""

    LINES_PER_ROW: ClassVar = 2

    def __init__(self, change: SourceChange, begin: str = "") -> None:
        """List what changed.

        Args:
            change: What changed.
            begin: The key of the row to begin at; empty for the first.
        """
        title = f"What changed since {spoken_date(local_day(change.revision.last_seen))}"
        foot = "j k move · Enter old and new · o older texts · Esc closes"
        super().__init__(title, foot, _CLOSING_KEYS)
        self._change = change
        self._begin = begin

    def on_mount(self) -> None:
        """Begin at the row the reader came from."""
        super().on_mount()
        keys = [row.key for row in self.rows.rows]
        if self._begin in keys:
            self.rows.cursor = keys.index(self._begin)

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """The passages, then what that means for open questions."""
        change = self._change
        rows = [_passage(number, each) for number, each in enumerate(change.passages)]
        if not rows:
            rows.append(_said("no paragraph differs", "none"))
        rows += [_question("gone with its passage", words, "gone") for words in change.gone]
        rows += [
            _question("may be answered now", words, f"{ANSWER}{number}")
            for number, (words, _) in enumerate(change.answers)
        ]
        if change.caveat:
            rows.append(_said(change.caveat, "caveat"))
        return tuple(rows)

    def choose(self, row: ListRow) -> None:
        """Answer with the row, where it leads anywhere."""
        if row.key.isdecimal() or row.key.startswith(ANSWER):
            self.leave(row.key)

    def handle(self, event: events.Key) -> bool:
        """Also `o`."""
        if key_name(event.key, event.character, is_printable=event.is_printable) == "o":
            self.leave(OLDER)
            return True
        return super().handle(event)


class OlderTextsScreen(ListScreen[str]):
    """The older texts; the answer is the hash of one, behind "read " to open it as it was."""

    def __init__(self, revisions: Sequence[Revision]) -> None:
        """List older texts, the last one first."""
        foot = "j k move · Enter compare with it · o read it as it was · Esc closes"
        super().__init__("Older texts of this article", foot, _CLOSING_KEYS)
        self._revisions = revisions

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """A text a row."""
        return tuple(
            ListRow(
                (RowLine(((_moment(each), ""),), ((f"{each.words:,} words ", "muted"),)),),
                each.hash,
            )
            for each in self._revisions
        )

    def choose(self, row: ListRow) -> None:
        """Answer with the text."""
        self.leave(row.key)

    def handle(self, event: events.Key) -> bool:
        """Also `o`."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        if key == "o" and self.rows.current:
            self.leave(f"read {self.rows.current.key}")
            return True
        return super().handle(event)


def _moment(revision: Revision) -> str:
    seen = local_time(revision.last_seen)
    day = spoken_date(local_day(revision.last_seen))
    return f"{day}, {seen:%H:%M}" if seen else day


def _passage(number: int, each: ChangedPassage) -> ListRow:
    words = " ".join((each.new or each.old).split())
    count = each.highlights
    marked = f" · {count} {'highlight' if count == 1 else 'highlights'}" if count else ""
    facts = RowLine((("  ", ""), (f"{each.change.kind}{marked}", "muted")))
    return ListRow((RowLine((_SIGNS[each.change.kind], (words, ""))), facts), f"{number}")


def _question(what: str, words: str, key: str) -> ListRow:
    shown = RowLine((("? ", "key"), (words, "")))
    return ListRow((shown, RowLine((("  ", ""), (what, "muted")))), key)


def _said(words: str, key: str) -> ListRow:
    return ListRow((RowLine(((words, "muted"),)), RowLine(())), key)
