"""The reader's settings, from `config.toml`: read, never written by the program.

A mistake in the file costs the setting it is in, never the reading: each one is named
with its key and the default is used. What the keys of `[keys]` mean is checked where the
commands are known (`keymap.py`), names of themes where the themes are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tui.settings.colours import COLOURS

NARROWEST_MEASURE = 20
"""Columns below which a line no longer holds a few words."""

WIDEST_MEASURE = 84
"""Columns above which the eye loses the way back to the next line."""

NARROWEST_PANELS = 24
"""Columns below which a row of a panel holds no name and its count."""

WIDEST_PANELS = 80
"""Columns above which the panels leave no room for the text in a window of 120."""

KEEP_CHOICES = ("all", "marked")
ORIGINAL_CHOICES = ("marked", "all", "none")
CITATION_CHOICES = ("plain", "markdown")
QUESTION_CHOICES = ("all", "strict")
GLYPH_CHOICES = ("unicode", "ascii")
PANEL_CHOICES = ("entities", "quotes", "questions", "marks")
FOCUSED_CHOICES = ("even", "large", "whole")
ROOM = r"(\d{1,6}(?:\.\d+)?) ?(x|MB|GB)"
"""How room for backups is written: a number, and of what."""
OUR_THEMES = ("ink", "ink-light", "high-contrast", "ansi")
"""The themes that are made for the desk; Textual brings more."""


# Named tuples: a data class takes a millisecond of the start to be made.
class ColourNames(NamedTuple):
    """What the reader calls the colours of highlights."""

    own: Mapping[str, str] = MappingProxyType({})
    """The names the reader gave, by colour; another colour goes by its own."""

    def of(self, colour: str) -> str:
        """The reader's name of a colour."""
        return self.own.get(colour, str(colour))

    @property
    def are_given(self) -> bool:
        """Whether the reader has named any of them."""
        return bool(self.own)


class PanelSettings(NamedTuple):
    """How the side panels are at start."""

    open: str = "entities"
    """The panel that is open where there is no room for all of them."""
    width: int | None = None
    """Columns of the side panels, from 24 to 80; `None` lets the window decide."""
    focused: str = "large"
    """How large the panel with the keys is; what `+` and `-` chose stands over it."""


class Config(NamedTuple):
    """What the reader can set; every field has a default that needs no file."""

    theme: str = "ink"
    """Name of the colour theme; the desk says so when it does not know it."""
    measure: int = 66
    """Columns of the article's text, from 20 to 84."""
    keep: str = "all"
    """`all` keeps every opened text in the library, `marked` only with its first mark."""
    keep_originals: str = "marked"
    """Of which articles the bytes are kept that they were made from: `marked` of those with a
    highlight, `all`, or `none`."""
    refetch: bool = False
    """Whether an address that the library knows is asked again when it is opened."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks are opened."""
    questions: str = "all"
    """`strict` lists only the open questions that are surest."""
    views: bool = False
    """Whether what people believe, fear or hope is listed among the quotes."""
    mouse: bool = True
    """Whether the desk takes the mouse; without it the terminal selects as it always does."""
    glyphs: str = "unicode"
    """`ascii` draws lines and signs for terminals whose font lacks the others."""
    model: str = ""
    """An installed spaCy model `en_core_web_*`; empty for the one that comes along."""
    citation: str = "plain"
    """In which of the forms of `tui/exchange/citation.py` a passage is copied."""
    exports: str = ""
    """The folder that is proposed for files of highlights; empty for the current one."""
    clipboard: str = "osc52"
    """How to copy: `osc52` asks the terminal; else a command that reads the text from stdin."""
    backup_room: str = "2x"
    """Room of all backups: so many times the library (`2x`) or a size (`500 MB`, `2 GB`)."""
    colours: ColourNames = ColourNames()
    """Names of the colours of highlights."""
    panels: PanelSettings = PanelSettings()
    """How the side panels are at start."""
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys by command; a command that is not named keeps its own."""


def load_config(path: Path) -> tuple[Config, tuple[str, ...]]:
    """Read the settings.

    Args:
        path: The file; a missing one means the defaults.

    Returns:
        The settings, and a sentence for every mistake: the key, what it should be, and
        what is used instead.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        return Config(), (f"{path} cannot be read ({error.strerror}); the defaults are used",)
    import tomllib

    try:
        settings = tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return Config(), (f"{path} is not UTF-8 text; the defaults are used",)
    except tomllib.TOMLDecodeError as error:
        # The parser's own words end with the line and the column.
        return Config(), (f"{path} is not valid TOML: {error}; the defaults are used",)
    return _checked(settings)


