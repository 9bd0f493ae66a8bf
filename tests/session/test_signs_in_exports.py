"""Signs of emphasis of a plain text, which its highlights are exported without."""

from __future__ import annotations

from tests.session.reading import Reader
from tui.documents.loading import from_text
from tui.exchange.as_markdown import as_markdown
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.database import Database

TEXT = "He _never_ came. She _always_ did, and _gladly_.\n\nNobody asked why the mill was shut."


def test_an_exported_highlight_has_no_signs_and_its_anchor_has_them(database: Database) -> None:
    made = from_text(TEXT, "/texts/mill.txt")
    reader = Reader(ReadingSession.open(database, made, lambda _: None), [])
    reader.mark("She _always_ did, and _gladly_.")
    reader.wait()
    (article,) = Library(database).marked_articles()
    assert "> She always did, and gladly." in "".join(as_markdown([article]))
    assert article.highlights[0].anchor.exact == "She _always_ did, and _gladly_."
