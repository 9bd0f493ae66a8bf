"""Moving through the text: by unit, by page, from one thing to the next, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from tui.desk.base import DeskScreen
from tui.documents.article import Span
from tui.page.motions import selecting_motions, text_motions
from tui.widgets.article_view import SCROLL_OFF, ArticleView


class Moving(DeskScreen):
    """The commands of the groups Move and Step."""

    _goal_column: int | None = None
    _dragged_unit: Callable[[int], Span] | None = None
    """What a drag selects by; `None` for characters."""
    _pressed_unit: Span = Span(0, 0)
    """The word or sentence on which such a drag began."""

    def run_motion(self, command_id: str) -> bool:
        """Move by a unit of the text, if `command_id` asks for that."""
        table = text_motions if self.selection_anchor is None else selecting_motions
        motion = table(self.motions, self.lines).get(command_id)
        if motion is None:
            return False
        is_jump = command_id in ("text.top", "text.bottom")
        if is_jump and self.selection_anchor is None:
            self.record_jump()
        self.move_cursor(motion(self.view.cursor))
        if command_id == "text.top":
            self.view.scroll_rows_to(0)
        return True

    def move_cursor(self, offset: int, *, keep_column: bool = False) -> None:
        """Put the cursor somewhere; in select mode the selection goes along."""
        if not keep_column:
            self._goal_column = None
        self.view.cursor = offset
        if self.selection_anchor is not None:
            self.extend_selection()

    def extend_selection(self) -> None:
        """Select from the anchor to the cursor, both included."""
        if self.selection_anchor is None:
            return
        start = min(self.selection_anchor, self.view.cursor)
        last = max(self.selection_anchor, self.view.cursor)
        end = last + 1
        for cluster in self.lines.clusters(self.lines.row_of(last)):
            if cluster.start <= last < cluster.end:
                end = cluster.end
        self.view.selection = Span(start, end)

    def _move_rows(self, rows: int) -> None:
        if self._goal_column is None:
            self._goal_column = self.lines.column_of(self.view.cursor)
        offset = self.motions.line(self.lines, self.view.cursor, rows, self._goal_column)
        self.move_cursor(offset, keep_column=True)

    def command_line_next(self) -> None:
        """Move one row down."""
        self._move_rows(1)

    def command_line_previous(self) -> None:
        """Move one row up."""
        self._move_rows(-1)

    def _move_page(self, rows: int) -> None:
        """Scroll by `rows` and keep the cursor on its row of the screen, off the edges."""
        view = self.view
        top = view.scroll_offset.y
        view.scroll_rows_to(top + rows)
        moved = view.scroll_offset.y - top
        if not moved:
            # At an end of the text the page does not turn; then the cursor goes to that end.
            self._move_rows(rows)
            return
        here = self.lines.row_of(view.cursor)
        margin = min(SCROLL_OFF, (view.rows_visible - 1) // 2)
        first = view.visible_rows.start + margin
        last = view.visible_rows.stop - 1 - margin
        self._move_rows(min(max(here + moved, first), max(first, last)) - here)

    def command_page_next(self) -> None:
        """Turn the page; two rows stay visible to read on from."""
        self._move_page(max(1, self.view.rows_visible - 2))

    def command_page_previous(self) -> None:
        """Turn the page back."""
        self._move_page(-max(1, self.view.rows_visible - 2))

    def command_half_page_next(self) -> None:
        """Scroll half a screen down."""
        self._move_page(max(1, self.view.rows_visible // 2))

    def command_half_page_previous(self) -> None:
        """Scroll half a screen up."""
        self._move_page(-max(1, self.view.rows_visible // 2))

    # -- from one thing to the next ---------------------------------------------------

    def _step(self, spans: Sequence[Span], direction: int, thing: str) -> None:
        starts = sorted({span.start for span in spans})
        here = self.view.cursor
        position = bisect_right(starts, here) if direction > 0 else bisect_left(starts, here) - 1
        if not 0 <= position < len(starts):
            where = "after" if direction > 0 else "before"
            self.say(f"no {thing} {where} this place")
            return
        longest = max((s for s in spans if s.start == starts[position]), key=lambda s: s.end)
        if self.selection_anchor is not None:
            self.move_cursor(longest.end - 1 if direction > 0 else longest.start)
        else:
            self._goal_column = None
            self.go_to(longest)

    def entity_spans(self) -> list[Span]:
        """Every place an entity is named."""
        if self.analysis is None:
            return []
        return [m.span for entity in self.analysis.entities for m in entity.mentions]

    def quote_spans(self) -> list[Span]:
        """The first part of every quote."""
        return [quote.content[0] for quote in self.analysis.quotes] if self.analysis else []

    def question_spans(self) -> list[Span]:
        """The evidence of every question."""
        return [question.evidence for question in self.analysis.questions] if self.analysis else []

    def command_entity_next(self) -> None:
        """Go to the next mention of any entity."""
        self._step(self.entity_spans(), 1, "entity")

    def command_entity_previous(self) -> None:
        """Go to the mention before."""
        self._step(self.entity_spans(), -1, "entity")

    def command_quote_next(self) -> None:
        """Go to the next quote."""
        self._step(self.quote_spans(), 1, "quote")

    def command_quote_previous(self) -> None:
        """Go to the quote before."""
        self._step(self.quote_spans(), -1, "quote")

    def command_question_next(self) -> None:
        """Go to the evidence of the next question in the text."""
        self._step(self.question_spans(), 1, "unresolved question")

    def command_question_previous(self) -> None:
        """Go to the evidence of the question before."""
        self._step(self.question_spans(), -1, "unresolved question")

    def command_mark_next(self) -> None:
        """Go to the next highlight."""
        self._step([mark.span for mark in self.marks], 1, "highlight")

    def command_mark_previous(self) -> None:
        """Go to the highlight before."""
        self._step([mark.span for mark in self.marks], -1, "highlight")

    def command_entity_same(self) -> None:
        """Go to the next mention of the entity under the cursor; after the last, the first."""
        entity = self.entity_index.at(self.view.cursor) if self.entity_index else None
        if entity is None:
            key = self.key("entity.same")
            self.say(f"{key} goes from a name to its next mention; there is no name here")
            return
        spans = sorted({mention.span for mention in entity.mentions})
        number = bisect_right([span.start for span in spans], self.view.cursor) % len(spans)
        where = f"{entity.name}: {number + 1} of {len(spans)}"
        if spans[number].contains(self.view.cursor):
            self.say(f"{where}, the only mention" if len(spans) == 1 else where)
            return
        wrapped = spans[number].start < self.view.cursor
        if self.selection_anchor is not None:
            self.move_cursor(spans[number].start if wrapped else spans[number].end - 1)
        else:
            self._goal_column = None
            self.go_to(spans[number])
        self.say(where + (", from the other end" if wrapped else ""))

    # -- there and back ---------------------------------------------------------------

    def command_jump_back(self) -> None:
        """Go back to where the last jump began."""
        place = self.jumps.back(self.view.cursor)
        if place is None:
            self.say_no_jump()
        else:
            self.move_cursor(place)

    def say_no_jump(self) -> None:
        """Say that nothing was jumped from yet."""
        self.say("no jump to go back to")

    def command_jump_forward(self) -> None:
        """Go forward again."""
        place = self.jumps.forward()
        if place is None:
            self.say("no jump ahead")
        else:
            self.move_cursor(place)

    # -- mouse ------------------------------------------------------------------------

    def text_pressed(self) -> None:
        """Give the keys to the text."""
        self.set_focus(self.view)

    def _point_at(self, offset: int) -> None:
        """Put the cursor where the mouse is; the text stays still under it."""
        self.view.scroll_off = 0
        self.move_cursor(offset)
        self.view.scroll_off = SCROLL_OFF

    def on_article_view_pressed(self, event: ArticleView.Pressed) -> None:
        """Put the cursor under the mouse; twice selects the word, three times the sentence."""
        self.text_pressed()
        self.selection_anchor = None
        self.view.selection = None
        self._dragged_unit = None
        if event.times == 1:
            self._point_at(event.offset)
        else:
            self._dragged_unit = self.motions.word if event.times == 2 else self.motions.sentence
            self._pressed_unit = self._dragged_unit(event.offset)
            self._select_units(self._dragged_unit, event.offset)
        self.update_status()

    def on_article_view_dragged(self, event: ArticleView.Dragged) -> None:
        """Select from where the drag began, by what was selected there."""
        if self._dragged_unit:
            self._select_units(self._dragged_unit, event.offset)
        else:
            if self.selection_anchor is None:
                if event.offset == self.view.cursor:
                    return
                self.selection_anchor = self.view.cursor
            self._point_at(event.offset)
        self.update_status()

    def _select_units(self, unit: Callable[[int], Span], offset: int) -> None:
        """Select from the unit that was pressed to the one under the mouse, both whole."""
        pressed, here = self._pressed_unit, unit(offset)
        last = max(pressed.end, here.end) - 1
        if here.start < pressed.start:
            self.selection_anchor = last
            self._point_at(here.start)
        else:
            self.selection_anchor = pressed.start
            self._point_at(max(pressed.start, last))

    def on_article_view_wheeled(self) -> None:
        """The cursor goes along with the text, so that the next key goes on from here."""
        view, here = self.view, self.lines.row_of(self.view.cursor)
        margin = min(SCROLL_OFF, (view.rows_visible - 1) // 2)
        rows = view.visible_rows
        # At the ends of the text there is nothing to scroll to beyond the margin.
        first = rows.start + (margin if rows.start else 0)
        last = rows.stop - 1 - (margin if rows.stop < self.lines.height else 0)
        if not first <= here <= last:
            self._move_rows(min(max(here, first), max(first, last)) - here)
