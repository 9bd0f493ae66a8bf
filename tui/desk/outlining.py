"""The contents of the text: a list to jump by, and steps from one chapter to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.documents.article import MilestoneKind, Span
from tui.documents.milestones import page_start, pages
from tui.documents.outline import Section, outline

if TYPE_CHECKING:
    from tui.desk.jump_keys import JumpKeys
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.dialogs.choice import Option

_INDENT = "  "
_PAGE = (_INDENT * 4, "muted")
"""What stands before a page or a moment."""


class Outlining(Part):
    """The commands of chapters, headings and pages."""

    def __init__(
        self, state: DeskState, surface: Surface, moving: Moving, jump_keys: JumpKeys
    ) -> None:
        """Go by the contents."""
        super().__init__(state, surface)
        self._moving = moving
        self._jump_keys = jump_keys

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        return outline(self.state.article)

    @cached_property
    def _places(self) -> list[tuple[int, Option]]:
        """Where each entry of the contents begins, in text order."""
        from tui.dialogs.choice import Option

        article = self.state.article
        found = [(each.offset, Option(each.name, _sign(each))) for each in self._sections]
        found += [(each.offset, Option(f"page {each.label}", _PAGE)) for each in pages(article)]
        if not found:
            times = [each for each in article.milestones if each.kind is MilestoneKind.TIME]
            found = [(each.offset, Option(each.label, _PAGE)) for each in times]
        # A chapter stands before the page it begins.
        return sorted(found, key=lambda place: (place[0], place[1].sign == _PAGE))

    def contents_open(self) -> None:
        """List chapters, headings and pages."""
        from tui.dialogs.contents_list import ContentsScreen

        places = self._places
        if not places:
            self.surface.say("this text has no headings, chapters or pages")
            return
        starts = [offset for offset, _ in places]
        here = max(0, bisect_right(starts, self.surface.view.cursor) - 1)
        screen = ContentsScreen([option for _, option in places], here)
        self.surface.open_dialog(screen, self._go_to_entry)

    def _go_to_entry(self, number: str | None) -> None:
        if number is not None:
            self._jump(self._places[int(number)][0])

    def go_to_page(self, label: str) -> None:
        """Go to a page by its printed label."""
        place = page_start(self.state.article, label)
        if place is not None:
            self._jump(place)
            return
        known = pages(self.state.article)
        self.surface.say(f"this text has pages {known[0].label} to {known[-1].label}")

    def _jump(self, offset: int) -> None:
        self._jump_keys.jump_to(offset)
        self.surface.view.scroll_rows_to(self.surface.lines.row_of(offset))
        self.surface.view.reveal(offset)

    # -- steps ------------------------------------------------------------------------

    def section_next(self) -> None:
        """Go to the next chapter or heading."""
        self._step(is_next=True)

    def section_previous(self) -> None:
        """Go to the one before."""
        self._step(is_next=False)

    def _step(self, *, is_next: bool) -> None:
        starts = sorted({offset for offset, option in self._places if option.sign != _PAGE})
        starts = starts or sorted({offset for offset, _ in self._places})
        here = self.surface.view.cursor
        number = bisect_right(starts, here) if is_next else bisect_left(starts, here) - 1
        if not 0 <= number < len(starts):
            where = "after" if is_next else "before"
            self.surface.say(f"no heading or chapter {where} this place")
        elif self.state.is_selecting:
            self._moving.move_cursor(starts[number] - is_next)
        else:
            self._moving.go_to(self._span(starts[number]))

    def _span(self, start: int) -> Span:
        """The heading that begins at an offset, so that all of it is shown."""
        ends = (span.end for span in self.state.article.styles if span.start == start)
        return Span(start, max(ends, default=start + 1))


def _sign(section: Section) -> tuple[str, str]:
    """What stands before a section: room that shows its level."""
    return _INDENT * section.level, ""
