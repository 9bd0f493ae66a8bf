"""What a row of a panel stands for: the typed key by which rows are lit, kept and acted on."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from tui.widgets.row_list import Row


class RowKind(Enum):
    """What kinds of rows a panel may list."""

    RESULT = auto()
    """Something the analysis found, or a question of the reader's own."""
    CORRECTION = auto()
    """A correction whose result is not in the text."""
    HIGHLIGHT = auto()
    """A highlight, with a place or without one."""
    NOTE = auto()
    """The note of a highlight."""
    TAGS = auto()
    """The tags of a highlight."""
    DELETED = auto()
    """A deleted highlight."""
    FOLD = auto()
    """A group that can be folded into this row."""
    REMARK = auto()
    """A sentence about the list; nothing that can be gone to or searched for."""


class RowKey(NamedTuple):
    """The key of a row: unique in its panel, stable when the panel is filled anew."""

    kind: RowKind
    """What the row stands for."""
    ident: str = ""
    """Of a result the id of its panel, of a fold the name of its group, else the id of the
    highlight or correction."""
    number: int = -1
    """Of a result its index in what the panel lists; -1 for everything else."""

    @property
    def highlight_id(self) -> str | None:
        """The highlight in the text, or the orphan, that the row belongs to; else `None`."""
        return self.ident if self.kind in _OF_HIGHLIGHT else None

    @property
    def unit(self) -> RowKey:
        """The key of the row to which a row of a note or of tags belongs; else this one."""
        return RowKey(RowKind.HIGHLIGHT, self.ident) if self.kind in _OF_HIGHLIGHT else self

    @property
    def is_counted(self) -> bool:
        """Whether the row stands for something of its own that is listed."""
        return self.kind not in _NOT_COUNTED


_NOT_COUNTED = frozenset({RowKind.NOTE, RowKind.TAGS, RowKind.FOLD, RowKind.REMARK})
_OF_HIGHLIGHT = frozenset({RowKind.HIGHLIGHT, RowKind.NOTE, RowKind.TAGS})

PanelRow = Row[RowKey]
"""A row of a panel."""


def result_key(panel_id: str, number: int) -> RowKey:
    """The key of the row of the result with this index in what the panel lists."""
    return RowKey(RowKind.RESULT, panel_id, number)


def highlight_keys(highlight_id: str) -> tuple[RowKey, RowKey, RowKey]:
    """The keys of the rows of a highlight, of its note and of its tags."""
    return (
        RowKey(RowKind.HIGHLIGHT, highlight_id),
        RowKey(RowKind.NOTE, highlight_id),
        RowKey(RowKind.TAGS, highlight_id),
    )
