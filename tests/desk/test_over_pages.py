"""A sentence that goes on over the end of a printed page, on the desk."""

from __future__ import annotations

import pytest

from tests.desk.conftest import OpenDesk
from tests.desk.test_labels import label_of
from tui.documents.passage_parts import words_in
from tui.documents.sanitising import sanitise

FIRST, SECOND = "The piers of the harbour bridge have been moving since the", "winter."
WHOLE = f"{FIRST} … {SECOND}"
TEXT = sanitise(f"It rained. {FIRST}\n\n12\n\f\n\n{SECOND} Nobody knows why.\n")


async def test_it_is_highlighted_from_either_page_by_key_and_by_label(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        for words in ("piers", "winter"):
            desk.go_to(words)
            await desk.press("h")
            assert desk.marked == [WHOLE]
            await desk.press("u", "F")
            await desk.press(*label_of(desk, "The piers"))
            assert desk.marked == [WHOLE]
            await desk.press("u")


async def test_it_is_one_step_and_one_copy(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(text=TEXT) as desk:
        copied: list[str] = []
        monkeypatch.setattr(desk.app, "copy_to_clipboard", copied.append)
        await desk.press(")")
        assert desk.under_cursor.startswith("The piers")
        await desk.press("y", ")")
        assert desk.under_cursor.startswith("Nobody")
        assert copied[0].startswith(f"“{WHOLE}”")


async def test_it_is_found_by_words_of_both_pages_and_drawn_in_its_parts(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("/")
        await desk.type("since the winter")
        await desk.press("enter")
        assert desk.under_cursor.startswith("since the")
        painted = desk.screen.view.painted
        for layer in ("match", "match-current"):
            assert words_in(TEXT, painted[layer].spans) == "since the … winter"
        await desk.press("g", "g", "n")
        assert desk.under_cursor.startswith("since the")
        assert "1 of 1" in desk.status
