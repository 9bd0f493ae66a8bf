"""A found mark as it is printed, from hits made by hand."""

from __future__ import annotations

import json

from tests.exchange.test_marks import BRIDGE, mark
from tui.cli.search import hit_object, hit_text
from tui.documents.article import Span
from tui.exchange.json_text import json_text
from tui.search.library_hits import LibraryHit

HIT: LibraryHit = LibraryHit(
    mark(BRIDGE, "“We *will* pay.”\n\n1. Nobody", note="odd\x1b[2J note", speaker="Ada Obi"),
    0.8125,
    quote_marks=(Span(1, 3), Span(11, 14)),
    speaker_marks=(Span(4, 7),),
)


def test_a_hit_shows_words_note_speaker_and_title_on_a_line_each() -> None:
    assert hit_text(HIT, is_styled=False).splitlines() == [
        "“We *will* pay.”  1. Nobody",
        "    odd␛[2J note",
        "    Ada Obi",
        "    # The _bridge_",
    ]


def test_on_a_terminal_the_matched_letters_are_bold_and_nothing_else_is_obeyed() -> None:
    first, note, speaker, title = hit_text(HIT, is_styled=True).splitlines()
    assert first == "“\x1b[1mWe\x1b[22m *will* \x1b[1mpay\x1b[22m.”  1. Nobody"
    assert note == "    odd␛[2J note"
    assert speaker == "    Ada \x1b[1mObi\x1b[22m"
    assert "\x1b" not in title


def test_the_object_of_a_hit_has_its_mark_its_article_and_the_matched_letters() -> None:
    told = json.loads(json_text(hit_object(HIT)))
    facts = {"source", "title", "published", "byline", "site", "address", "unread", "read"}
    assert set(told) == facts | {"mark", "score", "matches"}
    assert told["mark"]["note"] == "odd\x1b[2J note"
    assert told["score"] == 0.8125
    words = told["mark"]["anchor"]["exact"]
    assert [words[start:end] for start, end in told["matches"]["exact"]] == ["We", "pay"]
    assert told["matches"]["note"] == []
    assert told["title"] == BRIDGE.title
