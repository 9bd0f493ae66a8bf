"""Adding to the results on the desk for tests: words selected, what is offered and said."""

from __future__ import annotations

from tests.desk import harbour
from tests.desk.conftest import Desk
from tests.desk.corrections import press
from tui.dialogs.choice import ChoiceScreen
from tui.dialogs.name_places import NamePlacesScreen
from tui.dialogs.why import WhyScreen


def select(desk: Desk, words: str, after: str = "") -> None:
    """Select some words, as the mouse does."""
    span = harbour.span(words, after)
    desk.state.selection_anchor = span.start
    desk.screen.view.cursor = span.end - 1
    desk.parts.moving.extend_selection()


def offered(desk: Desk) -> list[str]:
    """The names in the list that is open, without the words of the text behind them."""
    assert isinstance(desk.dialog, ChoiceScreen)
    lines = [row.lines[0] for row in desk.dialog.hits.rows]
    named = ("".join(text for text, style in line.left if style != "muted") for line in lines)
    return [name.strip() for name in named]


def places(desk: Desk) -> list[str]:
    """The rows of the places that are listed, without their signs."""
    assert isinstance(desk.dialog, NamePlacesScreen)
    return ["".join(t for t, _ in row.lines[0].left).strip() for row in desk.dialog.rows.rows]


async def why(desk: Desk) -> list[str]:
    """The reasons of the current row."""
    await press(desk, "i")
    assert isinstance(desk.dialog, WhyScreen)
    said = ["".join(t for t, _ in row.lines[0].left) for row in desk.dialog.rows.rows]
    await press(desk, "escape")
    return said
