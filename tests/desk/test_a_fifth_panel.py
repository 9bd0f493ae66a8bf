"""A further panel is one object, one row of the table, and its command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tui.documents.article import Span
from tui.keys import commands, keymap
from tui.keys.commands import Command, Group
from tui.panels import findings
from tui.panels.panel import Contents, Order, Panel, Reasons, place_in_text
from tui.panels.row_keys import PanelRow, RowKey, result_key
from tui.panels.table import PANELS
from tui.widgets.row_list import ListRow, RowLine


class ParagraphsPanel(Panel):
    """The paragraphs, by their first words."""

    id = "paragraphs"
    number = 5
    title = "Paragraphs"
    shortest = "¶"
    empty = "There is no paragraph in this text."
    orders = (Order("place in the text"), Order("backwards", lambda r, c: -place_in_text(r, c)))
    thing = "paragraph"

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        return tuple(
            PanelRow((RowLine(((_first(contents, span), ""),)),), key, span)
            for span, key in self.places(contents)
        )

    def counts(self, contents: Contents) -> str:
        return f"{len(contents.article.blocks)}"

    def places(self, contents: Contents) -> Sequence[tuple[Span, RowKey]]:
        blocks = enumerate(contents.article.blocks)
        return [(Span(each.start, each.end), result_key(self.id, n)) for n, each in blocks]

    def reasons(self, key: RowKey, contents: Contents) -> Reasons:
        return Reasons("a paragraph", (ListRow((RowLine(((f"number {key.number}", ""),)),), "n"),))

    def on_ribbon(self, contents: Contents) -> Iterable[tuple[Span, str, str]]:
        return ()


def _first(contents: Contents, span: Span) -> str:
    return " ".join(contents.article.text[span.start : span.end].split()[:3])


@pytest.fixture
def fifth(monkeypatch: pytest.MonkeyPatch) -> None:
    """The panel, its row, its command: nothing else."""
    from tui.desk import column

    panels = (*PANELS, ParagraphsPanel())
    command = Command("panel.paragraphs", "paragraphs", ("5",), Group.PANELS, commands.ON_THE_DESK)
    # What `from ... import` has taken along.
    for module in (column, findings):
        monkeypatch.setattr(module, "PANELS", panels)
    for module in (commands, keymap):
        monkeypatch.setattr(module, "COMMANDS", (*commands.COMMANDS, command))
        monkeypatch.setattr(module, "BY_ID", {**commands.BY_ID, command.id: command})
    monkeypatch.setattr(keymap, "DEFAULT_KEYMAP", keymap.Keymap(commands.COMMANDS))


@pytest.mark.usefixtures("fifth")
async def test_a_fifth_panel_is_filled_opened_sorted_narrowed_and_explained(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((120, 60), text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        first = desk.rows(5)[0]
        assert harbour.TEXT.split()[0] in first
        assert str(desk.panels[4].border_title) == "5 Paragraphs"
        await desk.press("5", "j", "enter")
        assert desk.cursor == desk.state.article.blocks[1].start
        await desk.press("5", "S")
        assert desk.rows(5)[-1] == first
        await desk.press("f", *"shopkeepers", "enter")
        assert len(desk.rows(5)) == 1
        await desk.press("i")
        assert desk.dialog is not None
        await desk.press("escape", "y")
        assert "row with its source" in desk.status


@pytest.mark.usefixtures("fifth")
async def test_a_fifth_panel_is_named_where_the_panels_are_a_row_of_names(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((80, 24), text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        named = "".join(text for text, _ in desk.screen.tabs.left)
        assert "5 paragraphs 5" in named or "5 ¶ 5" in named
        await desk.press("shift+tab")
        assert desk.parts.column.focused is desk.panels[4]
