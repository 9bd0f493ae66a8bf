"""Changes of highlights as the recorder takes them: of whatever record there is by then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from tui.session.mark import Mark
from tui.settings.colours import Colour
from tui.store.both_kept import tags_of_both, words_of_both, writing_time
from tui.store.highlight_rows import Highlight
from tui.store.overlay import Edit
from tui.store.stored_record import StoredRecord


def of_highlight(edit: Callable[[Highlight], Highlight | None]) -> Edit:
    """A change of a highlight; of anything else it leaves nothing."""

    def of_record(current: StoredRecord | None) -> Highlight | None:
        return edit(current) if isinstance(current, Highlight) else None

    return of_record


def speaker_edit(name: str | None) -> Edit:
    """The change that names who says a highlight; `None` for nobody."""
    return of_highlight(lambda current: replace(current, speaker=name))


def doubled(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], ...]:
    """The marks that stand on the very same words, by those words.

    Args:
        marks: In text order.
    """
    groups = (tuple(group) for _, group in groupby(marks, key=lambda mark: mark.parts))
    return tuple(group for group in groups if len(group) > 1)


def joining(groups: Iterable[tuple[Mark, ...]]) -> Mapping[str, Edit]:
    """What makes one highlight of each group: the oldest, with the notes and tags of all.

    Its colour is that of the newest one, which the reader gave last.
    """
    edits: dict[str, Edit] = {}
    for group in groups:
        rows = sorted((mark.highlight for mark in group), key=lambda row: row.created)
        notes = dict.fromkeys(row.note for row in rows if row.note)
        tags = {tag for row in rows for tag in row.tags}
        edits |= dict.fromkeys((row.id for row in rows[1:]), of_highlight(lambda _: None))
        edits[rows[0].id] = _joined(rows[0], "\n\n".join(notes), tags, rows[-1].colour)
    return edits


def _joined(seen: Highlight, note: str, tags: set[str], colour: Colour) -> Edit:
    def join(row: Highlight) -> Highlight:
        # What another program has written meanwhile stays, too.
        words = words_of_both(seen.note, note, row.note, writing_time())
        return replace(row, note=words, tags=tags_of_both(seen.tags, tags, row.tags), colour=colour)

    return of_highlight(join)
