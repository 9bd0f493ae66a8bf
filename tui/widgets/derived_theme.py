"""The variables of the desk for a theme that does not know them: its own hues, made legible.

A foreign theme brings a ground, a colour of letters and a few hues. Each colour of ours takes
the hue that comes nearest and is moved towards black or white until it can be read on every
ground it lies on (4.5:1, as WCAG 2.1 asks of running text).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.color import Color
from textual.theme import Theme

from tui.widgets.plain_themes import ANSI_VARIABLES

LEAST_CONTRAST = 4.5
"""The ratio of WCAG 2.1, level AA, for running text."""
_AIM = 4.6
"""What is aimed at: rounding a colour to whole numbers may cost a little."""
_STEPS = 40
"""Steps between a hue and black or white."""
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


def contrast(one: Color, other: Color) -> float:
    """The contrast of WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of the relative luminances."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def derived_variables(theme: Theme) -> dict[str, str]:
    """The variables of the desk in the hues of a foreign theme."""
    if theme.ansi:
        return dict(ANSI_VARIABLES)
    # The system fills in what the theme leaves out.
    own = theme.to_color_system().generate()
    back, fore = Color.parse(own["background"]), Color.parse(own["foreground"])
    fore = legible(fore, [back])
    bar, cursor, lit = back.blend(fore, 0.05), back.blend(fore, 0.12), back.blend(fore, 0.07)
    grounds = (back, bar, cursor, lit)
    accent, primary, second, warning, error, success = (
        Color.parse(own[name])
        for name in ("accent", "primary", "secondary", "warning", "error", "success")
    )
    amber = legible(accent, grounds)
    person, place = legible(primary, grounds), legible(success, grounds)
    selected_ground, mention_ground = back.blend(primary, 0.45), back.blend(primary, 0.2)
    found = {
        "bar": bar,
        "line": back.blend(fore, 0.2),
        "text-plain": legible(fore, grounds),
        "text-bright": legible(fore.blend(_far_from(back), 0.5), grounds),
        "text-dim": legible(back.blend(fore, 0.6), grounds),
        "text-dim-raised": legible(back.blend(fore, 0.65), grounds),
        "text-faint": back.blend(fore, 0.3),
        "amber": amber,
        "on-amber": legible(back, [amber]),
        "person": person,
        "organisation": legible(second, grounds),
        "place": place,
        "group": legible(primary.blend(success, 0.5), grounds),
        "thing": legible(warning.blend(fore, 0.4), grounds),
        "question": legible(error, grounds),
        "quote": legible(fore.blend(warning, 0.45), grounds),
        "indirect": legible(fore.blend(warning, 0.2), grounds),
        "row-cursor": cursor,
        "row-lit": lit,
        "selected": legible(fore, [selected_ground]),
        "selected-ground": selected_ground,
        "mention": legible(person, [mention_ground]),
        "mention-ground": mention_ground,
        "mention-current": legible(back, [person]),
        "mention-current-ground": person,
        "on-read": legible(back, [place]),
    }
    for name, hue in _MARKS.items():
        found |= _mark_variables(name, hue, fore, grounds)
    return {name: colour.hex6 for name, colour in found.items()}


def _mark_variables(
    name: str, hue: Color, fore: Color, grounds: Sequence[Color]
) -> dict[str, Color]:
    ground = grounds[0].blend(hue, 0.35)
    return {
        f"mark-{name}": legible(fore, [ground]),
        f"mark-{name}-ground": ground,
        f"mark-{name}-bar": legible(hue, grounds),
    }


_MARKS = {
    "yellow": Color(230, 195, 77),
    "green": Color(79, 207, 152),
    "blue": Color(90, 174, 240),
    "pink": Color(239, 143, 208),
}
"""The hues of highlights: a reader's yellow is yellow in every theme."""


def _far_from(ground: Color) -> Color:
    return _WHITE if contrast(_WHITE, ground) > contrast(_BLACK, ground) else _BLACK


def legible(colour: Color, grounds: Iterable[Color]) -> Color:
    """The colour nearest to `colour`, towards black or white, that is legible on all grounds.

    On grounds that lie far apart it is the one that is most legible on the worst of them.
    """
    grounds = tuple(grounds)

    def worst(candidate: Color) -> float:
        return min(contrast(candidate, ground) for ground in grounds)

    best, ratio = colour, worst(colour)
    for step in range(1, _STEPS + 1):
        if ratio >= _AIM:
            break
        for end in (_WHITE, _BLACK):
            candidate = colour.blend(end, step / _STEPS)
            if (found := worst(candidate)) > ratio:
                best, ratio = candidate, found
    return best
