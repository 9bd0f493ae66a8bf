"""A desk without a terminal: the text wrapped as it would be, and notes of what parts ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from tui.desk.state import DeskState
from tui.desk.surface import Occasion, Surface
from tui.documents.article import Article, Span
from tui.documents.loading import from_text
from tui.keys.commands import Mode
from tui.page.line_map import LineMap
from tui.settings.config import Config

if TYPE_CHECKING:
    from tui.settings.paths import Paths


class FakeView:
    """The article on a screen of so many rows."""

    def __init__(self, article: Article, *, width: int = 40, rows: int = 10) -> None:
        self.lines = LineMap(article.text, article.blocks, width)
        self.cursor = article.first_place
        self.selection: Span | None = None
        self.painted: dict[str, tuple[Span, ...]] = {}
        self.rows_visible = rows
        self.top = 0

    @property
    def visible_rows(self) -> range:
        return range(self.top, min(self.lines.height, self.top + self.rows_visible))

    def reveal(self, offset: int, *, end: int | None = None) -> None:
        row = self.lines.row_of(offset)
        if row not in self.visible_rows:
            self.scroll_rows_to(row)

    def scroll_rows_to(self, top: int) -> None:
        self.top = max(0, min(top, self.lines.height - self.rows_visible))

    def paint(self, layer: str, spans: Iterable[Span]) -> None:
        self.painted[layer] = tuple(spans)


class FakeSurface:
    """What parts asked of the screen."""

    def __init__(self, view: FakeView) -> None:
        self.view = view
        self.said: list[str] = []
        self.reacted: list[Occasion] = []
        self.posted: list[object] = []
        self.is_narrow = False
        self.mode = Mode.TEXT

    @property
    def lines(self) -> LineMap:
        return self.view.lines

    def key(self, command_id: str) -> str:
        return f"<{command_id}>"

    def say(self, text: str, *, warning: bool = False) -> None:
        self.said.append(text)

    def update_status(self) -> None:
        """Nothing to draw on."""

    def react(self, occasion: Occasion) -> None:
        self.reacted.append(occasion)

    def post(self, message: object) -> None:
        self.posted.append(message)

    def in_loop(self, work: Callable[..., object], *args: Any) -> None:
        work(*args)


class FakeDesk:
    """State and surface over a text."""

    def __init__(self, text: str, *, width: int = 40, rows: int = 10) -> None:
        self.article = from_text(text, "/nowhere/article.txt")
        self.state = DeskState(
            self.article, paths=cast("Paths", None), config=Config(), private=True
        )
        self.view = FakeView(self.article, width=width, rows=rows)
        self.asked = FakeSurface(self.view)

    @property
    def surface(self) -> Surface:
        return cast(Surface, self.asked)

    def words(self, spans: Sequence[Span]) -> list[str]:
        return [self.article.text[span.start : span.end] for span in spans]

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))
