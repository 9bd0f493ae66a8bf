"""What comes out of a damaged library: everything on whole pages, and nothing else."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.log import assert_counts_are_right
from tests.session.reading import FIRST, OPEN, forget, read
from tests.store.articles import TEXT
from tests.store.earlier_library import write_before_checksums
from tui.errors import StoreError
from tui.library import Library
from tui.store import migrations, salvage_rows
from tui.store.checksums import CHECKED
from tui.store.checkup import INDEXES, LOGS
from tui.store.criteria import Sought
from tui.store.database import Database
from tui.store.page_file import INNER, PageFile
from tui.store.salvage import Salvaged, salvage
from tui.trash import Trash

LONG = "word " * 4000


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two marks of one article, a long note, a tag, a draft and a place."""
    path = tmp_path / "library.db"
    with Database(path) as database:
        reader = read(database)
        reader.mark(FIRST)
        ident = reader.mark(OPEN).highlight.id
        reader.session.set_note(ident, LONG)
        reader.session.set_tags(ident, ("bridge",))
        reader.session.drafts.save(ident, "half a")
        reader.asks("Who pays?", OPEN)
        reader.session.places.save(3)
        reader.wait()
    return path


def salvaged(path: Path) -> tuple[Salvaged, Path]:
    target = path.with_name("salvaged.db")
    return salvage(path, target), target


def words(path: Path) -> list[str]:
    with Database(path) as database:
        return [record.highlight.anchor.exact for record in Library(database).all_highlights()]


def root_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(connection.execute(query, (table,)).fetchone()[0])


def overwrite(path: Path, *pages: int) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek(4096 * (page - 1))
            file.write(b"\xa5" * 4096)


def by_hand(path: Path, *statements: str) -> None:
    """Change rows past the triggers, as a disk would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def test_all_of_a_whole_library_is_saved(library: Path) -> None:
    result, target = salvaged(library)
    assert (result.highlights, result.documents, result.lost) == (2, 1, ())
    assert result.is_proved
    with closing(sqlite3.connect(library)) as old, closing(sqlite3.connect(target)) as new:
        for table in CHECKED:
            query = f"SELECT checksum, updated FROM {table} ORDER BY checksum"
            assert new.execute(query).fetchall() == old.execute(query).fetchall(), table
        query = "SELECT * FROM places"
        assert new.execute(query).fetchall() == old.execute(query).fetchall()
        assert new.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []
    with Database(target) as database:
        database.read(assert_counts_are_right)
        library_again = Library(database)
        keys = [
            each.key for each in library_again.candidate_highlights([Sought((("repairs",),))], 5)
        ]
        found = library_again.highlights_by_key(keys)
        assert [record.highlight.anchor.exact for _, record in found] == [OPEN]


def test_rows_are_found_without_the_header_and_without_the_tree_above_them(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Database(path) as database:
        reader = read(database)
        for number in range(60):
            reader.session.set_note(reader.mark(FIRST).highlight.id, f"{number} " * 150)
        reader.wait()
    root = root_of(path, "highlights")
    with closing(PageFile(path)) as file:
        assert file.kind(root) == INNER
    overwrite(path, 1, root)
    result, target = salvaged(path)
    assert (result.highlights, result.documents) == (60, 1)
    assert len(words(target)) == 60


def test_what_stands_in_the_write_ahead_log_is_saved(tmp_path: Path, library: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    with Database(library) as database:
        reader = read(database)
        reader.mark("The café")
        reader.wait()
        for ending in ("", "-wal"):
            shutil.copy(f"{library}{ending}", copy)
    assert salvaged(copy / "library.db")[0].highlights == 3
    with (copy / "library.db-wal").open("r+b") as log:
        # The first frame: SQLite takes nothing behind it.
        log.seek(200)
        log.write(b"\xa5" * 100)
    (copy / "salvaged.db").unlink()
    assert salvaged(copy / "library.db")[0].highlights == 3


def test_what_was_deleted_or_forgotten_does_not_come_back(library: Path) -> None:
    with Database(library) as database:
        reader = read(database, "Another article. It says little.", source="/other.txt")
        reader.mark("It says little.")
        reader.wait()
        forget(database, "/other.txt")
        first = read(database)
        first.session.delete(first.session.marks[0].highlight.id)
        first.wait()
    overwrite(library, 1)
    result, target = salvaged(library)
    assert (result.highlights, result.documents) == (1, 1)
    assert words(target) == [OPEN]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE highlights SET note = 'ask the major' WHERE note <> ''", "highlight"),
        ("UPDATE highlights SET note = CAST(x'ff' AS TEXT) WHERE note <> ''", "highlight"),
        ("UPDATE highlights SET start = start + 1 WHERE note <> ''", "highlight"),
        ("UPDATE tags SET tag = 'fridge'", "tag"),
        ("UPDATE drafts SET text = 'another half'", "note being written"),
        ("UPDATE revisions SET text = x'0011'", "kept text"),
    ],
)
def test_a_row_the_disk_has_changed_is_listed_and_not_taken(
    library: Path, statement: str, what: str
) -> None:
    by_hand(library, statement)
    result, target = salvaged(library)
    assert what in [lost.what for lost in result.lost]
    with closing(sqlite3.connect(target)) as connection:
        held = "\n".join(str(row) for row in connection.iterdump())
    assert "major" not in held
    assert "fridge" not in held
    assert "another half" not in held


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("SELECT 1", f"{OPEN} (note: {LONG.strip()})"),
        ("DELETE FROM operations", "nobody knows when the repairs will end"),
    ],
)
def test_the_words_of_a_lost_highlight_are_told_from_log_or_index(
    library: Path, also: str, told: str
) -> None:
    by_hand(library, f"DELETE FROM highlights WHERE exact = '{OPEN}'", also)
    lost = salvaged(library)[0].lost
    assert [each.words for each in lost if each.what == "highlight"] == [told]
    assert {each.title for each in lost if each.what == "highlight"} == {"The closed bridge"}
    assert ("note being written of a lost highlight", "half a") in [
        (each.what, each.words) for each in lost
    ]


def test_marks_whose_article_is_lost_get_one_named_after_its_text(library: Path) -> None:
    by_hand(library, "UPDATE documents SET title = 'changed'")
    result, target = salvaged(library)
    assert (result.highlights, result.documents) == (2, 1)
    with Database(target) as database:
        titles = {record.document.title for record in Library(database).all_highlights()}
    assert titles == {"The closed bridge"}


def test_a_library_from_before_the_checksums_is_saved_and_told_unproved(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    write_before_checksums(path)
    result, target = salvaged(path)
    assert not result.is_proved
    assert words(target) == ["It rains."]


def test_nothing_is_written_over(library: Path) -> None:
    library.with_name("salvaged.db").write_text("mine")
    with pytest.raises(StoreError):
        salvaged(library)
    assert library.with_name("salvaged.db").read_text() == "mine"


def test_what_is_no_library_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_text(TEXT * 200)
    assert salvaged(path)[0][:3] == (0, 0, ())


def test_columns_are_only_ever_added_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of earlier versions are read by the columns that their tables have now."""
    now = salvage_rows.layouts()
    for step in range(1, len(migrations.MIGRATIONS)):
        monkeypatch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:-1])
        for table, layout in salvage_rows.layouts().items():
            assert layout.names == now[table].names[: len(layout.names)], (step, table)


