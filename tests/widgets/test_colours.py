"""A colour of highlights is the same everywhere: there is one list of them."""

from __future__ import annotations

import pytest

from tui.keys.commands import BY_ID
from tui.settings.colours import COLOURS
from tui.widgets.looks import LOOKS
from tui.widgets.painting import LAYERS
from tui.widgets.plain_themes import ANSI, HIGH_CONTRAST
from tui.widgets.themes import INK, INK_LIGHT

THEMES = (INK, INK_LIGHT, HIGH_CONTRAST, ANSI)


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_has_keys_looks_a_layer_and_a_hue_in_our_themes(colour: str) -> None:
    assert {f"mark.{colour}", f"colour.{colour}"} <= set(BY_ID)
    assert f"mark-{colour}" in LAYERS
    for place in ("bar", "gutter", "ribbon", "row"):
        assert f"{place}--{colour}" in LOOKS
    for theme in THEMES:
        names = {f"mark-{colour}", f"mark-{colour}-ground", f"mark-{colour}-bar"}
        assert names <= set(theme.variables), theme.name
