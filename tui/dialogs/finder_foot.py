"""The keys in the foot of the finder: as many as there is room for."""

from __future__ import annotations

from tui.dialogs.finder_scopes import MatchMode, Scope
from tui.widgets.row_list import Run

_RANKED = (
    "Esc",
    "Tab",
    "ctrl+s",
    "ctrl+t",
    "Enter",
    "ctrl+y",
    "ctrl+e",
    "ctrl+x",
    "ctrl+g",
    "ctrl+r",
)
_RANKED_MARKED = (
    "Esc", "Tab", "ctrl+y", "ctrl+e", "ctrl+x", "ctrl+g", "ctrl+r", "ctrl+s", "ctrl+t", "Enter",
)  # fmt: skip


def foot_labels(
    mode: MatchMode, scope: Scope, has_other: bool, has_copy: bool, changes: dict[str, str]
) -> dict[str, str]:
    """What each key does; those of mode and scope say what is in force.

    Args:
        mode: How is searched.
        scope: What is searched.
        has_other: Whether there is another scope.
        has_copy: Whether rows can be copied.
        changes: What the keys do that change what is listed.
    """
    labels = {
        "Enter": "go",
        "Tab": "pick",
        "ctrl+s": mode.value,
        "ctrl+t": scope.NAME,
        "ctrl+y": "copy",
        "ctrl+e": "export",
        **changes,
        "Esc": "close",
    }
    if not has_other:
        del labels["ctrl+t"]
    if not has_copy:
        del labels["ctrl+y"]
    return labels


def fitting_keys(labels: dict[str, str], room: int, *, has_marked: bool) -> tuple[Run, ...]:
    """As many keys as there is room for, the most needed ones first.

    Args:
        labels: What each key does, in the order in which they are shown.
        room: Cells there are for them.
        has_marked: Whether rows are marked, which changes what is needed most.
    """
    shown = set()
    for key in _RANKED_MARKED if has_marked else _RANKED:
        cost = len(key) + len(labels.get(key, "")) + 4
        if key in labels and cost <= room:
            room -= cost
            shown.add(key)
    pairs = ((key, label) for key, label in labels.items() if key in shown)
    return tuple(
        run for key, label in pairs for run in ((f"  {key}", "key"), (f" {label} ", "muted"))
    )
