"""What can go wrong in a way the reader should be told."""

from __future__ import annotations

MENDS = "closeread doctor says what can be saved"
"""What to do about a library that is damaged."""
SEE_LOG = "closeread paths names the log with the details"
"""What to do about a mistake of the program itself."""
UNEXPECTED = f"something unexpected went wrong; {SEE_LOG}"
"""Said of one in work that the reader does not see; everything else goes on."""


class ClosereadError(Exception):
    """A failure with a sentence for the reader: what, why, and what to do.

    Raised narrow, caught at the edges (the command line, a worker's boundary, a
    handler of the desk), and shown; never a traceback.
    """

    title = "Something went wrong"

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the parts apart, so that each edge can lay them out its own way.

        Args:
            message: One clause that names the thing and the reason.
            hint: What the reader can do about it; empty when there is nothing to do.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """The parts as one line of text."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class SourceError(ClosereadError):
    """An article could not be read from its source."""

    title = "Cannot open"


class CancelledError(SourceError):
    """The reader did not want to wait."""


class StoreError(ClosereadError):
    """The library could not be read or written."""

    title = "The library"


class LibraryGoneError(StoreError):
    """There was a library, and it is not there: the reader decides, not the program."""


class AnalysisError(ClosereadError):
    """The analysis could not be run or stopped on the way."""

    title = "The analysis"
