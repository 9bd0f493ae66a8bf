"""How everything is drawn that is drawn line by line: one table of looks by name.

These are no component classes of Textual's: each of those is a node of the document that is
styled anew several times before the first paint, a fifth of the time it takes.
The colours are variables of the theme (`themes.py`).
"""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.widget import Widget


class Look(NamedTuple):
    """Colours and text style of something drawn."""

    colour: str
    """The theme variable of the letters; empty keeps what is below."""
    ground: str
    """The theme variable of the ground; empty keeps what is below."""
    text_style: str
    """Rich's words for it ("bold underline"); empty for plain."""


_PLAIN = "not italic not underline not strike"
"""What takes back what lies below."""

LOOKS = {
    "bar--brand": Look("on-amber", "amber", "bold"),
    "bar--title": Look("text-bright", "", "bold"),
    "bar--muted": Look("text-dim-raised", "", ""),
    "bar--key": Look("amber", "", "bold"),
    "bar--tab": Look("amber", "", ""),
    "bar--tab-open": Look("on-amber", "amber", "bold"),
    "bar--warning": Look("question", "", ""),
    "bar--read": Look("on-read", "place", "bold"),
    "bar--select": Look("on-amber", "amber", "bold"),
    "bar--panel": Look("mention-current", "person", "bold"),
    "bar--find": Look("mention-current", "organisation", "bold"),
    "bar--pending": Look("text-bright", "", "bold"),
    "bar--yellow": Look("mark-yellow-bar", "", ""),
    "bar--green": Look("mark-green-bar", "", ""),
    "bar--blue": Look("mark-blue-bar", "", ""),
    "bar--pink": Look("mark-pink-bar", "", ""),
    "bar--done": Look("amber", "background", ""),
    "bar--rest": Look("line", "background", ""),
    "text--aside": Look("text-dim", "", ""),
    "text--caption": Look("text-dim", "", "italic"),
    "text--headline": Look("text-bright", "", "bold"),
    "text--title": Look("text-bright", "", "bold underline"),
    "text--heading": Look("text-bright", "", "bold"),
    "text--subheading": Look("text-bright", "", "bold italic"),
    "text--quotation": Look("indirect", "", "italic"),
    "text--strong": Look("text-bright", "", "bold"),
    "text--emphasis": Look("", "", "italic"),
    "text--struck": Look("text-dim", "", "strike"),
    "text--code": Look("text-bright", "bar", ""),
    "text--link": Look("", "", "underline"),
    "text--indirect": Look("indirect", "", ""),
    "text--quote": Look("quote", "", "italic"),
    "text--person": Look("person", "", ""),
    "text--organisation": Look("organisation", "", ""),
    "text--place": Look("place", "", ""),
    "text--group": Look("group", "", ""),
    "text--thing": Look("thing", "", ""),
    "text--clause": Look("question", "", "underline"),
    "text--cue": Look("question", "", "underline"),
    "text--mention": Look("mention", "mention-ground", "bold"),
    "text--mention-current": Look("mention-current", "mention-current-ground", "bold"),
    "text--evidence": Look("selected", "selected-ground", ""),
    "text--mark-yellow": Look("mark-yellow", "mark-yellow-ground", ""),
    "text--mark-green": Look("mark-green", "mark-green-ground", ""),
    "text--mark-blue": Look("mark-blue", "mark-blue-ground", ""),
    "text--mark-pink": Look("mark-pink", "mark-pink-ground", ""),
    "text--mark-chosen": Look("", "", "bold underline"),
    "text--dimmed": Look("text-dim", "background", f"not bold {_PLAIN}"),
    "text--typed": Look("text-bright", "background", "bold underline"),
    "text--match": Look("amber", "background", "bold underline"),
    "text--match-current": Look("on-amber", "amber", "bold underline"),
    "text--selection": Look("selected", "selected-ground", ""),
    "text--cursor": Look("on-amber", "amber", "bold"),
    "text--label": Look("background", "question", "bold"),
    "gutter--quote": Look("amber", "", ""),
    "gutter--quotation": Look("text-dim", "", ""),
    "gutter--question": Look("question", "", "bold"),
    "gutter--changed": Look("question", "", "bold"),
    "gutter--yellow": Look("mark-yellow-bar", "", ""),
    "gutter--green": Look("mark-green-bar", "", ""),
    "gutter--blue": Look("mark-blue-bar", "", ""),
    "gutter--pink": Look("mark-pink-bar", "", ""),
    "ribbon--view": Look("text-dim", "row-cursor", ""),
    "ribbon--whole": Look("text-dim", "", ""),
    "ribbon--chapter": Look("text-faint", "", ""),
    "ribbon--quote": Look("amber", "", ""),
    "ribbon--mention": Look("person", "", ""),
    "ribbon--question": Look("question", "", "bold"),
    "ribbon--yellow": Look("mark-yellow-bar", "", ""),
    "ribbon--green": Look("mark-green-bar", "", ""),
    "ribbon--blue": Look("mark-blue-bar", "", ""),
    "ribbon--pink": Look("mark-pink-bar", "", ""),
    "row--person": Look("person", "", ""),
    "row--organisation": Look("organisation", "", ""),
    "row--place": Look("place", "", ""),
    "row--group": Look("group", "", ""),
    "row--thing": Look("thing", "", ""),
    "row--figure": Look("text-dim-raised", "", ""),
    "row--question": Look("question", "", "bold"),
    "row--quote": Look("quote", "", "italic"),
    "row--speaker": Look("", "", "bold"),
    "row--muted": Look("text-dim-raised", "", ""),
    "row--faint": Look("text-faint", "", ""),
    "row--bar": Look("amber", "", ""),
    "row--key": Look("amber", "", "bold"),
    "row--matched": Look("amber", "", "bold underline"),
    "row--note": Look("text-dim-raised", "", "italic"),
    "row--own": Look("amber", "", ""),
    "row--yellow": Look("mark-yellow-bar", "", ""),
    "row--green": Look("mark-green-bar", "", ""),
    "row--blue": Look("mark-blue-bar", "", ""),
    "row--pink": Look("mark-pink-bar", "", ""),
    "row--lit": Look("", "row-lit", "bold"),
    "row--cursor": Look("text-bright", "row-cursor", ""),
    "row--state": Look("text-dim-raised", "", ""),
}


