"""`closeread forget`: into the trash, out of it, and for good."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.processes import OnTerminal, closeread
from tests.cli.test_library_commands import home as home
from tests.cli.test_processes import only_sentence
from tests.session.reading import read
from tui.store.analysis_cache import AnalysisCache
from tui.store.database import Database

LATER = "Quite another article is in this file today. It has a sentence of its own."


def exported(home: Path, cwd: Path, source: str) -> bool:
    """Whether the library knows an article."""
    return closeread("export", source, home=home, cwd=cwd).returncode == 0


def last_day() -> str:
    """Until when what is forgotten now is kept."""
    day = datetime.now().astimezone() + timedelta(days=30)
    return f"{day.day} {day:%B %Y}"


def test_forgetting_shows_what_would_go_and_asks(tmp_path: Path, home: Path) -> None:
    arguments = ("-m", "tui", "forget", "bridge.txt")
    process = OnTerminal(*arguments, home=home, cwd=tmp_path)
    shown = process.read_until("into the trash?")
    assert "The bridge will close" in shown
    assert (
        "1 text, 1 highlight, 1 note, 0 drafts, 0 corrections, 0 questions, 0 entries of the log"
        in shown
    )
    process.press("n\n")
    assert process.finish()[0] == 0
    assert exported(home, tmp_path, "bridge.txt")
    process = OnTerminal(*arguments, home=home, cwd=tmp_path)
    process.read_until("into the trash?")
    process.press("y\n")
    code, shown = process.finish()
    assert code == 0
    assert f"Forgotten. It is kept until {last_day()}: closeread forget --restore" in shown
    assert not exported(home, tmp_path, "bridge.txt")
    assert exported(home, tmp_path, "river.txt")


def test_forgetting_without_anybody_to_ask_needs_yes(tmp_path: Path, home: Path) -> None:
    done = closeread("forget", "bridge.txt", home=home, cwd=tmp_path)
    assert done.returncode == 2
    assert "--yes" in only_sentence(done.stderr)
    assert exported(home, tmp_path, "bridge.txt")


def test_what_is_forgotten_is_listed_and_can_be_put_back(tmp_path: Path, home: Path) -> None:
    before = closeread("export", home=home, cwd=tmp_path).stdout
    done = closeread("forget", "--trash", home=home, cwd=tmp_path)
    assert "the trash is empty" in only_sentence(done.stderr)
    assert closeread("forget", "bridge.txt", "--yes", home=home, cwd=tmp_path).returncode == 0
    listed = closeread("forget", "--trash", home=home, cwd=tmp_path).stdout
    assert listed == (
        f"The bridge will close · {tmp_path / 'bridge.txt'} · 1 highlight "
        f"· kept until {last_day()}\n"
    )
    again = closeread("forget", "bridge.txt", "--yes", home=home, cwd=tmp_path)
    assert again.returncode == 1
    assert "was forgotten already" in only_sentence(again.stderr)
    done = closeread("forget", "--restore", "bridge.txt", home=home, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Put back: The bridge will close.\n")
    assert closeread("export", home=home, cwd=tmp_path).stdout == before
    done = closeread("forget", "--restore", "bridge.txt", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "is not in the trash" in only_sentence(done.stderr)


@pytest.mark.parametrize("is_in_trash", [False, True])
def test_for_good_no_word_is_left_in_any_file(
    tmp_path: Path, home: Path, is_in_trash: bool
) -> None:
    with (
        AnalysisCache(home / "cache" / "analysis.db") as cache,
        Database(home / "library.db") as database,
    ):
        hashes = database.read(
            lambda c: c.execute("SELECT document_id, hash FROM revisions").fetchall()
        )
        for name, text_hash in hashes:
            cache.put(text_hash, "rules", name.encode())
    # A backup is made before; it holds the text until it is written anew.
    if is_in_trash:
        closeread("forget", "bridge.txt", "--yes", home=home, cwd=tmp_path)
    done = closeread("forget", "--now", "bridge.txt", "--yes", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert re.search(
        r"Forgotten for good: removed from the library, its trash, index and log, and the cache; "
        r"(1 backup|2 backups) written anew without it\.",
        done.stdout,
    )
    for path in filter(Path.is_file, home.rglob("*")):
        content = path.read_bytes()
        for word in (b"ceasefire", b"council", b"Ada Obi", b"bridge will close"):
            assert word not in content, (path, word)
    assert list((home / "backups").glob("*.db"))
    assert exported(home, tmp_path, "river.txt")
    with AnalysisCache(home / "cache" / "analysis.db") as cache:
        kept = [cache.get(text_hash, "rules") for _, text_hash in hashes]
    assert [each for each in kept if each] == [b"river.txt"]


def test_a_name_forgets_the_article_it_shows_now(tmp_path: Path, home: Path) -> None:
    with Database(home / "library.db") as database:
        reader = read(database, LATER, source=str(tmp_path / "bridge.txt"), title="Later")
        reader.mark("It has a sentence of its own.")
        reader.wait()
    done = closeread("forget", "bridge.txt", "--yes", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert "Later" in done.stdout
    assert "The bridge will close" not in done.stdout
    assert "There is 1 earlier article of this name; --all takes it along." in done.stdout
    left = closeread("export", home=home, cwd=tmp_path).stdout
    assert "*The bridge will close*" in left
    assert "Later" not in left
    closeread("forget", "--restore", "bridge.txt", home=home, cwd=tmp_path)
    done = closeread("forget", "bridge.txt", "--all", "--yes", home=home, cwd=tmp_path)
    assert "The bridge will close" in done.stdout
    left = closeread("export", home=home, cwd=tmp_path).stdout
    assert left.count("title: ") == 1


def test_flags_that_contradict_each_other_are_refused(tmp_path: Path, home: Path) -> None:
    for arguments in (["--now", "--restore", "a"], ["--trash", "a"], []):
        done = closeread("forget", *arguments, home=home, cwd=tmp_path)
        assert done.returncode == 2, arguments
        only_sentence(done.stderr)
