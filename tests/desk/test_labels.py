"""Jumping and highlighting by labels."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.desk.labelling import STILL_TYPING
from tui.desk.screen import ReaderScreen
from tui.documents.article import Span
from tui.page.labels import words_beginning

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."
LONG = "\n\n".join(f"Paragraph {n} says a few words. It has two sentences." for n in range(300))


def label_of(desk: Desk, words: str) -> str:
    """The label of the passage that begins with some words."""
    labelling = desk.parts.labelling.labels
    assert labelling is not None
    for name, target in labelling.targets.items():
        if desk.words(target.span).startswith(words):
            return name
    raise AssertionError(f"no label at {words!r}")


def drawn(desk: Desk) -> list[str]:
    """The visible rows as they are drawn."""
    view = desk.screen.view
    return [view.render_line(y).text for y in range(len(view.visible_rows))]


async def test_f_and_a_label_go_there(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("f")
        assert "JUMP" in desk.status
        assert "Space type a word instead" in desk.status
        await desk.press(*label_of(desk, "Seven"))
        assert desk.under_cursor.startswith("Seven")
        assert "READ" in desk.status
        await desk.press("<")
        assert desk.under_cursor.startswith("One")


async def test_names_quotes_evidence_and_highlights_have_labels(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("ferry")
        await desk.press("v", "e", "h", "g", "g", "f")
        wanted = ("The harbour", "Ada Obi", '"We cannot', "Tidewater", "it would not say", "ferry")
        for words in wanted:
            assert label_of(desk, words)


async def test_capital_f_and_a_label_highlight_a_sentence(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("F")
        assert "HIGHLIGHT" in desk.status
        await desk.press(*label_of(desk, "Four"))
        assert desk.marked == ["Four five six!"]
        assert desk.under_cursor.startswith("Four")
        await desk.press("c", "2", "F", *label_of_after(desk, "Ten"))
        assert desk.marked == ["Four five six!", "Ten."]
        assert {mark.highlight.colour.value for mark in desk.state.marks} == {"green"}


def label_of_after(desk: Desk, words: str) -> str:
    """The label a sentence will have once `F` is pressed from where the cursor is."""
    desk.parts.labelling.label_mark()
    name = label_of(desk, words)
    desk.parts.labelling.drop()
    return name


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_any_sentence_on_the_screen_takes_three_keys(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size) as desk:
        screen = desk.screen
        await desk.press("space", "F")
        labels = desk.parts.labelling.labels
        assert labels is not None
        targets = {target.span for target in labels.targets.values()}
        visible = screen.view.visible_rows
        for sentence in sentences(screen):
            rows = screen.view.lines.spans_by_row(sentence)
            assert (sentence in targets) == (
                rows.stop > visible.start and rows.start < visible.stop
            )
        assert max(map(len, labels.targets)) <= 2


def sentences(screen: ReaderScreen) -> list[Span]:
    numbers = range(len(screen.state.article.blocks))
    return [span for number in numbers for span in screen.state.motions.sentences.in_block(number)]


def choose_word(desk: Desk, word: str) -> list[str]:
    """The keys by which a word is chosen: its letters as far as needed, then its label."""
    shown = desk.parts.labelling.labels
    assert shown is not None
    assert shown.words is not None
    text, typed = desk.state.article.text, ""
    wanted = next(span for span in shown.words if desk.words(span) == word)
    for letter in word.lower():
        typed += letter
        found = words_beginning(text, shown.words, typed)
        if len(found) == 1:
            return list(typed)
        desk.parts.labelling._type(shown, typed)
        labelled = desk.parts.labelling.labels
        assert labelled is not None
        desk.parts.labelling.labels = shown
        for name, target in labelled.targets.items():
            if target.span == wanted:
                return [*typed, name]
    raise AssertionError(f"no way to {word!r}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_phrase_is_the_first_letters_of_its_first_and_last_word(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with open_desk(size, text=harbour.TEXT * 4) as desk:
        await desk.press("F", "space")
        assert "type the first word of the phrase" in desk.status
        first = choose_word(desk, "Friday")
        assert len(first) == 2
        await desk.press(*first)
        assert "type the last word of the phrase" in desk.status
        await desk.press(*choose_word(desk, "say"))
        assert desk.marked == ["Friday, but it would not say"]
        assert not desk.screen.view.painted["selection"].spans
        assert not desk.screen.view.painted["dimmed"].spans


async def test_one_word_is_its_own_phrase(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("F", "space", "n", "n")
        assert desk.marked == ["nine"]


async def test_space_after_f_goes_to_a_word_and_its_only_match_needs_no_label(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("f", "space", "n")
        assert desk.under_cursor.startswith("nine")
        assert not desk.parts.labelling.labels
        await desk.press("<")
        assert desk.under_cursor.startswith("One")


async def test_the_text_is_dimmed_until_letters_are_typed_and_then_only_matches_are_labelled(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        view = desk.screen.view
        await desk.press("f", "space")
        assert [desk.words(span) for span in view.painted["dimmed"].spans] == [TEXT]
        assert not view.labels
        await desk.press("t")
        found = [desk.words(span) for span in view.painted["typed"].spans]
        assert found == ["t", "t", "T", "t"], "two, three, Ten, twelve"
        assert "“t”: type on, or a label" in desk.status
        behind = {label.offset for label in view.labels}
        assert behind == {span.end for span in view.painted["typed"].spans}
        assert all(len(label.text) == 1 for label in view.labels)
        assert not {"w", "h", "e"} & {label.text.lower() for label in view.labels}
        await desk.press("w")
        assert len(view.labels) == 2
        await desk.press("backspace")
        assert len(view.labels) == 4
        await desk.press("escape")
        assert not view.labels
        assert not view.painted["dimmed"].spans
        assert not view.painted["typed"].spans
        assert desk.under_cursor.startswith("One")


async def test_a_letter_with_which_no_word_goes_on_says_so_and_changes_nothing(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("f", "space", "t", "z")
        assert "no word here begins with “tz”" in desk.status
        await desk.press("e")
        assert desk.under_cursor.startswith("Ten")


async def test_who_types_on_with_the_word_that_is_chosen_runs_no_command(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("tui.desk.labelling.monotonic", lambda: now)
    async with open_desk(text="The harbour is ajar.\n\nNobody reads it.") as desk:
        # "h" is enough, and "a" and "r" would begin a note and edit a row
        await desk.press("f", "space", *"har")
        assert desk.under_cursor.startswith("harbour")
        assert desk.dialog is None
        # any other key is a command at once
        await desk.press("h")
        assert desk.marked == ["The harbour is ajar."]
        # and after a while the next letter, too
        await desk.press("f", "space", "a")
        assert desk.under_cursor.startswith("ajar")
        now += STILL_TYPING
        await desk.press("j")
        assert "ajar" not in desk.under_cursor


async def test_letters_after_the_first_word_of_a_phrase_are_not_taken_for_the_last(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text="The harbour area rests. Nobody reads it.") as desk:
        await desk.press("F", "space", *"harbour", "n")
        assert desk.marked == ["harbour area rests. Nobody"]


async def test_while_selecting_a_word_is_typed_to_select_to(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("w", "v", "f")
        assert "type the word to select to" in desk.status
        await desk.press("s", "i")
        assert desk.words(desk.screen.view.selection) == "two three. Four five six"
        await desk.press("f", "o", "h")
        assert desk.marked == ["One t"]


async def test_a_word_that_is_typed_whole_has_its_label_behind_it(open_desk: OpenDesk) -> None:
    async with open_desk(text="a b a\n\nan a") as desk:
        await desk.press("f", "space", "a")
        rows = drawn(desk)
        labels = {label.offset: label.text for label in desk.screen.view.labels}
        assert rows[0].strip() == f"a{labels[1]}b a{labels[5]}"
        assert rows[2].strip() == f"a{labels[8]} a{labels[11]}"
        await desk.press(labels[5])
        assert desk.cursor == 4


async def test_labels_lie_over_the_text_and_move_none_of_it(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        before = drawn(desk)
        rows = desk.screen.view.visible_rows
        await desk.press("f")
        during = drawn(desk)
        name = label_of(desk, "Four")
        column = before[0].index("Four")
        assert during[0][column : column + 4] == name + "Four"[len(name) :]
        assert [len(row) for row in before] == [len(row) for row in during]
        assert desk.screen.view.visible_rows == rows
        await desk.press("escape")
        assert drawn(desk) == before


async def test_only_rows_with_a_label_are_drawn_again(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        view = desk.screen.view
        await desk.pilot.pause()
        view.repainted_rows.clear()
        await desk.press("F")
        wanted = {desk.screen.view.lines.row_of(label.offset) for label in view.labels}
        await desk.until(lambda: view.repainted_rows)
        await desk.pilot.pause()
        assert set(view.repainted_rows) == wanted
        assert len(wanted) < len(view.visible_rows)


async def test_the_first_letter_leaves_the_labels_that_begin_with_it(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("f")
        labelling = desk.parts.labelling.labels
        assert labelling is not None
        name = next(name for name in labelling.targets if len(name) == 2)
        place = labelling.targets[name].offset
        await desk.press(name[0])
        assert 1 <= len(desk.screen.view.labels) <= 9
        assert all(len(label.text) == 1 for label in desk.screen.view.labels)
        await desk.press(name[1])
        assert desk.cursor == place
        assert not desk.screen.view.labels


async def test_escape_drops_the_labels_and_nothing_else(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(")", "v", "w", "f", "escape")
        assert not desk.screen.view.labels
        assert desk.words(desk.screen.view.selection) == "Four"


@pytest.mark.parametrize("key", ["ctrl+d", "!", "enter", "5"])
async def test_a_key_that_is_no_label_drops_them_and_says_so(open_desk: OpenDesk, key: str) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("f", key)
        assert not desk.screen.view.labels
        assert "the labels are gone" in desk.status
        assert desk.under_cursor.startswith("One")
        await desk.press("j")
        assert desk.under_cursor.startswith("Seven")


async def test_labels_go_with_the_window_they_were_drawn_in(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("f")
        await desk.pilot.resize_terminal(70, 20)
        await desk.until(lambda: not desk.parts.labelling.labels)
        assert not desk.screen.view.labels
        await desk.press("f")
        await desk.pilot.click(desk.screen.view, offset=(20, 5))
        assert not desk.parts.labelling.labels


async def test_hurried_keys_after_a_turned_page_label_that_page(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await desk.pilot.press("space", "space", "F", "f", "h")
        await desk.pilot.pause()
        (mark,) = desk.state.marks
        assert desk.screen.view.lines.row_of(mark.span.start) in desk.screen.view.visible_rows
        block = desk.state.article.blocks[desk.state.paragraph_of(mark.span.start) - 1]
        assert mark.span == Span(block.start, block.end)


async def test_of_a_long_text_only_what_is_on_the_screen_is_looked_at(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text=LONG) as desk:
        await desk.press(":", *"50%", "enter", "F", "escape", "f")
        looked_at = desk.state.motions.sentences._cache
        assert 0 < len(looked_at) <= len(desk.screen.view.visible_rows)


async def test_a_sentence_that_began_above_the_screen_is_labelled_where_it_shows(
    open_desk: OpenDesk,
) -> None:
    text = "This sentence goes on, " * 200 + "and ends. Another one."
    async with open_desk((80, 24), text=text) as desk:
        await desk.press("space", "F")
        assert desk.parts.labelling.labels is not None
        (name,) = desk.parts.labelling.labels.targets
        top = desk.screen.view.visible_rows.start
        assert desk.screen.view.lines.row_of(desk.screen.view.labels[0].offset) == top
        await desk.press(name)
        assert desk.marked[0].endswith("and ends.")


async def test_wide_characters_keep_their_cells_under_labels(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24), text="世界是好的。我们走了。\n\nTwo. Three.") as desk:
        width = desk.screen.view.render_line(0).cell_length
        await desk.press("F")
        assert desk.screen.view.render_line(0).cell_length == width
        await desk.press(*label_of(desk, "我们"))
        assert desk.marked == ["我们走了。"]


async def test_a_text_with_nothing_to_label_says_so(open_desk: OpenDesk) -> None:
    async with open_desk(text="— … —") as desk:
        await desk.press("F")
        assert "there is nothing to label" in desk.status
        assert not desk.parts.labelling.labels
