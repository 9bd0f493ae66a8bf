"""The signs and lines we draw, and what stands for them where they cannot be drawn.

Some terminals draw these signs two columns wide, some have no font for them, some show no
colours. How the signs are drawn is a property of the terminal, like the width of a letter, so
it holds for the whole program and is chosen once. Only what we draw goes through here: the
text of the article is shown as it is.
"""

from __future__ import annotations

from rich.cells import cell_len

from tui.settings.colours import COLOURS

TWINS = {
    # kinds of entities
    "●": "o", "■": "#", "▲": "^", "◆": "+", "✦": "*", "§": "S", "▤": "%", "▣": "&", "◷": "@",
    "¤": "$", "○": "o", "□": "#", "△": "^", "◇": "+", "◌": ".",
    # bars and lines
    "━": "=", "─": "-", "┃": "|", "│": "|", "┆": ":", "┊": ":", "█": "#", "▐": "#", "▌": "#",
    "▏": "|", "▎": "|", "▍": "|", "░": ".", "▒": ":", "▓": "#",
    "├": "+", "└": "+", "┌": "+", "┐": "+", "┘": "+", "┤": "+",
    # signs
    "❯": ">", "▸": ">", "▾": "v", "›": ">", "‹": "<", "•": "*", "·": "-", "…": "...", "¶": "p",
    "✓": "x", "✗": "-", "×": "x", "╳": "x", "°": "o", "≠": "!",
    "“": '"', "”": '"', "‘": "'", "’": "'",
    "«": '"', "»": '"', "„": '"', "‚": "'", "¿": "?", "¡": "!",
    "–": "-", "—": "-", "−": "-", "±": "+-", "→": "Right", "←": "Left", "↑": "Up", "↓": "Down",
}  # fmt: skip
"""Every sign of ours that is not ASCII, and its twin: the one place that chooses them."""

_NUMBERED = frozenset("●▌▐█")
"""Signs that say nothing but a colour: without colours the key of the colour stands for them."""

_table: dict[int, str] = {}
_are_numbered = False


def choose_glyphs(*, is_ascii: bool, is_colourless: bool) -> None:
    """Choose how the signs are drawn from now on.

    Args:
        is_ascii: Whether only ASCII may be drawn.
        is_colourless: Whether no colours are shown.
    """
    global _table, _are_numbered
    _table = str.maketrans(TWINS) if is_ascii else {}
    _are_numbered = is_colourless


def can_draw(encoding: str | None) -> bool:
    """Whether a terminal of this encoding can be sent all signs of ours; unknown counts as yes."""
    try:
        "".join(TWINS).encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def sendable(text: str, encoding: str) -> str:
    """What a terminal of this encoding can be sent instead of a text, cell for cell.

    Letters of the article that the encoding lacks become their twin or question marks: what
    Python would write, the number of the letter, is longer and would shift the rest of the row.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_stand_in(sign, encoding) for sign in text)
    return text


def _stand_in(sign: str, encoding: str) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        cells = cell_len(sign)
        twin = TWINS.get(sign, "")
        return twin if len(twin) == cells else "?" * cells
    return sign


def drawn(text: str, colour: str = "") -> str:
    """A text of ours as this terminal draws it.

    Args:
        text: The text.
        colour: The colour of a highlight that it shows; empty when it shows none.
    """
    if _are_numbered and colour in COLOURS and text.strip() in _NUMBERED:
        return text.replace(text.strip(), str(COLOURS.index(colour) + 1))
    return text.translate(_table) if _table else text


def beside_words(sign: str, colour: str) -> str:
    """A bar that words follow, with air between where what is drawn for it would run into them.

    Args:
        sign: The bar.
        colour: The colour of the highlight.
    """
    return sign if drawn(sign, colour) == sign else f"{sign} "
