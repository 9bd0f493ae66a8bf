"""What search needs to know of a mark and of a library, without knowing who keeps them.

The session's marks and the library, which lie above, fit these shapes as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.documents.article import Span
    from tui.store.finding import HighlightRecord
    from tui.store.highlights import Highlight


class SearchableMark(Protocol):
    """A highlight where it stands in the open article."""

    @property
    def highlight(self) -> Highlight:
        """What was marked."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def state(self) -> str:
        """How its place was found."""


class SearchableLibrary(Protocol):
    """All highlights the reader ever made."""

    def data_version(self) -> int:
        """A number that is another one after every change, whoever made it."""

    def highlight_vocabulary(self) -> Sequence[str]:
        """The folded words of all quotes, notes, titles and speakers."""

    def candidate_highlights(
        self, groups: Sequence[Sequence[str]], limit: int
    ) -> Sequence[HighlightRecord]:
        """The newest highlights in which every group has a word.

        Args:
            groups: The alternatives for each typed word; without any group every
                highlight is a candidate.
            limit: At most so many.
        """
