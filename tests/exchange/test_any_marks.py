"""Whatever a reader writes, an export holds all of it and nothing that was not written."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from tests.session.reading import read
from tui.documents.article import Span
from tui.documents.sanitising import sanitise
from tui.exchange.formats import format_named
from tui.library import Library
from tui.settings.colours import Colour
from tui.store.anchors import Anchor, Located, State, locate
from tui.store.database import Database

PIECES = ["# x", "> y", "```", "---", "- z", "1. w", "| a | b |", "<b>", "\\", "*", "_", "[a]: /b"]
ODD = st.sampled_from(
    [*PIECES, "\n", "\n\n", "    ", "\x1b[2J", "\u202e", '"', "é", "👩\u200d👧", "a"]
)
TEXTS = st.lists(ODD, min_size=1, max_size=10).map("".join)


@given(TEXTS.filter(lambda text: bool(text.strip())), st.lists(TEXTS, min_size=1, max_size=3))
def test_every_mark_is_a_quotation_and_every_note_comes_back(text: str, notes: list[str]) -> None:
    text = sanitise(text)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    with Database.in_memory() as database:
        reader = read(database, text, title="# A *title*")
        for note in notes:
            mark = reader.session.highlight(Span(start, end), Colour.GREEN)
            reader.session.set_note(mark.highlight.id, note)
        reader.wait()
        records = Library(database).all_highlights()
    markdown = MarkdownIt("commonmark").use(front_matter_plugin)
    front, *tokens = markdown.parse(format_named("md").text(records))
    assert front.type == "front_matter"
    kinds = [token.type for token in tokens if token.level == 0]
    assert kinds.count("blockquote_open") == len(notes)
    assert kinds.count("heading_open") == 1
    assert set(kinds) <= {
        *("heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close"),
        *("blockquote_open", "blockquote_close"),
    }
    (document,) = json.loads(format_named("json").text(records))["documents"]
    wanted = sorted(clean for note in notes if (clean := sanitise(note)).strip())
    assert sorted(mark["note"] for mark in document["marks"] if mark["note"]) == wanted
    for mark in document["marks"]:
        anchor = Anchor(**mark["anchor"])
        assert locate(anchor, text) == Located(start, end, State.EXACT)
