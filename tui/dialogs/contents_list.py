"""The contents of a text: its chapters, headings and pages, to go to one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dialogs.choice import ChoiceScreen, Option


class ContentsScreen(ChoiceScreen):
    """A fuzzy list that begins where the reader is; the answer is the number of an entry."""

    PLACEHOLDER = "some letters of a heading, or a page"

    def __init__(self, entries: Sequence[Option], here: int) -> None:
        """List the contents.

        Args:
            entries: The entries in text order.
            here: The number of the one in which the reader is.
        """
        super().__init__("Contents", entries)
        self._here = here

    def fill(self, query: str) -> None:
        """List what answers to the query; without one, from where the reader is."""
        super().fill(query)
        if not query.strip():
            self.hits.cursor = self._here
        else:
            self.hits.state_text = f"Nothing here is called “{' '.join(query.split())}”."
