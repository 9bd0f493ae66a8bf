"""The panels beside the text: their widgets, which one is open, and going in and out."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING, Any, cast

from textual.geometry import Size

from tui.desk.part import Part
from tui.desk.surface import Occasion
from tui.panels.arrangement import Arrangement, arranged
from tui.panels.panel import Contents, Panel
from tui.panels.row_keys import PanelRow, RowKey, RowKind
from tui.panels.table import PANELS
from tui.settings.config import FOCUSED_CHOICES
from tui.settings.picks import pick_in_force
from tui.widgets.panel_rooms import ROOM_TO_UNFOLD, Panels, Room, lines_per_row, rooms, sheet_rows
from tui.widgets.rooms import Tab, columns_of, tab_runs
from tui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.desk.jumping import Jumping
    from tui.desk.requests import ReadingPlace
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.documents.passage_parts import Parts
    from tui.keys.commands import Command
    from tui.widgets.chrome import StatusRow


class Column(Part):
    """The commands that go from panel to panel."""

    def __init__(self, state: DeskState, surface: Surface, jumping: Jumping) -> None:
        """Prepare the panels; `make` makes their widgets."""
        super().__init__(state, surface)
        self._jumping = jumping
        self.panels: tuple[Panel, ...] = PANELS
        self.widgets: tuple[SidePanel, ...] = ()
        """One for each panel, in their order; empty before the first paint."""
        ids = [panel.id for panel in PANELS]
        self.open_number = ids.index(state.config.panels.open)
        """The panel that is open where not all are, from 0."""
        self._all_rows: dict[str, tuple[PanelRow, ...]] = {}
        """The rows of each panel before the reader's arrangement."""
        self.arrangements = {
            panel.id: Arrangement(folded=panel.folded, headed=panel.folded) for panel in PANELS
        }
        """How the reader wants to see each panel."""
        state.folded = self._folded()
        self.decorators: dict[str, Callable[[Sequence[PanelRow]], Sequence[PanelRow]]] = {}
        """What else is said in the rows of a panel, by its id, whenever they are filled."""
        self.size = pick_in_force(state.paths.panels, state.config.panels.focused)
        """How large the panel with the keys is among the others."""
        if self.size not in FOCUSED_CHOICES:
            self.size = state.config.panels.focused
        self._is_in_use = False
        self._place_before: ReadingPlace | None = None
        """Where the reader was when a panel got the keys; `None` while none has them."""

    def make(self) -> Panels:
        """The panels, still empty."""
        self.widgets = tuple(
            SidePanel(panel.number, panel.title, panel.id, lines_per_row=panel.lines_per_row)
            for panel in self.panels
        )
        for panel, widget in zip(self.panels, self.widgets, strict=True):
            widget.state_text = panel.waiting
        self._all = Panels(*self.widgets)
        return self._all

    # -- which row the keys are about -------------------------------------------------

    def widget_of(self, panel: Panel) -> SidePanel:
        """The widget that draws a panel; there is none before `make`."""
        return self.widgets[self.panels.index(panel)]

    @property
    def focused(self) -> SidePanel | None:
        """The widget of the panel that has the keys."""
        focused = self.surface.focused
        return next((widget for widget in self.widgets if widget is focused), None)

    @property
    def panel(self) -> Panel | None:
        """The panel that has the keys."""
        focused = self.focused
        return self.panels[self.widgets.index(focused)] if focused else None

    @property
    def current(self) -> PanelRow | None:
        """The row that has the keys; `None` in the text and in an empty panel."""
        focused = self.focused
        return focused.current if focused else None

    @property
    def key(self) -> RowKey | None:
        """What the row that has the keys stands for; `None` as for `current`."""
        return self.current.key if self.current else None

    @property
    def row_passage(self) -> Parts:
        """Where that row leads, part by part; empty where it leads nowhere."""
        row = self.current
        # What is deleted has a place that the text is shown at, and nothing there to change.
        return () if row is None or row.key.kind is RowKind.DELETED else row.parts

    @property
    def restores(self) -> bool:
        """Whether the key that hides or deletes brings that row back."""
        focused, key = self.focused, self.key
        if focused is None or key is None:
            return False
        return key.kind is RowKind.DELETED or key in focused.dimmed

    # -- rows -------------------------------------------------------------------------

    def rows_of(self, panel: Panel) -> tuple[PanelRow, ...]:
        """The rows of a panel before the reader's arrangement."""
        return self._all_rows.get(panel.id, ())

    def set_rows(self, panel: Panel, rows: Sequence[PanelRow]) -> None:
        """Fill a panel; the reader sees the rows as arranged."""
        decorate = self.decorators.get(panel.id)
        self._all_rows[panel.id] = tuple(decorate(rows) if decorate else rows)
        self.show_rows(panel)

    def arrange(self, panel: Panel, arrangement: Arrangement) -> None:
        """Show a panel in another way; what is folded away may leave the text with its rows."""
        self.arrangements[panel.id] = arrangement
        self.state.folded = self._folded()
        self.show_rows(panel)
        if panel.hides_folded:
            self.show_folds()
            self.surface.react(Occasion.ROWS_FOLDED)

    def show_folds(self) -> None:
        """Paint what the text shows of panels with folds."""
        contents = self.state.contents
        for panel in self.panels:
            for layer, spans in panel.layers(contents).items() if panel.hides_folded else ():
                self.surface.view.paint_once(layer, spans)

    def _folded(self) -> frozenset[str]:
        return frozenset().union(*(each.folded for each in self.arrangements.values()))

    def unfold(self, keys: Set[RowKey]) -> None:
        """Unfold what hides the row of a place that the reader went to."""
        for panel in self.panels:
            arrangement = self.arrangements[panel.id]
            rows = self.rows_of(panel) if panel.hides_folded else ()
            groups = arrangement.folded & {row.group for row in rows if row.key in keys}
            if groups:
                self.arrange(panel, arrangement._replace(folded=arrangement.folded - groups))

    def show_rows(self, panel: Panel) -> None:
        """Show the rows of a panel as the reader wants them."""
        widget, rows = self.widget_of(panel), self.rows_of(panel)
        arrangement, contents = self.arrangements[panel.id], self.state.contents
        widget.rows = _in_order(panel, rows, arrangement, contents)
        widget.narrowed_by = words = arrangement.words.strip()
        if words and rows and not widget.rows:
            widget.state_text = f"Nothing here matches “{words}”; Esc shows all."

    # -- going in and out -------------------------------------------------------------

    def focus(self, number: int) -> None:
        """Open a panel, from 0, and move the keys into it."""
        if not self.widgets:
            return
        self.enter(number)
        widget = self.widgets[number]
        if self.panels[number].hides_folded and not widget.lit:
            self.unfold(self.state.row_keys_at(self.surface.view.cursor))
        lit = [i for i, row in enumerate(widget.rows) if row.key in widget.lit]
        if lit and widget.cursor not in lit:
            widget.cursor = lit[0]
        self.surface.set_focus(widget)
        self.surface.after_paint("row", self._show_current)

    def enter(self, number: int) -> None:
        """Open a panel, from 0, and remember where the text was; the mouse does this, too."""
        if self._place_before is None:
            self._place_before = self._jumping.place_here()
        self.surface.set_text_only(False)
        self.open_number = number
        self._is_in_use = True
        self.lay_out()
        self._show_side(is_shown=True)
        self.show_tabs()

    def enter_focused(self) -> None:
        """A panel that was clicked opens as with its key."""
        if focused := self.focused:
            self.enter(self.widgets.index(focused))

    def leave(self, *, stay: bool) -> bool:
        """Move the keys back into the text; `False` when they were there.

        Args:
            stay: Whether the text stays where the row led; else it goes back.
        """
        if self.focused is None and self._place_before is None:
            return False
        place, self._place_before = self._place_before, None
        view = self.surface.view
        view.paint("evidence", [])
        here = view.cursor
        self._show_side(is_shown=False)
        self.surface.set_focus(view)
        self.show_tabs()
        if place is not None and stay:
            self._jumping.record(place.cursor, to=here)
        elif place is not None:
            self._jumping.go_back_to(place)
        self.surface.update_status()
        return True

    def back_to_text(self) -> bool:
        """Leave a panel; the text goes back to where it was. `False` when no panel had the keys."""
        return self.leave(stay=False)

    def stay_in_text(self) -> None:
        """Leave a panel, its sheet and what it shows; the text stays where it is."""
        self.leave(stay=True)

    def show_row(self, row: PanelRow) -> None:
        """Show the place of a row in the text without leaving the panel."""
        if row.span and self.panel:
            self._jumping.go_to(row.span, record=False)
            shows = self.panel.shows_evidence()
            self.surface.view.paint("evidence", row.parts if shows else [])

    def _show_current(self) -> None:
        if self.current:
            self.show_row(self.current)

    def go_to_first(self, panel: Panel, is_wanted: Callable[[PanelRow], bool]) -> bool:
        """Go to the first row of some, also where it is folded or narrowed away.

        Args:
            panel: The panel it is in; nothing happens unless it has the keys.
            is_wanted: Whether it is a row of those.

        Returns:
            Whether there is one.
        """
        if panel is not self.panel or not any(map(is_wanted, self.rows_of(panel))):
            return False
        self._put_on(panel, is_wanted)
        self._show_current()
        return True

    def _put_on(self, panel: Panel, is_wanted: Callable[[PanelRow], bool]) -> None:
        """Put a panel on the first row of some, which it lists, unfolding what hides it."""
        widget, arrangement = self.widget_of(panel), self.arrangements[panel.id]
        if not any(map(is_wanted, widget.rows)):
            groups = {row.group for row in self.rows_of(panel) if is_wanted(row)}
            folded = arrangement.folded - groups
            self.arrange(panel, arrangement._replace(words="", folded=folded))
        widget.cursor = next(n for n, row in enumerate(widget.rows) if is_wanted(row))

    def lists(self, panel: Panel, key: RowKey) -> bool:
        """Whether a panel has a row that shows in the text: none that is folded away with it."""
        folded = self.arrangements[panel.id].folded if panel.hides_folded else frozenset()
        return any(row.key == key and row.group not in folded for row in self.rows_of(panel))

    def open_at(self, panel: Panel, key: RowKey) -> bool:
        """Open a panel at a row; the text stays where it is. `False` when it has no such row."""
        if not self.widgets or not self.lists(panel, key):
            return False
        self.enter(self.panels.index(panel))
        widget = self.widget_of(panel)
        self._put_on(panel, lambda row: row.key == key)
        self.surface.set_focus(widget)
        if widget.current and panel.shows_evidence():
            self.surface.view.paint("evidence", widget.current.parts)
        view = self.surface.view
        self.surface.after_paint("row", lambda: view.reveal(view.cursor))
        return True

    # -- layout -----------------------------------------------------------------------

    @property
    def _side(self) -> Widget:
        return self.surface.widget("#side")

    def _show_side(self, *, is_shown: bool) -> None:
        """Show the sheet of panels, where they are one; in a low window the head gives way."""
        self._side.set_class(is_shown, "-shown")
        self._side.screen.set_class(is_shown, "-sheet")

    def lay_out(self) -> None:
        """Give each panel its room.

        The one that had the keys last stays large in the text, too: the column changes only
        when the reader goes to another panel, not on every way in and out.
        """
        if not self.widgets:
            return
        is_narrow = self.surface.is_narrow
        window = Size(self.surface.width, self.surface.height)
        numbers = (len(self.widgets), window, self.open_number)
        given = rooms(*numbers, self.size, is_in_use=self._is_in_use)
        for number, (panel, widget) in enumerate(zip(self.panels, self.widgets, strict=True)):
            is_open = number == self.open_number if is_narrow else given[number] is not Room.LINE
            widget.set_open(is_open)
            widget.set_lines_per_row(lines_per_row(panel.lines_per_row, window))
        if is_narrow:
            self._side.styles.height = sheet_rows(window, self.size)
        opened = self.widgets[self.open_number]
        needed = len(opened.rows) * opened.lines_per_row + ROOM_TO_UNFOLD
        self._all.lay_out(given, columns_of(window), needed)

    def resize(self, size: str) -> None:
        """Make the panel with the keys larger or smaller among the others."""
        self.size = size
        self.lay_out()
        self.surface.after_paint("row", self._show_current)

    def show_tabs(self) -> None:
        """Draw the row that names the panels where they are not on the screen."""
        is_shown = self._side.has_class("-shown")
        tabs = [
            Tab(
                panel.number,
                panel.name or panel.id,
                panel.shortest,
                widget.counts.split(" ")[0] or "…",
                is_shown and number == self.open_number,
            )
            for number, (panel, widget) in enumerate(zip(self.panels, self.widgets, strict=False))
        ]
        row = cast("StatusRow", self.surface.widget("#tabs"))
        row.left = tab_runs(tabs, self.surface.width)

    # -- the commands -----------------------------------------------------------------

    def run(self, command: Command) -> None:
        """Open the panel that the command names, or go from panel to panel."""
        number = _panel_number(command)
        if number is None:
            super().run(command)
        else:
            self.focus(number)

    @classmethod
    def has(cls, command: Command) -> bool:
        """Whether it names a panel or goes from panel to panel."""
        return _panel_number(command) is not None or super().has(command)

    def works(self, command_id: str) -> bool:
        """There is another panel once there are any."""
        return bool(self.widgets)

    def panel_next(self) -> None:
        """Go to the next panel; from the text to the one that is open."""
        count = len(self.widgets)
        self.focus((self.open_number + 1) % count if self.focused and count else self.open_number)

    def panel_previous(self) -> None:
        """Go to the panel before; from the text to the last."""
        count = len(self.widgets)
        self.focus((self.open_number - 1) % count if self.focused and count else count - 1)


def _panel_number(command: Command) -> int | None:
    """The panel that a command opens, from 0; `None` for other commands."""
    noun, _, verb = command.id.partition(".")
    ids = [panel.id for panel in PANELS]
    return ids.index(verb) if noun == "panel" and verb in ids else None


def _in_order(
    panel: Panel, rows: tuple[PanelRow, ...], arrangement: Arrangement, contents: Contents
) -> tuple[PanelRow, ...]:
    """The rows of a panel as the reader wants them."""
    order = panel.orders[arrangement.order]
    if order.group is not None:
        rows = tuple(order.group(rows, contents))
    sort_key = order.sort_key
    if sort_key is None:
        return arranged(rows, arrangement, None, panel.fold_words)
    # What has no place in the text comes last in every order.

    def place(row: PanelRow) -> tuple[bool, Any]:
        return row.span is None, sort_key(row, contents)

    return arranged(rows, arrangement, place, panel.fold_words)
