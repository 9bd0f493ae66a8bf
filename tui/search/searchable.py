"""What search needs to know of a mark and of a library, without knowing who keeps them.

The session's marks and the library, which lie above, fit these shapes as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from tui.documents.passage_parts import Parts
    from tui.store.criteria import Criterion, Sought
    from tui.store.documents import DocumentRecord
    from tui.store.highlight_records import Candidate, HighlightRecord
    from tui.store.highlight_rows import Highlight
    from tui.store.kept_words import KeptWords


class SearchableMark(Protocol):
    """A highlight where it stands in the open article."""

    @property
    def highlight(self) -> Highlight:
        """What was marked."""

    @property
    def parts(self) -> Parts:
        """Where its parts stand; nothing at the end of the text for one that stands nowhere."""

    @property
    def state(self) -> str:
        """How its place was found."""


class LostMark(NamedTuple):
    """A highlight without a certain place: it is found by its words, and stands nowhere."""

    highlight: Highlight
    """What was marked."""
    parts: Parts
    """Nothing, at the end of the text."""
    state: str = "orphan"
    """What `is:` says of it."""


class SearchableLibrary(Protocol):
    """All highlights the reader ever made."""

    def data_version(self) -> int:
        """A number that is another one after every change, whoever made it."""

    def highlight_vocabulary(self, after: int = 0) -> KeptWords:
        """The folded words of all quotes, notes, titles and speakers.

        Args:
            after: Only those that came after this one of `KeptWords.last`.
        """

    def candidate_highlights(self, steps: Sequence[Sought], limit: int) -> Sequence[Candidate]:
        """Highlights that have what is asked for, those that have it most nearly before others.

        Args:
            steps: From the nearest to the widest: what meets a step meets the last one.
            limit: At most so many, the newest of each step.
        """

    def candidate_words(self, keys: Sequence[int]) -> Sequence[Candidate]:
        """Some highlights as the index holds them.

        Args:
            keys: Their keys.
        """

    def highlights_by_key(self, keys: Sequence[int]) -> Sequence[tuple[int, HighlightRecord]]:
        """Some highlights with their keys, the newest first.

        Args:
            keys: Those of candidates.
        """

    def filtered_keys(
        self, criteria: Sequence[Sequence[Criterion]], limit: int
    ) -> tuple[Sequence[int], bool]:
        """The newest highlights that meet the criteria; whether all that do were looked for.

        Args:
            criteria: Groups of alternatives; without any, every highlight meets them.
            limit: At most so many.
        """

    def highlights_matching(
        self, matches: Callable[[str], bool], goes_on: Callable[[], bool], limit: int
    ) -> Sequence[HighlightRecord]:
        """The newest highlights whose words pass a test.

        Args:
            matches: The test.
            goes_on: Asked before each; whether to look further.
            limit: At most so many.
        """

    def highlight_tags(self) -> Sequence[str]:
        """Every tag of a highlight."""

    def documents(self) -> Sequence[DocumentRecord]:
        """All articles."""
