"""What the desk looks like: a few pictures kept, and every colour pair readable."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from tests.desk import harbour
from tests.desk.conftest import remember
from tui.app import ClosereadApp
from tui.config import Config
from tui.screens.finder import FinderScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.looks import LOOKS
from tui.widgets.painting import LAYERS
from tui.widgets.themes import INK, INK_LIGHT

LEAST_CONTRAST = 4.5
NOT_READ = {"row--faint", "bar--rest", "bar--done", "ribbon--view"}
"""Looks of lines and bars: nothing is written in them."""
ON_RAISED = ("bar--", "row--")
"""Looks that also lie on the raised ground of bars and dialogs."""

Compare = Callable[..., bool]


async def until_filled(pilot: Pilot[None]) -> None:
    """Wait for library and analysis; the first run's greeting depends on neither."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    for _ in range(500):
        if screen.analysis and screen.session:
            break
        await pilot.pause(0.01)
    await pilot.pause()


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((80, 24), []),
        # the sheet of questions, on its second row
        ((80, 24), ["3", "j"]),
        ((120, 40), []),
        # three words selected
        ((120, 40), ["}", "v", "w", "w", "w"]),
        # a quote highlighted
        ((120, 40), ["]", "q", "h"]),
        ((120, 40), ["?"]),
        ((120, 30), ["2"]),
        ((40, 10), []),
    ],
)
def test_pictures(snap_compare: Compare, size: tuple[int, int], keys: list[str]) -> None:
    remember(harbour.article(), harbour.analysis())

    async def use(pilot: Pilot[None]) -> None:
        await until_filled(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        screen = next(s for s in pilot.app.screen_stack if isinstance(s, ReaderScreen))
        while screen.session and screen.session.pending_count:
            await pilot.pause(0.01)
        await pilot.pause(0.1)

    app = ClosereadApp(harbour.article(), config=Config())
    assert snap_compare(app, terminal_size=size, run_before=use)


def test_picture_of_the_finder(snap_compare: Compare) -> None:
    remember(harbour.article(), harbour.analysis())

    async def use(pilot: Pilot[None]) -> None:
        await until_filled(pilot)
        await pilot.press("\\", *"brigde")
        finder = pilot.app.screen
        assert isinstance(finder, FinderScreen)
        while finder.query_in_force != "brigde":
            await pilot.pause(0.01)
        await pilot.pause()

    app = ClosereadApp(harbour.article(), config=Config())
    assert snap_compare(app, terminal_size=(120, 40), run_before=use)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_picture_of_the_ledger(snap_compare: Compare, size: tuple[int, int]) -> None:
    remember(harbour.article(), harbour.analysis())

    async def use(pilot: Pilot[None]) -> None:
        await until_filled(pilot)
        desk = pilot.app.screen
        assert isinstance(desk, ReaderScreen)
        while len(desk.ledger_rows) < 2:
            await pilot.pause(0.01)
        await pilot.press("g", "U")
        ledger = pilot.app.screen
        assert isinstance(ledger, LedgerScreen)
        # the first question answered, the cursor on the second one
        await pilot.press("r", *"The county.", "escape", "j")
        while "1 answered" not in "".join(text for text, _ in ledger.head.left):
            await pilot.pause(0.01)
        await pilot.pause()

    app = ClosereadApp(harbour.article(), config=Config())
    assert snap_compare(app, terminal_size=size, run_before=use)


def colour_of(name: str, variables: dict[str, str], background: str) -> Color:
    return Color.parse(background if name == "background" else variables[name])


@pytest.mark.parametrize("theme", [INK, INK_LIGHT], ids=lambda theme: theme.name)
def test_every_look_can_be_read_on_every_ground_it_lies_on(theme: Theme) -> None:
    variables, background = theme.variables, theme.background or ""
    grounds = {"background", "bar", "row-cursor", "row-lit"}
    too_faint = []
    for name, look in LOOKS.items():
        if name in NOT_READ or not look.colour:
            continue
        own = [look.ground] if look.ground else ["background"]
        if not look.ground and name.startswith(ON_RAISED):
            own = sorted(grounds if name.startswith("row--") else {"background", "bar"})
        letters = colour_of(look.colour, variables, background)
        for ground in own:
            ratio = _contrast(letters, colour_of(ground, variables, background))
            if ratio < LEAST_CONTRAST:
                too_faint.append((name, ground, round(ratio, 2)))
    assert too_faint == []


@pytest.mark.parametrize("theme", [INK, INK_LIGHT], ids=lambda theme: theme.name)
def test_layers_of_text_stay_readable_together(theme: Theme) -> None:
    variables, background = theme.variables, theme.background or ""
    for low, high in product(LAYERS, LAYERS):
        if LAYERS.index(low) >= LAYERS.index(high):
            continue
        below, above = LOOKS[f"text--{low}"], LOOKS[f"text--{high}"]
        colour = above.colour or below.colour or "text-plain"
        letters = colour_of(colour, variables, background)
        ground = colour_of(above.ground or below.ground or "background", variables, background)
        assert _contrast(letters, ground) >= LEAST_CONTRAST, (low, high)


def _contrast(one: Color, other: Color) -> float:
    """The contrast of WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of the relative luminances."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
