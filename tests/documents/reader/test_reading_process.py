"""The reading process: what it may do, how long, and what its end is called."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from threading import Timer

import pytest

from tests.documents.reader.made_files import book
from tui.documents.loading import article_of, load, open_source, open_stream
from tui.documents.reader import reading_child
from tui.documents.reader.reading_child import CancelledError, ReadingChild
from tui.documents.reader.reading_messages import FIRST_PAGES, Foreign
from tui.documents.sanitising import sanitise
from tui.documents.unread import Unread, Waiting
from tui.errors import SourceError

DOCUMENT = rb"{\rtf1\ansi The harbour is \b closed\b0 , the mayor said.\par It opens in May.}"
CONFINED = """
import sys
from tui.documents.reader.confinement import ForbiddenError, bound, forbid
bound()
forbid()
try:
    {deed}
except ForbiddenError as error:
    print(error)
"""


def confined(deed: str) -> str:
    """What a process under confinement says to a deed."""
    code = CONFINED.format(deed=deed)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "harbour"
    path.write_bytes(DOCUMENT)
    return str(path)


def test_a_document_is_known_by_its_bytes_and_read_elsewhere(document: str) -> None:
    article = load(document)
    assert article.text == "The harbour is closed, the mayor said.\n\nIt opens in May."
    assert article.is_rendered
    assert article.origin is not None
    assert article.origin.extractor.startswith("striprtf/")
    assert article.original == DOCUMENT


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('/tmp/closeread-was-here', 'w')",
        "open('/etc/passwd')",
        "import json; open(json.__file__ + '/../../../../../../../../etc/passwd')",
        "import sys; open(sys.prefix + '-of-another/secret')",
        "import os; os.remove('/tmp/closeread-was-never-here')",
        "import sqlite3; sqlite3.connect(':memory:')",
    ],
)
def test_a_parser_that_reaches_outside_is_refused(deed: str) -> None:
    assert confined(deed).startswith("it would ")


def test_a_parser_still_reads_what_belongs_to_its_package() -> None:
    assert confined("import json; print(len(open(json.__file__).read(3)))") == "3\n"


def test_bytes_that_are_no_document_are_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bad.rtf"
    path.write_bytes(b"{\\rtf1" + b"{" * 100_000)
    with pytest.raises(SourceError) as refused:
        load(str(path))
    assert str(path) in refused.value.message
    assert "\n" not in str(refused.value)


def test_a_process_that_tells_nothing_is_ended(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_child, "WITHOUT_PROGRESS", 0.0)
    with pytest.raises(SourceError, match="takes too long"):
        load(document)


def test_a_reader_who_does_not_wait_is_obeyed(document: str) -> None:
    opened = open_source(document)
    assert isinstance(opened, Unread)
    waiting = Waiting()
    waiting.stop()
    with pytest.raises(CancelledError):
        opened.read(waiting)


def test_the_first_pages_come_before_the_whole() -> None:
    long = "The \x1b[2J harbour is closed. " * 1000
    chapters = {"a.xhtml": f"<p>{long.replace(chr(27), '&#x202e;')}</p>", "b.xhtml": "<p>End.</p>"}
    waited: list[str] = []
    waiting = Waiting(shown=lambda first: waited.append(first.text))
    found = article_of(open_stream(BytesIO(book(chapters))), waiting)
    [first] = waited
    assert found.text.startswith(first)
    assert len(first) == FIRST_PAGES
    assert sanitise(first) == first


def test_reading_can_be_stopped_while_it_runs() -> None:
    child = ReadingChild()
    stopping = Timer(0.05, child.cancel)
    stopping.start()
    with pytest.raises(SourceError):
        child.read(Foreign("reading_process", b"", "x"), lambda _: None)
    stopping.join()
