"""Where a jump leads and where it leads back to."""

from __future__ import annotations

import pytest

from tests.parts.fakes import FakeDesk
from tui.desk.jump_keys import JumpKeys
from tui.desk.jumping import Jumping
from tui.desk.leaving import Leaving
from tui.desk.moving import Moving

LONG = "\n\n".join(f"Paragraph {n} has a few words." for n in range(40))


class NeverLeaves:
    """Leaving, of which only the wish is noted."""

    has_left = False

    def go_back(self) -> None:
        self.has_left = True


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(LONG)


def keys(desk: FakeDesk, leaving: NeverLeaves | None = None) -> tuple[Jumping, JumpKeys]:
    jumping = Jumping(desk.state, desk.surface)
    moving = Moving(desk.state, desk.surface, jumping)
    left: Leaving = leaving or NeverLeaves()  # type: ignore[assignment]
    return jumping, JumpKeys(desk.state, desk.surface, jumping, moving, left)


def test_a_jump_leads_back_to_where_it_began(desk: FakeDesk) -> None:
    jumping, jump_keys = keys(desk)
    jumping.go_to(desk.span("Paragraph 20"))
    assert desk.view.lines.row_of(desk.view.cursor) in desk.view.visible_rows
    jump_keys.jump_back()
    assert desk.view.cursor == desk.article.first_place
    jump_keys.jump_forward()
    assert desk.view.cursor == desk.span("Paragraph 20").start


def test_a_jump_to_where_one_is_is_none(desk: FakeDesk) -> None:
    jumping, jump_keys = keys(desk)
    jumping.record(7, to=7)
    jump_keys.jump_back()
    assert desk.asked.said == ["no jump to go back to"]


def test_while_selecting_a_jump_selects_and_is_not_recorded(desk: FakeDesk) -> None:
    _, jump_keys = keys(desk)
    desk.state.selection_anchor = 0
    jump_keys.jump_to(desk.span("Paragraph 1 ").start)
    assert desk.view.selection is not None
    assert desk.state.jumps.before is None


def test_before_its_first_place_an_article_over_another_one_is_left(desk: FakeDesk) -> None:
    leaving = NeverLeaves()
    _, jump_keys = keys(desk, leaving)
    desk.state.is_guest = True
    jump_keys.jump_back()
    assert leaving.has_left


def test_the_article_that_was_left_is_ahead(desk: FakeDesk) -> None:
    _, jump_keys = keys(desk)
    jump_keys.jump_forward()
    assert desk.asked.said == ["no jump ahead"]
    desk.state.left_article = "/texts/other.txt"
    jump_keys.jump_forward()
    assert [getattr(each, "source", "") for each in desk.asked.posted] == ["/texts/other.txt"]


def test_the_screen_goes_back_with_the_cursor(desk: FakeDesk) -> None:
    jumping, _ = keys(desk)
    desk.view.scroll_rows_to(6)
    desk.view.cursor = desk.span("Paragraph 5 ").start
    place = jumping.place_here()
    jumping.go_to(desk.span("Paragraph 30"))
    jumping.go_back_to(place)
    assert (desk.view.cursor, desk.view.top) == (place.cursor, 6)


def test_a_screen_is_put_back_once_the_text_is_wrapped_anew_and_only_once(desk: FakeDesk) -> None:
    jumping, _ = keys(desk)
    desk.asked.is_narrow = True
    desk.view.scroll_rows_to(6)
    desk.view.cursor = desk.span("Paragraph 5 ").start
    jumping.go_back_to(jumping.place_here())
    desk.view.scroll_rows_to(8)
    jumping.return_to_place()
    assert desk.view.top == 6
    desk.view.scroll_rows_to(8)
    jumping.return_to_place()
    assert desk.view.top == 8
