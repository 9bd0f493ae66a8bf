"""What the desk looks like: a few pictures kept, and every colour pair readable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES, Theme

from tests.desk import harbour
from tests.desk.conftest import remember
from tui.app import ClosereadApp
from tui.desk.screen import ReaderScreen
from tui.dialogs.finder import FinderScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.settings.config import Config
from tui.widgets.derived_theme import LEAST_APART, apart, derived_variables
from tui.widgets.looks import LOOKS, _flat_style
from tui.widgets.painting import LAYERS
from tui.widgets.plain_themes import ANSI, HIGH_CONTRAST
from tui.widgets.themes import INK, INK_LIGHT

LEAST_CONTRAST = 4.5
NOT_READ = {
    "row--faint", "bar--rest", "bar--done", "ribbon--view", "ribbon--whole", "ribbon--chapter",
}  # fmt: skip
"""Looks of lines and bars: nothing is written in them."""
ON_RAISED = ("bar--", "row--")
"""Looks that also lie on the raised ground of bars and dialogs."""

Compare = Callable[..., bool]


async def until_filled(pilot: Pilot[None]) -> None:
    """Wait for library and analysis; the first run's greeting depends on neither."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    for _ in range(500):
        if screen.state.analysis and screen.state.session:
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
        while screen.state.session and screen.state.session.pending_count:
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
        while len(desk.parts.ledger_link.rows) < 2:
            await pilot.pause(0.01)
        await pilot.press("g", "U")
        ledger = pilot.app.screen
        assert isinstance(ledger, LedgerScreen)
        # the first question answered, the cursor on the second one
        await pilot.press("r", *"The county.", "ctrl+s", "j")
        while "1 answered" not in "".join(text for text, _ in ledger.head.left):
            await pilot.pause(0.01)
        await pilot.pause()

    app = ClosereadApp(harbour.article(), config=Config())
    assert snap_compare(app, terminal_size=size, run_before=use)


OURS = (INK, INK_LIGHT, HIGH_CONTRAST)
FOREIGN = tuple(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)
IN_STYLE_SHEETS = (
    ("text-plain", "background"), ("text-plain", "bar"), ("text-bright", "bar"),
    ("text-dim-raised", "bar"), ("text-dim-raised", "background"), ("quote", "bar"),
    ("amber", "bar"), ("amber", "background"), ("bar", "amber"),
)  # fmt: skip
"""Letters and grounds that the style sheets put together."""


def colours_of(theme: Theme) -> dict[str, Color]:
    """Every variable of a theme as the desk uses it."""
    own = theme.variables if theme in OURS else derived_variables(theme)
    ground = theme.to_color_system().generate()["background"]
    return {name: Color.parse(value) for name, value in own.items()} | {
        "background": Color.parse(ground)
    }


def pairs() -> Iterator[tuple[str, str]]:
    """Every pair of letters and ground that can occur."""
    grounds = {"background", "bar", "row-cursor", "row-lit"}
    for name, look in LOOKS.items():
        if name.startswith("ribbon--") and name not in NOT_READ:
            # A sign on the map stands on the ground of what the screen shows, too.
            yield look.colour, LOOKS["ribbon--view"].ground
        if name in NOT_READ or not look.colour:
            continue
        own = {look.ground or "background"}
        if not look.ground and name.startswith(ON_RAISED):
            own = grounds if name.startswith("row--") else {"background", "bar"}
        yield from ((look.colour, ground) for ground in own)
    for low, high in combinations(LAYERS, 2):
        below, above = LOOKS[f"text--{low}"], LOOKS[f"text--{high}"]
        yield (
            above.colour or below.colour or "text-plain",
            above.ground or below.ground or "background",
        )
    yield from IN_STYLE_SHEETS


def too_faint(colours: Mapping[str, Color], least: float) -> list[tuple[str, str, float]]:
    """The pairs below a contrast."""
    found = {pair: _contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs()}
    return [(*pair, round(ratio, 2)) for pair, ratio in found.items() if ratio < least]


@pytest.mark.parametrize("theme", [*OURS, *FOREIGN], ids=lambda theme: theme.name)
def test_all_letters_can_be_read_on_every_ground_they_lie_on(theme: Theme) -> None:
    assert too_faint(colours_of(theme), LEAST_CONTRAST) == []


KINDS = ("person", "organisation", "place", "group", "thing", "question")


@pytest.mark.parametrize("theme", [*OURS, *FOREIGN], ids=lambda theme: theme.name)
def test_kinds_are_told_from_the_text_and_from_one_another(theme: Theme) -> None:
    """By their hue: a darker or lighter grey among grey letters says nothing."""
    colours = colours_of(theme)
    near = {
        (one, other): round(apart(colours[one], colours[other]), 3)
        for one, other in combinations((*KINDS, "text-plain"), 2)
        if apart(colours[one], colours[other]) < LEAST_APART
    }
    assert near == {}


@pytest.mark.parametrize("theme", [*OURS, *FOREIGN], ids=lambda theme: theme.name)
def test_names_are_told_from_the_quoted_words_around_them(theme: Theme) -> None:
    colours = colours_of(theme)
    named = [kind for kind in KINDS if kind != "thing"]
    near = {
        (kind, words): round(apart(colours[kind], colours[words]), 3)
        for kind in named
        for words in ("quote", "indirect")
        if apart(colours[kind], colours[words]) < LEAST_APART
    }
    assert near == {}


def test_high_contrast_is_higher() -> None:
    assert too_faint(colours_of(HIGH_CONTRAST), 7) == []


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_all_letters_can_be_read_in_256_colours(theme: Theme) -> None:
    def nearest(colour: Color) -> Color:
        reduced = colour.rich_color.downgrade(ColorSystem.EIGHT_BIT)
        return Color.from_rich_color(reduced)

    colours = {name: nearest(colour) for name, colour in colours_of(theme).items()}
    assert too_faint(colours, LEAST_CONTRAST) == []


def test_the_ansi_theme_never_puts_one_colour_on_another() -> None:
    """Nobody knows what the 16 colours look like: each lies on the terminal's own ground."""
    variables = {**ANSI.variables, "background": "ansi_default"}
    used = {name for look in LOOKS.values() for name in (look.colour, look.ground) if name}
    assert all(Color.parse(variables[name]).ansi is not None for name in used)
    for name in LOOKS:
        for below in (Style(), Style(reverse=True)):
            assert _flat_style(name, below, variables).bgcolor is None, name


@pytest.mark.parametrize(
    "layer",
    ["selection", "cursor", "match", "match-current", "mention", "mention-current", "clause", "cue"]
    + [f"mark-{colour}" for colour in ("yellow", "green", "blue", "pink")],
)
def test_every_state_of_the_text_shows_without_colours(layer: str) -> None:
    variables = {**ANSI.variables, "background": "ansi_default"}
    plain, marked = Style(), _flat_style("text--mark-yellow", Style(), variables)

    def cues(style: Style) -> tuple[bool, bool, bool]:
        return bool(style.bold), bool(style.underline), bool(style.reverse)

    assert cues(_flat_style(f"text--{layer}", plain, variables)) != cues(plain)
    if layer in ("selection", "cursor", "match", "match-current"):
        over = marked + _flat_style(f"text--{layer}", marked, variables)
        assert cues(over) != cues(marked)


def _contrast(one: Color, other: Color) -> float:
    """The contrast of WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of the relative luminances."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
