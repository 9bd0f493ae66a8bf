"""The pure parts of the widgets: rows that fit, hints that fit, layers that cover."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.documents.article import Span
from tui.keys.commands import BY_ID, Mode
from tui.keys.dispatcher import Dispatcher, Prefix
from tui.widgets.fitting import fit, flowing
from tui.widgets.hints import hints, prefix_rows
from tui.widgets.painting import LAYERS, SpanIndex, pieces
from tui.widgets.row_list import RowLine

WORDS = st.lists(
    st.sampled_from(["a", "word", "漢字", "🙂", "é", "e\u0301", "“", "…", "한국", "x" * 12]),
    max_size=12,
).map(" ".join)
SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=8,
)
PLAIN = Style()


@given(st.lists(WORDS, max_size=4), st.integers(1, 60))
def test_a_fitted_row_takes_exactly_its_room(texts: list[str], room: int) -> None:
    fitted = fit([Segment(text, PLAIN) for text in texts], room, PLAIN)
    assert sum(cell_len(segment.text) for segment in fitted) == room


@given(st.lists(WORDS, max_size=4), st.integers(1, 60))
def test_a_row_is_cut_only_where_it_has_no_room_and_says_so(texts: list[str], room: int) -> None:
    whole = "".join(texts)
    drawn = "".join(s.text for s in fit([Segment(text, PLAIN) for text in texts], room, PLAIN))
    if cell_len(whole) <= room:
        assert drawn == whole + " " * (room - cell_len(whole))
    else:
        kept = drawn.rstrip()
        assert kept.endswith("…")
        assert whole.startswith(kept.removesuffix("…"))


@given(WORDS, st.integers(4, 40))
def test_a_question_that_flows_into_the_second_line_loses_no_letter(text: str, width: int) -> None:
    lines = (
        RowLine((("? ", "question"), (text, "")), ((" ", ""),)),
        RowLine((("  ", ""), ("evidence", "muted")), ((" ¶4 ", "muted"),)),
    )
    upper, lower = flowing(lines, width)
    if (upper, lower) == lines:
        fits = cell_len(text) <= width - 3
        assert fits or cell_len(text.split(" ")[0]) > width - 3
        return
    assert f"{upper.left[-1][0]} {lower.left[-1][0]}" == text
    assert cell_len(upper.left[-1][0]) <= width - 3
    # The next word would have had no room.
    following = lower.left[-1][0].split(" ")[0]
    assert cell_len(f"{upper.left[-1][0]} {following}") > width - 3
    assert lower.right == lines[1].right


@given(st.sampled_from(list(Mode)), st.sets(st.sampled_from(sorted(BY_ID))), st.integers(0, 200))
@example(Mode.TEXT, {"desk.help"}, 0)
def test_hints_show_only_what_works_and_take_no_more_than_their_room(
    mode: Mode, working: set[str], room: int
) -> None:
    runs = hints(mode, working, room)
    assert sum(cell_len(text) for text, _ in runs) <= room
    shown = {text.strip() for text, style in runs if style == "muted"} - {"colour"}
    assert shown <= {BY_ID[command_id].hint for command_id in working}


@pytest.mark.parametrize("keys", [("]",), ("[",), ("g",), ("c",)])
def test_all_keys_that_can_follow_a_prefix_are_named_at_80_columns(keys: tuple[str, ...]) -> None:
    dispatcher = Dispatcher()
    pending = dispatcher.feed(Mode.TEXT, keys[0])
    assert isinstance(pending, Prefix)
    room = 80 - len(" READ ")
    rows = ["".join(text for text, _ in row) for row in prefix_rows(pending, room)]
    assert max(map(cell_len, rows)) <= room
    assert len(rows) <= 2
    row = "".join(rows)
    for key, command in pending.following:
        assert command is not None
        names = [command.label[at:] for at in range(len(command.label))]
        assert any(f" {key} {name} " in row for name in (command.hint or names[0], *names))


@given(st.dictionaries(st.sampled_from(LAYERS), SPANS), st.integers(0, 40), st.integers(0, 20))
def test_pieces_cover_a_row_once_and_name_every_layer_over_each_letter(
    spans: dict[str, list[Span]], start: int, length: int
) -> None:
    end = start + length
    found = pieces(start, end, {name: SpanIndex(some) for name, some in spans.items()})
    letters = [offset for piece in found for offset in range(piece.start, piece.end)]
    assert letters == list(range(start, end))
    for piece in found:
        for offset in range(piece.start, piece.end):
            over = {name for name, some in spans.items() if any(s.contains(offset) for s in some)}
            assert set(piece.layers) == over
        assert list(piece.layers) == [name for name in LAYERS if name in piece.layers]


@given(SPANS, st.integers(0, 45), st.integers(1, 20))
def test_an_index_finds_exactly_the_spans_that_touch(
    spans: list[Span], start: int, length: int
) -> None:
    end = start + length
    touching = {s for s in spans if s.end > s.start and s.start < end and s.end > start}
    assert list(SpanIndex(spans).touching(start, end)) == sorted(touching)
