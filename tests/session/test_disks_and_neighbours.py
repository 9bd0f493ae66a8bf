"""A disk that takes no more, and two programs that write at the same time."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from tests.session.log import assert_log_and_rows_agree
from tests.session.reading import FIRST, OPEN, forget, marked, read
from tui.corrections.corrected import CorrectionTarget
from tui.documents.article import Span
from tui.settings.colours import Colour
from tui.store.database import Database

ROOT = Path(__file__).parents[2]

LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.session.reading import FIRST, OPEN, marked, read
from tui.store.database import Database

# As a quota does: writing beyond the limit fails in the middle of the file.
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
database = Database(path)
reader = read(database)
kept = reader.mark(OPEN).highlight.id
reader.session.set_note(kept, "kept")
reader.wait()
size = path.with_name(path.name + "-wal").stat().st_size
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 5000, hard))
reader.mark(FIRST)
reader.session.set_note(kept, "long " * 9000)
reader.wait()
print(len(reader.failures), marked(reader.session), reader.session.marks[0].highlight.note)
print(*reader.failures, sep="\\n", file=sys.stderr)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
reader.session.set_note(kept, "with room again")
reader.wait()
print(len(reader.failures))
"""


def test_where_the_disk_takes_no_more_the_saved_stays_and_saving_goes_on_with_room(
    path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == [f"2 {[OPEN]} kept", "2"], done.stderr
    assert all(line.startswith(_NO_MORE) for line in done.stderr.splitlines()[-2:]), done.stderr
    with Database(path) as database:
        session = read(database).session
        assert marked(session) == [OPEN]
        assert session.marks[0].highlight.note == "with room again"
        database.read(assert_log_and_rows_agree)


_NO_MORE = "the disk takes no more of the library, which is unchanged; look at its room, your quota"
LIMITED_READING = """
import resource, sys
from pathlib import Path
from tui.library import Library
from tui.store.database import Database

# Not even the index of the log, which lies in shared memory beside the library, can be made.
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
with Database(Path(sys.argv[1])) as database:
    for article in Library(database).marked_articles():
        print(*(mark.anchor.exact for mark in article.highlights), sep="\\n")
    print(database.is_read_only)
"""


def test_where_nothing_can_be_written_at_all_the_highlights_are_read(path: Path) -> None:
    with Database(path) as database:
        reader = read(database)
        reader.mark(FIRST)
        reader.mark(OPEN)
        reader.wait()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED_READING, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == [FIRST, OPEN, "True"], done.stderr


WRITING = """
import sys
from pathlib import Path
from tests.session.reading import read
from tui.documents.article import Span
from tui.settings.colours import Colour
from tui.store.database import Database

name = sys.argv[2]
with Database(Path(sys.argv[1])) as database:
    reader = read(database)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(30):
        mark = reader.session.highlight(Span(number, number + 5), Colour.BLUE)
        reader.session.set_note(mark.highlight.id, f"{name} {number}")
        if number % 3 == 0:
            reader.session.undo()
    reader.wait()
    print(reader.failures)
"""


def test_two_programs_that_write_at_once_lose_nothing_of_each_other(path: Path) -> None:
    with Database(path) as database:
        read(database).wait()
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITING, str(path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for name in ("here", "there")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    ends = []
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        ends.append(program.communicate(timeout=60)[0])
    assert ends == ["[]\n", "[]\n"]
    with Database(path) as database:
        notes = [mark.highlight.note for mark in read(database).session.marks]
        wanted = [f"{who} {n}" for who in ("here", "there") for n in range(30) if n % 3]
        assert sorted(notes) == sorted([*wanted, *[""] * 20])
        database.read(assert_log_and_rows_agree)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_forgetting_empties_every_table_of_the_article_and_of_no_other(
    database: Database, path: Path
) -> None:
    for source, text in (("/a.txt", f"{OPEN} {FIRST}"), ("/b.txt", "Another text. It stays.")):
        reader = read(database, text, source=source)
        ident = reader.session.highlight(Span(0, len(text)), Colour.BLUE)
        reader.session.set_note(ident.highlight.id, "a note")
        reader.session.set_tags(ident.highlight.id, ("a tag",))
        reader.session.drafts.save(ident.highlight.id, "a draft")
        reader.session.places.save(5)
        target = CorrectionTarget(reader.asks("Why?", text).subject, Span(0, len(text)))
        reader.session.unfinished.save(target, ("Why not",))
        reader.wait()
    tables = (
        "documents sources revisions highlights tags drafts places corrections unfinished "
        "operations highlight_words"
    )
    with closing(connect(path)) as connection:

        def counts() -> dict[str, int]:
            query = "SELECT count(*) FROM {}"
            return {t: connection.execute(query.format(t)).fetchone()[0] for t in tables.split()}

        both = counts()
        assert all(both.values())
        forget(database, "/a.txt")
        assert counts() == {table: number // 2 for table, number in both.items()}
        left = {row[0] for row in connection.execute("SELECT term FROM highlight_vocabulary")}
    assert left.isdisjoint({"nobody", "repairs", "council"})
