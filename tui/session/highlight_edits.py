"""Changes of highlights as the recorder takes them: of whatever record there is by then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.store.highlight_rows import Highlight
from tui.store.overlay import Edit
from tui.store.stored_record import StoredRecord


def of_highlight(edit: Callable[[Highlight], Highlight | None]) -> Edit:
    """A change of a highlight; of anything else it leaves nothing."""

    def of_record(current: StoredRecord | None) -> Highlight | None:
        return edit(current) if isinstance(current, Highlight) else None

    return of_record


def speaker_edit(name: str | None) -> Edit:
    """Another speaker."""
    return of_highlight(lambda current: replace(current, speaker=name))
