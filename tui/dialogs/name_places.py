"""The places of a name, to say which of them are another name's, or nobody's."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.containers import Vertical

from tui.dialogs.list import ListScreen
from tui.documents.article import HIDDEN, Span
from tui.keys.dispatcher import key_name
from tui.panels.row_text import paragraph_run, passage
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from tui.analysis.results import Entity, Mention
    from tui.panels.panel import Contents

PARTS_KEY = "parts"
"""The key of the row that parts the name by its words."""
CONTEXT = 34
"""Code points on each side of a place: they tell whose "his" it is."""
FOOT = "Tab picks · Enter another name · x takes off · Esc closes"
"""The keys shown at the bottom."""
MOST_ROWS = 20
"""Rows of the dialog at the most: some of the text should stay in view."""
FRAME = 2
"""Rows of its border."""
ROOM_FOR_RULES = 70
"""Cells below which there is no room to say why each place is listed."""


class Verb(Enum):
    """What is to be done with places of a name."""

    PARTS = auto()
    """Its words are several names."""
    OTHER = auto()
    """They are another name's."""
    OFF = auto()
    """They are nobody's."""


class Picked(NamedTuple):
    """What the reader says of some places."""

    verb: Verb
    """What is to be done."""
    spans: tuple[Span, ...] = ()
    """With which places, in text order."""


class NamePlacesScreen(ListScreen[Picked]):
    """Every place of a name among its words; answers what becomes of some."""

    def __init__(self, entity: Entity, contents: Contents, parts: tuple[str, ...]) -> None:
        """List the places.

        Args:
            entity: Whose places.
            contents: What there is to list: its article.
            parts: The names that its own name may be made of; one alone is none.
        """
        super().__init__(f"Places of “{entity.name}”", FOOT, ("escape", "q", "P", "ctrl+c"))
        self._contents = contents
        self._places = sorted((*entity.mentions, *entity.references), key=lambda each: each.span)
        self._parts = parts
        self._picked: set[Span] = set()

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """The places in text order, below what parts the name by its words."""
        rows = []
        if len(self._parts) > 1:
            said = drawn(" · ").join(self._parts)
            left = (("  ", ""), ("its words are several names: ", "muted"), (said, ""))
            rows.append(ListRow((RowLine(left),), PARTS_KEY))
        rows += [self._row(mention, width) for mention in self._places]
        self.query_one(".dialog", Vertical).styles.height = min(len(rows), MOST_ROWS) + FRAME
        return tuple(rows)

    def _row(self, mention: Mention, width: int) -> ListRow:
        """A place among its words; these stand below one another."""
        text, (start, end) = self._contents.article.readable, mention.span
        room = max(4, min(CONTEXT, width // 4))
        before, after = _around(text, mention.span, room)
        left = (
            ("✓ ", "place") if mention.span in self._picked else ("  ", ""),
            (f"{before:>{room}}", "muted"),
            (passage(text, mention.span), "speaker"),
            (after, "muted"),
        )
        rule = f"  {mention.rule}" if width >= ROOM_FOR_RULES else ""
        right = ((rule, "muted"), paragraph_run(self._contents.paragraph_of(start)))
        return ListRow((RowLine(left, right),), f"{start} {end}", mention.span)

    def choose(self, row: ListRow) -> None:
        """The places are another name's; on the first row, the words are several names."""
        if row.key == PARTS_KEY and not self._picked:
            self.leave(Picked(Verb.PARTS))
        else:
            self._answer(Verb.OTHER)

    def handle(self, event: events.Key) -> bool:
        """Pick, take off; the rest is that of every list."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        row = self.rows.current
        if key == "tab" and row and row.span:
            self._picked ^= {row.span}
            self.fill()
            self.rows.cursor += 1
        elif key == "x":
            self._answer(Verb.OFF)
        elif key != "tab":
            return super().handle(event)
        return True

    def _answer(self, verb: Verb) -> None:
        row = self.rows.current
        here = {row.span} if row and row.span else set()
        if spans := tuple(sorted(self._picked or here)):
            self.leave(Picked(verb, spans))


def _around(text: str, span: Span, room: int) -> tuple[str, str]:
    """The whole words before and after a place, as far as its paragraph goes."""
    before = text[max(0, span.start - room - 1) : span.start].rpartition("\n\n")[2]
    if len(before) > room:
        before = before.partition(" ")[2]
    after = text[span.end : span.end + CONTEXT + 1].partition("\n\n")[0]
    if len(after) > CONTEXT:
        after = after.rpartition(" ")[0]
    return _one_line(before), _one_line(after)


def _one_line(words: str) -> str:
    """Words on one line, with a blank at an end that has one."""
    return " ".join(re.split(r"\s+", words.replace(HIDDEN, "")))
