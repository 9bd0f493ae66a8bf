"""A quote that "she said" divides is highlighted whole, and is one thing wherever it is met."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tui.analysis.results import Analysis, Quote, QuoteKind
from tui.analysis.rules import QuoteRule
from tui.dialogs.passages import PassagesScreen
from tui.documents.article import Span
from tui.store.anchors import State

FIRST = "“I am not going to sell anything as long as the ferry keeps moving,”"
SECOND = "“We will come back when there is money for a bridge that lasts.”"
WHOLE = f"{FIRST} … {SECOND}"
TEXT = f"""\
PORT ELLIS • The harbour bridge will close on Monday for at least a year.

{FIRST} Ada Obi said. {SECOND} Nobody answered her.

Shopkeepers on the Ellis side fear for their trade.
"""


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def analysis(text: str = TEXT) -> Analysis:
    quote = Quote(
        (span(FIRST, text), span(SECOND, text)),
        QuoteKind.DIRECT,
        (span("said", text),),
        (span("Ada Obi", text),),
        "Ada Obi",
        rule=QuoteRule.QUOTE_BEFORE_ITS_CUE,
    )
    return Analysis("en", (), (quote,), ())


@pytest.mark.parametrize("words", ["going", "come back"])
async def test_a_key_on_either_half_highlights_the_whole_quote(
    open_desk: OpenDesk, words: str
) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        desk.go_to(words)
        await desk.press("h")
        assert desk.marked == [WHOLE]
        assert desk.under_cursor.startswith(words)
        assert desk.state.marks[0].highlight.speaker == "Ada Obi"
        # Both halves are coloured, and what lies between them is not.
        assert [*desk.screen.view.painted["mark-yellow"].touching(0, len(TEXT))] == [
            span(FIRST),
            span(SECOND),
        ]


async def test_it_is_one_row_and_lit_from_both_halves(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        desk.go_to("going")
        await desk.press("h")
        (row,) = desk.rows(4)
        assert WHOLE in row
        for words, is_lit in (("come back", True), ("Ada Obi", False), ("going", True)):
            desk.go_to(words)
            await desk.press("right")
            desk.screen.next_frame.catch_up()
            assert bool(desk.panels[3].lit) is is_lit, words


async def test_again_it_is_widened_to_its_sentences_and_narrowed_back(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        desk.go_to("come back")
        await desk.press("h", "h")
        assert desk.marked == [f"{FIRST} Ada Obi said. {SECOND}"]
        await desk.press("H")
        assert desk.marked == [f"{FIRST} Ada Obi said. {SECOND} Nobody answered her."]
        await desk.press("H")
        assert desk.marked == [WHOLE]
        await desk.press("u", "u", "u", "u")
        assert desk.marked == []
        await desk.press("ctrl+r")
        assert desk.marked == [WHOLE]


async def test_a_highlight_on_one_half_is_widened_to_the_whole(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        session = desk.state.session
        assert session is not None
        # As earlier versions made it.
        session.highlight(span(SECOND), desk.state.last_colour)
        desk.go_to("come back")
        await desk.press("H")
        assert desk.marked == [WHOLE]


async def test_the_same_quote_again_recolours_it_and_so_does_its_row(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        await desk.press("2", "h", "escape")
        assert desk.marked == [WHOLE]
        desk.go_to("going")
        await desk.press("c", "2")
        assert desk.marked == [WHOLE]
        await desk.press("2", "h")
        assert desk.marked == [WHOLE]
        assert "highlighted already" in desk.status
        await desk.press("escape")
        desk.go_to("come back")
        await desk.press("x")
        assert desk.marked == []


async def test_notes_and_tags_are_of_the_whole(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        desk.go_to("come back")
        await desk.press("a", *"mine", "escape", "t", *"port", "enter")
        assert desk.marked == [WHOLE]
        highlight = desk.state.marks[0].highlight
        assert (highlight.note, highlight.tags) == ("mine", ("port",))
        await desk.saved()
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        assert desk.marked == [WHOLE]
        desk.go_to("going")
        await desk.press("a")
        assert desk.dialog is not None
        await desk.press("escape")


async def test_it_is_copied_piped_and_exported_as_one(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.json"
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        copied: list[str] = []
        monkeypatch.setattr(desk.app, "copy_to_clipboard", copied.append)
        desk.go_to("come back")
        await desk.press("h", "y")
        words = WHOLE.replace("“", "").replace(",”", ",").replace("”", "")
        assert copied[0].startswith(f"“{words}”\n— Ada Obi, ")
        await desk.saved()
        await desk.press("e", "ctrl+u", *str(out), "enter")
        await desk.until(out.exists)
        await desk.until(lambda: out.read_text().endswith("}\n"))
    (mark,) = json.loads(out.read_text())["documents"][0]["marks"]
    assert mark["anchor"] == mark["anchors"][0]
    assert [each["exact"] for each in mark["anchors"]] == [FIRST, SECOND]


@pytest.mark.parametrize("keys", [("g", "h"), ("g", "H")])
async def test_the_lists_have_it_whole(open_desk: OpenDesk, keys: tuple[str, ...]) -> None:
    async with open_desk((200, 60), text=TEXT, analysis=analysis()) as desk:
        desk.go_to("come back")
        await desk.press("h", "{")
        await desk.saved()
        await desk.press(*keys)
        await desk.until(lambda: desk.dialog is not None)
        await desk.pilot.pause()
        await desk.press("enter")
        assert desk.under_cursor == FIRST[:30]


async def test_an_edited_half_changes_the_whole_and_its_new_words_are_taken(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        desk.go_to("come back")
        await desk.press("h")
        await desk.saved()
    changed = TEXT.replace("when there is money", "if there is money")
    async with open_desk(text=changed) as desk:
        assert [mark.state for mark in desk.state.marks] == [State.CHANGED]
        assert desk.marked == [WHOLE.replace("when there", "if there")]
        (changed_part,) = desk.screen.view.painted["changed"].touching(0, len(changed))
        assert "if there" in desk.words(changed_part)
        desk.go_to("going")
        await desk.press("i")
        assert isinstance(desk.dialog, PassagesScreen)
        await desk.press("enter")
        assert [mark.state for mark in desk.state.marks] == [State.EXACT]
        assert desk.state.marks[0].highlight.words == WHOLE.replace("when there", "if there")


async def test_without_one_half_it_is_an_orphan_that_can_be_put_back(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT, analysis=analysis()) as desk:
        desk.go_to("come back")
        await desk.press("h")
        await desk.saved()
    changed = TEXT.replace(SECOND, "She left.")
    async with open_desk(text=changed) as desk:
        assert desk.marked == []
        assert "orphan" in desk.rows(4)[0]
        await desk.press("4", "i")
        assert isinstance(desk.dialog, PassagesScreen)
        await desk.press("escape", "escape")
        desk.go_to("She left.")
        await desk.press("V", "p")
        # The half that has its place keeps it.
        assert desk.marked == [f"{FIRST} … She left."]
        await desk.press("u")
        assert desk.marked == []


async def test_the_small_article_of_the_pictures_has_one(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        desk.go_to("We cannot wait")
        await desk.press("h")
        assert desk.marked == ['"We cannot wait any longer," … "The piers are moving."']
