"""Addresses on the command line: as any other source."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.processes import OnTerminal, closeread
from tests.web_server import WebServer, answer, serving

TEXT = (
    "The harbour will close in May. The mayor, Ann Reed, said on Monday that nobody had been "
    "asked. It is unclear who will pay for the work.\n"
)


@pytest.fixture
def web(own_web: None) -> Iterator[WebServer]:
    with serving() as server:
        server.pages["/harbour"] = answer(TEXT.encode(), Content_Type="text/plain")
        yield server


def test_an_address_is_analysed_as_a_file_is(web: WebServer, home: Path, tmp_path: Path) -> None:
    address = web.address("/harbour#top")
    done = closeread("analyze", "--json", address, home=home, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["text"] == TEXT
    assert found["source"] == web.address("/harbour")
    assert len(web.asked) == 1


def test_an_address_in_the_library_is_found_however_it_is_written_and_not_asked_again(
    web: WebServer, home: Path, tmp_path: Path
) -> None:
    assert closeread("add", web.address("/harbour"), home=home, cwd=tmp_path).returncode == 0
    assert len(web.asked) == 1
    address = web.address("/harbour").replace("http:", "HTTP:") + "#part"
    again = closeread("analyze", address, home=home, cwd=tmp_path)
    assert again.returncode == 0
    export = closeread("export", address, home=home, cwd=tmp_path)
    assert "there are no highlights to export" in export.stderr
    forgotten = closeread("forget", "--yes", address, home=home, cwd=tmp_path)
    assert forgotten.stdout.splitlines()[-1].startswith("Forgotten.")
    assert len(web.asked) == 1


def test_an_address_that_cannot_be_had_is_one_sentence(
    web: WebServer, home: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    done = closeread("analyze", f"http://127.0.0.1:{port}/", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"closeread: http://127.0.0.1:{port}/ cannot be opened: 127.0.0.1 refuses the connection; "
        "check the address, or try again later\n"
    )


def test_a_list_is_for_the_desk(web: WebServer, home: Path, tmp_path: Path) -> None:
    web.pages["/feed"] = answer(
        b"<rss version='2.0'><channel><item><title>A</title><description>B</description>"
        b"</item></channel></rss>"
    )
    done = closeread("analyze", web.address("/feed"), home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "is a list of articles; open it on the desk to pick one" in done.stderr


def test_a_feed_is_taken_with_one_request_for_it_and_one_for_each_article_elsewhere(
    web: WebServer, home: Path, tmp_path: Path
) -> None:
    items = "".join(
        f"<item><title>T{n}</title><guid>{n}</guid><description>Note {n} is here.</description>"
        "</item>"
        for n in range(3)
    )
    linked = "<item><title>Harbour</title><link>/harbour</link></item>"
    feed = f"<rss version='2.0'><channel><title>G</title>{items}{linked}</channel></rss>"
    web.pages["/feed"] = answer(feed.encode())
    done = closeread("add", web.address("/feed"), home=home, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "4 taken, 0 known before"
    assert [asked.path for asked in web.asked] == ["/feed", "/harbour"]
    again = closeread("add", web.address("/feed"), home=home, cwd=tmp_path)
    assert again.stdout.splitlines()[-1] == "0 taken, 4 known before"
    assert [asked.path for asked in web.asked[2:]] == ["/feed"]


def test_a_folder_is_taken_with_what_is_in_it(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts" / "more"
    folder.mkdir(parents=True)
    for path in (folder.parent / "a.txt", folder / "b.txt", folder / "c.png"):
        path.write_text(f"{path.name} is here.", encoding="utf-8")
    done = closeread("add", "texts", home=home, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "2 taken, 0 known before"


def test_a_private_reading_of_an_address_leaves_nothing(
    web: WebServer, home: Path, tmp_path: Path
) -> None:
    desk = OnTerminal("-m", "tui", "--private", web.address("/harbour"), home=home, cwd=tmp_path)
    try:
        desk.read_until("nobody had been")
        desk.press("q")
        code, _ = desk.finish()
    finally:
        desk.stop()
    assert code == 0
    assert len(web.asked) == 1
    assert [path.name for path in home.iterdir()] == ["config.toml"]
