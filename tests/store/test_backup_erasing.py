"""An article that is forgotten everywhere leaves the backups."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.stress.libraries import build
from tui.errors import StoreError
from tui.store import migrations
from tui.store.backup_erasing import backups_that_hold, remove_from_backup
from tui.store.backups import make_backup
from tui.store.database import Database
from tui.store.file_figures import figures_of
from tui.store.library_files import put_aside_in
from tui.store.restoring import check_backup


@pytest.fixture
def library(tmp_path: Path) -> Path:
    build(tmp_path / "library.db", 3, 6)
    return tmp_path / "library.db"


def article(library: Path) -> tuple[str, str, str]:
    """The id, the text's hash and a word of one article."""
    with Database(library) as database:
        row = database.read(
            lambda c: c.execute(
                "SELECT d.id, r.hash, d.title FROM documents d JOIN revisions r "
                "ON r.document_id = d.id"
            ).fetchone()
        )
    return row[0], row[1], row[2]


def test_backups_that_hold_an_article_are_found_and_written_anew(
    library: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    ident, text_hash, title = article(library)
    copy = make_backup(library, folder, "asked", "2x")
    assert title.encode() in copy.read_bytes()
    assert backups_that_hold(folder, [ident]) == [copy]
    assert backups_that_hold(folder, [], [text_hash]) == [copy]
    assert backups_that_hold(folder, ["another"], ["another"]) == []
    before = figures_of(copy)
    remove_from_backup(copy, [ident])
    assert backups_that_hold(folder, [ident], [text_hash]) == []
    assert figures_of(copy).articles == before.articles - 1
    assert title.encode() not in copy.read_bytes()
    assert os.listdir(folder) == [copy.name]
    check_backup(copy)


def test_a_library_that_was_put_aside_with_its_log_is_written_anew_as_one_file(
    library: Path, tmp_path: Path
) -> None:
    ident, _, title = article(library)
    aside = tmp_path / "library-put-aside-1.db"
    with Database(library) as database:
        database.submit(lambda c: c.execute("UPDATE highlights SET note = 'newest'")).result()
        for ending in ("", "-wal"):
            shutil.copy(f"{library}{ending}", f"{aside}{ending}")
    assert put_aside_in(library) == [aside]
    assert backups_that_hold(tmp_path / "backups", [ident], (), [aside]) == [aside]
    remove_from_backup(aside, [ident])
    assert not Path(f"{aside}-wal").exists()
    assert figures_of(aside).notes == 12
    assert title.encode() not in aside.read_bytes()
    check_backup(aside)


def test_a_backup_that_cannot_be_read_may_hold_it_and_stays_as_it_is(
    library: Path, tmp_path: Path
) -> None:
    ident, *_ = article(library)
    copy = make_backup(library, tmp_path / "backups", "asked", "2x")
    copy.write_bytes(b"noise" * 999)
    assert backups_that_hold(tmp_path / "backups", [ident]) == [copy]
    with pytest.raises(StoreError, match="remove it"):
        remove_from_backup(copy, [ident])
    assert copy.read_bytes() == b"noise" * 999


def test_a_backup_from_before_an_upgrade_is_written_anew_with_the_tables_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, folder = tmp_path / "library.db", tmp_path / "backups"
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:1])
        with Database(library) as database:
            for name in ("goes", "stays"):
                database.submit(
                    lambda c, name=name: c.execute(  # type: ignore[misc]
                        "INSERT INTO documents (id, title, opened_at, created, updated) "
                        "VALUES (?, ?, '', '', '')",
                        (name, f"the title that {name}"),
                    )
                ).result()
        copy = make_backup(library, folder, "asked", "2x")
    remove_from_backup(copy, ["goes"])
    assert b"title that goes" not in copy.read_bytes()
    assert figures_of(copy).articles == 1
    check_backup(copy)
