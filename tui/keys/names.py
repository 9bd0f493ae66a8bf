"""The names of keys in the reader's own keymap, brought to those of the key table."""

from __future__ import annotations

from tui.keys.commands import ANY_LETTER, ANY_UPPER_LETTER, KEY_NAMES

_RANGES = {
    written: name for name in (ANY_LETTER, ANY_UPPER_LETTER) for written in (name, KEY_NAMES[name])
}
"""Any letter, as the registry and as the key table write it; only here does case matter."""
_ONE_KEY = {name: shown for name, shown in KEY_NAMES.items() if name not in _RANGES}
_NAMES = {name: name for name in _ONE_KEY} | {
    shown.lower(): name for name, shown in _ONE_KEY.items()
}
_TWINS = {"ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+[": "Esc", "ctrl+h": "Backspace"}
"""Keys that a terminal cannot tell from another one."""


class KeyNameError(ValueError):
    """Words that name no key, or one that never arrives; the message is for the reader."""


def normal_keys(sequence: str) -> str:
    """A key sequence in the notation of the registry: `G`, `ctrl+d`, `g g`, `pagedown`.

    The names of the key table are understood too (`PgDn`, `Space`, `↓`), in any case.

    Raises:
        KeyNameError: A part of it is no key, or can never arrive.
    """
    keys = [_normal_key(key) for key in sequence.split()]
    if "escape" in keys[1:]:
        raise KeyNameError("Esc cancels what was typed, so it can only come first")
    if keys[0] == "escape" and len(keys) > 1:
        raise KeyNameError("nothing can follow Esc")
    return " ".join(keys)


def _normal_key(key: str) -> str:
    if key in _RANGES:
        return _RANGES[key]
    if len(key) == 1 and key.isprintable():
        return key if key not in KEY_NAMES.values() else _NAMES[key]
    name = key.lower()
    if name in _NAMES:
        return _NAMES[name]
    *modifiers, last = name.split("+") if not name.endswith("++") else [name[:-2], "+"]
    if "alt" in modifiers or "meta" in modifiers:
        raise KeyNameError(f"{key} cannot be told from Esc and a key")
    if modifiers == ["shift"] and len(last) == 1:
        return last.upper()
    if name in _TWINS:
        raise KeyNameError(f"{key} is {_TWINS[name]} for a terminal")
    if modifiers == ["ctrl"] and len(last) == 1 and last.isascii() and last.isalpha():
        return name
    if modifiers and set(modifiers) <= {"ctrl", "shift"} and last in _NAMES:
        return "+".join([*sorted(set(modifiers)), _NAMES[last]])
    raise KeyNameError(f"there is no key {key}")
