"""What the parts of an open article share; a plain object that knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.desk.jump_list import JumpList
from tui.desk.unsaved import UnsavedWords
from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.keys.keymap import keymap_of
from tui.settings.colours import Colour
from tui.settings.config import Config
from tui.settings.paths import Paths

if TYPE_CHECKING:
    from tui.analysis.results import Analysis, Entity
    from tui.analysis.service import AnalysisService
    from tui.corrections.corrected import CorrectionTarget, PlacedCorrection
    from tui.page.motions import Motions
    from tui.panels.findings import Findings
    from tui.panels.panel import Contents
    from tui.panels.row_keys import RowKey
    from tui.session.reading import Mark, ReadingSession
    from tui.store.anchors import Anchor
    from tui.store.database import Database


QUOTES_PANEL = "quotes"
"""The id of the panel whose rows know who speaks."""


class Arrival(NamedTuple):
    """Where to go in an article once its library is open; by default where reading stopped."""

    highlight_id: str | None = None
    """A highlight."""
    letter: str | None = None
    """The letter of a place."""
    anchor: Anchor | None = None
    """A passage."""


class DeskState:
    """The article, its results and its session, and how the reader has set the desk."""

    is_guest: bool = False
    """Whether library and analysis belong to the desk below."""

    database: Database | None = None
    session: ReadingSession | None = None
    library_trouble: str = ""
    """Why the library cannot be used; empty while it is open or being opened."""
    arrival: Arrival = Arrival()
    """Where to go once the library is open."""
    waits_for_first_mark: bool = False
    """Whether the questions stay out of the ledger until the text is kept."""

    service: AnalysisService | None = None
    findings: Findings | None = None
    """The analysis as it is shown; `None` before there is any."""
    shows_hidden: bool = False
    """Whether the panels list hidden rows."""
    folded: frozenset[str] = frozenset()
    """The groups of rows that are folded, of all panels."""
    listed_before: frozenset[CorrectionTarget] = frozenset()
    """Questions that are less sure today and were listed among the sure ones before."""
    shows_deleted: bool = False
    """Whether the panel of highlights lists the deleted ones, too."""

    selection_anchor: int | None = None
    """Where the selection was begun; `None` outside select mode."""
    left_article: str = ""
    """The source of the article over this one that `<` came back from: `>` opens it again."""
    last_colour: Colour = Colour.YELLOW
    """The colour of the next highlight."""
    encoding: str = ""
    """The encoding that the reader named for the source; empty where the bytes say it."""
    just_made: str | None = None
    """The id of the highlight the last key made: `h` again widens it."""
    letter: str = ""
    """The letter that ended the keys of the command that runs; empty for other commands."""
    _motions: Motions | None = None

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        """Begin to read an article.

        Args:
            article: What is read.
            paths: Where the library and the cache are.
            config: The reader's settings.
            private: Whether nothing may be written to disk.
        """
        self.article = article
        """What is read, with the facts that the reader has put right."""
        self.loaded = article
        """The same as it was loaded."""
        self.paths = paths
        self.config = config
        self.private = private
        self.keymap = keymap_of(config)
        self.unsaved = UnsavedWords()
        self.jumps = JumpList()
        self.read_as_english: set[str] = set()
        """Sources the reader has said to be English; one set for the program's run."""
        self.find_history: list[str] = []
        """Patterns the reader has searched for, the latest last; one list for the program's run."""
        self.shell_history: list[str] = []
        """Commands typed in this run, the latest last; all desks of the program share it."""

    # -- the text ---------------------------------------------------------------------

    @property
    def motions(self) -> Motions:
        """The motions over the article, prepared when the first key asks for them."""
        if self._motions is None:
            from tui.page.motions import Motions

            self._motions = Motions(self.article)
        return self._motions

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that holds `offset`, from 1."""
        return block_at(self.article.blocks, offset) + 1

    @property
    def is_selecting(self) -> bool:
        """Whether the moves of the cursor select."""
        return self.selection_anchor is not None

    # -- results ----------------------------------------------------------------------

    @property
    def analysis(self) -> Analysis | None:
        """The results as the reader has them; `None` before there are any."""
        return self.findings.analysis if self.findings else None

    def entity_at(self, offset: int) -> Entity | None:
        """The entity named or meant at an offset."""
        return self.findings.entities.at(offset) if self.findings else None

    @property
    def is_analysed(self) -> bool:
        """Whether the analysis covers the whole text."""
        return self.findings is not None and self.findings.is_whole

    @property
    def corrections(self) -> tuple[PlacedCorrection, ...]:
        """What the reader put right; empty until the library is open."""
        return self.session.corrections.placed if self.session else ()

    def row_keys_at(self, offset: int) -> frozenset[RowKey]:
        """The keys of the rows that belong to an offset, those of highlights left out."""
        findings = self.findings
        if findings is None:
            return frozenset()
        places = findings.places.touching(offset, offset + 1)
        return frozenset().union(*(findings.row_keys[place] for place in places))

    def speaker_at(self, *spans: Span) -> str | None:
        """Who says all words of a passage, if the analysis knows the whole text."""
        findings = self.findings
        if findings is None or not findings.is_whole:
            return None
        from tui.corrections.said_by import speaker_of

        quotes = findings.analysis.quotes
        numbers = {
            key.number
            for span in spans
            for place in findings.places.touching(span.start, span.end)
            for key in findings.row_keys[place]
            if key.ident == QUOTES_PANEL
        }
        near = [quotes[number] for number in sorted(numbers)]
        return speaker_of(near, self.article.readable, spans)

    def speaker_of_mark(self, mark: Mark) -> str | None:
        """Who says the words of a highlight; what it says itself before the whole text is known.

        A name that the reader gave to a quote in these words stays, also where an earlier
        version gave it to a highlight that holds more than the quote.
        """
        kept, findings = mark.highlight.speaker, self.findings
        if findings is None or not findings.is_whole:
            return kept
        found = self.speaker_at(*mark.parts)
        if found or not kept:
            return found
        if not findings.analysis.is_read:
            return kept
        from tui.corrections.said_by import set_by_hand

        return kept if kept in set_by_hand(self.corrections, *mark.parts) else None

    # -- highlights -------------------------------------------------------------------

    @property
    def marks(self) -> Sequence[Mark]:
        """The highlights in the text, in text order; empty until the library is open."""
        return self.session.marks if self.session else ()

    def marks_at(self, offset: int) -> Sequence[Mark]:
        """The highlights over `offset`, shortest first."""
        return self.session.marks_at(offset) if self.session else ()

    @property
    def contents(self) -> Contents:
        """What the panels list."""
        from tui.panels.panel import Contents

        contents = self.findings.contents if self.findings else Contents(self.article)
        session = self.session
        if session is None:
            return contents._replace(folded=self.folded)
        return contents._replace(
            folded=self.folded,
            highlights=session.marks,
            orphans=session.orphans,
            deleted=session.deleted if self.shows_deleted else (),
            parts_of_deleted=session.parts_of_deleted,
            colours=self.config.colours,
        )

    # -- one desk after another -------------------------------------------------------

    def share_with(self, guest: DeskState) -> None:
        """Lend library and analysis to the desk of an article that is opened over this one."""
        guest.database, guest.service, guest.is_guest = self.database, self.service, True

    def hand_over_to(self, new: DeskState) -> None:
        """Give library, analysis and settings to the desk with the changed text."""
        new.database, new.service = self.database, self.service
        new.is_guest, self.is_guest = self.is_guest, True
        new.last_colour = self.last_colour
        new.encoding = self.encoding
        self.unsaved.carry_over(new.unsaved, self.article, new.article)
