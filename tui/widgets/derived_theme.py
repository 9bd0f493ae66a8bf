"""The variables of the desk for a theme that does not know them: its own hues, made legible.

A foreign theme brings a ground, a colour of letters and a few hues. Each colour of ours takes
the hue that comes nearest and is moved towards black or white until it can be read on every
ground it lies on (4.5:1, as WCAG 2.1 asks of running text). A hue that cannot be told from that
of the letters, or of another kind of name, gives way to the theme's next one, or to one of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import dist

from textual.color import Color
from textual.theme import Theme

from tui.widgets.plain_themes import ANSI_VARIABLES
from tui.widgets.themes import INK_VARIABLES, LIGHT_VARIABLES

LEAST_CONTRAST = 4.5
"""The ratio of WCAG 2.1, level AA, for running text."""
_AIM = 4.6
"""What is aimed at: rounding a colour to whole numbers may cost a little."""
LEAST_APART = 0.045
"""How far hues must lie apart to be told apart: the distance in the plane of Oklab without its
lightness, since a darker grey is no other colour. The kinds of our own themes keep it."""
_AIM_APART = 0.052
"""What is aimed at; below it the best hue there is."""
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
    hues = {
        "person": primary,
        "place": success,
        "question": error,
        "organisation": second,
        "group": primary.blend(success, 0.5),
        "thing": warning.blend(fore, 0.4),
    }
    kinds = _kinds(hues, (accent, warning, second), legible(fore, grounds), grounds)
    person, place = kinds["person"], kinds["place"]
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
        **kinds,
        **_quoted(fore, warning, kinds, grounds),
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


def _kinds(
    hues: Mapping[str, Color], others: Sequence[Color], fore: Color, grounds: Sequence[Color]
) -> dict[str, Color]:
    """Colours for the kinds of what is found, none of them that of the text or of another."""
    ours = INK_VARIABLES if _far_from(grounds[0]) == _WHITE else LIGHT_VARIABLES
    found: dict[str, Color] = {}
    for kind, hue in hues.items():
        taken = (fore, *found.values())
        best, distance = hue, -1.0
        for candidate in (hue, *others, *(Color.parse(ours[name]) for name in (kind, *hues))):
            colour = legible(candidate, grounds)
            far = min(apart(colour, other) for other in taken)
            if far > distance:
                best, distance = colour, far
            if far >= _AIM_APART:
                break
        found[kind] = best
    return found


def _quoted(
    fore: Color, hue: Color, kinds: Mapping[str, Color], grounds: Sequence[Color]
) -> dict[str, Color]:
    """The colours of quoted and of reported words: a tint in which names can still be told."""
    names = [colour for kind, colour in kinds.items() if kind not in _SELDOM_QUOTED]
    for share in _TINTS:
        quote = legible(fore.blend(hue, share), grounds)
        indirect = legible(fore.blend(hue, share * 0.45), grounds)
        if min(apart(one, name) for one in (quote, indirect) for name in names) >= LEAST_APART:
            break
    return {"quote": quote, "indirect": indirect}


_SELDOM_QUOTED = ("thing",)
"""Its hue is that of quotes, in our own themes too."""
_TINTS = (0.45, 0.35, 0.25, 0.15, 0.05, 0.0)
"""Shares of a hue in the colour of quoted words; without any they are the text's, in italics."""


def apart(one: Color, other: Color) -> float:
    """How far the hues of two colours lie apart, whatever their lightness; 0 for greys."""
    return dist(_hue(one), _hue(other))


def _hue(colour: Color) -> tuple[float, float]:
    """The two axes of hue of Oklab (Ottosson 2020)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part / 255) for part in (colour.r, colour.g, colour.b))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


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
