"""The log file: what a developer needs to know and a reader never sees."""

from __future__ import annotations

import io
import logging
import os
from pathlib import Path

from tui.documents.sanitising import sanitise_line
from tui.settings.paths import make_private_folder, paths

LARGEST_LOG = 1_000_000
"""Bytes after which the log is turned over; two older ones are kept."""


class _PrivateLog(logging.Handler):
    """A rotating file that only its owner can read and whose failure disturbs nobody.

    The file, and the module that turns it over, come with the first record: most
    readings have none, and the desk must not wait for either.
    """

    _file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; one that cannot be written is lost without a word."""
        try:
            if self._file is None:
                self._file = _rotating_file(paths().log)
            self._file.handle(record)
        except OSError:
            return


def _rotating_file(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    class PrivateFile(RotatingFileHandler):
        def _open(self) -> io.TextIOWrapper:
            make_private_folder(Path(self.baseFilename).parent)
            handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            return os.fdopen(handle, "a", encoding="utf-8")

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
            """Lose the record: Python would print a traceback across the desk."""

    file = PrivateFile(path, maxBytes=LARGEST_LOG, backupCount=2, encoding="utf-8")
    file.setFormatter(
        logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
    )
    return file


def start_logging(*, private: bool = False) -> None:
    """Send log records and Python's warnings to the rotating file, never to the screen.

    The file is made with the first record. Private reading leaves no trace, so it has no
    log either.

    Args:
        private: Log nothing at all.
    """
    logging.captureWarnings(True)
    handler: logging.Handler = logging.NullHandler() if private else _PrivateLog()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)


def details_clause() -> str:
    """Where the details of a failure are, as the end of a sentence."""
    if any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger().handlers):
        return "private reading keeps no log; without --private it would hold the details"
    return f"the details are in {paths().log}"


def record_crash(error: Exception) -> str:
    """Write an unexpected error with its traceback to the log.

    Returns:
        The sentence for the reader.
    """
    if not logging.getLogger().handlers:
        start_logging()
    logging.getLogger("tui").error("unexpected error", exc_info=error)
    reason = sanitise_line(f"{type(error).__name__}: {error}", limit=120)
    return f"something unexpected went wrong ({reason}); {details_clause()}"