_GROUNDLESS = {"", "background", "row-lit", "mention-ground"}
"""Grounds that a terminal of 16 colours has no shade for; what lies on them has other cues."""

_FLAT_STYLES = {
    "bar--warning": "bold",
    "text--person": "bold",
    "text--organisation": "bold",
    "text--place": "bold",
    "text--group": "bold",
    "text--thing": "bold",
    "text--mention": "bold underline",
    "text--dimmed": f"dim not bold not reverse {_PLAIN}",
    "text--typed": "not dim bold underline",
    "text--selection": "not dim underline",
    "text--cursor": "not dim bold underline",
}
"""Text styles in the ANSI theme of looks that differ only by their colours elsewhere."""


class Painted(Widget):
    """A widget that draws with the looks of the table."""

    _drawn_with: dict[tuple[str, ...], Style] | None = None

    def look(self, *names: str) -> Style:
        """The widget's own style with some looks laid over it, lowest first."""
        if self._drawn_with is None:
            self._drawn_with = {}
        style = self._drawn_with.get(names)
        if style is None:
            style = self.rich_style if not names else _over(self, names)
            self._drawn_with[names] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._drawn_with = None


def _over(widget: Painted, names: tuple[str, ...]) -> Style:
    """The last of some looks laid over the others: most often the cursor over known ones."""
    below, name = widget.look(*names[:-1]), names[-1]
    variables = widget.app.theme_variables
    if widget.app.native_ansi_color:
        return below + _flat_style(name, below, variables)
    return below + _style(name, variables)


def _style(name: str, variables: dict[str, str]) -> Style:
    look = LOOKS[name]
    return Style.parse(look.text_style) + Style(
        color=Color.parse(variables[look.colour]).rich_color if look.colour else None,
        bgcolor=Color.parse(variables[look.ground]).rich_color if look.ground else None,
    )


def _flat_style(name: str, below: Style, variables: dict[str, str]) -> Style:
    """A look in 16 colours: a ground is the letters' colour reversed, never a second colour.

    The cursor on a reversed ground is a hole in it, or it would not be seen there.
    """
    look = LOOKS[name]
    has_ground = look.ground not in _GROUNDLESS
    variable = look.ground if has_ground else look.colour
    style = Style.parse(_FLAT_STYLES.get(name, look.text_style))
    if has_ground:
        style += Style(reverse=not (name == "text--cursor" and below.reverse))
    if variable:
        style += Style(color=Color.parse(variables[variable]).rich_color)
    return style
