"""Mistakes in threads are told: nobody waits for what will not come."""

from __future__ import annotations

import logging

from textual.worker import Worker, WorkerState

from tui.errors import UNEXPECTED

_log = logging.getLogger(__name__)


class TellingFailures:
    """A part of a screen or program whose threads may fail."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Log and tell what a thread did not expect."""
        if event.state is WorkerState.ERROR:
            _log.error("work beside the screen failed", exc_info=event.worker.error)
            self.show_failure(UNEXPECTED)

    def show_failure(self, reason: str) -> None:
        """Say why what was asked for will not come; nothing where it was only a help."""
