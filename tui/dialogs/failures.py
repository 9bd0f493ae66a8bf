"""Errors in threads are reported: nobody waits for what will not come."""

from __future__ import annotations

import logging

from textual.worker import Worker, WorkerState

from tui.errors import UNEXPECTED

_log = logging.getLogger(__name__)


def failure(event: Worker.StateChanged) -> str:
    """Log an unexpected error of a thread; the message for the reader, empty without one."""
    if event.state is not WorkerState.ERROR:
        return ""
    _log.error("work beside the screen failed", exc_info=event.worker.error)
    return UNEXPECTED


class ReportingFailures:
    """A dialog whose threads may fail."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report an unexpected error of a thread."""
        if reason := failure(event):
            self.show_failure(reason)

    def show_failure(self, reason: str) -> None:
        """Say why what was asked for will not come; nothing where it was only a help."""
