"""The text of the article: wrapped, painted and scrolled line by line.

The view holds no meaning: its screen says which spans lie in which layer and what the
keys do; the view draws the rows that are visible and reports what the mouse did.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.documents.article import Article, Span, TextStyle
from tui.page.line_map import LineMap
from tui.widgets.article_rows import GUTTER, Label, row_strip
from tui.widgets.field_message import FieldMessage
from tui.widgets.looks import Painted
from tui.widgets.painting import SpanIndex
from tui.widgets.pointing import Pointing

FIRST_BLOCKS = 500
"""Blocks wrapped for the first paint: each takes a row at least, no screen has more."""
MANY = 200
"""Changed spans beyond which the rows of those out of sight are not looked for one by one."""
SCROLL_OFF = 3
"""Rows kept visible above and below the cursor, as in vim."""


class ArticleView(Painted, Pointing, can_focus=True, inherit_bindings=False):
    """The article, its reading cursor and its selection."""

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False)
    """The offset the reading cursor stands on."""
    measure: reactive[int] = reactive(66, repaint=False)
    """The widest a line may be, in cells."""
    selection: reactive[Span | None] = reactive(None, repaint=False)
    """What is selected; `None` outside select mode."""
    labels: reactive[tuple[Label, ...]] = reactive((), repaint=False)
    """The labels over the text; wrapping it anew takes them off."""

    class CursorMoved(FieldMessage):
        """The reading cursor stands somewhere else."""

        offset: int
        """Where it stands now."""

    class Rewrapped(Message):
        """The text was wrapped anew: rows and the visible part have changed."""

    class Scrolled(Message):
        """Another part of the text is visible."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest one matters."""
            return isinstance(message, ArticleView.Scrolled)

    def __init__(self, article: Article, *, measure: int = 66, id: str | None = None) -> None:  # noqa: A002
        """Show an article.

        Args:
            article: What to show.
            measure: The widest a line may be, in cells.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.article = article
        self.lines = LineMap("", (), measure)
        self.painted: dict[str, SpanIndex] = {"aside": SpanIndex(article.asides)}
        styled: dict[str, list[Span]] = {}
        for start, end, style, _ in article.styles:
            # The name of a field is set like other words of weight.
            layer = TextStyle.STRONG if style is TextStyle.FIELD else style
            styled.setdefault(layer.value, []).append(Span(start, end))
        if headline := article.headline:
            # Set off by its weight alone: an underline says that something is open, or a link.
            styled["headline"] = [headline]
            titles = styled.get(TextStyle.TITLE.value, [])
            styled[TextStyle.TITLE.value] = [span for span in titles if span != headline]
        self.painted |= {style: SpanIndex(spans) for style, spans in styled.items()}
        self._strips: dict[int, Strip] = {}
        self._labelled: dict[int, list[Label]] = {}
        self.text_left = GUTTER
        self.scroll_off = SCROLL_OFF
        self.repainted_rows: list[int] = []
        self._drawn_from = 0
        self.set_reactive(ArticleView.measure, measure)
        if article.blocks:
            self.set_reactive(ArticleView.cursor, article.first_place)
            self.painted["cursor"] = SpanIndex([Span(self.cursor, self.cursor + 1)])

    def begin_at(self, cursor: int) -> None:
        """Put the cursor somewhere before the text is drawn for the first time."""
        cursor = self.validate_cursor(cursor)
        self.set_reactive(ArticleView.cursor, cursor)
        self.painted["cursor"] = SpanIndex([Span(cursor, cursor + 1)])

    # -- wrapping ---------------------------------------------------------------------

    def on_resize(self) -> None:
        """Wrap to the new width, keeping the cursor on its row of the screen."""
        self.rewrap()

    def watch_measure(self) -> None:
        """Wrap to the measure the reader chose."""
        self.rewrap()

    def _wrap(self, *, only_first: bool = False) -> bool:
        """Wrap the text to the width there is; `False` while there is none.

        Args:
            only_first: Wrap no more than the first paint can show.
        """
        room = self.scrollable_content_region.width
        if room <= 0:
            return False
        width = max(8, min(self.measure, room - GUTTER - 1))
        self.text_left = max(0, (room - GUTTER - width) // 2) + GUTTER
        blocks = self.article.blocks[:FIRST_BLOCKS] if only_first else self.article.blocks
        is_same = self.lines.text is self.article.text and len(self.lines.blocks) == len(blocks)
        if width != self.lines.width or not is_same:
            self.lines = LineMap(self.article.text, blocks, width)
            # The cursor covers a whole cluster, which only the line map knows.
            self._place_cursor()
        return True

    def rewrap(self) -> None:
        """Wrap the text to the width there is; the cursor keeps its row of the screen."""
        is_first = self.lines.text is not self.article.text
        screen_row = self.lines.row_of(self.cursor) - self.scroll_offset.y - self._drawn_from
        if not self._wrap():
            return
        self._drawn_from = 0
        if is_first:
            screen_row = self.lines.row_of(self.cursor) - self.first_top()
        self.labels = ()
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, self.lines.height)
        top = max(0, self.lines.row_of(self.cursor) - max(0, screen_row))
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.reveal(self.cursor)
        self.refresh()
        self.post_message(self.Rewrapped())

    def first_top(self) -> int:
        """The row to begin the screen with where reading begins: the start, if both fit there."""
        row = self.lines.row_of(self.cursor)
        return 0 if row <= self.rows_visible // 2 else row - SCROLL_OFF

    # -- layers -----------------------------------------------------------------------

    def paint(self, layer: str, spans: Iterable[Span] | SpanIndex) -> None:
        """Replace the spans of a layer and redraw the rows that change, no others."""
        old = self.painted.get(layer, SpanIndex())
        new = spans if isinstance(spans, SpanIndex) else SpanIndex(spans)
        self.painted[layer] = new
        changed = set(old.spans) ^ set(new.spans)
        if len(changed) > MANY:
            changed = self._in_sight(changed)
        self.redraw_rows(row for span in changed for row in self.lines.spans_by_row(span))

    def paint_once(self, layer: str, spans: Iterable[Span]) -> bool:
        """Replace the spans of a layer if it has others; whether it had."""
        index, wanted = self.painted.get(layer), tuple(sorted(set(spans)))
        if (index.spans if index else ()) == wanted:
            return False
        self.paint(layer, wanted)
        return True

    def _in_sight(self, spans: set[Span]) -> set[Span]:
        """The spans on the screen; every row that is out of sight is forgotten."""
        seen = self.visible_rows
        self._strips = {row: strip for row, strip in self._strips.items() if row in seen}
        first, after = text_in_sight(self)
        return {span for span in spans if span.start < after and span.end > first}

    def redraw_rows(self, rows: Iterable[int]) -> None:
        """Draw some rows again, those out of sight when they come into it."""
        top, height = self.scroll_offset.y + self._drawn_from, self.rows_visible
        in_sight: set[int] = set()
        for row in rows:
            self._strips.pop(row, None)
            if 0 <= row - top < height:
                in_sight.add(row - top)
        if in_sight:
            # All at once: mentions that light with the cursor have many rows.
            self.refresh(*(Region(0, row, self.size.width, 1) for row in in_sight))

    def watch_labels(self, old: tuple[Label, ...], new: tuple[Label, ...]) -> None:
        """Redraw the rows whose labels change, no others."""
        changed = {label.offset for label in set(old) ^ set(new)}
        self._labelled = {}
        lines = self.lines
        for label in new:
            self._labelled.setdefault(lines.row_of(label.offset), []).append(label)
        self.redraw_rows(lines.row_of(offset) for offset in changed)

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme."""
        super().notify_style_update()
        self._strips.clear()

    # -- drawing ----------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one visible row."""
        if self.lines.text is not self.article.text:
            # The first paint comes before the first `Resize`, which wraps the whole text; a
            # book takes longer to wrap than its first page to show.
            self._wrap(only_first=True)
            self._drawn_from = self.first_top()
        number = y + self.scroll_offset.y + self._drawn_from
        strip = self._strips.get(number)
        if strip is None:
            strip = row_strip(
                self.lines,
                number,
                self.painted,
                self._labelled.get(number, ()),
                self.look,
                left=self.text_left,
                width=self.scrollable_content_region.width,
            )
            if len(self._strips) > 4096:
                self._strips.clear()
            self._strips[number] = strip
            self.repainted_rows.append(number)
            del self.repainted_rows[:-512]
        return strip

    # -- cursor and scrolling ---------------------------------------------------------

    def validate_cursor(self, offset: int) -> int:
        """Keep the cursor inside the text."""
        blocks = self.article.blocks
        if not blocks:
            return 0
        return max(blocks[0].start, min(offset, blocks[-1].end - 1))

    def watch_cursor(self) -> None:
        """Draw the cursor where it is and bring it into view."""
        self._place_cursor()
        self.reveal(self.cursor, margin=self.scroll_off)
        self.post_message(self.CursorMoved(self.cursor))

    def _place_cursor(self) -> None:
        end = self.cursor + 1
        row = self.lines.row_of(self.cursor)
        for cluster in () if self.lines.is_plain(row) else self.lines.clusters(row):
            if cluster.start <= self.cursor < cluster.end:
                end = cluster.end
        self.paint("cursor", [Span(self.cursor, end)])

    def watch_selection(self, selection: Span | None) -> None:
        """Draw the selection."""
        self.paint("selection", [selection] if selection else [])

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Announce to ribbon and status row that another part is visible."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def reveal(self, offset: int, *, end: int | None = None, margin: int = SCROLL_OFF) -> None:
        """Scroll as little as needed to show `offset` (and, where it fits, up to `end`)."""
        for place in ([end - 1] if end else []) + [offset]:
            for rows in self.lines.show(place):
                self.redraw_rows(rows)
        first = self.lines.row_of(offset)
        last = max(first, self.lines.row_of(max(offset, end - 1)) if end else first)
        margin = min(margin, max(0, (self.rows_visible - 1) // 2))
        top, height = self.scroll_offset.y, self.rows_visible
        if last + margin >= top + height:
            top = last + margin - height + 1
        if first - margin < top:
            top = first - margin
        self.scroll_rows_to(top)

    def reveal_above(self, span: Span, covered: int) -> None:
        """Scroll as little as needed to show a passage above the lowest `covered` rows."""
        first = self.lines.row_of(span.start)
        last = self.lines.spans_by_row(span).stop - 1
        room = max(1, self.rows_visible - covered)
        top = self.scroll_offset.y
        if last >= top + room:
            top = last - room + 1
        # A passage longer than the room shows its beginning; the last rows of the text may
        # have to stand higher than its end allows.
        top = min(top, first)
        height = max(self.lines.height, top + self.rows_visible)
        if height != self.virtual_size.height:
            self.virtual_size = Size(self.virtual_size.width, height)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def uncover(self) -> None:
        """Undo what `reveal_above` did past the end of the text."""
        self.virtual_size = Size(self.virtual_size.width, self.lines.height)
        self.scroll_rows_to(self.scroll_offset.y)


def text_in_sight(view: ArticleView) -> Span:
    """What of the text is on the screen now; nothing while none of it is."""
    rows = [row for row in map(view.lines.row, view.visible_rows) if row]
    return Span(rows[0].start, rows[-1].end) if rows else Span(0, 0)
