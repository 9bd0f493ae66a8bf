"""Reading the source again: a text that has changed takes the place of the one on the desk."""

from __future__ import annotations

from textual import work

from tui.desk.base import ReadingPlace
from tui.desk.finding import Finding
from tui.documents.article import Article, Span
from tui.errors import SourceError
from tui.widgets.article_view import ArticleView
from tui.widgets.field_message import FieldMessage
from tui.widgets.painting import SpanIndex

_AROUND = 80
"""Code points that stand for a place, to find it in the changed text."""


class Rereading(Finding):
    """What becomes of the open article when its source has changed."""

    class Reread(FieldMessage):
        """The source was read again."""

        said: str
        """What to tell the reader about it."""
        article: Article | None = None
        """What it holds now; `None` when that is what is open, or it cannot be read."""
        place: ReadingPlace | None = None
        """Where the reader is, in the new text."""
        jumps: tuple[int, ...] = ()
        """The places that `<` leads back to, in the new text."""

    place_to_keep: ReadingPlace | None = None
    """Where the reader was in the text before this one."""
    _new_revision: Reread | None = None
    """A changed text that waits for the dialog over the desk to be closed."""

    def on_mount(self) -> None:
        """Begin where the reader was in the text before this one."""
        if self.place_to_keep is not None:
            cursor = self.view.validate_cursor(self.place_to_keep.cursor)
            self.view.set_reactive(ArticleView.cursor, cursor)
            self.view.painted["cursor"] = SpanIndex([Span(cursor, cursor + 1)])
            # The text has no rows yet; it is scrolled once it is wrapped.
            self.place_to_return_to = self.place_to_keep

    def reread(self) -> None:
        """Read the source again; the answer arrives as a message."""
        self._reread(self.place_here(), tuple(self.jumps.places))

    @work(thread=True, exclusive=True, exit_on_error=False, group="reread")
    def _reread(self, place: ReadingPlace, jumps: tuple[int, ...]) -> None:
        from tui.documents.loading import load
        from tui.documents.source import Source

        old = self.article
        if not Source.parse(old.source).can_be_read_again:
            self.post_message(self.Reread("a pipe cannot be read again"))
            return
        try:
            new = load(old.source)
        except SourceError as error:
            self.post_message(self.Reread(f"{error.message}; the text stays as it was"))
            return
        if _is_same(old, new):
            self.post_message(self.Reread("the source has not changed"))
            return
        offsets = carried(old, new, (place.cursor, place.top, *jumps))
        kept = ReadingPlace(offsets[0], offsets[1], place.top_is_blank)
        said = "the source has changed; this is what it says now"
        self.post_message(self.Reread(said, new, kept, tuple(offsets[2:])))

    def replace_article(self, reread: Reread) -> None:
        """Put the new text in the place of this one, once no dialog lies over the desk."""
        if self.app.screen is not self:
            self._new_revision = reread
            return
        self._new_revision = None
        if reread.article is not None:
            self.post_message(
                self.ArticleChanged(self, reread.article, reread.said, reread.place, reread.jumps)
            )

    def on_screen_resume(self) -> None:
        """Show the new text that waited."""
        if self._new_revision is not None:
            self.replace_article(self._new_revision)


def _is_same(old: Article, new: Article) -> bool:
    """Whether a reader would see no difference."""
    facts = [(each.text, each.title, each.published, each.byline) for each in (old, new)]
    return facts[0] == facts[1] and old.styles == new.styles


def carried(old: Article, new: Article, offsets: tuple[int, ...]) -> list[int]:
    """Places of a text in the text it became; where one is lost, one about as far in it."""
    from tui.store.anchors import describe
    from tui.store.placement import Placement

    placement = Placement(new, {old.text_hash: old.text})
    length = len(old.text)
    anchors = [describe(old.text, at, min(length, at + _AROUND), old.text_hash) for at in offsets]
    return [placement.near(anchor) for anchor in anchors]
