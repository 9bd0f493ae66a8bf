"""Questions for tests of the ledger: found, entered, decided and listed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.store.articles import TEXT, article
from tui.documents.article import Article, Span
from tui.ledger import Ledger
from tui.store.database import Database
from tui.store.ledger_questions import FoundQuestion, LedgerQuestion, QuestionState, Resolution
from tui.store.opened_document import open_document

END = "when the repairs will end"
DATE = "declined to name a date"
ANSWERED = Resolution(QuestionState.ANSWERED, "In May, after all.", "https://example.org/may")


def opened(database: Database, text: str = TEXT, keep: str = "all") -> tuple[Article, str]:
    """Open an article as the desk does."""
    read = article(text)
    return read, database.submit(lambda c: open_document(c, read, keep)).result().document_id


def found(
    text: str, words: str, kind: str = "unknown", wording: str = "", *others: str
) -> FoundQuestion:
    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    places = (span(words), *map(span, others))
    return FoundQuestion(places, kind, wording or f"{words}?", "the mayor", ("repairs",), 2)


def enter(
    database: Database, questions: Sequence[FoundQuestion], text: str = TEXT
) -> list[LedgerQuestion]:
    read, ident = opened(database, text)
    rows = Ledger(database).enter(read, ident, questions)
    assert rows is not None
    return rows


def decide(database: Database, row: LedgerQuestion, resolution: Resolution = ANSWERED) -> None:
    Ledger(database).decide(row.id, resolution)
    settle(database)


def settle(database: Database) -> None:
    database.submit(lambda c: None).result()


def listed(database: Database, **narrowed: Sequence[str]) -> list[LedgerQuestion]:
    states = narrowed.get("states", ())
    return [record.question for record in Ledger(database).listed(states=states)]
