"""The commands of the group Desk: its layers, palette, help, theme, measure, and leaving it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import MeasureChanged, ThemeChosen
from tui.documents.milestones import pages
from tui.keys.commands import Mode
from tui.settings.config import NARROWEST_MEASURE, WIDEST_MEASURE

if TYPE_CHECKING:
    from tui.desk.arriving import Arriving
    from tui.desk.column import Column
    from tui.desk.leaving import Leaving
    from tui.desk.moving import Moving
    from tui.desk.outlining import Outlining
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.keys.commands import Command

QUIT_WITHIN = 1.0
"""Seconds in which a second ctrl+c quits."""
WIDTH_STEP = 4
"""Columns by which `+` and `-` change the measure."""


class DeskCommands(Part):
    """What is about the desk as a whole."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        moving: Moving,
        column: Column,
        arriving: Arriving,
        leaving: Leaving,
        outlining: Outlining,
    ) -> None:
        """Look after the desk."""
        super().__init__(state, surface)
        self._moving = moving
        self._column = column
        self._arriving = arriving
        self._leaving = leaving
        self._outlining = outlining
        self._last_cancel = 0.0

    def layer_close(self) -> None:
        """Peel one layer: selection, filter, panel, matches, text only, welcome. Never quits."""
        if not self.surface.peel():
            self._arriving.hide_welcome()

    def desk_quit(self) -> None:
        """Peel one layer; with none left quit."""
        if not self.surface.peel():
            self._leaving.quit()

    def desk_cancel(self) -> None:
        """Cancel what runs, or peel one layer; a second time within a second quits."""
        if self.surface.cancel():
            return
        now = monotonic()
        if now - self._last_cancel < QUIT_WITHIN:
            self._leaving.quit(is_whole=True)
            return
        self._last_cancel = now
        self.surface.peel()
        self.surface.say(f"{self.surface.key('desk.cancel')} again quits")

    def desk_saved(self) -> None:
        """Say whether every change is on the disk: there is no key that saves."""
        session = self.state.session
        if self.state.private:
            self.surface.say("nothing is saved, because this reading is private")
        elif session is None or session.pending_count:
            self.surface.say("not yet: the library is being written")
        else:
            self.surface.say("everything is saved; each change is, at once")

    # -- the palette ------------------------------------------------------------------

    def desk_palette(self) -> None:
        """Open the palette."""
        from tui.dialogs.palette import PaletteScreen

        labels = [page.label for page in pages(self.state.article)]
        screen = PaletteScreen(self.state.keymap, self.surface.mode, labels)
        self.surface.open_dialog(screen, self._run_chosen)

    def _run_chosen(self, chosen: str | None) -> None:
        if chosen is None:
            return
        lines = self.surface.lines
        kind, _, number = chosen.partition(" ")
        if kind == "percent":
            self.state.jumps.record(self.surface.view.cursor)
            self._moving.move_cursor(lines.offset_at(lines.height * int(number) // 100, 0))
        elif kind == "paragraph":
            self._go_to_paragraph(int(number))
        elif kind == "page":
            self._outlining.go_to_page(number)
        else:
            self._run_here(self.state.keymap.by_id[chosen])

    def _run_here(self, command: Command) -> None:
        """Run a command of the palette; one for the text takes the reader back to it."""
        if self.surface.mode not in command.modes and Mode.TEXT in command.modes:
            self._moving.drop_selection()
            self._column.leave(stay=True)
        if self.surface.mode in command.modes:
            self.surface.run_command(command)
        else:
            where = "while something is selected" if Mode.SELECT in command.modes else "in a panel"
            self.surface.say(f"“{command.label}” works only {where}")

    def _go_to_paragraph(self, number: int) -> None:
        blocks = self.state.article.blocks
        if not 1 <= number <= len(blocks):
            self.surface.say(f"this text has paragraphs 1 to {len(blocks)}")
            return
        self.state.jumps.record(self.surface.view.cursor)
        self._moving.move_cursor(blocks[number - 1].start)

    # -- looks ------------------------------------------------------------------------

    def desk_help(self) -> None:
        """Open help for where the reader is."""
        from tui.dialogs.help import HelpScreen

        screen = HelpScreen(self.surface.mode, self.state.keymap, runs=True)
        self.surface.open_dialog(screen, self._run_chosen)

    def desk_theme(self) -> None:
        """Open the list of themes."""
        from tui.dialogs.theme_list import ThemeScreen

        if not self.surface.app.no_color:
            self.surface.open_dialog(ThemeScreen(), self._keep_theme)
        else:
            self.surface.say(
                "NO_COLOR is set, so no theme makes a difference; unset it to choose one"
            )

    def _keep_theme(self, name: str | None) -> None:
        if name is not None:
            self.surface.post(ThemeChosen(name))

    def desk_text_only(self) -> None:
        """Hide or show everything but the text."""
        self._column.leave(stay=True)
        self.surface.set_text_only(not self.surface.is_text_only)

    def _change_measure(self, by: int) -> None:
        view, before = self.surface.view, self.surface.lines.width
        if by < 0 or before == view.measure:
            view.measure = max(NARROWEST_MEASURE, min(WIDEST_MEASURE, before + by))
            # A window too narrow for the measure must not make it grow unseen.
            view.measure = view.lines.width
            self.surface.post(MeasureChanged(view.measure))
        width = view.lines.width
        if width != before:
            self.surface.say(f"{width} columns")
        elif by < 0:
            self.surface.say(f"{width} columns, the narrowest there is")
        else:
            why = "the widest there is" if width >= WIDEST_MEASURE else "all there is room for"
            self.surface.say(f"{width} columns, {why}")

    def measure_wider(self) -> None:
        """Make the lines longer."""
        self._change_measure(WIDTH_STEP)

    def measure_narrower(self) -> None:
        """Make the lines shorter."""
        self._change_measure(-WIDTH_STEP)

    def desk_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.surface.app.screen.refresh(layout=True, repaint=True)
        self.surface.app.refresh(layout=True)

    def desk_suspend(self) -> None:
        """Go to the shell until it says `fg`."""
        self.surface.app.action_suspend_process()
