"""The words in the lower edge of a frame, changed without drawing anew what it holds."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def set_lower_edge(box: Widget, words: str) -> None:
    """Change the words in the lower edge of a frame.

    Textual would draw all of the box anew, with every key that moves in its list.
    """
    edge = Content(words)
    if box._border_subtitle == edge:  # noqa: SLF001 - the public name gives markup
        return
    box._border_subtitle = edge  # noqa: SLF001 - the public name draws all of the box
    left, top = box.content_offset
    width, height = box.outer_size
    box.refresh(Region(-left, height - 1 - top, width, 1))