def is_ignored(word: str, known: Iterable[str]) -> str:
    """The end of the sentence about an unknown word, with the known one it may mean."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]}? it is ignored" if near else "; it is ignored"


def unknown_theme(name: str, known: Iterable[str], used: str = OUR_THEMES[0]) -> str:
    """The sentence about a theme that does not exist.

    Args:
        name: What it is called.
        known: The themes there are.
        used: The theme that is taken instead.
    """
    near = is_ignored(name, known).replace("it is ignored", f"{used} is used")
    return f"theme: there is no theme “{name}”{near}"


def _checked(settings: dict[str, Any]) -> tuple[Config, tuple[str, ...]]:
    """The settings that can be followed, and a sentence for each of the others."""
    problems: list[str] = []
    good = _section("", settings, _CHECKS, problems, ("colours", "panels", "keys"))
    names = _section("colours.", _table("colours", settings, problems), _COLOUR_CHECKS, problems)
    if len({names.get(colour, colour) for colour in COLOURS}) < len(COLOURS):
        problems.append("colours must have names that differ; their own names are used")
        names = {}
    own = {colour: name for colour, name in names.items() if name != colour}
    good["colours"] = ColourNames(own)
    panels = _section("panels.", _table("panels", settings, problems), _PANEL_CHECKS, problems)
    good["panels"] = PanelSettings(**panels)
    good["keys"] = _keys(_table("keys", settings, problems), problems)
    return Config(**good), tuple(problems)


def _table(name: str, settings: dict[str, Any], problems: list[str]) -> dict[str, Any]:
    """A section of the file; empty when it is not there or is no section."""
    table = settings.get(name, {})
    if isinstance(table, dict):
        return table
    problems.append(f"{name} must be a section [{name}], not {shown(table)}; it is ignored")
    return {}


def _section(
    prefix: str,
    table: dict[str, Any],
    checks: Mapping[str, _Check],
    problems: list[str],
    sections: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The values of a section that can be followed; `problems` gets a sentence for the others."""
    good: dict[str, Any] = {}
    for key, value in table.items():
        if key in sections:
            continue
        if key not in checks:
            end = is_ignored(key, (*checks, *sections))
            problems += [f"{prefix}{name} is not a setting{end}" for name in _paths(key, value)]
            continue
        requirement, is_good = checks[key]
        if is_good(value):
            good[key] = value
        else:
            problems.append(
                f"{prefix}{key} must be {requirement}, not {shown(value)}; "
                f"{shown(_default(prefix + key))} is used"
            )
    return good


def _default(path: str) -> Any:
    section, _, key = path.rpartition(".")
    holder = getattr(Config(), section) if section else Config()
    return holder.of(key) if isinstance(holder, ColourNames) else getattr(holder, key)


def shown(value: object) -> str:
    """A value as it is written in the file; `None` in words."""
    if value is None:
        return "what the window has room for"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _keys(table: dict[str, Any], problems: list[str]) -> dict[str, tuple[str, ...]]:
    """Key sequences by command id, whether or not there is such a command."""
    good: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        # `mark.make = "x"` without quotes is a table in a table for TOML.
        below = value.items() if isinstance(value, dict) else [("", value)]
        for inner, keys in below:
            command_id = f"{key}.{inner}" if inner else key
            listed = [keys] if isinstance(keys, str) else keys
            if isinstance(listed, list) and all(isinstance(k, str) and k.split() for k in listed):
                good[command_id] = tuple(" ".join(k.split()) for k in listed)
            else:
                problems.append(
                    f'keys.{command_id} must be keys like "x" or ["g x", "f5"], '
                    f"not {shown(keys)}; its own keys are used"
                )
    return good


def _paths(key: str, value: object) -> Iterator[str]:
    """The dotted names of everything below a key."""
    if isinstance(value, dict) and value:
        for inner, below in value.items():
            yield from _paths(f"{key}.{inner}", below)
    else:
        yield key


_Check = tuple[str, Callable[[object], bool]]
"""What a setting must be, in words and as a test."""


def _one_of(choices: tuple[str, ...]) -> _Check:
    *most, last = [f'"{choice}"' for choice in choices]
    return f"{', '.join(most)} or {last}", lambda value: value in choices


def _whole_number(low: int, high: int) -> _Check:
    # In Python a bool is an int; in TOML it is not.
    words = f"a whole number from {low} to {high}"
    return words, lambda value: type(value) is int and low <= value <= high


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _is_folder(value: object) -> bool:
    return value == "" or (_is_name(value) and str(value).startswith(("/", "~/")))


def _is_room(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(ROOM, value) is not None


def _is_colour_name(value: object) -> bool:
    return isinstance(value, str) and value.isalnum() and len(value) <= 16


_COLOUR_CHECKS: dict[str, _Check] = dict.fromkeys(
    COLOURS, ("one word of at most 16 letters", _is_colour_name)
)
_PANEL_CHECKS: dict[str, _Check] = {
    "open": _one_of(PANEL_CHOICES),
    "width": _whole_number(NARROWEST_PANELS, WIDEST_PANELS),
    "focused": _one_of(FOCUSED_CHOICES),
}
_TRUE_OR_FALSE: _Check = ("true or false", _is_bool)
_CHECKS: dict[str, _Check] = {
    "theme": ("the name of a theme", _is_name),
    "measure": _whole_number(NARROWEST_MEASURE, WIDEST_MEASURE),
    "keep": _one_of(KEEP_CHOICES),
    "keep_originals": _one_of(ORIGINAL_CHOICES),
    "refetch": _TRUE_OR_FALSE,
    "allow_private": _TRUE_OR_FALSE,
    "questions": _one_of(QUESTION_CHOICES),
    "views": _TRUE_OR_FALSE,
    "mouse": _TRUE_OR_FALSE,
    "glyphs": _one_of(GLYPH_CHOICES),
    "model": (
        "the name of an installed spaCy model en_core_web_*",
        lambda value: value == "" or (_is_name(value) and str(value).startswith("en_core_web_")),
    ),
    "citation": _one_of(CITATION_CHOICES),
    "exports": ('a folder from the root or your home, like "~/notes"; or ""', _is_folder),
    "clipboard": ('"osc52" or a command', _is_name),
    "backup_room": ('like "2x" (times the library), "500 MB" or "2 GB"', _is_room),
}
"""What each setting outside the sections must be, in words and as a test."""
