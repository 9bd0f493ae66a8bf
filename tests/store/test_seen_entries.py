"""What is new in a list since it was opened before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from tests.cli.processes import closeread
from tui.documents.reader.reading_messages import Choice
from tui.documents.unread import Listing
from tui.library import Library
from tui.store import seen_entries
from tui.store.database import Database
from tui.store.seen_entries import forget_list, new_entries, note_entries
from tui.trash import Trash

FEED = "https://gazette.example/feed"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


def listed(database: Database, *entries: str, source: str = FEED) -> frozenset[str]:
    """What is new when these are listed."""

    def open_list(connection: Connection) -> frozenset[str]:
        found = new_entries(connection, source, entries)
        note_entries(connection, source, entries)
        return found

    return database.submit(open_list).result()


def test_nothing_is_new_the_first_time(database: Database) -> None:
    assert listed(database, "a", "b") == set()
    assert listed(database, "a", "b") == set()


def test_what_came_since_is_new_once(database: Database) -> None:
    listed(database, "a", "b")
    assert listed(database, "c", "a", "b") == {"c"}
    assert listed(database, "c", "a") == set()


def test_lists_are_known_apart(database: Database) -> None:
    listed(database, "a")
    assert listed(database, "a", source="/folder") == set()
    assert listed(database, "b", source="/folder") == {"b"}


def test_an_entry_that_is_left_out_for_a_while_is_not_new_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(database, "a", "b")
    listed(database, "b")
    assert listed(database, "a", "b") == set()


def test_what_is_long_gone_is_forgotten(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + timedelta(days=91)

    listed(database, "a", "b")
    listed(database, "x", source="/folder")
    monkeypatch.setattr(seen_entries, "datetime", Later)
    listed(database, "b")
    assert listed(database, "a", "b") == {"a"}
    monkeypatch.setattr(seen_entries, "KEPT", timedelta(days=1))
    listed(database, "b")
    assert listed(database, "x", source="/folder") == set()


def test_no_name_stands_in_the_library(database: Database, tmp_path: Path) -> None:
    listed(database, "https://gazette.example/harbour")
    rows = database.read(lambda c: c.execute("SELECT list, entry FROM seen_entries").fetchall())
    assert rows
    assert "gazette" not in repr(rows)


def test_a_list_can_be_forgotten(database: Database) -> None:
    listed(database, "a")
    assert Trash(database).forget_list(FEED)
    assert not Trash(database).forget_list(FEED)
    assert listed(database, "b") == set()
    assert database.submit(lambda c: forget_list(c, FEED)).result()


def test_the_command_forgets_a_list(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with Database(home / "library.db") as database:
        listed(database, "a")
    done = closeread("forget", FEED, home=home, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Forgotten: what this list held when it was opened before.\n"
    again = closeread("forget", FEED, home=home, cwd=tmp_path)
    assert "is not in the library" in again.stderr


# -- as the desk asks ---------------------------------------------------------------------

PICKED = Choice("The harbour", address="HTTPS://gazette.example/harbour#top")
PART = Choice("The river", part="a1")


def test_a_listing_says_what_is_new_and_what_was_opened_before(database: Database) -> None:
    library = Library(database)
    assert library.look_over(Listing(FEED, "Gazette", (PICKED,))) == set()
    found = library.look_over(Listing(FEED, "Gazette", (PART, PICKED)))
    assert found == {f"part:a1@{FEED}"}
    assert library.look_over(Listing(FEED, "Gazette", (PART, PICKED))) == set()


def test_a_list_from_a_pipe_is_nobodys(database: Database) -> None:
    library = Library(database)
    library.look_over(Listing("", "Gazette", (PART,)))
    assert library.look_over(Listing("", "Gazette", (PICKED,))) == set()
    rows = database.read(lambda c: c.execute("SELECT count(*) FROM seen_entries").fetchone())
    assert rows == (0,)


def test_what_cannot_be_written_down_is_listed_all_the_same(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db") as database:
        Library(database).look_over(Listing(FEED, "Gazette", (PICKED,)))
        database.close()
        assert Library(database).look_over(Listing(FEED, "Gazette", (PART,))) == set()