def test_what_is_in_the_trash_can_be_put_back_from_what_was_saved(library: Path) -> None:
    with Database(library) as database:
        reader = read(database, "Another article. It says little.", source="/other.txt")
        reader.mark("It says little.")
        reader.wait()
        trash = Trash(database)
        (entry,) = trash.throw_away([reader.session.document_id])
    overwrite(library, 1)
    _, target = salvaged(library)
    with Database(target) as database:
        assert Trash(database).put_back(entry.id)
    assert sorted(words(target)) == sorted([*words(library), "It says little."])


def test_every_table_is_saved_or_left_behind_on_purpose() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.migrate(connection, None)
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        made = {name for (name,) in rows if not name.startswith(("sqlite_", *INDEXES))}
    saved = {*CHECKED, *salvage_rows.UNCHECKED}
    found_out = {"found_again", "made_on", "sketches", "sketch_hashes"}
    assert made - saved - found_out == {
        "migrations",
        "commits",
        *LOGS,
        "highlight_vocabulary",
        "question_vocabulary",
        # What articles were made from; their texts are saved.
        "originals",
        # What was listed before: it is listed again.
        "seen_entries",
        # Made anew from the rows, as they are written.
        "highlight_terms",
        "question_terms",
        "counts",
    }


def test_the_log_of_a_library_behind_a_link_is_saved(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "linked"
    folder.mkdir()
    link = folder / "library.db"
    link.symlink_to(library)
    with Database(library) as database:
        reader = read(database)
        reader.mark("The café")
        reader.wait()
        assert salvaged(link)[0].highlights == 3


def test_a_schema_that_is_no_text_any_more_is_damage_and_the_highlights_are_salvaged(
    library: Path,
) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = library.read_bytes()
    assert b"CREATE INDEX highlights" in data
    library.write_bytes(data.replace(b"CREATE INDEX highlights", b"CREATE IND\xd9\xff highlights"))
    assert words(library) == [FIRST, OPEN]
    found, target = salvaged(library)
    assert found.highlights == 2
    assert words(target) == [FIRST, OPEN]
