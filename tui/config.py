"""The reader's settings, from `config.toml`: read, never written by the program.

A mistake in the file costs the setting it is in, never the reading: each one is named
with its key and the default is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

NARROWEST_MEASURE = 20
"""Columns below which a line no longer holds a few words."""

WIDEST_MEASURE = 84
"""Columns above which the eye loses the way back to the next line."""

KEEP_CHOICES = ("all", "marked")
QUESTION_CHOICES = ("all", "strict")


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader can set; every field has a default that needs no file."""

    theme: str = "ink"
    """Name of the colour theme; the desk says so when it does not know it."""
    measure: int = 66
    """Columns of the article's text, from 20 to 84."""
    keep: str = "all"
    """`all` keeps every opened text in the library, `marked` only with its first mark."""
    questions: str = "all"
    """`strict` lists only the open questions that are surest."""
    clipboard: str = "osc52"
    """How `y` copies: `osc52` asks the terminal, anything else is a shell command that reads it."""
    mouse: bool = True
    """Whether the desk takes the mouse; without it the terminal selects as it always does."""


def load_config(path: Path) -> tuple[Config, tuple[str, ...]]:
    """Read the settings.

    Args:
        path: The file; a missing one means the defaults.

    Returns:
        The settings, and a sentence for every mistake: the key, what it should be, and
        that it is ignored.
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
        return Config(), (f"{path} is not valid TOML ({error}); the defaults are used",)
    return _checked(settings)


def _checked(settings: dict[str, Any]) -> tuple[Config, tuple[str, ...]]:
    """The settings that can be followed, and a sentence for each of the others."""
    known = {field.name for field in fields(Config)}
    good: dict[str, Any] = {}
    problems = []
    for key, value in settings.items():
        if key not in known:
            problems += [f"{name} is not a setting; it is ignored" for name in _paths(key, value)]
            continue
        wanted, is_good = _CHECKS[key]
        if is_good(value):
            good[key] = value
        else:
            default = getattr(Config(), key)
            problems.append(f"{key} must be {wanted}, not {value!r}; {default!r} is used")
    return Config(**good), tuple(problems)


def _paths(key: str, value: object) -> Iterator[str]:
    """The dotted names of everything below a key."""
    if isinstance(value, dict) and value:
        for inner, below in value.items():
            yield from _paths(f"{key}.{inner}", below)
    else:
        yield key


def _is_measure(value: object) -> bool:
    # In Python a bool is an int; in TOML it is not.
    return type(value) is int and NARROWEST_MEASURE <= value <= WIDEST_MEASURE


_CHECKS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "theme": ("the name of a theme", lambda value: isinstance(value, str) and bool(value)),
    "measure": (
        f"a whole number from {NARROWEST_MEASURE} to {WIDEST_MEASURE}",
        _is_measure,
    ),
    "keep": ('"all" or "marked"', lambda value: value in KEEP_CHOICES),
    "questions": ('"all" or "strict"', lambda value: value in QUESTION_CHOICES),
    "clipboard": ('"osc52" or a command', lambda value: isinstance(value, str) and bool(value)),
    "mouse": ("true or false", lambda value: isinstance(value, bool)),
}
"""What each setting must be, in words and as a test."""
