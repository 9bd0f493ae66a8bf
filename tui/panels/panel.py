"""A panel: one object that knows everything about a list beside the text.

The desk asks a panel for its rows, counts, reasons and passages and never what kind of panel
it is; a further panel is a further object in `PANELS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.panels.arrangement import count_behind
from tui.panels.row_keys import PanelRow, RowKey, RowKind

if TYPE_CHECKING:
    from tui.analysis.results import Analysis, Entity, Question, Quote
    from tui.corrections.corrected import Corrected
    from tui.corrections.corrected_results import CorrectedResults
    from tui.documents.passage_parts import Parts
    from tui.exchange.passage import Passage
    from tui.session.reading import Mark
    from tui.settings.config import ColourNames
    from tui.store.correction_rows import Subject
    from tui.store.highlight_rows import Highlight
    from tui.widgets.row_list import ListRow

    AnyCorrected = Corrected[Entity] | Corrected[Quote] | Corrected[Question]


SpeakerAt = Callable[[Span], "str | None"]
"""Who says the words of a passage; `None` when nobody or not known."""


class Origin(Enum):
    """Where the rows of a panel come from."""

    ANALYSIS = auto()
    """The results of the analysis; rows are made off the event loop."""
    LIBRARY = auto()
    """The library; rows are made when a highlight changes."""


class Contents(NamedTuple):
    """What there is to list: the article with its results and highlights as the reader has them."""

    article: Article
    """The open article."""
    results: CorrectedResults | None = None
    """The results with the corrections applied; `None` before there are any."""
    shown: Analysis | None = None
    """The results without the hidden ones."""
    listed: Analysis | None = None
    """What the panels list: the same, followed by the hidden ones where they are wanted."""
    is_whole: bool = False
    """Whether the results cover the whole text."""
    with_hidden: bool = False
    """Whether hidden rows are listed."""
    folded: frozenset[str] = frozenset()
    """The groups of rows that are folded, of all panels."""
    highlights: Sequence[Mark] = ()
    """The highlights in the text, in text order."""
    orphans: Sequence[Highlight] = ()
    """Highlights without a certain place."""
    deleted: Sequence[Highlight] = ()
    """Deleted highlights where they are wanted, the one deleted last first."""
    parts_of_deleted: Callable[[Highlight], Parts] = lambda _: ()
    """Where a deleted one stands in the text; empty for nowhere certain."""
    colours: ColourNames | None = None
    """What the reader calls the colours; `None` leaves their names out."""

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that holds `offset`, from 1."""
        return block_at(self.article.blocks, offset) + 1


class Order(NamedTuple):
    """An order in which a panel can be read."""

    name: str
    """What it is called for the reader."""
    sort_key: Callable[[PanelRow, Contents], Any] | None = None
    """What the rows are sorted by; `None` keeps the panel's own order."""
    group: Callable[[Sequence[PanelRow], Contents], Sequence[PanelRow]] | None = None
    """Puts the rows into groups of this order; `None` keeps the panel's own groups."""


def place_in_text(row: PanelRow, _: Contents) -> int:
    """Sorts rows by where they lead."""
    return row.span.start if row.span else 0


class Reasons(NamedTuple):
    """Why a row is listed."""

    title: str
    """What the row is."""
    rows: tuple[ListRow, ...]
    """The rule and the words behind it, each with its place."""


class Panel:
    """What one panel lists, in which orders, and what the keys can learn of its rows."""

    id: str
    """Its name in the configuration and in widget ids; also its short name, unless it has one."""
    name: str = ""
    """Its short name; empty for its id."""
    number: int
    """Its key."""
    title: str
    """Its title."""
    shortest: str
    """Its name where there is hardly any room."""
    origin: Origin = Origin.ANALYSIS
    """Where its rows come from."""
    waiting: str = "reading…"
    """What it says before there are rows."""
    empty: str
    """What it says when there is nothing to list."""
    lines_per_row: int = 1
    """Lines of each of its rows."""
    orders: tuple[Order, ...]
    """Its orders; the rows come in the first one."""
    folded: frozenset[str] = frozenset()
    """Groups that are folded until the reader opens them, and keep a row of their own."""
    hides_folded: bool = False
    """Whether the text and its map show nothing of what is folded away."""
    thing: str
    """What the steps of this panel are called ("no entity after this place")."""
    subject: Subject | None = None
    """The kind of result it lists; `None` where its rows are no results."""
    works: frozenset[str] = frozenset()
    """Commands for rows that do something in this panel, besides those of every panel."""

    def nothing(self, key: Callable[[str], str]) -> str:
        """What it says when there is nothing to list.

        Args:
            key: The key that runs a command, as the reader sees it.
        """
        return self.empty

    # -- what it lists ----------------------------------------------------------------

    def rows(self, contents: Contents) -> tuple[PanelRow, ...]:
        """Its rows in its first order."""
        raise NotImplementedError

    def fold_words(self, group: str, count: int) -> str:
        """What the row of a group says, folded or not."""
        return count_behind(group, count)

    def counts(self, contents: Contents) -> str:
        """What its border says about them; empty while that is not known."""
        raise NotImplementedError

    def layers(self, contents: Contents) -> Mapping[str, Iterable[Span]]:
        """What it paints over the text, by layer; each layer belongs to one panel."""
        return {}

    def layers_at(
        self, offset: int, keys: Set[RowKey], contents: Contents
    ) -> Mapping[str, Iterable[Span]]:
        """What it paints over the text because the cursor is there, by layer.

        Args:
            offset: Where the cursor is.
            keys: The rows that belong there.
            contents: What there is to list.
        """
        return {}

    def places(self, contents: Contents) -> Iterable[tuple[Span, RowKey]]:
        """Which row is lit by which place in the text."""
        return ()

    def steps(self, contents: Contents) -> Sequence[Span]:
        """Where its steps (`] e`) lead, in any order."""
        return [span for span, _ in self.places(contents)]

    def on_ribbon(self, contents: Contents) -> Iterable[tuple[Span, str, str]]:
        """What it puts on the map of the article: place, kind and colour of each mark.

        Of a kind that is shown only in part, what weighs most comes first.
        """
        return ()

    # -- what is asked about a row ----------------------------------------------------

    def result(self, key: RowKey, contents: Contents) -> AnyCorrected | None:
        """The result that a row stands for; `None` when it stands for none."""
        rows = self.results(contents)
        is_one = key.kind is RowKind.RESULT and key.ident == self.id
        return rows[key.number] if is_one and 0 <= key.number < len(rows) else None

    def results(self, contents: Contents) -> Sequence[AnyCorrected]:
        """The results in the order of their rows, the hidden ones at their end."""
        return ()

    def reasons(self, key: RowKey, contents: Contents) -> Reasons | None:
        """Why a row is listed; `None` when `remark` says it in a sentence."""
        return None

    def remark(self, key: RowKey, contents: Contents) -> str:
        """Why a row without reasons is listed, as a sentence."""
        return ""

    def passage(
        self, key: RowKey, contents: Contents, speaker_at: SpeakerAt
    ) -> tuple[str, Passage] | None:
        """What copying the row copies and what that is called; `None` for its place's words."""
        return None

    def shows_evidence(self) -> bool:
        """Whether the place of a row is painted as evidence while the row is looked at."""
        return True
