"""What the library holds, with what is still on its way to it laid over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tui.store.stored_record import Rows, StoredRecord

Edit = Callable[[StoredRecord | None], StoredRecord | None]
"""A change of one record; applied again to whatever the library turns out to hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Uncommitted:
    """A change that is drawn and not yet committed."""

    edits: Mapping[str, Edit]
    """What it does, by record."""


class Overlay:
    """Records as the reader sees them. Not thread-safe."""

    def __init__(self, committed: Iterable[StoredRecord]) -> None:
        """Begin with what the library holds."""
        self._committed: dict[str, StoredRecord] = {record.id: record for record in committed}
        self._rows = dict(self._committed)
        self._pending: list[Uncommitted] = []
        self.version = 0
        """Raised with every change, so that what was drawn before one is known to be old."""

    @property
    def rows(self) -> Mapping[str, StoredRecord]:
        """Records by id, pending changes included."""
        return self._rows

    @property
    def pending_count(self) -> int:
        """Changes on their way."""
        return len(self._pending)

    def pending_ids(self) -> frozenset[str]:
        """Records with a change on its way."""
        return frozenset(ident for pending in self._pending for ident in pending.edits)

    def add(self, pending: Uncommitted) -> None:
        """Lay a change over."""
        self._pending.append(pending)
        self._recompute(pending.edits)

    def settle(self, pending: Uncommitted, rows: Rows) -> None:
        """End a change, committed or refused.

        Args:
            pending: The change.
            rows: What the library now holds, as far as it reported; `None` for a
                record it does not hold.
        """
        self._pending.remove(pending)
        for ident, record in rows.items():
            if record is None:
                self._committed.pop(ident, None)
            else:
                self._committed[ident] = record
        self._recompute({**pending.edits, **rows})

    def renew(self, committed: Iterable[StoredRecord]) -> bool:
        """Take over what the library holds now; whether that is something else than before."""
        held = {record.id: record for record in committed}
        if held == self._committed:
            return False
        touched = {*held, *self._committed}
        self._committed = held
        self._recompute(touched)
        return True

    def _recompute(self, idents: Iterable[str]) -> None:
        self.version += 1
        for ident in idents:
            record = self._committed.get(ident)
            for pending in self._pending:
                if ident in pending.edits:
                    record = pending.edits[ident](record)
            if record is None:
                self._rows.pop(ident, None)
            else:
                self._rows[ident] = record
