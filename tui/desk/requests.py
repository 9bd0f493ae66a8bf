"""What the desk asks of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from tui.documents.article import Article
from tui.widgets.field_message import FieldMessage

if TYPE_CHECKING:
    from tui.desk.screen import ReaderScreen
    from tui.desk.state import Arrival


class ReadingPlace(NamedTuple):
    """Where a reader was: cursor and screen."""

    cursor: int
    """The offset of the reading cursor."""
    top: int
    """The offset at which the topmost row with text begins."""
    top_is_blank: bool
    """Whether a blank row stood above that one on the screen."""


class ArticleRequested(FieldMessage):
    """The reader wants to read another article."""

    source: str
    """Its source, as the library knows it."""
    arrival: Arrival
    """Where to go in it."""


class ChangedText(NamedTuple):
    """What the source of an open article holds now."""

    article: Article
    """The new text."""
    said: str
    """What to tell the reader about it."""
    place: ReadingPlace
    """Where the reader is, in the new text."""
    jumps: tuple[int, ...]
    """The places that `<` leads back to, in the new text."""


class ArticleChanged(FieldMessage):
    """The source of an open article holds another text now."""

    desk: ReaderScreen
    """The desk it is open on."""
    changed: ChangedText
    """What its source holds."""


class MeasureChanged(FieldMessage):
    """The reader chose another measure; articles opened after this one have it, too."""

    measure: int
    """The widest a line may be, in cells."""


class ThemeChosen(FieldMessage):
    """The reader chose a theme; it is in force already."""

    name: str
    """Its name."""


class QuitRequested(FieldMessage):
    """The reader wants to leave an article that lies over another one."""

    is_whole: bool
    """Whether to leave the program, whatever lies below; else `>` comes here again."""


class LedgerChanged(Message):
    """The ledger has decided about a question, which may be one of an article below."""
