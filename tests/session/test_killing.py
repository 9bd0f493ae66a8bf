from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests.session.reading import OPEN, marked, read
from tui.store.database import Database

PROGRAM = """
import sys, time
from pathlib import Path
from tests.session.reading import OPEN, read
from tests.store.articles import article
from tui.session.reading import ReadingSession, Saved
from tui.store.database import Database

def told(event):
    print(type(event).__name__, flush=True)

session = ReadingSession.open(Database(Path(sys.argv[1])), article(), told)
start = session.article.text.index(OPEN)
from tui.documents.article import Span
from tui.settings.colours import Colour
where = Span(start, start + len(OPEN))
if sys.argv[2] == "parts":
    where = (Span(start, start + 12), Span(start + 13, start + len(OPEN)))
mark = session.highlight(where, Colour.GREEN)
session.set_note(mark.highlight.id, "a note")
if sys.argv[2] == "draft":
    session.drafts.save(mark.highlight.id, "a note, unfinished")
    session.close()
    print("Draft", flush=True)
time.sleep(60)
"""


def kill_after(path: Path, what: str, said: list[str]) -> None:
    """Run a reader in a process of its own and kill it the moment it has said something."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), what],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    ) as process:
        assert process.stdout is not None
        assert [process.stdout.readline().strip() for _ in said] == said
        process.kill()
        assert process.wait() == -signal.SIGKILL


def test_what_was_called_saved_survives_a_kill(path: Path) -> None:
    kill_after(path, "mark", ["Saved", "Saved"])
    with Database(path) as database:
        session = read(database).session
        assert marked(session) == [OPEN]
        assert session.marks[0].highlight.note == "a note"


def test_both_parts_of_a_highlight_survive_a_kill(path: Path) -> None:
    kill_after(path, "parts", ["Saved", "Saved"])
    with Database(path) as database:
        assert marked(read(database).session) == [f"{OPEN[:12]} … {OPEN[13:]}"]


def test_a_note_being_written_is_offered_after_a_kill(path: Path) -> None:
    kill_after(path, "draft", ["Saved", "Saved", "Draft"])
    with Database(path) as database:
        (draft,) = read(database).session.drafts.left.values()
        assert draft == "a note, unfinished"


def test_the_session_is_light_to_import() -> None:
    heavy = ["difflib", "msgspec", "numpy", "platformdirs", "rapidfuzz", "rich", "spacy", "textual"]
    program = f"import sys, tui.session.reading; print([m for m in {heavy} if m in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"
