"""A day is the reader's: a highlight made at ten past midnight UTC was made the evening before."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from sqlite3 import Connection

import pytest

from tests.session.reading import FIRST, OPEN, read
from tui.exchange.as_markdown import as_markdown
from tui.library import Library
from tui.search.library_hits import facts_of
from tui.search.library_search import LibrarySearch
from tui.store.clock import begin_of, local_day
from tui.store.database import Database


@pytest.fixture(autouse=True)
def west(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The hazard: the days of a test are those of the machine it runs on."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "America/Los_Angeles")
        time.tzset()
        yield
    time.tzset()


def _date(connection: Connection, ident: str, moment: str) -> None:
    connection.execute("UPDATE highlights SET created = ? WHERE id = ?", (moment, ident))


def test_a_day_begins_where_the_reader_is() -> None:
    assert local_day("2022-01-14T00:10:00.000000+00:00") == "2022-01-13"
    assert local_day("2022-01-14T08:00:00.000000+00:00") == "2022-01-14"
    assert begin_of(date(2022, 1, 14)) == "2022-01-14T08:00:00.000000+00:00"
    # What the disk has changed is shown as it is, and the calendar has ends.
    assert local_day("2022-01-14?") == "2022-01-14"
    assert begin_of(date.min)
    assert begin_of(date.max)


def test_exports_and_searches_have_the_days_of_the_reader(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db") as database:
        reader = read(database)
        night, morning = reader.mark(FIRST), reader.mark(OPEN)
        reader.wait()
        times = {night: "2022-01-14T00:10:00.000000+00:00", morning: "2022-01-14T09:00:00+00:00"}
        for mark, moment in times.items():
            database.submit(partial(_date, ident=mark.highlight.id, moment=moment)).result()
        text = "".join(as_markdown(reader.session.marked()))
        assert "in yellow on 2022-01-13\n" in text
        assert "in yellow on 2022-01-14\n" in text
        library = Library(database)
        assert {facts_of(r).day for r in library.all_highlights()} == {"2022-01-13", "2022-01-14"}
        search = LibrarySearch(library)

        def found(typed: str) -> list[str]:
            return [hit.record.highlight.anchor.exact for hit in search.hits(typed)]

        assert found("since:2022-01-14") == [OPEN]
        assert found("until:2022-01-13") == [FIRST]
        assert set(found("since:2022-01-13 until:2022-01-14")) == {FIRST, OPEN}
