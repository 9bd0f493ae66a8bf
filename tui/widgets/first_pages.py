"""The first pages of a text that is still being read, where its article will show them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from tui.documents.article import Article
from tui.widgets.article_view import ArticleView
from tui.widgets.rooms import side_size


class FirstPages(Container):
    """A text to look at, laid out as the body of the desk is."""

    def __init__(self, article: Article, *, measure: int, side: int | None) -> None:
        """Show a text.

        Args:
            article: The first pages.
            measure: The widest a line may be, in cells.
            side: The columns that the reader wants for the panels; `None` for the usual ones.
        """
        # By this name the style sheet lays the body of the desk out; disabled, because the
        # mouse would put a cursor into a text that is about to go.
        super().__init__(id="body", disabled=True)
        self._article = article
        self._measure = measure
        self._wanted_side = side
        self._side = Container(id="side")

    def compose(self) -> ComposeResult:
        """The text, and room for the map and the panels."""
        yield _Unread(self._article, measure=self._measure, id="article")
        yield Container(id="no-map")
        yield self._side

    def on_mount(self) -> None:
        """Leave the panels the room they will take."""
        self.lay_out(self.app.size)

    def lay_out(self, window: Size) -> None:
        """Leave them as much in a window of another size."""
        self._side.styles.height, self._side.styles.width = side_size(window, self._wanted_side)


class _Unread(ArticleView, can_focus=False, inherit_bindings=False):
    """An article without a cursor: no key moves anything in it yet."""

    def begin_at(self, cursor: int) -> None:
        """Begin nowhere."""

    def _place_cursor(self) -> None:
        self.painted.pop("cursor", None)
