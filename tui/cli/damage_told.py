"""What a command says about a library that is damaged, after it has given what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.output import report

if TYPE_CHECKING:
    from tui.library import Library

_LISTED = 10
"""What more is lost `doctor` lists in a file."""


def report_damage(library: Library, *, lists: bool = False) -> int:
    """Name what is damaged and how much is not there therefore.

    Args:
        library: What was read from.
        lists: Whether each thing is named.

    Returns:
        The exit code: 1 when anything is damaged, else 0.
    """
    damage = library.damage()
    if damage is None:
        return 0
    lost = len(damage.lost)
    missing = f", {lost} {'thing is' if lost == 1 else 'things are'} known to be lost" * bool(lost)
    report(f"what can be read is here{missing}: {damage.reason}")
    if lists:
        for each in damage.lost[:_LISTED]:
            report(f"not here: {each.line}")
        if lost > _LISTED:
            report(f"not here: {lost - _LISTED} more, which closeread doctor --mend lists")
    return 1
