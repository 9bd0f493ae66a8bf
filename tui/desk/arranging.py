"""Narrowing, sorting and folding the rows of a panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.desk.panels import Panels
from tui.panels.arrangement import (
    FOLD_KEY,
    Arrangement,
    SortKey,
    arranged,
    grouped_by,
    unit_of,
)
from tui.widgets.row_list import ListRow
from tui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from tui.analysis.results import Analysis

ORDERS = {
    "panel-entities": ("mentions", "name", "place in the text"),
    "panel-quotes": ("place in the text", "speaker"),
    "panel-questions": ("weight", "place in the text", "kind"),
    "panel-marks": ("place in the text", "latest first", "colour"),
}
"""The orders of each panel; the rows come in the first one."""
ANONYMOUS = "anonymous sources"
"""The group of the speakers whom the text does not name."""


class Arranging(Panels):
    """What the reader sees of the rows that there are."""

    @property
    def focused_panel(self) -> SidePanel | None:
        """The panel that has the focus."""
        return next((panel for panel in self.panels if panel is self.focused), None)

    def show_rows(self, number: int) -> None:
        """Show the rows of a panel, from 0, as the reader wants them."""
        panel, rows = self.panels[number], self.all_rows.get(number, ())
        arrangement = self.arrangements[number]
        order = ORDERS[panel.id or ""][arrangement.order]
        if order == "speaker":
            rows = tuple(self._by_speaker(rows))
        panel.rows = arranged(rows, arrangement, self._sort_key(order))
        shown = sum(row.key == unit_of(row) for row in panel.rows)
        words = arrangement.words.strip()
        panel.narrowed_by = f"{words} · {shown}" if words else ""
        if words and rows and not panel.rows:
            panel.state_text = f"Nothing here answers to “{words}”; Esc shows all."

    def _sort_key(self, order: str) -> SortKey | None:
        analysis = self.findings.listed if self.findings else None
        keys: dict[str, SortKey] = {
            "place in the text": lambda row: row.span.start if row.span else 0,
            "latest first": lambda row: [-ord(c) for c in self._created(row)],
            "colour": lambda row: row.lines[0].left[0][1],
        }
        if analysis is not None:
            keys["name"] = lambda row: _entity_name(analysis, row)
            keys["kind"] = lambda row: _kind(analysis, row)
        key = keys.get(order)
        # What has no place in the text comes last in every order.
        return (lambda row: (row.span is None, key(row))) if key else None

    def _created(self, row: ListRow) -> str:
        mark = self.session.mark(unit_of(row)) if self.session else None
        return mark.highlight.created if mark else ""

    def _by_speaker(self, rows: Sequence[ListRow]) -> Sequence[ListRow]:
        """The quotes in the groups of their speakers, who says most first, the unnamed last."""
        from tui.panels.panel_rows import speaker_of

        if self.findings is None:
            return rows
        quotes, text = self.findings.listed.quotes, self.article.text

        def speaker(row: ListRow) -> str:
            kind, _, number = row.key.partition(" ")
            if kind != "quote":
                return ""
            quote = quotes[int(number)]
            return ANONYMOUS if quote.anonymous else speaker_of(quote, text)

        grouped = grouped_by(rows, speaker)
        counts: dict[str, int] = {}
        for row in grouped:
            counts[row.group] = counts.get(row.group, 0) + 1
        return sorted(grouped, key=lambda row: (row.group == ANONYMOUS, -counts[row.group]))

    # -- the commands -----------------------------------------------------------------

    def _change(self, number: int, change: Callable[[Arrangement], Arrangement]) -> None:
        self.arrangements[number] = change(self.arrangements[number])
        self.show_rows(number)

    def command_panel_filter(self) -> None:
        """Narrow the rows of the panel to those with the typed words."""
        from tui.dialogs.narrowing import NarrowingScreen

        panel = self.focused_panel
        if panel is None:
            return
        number = self.panels.index(panel)

        def narrow(words: str) -> str:
            self._change(number, lambda now: now._replace(words=words))
            panel.cursor = 0
            return f"{len(panel.rows)} of {len(self.all_rows.get(number, ()))}"

        def close(words: str | None) -> None:
            narrow(words or "")
            self.update_status()

        self.app.push_screen(
            NarrowingScreen(panel.title.lower(), self.arrangements[number].words, narrow), close
        )

    def drop_filter(self) -> bool:
        """Show all rows of the panel again; `False` when it shows them."""
        panel = self.focused_panel
        if panel is None or not self.arrangements[self.panels.index(panel)].words:
            return False
        self._change(self.panels.index(panel), lambda now: now._replace(words=""))
        return True

    def command_panel_sort(self) -> None:
        """Show the rows of the panel in their next order."""
        panel = self.focused_panel
        if panel is None:
            return
        orders = ORDERS[panel.id or ""]
        number = self.panels.index(panel)
        following = (self.arrangements[number].order + 1) % len(orders)
        self._change(number, lambda now: now._replace(order=following))
        self.say(f"{panel.title.lower()} by {orders[following]}")

    def command_row_fold(self) -> None:
        """Fold the group of the row into one row."""
        row = self.focused_panel.current if self.focused_panel else None
        if row is None or not row.group:
            sorts = self.key("panel.sort")
            self.say(f"these rows have no groups; {sorts} sorts quotes by speaker")
        else:
            self._refold(row.group, lambda folded: folded | {row.group})

    def command_row_unfold(self) -> None:
        """Unfold the group that the row stands for."""
        row = self.focused_panel.current if self.focused_panel else None
        if row is not None and row.key.startswith(FOLD_KEY):
            self._refold(row.group, lambda folded: folded - {row.group})

    def toggle_fold(self, group: str) -> None:
        """Fold a group of the focused panel, or unfold it."""
        self._refold(group, lambda folded: folded ^ {group})

    def _refold(self, group: str, change: Callable[[frozenset[str]], frozenset[str]]) -> None:
        panel = self.focused_panel
        if panel is None:
            return
        number = self.panels.index(panel)
        self._change(number, lambda now: now._replace(folded=change(now.folded)))
        panel.cursor = next((n for n, row in enumerate(panel.rows) if row.group == group), 0)


def _entity_name(analysis: Analysis, row: ListRow) -> str:
    from tui.documents.folding import fold

    kind, _, number = row.key.partition(" ")
    return fold(analysis.entities[int(number)].name) if kind == "entity" else ""


def _kind(analysis: Analysis, row: ListRow) -> str:
    kind, _, number = row.key.partition(" ")
    return analysis.questions[int(number)].kind.value if kind == "question" else ""
